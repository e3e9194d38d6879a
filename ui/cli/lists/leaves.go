package lists

import (
	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Leaves lists leave, in the order given.
func Leaves(t *lang.Texts, list []leave.Row) export.Table {
	h, w := t.CLI.Columns, t.Tenure.Leave
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: "employee", Field: "employee", Kind: export.Identifier, Hidden: true},
			{Name: h.NIP, Field: "nip", Kind: export.Identifier, Hidden: true}, {Name: h.Name, Field: "name"},
			{Name: w.Columns.Kind, Field: "kind"}, {Name: w.Columns.From, Field: "from", Kind: export.Date}, {Name: w.Columns.To, Field: "to", Kind: export.Date},
			{Name: w.Columns.Days, Field: "days", Kind: export.Number}, {Name: w.Columns.Letter, Field: "letter"}, {Name: w.Columns.Reduces, Field: "reduces"},
		},
		Rows: rows(list, func(l leave.Row) []export.Value {
			reduces := export.Value{Word: "no"}
			if l.Reduces {
				reduces = export.Value{Text: w.Yes, Word: "yes"}
			}
			return []export.Value{
				{Text: string(l.ID)}, {Text: string(l.Employee)}, {Text: string(l.Staff.Number)}, {Text: l.Staff.Name},
				{Text: w.Kinds[l.Kind.String()], Word: l.Kind.String()}, {Date: l.From}, {Date: l.To},
				{Number: model.Some(model.Int(int64(l.Days())))}, {Text: l.Letter}, reduces,
			}
		}),
	}
}
