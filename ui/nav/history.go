package nav

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
)

// History is the action that opens the record of changes of what a page shows.
func (e Env) History(of Record) Action {
	b := e.Keys.History
	a := Action{ID: "history", Name: b.Help().Desc, Binding: b, Run: func() tea.Cmd { return Open(of) }}
	if !access.MayAnybody(e.Me, model.VerbReadFacts) {
		a.Why = e.Text.Error(model.ErrNotAllowed)
	}
	return a
}
