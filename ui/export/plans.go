package export

import (
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
)

// Plans are plans as intake reads them: one row for each measure. A plan that
// lacks indicators of its instrument names none, so that exactly its rows are
// read back into another file. A result (RHK) stands beside each measure that
// tells of it.
func Plans(people People, instruments map[model.InstrumentID]model.Instrument, plans []model.Plan) Table {
	type held struct {
		who  model.EmployeeID
		year int
	}
	several := map[held]int{}
	for _, p := range plans {
		several[held{p.Employee, p.Year}]++
	}
	texts := map[model.ElementID]string{}
	for _, p := range plans {
		for _, x := range p.Outline.Outcomes {
			texts[x.ID] = x.Text
		}
	}
	return Table{
		Sheet: "plans",
		Columns: slices.Concat([]Column{
			{Name: "id", Field: "plan", Kind: Identifier, Hidden: true},
			{Name: "nip", Field: "nip", Kind: Identifier, Width: 21},
			{Name: "nama", Field: "employee_name", Width: 30},
			{Name: "tahun", Field: "year", Kind: Number, Width: 6},
			{Name: "instrumen", Field: "instrument", Kind: Identifier, Width: 12},
			{Name: "versi", Field: "instrument_version", Kind: Number, Width: 6},
		}, gaugeColumns(), []Column{
			{Name: "surat", Field: "document", Width: 30},
			{Name: "tanggal", Field: "agreed", Kind: Date, Width: 12},
			// Which plan, for people who have two in one year; another file knows
			// these by other identities.
			{Name: "skp", Field: "chosen", Kind: Identifier, Width: 28},
			{Name: "rhk", Field: "outcome", Width: 40},
			{Name: "rhk_atasan", Field: "serves", Width: 40},
			{Name: "jenis", Field: "section", Width: 10},
			{Name: "aturan", Field: "ruleset", Kind: Identifier, Width: 16}, // that the plan names itself
		}),
		Rows: func(yield func([]Value, error) bool) {
			for _, p := range plans {
				in := instruments[p.Instrument]
				chosen := Value{}
				if several[held{p.Employee, p.Year}] > 1 {
					chosen.Text = string(p.ID)
				}
				for _, m := range p.Measures {
					row := append(append(planRow(people[p.Employee], in, p, m), chosen), resultCells(p.Outline, m.ID, texts)...)
					if !yield(append(row, Value{Text: rules.Own(p)}), nil) {
						return
					}
				}
			}
		},
	}
}

func planRow(who model.StaffRow, in model.Instrument, p model.Plan, m model.Measure) []Value {
	code, version := Value{}, Value{}
	if !slices.ContainsFunc(in.Indicators, func(i model.Indicator) bool {
		return !slices.ContainsFunc(p.Measures, func(m model.Measure) bool { return m.Indicator == i.ID })
	}) {
		code, version = Value{Text: in.Code}, whole(in.Version)
	}
	row := append([]Value{{Text: string(p.ID)}, {Text: string(who.Number)}, {Text: who.Name}, whole(p.Year), code, version}, gaugeCells(m.Gauge)...)
	var agreed model.Word
	for _, w := range p.Words {
		if w.Act == "agreed" {
			agreed = w
		}
	}
	return append(row, Value{Text: agreed.Document}, Value{Date: agreed.On})
}

// resultCells are the result that a measure tells of, what it contributes to, and
// its section; nothing where it tells of none.
func resultCells(o model.Outline, measure model.ElementID, texts map[model.ElementID]string) []Value {
	x, ok := o.Outcome(o.Yardstick(measure).Outcome)
	if !ok {
		return []Value{{}, {}, {}}
	}
	section := Value{Text: "utama", Word: "main"}
	if x.Additional {
		section = Value{Text: "tambahan", Word: "additional"}
	}
	above := x.Serves.Text
	if len(x.Serves.Outcomes) > 0 && above == "" {
		above = texts[x.Serves.Outcomes[0]]
	}
	return []Value{{Text: x.Text}, {Text: above}, section}
}
