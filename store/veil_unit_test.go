package store_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/store"
	"kinerja/store/history"
)

// counted is a unit of a head and six people with an evaluator above, all rated and
// told but the head and the first of the people, whom nobody rated yet.
type counted struct {
	s           *store.Store
	owner       *store.Desk
	head, staff model.Plan
	unit        model.UnitID
}

func newCounted(t *testing.T) counted {
	t.Helper()
	m := newMatrix(t)
	at := m.at[1] // a unit of its own, with its head, whom somebody else evaluates
	c := counted{s: m.s, owner: m.s.As(model.Owner("", "Uji")), head: at.plan, unit: at.unit}
	for i := range 6 {
		e, err := c.owner.AddEmployee(model.Employee{Name: fmt.Sprintf("Pegawai %d", i), Number: model.NIP(fmt.Sprintf("19820101200601200%d", i+1))},
			model.Post{Unit: at.unit, Position: "Bidan Terampil", From: 20200101, Evaluator: at.who})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.owner.MakePlans(planning.Order{Year: 2026, Document: "SKP 1"}); err != nil {
			t.Fatal(err)
		}
		pr, err := c.owner.Profile(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			c.staff = pr.Plans[0]
			continue
		}
		c.rate(t, pr.Plans[0], model.Meets)
	}
	if _, err := c.owner.SetUnitResult(unitresult.Order{Unit: c.unit, Period: q3, Document: "SK 1", Proposal: unitresult.Proposal{Grade: unitresult.Good, Basis: "rencana aksi", Decider: "Kepala Dinas"}}); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c counted) rate(t *testing.T, plan model.Plan, r model.Rating) {
	t.Helper()
	if _, err := c.owner.Rate(plan.ID, q3, store.Rating{Result: r, Behaviour: r, Reason: "bukti", Rules: rules.PermenPANRB6()}); err != nil {
		t.Fatal(err)
	}
}

// read is all that somebody can read of the unit as a whole.
func (c counted) read(t *testing.T, who model.EmployeeID, role ...model.Role) string {
	t.Helper()
	d := c.s.As(model.Actor{ID: string(who), Employee: who, Roles: model.RolesOf(role...)})
	all := map[string]any{}
	put := func(name string, v any, err error) {
		if err != nil {
			v = err.Error()
		}
		all[name] = v
	}
	u, err := d.UnitOverview(c.unit, q3, rules.PermenPANRB6())
	put("overview", u, err)
	list, err := d.UnitStandings(q3, "")
	put("standings", list, err)
	side, err := d.CompareUnits(q3, rules.Only(rules.PermenPANRB6()))
	put("compare", side, err)
	raters, err := d.Raters(q3)
	put("raters", raters, err)
	verdict := u.Verdict(distribution.SE3())
	put("verdict", []any{verdict.String(), u.Findings(distribution.SE3())}, nil)
	_, err = d.ExplainDistribution(unitresult.Order{Unit: c.unit, Period: q3}, distribution.SE3())
	put("explain", nil, err)
	raw, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// Nothing that somebody reads of their unit moves with their own rating before it was
// shared with them, whatever their roles: from no count can it be reckoned, also not by
// who sees the rating of everybody else.
func TestNoCountTellsOnesOwnRating(t *testing.T) {
	roles := [][]model.Role{{model.RoleStaff}, {model.RoleStaff, model.RoleEvaluator}, {model.RoleStaff, model.RoleManager}, {model.RoleStaff, model.RoleTeam}, {model.RoleAuditor}}
	c := newCounted(t)
	for name, plan := range map[string]model.Plan{"head": c.head, "staff": c.staff} {
		var before []string
		if name == "head" { // rated in the matrix
			c.rate(t, plan, model.Above)
		}
		for _, r := range roles {
			before = append(before, c.read(t, plan.Employee, r...))
		}
		for _, to := range []model.Rating{model.Below, model.Meets} {
			c.rate(t, plan, to)
			for i, r := range roles {
				if now := c.read(t, plan.Employee, r...); now != before[i] {
					t.Errorf("%s as %v reads another unit once rated %s:\n%s\n%s", name, r, to, before[i], now)
				}
			}
		}
	}
	d := c.s.As(model.Actor{ID: string(c.head.Employee), Employee: c.head.Employee, Roles: model.RolesOf(model.RoleStaff, model.RoleEvaluator)})
	u, err := d.UnitOverview(c.unit, q3, rules.PermenPANRB6())
	if err != nil || !u.Untold || u.Counts.People() != 6 || u.Counts[model.NoPredicate] != 1 || u.Verdict(distribution.SE3()) != overview.Open {
		t.Errorf("the head: %+v, %v", u.Standing, err)
	}
	if _, err := c.owner.Move(c.head.ID, q3, model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	if u, err = d.UnitOverview(c.unit, q3, rules.PermenPANRB6()); err != nil || u.Untold || u.Counts.People() != 7 {
		t.Errorf("the head, told: %+v, %v", u.Standing, err)
	}
}

// Why a distribution stands is kept with all the counts, and may name them: who was not
// told of the own rating reads it neither on the unit nor in the record of changes; nor
// does who sees no small groups.
func TestTheReasonForADistributionTellsNoRating(t *testing.T) {
	c := newCounted(t)
	c.rate(t, c.staff, model.Below)
	c.rate(t, c.head, model.Above)
	const reason = "seorang Kurang, seorang Sangat baik"
	r, err := c.owner.ExplainDistribution(unitresult.Order{Unit: c.unit, Period: q3, Reason: reason}, distribution.SE3())
	if err != nil || r.Exception == nil {
		t.Fatalf("%+v, %v", r, err)
	}
	told := func(d *store.Desk) (list []string) {
		if u, err := d.UnitOverview(c.unit, q3, rules.PermenPANRB6()); err == nil && u.Result.Exception != nil {
			list = append(list, "unit")
		}
		facts, err := d.RecordOf(store.RecordQuery{Where: history.Where{Unit: c.unit}})
		if err != nil {
			return list
		}
		for _, f := range facts {
			if f.Fact.Header.Verb == model.VerbExceptUnit && (f.Fact.Payload.Reason != "" || len(f.Changes) > 0 || len(f.Fact.Payload.Differences) > 0) {
				list = append(list, "record")
			}
		}
		return list
	}
	as := func(who model.EmployeeID, roles ...model.Role) *store.Desk {
		return c.s.As(model.Actor{ID: string(who), Employee: who, Roles: model.RolesOf(roles...)})
	}
	if got := told(c.owner); len(got) != 2 {
		t.Errorf("the keeper reads it in %v", got)
	}
	for name, d := range map[string]*store.Desk{
		"head": as(c.head.Employee, model.RoleStaff, model.RoleEvaluator), "team": as(c.head.Employee, model.RoleStaff, model.RoleTeam), "staff": as(c.staff.Employee, model.RoleStaff),
	} {
		if got := told(d); len(got) != 0 {
			t.Errorf("%s reads it in %v", name, got)
		}
	}
}
