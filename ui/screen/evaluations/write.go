package evaluations

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/computed"
)

// write writes the list as it is on screen: who fits the filter, in their order,
// and the ratings also where they are on their way into the file.
func (p *Page) write() tea.Cmd {
	rows := make([][]listing.Value, 0, p.Len())
	for _, i := range p.board.Shown {
		rows = append(rows, computed.Row(p.env.Text, p.board, &p.board.People[i], p.evaluation(i)))
	}
	table := listing.Table{Sheet: "evaluations", Columns: computed.Columns(), Rows: listing.All(rows)}
	name := lang.Fill(p.env.Text.Writing.Evaluations, "period", p.period.String())
	return nav.Write(name, func() (listing.Table, error) { return table, nil })
}

// among is the list as it stands: its order, and whom the filter shows.
func (p *Page) among() *nav.Among {
	a := &nav.Among{Period: p.period}
	for _, i := range p.board.Shown {
		a.Plans = append(a.Plans, p.board.People[i].Plan.ID)
	}
	return a
}
