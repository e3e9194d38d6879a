package worksheet

import (
	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/written"
	"kinerja/ui/lang"
)

// Listing is the sheet as it goes into a file: who is shown, in their order, a
// column for each indicator with the plain number, and the aid. It is read back
// as a table of results; targets and the line that combines all are no people,
// and stay on the screen. name is what the file may be called.
func (s Source) Listing() (name string, table listing.Table) {
	t := s.Text
	columns := []listing.Column{
		{Name: "nip", Kind: listing.Identifier, Width: 21},
		{Name: "nama", Width: 30},
		{Name: "periode", Kind: listing.Identifier, Width: 10},
	}
	for _, c := range s.Sheet.Columns {
		columns = append(columns, listing.Column{Name: c.Gauge.Code, Kind: listing.Number, Width: 10})
	}
	columns = append(columns,
		listing.Column{Name: "nilai", Kind: listing.Number, Width: 10}, listing.Column{Name: "saran", Width: 22},
		listing.Column{Name: "skp", Kind: listing.Identifier, Hidden: true})
	plans := map[model.EmployeeID]int{}
	for i := range s.Sheet.People {
		plans[s.Sheet.People[i].Staff.Employee]++
	}
	rows := make([][]listing.Value, 0, len(s.Sheet.Shown))
	for _, i := range s.Sheet.Shown {
		p := &s.Sheet.People[i]
		row := []listing.Value{{Text: string(p.Staff.Number)}, {Text: p.Staff.Name}, {Text: s.Sheet.Period.String()}}
		for c := range s.Sheet.Columns {
			row = append(row, listing.Value{Number: written.Reached(s.Sheet.Entry(i, c))})
		}
		skp := listing.Value{}
		if plans[p.Staff.Employee] > 1 { // which of their plans: only where it must be told
			skp.Text = string(p.Plan.ID)
		}
		rows = append(rows, append(row, listing.Value{Number: p.Score.Value}, listing.Rating(p.Score.Suggested, t.Rating), skp))
	}
	name = lang.Fill(t.Writing.Results, "instrument", s.Sheet.Instrument.Code, "period", s.Sheet.Period.String())
	return name, listing.Table{Sheet: "cards", Columns: columns, Rows: listing.All(rows)}
}
