package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/tenure"
	"kinerja/store"
)

// spanned is a midwife with a plan, and what she counts: lesson hours (JP), five
// in a quarter.
func spanned(t *testing.T) (d *store.Desk, plan model.Plan, post model.Post, jp model.Measure) {
	t.Helper()
	_, d, _ = office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102, Document: "SKP 1"})
	if err != nil {
		t.Fatal(err)
	}
	plan = made.Plans[0]
	jp, _ = plan.Measure("JP")
	who, err := d.Profile(plan.Employee)
	if err != nil || len(who.Posts) != 1 || jp.Gauge.Aggregate != model.Sum || jp.Gauge.Target != model.Int(5) {
		t.Fatalf("%+v, %+v, %v", who.Posts, jp, err)
	}
	return d, plan, who.Posts[0], jp
}

// hours reads what a plan wants of JP in a period, and checks that one card, the
// grid and the roll-up over everybody come to the same.
func hours(t *testing.T, d *store.Desk, plan model.Plan, p model.Period) model.Gauge {
	t.Helper()
	rs := rules.PermenPANRB6()
	b, err := d.Scorecard(plan.ID, p)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := b.Rows[0].Plan.Measure("JP")
	want, err := score.Of(b.Rows[0].Card, b.Rows[0].Plan, rs)
	if err != nil {
		t.Fatal(err)
	}
	list, err := d.RollUp(p, rs)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range list {
		if len(list) == 1 && u.People == 1 && u.Mean != want.Value {
			t.Errorf("%v: one card comes to %v, the roll-up to %v", p, want.Value, u.Mean)
		}
	}
	if v, ok := want.Value.Get(); !ok || len(list) != 1 || v == 0 {
		t.Errorf("%v: %v in %d units", p, want.Value, len(list))
	}
	return m.Gauge
}

// Whoever leaves a post on 14 August has 45 of the 92 days' target; the quarter
// before keeps the whole; taking the change back takes it back.
func TestATargetThatAddsUpIsThatOfTheDaysHeld(t *testing.T) {
	d, plan, post, jp := spanned(t)
	q2, q3 := quarter(t, 2), quarter(t, 3)
	for _, p := range []model.Period{q2, q3} {
		if _, err := d.Enter(plan.ID, p, []model.Entry{{Measure: jp.ID, Actual: model.Some(model.Int(2))}}, ""); err != nil {
			t.Fatal(err)
		}
	}
	post.To = 2026_08_14
	if err := d.EditPost(post, ""); err != nil {
		t.Fatal(err)
	}
	want := model.Part{Held: 45, Days: 92, Full: model.Int(5)}
	if g := hours(t, d, plan, q3); g.Part != want || g.Target != model.MustNumber("2.4457") {
		t.Errorf("in the quarter: %v, %+v", g.Target, g.Part)
	}
	if g := hours(t, d, plan, q2); g != jp.Gauge {
		t.Errorf("in the quarter before: %v, %+v", g.Target, g.Part)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if g := hours(t, d, plan, q3); g != jp.Gauge {
		t.Errorf("taken back: %v, %+v", g.Target, g.Part)
	}
}

// What somebody was told does not move under them; what is final stays as it was
// made, and the end of the post is recorded all the same.
func TestAnEndDoesNotMoveWhatWasTold(t *testing.T) {
	d, plan, post, jp := spanned(t)
	q3 := quarter(t, 3)
	rated(t, d, plan.ID, jp.ID, q3, 3, model.Shared)
	post.To = 2026_08_14
	var told *planning.ToldError
	if err := d.EditPost(post, ""); !errors.As(err, &told) || told.Told.Period != q3 {
		t.Fatalf("err = %v", err)
	}
	rs := rules.PermenPANRB6()
	for _, step := range []model.EvaluationState{model.Received, model.Accepted, model.Final} {
		if _, err := d.Move(plan.ID, q3, step, model.Word{Document: "BA 1"}, rs); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.EditPost(post, ""); err != nil {
		t.Fatal(err)
	}
	b, err := d.Scorecard(plan.ID, q3)
	if err != nil {
		t.Fatal(err)
	}
	s, err := score.OfFinal(b.Rows[0].Evaluation)
	if err != nil || s.Value != b.Rows[0].Evaluation.Score {
		t.Errorf("final: %v, now %v (%v)", b.Rows[0].Evaluation.Score, s.Value, err)
	}
}

// After a transfer each part is rated by its own evaluator: the old one may still
// rate the part that ended, the new one may not, and the other way round.
func TestEachPartHasItsOwnEvaluator(t *testing.T) {
	s, d, u := office(t)
	if _, err := d.MakePlans(planning.Order{Year: 2026, On: 20260102, Document: "SKP 1"}); err != nil {
		t.Fatal(err)
	}
	who := map[string]model.StaffRow{}
	for _, name := range []string{"Ani", "Budi", "Cici"} {
		row, err := d.FindOne(name)
		if err != nil {
			t.Fatal(err)
		}
		who[name] = row
	}
	ani, budi, cici := who["Ani"].Employee, who["Budi"].Employee, who["Cici"].Employee
	before, err := d.Profile(ani)
	if err != nil {
		t.Fatal(err)
	}
	post := before.Posts[0]
	post.Evaluator = budi
	if err := d.EditPost(post, ""); err != nil {
		t.Fatal(err)
	}
	next, err := d.AddUnit(model.Unit{Name: "Puskesmas Dua", Code: "P2", Kind: model.UnitClinic, Parent: u.Parent})
	if err != nil {
		t.Fatal(err)
	}
	moved, err := d.Transfer(tenure.Order{Employee: ani, Unit: next.ID, Evaluator: cici, On: 2026_08_15, Letter: "SK 1"})
	if err != nil || moved.Ended.To != 2026_08_14 || moved.Plan.State != model.PlanDraft || moved.Plan.From != 2026_08_15 {
		t.Fatalf("%+v, %v", moved, err)
	}
	q3 := quarter(t, 3)
	old, now := model.PlanOf(post.ID, 2026), moved.Plan.ID
	as := func(id model.EmployeeID) *store.Desk {
		return s.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(model.RoleEvaluator)})
	}
	note := []model.ValueNote{{Value: "kolaboratif", Text: "membantu"}}
	for _, x := range []struct {
		desk model.EmployeeID
		plan model.PlanID
		may  bool
	}{{budi, old, true}, {budi, now, false}, {cici, old, false}, {cici, now, true}} {
		if _, err := as(x.desk).Annotate(x.plan, q3, note, ""); (err == nil) != x.may || err != nil && !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s about %s: %v, want %v", x.desk, x.plan, err, x.may)
		}
	}
	for plan, by := range map[model.PlanID]model.EmployeeID{old: budi} {
		full, err := d.Plan(plan)
		if err != nil {
			t.Fatal(err)
		}
		rated(t, d, plan, full.Measures[0].ID, q3, 60, model.Rated)
		e, err := d.Evaluation(plan, q3)
		if err != nil || e.Evaluator != by {
			t.Errorf("%s is rated by %s, want %s (%v)", plan, e.Evaluator, by, err)
		}
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
}
