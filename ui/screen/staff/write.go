package staff

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// write writes the list as it is on screen. The page holds the standings of the
// rows in sight only; those of the others are read for it.
func (p *Page) write() tea.Cmd {
	t, desk, period, units := p.env.Text, p.desk, p.now(), p.people.Data.units
	list, hits, n := p.people.Data.list, p.hits, p.Len()
	row := func(i int) model.StaffRow {
		if hits != nil {
			i = hits[i]
		}
		return list.Row(i)
	}
	name, when := t.Staff.Title, ""
	if period.Valid() {
		when = period.String()
		name = lang.Fill(t.Writing.Staff, "period", when)
	}
	return nav.Write(name, func() (listing.Table, error) {
		rows, ids := make([]model.StaffRow, n), make([]model.EmployeeID, n)
		for i := range n {
			rows[i] = row(i)
			ids[i] = rows[i].Employee
		}
		var stands map[model.EmployeeID]model.Standing
		if period.Valid() {
			var err error
			if stands, err = desk.Latest(ids, period); err != nil {
				return listing.Table{}, err
			}
		}
		return listing.Table{Sheet: "staff", Columns: written(), Rows: listing.Each(listing.All(rows), func(r model.StaffRow) []listing.Value {
			line := []listing.Value{
				{Text: string(r.Employee)}, {Text: string(r.Number)}, {Text: r.Name}, {Text: r.Position}, {Text: units[r.Unit].Name}, {Text: when},
			}
			s, found := stands[r.Employee]
			if !found {
				return append(line, make([]listing.Value, 4)...)
			}
			e := s.Evaluation
			return append(line, count(filled(s)), count(len(s.Plan.Measures)),
				listing.Predicate(e.Predicate, t.Predicate), listing.Value{Text: t.State(e.State)})
		})}, nil
	})
}

// written are the columns of the file, by the names that reading knows.
func written() []listing.Column {
	return []listing.Column{
		{Name: "id", Kind: listing.Identifier, Hidden: true},
		{Name: "nip", Kind: listing.Identifier, Width: 21},
		{Name: "nama", Width: 30},
		{Name: "jabatan", Width: 30},
		{Name: "unit", Width: 30},
		{Name: "periode", Kind: listing.Identifier, Width: 10},
		{Name: "terisi", Kind: listing.Number, Width: 8},
		{Name: "indikator", Kind: listing.Number, Width: 10},
		{Name: "predikat", Width: 18},
		{Name: "keadaan", Width: 30},
	}
}

func count(n int) listing.Value { return listing.Value{Number: model.Some(model.Int(int64(n)))} }

// filled is how many indicators have a value.
func filled(s model.Standing) (n int) {
	for _, m := range s.Plan.Measures {
		if s.Card.Entry(m.ID).Actual.Present() {
			n++
		}
	}
	return n
}
