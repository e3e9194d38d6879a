package lists

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/coverage"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/lang/found"
	"kinerja/ui/lang/span"
)

// Coverage lists who is evaluated twice, not at all or by nobody, in the order
// given.
func Coverage(t *lang.Texts, units model.Units, l coverage.List) export.Table {
	h, w := t.CLI.Columns, t.Tenure.Coverage.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier, Hidden: true},
			{Name: h.Name, Field: "name"}, {Name: w.Days, Field: "days"}, {Name: w.Found, Field: "found"}, {Name: w.MustAct, Field: "must_act"},
			{Name: h.Unit, Field: "unit"}, {Name: "period", Field: "period", Kind: export.Identifier, Hidden: true},
			{Name: "first", Field: "first", Kind: export.Date, Hidden: true}, {Name: "last", Field: "last", Kind: export.Date, Hidden: true},
			{Name: "position", Field: "position", Hidden: true}, {Name: "other", Field: "other_position", Hidden: true},
			{Name: "evaluator", Field: "evaluator", Hidden: true}, {Name: "post", Field: "post", Kind: export.Identifier, Hidden: true},
		},
		Rows: rows(l.Findings, func(f coverage.Finding) []export.Value {
			act := export.Value{Text: found.MustAct(t, f), Word: "team"}
			switch {
			case !f.Kind.Fault():
				act.Word = ""
			case f.By == agenda.ByEvaluator:
				act.Word = "evaluator"
			}
			return []export.Value{
				{Text: string(f.Staff.Employee)}, {Text: string(f.Staff.Number)}, {Text: f.Staff.Name},
				{Text: span.Short(t, f.First, f.Last)}, {Text: found.Text(t, f), Word: f.Kind.String()}, act,
				{Text: units[f.Post.Unit].Name}, {Text: l.Period.String()}, {Date: f.First}, {Date: f.Last},
				{Text: f.Post.Position}, {Text: f.Other.Position}, {Text: f.Evaluator.Name}, {Text: string(f.Post.ID)},
			}
		}),
	}
}
