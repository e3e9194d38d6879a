// Package lists makes the tables that list shows: columns under their names in
// the reader's language, and under those that programs know (never renamed).
package lists

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/export"
	"kinerja/ui/known"
	"kinerja/ui/lang"
)

// rows makes rows of a list.
func rows[T any](list []T, row func(T) []export.Value) iter.Seq2[[]export.Value, error] {
	return func(yield func([]export.Value, error) bool) {
		for _, x := range list {
			if !yield(row(x), nil) {
				return
			}
		}
	}
}

func count(n int) model.Amount { return model.Some(model.Int(int64(n))) }

// Staff lists people.
func Staff(t *lang.Texts, roster *store.Roster, units model.Units) export.Table {
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.NIP, Field: "nip", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Position, Field: "position"}, {Name: h.Unit, Field: "unit"},
		},
		Rows: func(yield func([]export.Value, error) bool) {
			for i := range roster.Len() {
				r := roster.Row(i)
				if !yield([]export.Value{{Text: string(r.Employee)}, {Text: string(r.Number)}, {Text: r.Name}, {Text: r.Position}, {Text: units[r.Unit].Name}}, nil) {
					return
				}
			}
		},
	}
}

// Units lists the units at or below top, each after the one above it.
func Units(t *lang.Texts, tree model.Units, top model.UnitID) export.Table {
	var list []model.Unit
	for _, u := range tree {
		if tree.Within(u.ID, top) {
			list = append(list, u)
		}
	}
	path := func(u model.Unit) string {
		var names []string
		for _, above := range tree.Path(u.ID) {
			names = append(names, above.Name)
		}
		return strings.Join(names, "\x00")
	}
	slices.SortFunc(list, func(a, b model.Unit) int { return cmp.Or(cmp.Compare(path(a), path(b)), cmp.Compare(a.ID, b.ID)) })
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.Code, Field: "code", Kind: export.Identifier},
			{Name: h.Name, Field: "name"}, {Name: h.Kind, Field: "kind"}, {Name: h.Parent, Field: "parent"},
		},
		Rows: rows(list, func(u model.Unit) []export.Value {
			return []export.Value{{Text: string(u.ID)}, {Text: u.Code}, {Text: u.Name}, {Text: t.UnitKind(u.Kind), Word: u.Kind.String()}, {Text: tree[u.Parent].Code}}
		}),
	}
}

// Instruments lists instruments in the order given.
func Instruments(t *lang.Texts, list []model.Instrument) export.Table {
	h := t.CLI.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: h.Code, Field: "code", Kind: export.Identifier},
			{Name: h.Version, Field: "version", Kind: export.Number}, {Name: h.Name, Field: "name"},
			{Name: h.Indicators, Field: "indicators", Kind: export.Number}, {Name: h.Positions, Field: "positions"},
		},
		Rows: rows(list, func(in model.Instrument) []export.Value {
			return []export.Value{
				{Text: string(in.ID)}, {Text: in.Code}, {Number: count(in.Version)}, {Text: in.Name.In(t.Code)},
				{Number: count(len(in.Indicators))}, {Text: strings.Join(in.Positions, " | ")},
			}
		}),
	}
}

// Plans lists plans in the order given.
func Plans(t *lang.Texts, w known.Names, instruments map[model.InstrumentID]model.Instrument, plans []model.Plan) export.Table {
	h := t.CLI.Columns
	return export.Table{Columns: []export.Column{
		{Name: "id", Field: "id", Kind: export.Identifier}, {Name: h.NIP, Field: "nip", Kind: export.Identifier}, {Name: h.Name, Field: "name"},
		{Name: h.Unit, Field: "unit"}, {Name: "year", Field: "year", Kind: export.Number, Hidden: true}, {Name: h.Instrument, Field: "instrument"},
		{Name: h.State, Field: "state"}, {Name: "employee", Field: "employee", Kind: export.Identifier, Hidden: true},
	}, Rows: rows(plans, func(p model.Plan) []export.Value {
		row := w.People[p.Employee]
		return []export.Value{
			{Text: string(p.ID)}, {Text: string(row.Number)}, {Text: row.Name}, {Text: w.Units[p.Unit].Name},
			{Number: count(p.Year)}, {Text: instruments[p.Instrument].Code},
			{Text: t.PlanState(p.State), Word: p.State.String()}, {Text: string(p.Employee)},
		}
	})}
}

// OnScreen keeps of a table of evaluations the columns that fit a screen, under
// their names in the reader's language.
func OnScreen(text *lang.Texts, t export.Table) export.Table {
	h := text.CLI.Columns
	names := map[string]string{
		"nip": h.NIP, "name": h.Name, "score": h.Score, "suggested": h.Suggested, "result": h.Result, "behaviour": h.Behaviour,
		"predicate": h.Predicate, "state": h.State,
	}
	for i := range t.Columns {
		name, shown := names[t.Columns[i].Field]
		t.Columns[i].Name, t.Columns[i].Hidden = name, !shown
	}
	return t
}
