package lists

import (
	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Credits lists the credit points of people, in the order given.
func Credits(t *lang.Texts, list []credit.Row) export.Table {
	h, w := t.CLI.Columns, t.Credit.Columns
	missing := func(g credit.Goal) model.Amount {
		if g.Bar != credit.NoBar {
			return model.Amount{}
		}
		return model.Some(g.Missing.Number())
	}
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Position, Field: "position", Hidden: true}, {Name: w.Level, Field: "level"},
			{Name: w.Sum, Field: "sum", Kind: export.Number, Fixed: true}, {Name: "estimated", Field: "estimated", Kind: export.Number, Hidden: true},
			{Name: w.Missing, Field: "missing_rank", Kind: export.Number, Fixed: true}, {Name: w.Next, Field: "missing_level", Kind: export.Number, Fixed: true},
		},
		Rows: rows(list, func(r credit.Row) []export.Value {
			a := r.Account
			level := a.Level.Name()
			if level == "" {
				level = t.Credit.Gaps[credit.GapLevel]
			}
			return []export.Value{
				{Text: string(r.Staff.Employee)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Staff.Position}, {Text: level, Word: a.Level.String()},
				{Number: model.Some(a.Sum.Number())}, {Number: model.Some(a.Estimated.Number())}, {Number: missing(a.Rank)}, {Number: missing(a.Next)},
			}
		}),
	}
}
