package home

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/ui/nav"
)

// placeOf is where an obstacle is dealt with, the cursor on the person.
func placeOf(o agenda.Obstacle, period model.Period) nav.Route {
	who := o.Staff.Employee
	switch o.Kind {
	case agenda.NoPost:
		return nav.EditPost{Employee: who}
	case agenda.NoEvaluator, agenda.EvaluatorGone, agenda.Circle:
		return nav.EditPost{Employee: who, Post: o.Post, Field: "evaluator"}
	case agenda.NoPlan:
		return nav.Positions{Year: period.Year(), Employee: who}
	case agenda.PlanOpen:
		return nav.Plan{Plan: o.Plan}
	case agenda.Missing, agenda.Implausible, agenda.Unscored:
		return nav.Results{Period: period, Instrument: o.Instrument, Employee: who}
	case agenda.UnitUndecided, agenda.UnitSpread:
		return nav.Workplace{Unit: o.Unit, Period: period}
	case agenda.CheckIn, agenda.Silent:
		return nav.Feedback{Employee: who}
	case agenda.NotRated, agenda.NotShared:
		return nav.Evaluations{Period: period, Employee: who}
	}
	return nav.Evaluation{Plan: o.Plan, Period: period}
}

// listOf is where several people's obstacles of one kind are dealt with, the
// cursor on the first of them.
func listOf(o agenda.Obstacle, period model.Period, count int) nav.Route {
	if (o.Kind == agenda.CheckIn || o.Kind == agenda.Silent) && count > 1 {
		return nav.Feedback{}
	}
	if o.Kind == agenda.NoPlan && count > 1 {
		return nav.Positions{Year: period.Year()}
	}
	route := placeOf(o, period)
	if _, one := route.(nav.Evaluation); one && count > 1 {
		return nav.Evaluations{Period: period, Employee: o.Staff.Employee}
	}
	return route
}

// itemPlace is where what waits is dealt with; an own plan is handed in on its form.
func itemPlace(it agenda.Item, period model.Period) nav.Route {
	if it.Mine && it.First.Kind == agenda.PlanOpen && it.First.By == agenda.ByStaff {
		return nav.SKP{Plan: it.First.Plan}
	}
	return listOf(it.First, period, it.Count)
}

// stageOf is where one goes on with a stage that nothing stands in the way of.
func stageOf(s agenda.Stage, period model.Period) nav.Route {
	switch s {
	case agenda.Planned:
		return nav.Plans{Year: period.Year()}
	case agenda.Entered:
		return nav.Results{Period: period}
	}
	return nav.Evaluations{Period: period}
}

// About is the period on show, that of its closing.
func (p *Page) About() nav.Route { return nav.Closing{Period: p.data.Data.agenda.Period} }

// coverageAction goes to the list of who is evaluated twice, or not at all.
func coverageAction(env nav.Env, period model.Period) nav.Action {
	why := ""
	if !env.MayOpen(nav.Coverage{}) {
		why = env.Refusal()
	}
	return nav.Action{ID: "coverage", Why: why, Name: env.Text.Tenure.Coverage.Title, Run: func() tea.Cmd { return nav.Open(nav.Coverage{Period: period}) }}
}

// ownAction goes to how whoever works here sees their own work in a period.
func ownAction(env nav.Env, period model.Period) nav.Action {
	a := nav.Action{ID: "self", Name: env.Text.Assessment.Mine, Run: func() tea.Cmd { return nav.Open(nav.SelfView{Period: period}) }}
	if env.Me.Employee == "" {
		a.Why = env.Text.Assessment.NotListed
	}
	return a
}
