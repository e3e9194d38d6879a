package evaluations

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/rating"
)

// write writes the list as it is on screen: who fits the filter, in their order,
// and the ratings also where they are on their way into the file.
func (p *Page) write() tea.Cmd {
	rows := make([][]listing.Value, 0, p.Len())
	for _, i := range p.board.Shown {
		rows = append(rows, p.written(i))
	}
	table := listing.Table{Sheet: "evaluations", Columns: rating.Columns(), Rows: listing.All(rows)}
	name := lang.Fill(p.env.Text.Writing.Evaluations, "period", p.period.String())
	return nav.Write(name, func() (listing.Table, error) { return table, nil })
}

func (p *Page) written(i int) []listing.Value {
	t, r, e := p.env.Text, &p.board.People[i], p.evaluation(i)
	score, share, suggested := model.Amount{}, model.Amount{}, model.NotRated
	if r.Err == nil {
		score, share, suggested = r.Score.Value, model.Some(r.Score.Share), r.Suggested
	}
	return []listing.Value{
		{Text: string(r.Plan.ID)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Post.Position},
		{Text: p.board.Units[r.Plan.Unit].Name}, {Text: p.period.String()}, {Number: score}, {Number: share},
		listing.Rating(suggested, t.Rating), listing.Rating(e.Result, t.Rating), listing.Rating(e.Behaviour, t.Rating),
		{Text: e.Reason}, listing.Predicate(e.Predicate, func(model.Predicate) string { return computed.Predicate(p.env.Text, r, e) }), {Text: t.State(e.State)},
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
