package person

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/nav"
)

// objecting leads to the objections to the evaluation on show.
func (p *Page) objecting() nav.Action {
	k := p.env.Keys
	r, ok := p.chosen()
	a := nav.Action{ID: "object", Name: k.Object.Help().Desc, Binding: k.Object, Run: func() tea.Cmd {
		return nav.Open(nav.Objection{Plan: r.Plan.ID, Period: period(r)})
	}}
	if !ok {
		a.Why = p.env.Text.Person.NeedsResult
	}
	return a
}
