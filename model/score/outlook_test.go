package score_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// The ways out of every cell of the matrix: the least single step, or both.
func TestWays(t *testing.T) {
	p, c := sketch()
	rs := rules.PermenPANRB6()
	s := mustScore(t, c, p) // suggests "meets"
	type way struct {
		result, behaviour model.Rating
		predicate         model.Predicate
	}
	const (
		no, be, me, ab = model.NotRated, model.Below, model.Meets, model.Above
	)
	for _, tt := range []struct {
		result, behaviour model.Rating
		want              []way
	}{
		{ab, ab, nil},
		{me, ab, []way{{ab, ab, model.VeryGood}}},
		{ab, me, []way{{ab, ab, model.VeryGood}}},
		{me, me, []way{{ab, ab, model.VeryGood}}},
		{be, ab, []way{{me, ab, model.Good}}},
		{be, me, []way{{me, me, model.Good}}},
		{ab, be, []way{{ab, me, model.Good}}},
		{me, be, []way{{me, me, model.Good}}},
		{be, be, []way{{be, me, model.NeedsImprovement}}},
		{no, no, []way{{ab, no, model.NoPredicate}}},
		{be, no, []way{{me, no, model.NoPredicate}}},
		{ab, no, nil},
	} {
		e := model.Evaluation{Result: tt.result, Behaviour: tt.behaviour}
		got := score.Outlooks(e, c, p, s, rs)
		if len(got) != len(tt.want) {
			t.Errorf("%s, %s: %+v, want %+v", tt.result, tt.behaviour, got, tt.want)
			continue
		}
		for i, w := range tt.want {
			o := got[i]
			if (way{o.Result, o.Behaviour, o.Predicate}) != w || o.Results != (o.Result != tt.result) ||
				o.Behaves != (o.Behaviour != tt.behaviour) {
				t.Errorf("%s, %s: %+v, want %+v", tt.result, tt.behaviour, o, w)
			}
		}
	}
}

// The aid answers to a wished rating: it suggests it, would with other values,
// cannot, or has too little to say.
func TestOutlookAid(t *testing.T) {
	p, c := sketch()
	rs := rules.PermenPANRB6()
	for name, tt := range map[string]struct {
		card              model.Card
		plan              model.Plan
		result, behaviour model.Rating
		want              score.Aid
		proposal          string
	}{
		"reached by two": {c, p, model.Meets, model.Above, score.AidReaches, "K6 90>100, IKM 84.2>90.9 = 110.00"},
		"suggested":      {c, p, model.Below, model.Above, score.AidSuggests, ""},
		"too little":     {model.Card{}, p, model.Meets, model.Above, score.AidSilent, ""},
		"out of reach": {cardOf("70"), planOf(gauge(model.Higher, "80", "1", code("A"), unit("%"), limited("105"))),
			model.Meets, model.Above, score.AidOutOfReach, ""},
	} {
		got := score.Outlooks(model.Evaluation{Result: tt.result, Behaviour: tt.behaviour}, tt.card, tt.plan, mustScore(t, tt.card, tt.plan), rs)
		if len(got) != 1 || got[0].Aid != tt.want {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		if tt.want == score.AidReaches && printed([]score.Proposal{got[0].Proposal}) != tt.proposal {
			t.Errorf("%s: %s", name, printed([]score.Proposal{got[0].Proposal}))
		}
		if from, _ := rs.From(got[0].Result); got[0].From != from {
			t.Errorf("%s: from %s", name, got[0].From)
		}
	}
}

// What was frozen is scored by itself, with the numbers it was made with.
func TestStanding(t *testing.T) {
	p, c := sketch()
	rs := rules.PermenPANRB6()
	own := rs.With(model.Int(105), model.Int(80), model.Int(70), model.Int(110))
	e := model.Evaluation{State: model.Final, RuleSet: own.Ref(), Frozen: &model.Frozen{Measures: p.Measures, Entries: c.Entries, Rules: own.Digest()}}
	s, got, err := score.Standing(e, model.Card{}, model.Plan{}, rs)
	if err != nil || got.Above != own.Above || !s.Value.Present() {
		t.Errorf("%+v, %v, %v", got.Limits, s.Value, err)
	}
	if live, got, err := score.Standing(model.Evaluation{}, c, p, rs); err != nil || got.Above != rs.Above || live.Value == s.Value {
		t.Errorf("%v, %v", live.Value, err)
	}
}

func mustScore(t *testing.T, c model.Card, p model.Plan) score.Score {
	t.Helper()
	s, err := score.Of(c, p, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	return s
}
