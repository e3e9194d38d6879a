package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/closing"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/storetest"
)

// planned writes a line for a measure of Rina's plan, and returns it.
func planned(t *testing.T, d *store.Desk, plan model.Plan, p model.Period, measure int) action.Action {
	t.Helper()
	s, err := d.ChangeActions(plan.ID, p, action.Put(action.Action{Measure: plan.Measures[measure].ID, Text: "Sweeping imunisasi", Target: "12 desa"}))
	if err != nil {
		t.Fatal(err)
	}
	return s.Actions[len(s.Actions)-1]
}

func q4() model.Period { p, _ := model.ParsePeriod("2026-Q4"); return p }

// Staff write what they do, what came of it and what shows it; the file keeps it,
// says in the record what changed, and takes it back.
func TestActionPlan(t *testing.T) {
	c := openClinic(t)
	if st, err := c.rina.Actions(c.plan.ID, q4()); err != nil || st.Sheet.State() != action.Empty || st.Lock != nil || st.Staff.Employee != c.who {
		t.Fatalf("%+v, %v", st, err)
	}
	line := planned(t, c.rina, c.plan, q4(), 0)
	if _, err := c.rina.ChangeActions(c.plan.ID, q4(), action.Realise(line.ID, "12 desa selesai", "register")); err != nil {
		t.Fatal(err)
	}
	photo := action.Evidence{Name: "Register kohort", Place: "/media/stik/kohort.xlsx", Digest: "9f86d081", Size: 4}
	s, err := c.sari.ChangeActions(c.plan.ID, q4(), action.Show(line.ID, photo))
	if err != nil || s.State() != action.Realised || s.Actions[0].Evidence[0].On != model.DateOf(storetest.Noon, model.WIB) {
		t.Fatalf("%+v, %v", s, err)
	}
	st, err := c.rina.Actions(c.plan.ID, q4())
	if err != nil || len(st.Sheet.EvidenceOf(st.Plan, c.plan.Measures[0].ID)) != 1 {
		t.Errorf("%+v, %v", st, err)
	}
	verify(t, c.s)
	list, err := c.sari.RecordOf(store.RecordQuery{Where: store.Where{Employee: c.who}, Limit: 3})
	if err != nil || len(list) != 3 || list[0].Fact.Header.Verb != model.VerbEvidence || list[0].Where.Plan != c.plan.ID || list[0].Where.Period != q4() {
		t.Errorf("the record: %+v, %v", list, err)
	}
	if !slices.ContainsFunc(list[1].Changes, func(ch store.Change) bool { return ch.After == "12 desa selesai" }) {
		t.Errorf("what came of it does not stand in the record: %+v", list[1].Changes)
	}
	info, err := c.sari.Undo()
	if err != nil || info.Verb != model.VerbEvidence || info.Employee != c.who || info.Detail != "2026-Q4" {
		t.Fatalf("%+v, %v", info, err)
	}
	if st, err := c.sari.Actions(c.plan.ID, q4()); err != nil || len(st.Sheet.Actions[0].Evidence) != 0 {
		t.Errorf("after undo: %+v, %v", st, err)
	}
	if _, err := c.sari.Redo(); err != nil {
		t.Fatal(err)
	}
	verify(t, c.s)
}

// Records are what their facts say: also those of action plans.
func TestActionPlanFromItsFacts(t *testing.T) {
	c := openClinic(t)
	line := planned(t, c.sari, c.plan, q4(), 0)
	planned(t, c.sari, c.plan, q4(), 1)
	steps := []action.Change{
		action.Show(line.ID, action.Evidence{Name: "Foto", Place: "lemari 2"}), action.Realise(line.ID, "selesai", ""),
		action.Remove(line.ID),
	}
	for _, step := range steps {
		if _, err := c.sari.ChangeActions(c.plan.ID, q4(), step); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.sari.Undo(); err != nil {
		t.Fatal(err)
	}
	kept, err := c.s.Forms()
	if err != nil {
		t.Fatal(err)
	}
	made, err := c.s.Rebuild()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for key, want := range kept {
		if key.Kind == model.KindAction {
			seen++
			if string(made[key]) != string(want) {
				t.Errorf("made %x, kept %x", made[key], want)
			}
		}
	}
	if seen != 4 { // three are the sample's
		t.Errorf("%d action plans in the file", seen)
	}
	st, err := c.sari.Actions(c.plan.ID, q4())
	if err != nil || len(st.Sheet.Actions) != 2 || st.Sheet.Actions[0].State() != action.Realised {
		t.Errorf("%+v, %v", st, err)
	}
	verify(t, c.s)
}

// Undoing what made a sheet leaves none, and a plan on which one stands is not
// undone under it.
func TestUndoOfTheFirstAction(t *testing.T) {
	c := openClinic(t)
	planned(t, c.sari, c.plan, q4(), 0)
	if _, err := c.sari.Undo(); err != nil {
		t.Fatal(err)
	}
	if st, err := c.sari.Actions(c.plan.ID, q4()); err != nil || st.Sheet.State() != action.Empty {
		t.Errorf("%+v, %v", st, err)
	}
	planned(t, c.sari, c.plan, q4(), 0)
	verify(t, c.s)
}

// What was shared with the person does not move, neither by hand nor by undo;
// nor does what is closed.
func TestActionPlanIsLockedWithItsEvaluation(t *testing.T) {
	c := openClinic(t)
	rs := rules.PermenPANRB6()
	line := planned(t, c.sari, c.plan, q4(), 0)
	rate(t, storetest.Owner(c.s), c.plan.ID, q4())
	if _, err := storetest.Owner(c.s).Move(c.plan.ID, q4(), model.Shared, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	if _, err := c.rina.ChangeActions(c.plan.ID, q4(), action.Show(line.ID, action.Evidence{Name: "Foto", Place: "map"})); !errors.Is(err, model.ErrLocked) {
		t.Errorf("evidence after sharing: %v", err)
	}
	if _, err := c.sari.Undo(); !errors.Is(err, model.ErrLocked) {
		t.Errorf("undone after sharing: %v", err)
	}
	if st, err := c.rina.Actions(c.plan.ID, q4()); err != nil || !st.Locked() {
		t.Errorf("%+v, %v", st.Lock, err)
	}
	if _, err := storetest.Owner(c.s).Move(c.plan.ID, q4(), model.Rated, model.Word{Document: "salah ketik"}, rs); err != nil {
		t.Fatal(err)
	}
	if _, err := c.rina.ChangeActions(c.plan.ID, q4(), action.Show(line.ID, action.Evidence{Name: "Foto", Place: "map"})); err != nil {
		t.Errorf("after it was withdrawn: %v", err)
	}
	if _, err := storetest.Owner(c.s).ClosePeriod(closing.Order{Unit: c.plan.Unit, Period: q4().Prev(), Reason: "surat tutup"}, rules.Only(rs)); err != nil {
		t.Fatal(err)
	}
	var closed *model.ClosedError
	if _, err := c.rina.ChangeActions(c.plan.ID, q4().Prev(), action.Put(action.Action{Text: "x"})); !errors.As(err, &closed) {
		t.Errorf("in a closed period: %v", err)
	}
}

// Staff write their own and no other's; who may not see a plan sees no action
// plan; what comes from outside is held to the same rules.
func TestWhoWritesActionPlans(t *testing.T) {
	c := openClinic(t)
	owner := storetest.Owner(c.s)
	head, err := owner.Profile(c.sari.Actor().Employee)
	if err != nil || len(head.Plans) == 0 {
		t.Fatal(err)
	}
	other := head.Plans[0]
	if _, err := c.rina.ChangeActions(other.ID, q4(), action.Put(action.Action{Text: "x"})); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff write the head's: %v", err)
	}
	if _, err := c.rina.Actions(other.ID, q4()); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff read the head's: %v", err)
	}
	auditor := c.s.As(model.Actor{ID: "i", Roles: model.RolesOf(model.RoleAuditor)})
	if st, err := auditor.Actions(c.plan.ID, q4()); err != nil || !errors.Is(st.Lock, model.ErrNotAllowed) || st.Locked() {
		t.Errorf("the inspectorate: %+v, %v", st.Lock, err)
	}
	if _, err := owner.ChangeActions(c.plan.ID, 0); !errors.Is(err, model.ErrNothing) {
		t.Errorf("no change: %v", err)
	}
	last := model.Period(0)
	if _, err := owner.ChangeActions(c.plan.ID, last, action.Put(action.Action{Text: "x"})); !errors.Is(err, model.ErrBadPeriod) {
		t.Errorf("no period: %v", err)
	}
	bad := action.New(c.plan, q4())
	bad.Actions = []action.Action{{ID: "a", Text: "x", Evidence: []action.Evidence{{ID: "b", Place: "map", On: 2026_10_01}}}}
	if _, err := owner.Apply(context.Background(), model.VerbImport, func(yield func(any) bool) { yield(bad) }, nil); !errors.Is(err, model.ErrMissing) {
		t.Errorf("evidence without a name, from outside: %v", err)
	}
	bad.Actions[0].Evidence[0].Name = "Foto"
	if _, err := owner.Apply(context.Background(), model.VerbImport, func(yield func(any) bool) { yield(bad) }, nil); err != nil {
		t.Error(err)
	}
	verify(t, c.s)
}

// A cell knows what shows its value; a board counts the actions without evidence
// of each, and of those who plan none nothing.
func TestWhereEvidenceIsSeen(t *testing.T) {
	c := openClinic(t)
	line := planned(t, c.rina, c.plan, q4(), 0)
	if _, err := c.rina.ChangeActions(c.plan.ID, q4(), action.Show(line.ID, action.Evidence{Name: "Register kohort", Place: "lemari 2"})); err != nil {
		t.Fatal(err)
	}
	tr, err := c.sari.Trace(c.plan.ID, q4(), c.plan.Measures[0].ID)
	if err != nil || len(tr.Evidence) != 1 || tr.Evidence[0].Name != "Register kohort" {
		t.Errorf("where the value comes from: %+v, %v", tr.Evidence, err)
	}
	if tr, err = c.sari.Trace(c.plan.ID, q4(), c.plan.Measures[1].ID); err != nil || len(tr.Evidence) != 0 {
		t.Errorf("of another measure: %+v, %v", tr.Evidence, err)
	}
	unproven := func(want int) {
		t.Helper()
		b, err := c.sari.Board(q4(), "")
		one, err2 := c.sari.Scorecard(c.plan.ID, q4())
		if err != nil || err2 != nil || len(one.Rows) != 1 || one.Rows[0].Unproven != want {
			t.Fatalf("%v, %v", err, err2)
		}
		for _, row := range b.Rows {
			if row.Plan.ID == c.plan.ID && row.Unproven != want || row.Plan.ID != c.plan.ID && row.Unproven != 0 {
				t.Errorf("%s: %d actions without evidence", row.Staff.Name, row.Unproven)
			}
		}
	}
	unproven(0)
	planned(t, c.rina, c.plan, q4(), 1)
	unproven(1)
}
