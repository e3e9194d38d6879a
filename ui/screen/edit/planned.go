package edit

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// planned is the plan that somebody with a new post has not got yet.
type planned struct {
	who        model.EmployeeID
	name       string
	year       int
	instrument model.Instrument // proposed; none: nothing is asked
}

// Planner is a Reader that tells by which instrument somebody would be measured.
type Planner interface {
	Reader
	Positions(year int, who planning.Who) (planning.Positions, error)
}

// unplanned is the plan that somebody could get for a post, for the year of from
// or of today, whichever is later. What was kept stays so also where that cannot
// be told.
func unplanned(desk Planner, who model.EmployeeID, post model.Post, today model.Date) planned {
	year := max(today.Year(), post.From.Year())
	found, err := desk.Positions(year, planning.Who{Employee: who})
	if err != nil {
		return planned{}
	}
	for _, r := range found.Rows {
		for _, in := range found.Instruments {
			if r.Position == post.Position && in.ID == r.Instrument {
				return planned{who, found.Of.Name, year, in}
			}
		}
	}
	return planned{}
}

// askPlan asks whether the plan for a new post is made now: without one nothing
// can be entered for it. Whoever declines finds it on Home.
func askPlan(t *lang.Texts, plan planned) tea.Cmd {
	in := plan.instrument
	if in.ID == "" {
		return nil
	}
	question := lang.Fill(t.Edit.AskPlan, "name", lang.Inert(plan.name), "year", plan.year, "instrument", lang.Inert(in.Name.In(t.Code)), "code", lang.Inert(in.Code))
	return nav.Ask(question, nav.Open(nav.Positions{Year: plan.year, Employee: plan.who}))
}
