package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/store"
)

var thirdQuarter = model.PeriodAt(model.Quarter, 20260930)

func decided(c closable, g unitresult.Grade) unitresult.Order {
	return unitresult.Order{
		Unit: c.clinic.ID, Period: thirdQuarter, Document: "SK 800/12",
		Proposal: unitresult.Proposal{Grade: g, Basis: "rencana aksi TW III", Decider: "Kepala Dinas Kesehatan"},
	}
}

func marks(t *testing.T, d *store.Desk, behaviour model.Rating, plans ...model.Plan) {
	t.Helper()
	for _, p := range plans {
		if _, err := d.Mark(p.ID, thirdQuarter, store.Rating{Result: model.Meets, Behaviour: behaviour, Reason: "bukti", Rules: rules.PermenPANRB6()}); err != nil {
			t.Fatal(err)
		}
	}
}

func overviewOf(t *testing.T, c closable) overview.Unit {
	t.Helper()
	u, err := c.d.UnitOverview(c.clinic.ID, thirdQuarter, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// A unit's result is proposed, set, and revised with a reason; the distribution
// of its people (with the pustu that has no head, without the one that has) is
// held against the pattern; a reason for what does not fit is kept with the
// counts it is about, and no longer answers once they move. Nobody's rating
// moves by any of it.
func TestUnitResult(t *testing.T) {
	c, guide := newClosable(t), distribution.SE3()
	marks(t, c.d, model.Meets, c.head, c.here, c.away)
	if u := overviewOf(t, c); u.Counts != (distribution.Counts{model.Good: 2}) || u.Verdict(guide) != overview.NoResult || len(u.Children) != 1 || u.Children[0].Counts.People() != 1 {
		t.Fatalf("%+v", u)
	}
	if _, err := c.d.ProposeUnitResult(decided(c, unitresult.Outstanding)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.d.ExplainDistribution(unitresult.Order{Unit: c.clinic.ID, Period: thirdQuarter, Reason: "x"}, guide); !errors.Is(err, model.ErrState) {
		t.Errorf("explained before it was decided: %v", err)
	}
	r, err := c.d.SetUnitResult(decided(c, unitresult.Good))
	if err != nil || r.State != unitresult.Set || r.Last().Via != model.Recorded || r.Last().Document != "SK 800/12" {
		t.Fatalf("%+v, %v", r, err)
	}
	if u := overviewOf(t, c); u.Verdict(guide) != overview.NeedReason {
		t.Fatalf("%v: %+v", u.Verdict(guide), u.Findings(guide))
	}
	why := unitresult.Order{Unit: c.clinic.ID, Period: thirdQuarter}
	if _, err := c.d.ExplainDistribution(why, guide); !errors.Is(err, model.ErrReason) {
		t.Errorf("explained without a reason: %v", err)
	}
	why.Reason = "hanya dua orang"
	if r, err = c.d.ExplainDistribution(why, guide); err != nil || r.Exception.Guide != "se3-2023@1" {
		t.Fatal(err)
	}
	if u := overviewOf(t, c); u.Verdict(guide) != overview.Explained {
		t.Error(u.Verdict(guide))
	}
	if e, err := c.d.Evaluation(c.here.ID, thirdQuarter); err != nil || e.Predicate != model.Good {
		t.Errorf("a rating moved: %+v, %v", e, err)
	}
	marks(t, c.d, model.Below, c.here)
	u := overviewOf(t, c)
	if u.Verdict(guide) != overview.Fits { // one Good, one Poor: 50 %, and somebody below
		t.Errorf("%v: %v", u.Verdict(guide), u.Counts)
	}
	if _, err := c.d.ExplainDistribution(why, guide); !errors.Is(err, model.ErrNothing) {
		t.Errorf("explained what fits: %v", err)
	}
	again := decided(c, unitresult.Outstanding)
	if _, err := c.d.SetUnitResult(again); !errors.Is(err, model.ErrReason) {
		t.Errorf("revised without a reason: %v", err)
	}
	again.Reason = "perjanjian kinerja dihitung ulang"
	if r, err = c.d.SetUnitResult(again); err != nil || r.State != unitresult.Revised || len(r.Words) != 2 {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := c.d.Undo(); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("a decision was undone: %v", err)
	}
	verify(t, c.s)
}

// The leader above decides; the head does not decide on the own unit, and others
// record it from a document only.
func TestWhoSetsAUnitResult(t *testing.T) {
	c := newClosable(t)
	above, err := c.d.AddEmployee(model.Employee{Name: "Kepala Dinas", Number: "197001011995031001"}, model.Post{Unit: c.clinic.ID, Position: "Kepala Dinas", From: 20200101})
	if err != nil {
		t.Fatal(err)
	}
	pr, err := c.d.Profile(c.head.Employee)
	if err != nil {
		t.Fatal(err)
	}
	post := pr.Posts[0]
	if post.Evaluator = above.ID; c.d.EditPost(post, "") != nil {
		t.Fatal("post")
	}
	as := func(id model.EmployeeID, roles ...model.Role) *store.Desk {
		return c.s.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(roles...)})
	}
	own := decided(c, unitresult.Good)
	own.Document = ""
	head := as(c.head.Employee, model.RoleStaff, model.RoleEvaluator)
	for name, d := range map[string]*store.Desk{"head": head, "owner": c.d} {
		var field *model.FieldError
		if _, err := d.SetUnitResult(own); !errors.As(err, &field) || field.Field != "document" {
			t.Errorf("%s decides without a document: %v", name, err)
		}
	}
	if _, err := as(c.here.Employee, model.RoleStaff).SetUnitResult(decided(c, unitresult.Good)); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff: %v", err)
	}
	r, err := head.SetUnitResult(decided(c, unitresult.Good))
	if err != nil || r.Last().Whose != above.ID || r.Last().By != c.head.Employee {
		t.Errorf("recorded by the head: %+v, %v", r, err)
	}
	own.Reason = "dibaca ulang"
	if r, err = as(above.ID, model.RoleStaff, model.RoleEvaluator).SetUnitResult(own); err != nil || r.Last().Via != model.Own || r.Last().Whose != above.ID {
		t.Errorf("the leader above: %+v, %v", r, err)
	}
	// Who only works there sees the result, and no count that is a name.
	marks(t, c.d, model.Meets, c.head, c.here)
	u, err := as(c.here.Employee, model.RoleStaff).UnitOverview(c.clinic.ID, thirdQuarter, rules.PermenPANRB6())
	if !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("of another unit: %+v, %v", u, err)
	}
	post.Evaluator = ""
	verify(t, c.s)
}

// A proposal is undone like any draft; an undone one is gone.
func TestProposalIsUndone(t *testing.T) {
	c := newClosable(t)
	if _, err := c.d.ProposeUnitResult(decided(c, unitresult.Poor)); err != nil {
		t.Fatal(err)
	}
	if info, err := c.d.Undo(); err != nil || info.Verb != model.VerbProposeUnit || info.What != "Puskesmas" {
		t.Fatalf("%+v, %v", info, err)
	}
	if u := overviewOf(t, c); u.Result.Grade != unitresult.NoGrade {
		t.Errorf("%+v", u.Result)
	}
	if _, err := c.d.SetUnitResult(decided(c, unitresult.Good)); err != nil {
		t.Fatal(err)
	}
	verify(t, c.s)
}

// The indicators of a unit are combined as the grid combines them, period by
// period, and held against the target.
func TestUnitIndicators(t *testing.T) {
	c := newClosable(t)
	for _, p := range []model.Plan{c.here, c.away} {
		if _, err := c.d.Enter(p.ID, thirdQuarter, one(p, 90), ""); err != nil {
			t.Fatal(err)
		}
	}
	u := overviewOf(t, c)
	found := 0
	for _, l := range u.Lines {
		if len(l.Cells) != len(u.Shown) {
			t.Fatalf("%d cells in %d periods", len(l.Cells), len(u.Shown))
		}
		for _, cell := range l.Cells {
			if n, ok := cell.Value.Get(); ok {
				found++
				if n != model.Int(90) || cell.People != 1 || !cell.Reached.Present() {
					t.Errorf("%s: %+v", l.Gauge.Code, cell)
				}
			}
		}
	}
	if found != 1 {
		t.Errorf("%d cells with a value: those of another head are not this unit's", found)
	}
}

// The head's own evaluation is suggested what the unit's result folds into, and
// nobody else's is; the agenda says what is open about the unit.
func TestHeadByTheUnitsResult(t *testing.T) {
	c, rs := newClosable(t), rules.PermenPANRB6()
	open := func() []agenda.Obstacle {
		a, err := c.d.Agenda(store.AgendaQuery{Period: thirdQuarter, Unit: c.clinic.ID, Rules: rules.Only(rs)})
		if err != nil {
			t.Fatal(err)
		}
		return a.Units
	}
	if o := open(); len(o) != 1 || o[0].Kind != agenda.UnitUndecided {
		t.Errorf("%+v", o)
	}
	if _, err := c.d.SetUnitResult(decided(c, unitresult.Outstanding)); err != nil {
		t.Fatal(err)
	}
	if o := open(); len(o) != 0 {
		t.Errorf("nobody is rated: %+v", o)
	}
	above := store.Rating{Result: model.Above, Behaviour: model.Meets, Rules: rs}
	if e, err := c.d.Mark(c.head.ID, thirdQuarter, above); err != nil || e.Suggested != model.Above {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := c.d.Mark(c.here.ID, thirdQuarter, above); !errors.Is(err, model.ErrReason) {
		t.Errorf("a member of staff is rated by the unit's result: %v", err)
	}
	marks(t, c.d, model.Meets, c.here)
	if o := open(); len(o) != 1 || o[0].Kind != agenda.UnitSpread { // Istimewa: Sangat baik should be the largest
		t.Errorf("%+v", o)
	}
	results, err := c.d.UnitResults(thirdQuarter)
	if err != nil || results[c.clinic.ID].Grade != unitresult.Outstanding {
		t.Errorf("%+v, %v", results, err)
	}
}

// While somebody is still to be rated nothing is compared; once the period is
// closed over them, those who were rated are all there is.
func TestAClosedPeriodIsCompared(t *testing.T) {
	c, rs := newClosable(t), rules.PermenPANRB6()
	guide := rs.Distribution()
	if _, err := c.d.SetUnitResult(decided(c, unitresult.Outstanding)); err != nil {
		t.Fatal(err)
	}
	marks(t, c.d, model.Meets, c.here)
	if u := overviewOf(t, c); u.Verdict(guide) != overview.Open {
		t.Fatalf("%s", u.Verdict(guide))
	}
	if _, err := c.d.ClosePeriod(closing.Order{Unit: c.clinic.ID, Period: thirdQuarter, Reason: "batas waktu"}, rules.Only(rs)); err != nil {
		t.Fatal(err)
	}
	if u := overviewOf(t, c); u.Verdict(guide) != overview.NeedReason || !u.Closed {
		t.Errorf("%s, closed %v", u.Verdict(guide), u.Closed)
	}
	a, err := c.d.Agenda(store.AgendaQuery{Period: thirdQuarter, Unit: c.clinic.ID, Rules: rules.Only(rs)})
	if err != nil || len(a.Units) != 1 || a.Units[0].Kind != agenda.UnitSpread {
		t.Errorf("%+v, %v", a.Units, err)
	}
}
