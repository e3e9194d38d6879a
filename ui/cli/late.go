package cli

import (
	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// late is somebody whose results or rating are missing for a period.
type late struct {
	row      model.StaffRow
	plan     model.PlanID
	unit     model.UnitID
	filled   int
	measures int
	state    model.EvaluationState
	needs    string // "plan", "results" or "rating"
}

// listLate lists who holds a post in a period and has no plan for it, lacks
// results, or has not been rated.
func (c *call) listLate(d *store.Desk, p model.Period, lines bool) error {
	unit, err := c.unitFlag(d)
	if err != nil {
		return err
	}
	w, err := c.who(d)
	if err != nil {
		return err
	}
	list, err := c.findLate(d, w, p, unit)
	if err != nil {
		return err
	}
	byName(w, list, func(l late) model.EmployeeID { return l.row.Employee })
	t := c.text
	if !c.flag.json && !lines {
		c.note(lang.Fill(t.CLI.ForPeriod, "period", t.Period(p)))
	}
	h := t.CLI.Columns
	return c.list(export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Unit, Field: "unit"}, {Name: "period", Field: "period", Kind: export.Identifier, Hidden: true},
			{Name: "plan", Field: "plan", Kind: export.Identifier, Hidden: true}, {Name: h.Filled, Field: "filled", Kind: export.Number},
			{Name: h.Of, Field: "measures", Kind: export.Number}, {Name: h.Needs, Field: "needs"},
			{Name: h.State, Field: "state", Hidden: true},
		},
		Rows: rowsOf(list, func(l late) []export.Value {
			words := map[string]string{"plan": t.CLI.Late.Plan, "results": t.CLI.Late.Results, "rating": t.CLI.Late.Rating}
			return []export.Value{
				{Text: string(l.row.Employee)}, {Text: string(l.row.Number)}, {Text: l.row.Name}, {Text: w.units[l.unit].Name},
				{Text: p.String()}, {Text: string(l.plan)}, {Number: count(l.filled)}, {Number: count(l.measures)},
				{Text: words[l.needs], Word: l.needs}, {Text: l.state.String()},
			}
		}),
	}, lines, t.CLI.NobodyLate)
}

func (c *call) findLate(d *store.Desk, w who, p model.Period, unit model.UnitID) ([]late, error) {
	people, err := d.People()
	if err != nil {
		return nil, err
	}
	all, err := d.Plans(p.Year(), "")
	if err != nil {
		return nil, err
	}
	standings, err := d.Standings(p, "")
	if err != nil {
		return nil, err
	}
	plans := map[model.PlanID]model.Plan{}
	for _, plan := range all {
		plans[plan.ID] = plan
	}
	stands := map[model.PlanID]model.Standing{}
	for _, s := range standings {
		stands[s.Plan.ID] = s
	}
	var list []late
	for _, person := range people {
		row, known := w.people[person.Employee.ID]
		for _, post := range person.Posts {
			if !known || row.Void || !post.During(p.First(), p.Last()) || !w.units.Within(post.Unit, unit) {
				continue
			}
			plan, ok := plans[model.PlanOf(post.ID, p.Year())]
			if l := lateIn(plan, ok, stands[plan.ID]); l.needs != "" {
				l.row, l.unit = row, post.Unit
				list = append(list, l)
			}
		}
	}
	return list, nil
}

// lateIn says what one plan still needs; nothing when it was rated.
func lateIn(plan model.Plan, planned bool, s model.Standing) late {
	l := late{plan: plan.ID, measures: len(plan.Measures), state: s.Evaluation.State}
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
