package nav

import (
	tea "github.com/charmbracelet/bubbletea"
)

// History is the action that opens the record of changes of what a page shows.
func (e Env) History(of Record) Action {
	b := e.Keys.History
	a := Action{ID: "history", Name: b.Help().Desc, Binding: b, Run: func() tea.Cmd { return Open(of) }}
	if !e.MayOpen(of) {
		a.Why = e.Refusal()
	}
	return a
}
