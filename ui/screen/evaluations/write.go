package evaluations

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// write writes the list as it is on screen: who fits the filter, in their order,
// and the ratings also where they are on their way into the file.
func (p *Page) write() tea.Cmd {
	rows := make([][]listing.Value, 0, p.Len())
	for _, i := range p.board.Shown {
		rows = append(rows, p.written(i))
	}
	table := listing.Table{Sheet: "evaluations", Columns: columnsWritten(), Rows: listing.All(rows)}
	name := lang.Fill(p.env.Text.Writing.Evaluations, "period", p.period.String())
	return nav.Write(name, func() (listing.Table, error) { return table, nil })
}

func (p *Page) written(i int) []listing.Value {
	t, r, e := p.env.Text, &p.board.People[i], p.evaluation(i)
	score, share, suggested := model.Amount{}, model.Amount{}, model.NotRated
	if r.Err == nil {
		score, share, suggested = r.Score.Value, model.Some(r.Score.Share), r.Score.Suggested
	}
	return []listing.Value{
		{Text: string(r.Plan.ID)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Post.Position},
		{Text: p.board.Units[r.Plan.Unit].Name}, {Text: p.period.String()}, {Number: score}, {Number: share},
		listing.Rating(suggested, t.Rating), listing.Rating(e.Result, t.Rating), listing.Rating(e.Behaviour, t.Rating),
		{Text: e.Reason}, listing.Predicate(e.Predicate, func(model.Predicate) string { return p.predicate(e) }), {Text: t.State(e.State)},
	}
}

// columnsWritten are those of the file; the command line gives them the same names.
func columnsWritten() []listing.Column {
	return []listing.Column{
		{Name: "plan", Kind: listing.Identifier, Hidden: true},
		{Name: "nip", Kind: listing.Identifier, Width: 21},
		{Name: "nama", Width: 30},
		{Name: "jabatan", Width: 30},
		{Name: "unit", Width: 30},
		{Name: "periode", Kind: listing.Identifier, Width: 10},
		{Name: "nilai", Kind: listing.Number, Width: 10},
		{Name: "bobot_terisi", Kind: listing.Number, Width: 12},
		{Name: "saran", Width: 22},
		{Name: "hasil_kerja", Width: 22},
		{Name: "perilaku", Width: 22},
		{Name: "alasan", Width: 40},
		{Name: "predikat", Width: 18},
		{Name: "keadaan", Width: 30},
	}
}

// among is the list as it stands: its order, and whom the filter shows.
func (p *Page) among() *nav.Among {
	a := &nav.Among{Period: p.period}
	for _, i := range p.board.Shown {
		a.Plans = append(a.Plans, p.board.People[i].Plan.ID)
	}
	return a
}
