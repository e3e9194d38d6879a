package nav

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
)

// Document is the evaluation document of a plan in a period; Version 0 is the newest.
type Document struct {
	Plan    model.PlanID
	Period  model.Period
	Version int
}

// EditEdition is the form by which a final evaluation gets a new version.
type EditEdition struct {
	Plan   model.PlanID
	Period model.Period
}

func (Document) route()    {}
func (EditEdition) route() {}

// Paper is the action that leads to the evaluation document; why says why not.
func (e Env) Paper(to Document, why string) Action {
	return Action{ID: "document", Name: e.Text.Document.Open, Binding: e.Keys.Print, Why: why, Run: func() tea.Cmd { return Open(to) }}
}
