package found

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/coverage"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
)

// Table lists who is evaluated twice, not at all or by nobody, in the order
// given.
func Table(t *lang.Texts, units model.Units, l coverage.List) listing.Table {
	h, w := t.CLI.Columns, t.Tenure.Coverage.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: listing.Identifier, Hidden: true},
			{Name: h.Name, Field: "name"}, {Name: w.Days, Field: "days"}, {Name: w.Found, Field: "found"}, {Name: w.MustAct, Field: "must_act"},
			{Name: h.Unit, Field: "unit"}, {Name: "period", Field: "period", Kind: listing.Identifier, Hidden: true},
			{Name: "first", Field: "first", Kind: listing.Date, Hidden: true}, {Name: "last", Field: "last", Kind: listing.Date, Hidden: true},
			{Name: "position", Field: "position", Hidden: true}, {Name: "other", Field: "other_position", Hidden: true},
			{Name: "evaluator", Field: "evaluator", Hidden: true}, {Name: "post", Field: "post", Kind: listing.Identifier, Hidden: true},
		},
		Rows: listing.Each(listing.All(l.Findings), func(f coverage.Finding) []listing.Value {
			act := listing.Value{Text: MustAct(t, f), Word: "team"}
			switch {
			case !f.Kind.Fault():
				act.Word = ""
			case f.By == agenda.ByEvaluator:
				act.Word = "evaluator"
			}
			return []listing.Value{
				{Text: string(f.Staff.Employee)}, {Text: string(f.Staff.Number)}, {Text: f.Staff.Name},
				{Text: span.Short(t, f.First, f.Last)}, {Text: Text(t, f), Word: f.Kind.String()}, act,
				{Text: units[f.Post.Unit].Name}, {Text: l.Period.String()}, {Date: f.First}, {Date: f.Last},
				{Text: f.Post.Position}, {Text: f.Other.Position}, {Text: f.Evaluator.Name}, {Text: string(f.Post.ID)},
			}
		}),
	}
}
