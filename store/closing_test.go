package store_test

import (
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/storetest"
)

// closable is a puskesmas with a head, a pustu without and one with a head of
// its own, one person in each, with plans for 2026.
type closable struct {
	s                *store.Store
	d                *store.Desk
	clinic           model.Unit
	head, here, away model.Plan // of the head, in the pustu without a head, in the one with
}

func newClosable(t *testing.T) closable {
	t.Helper()
	s := storetest.Open(t)
	d := storetest.Owner(s)
	unit := func(name string, above model.UnitID) model.Unit {
		u, err := d.AddUnit(model.Unit{Name: name, Code: name, Parent: above})
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	person := func(name, number string, u model.UnitID) model.Employee {
		e, err := d.AddEmployee(model.Employee{Name: name, Number: model.NIP(number)}, model.Post{Unit: u, Position: "Bidan Terampil", From: 20200101})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	c := closable{s: s, d: d, clinic: unit("Puskesmas", "")}
	here, away := unit("Pustu Hilir", c.clinic.ID), unit("Pustu Mudik", c.clinic.ID)
	head := person("Sari", "197505052000032003", c.clinic.ID)
	a := person("Ani", "198101012005012001", here.ID)
	b := person("Budi", "198202022006021002", away.ID)
	c.clinic.Head, away.Head = head.ID, b.ID
	for _, u := range []model.Unit{c.clinic, away} {
		if err := d.EditUnit(u, ""); err != nil {
			t.Fatal(err)
		}
	}
	made, err := d.MakePlans(planning.Order{Year: 2026, Document: "SKP 1"})
	if err != nil || len(made.Plans) != 3 {
		t.Fatal(err, len(made.Plans))
	}
	for _, p := range made.Plans {
		switch p.Employee {
		case head.ID:
			c.head = p
		case a.ID:
			c.here = p
		case b.ID:
			c.away = p
		}
	}
	return c
}

func one(p model.Plan, n int64) []model.Entry {
	return []model.Entry{{Measure: p.Measures[0].ID, Actual: model.Some(model.Int(n))}}
}

// Closing needs a reason for what is left, holds for the pustu without a head
// only, refuses what makes numbers and judgements, names who closed it, lets what
// the law gives time for run on, and is opened again with a reason only.
func TestClosingAPeriod(t *testing.T) {
	c, rs := newClosable(t), rules.PermenPANRB6()
	d, both := c.d, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "bukti", Rules: rs}
	if _, err := d.Rate(c.here.ID, q3, both); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Move(c.here.ID, q3, model.Shared, model.Word{}, rs); err != nil {
		t.Fatal(err)
	}
	order := closing.Order{Period: q3}
	if _, err := d.ClosePeriod(order, rules.Only(rs)); !errors.Is(err, model.ErrReason) {
		t.Fatalf("closed over what is left without a reason: %v", err)
	}
	seen, err := d.WouldClose(order, rules.Only(rs))
	if err != nil || !slices.ContainsFunc(seen.Obstacles, func(o agenda.Obstacle) bool { return o.Plan == c.head.ID }) ||
		slices.ContainsFunc(seen.Obstacles, func(o agenda.Obstacle) bool { return o.Head != (o.Plan == c.head.ID) }) {
		t.Errorf("the head's own rows: %+v, %v", seen.Obstacles, err)
	}
	order.Reason = "menunggu surat terima"
	kept, err := d.ClosePeriod(order, rules.Only(rs))
	if err != nil {
		t.Fatal(err)
	}
	act, _ := kept.Last()
	if !slices.ContainsFunc(act.Left, func(l closing.Left) bool { return l.Plan == c.here.ID && l.Kind == "not_received" }) ||
		slices.ContainsFunc(act.Left, func(l closing.Left) bool { return l.Plan == c.away.ID }) || len(kept.Units) != 2 {
		t.Errorf("%+v", kept)
	}
	if _, err := d.ClosePeriod(order, rules.Only(rs)); !errors.Is(err, model.ErrNothing) {
		t.Errorf("closed twice: %v", err)
	}
	refused := func(what string, err error) {
		t.Helper()
		var closed *model.ClosedError
		if !errors.As(err, &closed) || closed.Unit != "Puskesmas" || closed.On != 20261005 || closed.Period != q3 {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err = d.Enter(c.head.ID, q3, one(c.head, 90), "")
	refused("enter", err)
	_, err = d.Rate(c.head.ID, q3, both)
	refused("rate", err)
	_, err = d.Annotate(c.head.ID, q3, nil, "x")
	refused("note", err)
	_, err = d.Move(c.here.ID, q3, model.Rated, model.Word{Document: "keliru"}, rs)
	refused("withdraw", err)
	moved, err := d.MoveAll([]model.PlanID{c.here.ID}, q3, model.Rated, model.Word{Document: "keliru"}, rs)
	if err != nil {
		t.Fatal(err)
	}
	refused("withdraw several", moved[0].Err)
	target := planning.TargetOrder{Plans: []model.PlanID{c.head.ID}, From: q3, Document: "SKP 2",
		Targets: []planning.Target{{Measure: c.head.Measures[0].ID, Low: model.Int(33)}}}
	if _, err = d.SetTargets(target); !errors.Is(err, model.ErrLocked) {
		t.Errorf("targets: %v", err)
	}
	// The pustu with a head of its own, and another period, are open.
	if _, err := d.Enter(c.away.ID, q3, one(c.away, 90), ""); err != nil {
		t.Error(err)
	}
	if _, err := d.Enter(c.head.ID, q3.Prev(), one(c.head, 90), ""); err != nil {
		t.Error(err)
	}
	// What is the member of staff's runs on, up to final.
	paper := model.Word{Document: "tanda terima 7"}
	for _, to := range []model.EvaluationState{model.Received, model.Accepted, model.Final} {
		if _, err := d.Move(c.here.ID, q3, to, paper, rs); err != nil {
			t.Errorf("%v: %v", to, err)
		}
	}
	if b, err := d.Scorecard(c.here.ID, q3); err != nil || b.Closed == nil {
		t.Errorf("the card does not say that it is closed: %v", err)
	}
	if b, err := d.Board(q3, ""); err != nil || b.Closed != nil {
		t.Errorf("a board with an open pustu says closed: %v, %v", b.Closed, err)
	}
	// A head named later opens nothing.
	tree, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	pustu := tree[c.here.Unit]
	pustu.Head = c.here.Employee
	if err := d.EditUnit(pustu, "kepala baru"); err != nil {
		t.Fatal(err)
	}
	_, err = d.Enter(c.here.ID, q3, one(c.here, 90), "")
	if !errors.Is(err, model.ErrLocked) {
		t.Error(err)
	}
	if _, err := d.ReopenPeriod(closing.Order{Period: q3}); !errors.Is(err, model.ErrReason) {
		t.Errorf("opened again without a reason: %v", err)
	}
	if _, err := d.ReopenPeriod(closing.Order{Period: q3, Reason: "data Agustus menyusul"}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Enter(c.head.ID, q3, one(c.head, 91), ""); err != nil {
		t.Errorf("after it was opened again: %v", err)
	}
	list, err := d.Closings(q3, "")
	if err != nil || len(list) != 1 || list[0].Closing.Closed() || len(list[0].Closing.Acts) != 2 {
		t.Errorf("%+v, %v", list, err)
	}
}

// Results entered before the period was closed are not taken back under it, nor
// is the closing itself: it is opened again with a reason.
func TestNoUndoUnderAClosing(t *testing.T) {
	c, rs := newClosable(t), rules.PermenPANRB6()
	other := c.s.As(model.Owner(c.away.Employee, "Budi"))
	if _, err := c.d.Enter(c.head.ID, q3, one(c.head, 90), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := other.ClosePeriod(closing.Order{Period: q3, Reason: "surat"}, rules.Only(rs)); err != nil {
		t.Fatal(err)
	}
	var closed *model.ClosedError
	if _, err := c.d.Undo(); !errors.As(err, &closed) || closed.By != "Budi" {
		t.Errorf("undo of results under a closing: %v", err)
	}
	if _, err := other.Undo(); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("undo of a closing: %v", err)
	}
}

// A period that lasts is not closed; nor may a member of staff close one, and
// the head of the unit may.
func TestWhoClosesAndWhen(t *testing.T) {
	c, rs := newClosable(t), rules.PermenPANRB6()
	if _, err := c.d.ClosePeriod(closing.Order{Period: q3.Next(), Reason: "x"}, rules.Only(rs)); !errors.Is(err, model.ErrFuture) {
		t.Errorf("closed before its end: %v", err)
	}
	actor := func(id model.EmployeeID, r ...model.Role) *store.Desk {
		return c.s.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(r...)})
	}
	order := closing.Order{Unit: c.clinic.ID, Period: q3, Reason: "surat"}
	for _, d := range []*store.Desk{actor(c.here.Employee, model.RoleStaff), actor(c.away.Employee, model.RoleEvaluator)} {
		if _, err := d.ClosePeriod(order, rules.Only(rs)); !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s closes: %v", d.Actor().ID, err)
		}
	}
	if _, err := actor(c.head.Employee, model.RoleEvaluator).ClosePeriod(order, rules.Only(rs)); err != nil {
		t.Errorf("the head closes: %v", err)
	}
}
