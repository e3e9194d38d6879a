package aided

import (
	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/listing"
	"kinerja/ui/lang"
)

// Table lists coaching plans with what their measures did, and colleagues' beside.
func Table(t *lang.Texts, list []coaching.Helped) listing.Table {
	h, w := t.CLI.Columns, t.Coaching.Columns
	number := func(n int) model.Amount { return model.Some(model.Int(int64(n))) }
	return listing.Table{
		Columns: []listing.Column{
			{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: listing.Identifier, Hidden: true},
			{Name: h.Name, Field: "name"}, {Name: w.Kind, Field: "kind"}, {Name: w.About, Field: "code"}, {Name: w.State, Field: "state"},
			{Name: "period", Field: "period", Kind: listing.Identifier, Hidden: true},
			{Name: w.Before, Field: "before", Kind: listing.Number, Fixed: true}, {Name: "periods_before", Field: "periods_before", Kind: listing.Number, Hidden: true},
			{Name: w.After, Field: "after", Kind: listing.Number, Fixed: true}, {Name: "periods_after", Field: "periods_after", Kind: listing.Number, Hidden: true},
			{Name: w.Change, Field: "change", Kind: listing.Number, Fixed: true}, {Name: w.Verdict, Field: "verdict"},
			{Name: w.Colleagues, Field: "colleagues_change", Kind: listing.Number, Fixed: true}, {Name: "colleagues", Field: "colleagues_counted", Kind: listing.Number, Hidden: true},
		},
		Rows: listing.Each(listing.All(list), func(x coaching.Helped) []listing.Value {
			r, e, g, c := x.Row, x.Effect, x.Colleagues, t.Coaching
			change := e.Change
			if e.Verdict == coaching.Unsaid {
				change = model.Amount{}
			}
			return []listing.Value{
				{Text: string(r.ID)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: c.Kinds[r.Kind.String()], Word: r.Kind.String()}, {Text: About(r.Coaching)},
				{Text: c.States[r.State.String()], Word: r.State.String()}, {Text: r.Period.String()},
				{Number: e.Before}, {Number: number(e.PeriodsBefore)}, {Number: e.After}, {Number: number(e.PeriodsAfter)},
				{Number: change}, {Text: c.Verdicts[e.Verdict.String()], Word: e.Verdict.String()},
				{Number: g.Change}, {Number: number(g.Counted)},
			}
		}),
	}
}
