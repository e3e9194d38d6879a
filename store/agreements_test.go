package store_test

import (
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
)

func quarter(t *testing.T, n int) model.Period {
	t.Helper()
	p, err := model.NewPeriod(model.Quarter, 2026, n)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// rated enters one value in a quarter, rates it, and takes it as far as to.
func rated(t *testing.T, d *store.Desk, id model.PlanID, m model.ElementID, p model.Period, value int64, to model.EvaluationState) {
	t.Helper()
	if _, err := d.Enter(id, p, []model.Entry{{Measure: m, Actual: model.Some(model.Int(value))}}, ""); err != nil {
		t.Fatal(err)
	}
	rs := rules.PermenPANRB6()
	if _, err := d.Rate(id, p, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "lihat catatan", Rules: rs}); err != nil {
		t.Fatal(err)
	}
	for _, step := range []model.EvaluationState{model.Shared, model.Received, model.Accepted, model.Final} {
		if step > to {
			break
		}
		if _, err := d.Move(id, p, step, model.Word{Document: "BA 1"}, rs); err != nil {
			t.Fatalf("%v: %v", step, err)
		}
	}
}

// targetIn is the target of the first measure that a reading of a period shows,
// and what a value of 60 is worth by it.
func targetIn(t *testing.T, d *store.Desk, id model.PlanID, m model.ElementID, p model.Period) (target, reached model.Number) {
	t.Helper()
	b, err := d.Scorecard(id, p)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := d.Sheet(p, b.Rows[0].Plan.Instrument, "")
	if err != nil {
		t.Fatal(err)
	}
	own := func(plan model.Plan) model.Number {
		for _, x := range plan.Measures {
			if x.ID == m {
				return x.Gauge.Target
			}
		}
		return -1
	}
	target = own(b.Rows[0].Plan)
	for _, r := range sheet.Rows {
		if r.Plan.ID == id && own(r.Plan) != target {
			t.Errorf("%v: the grid shows %v, the scorecard %v", p, own(r.Plan), target)
		}
	}
	profile, err := d.Profile(b.Rows[0].Plan.Employee)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range profile.Results {
		if r.Evaluation.Period == p && r.Plan.ID == id && own(r.Plan) != target {
			t.Errorf("%v: the person's page shows %v, the scorecard %v", p, own(r.Plan), target)
		}
	}
	s, err := score.Of(b.Rows[0].Card, b.Rows[0].Plan, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range s.Steps {
		if step.Gauge.Code == b.Rows[0].Plan.Measures[0].Gauge.Code {
			reached = step.Reached.Or(-1)
		}
	}
	return target, reached
}

// A year with two agreements: the quarters before the second are measured by
// the first, also those that are final. When the store is closed every record
// is made anew from its facts and compared.
func TestTwoAgreementsInOneYear(t *testing.T) {
	_, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102, Document: "SKP 1"})
	if err != nil {
		t.Fatal(err)
	}
	plan := made.Plans[0]
	m, old := plan.Measures[0], plan.Measures[0].Gauge.Target
	q1, q2, q3, q4 := quarter(t, 1), quarter(t, 2), quarter(t, 3), quarter(t, 4)
	rated(t, d, plan.ID, m.ID, q1, 60, model.Final)
	rated(t, d, plan.ID, m.ID, q2, 60, model.Shared)
	before, reached := targetIn(t, d, plan.ID, m.ID, q2)
	if before != old {
		t.Fatalf("target %v, want %v", before, old)
	}
	order := planning.TargetOrder{
		Plans: []model.PlanID{plan.ID}, Targets: []planning.Target{{Measure: m.ID, Low: model.Int(50)}}, From: q2, On: 20260701, Document: "Adendum 2",
	}
	var told *planning.ToldError
	if _, err := d.SetTargets(order); !errors.As(err, &told) || told.Told.Period != q2 || told.Told.State != model.Shared || told.Told.On.IsZero() {
		t.Fatalf("from a quarter that was shared: %v", err)
	}
	all, starts, current, err := d.Told(order.Plans)
	if err != nil || len(starts) != 4 || len(all[plan.ID]) != 2 {
		t.Fatalf("%v, %v, %v", all, starts, err)
	}
	free, ok := planning.FirstFree(starts, current, all[plan.ID])
	if !ok || free != q3 || current.Year() != q3.Year() {
		t.Fatalf("first free: %v, now %v", free, current)
	}
	if late, ok := planning.FirstFree(starts, q4, all[plan.ID]); !ok || late != q4 {
		t.Fatalf("where people work in the last quarter the first free is %v", late)
	}
	order.From = free
	if r, err := d.SetTargets(order); err != nil || r.Changed != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	rated(t, d, plan.ID, m.ID, q3, 60, model.Final)
	for _, p := range []model.Period{q1, q2} {
		if got, now := targetIn(t, d, plan.ID, m.ID, p); got != old || now != reached {
			t.Errorf("%v: target %v reached %v, want %v and %v", p, got, now, old, reached)
		}
	}
	for _, p := range []model.Period{q3, q4} {
		if got, _ := targetIn(t, d, plan.ID, m.ID, p); got != model.Int(50) {
			t.Errorf("%v: target %v", p, got)
		}
	}
	if _, now := targetIn(t, d, plan.ID, m.ID, q3); now != model.Int(120) {
		t.Errorf("60 of 50 is %v", now)
	}
	frozen(t, d, plan.ID, q1, old)
	frozen(t, d, plan.ID, q3, model.Int(50))
	rolled(t, d, q2, plan)
	rolled(t, d, q3, plan)
	now, err := d.Plan(plan.ID)
	if err != nil || len(now.Agreements) != 2 || len(now.Agreements[0].Measures) == 0 || now.Agreements[0].Measures[0].Gauge.Target != old {
		t.Fatalf("agreements: %+v, %v", now.Agreements, err)
	}
	if w := planning.Said(now, now.Agreements[0]); w.Document != "SKP 1" || w.On != 20260102 {
		t.Errorf("the first by %+v", w)
	}
	if w := planning.Said(now, now.Agreements[1]); w.Document != "Adendum 2" || now.Agreements[1].From != q3 {
		t.Errorf("the second by %+v", w)
	}
}

func frozen(t *testing.T, d *store.Desk, id model.PlanID, p model.Period, want model.Number) {
	t.Helper()
	e, err := d.Evaluation(id, p)
	if err != nil || e.Frozen == nil || e.Frozen.Measures[0].Gauge.Target != want {
		t.Errorf("%v: frozen %+v, %v", p, e.Frozen, err)
	}
}

// rolled compares what the unit's figures come to with the score of the only
// card.
func rolled(t *testing.T, d *store.Desk, p model.Period, plan model.Plan) {
	t.Helper()
	list, err := d.RollUp(p, rules.PermenPANRB6())
	if err != nil || len(list) != 1 || list[0].People != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	b, err := d.Scorecard(plan.ID, p)
	if err != nil {
		t.Fatal(err)
	}
	s, err := score.Of(b.Rows[0].Card, b.Rows[0].Plan, rules.PermenPANRB6())
	if err != nil || s.Value != list[0].Mean {
		t.Errorf("%v: the unit has %v, the card %v, %v", p, list[0].Mean, s.Value, err)
	}
}

// Of many, those whose period was shared are passed over and named; the rest
// change in one step, which one undo takes back.
func TestTargetsPassOverWhoWasTold(t *testing.T) {
	_, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102})
	if err != nil {
		t.Fatal(err)
	}
	a, b := made.Plans[0], made.Plans[1]
	m, q3 := a.Measures[0], quarter(t, 3)
	rated(t, d, b.ID, m.ID, q3, 60, model.Shared)
	order := planning.TargetOrder{Plans: []model.PlanID{a.ID, b.ID}, Targets: []planning.Target{{Measure: m.ID, Low: model.Int(50)}}, From: q3, On: 20260701}
	r, err := d.SetTargets(order)
	if err != nil || r.Changed != 1 || len(r.Skipped) != 1 || r.Skipped[0].Plan != b.ID || !errors.Is(r.Skipped[0].Err, model.ErrLocked) {
		t.Fatalf("%+v, %v", r, err)
	}
	if got, _ := targetIn(t, d, b.ID, m.ID, q3); got == model.Int(50) {
		t.Error("what was shared moved")
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if plan, err := d.Plan(a.ID); err != nil || len(plan.Agreements) != 0 || plan.Measures[0].Gauge.Target == model.Int(50) {
		t.Errorf("after undo: %+v, %v", plan, err)
	}
}

// Once somebody was told a result by new targets, these are not taken back
// under it.
func TestTargetsStandUnderWhatWasTold(t *testing.T) {
	s, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102})
	if err != nil {
		t.Fatal(err)
	}
	plan := made.Plans[0]
	order := planning.TargetOrder{Plans: []model.PlanID{plan.ID}, Targets: []planning.Target{{Measure: plan.Measures[0].ID, Low: model.Int(50)}}, From: quarter(t, 3), On: 20260701}
	if _, err := d.SetTargets(order); err != nil {
		t.Fatal(err)
	}
	other := s.As(model.Actor{ID: "other", Employee: "", Roles: d.Actor().Roles})
	rated(t, other, plan.ID, plan.Measures[0].ID, quarter(t, 3), 60, model.Shared)
	if _, err := d.Undo(); !errors.Is(err, model.ErrLocked) {
		t.Errorf("undo: %v", err)
	}
}

// Somebody goes to another instrument from a quarter on; the quarter before
// stays with the old one, also in the grid and in the figures of the unit.
func TestAnotherInstrumentFromAQuarterOn(t *testing.T) {
	_, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102, Document: "SKP 1"})
	if err != nil {
		t.Fatal(err)
	}
	plan := made.Plans[0]
	list, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	first := list[slices.IndexFunc(list, func(in model.Instrument) bool { return in.ID == plan.Instrument })]
	next := first.NextVersion(first.Version + 1)
	next.Indicators = next.Indicators[:len(next.Indicators)-1]
	if next, err = d.AddInstrument(next); err != nil {
		t.Fatal(err)
	}
	q2, q3 := quarter(t, 2), quarter(t, 3)
	m := plan.Measures[0].ID
	rated(t, d, plan.ID, m, q2, 60, model.Final)
	gone := plan.Measures[len(plan.Measures)-1].ID
	order := planning.TargetOrder{Plans: []model.PlanID{plan.ID}, Instrument: next.ID, From: q3, On: 20260701, Document: "Adendum 2"}
	if _, err := d.Enter(plan.ID, q3, []model.Entry{{Measure: gone, Actual: model.Some(model.Int(1))}}, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SetTargets(order); !errors.Is(err, model.ErrEntered) {
		t.Fatalf("a value would be lost: %v", err)
	}
	if _, err := d.Enter(plan.ID, q3, []model.Entry{{Measure: gone}, {Measure: m, Actual: model.Some(model.Int(60))}}, ""); err != nil {
		t.Fatal(err)
	}
	if r, err := d.SetTargets(order); err != nil || r.Changed != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	for p, want := range map[model.Period]model.Instrument{q2: first, q3: next} {
		sheet, err := d.Sheet(p, want.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, r := range sheet.Rows {
			found = found || r.Plan.ID == plan.ID && len(r.Plan.Measures) == len(want.Indicators) && r.Card.Version == want.Version
		}
		if sheet.Instrument.ID != want.ID || !found {
			t.Errorf("%v: the grid of version %d: %+v", p, sheet.Instrument.Version, sheet.Rows)
		}
		rolled(t, d, p, plan)
	}
	frozen(t, d, plan.ID, q2, plan.Measures[0].Gauge.Target)
}
