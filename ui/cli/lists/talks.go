package lists

import (
	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/widget/timeline"
)

// Talks lists how the conversations stand, in the order given.
func Talks(t *lang.Texts, list []talk.Standing, today model.Date, after int) export.Table {
	h, w := t.CLI.Columns, t.Feedback.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Position, Field: "position", Hidden: true}, {Name: w.What, Field: "needs"},
			{Name: "next", Field: "next", Kind: export.Date, Hidden: true}, {Name: "last", Field: "last", Kind: export.Date, Hidden: true},
			{Name: w.Items, Field: "items", Kind: export.Number},
		},
		Rows: rows(list, func(s talk.Standing) []export.Value {
			return []export.Value{
				{Text: string(s.Staff.Employee)}, {Text: string(s.Staff.Number)}, {Text: s.Staff.Name}, {Text: s.Staff.Position},
				{Text: timeline.Standing(t, s, today, after), Word: s.Needs(today, after)}, {Date: s.Due.Next}, {Date: s.Last}, {Number: count(s.Items)},
			}
		}),
	}
}

// Colleagues lists those to whom one may give feedback, with what one gave.
func Colleagues(t *lang.Texts, list []talk.Standing) export.Table {
	h, w := t.CLI.Columns, t.Talk.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.Name, Field: "name"}, {Name: h.Position, Field: "position"},
			{Name: w.Given, Field: "given", Kind: export.Number}, {Name: "last", Field: "last", Kind: export.Date, Hidden: true},
		},
		Rows: rows(list, func(s talk.Standing) []export.Value {
			return []export.Value{{Text: string(s.Staff.Employee)}, {Text: s.Staff.Name}, {Text: s.Staff.Position}, {Number: count(s.Items)}, {Date: s.Last}}
		}),
	}
}
