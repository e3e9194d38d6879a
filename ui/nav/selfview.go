package nav

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
)

// SelfView is how the holder of a plan sees their work in a period, and beside it
// the evaluator's side. No Plan is the own one of whoever works here; a zero Period is
// the newest in use.
type SelfView struct {
	Plan   model.PlanID
	Period model.Period
}

// EditSelfView is the form of it; with Record, that by which somebody types it from
// the person's paper.
type EditSelfView struct {
	Plan   model.PlanID
	Period model.Period
	Record bool
}

func (SelfView) route()     {}
func (EditSelfView) route() {}

// OwnView is the action that leads to how somebody sees their own work; why says why
// not.
func (e Env) OwnView(to SelfView, why string) Action {
	return Action{ID: "self", Name: e.Text.Assessment.Open, Why: why, Run: func() tea.Cmd { return Open(to) }}
}
