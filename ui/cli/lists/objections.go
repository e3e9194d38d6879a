package lists

import (
	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
)

// Objections lists objections, in the order given.
func Objections(t *lang.Texts, list []objection.Row) export.Table {
	h, w := t.CLI.Columns, t.Objection
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: "plan", Field: "plan", Kind: export.Identifier, Hidden: true},
			{Name: h.NIP, Field: "nip", Kind: export.Identifier}, {Name: h.Name, Field: "name"}, {Name: "period", Field: "period", Hidden: true},
			{Name: w.List.State, Field: "state"}, {Name: w.List.Filed, Field: "filed", Kind: export.Date}, {Name: w.List.Last, Field: "last_day", Kind: export.Date},
			{Name: "late", Field: "late", Hidden: true}, {Name: w.List.Until, Field: "decision_expected", Kind: export.Date},
			{Name: w.List.Acts, Field: "turn"}, {Name: w.List.Outcome, Field: "outcome"},
		},
		Rows: rows(list, func(r objection.Row) []export.Value {
			late, expected := "no", model.Date(0)
			if r.Late {
				late = "yes"
			}
			if r.State.Open() {
				expected = r.Expected()
			}
			return []export.Value{
				{Text: string(r.ID)}, {Text: string(r.Plan)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Period.String(), Word: r.Period.String()},
				{Text: w.States[r.State], Word: r.State.String()}, {Date: r.Filed()}, {Date: r.Until}, {Word: late}, {Date: expected},
				{Text: objecting.Turn(r)}, {Text: w.Outcomes[r.Outcome.String()], Word: r.Outcome.String()},
			}
		}),
	}
}
