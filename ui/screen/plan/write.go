package plan

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// write writes the list as it is on screen.
func (l *List) write() tea.Cmd {
	whole := func(n int) listing.Value { return listing.Value{Number: model.Some(model.Int(int64(n)))} }
	rows := make([][]listing.Value, 0, l.Len())
	for i := range l.Len() {
		r := l.at(i)
		line := []listing.Value{
			{Text: string(r.Plan.ID)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Post.Position},
			whole(r.Plan.Year), {Text: r.Instrument.Code}, whole(r.Plan.Version), whole(r.OwnTargets()),
			{Text: l.env.Text.PlanState(r.Plan.State)}, {}, {},
		}
		if n := len(r.Plan.Words); n > 0 {
			line[len(line)-2].Text, line[len(line)-1].Date = r.Plan.Words[n-1].Document, r.Plan.Words[n-1].On
		}
		rows = append(rows, line)
	}
	table := listing.Table{Sheet: "plans", Rows: listing.All(rows), Columns: []listing.Column{
		{Name: "id", Kind: listing.Identifier, Hidden: true},
		{Name: "nip", Kind: listing.Identifier, Width: 21},
		{Name: "nama", Width: 30},
		{Name: "jabatan", Width: 30},
		{Name: "tahun", Kind: listing.Number, Width: 6},
		{Name: "instrumen", Kind: listing.Identifier, Width: 12},
		{Name: "versi", Kind: listing.Number, Width: 6},
		{Name: "target_sendiri", Kind: listing.Number, Width: 14},
		{Name: "keadaan", Width: 20},
		{Name: "surat", Width: 30},
		{Name: "tanggal", Kind: listing.Date, Width: 12},
	}}
	name := lang.Fill(l.env.Text.Writing.Plans, "year", strconv.Itoa(l.data.Data.year))
	return nav.Write(name, func() (listing.Table, error) { return table, nil })
}
