package pages

import (
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/storetest"
)

// Drafts move to the newest version with their own targets, those with results
// and those agreed upon stay; each step is one change that one undo takes back.
func TestDraftsAreRenewedAndAgreedUpon(t *testing.T) {
	s, _ := storetest.District(t, 12)
	d := planDesk{storetest.Owner(s)}
	made, err := d.MakePlans(planning.Order{Year: 2027, Draft: true})
	if err != nil || len(made.Plans) < 3 {
		t.Fatal(len(made.Plans), err)
	}
	var ids []model.PlanID
	for _, p := range made.Plans {
		ids = append(ids, p.ID)
	}
	all, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range all {
		next := in.NextVersion(in.Version + 1)
		next.Indicators[0].Gauge.Target++
		if _, err := d.AddInstrument(next); err != nil {
			t.Fatal(err)
		}
	}
	own := model.Int(77)
	if _, err := d.SetTargets(planning.TargetOrder{Plans: ids[:1], Targets: []planning.Target{{Measure: made.Plans[0].Measures[1].ID, Low: own, High: made.Plans[0].Measures[1].Gauge.TargetHigh}}, Reason: "uji"}); err != nil {
		t.Fatal(err)
	}
	q1, _ := model.ParsePeriod("2027-Q1")
	if _, err := d.Enter(ids[1], q1, []model.Entry{{Measure: made.Plans[1].Measures[0].ID, Actual: model.Some(model.Int(50))}}, ""); err != nil {
		t.Fatal(err)
	}
	if n, err := d.Agree(ids[2:3], 20261001, "SKP 2027"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	done, err := d.Renew(ids)
	if err != nil || done.Plans != len(ids)-2 || done.Filled != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	version := func(i int) int {
		p, err := d.Plan(ids[i])
		if err != nil {
			t.Fatal(err)
		}
		return p.Version
	}
	if version(0) != 2 || version(1) != 1 || version(2) != 1 {
		t.Errorf("versions %d, %d, %d", version(0), version(1), version(2))
	}
	if p, _ := d.Plan(ids[0]); p.Measures[1].Gauge.Target != own || p.Measures[0].Gauge.Target != made.Plans[0].Measures[0].Gauge.Target+1 {
		t.Errorf("targets %v and %v", p.Measures[1].Gauge.Target, p.Measures[0].Gauge.Target)
	}
	if _, err := d.Undo(); err != nil || version(0) != 1 {
		t.Errorf("after undo version %d, %v", version(0), err)
	}
	if p, _ := d.Plan(ids[2]); p.State != model.PlanAgreed || p.Words[0].Via != model.Recorded || p.Words[0].On != 20261001 {
		t.Errorf("%v, %+v", p.State, p.Words)
	}
}
