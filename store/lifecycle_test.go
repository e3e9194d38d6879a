package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/sheet"
	"kinerja/store"
	"kinerja/store/storetest"
)

// drafted is a clinic whose head evaluates a midwife, both with a draft for 2026.
type drafted struct {
	s          *store.Store
	d          *store.Desk // the head's own
	head, ani  model.Employee
	above, own model.Plan
}

func newDrafted(t *testing.T) drafted {
	t.Helper()
	s := storetest.Open(t)
	d := storetest.Owner(s)
	u, err := d.AddUnit(model.Unit{Name: "Puskesmas Uji", Code: "PU", Kind: model.UnitClinic})
	if err != nil {
		t.Fatal(err)
	}
	person := func(name, number, position string, evaluator model.EmployeeID) model.Employee {
		e, err := d.AddEmployee(model.Employee{Name: name, Number: model.NIP(number)}, model.Post{Unit: u.ID, Position: position, From: 20200101, Evaluator: evaluator})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	f := drafted{s: s}
	f.head = person("Sari", "197505052000032003", "Kepala Puskesmas", "")
	f.ani = person("Ani", "198101012005012001", "Bidan Terampil", f.head.ID)
	f.d = s.As(model.Owner(f.head.ID, "Sari"))
	made, err := f.d.MakePlans(planning.Order{Year: 2026, Draft: true})
	if err != nil || len(made.Plans) != 2 {
		t.Fatal(err, len(made.Plans))
	}
	for _, p := range made.Plans {
		if p.Employee == f.head.ID {
			f.above = p
		} else {
			f.own = p
		}
	}
	return f
}

// write edits a plan, or fails the test.
func (f drafted) write(t *testing.T, id model.PlanID, edits ...planning.Edit) model.Plan {
	t.Helper()
	p, err := f.d.WritePlan(id, edits...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// step takes one step, or fails the test.
func (f drafted) step(t *testing.T, d *store.Desk, o planning.StepOrder, plans ...model.PlanID) {
	t.Helper()
	o.Plans = plans
	if done, err := d.StepPlans(o); err != nil || done.Done != len(plans) {
		t.Fatalf("%s: %+v, %v", o.Step, done, err)
	}
}

func measureIDs(p model.Plan) (list []model.ElementID) {
	for _, m := range p.Measures {
		list = append(list, m.ID)
	}
	return list
}

// linked gives both plans a result, the midwife's contributing to the head's.
func (f drafted) linked(t *testing.T) (above, own model.Plan) {
	t.Helper()
	above = f.write(t, f.above.ID, planning.PutOutcome(model.Outcome{Text: "Kematian ibu turun"}, measureIDs(f.above)))
	own = f.write(t, f.own.ID, planning.PutOutcome(model.Outcome{
		Text: "Ibu hamil diperiksa enam kali", Serves: model.Served{Plan: above.ID, Outcomes: []model.ElementID{above.Outline.Outcomes[0].ID}},
	}, measureIDs(f.own)))
	return above, own
}

// A plan is written, handed in by the person, given back with a reason, handed
// in again, agreed upon, opened and agreed anew: each with whose word it is.
func TestLifeOfAPlan(t *testing.T) {
	f := newDrafted(t)
	staff := f.s.As(model.Actor{ID: string(f.ani.ID), Employee: f.ani.ID, Roles: model.RolesOf(model.RoleStaff)})
	if _, err := staff.StepPlans(planning.StepOrder{Plans: []model.PlanID{f.own.ID}, Step: planning.Submit}); !errors.Is(err, model.ErrState) {
		t.Errorf("handed in without a result: %v", err)
	}
	f.linked(t)
	f.step(t, staff, planning.StepOrder{Step: planning.Submit}, f.own.ID)
	if _, err := f.d.WritePlan(f.own.ID, planning.Expect("loyal", "x")); !errors.Is(err, model.ErrState) {
		t.Errorf("written in while it is handed in: %v", err)
	}
	if _, err := staff.StepPlans(planning.StepOrder{Plans: []model.PlanID{f.own.ID}, Step: planning.Agree}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("agreed upon by oneself: %v", err)
	}
	f.step(t, f.d, planning.StepOrder{Step: planning.Return, Reason: "target K6 terlalu rendah"}, f.own.ID)
	if _, err := f.d.Undo(); err == nil {
		t.Error("a plan given back was taken back: its reason was told")
	}
	f.step(t, f.d, planning.StepOrder{Step: planning.Submit, Document: "SKP 1"}, f.own.ID)
	f.step(t, f.d, planning.StepOrder{Step: planning.Agree}, f.own.ID)
	f.step(t, f.d, planning.StepOrder{Step: planning.Reopen, Reason: "tugas bertambah"}, f.own.ID)
	f.write(t, f.own.ID, planning.PutOutcome(model.Outcome{Text: "Panitia HUT RI", Additional: true}, nil))
	f.step(t, f.d, planning.StepOrder{Step: planning.Agree, Document: "Adendum"}, f.own.ID)
	form, err := f.d.PlanForm(f.own.ID)
	if err != nil {
		t.Fatal(err)
	}
	p := form.Plan
	var got string
	for _, w := range p.Words {
		via := map[model.Via]string{model.Own: "own", model.Recorded: "recorded"}[w.Via]
		got += w.Act + " " + form.Names[w.Whose] + " " + via + " " + w.Reason + w.Document + "\n"
	}
	want := "submitted Ani own \nreturned Sari own target K6 terlalu rendah\nsubmitted Ani recorded SKP 1\nagreed Sari own \n" +
		"revised Sari own tugas bertambah\nagreed Ani recorded Adendum\n"
	if got != want {
		t.Errorf("words:\n%swant:\n%s", got, want)
	}
	if now := model.PeriodAt(model.Quarter, f.s.Today()); len(p.Agreements) != 2 || p.Agreements[1].From != now {
		t.Errorf("agreed anew without saying from when: %+v, not from %v", p.Agreements, now)
	}
	if len(p.Agreements) != 2 || len(p.Agreements[0].Outline.Outcomes) != 1 || len(p.Agreements[1].Outline.Outcomes) != 2 {
		t.Errorf("agreements %+v", p.Agreements)
	}
	if s := form.Serves(p.Outline.Outcomes[0]); len(s) != 1 || s[0] != "Kematian ibu turun" {
		t.Errorf("it serves %q", s)
	}
	verify(t, f.s)
}

// Many plans move together, those in the way are named, and one undo takes all
// of it back.
func TestStepsTogether(t *testing.T) {
	f := newDrafted(t)
	f.linked(t)
	f.step(t, f.d, planning.StepOrder{Step: planning.Submit}, f.above.ID)
	var paper *planning.PaperError
	if _, err := f.d.StepPlans(planning.StepOrder{Plans: []model.PlanID{f.own.ID}, Step: planning.Submit, Document: " "}); !errors.As(err, &paper) {
		t.Errorf("the word of another without a paper: %v", err)
	}
	done, err := f.d.StepPlans(planning.StepOrder{Plans: []model.PlanID{f.above.ID, f.own.ID}, Step: planning.Submit, Document: "SKP 1"})
	if err != nil || done.Done != 1 || len(done.Skipped) != 1 || done.Skipped[0].Employee != f.head.ID {
		t.Fatalf("%+v, %v", done, err)
	}
	f.step(t, f.d, planning.StepOrder{Step: planning.Agree, Document: "BA 1"}, f.above.ID, f.own.ID)
	if _, err := f.d.Undo(); err != nil {
		t.Fatal(err)
	}
	for _, id := range []model.PlanID{f.above.ID, f.own.ID} {
		if p, err := f.d.Plan(id); err != nil || p.State != model.PlanSubmitted {
			t.Errorf("after undo: %v, %v", p.State, err)
		}
	}
	if _, err := f.d.StepPlans(planning.StepOrder{Plans: []model.PlanID{f.own.ID}, Step: planning.Agree, Document: "BA", On: 20991231}); !errors.Is(err, model.ErrFuture) {
		t.Errorf("in the future: %v", err)
	}
	if _, err := f.d.StepPlans(planning.StepOrder{Plans: []model.PlanID{f.own.ID}, Step: planning.Agree, Document: "BA", On: 20190101}); !errors.Is(err, model.ErrPast) {
		t.Errorf("before the post: %v", err)
	}
}

// The plans of a year become drafts of the next, links included.
func TestCopyPlans(t *testing.T) {
	f := newDrafted(t)
	above, own := f.linked(t)
	f.step(t, f.d, planning.StepOrder{Step: planning.Agree, Document: "SKP"}, above.ID, own.ID)
	list, skipped, err := f.d.CopyPlans(planning.CopyOrder{Plan: above.ID, Year: 2027}, planning.CopyOrder{Plan: own.ID, Year: 2027})
	if err != nil || len(list) != 2 || skipped != nil {
		t.Fatalf("%d copied, %v, %v", len(list), skipped, err)
	}
	p := list[1].Plan
	if s := p.Outline.Outcomes[0].Serves; p.State != model.PlanDraft || s.Plan != model.PlanOf(above.Post, 2027) || len(s.Outcomes) != 1 {
		t.Errorf("copy %v, serves %+v", p.State, s)
	}
	m, err := f.d.Matrix(list[0].Plan.ID)
	if err != nil || m.Team != 1 || len(m.Rows) != 1 || len(m.Rows[0].By) != 1 || len(m.Unlinked) != 0 || m.Rows[0].By[0].Staff.Name != "Ani" {
		t.Errorf("matrix %+v, %v", m, err)
	}
	if _, _, err := f.d.CopyPlans(planning.CopyOrder{Plan: own.ID, Year: 2027}); !errors.Is(err, model.ErrExists) {
		t.Errorf("copied over a plan: %v", err)
	}
	if _, err := f.d.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.d.Plan(p.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("after undo: %v", err)
	}
	if m, err := f.d.Matrix(above.ID); err != nil || len(m.Rows[0].By) != 1 {
		t.Errorf("matrix of 2026: %+v, %v", m, err)
	}
}

// What is told in words is left out of the number, in the grid and of what is
// frozen too.
func TestFrozenInWords(t *testing.T) {
	f := newDrafted(t)
	_, own := f.linked(t)
	rest := measureIDs(own)[1:]
	edits := []planning.Edit{planning.Approached(model.Qualitative)}
	for _, id := range rest {
		edits = append(edits, planning.InWords(id, "Terlaksana baik"))
	}
	f.write(t, own.ID, edits...)
	f.step(t, f.d, planning.StepOrder{Step: planning.Agree, Document: "SKP", On: 20260105}, own.ID)
	q3 := quarter(t, 3)
	rated(t, f.d, own.ID, own.Measures[0].ID, q3, 90, model.Final)
	e, err := f.d.Evaluation(own.ID, q3)
	if err != nil || e.Frozen == nil {
		t.Fatal(err, e.State)
	}
	if s, err := score.OfFinal(e); err != nil || s.Share != model.Int(100) || s.Value != model.Some(model.Int(100)) {
		t.Errorf("final: %v of %v %%, %v", s.Value, s.Share, err)
	}
	// And in the figures of the unit: its weight is no missing data.
	if list, err := f.d.RollUp(q3, rules.PermenPANRB6()); err != nil || len(list) != 1 || list[0].Lacks != 0 || list[0].Meets != 1 || list[0].Mean != model.Some(model.Int(100)) {
		t.Errorf("the unit: %+v, %v", list, err)
	}
	in, err := f.d.Sheet(q3, own.Instrument, "")
	if err != nil {
		t.Fatal(err)
	}
	g := sheet.Build(in, rules.Only(rules.PermenPANRB6()))
	for i, p := range g.People {
		if p.Plan.ID == own.ID && (p.Missing != 0 || !g.InWords(i, 1) || g.InWords(i, 0)) {
			t.Errorf("the grid lacks %d, in words %v %v", p.Missing, g.InWords(i, 0), g.InWords(i, 1))
		}
	}
}
