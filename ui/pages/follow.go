package pages

import (
	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/followup"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/rounds"
	"kinerja/ui/nav"
	screen "kinerja/ui/screen/coaching"
	list "kinerja/ui/screen/followup"
	"kinerja/ui/widget/word"
)

// afterOf makes the pages of what follows an evaluation.
func afterOf(env nav.Env, house House, route nav.Route) nav.Screen {
	desk := coachDesk{house.Desk, env.Rules}
	switch route := route.(type) {
	case nav.Coaching:
		return screen.New(env, desk, route)
	case nav.StartCoaching:
		return screen.NewStart(env, desk, route)
	case nav.CoachingAct:
		return screen.NewAct(env, desk, route)
	}
	return list.New(env, openDesk{follow.Desk{Desk: house.Desk, Terms: env.Terms}, house.Unit, house.rounds()})
}

// openDesk lists what is open in the unit that is shown.
type openDesk struct {
	follow.Desk
	unit   model.UnitID
	rounds rounds.Desk
}

// FollowUps lists what is open, by its day, with the anonymous rounds that wait for
// whoever works here: for an answer, or because they may end them.
func (d openDesk) FollowUps() ([]followup.Row, error) {
	list, err := d.Desk.FollowUps(follow.Asked{Unit: d.unit})
	if err != nil {
		return nil, err
	}
	asked, err := d.rounds.Waiting()
	list = append(list, asked...)
	followup.Sort(list)
	return list, err
}

// coachDesk gives the page of coaching plans its verbs.
type coachDesk struct {
	*store.Desk
	rules rules.Book
}

func (d coachDesk) follow() follow.Desk { return follow.Desk{Desk: d.Desk} }

// Coachings lists somebody's plans.
func (d coachDesk) Coachings(who model.EmployeeID) ([]coaching.Row, error) {
	return d.follow().Coachings(follow.Asked{Employee: who})
}

// Effects tells what the measures of somebody's plans did.
func (d coachDesk) Effects(who model.EmployeeID) ([]coaching.Helped, error) {
	list, _, err := d.follow().Effects(follow.Asked{Employee: who}, d.rules)
	return list, err
}

// StartCoaching proposes a plan.
func (d coachDesk) StartCoaching(p coaching.Coaching) (coaching.Coaching, error) {
	return d.follow().StartCoaching(p)
}

// WriteCoaching keeps what a plan holds now.
func (d coachDesk) WriteCoaching(p coaching.Coaching) (coaching.Coaching, error) {
	return d.follow().WriteCoaching(p)
}

// Whose is whose word a step is, and whether they can say it by their own PIN.
func (d coachDesk) Whose(who model.EmployeeID, step string) (asked word.Asked, err error) {
	if asked.Whose, asked.Name, err = d.follow().Whose(who, step); err != nil || asked.Whose == "" {
		return asked, err
	}
	asked.PIN, err = d.Signs(asked.Whose)
	return asked, err
}

// StepCoaching takes a step, on the desk of whoever's word it is where they typed
// their PIN.
func (d coachDesk) StepCoaching(said voice.Said, p coaching.Coaching, step, reason string, out coaching.Outcome, note string) (coaching.Coaching, error) {
	desk := d.Desk
	if said.Signs() {
		var err error
		if desk, err = d.Voiced(said); err != nil {
			return p, err
		}
	}
	return follow.Desk{Desk: desk}.StepCoaching(p.Employee, p.ID, step, model.Word{Document: said.Document, On: said.On, Reason: reason}, out, note)
}
