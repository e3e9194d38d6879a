package unitview_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/fairness"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/store/storetest"
)

var q2, _ = model.ParsePeriod("2026-Q2")

// Who looks over raters sees all of them; a rater sees the own line beside
// colleagues; who rates nobody sees none. Units and indicators stand in their line,
// and of one or two people nothing is told.
func TestSideBySide(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	all, err := d.Raters(q2)
	if err != nil || all.OwnOnly || len(all.List) < 4 {
		t.Fatalf("%+v, %v", all, err)
	}
	people, plans := 0, 0
	var one fairness.Rated
	for _, r := range all.List {
		people += r.N
		if r.N >= fairness.Least && r.Verdict != fairness.Incomparable {
			one = r
		}
	}
	b, err := d.Board(q2, "")
	if err != nil {
		t.Fatal(err)
	}
	own := 0
	for _, r := range b.Rows {
		if e := r.Evaluation; e.Predicate != model.NoPredicate && e.Evaluator != "" {
			plans++
			if e.Evaluator == one.Rater.Rater && fairness.LineOf(b.Units[r.Plan.Unit].Kind) == one.Line {
				own++
			}
		}
	}
	if people != plans || own != one.N || one.Name == "" {
		t.Errorf("%d of %d people, %d of %d", people, plans, one.N, own)
	}
	as := func(roles ...model.Role) *model.Actor {
		return &model.Actor{ID: "x", Employee: one.Rater.Rater, Roles: model.RolesOf(roles...)}
	}
	mine, err := s.As(*as(model.RoleStaff, model.RoleEvaluator)).Raters(q2)
	if err != nil || !mine.OwnOnly || len(mine.List) == 0 {
		t.Fatalf("%+v, %v", mine, err)
	}
	for _, r := range mine.List {
		if r.Rater.Rater != one.Rater.Rater || r.Line == one.Line && (r.Lean != one.Lean || r.N != one.N) {
			t.Errorf("a rater sees %+v", r)
		}
	}
	staff := s.As(*as(model.RoleStaff))
	if _, err := staff.Raters(q2); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff: %v", err)
	}
	if _, err := staff.CompareUnits(q2, rules.Only(rules.PermenPANRB6())); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff: %v", err)
	}

	c, err := d.CompareUnits(q2, rules.Only(rules.PermenPANRB6()))
	if err != nil || len(c.Groups) < 2 {
		t.Fatalf("%+v, %v", c, err)
	}
	for _, g := range c.Groups {
		for _, side := range g.Sides {
			if fairness.LineOf(side.Unit.Kind) != g.Line || (side.Scored < overview.Told) == side.Mean.Present() {
				t.Errorf("%v: %+v", g.Line, side)
			}
		}
		for _, h := range g.Heat {
			for i, x := range h.Cells {
				if x.People < overview.Told && (x.Value.Present() || x.Reached.Present()) || x.People > g.Sides[i].People {
					t.Errorf("%s %s: %+v", g.Sides[i].Unit.Name, h.Gauge.Code, x)
				}
			}
		}
	}
}
