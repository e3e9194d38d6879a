package coverage_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/coverage"
)

var (
	q3   = model.PeriodAt(model.Quarter, 2026_08_01)
	sari = model.StaffRow{Employee: "sari", Name: "Sari"}
)

// held is a post with the plan that it would get, and an evaluator.
func held(id string, from, to model.Date) coverage.Part {
	post := model.Post{ID: model.PostID(id), Employee: "ani", Unit: "u", Position: "Bidan", Evaluator: "sari", From: from, To: to}
	return coverage.Part{Post: post, Plan: model.PlanFrom(model.Instrument{}, post, 2026), Evaluator: sari}
}

func told(list []coverage.Finding) string {
	var lines []string
	for _, f := range list {
		lines = append(lines, fmt.Sprintf("%v %s%s %v..%v", f.Kind, f.Post.ID, f.Other.ID, f.First, f.Last))
	}
	return strings.Join(lines, "; ")
}

func TestFindings(t *testing.T) {
	with := func(p coverage.Part, f func(*coverage.Part)) coverage.Part { f(&p); return p }
	for _, x := range []struct {
		about string
		parts []coverage.Part
		want  string
	}{
		{"the whole year", []coverage.Part{held("a", 2020_01_01, 0)}, ""},
		{"two that follow each other", []coverage.Part{held("a", 2020_01_01, 2026_08_14), held("b", 2026_08_15, 0)}, ""},
		{"two at once", []coverage.Part{held("a", 2020_01_01, 0), held("b", 2026_08_15, 0)}, "twice ab 2026-08-15..2026-09-30"},
		{"nothing between", []coverage.Part{held("a", 2020_01_01, 2026_08_14), held("b", 2026_09_01, 0)}, "gap ab 2026-08-15..2026-08-31"},
		{"nothing between, over the edge", []coverage.Part{held("a", 2020_01_01, 2026_06_20), held("b", 2026_07_10, 0)}, "gap ab 2026-07-01..2026-07-09"},
		{"gone for good", []coverage.Part{held("a", 2020_01_01, 2026_08_14)}, ""},
		{"yet to come", []coverage.Part{held("a", 2026_08_15, 0)}, ""},
		{"acting beside the own one", []coverage.Part{held("a", 2020_01_01, 0), with(held("b", 2026_08_15, 0), func(p *coverage.Part) { p.Post.Acting = true })}, ""},
		{"no plan", []coverage.Part{held("a", 2020_01_01, 2026_08_14), with(held("b", 2026_08_15, 0), func(p *coverage.Part) { p.Plan = model.Plan{} })}, "no_plan b 2026-08-15..2026-09-30"},
		{"a plan of the whole year for a part of it", []coverage.Part{with(held("a", 2026_08_15, 0), func(p *coverage.Part) { p.Plan.From = 0 })}, "plan_days a 2026-07-01..2026-08-14"},
		{"and another beside it", []coverage.Part{with(held("a", 2020_01_01, 2026_08_14), func(p *coverage.Part) { p.Plan.To = 0 }), held("b", 2026_08_15, 0)},
			"twice ab 2026-08-15..2026-09-30; plan_days a 2026-08-15..2026-09-30"},
		{"a plan that is too short", []coverage.Part{with(held("a", 2020_01_01, 0), func(p *coverage.Part) { p.Plan.To = 2026_08_31 })}, "plan_days a 2026-09-01..2026-09-30"},
		{"a plan of days before the post", []coverage.Part{with(held("a", 2026_08_15, 0), func(p *coverage.Part) { p.Plan.From, p.Plan.To = 0, 2026_07_10 })},
			"plan_days a 2026-07-01..2026-07-10; plan_days a 2026-08-15..2026-09-30"},
		{"nobody rates", []coverage.Part{with(held("a", 0, 0), func(p *coverage.Part) { p.Post.Evaluator, p.Evaluator = "", model.StaffRow{} })}, "no_evaluator a 2026-07-01..2026-09-30"},
		{"who rates is unknown", []coverage.Part{with(held("a", 0, 0), func(p *coverage.Part) { p.Evaluator = model.StaffRow{} })}, "evaluator_gone a 2026-07-01..2026-09-30"},
		{"who rates left", []coverage.Part{with(held("a", 0, 0), func(p *coverage.Part) { p.Until = 2026_08_31 })}, "evaluator_left a 2026-09-01..2026-09-30"},
		{"who rates left after", []coverage.Part{with(held("a", 0, 2026_08_14), func(p *coverage.Part) { p.Until = 2026_08_31 })}, ""},
		{"away", []coverage.Part{with(held("a", 0, 0), func(p *coverage.Part) {
			p.Plan.Away = []model.Away{{ID: "l", From: 2026_06_20, To: 2026_07_05}}
		})}, "on_leave a 2026-07-01..2026-07-05"},
		{"an evaluator outside", []coverage.Part{with(held("a", 0, 0), func(p *coverage.Part) { p.Post.Outside = true })}, ""},
	} {
		list := coverage.Of(coverage.Person{Parts: x.parts}, q3)
		if got := told(list); got != x.want {
			t.Errorf("%s: %s, want %s", x.about, got, x.want)
		}
		faults := len(list)
		if strings.Contains(x.want, "on_leave") {
			faults--
		}
		if n := coverage.Faults(list); n != faults {
			t.Errorf("%s: %d faults", x.about, n)
		}
	}
	list := coverage.Of(coverage.Person{Parts: []coverage.Part{with(held("a", 0, 0), func(p *coverage.Part) { p.Plan = model.Plan{} })}}, q3)
	if list[0].By != agenda.ByEvaluator || list[0].Evaluator != sari {
		t.Errorf("a plan is made by the evaluator: %+v", list[0])
	}
}

// Every day on which somebody holds a post of their own belongs to exactly one plan
// of a post held that day, or is named; and where it does, and somebody rates,
// nothing but the leave is found.
func TestEveryDayBelongsToOneEvaluation(t *testing.T) {
	date := rapid.Custom(func(t *rapid.T) model.Date {
		if rapid.IntRange(0, 3).Draw(t, "open") == 0 {
			return 0
		}
		return model.Date(2026_05_15).Add(rapid.IntRange(0, 180).Draw(t, "day"))
	})
	rapid.Check(t, func(t *rapid.T) {
		var person coverage.Person
		for i := range rapid.IntRange(0, 4).Draw(t, "posts") {
			from, to := date.Draw(t, "from"), date.Draw(t, "to")
			if to != 0 && to < from {
				from, to = to, from
			}
			p := held(string(rune('a'+i)), from, to)
			p.Post.Acting = rapid.IntRange(0, 4).Draw(t, "acting") == 0
			switch rapid.IntRange(0, 5).Draw(t, "plan") {
			case 0:
				p.Plan = model.Plan{}
			case 1:
				p.Plan.From, p.Plan.To = 0, 0
			case 2:
				p.Plan.From, p.Plan.To = date.Draw(t, "plan from"), date.Draw(t, "plan to")
			}
			person.Parts = append(person.Parts, p)
		}
		list := coverage.Of(person, q3)
		named := func(d model.Date) bool {
			for _, f := range list {
				if f.First > f.Last || f.First < q3.First() || f.Last > q3.Last() {
					t.Fatalf("days that are none: %s", told(list))
				}
				if f.First <= d && d <= f.Last {
					return true
				}
			}
			return false
		}
		for d := q3.First(); d <= q3.Last(); d = d.Add(1) {
			own, evaluated, right, clean := 0, 0, 0, true
			before, after := false, false
			for _, p := range person.Parts {
				from, to := model.Date(2026_01_01), model.Date(2026_12_31)
				if p.Plan.From != 0 {
					from = p.Plan.From
				}
				if p.Plan.To != 0 {
					to = p.Plan.To
				}
				holds, planned := p.Post.During(d, d), p.Plan.ID != "" && from <= d && d <= to
				clean = clean && holds == planned
				if p.Post.Acting {
					continue
				}
				before, after = before || p.Post.To != 0 && p.Post.To < d, after || p.Post.From > d
				if holds {
					own++
				}
				if planned {
					evaluated++
				}
				if holds && planned {
					right++
				}
			}
			once := own == 0 && evaluated == 0 && !(before && after) || evaluated == 1 && right == 1
			if !once && !named(d) {
				t.Fatalf("%v: %d posts, %d plans, and nothing says so: %s", d, own, evaluated, told(list))
			}
			if once && own <= 1 && clean && named(d) {
				t.Fatalf("%v is evaluated once, and named: %s", d, told(list))
			}
		}
	})
}
