package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/store/storetest"
)

// filled makes the same value for the first measures of some plans.
func filled(plans []model.Plan, measures int, n int64) (list []sheet.Filled) {
	for _, plan := range plans {
		f := sheet.Filled{Plan: plan.ID}
		for _, m := range plan.Measures[:measures] {
			f.Entries = append(f.Entries, model.Entry{Measure: m.ID, Actual: model.Some(model.Int(n))})
		}
		list = append(list, f)
	}
	return list
}

// A block is one change: undone with one key, done again with another, and
// refused as a whole where one of its people is locked.
func TestEnterMany(t *testing.T) {
	s, _ := storetest.District(t, 60)
	desk := storetest.Owner(s)
	p, err := model.ParsePeriod("2026-Q4")
	if err != nil {
		t.Fatal(err)
	}
	all, err := desk.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	var plans []model.Plan
	for _, plan := range all {
		if len(plan.Measures) >= 4 && len(plans) < 40 {
			plans = append(plans, plan)
		}
	}
	if len(plans) < 30 {
		t.Fatalf("%d plans are too few", len(plans))
	}
	values := func() (n int) {
		for _, plan := range plans {
			c, err := desk.Card(plan.ID, p)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range plan.Measures {
				if c.Entry(m.ID).Actual.Present() {
					n++
				}
			}
		}
		return n
	}
	before := values()
	cards, err := desk.EnterMany(p, filled(plans, 4, 90), "dari kertas")
	if err != nil || len(cards) != len(plans) || cards[3].Plan != plans[3].ID {
		t.Fatalf("%d cards, %v", len(cards), err)
	}
	if got, want := values(), 4*len(plans); got != want || before != 0 {
		t.Fatalf("%d values, want %d; before there were %d", got, want, before)
	}
	info, err := desk.Undo()
	if err != nil || info.Count != len(plans) || info.Kind != model.KindCard || info.Period != p || values() != 0 {
		t.Errorf("undo took back %+v, %v; %d values are left", info, err, values())
	}
	if _, err := desk.Redo(); err != nil || values() != 4*len(plans) {
		t.Errorf("redo: %v, %d values", err, values())
	}
	t.Run("all or nothing", func(t *testing.T) {
		list := filled(plans[:3], 2, 70)
		list[2].Entries[1].Measure = "nobody's"
		var field *model.FieldError
		if _, err := desk.EnterMany(p, list, ""); !errors.As(err, &field) {
			t.Errorf("%v", err)
		}
		c, err := desk.Card(plans[0].ID, p)
		if err != nil || c.Entry(plans[0].Measures[0].ID).Actual != model.Some(model.Int(90)) {
			t.Errorf("the first of a refused block holds %v, %v", c.Entry(plans[0].Measures[0].ID).Actual, err)
		}
	})
	t.Run("rights", func(t *testing.T) {
		if _, err := s.As(model.Actor{Roles: model.RolesOf(model.RoleAuditor)}).EnterMany(p, filled(plans[:1], 1, 1), ""); !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("an auditor enters: %v", err)
		}
	})
}

// A value is traced to the periods before it and to whoever changed it last;
// another measure's change does not count.
func TestTrace(t *testing.T) {
	s, _ := storetest.District(t, 20)
	desk := storetest.Owner(s)
	p, err := model.ParsePeriod("2026-Q4")
	if err != nil {
		t.Fatal(err)
	}
	plans, err := desk.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	var plan model.Plan
	for _, plan = range plans {
		if c, err := desk.Card(plan.ID, p.Prev()); err == nil && c.Entry(plan.Measures[0].ID).Actual.Present() {
			break
		}
	}
	first, second := plan.Measures[0].ID, plan.Measures[1].ID
	other := s.As(model.Actor{ID: string(plan.Employee), Roles: model.RolesOf(model.RoleManager)})
	enter := func(d interface {
		Enter(model.PlanID, model.Period, []model.Entry, string) (model.Card, error)
	}, measure model.ElementID, n int64) {
		t.Helper()
		if _, err := d.Enter(plan.ID, p, []model.Entry{{Measure: measure, Actual: model.Some(model.Int(n))}}, ""); err != nil {
			t.Fatal(err)
		}
	}
	if tr, err := desk.Trace(plan.ID, p, first); err != nil || tr.Actor != "" || len(tr.Past) == 0 {
		t.Errorf("before anything was entered: %+v, %v", tr, err)
	}
	enter(other, first, 80)
	enter(desk, second, 5)
	tr, err := desk.Trace(plan.ID, p, first)
	if err != nil || tr.Actor != string(plan.Employee) || tr.Name == "" || tr.At != storetest.Noon.UnixNano() {
		t.Errorf("%+v, %v", tr, err)
	}
	last := tr.Past[len(tr.Past)-1]
	if c, err := desk.Card(plan.ID, p.Prev()); err != nil || last.Period != p.Prev() || last.Entry != c.Entry(first) {
		t.Errorf("last of the past is %+v, %v", last, err)
	}
	enter(desk, first, 81)
	if tr, err := desk.Trace(plan.ID, p, first); err != nil || tr.Actor != "owner" || tr.Name != "" {
		t.Errorf("%+v, %v", tr, err)
	}
	if _, err := s.As(model.Actor{ID: "x"}).Trace(plan.ID, p, first); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("a stranger reads: %v", err)
	}
}
