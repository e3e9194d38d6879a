package lists

import (
	"slices"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Late picks from all that stands in the way of a period what keeps somebody
// from being rated: no plan, results that are missing, or the rating itself.
func Late(all []agenda.Obstacle) []agenda.Obstacle {
	return slices.DeleteFunc(slices.Clone(all), func(o agenda.Obstacle) bool { return needs(o) == "" })
}

// needs is what somebody is late with, as a word; "" for what comes later.
func needs(o agenda.Obstacle) string {
	switch {
	case o.Kind == agenda.NoPlan:
		return "plan"
	case o.Kind == agenda.Missing:
		return "results"
	case o.Kind == agenda.NotRated, o.Kind == agenda.Unscored && o.State == model.EvaluationDraft:
		return "rating"
	}
	return ""
}

// LateTable is the list of who is late for a period.
func LateTable(t *lang.Texts, units model.Units, list []agenda.Obstacle, p model.Period) export.Table {
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Unit, Field: "unit"}, {Name: "period", Field: "period", Kind: export.Identifier, Hidden: true},
			{Name: "plan", Field: "plan", Kind: export.Identifier, Hidden: true}, {Name: h.Filled, Field: "filled", Kind: export.Number},
			{Name: h.Of, Field: "measures", Kind: export.Number}, {Name: h.Needs, Field: "needs"},
			{Name: h.State, Field: "state", Hidden: true},
		},
		Rows: rows(list, func(o agenda.Obstacle) []export.Value {
			words := map[string]string{"plan": t.CLI.Late.Plan, "results": t.CLI.Late.Results, "rating": t.CLI.Late.Rating}
			return []export.Value{
				{Text: string(o.Staff.Employee)}, {Text: string(o.Staff.Number)}, {Text: o.Staff.Name}, {Text: units[o.Unit].Name},
				{Text: p.String()}, {Text: string(o.Plan)}, {Number: count(o.N)}, {Number: count(o.Of)},
				{Text: words[needs(o)], Word: needs(o)}, {Text: o.State.String()},
			}
		}),
	}
}
