package sample

import (
	"testing"

	"kinerja/model/assessment"
)

// Three people say how they see their quarter: of one both sides are in and differ,
// one waits to be rated, one has a draft.
func TestTheySeeTheirOwnWork(t *testing.T) {
	d := New(120)
	for _, tt := range []struct {
		name   string
		handed bool
		in     bool
	}{{rina, true, true}, {ani, true, false}, {budi, false, false}} {
		p := named(t, d, tt.name)
		if len(p.Own) != 1 {
			t.Errorf("%s has %d own assessments", tt.name, len(p.Own))
			continue
		}
		a, plan := p.Own[0], p.Plans[0]
		for _, each := range p.Plans {
			if each.ID == a.Plan {
				plan = each
			}
		}
		if err := a.Check(plan); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		e, _ := evaluated(p, a.Period.String())
		if _, handed := a.Given(); handed != tt.handed || a.In(e) != tt.in || e.LocksCard() {
			t.Errorf("%s: handed in %v, both in %v, %s", tt.name, handed, a.In(e), e.State)
		}
		if tt.in && (a.Content.Result == e.Result || len(a.Content.Measures) < 3 || assessment.On(a.Content.Values, "kolaboratif").Text == "") {
			t.Errorf("%s: nothing to talk about: %+v beside %v", tt.name, a.Content, e.Result)
		}
	}
	all := 0
	for p := range New(500).People() {
		all += len(p.Own)
	}
	if all != 3 {
		t.Errorf("%d own assessments in a larger sample", all)
	}
}
