package lists

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Closings is the list of periods that were closed, and opened again.
func Closings(t *lang.Texts, list []closing.Standing) export.Table {
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: h.Period, Field: "period", Kind: export.Identifier}, {Name: "unit_id", Field: "unit_id", Kind: export.Identifier, Hidden: true},
			{Name: h.Unit, Field: "unit"}, {Name: h.State, Field: "act"}, {Name: h.On, Field: "on", Kind: export.Identifier}, {Name: h.By, Field: "by"},
			{Name: h.Left, Field: "accepted", Kind: export.Number}, {Name: h.Reason, Field: "reason"},
		},
		Rows: rows(list, func(s closing.Standing) []export.Value {
			a, _ := s.Closing.Last()
			word, verb := "close", model.VerbClosePeriod
			if a.Opens {
				word, verb = "reopen", model.VerbReopenPeriod
			}
			by := s.By
			if by == "" {
				by = t.CLI.Record.Owner
			}
			return []export.Value{
				{Text: s.Closing.Period.String()}, {Text: string(s.Unit.ID)}, {Text: s.Unit.Name}, {Text: t.Common.Verbs[string(verb)], Word: word},
				{Text: a.On.String()}, {Text: by}, {Number: count(len(a.Left))}, {Text: a.Reason},
			}
		}),
	}
}

// Obstacles is the list of what stands in the way of closing.
func Obstacles(t *lang.Texts, units model.Units, list []agenda.Obstacle) export.Table {
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{{Name: h.NIP, Field: "nip", Kind: export.Identifier}, {Name: h.Name, Field: "name"}, {Name: t.Home.Obstacle, Field: "kind"}, {Name: h.Unit, Field: "unit"}},
		Rows: rows(list, func(o agenda.Obstacle) []export.Value {
			return []export.Value{{Text: string(o.Staff.Number)}, {Text: o.Staff.Name}, {Text: t.Home.What[o.Kind], Word: o.Kind.String()}, {Text: units[o.Unit].Name}}
		}),
	}
}
