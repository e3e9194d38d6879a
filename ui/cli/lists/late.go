package lists

import (
	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/told"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Late is somebody whose results or rating are missing for a period.
type Late struct {
	Employee model.EmployeeID

	plan     model.PlanID
	unit     model.UnitID
	filled   int
	measures int
	state    model.EvaluationState
	needs    string // "plan", "results" or "rating"
}

// FindLate lists who of people holds a post at or below unit in a period and has
// no plan for it, lacks results, or has not been rated. all are the plans of its
// year, standings those of the period.
func FindLate(w told.Names, people []store.Person, all []model.Plan, standings []model.Standing, p model.Period, unit model.UnitID) []Late {
	plans := map[model.PlanID]model.Plan{}
	for _, plan := range all {
		plans[plan.ID] = plan
	}
	stands := map[model.PlanID]model.Standing{}
	for _, s := range standings {
		stands[s.Plan.ID] = s
	}
	var list []Late
	for _, person := range people {
		row, known := w.People[person.Employee.ID]
		for _, post := range person.Posts {
			if !known || row.Void || !post.During(p.First(), p.Last()) || !w.Units.Within(post.Unit, unit) {
				continue
			}
			plan, ok := plans[model.PlanOf(post.ID, p.Year())]
			if l := lateIn(plan, ok, stands[plan.ID]); l.needs != "" {
				l.Employee, l.unit = row.Employee, post.Unit
				list = append(list, l)
			}
		}
	}
	return list
}

// lateIn says what one plan still needs; nothing when it was rated.
func lateIn(plan model.Plan, planned bool, s model.Standing) Late {
	l := Late{plan: plan.ID, measures: len(plan.Measures), state: s.Evaluation.State}
	for _, m := range plan.Measures {
		if s.Card.Entry(m.ID).Actual.Present() {
			l.filled++
		}
	}
	switch {
	case !planned:
		l.needs = "plan"
	case l.state != model.EvaluationDraft:
	case l.filled < l.measures:
		l.needs = "results"
	default:
		l.needs = "rating"
	}
	return l
}

// LateTable is the list of who is late for a period.
func LateTable(t *lang.Texts, w told.Names, list []Late, p model.Period) export.Table {
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Unit, Field: "unit"}, {Name: "period", Field: "period", Kind: export.Identifier, Hidden: true},
			{Name: "plan", Field: "plan", Kind: export.Identifier, Hidden: true}, {Name: h.Filled, Field: "filled", Kind: export.Number},
			{Name: h.Of, Field: "measures", Kind: export.Number}, {Name: h.Needs, Field: "needs"},
			{Name: h.State, Field: "state", Hidden: true},
		},
		Rows: rows(list, func(l Late) []export.Value {
			words := map[string]string{"plan": t.CLI.Late.Plan, "results": t.CLI.Late.Results, "rating": t.CLI.Late.Rating}
			return []export.Value{
				{Text: string(l.Employee)}, {Text: string(w.People[l.Employee].Number)}, {Text: w.People[l.Employee].Name}, {Text: w.Units[l.unit].Name},
				{Text: p.String()}, {Text: string(l.plan)}, {Number: count(l.filled)}, {Number: count(l.measures)},
				{Text: words[l.needs], Word: l.needs}, {Text: l.state.String()},
			}
		}),
	}
}
