package nav

import "kinerja/model"

// Objection is the objections to the evaluation of a plan in a period.
type Objection struct {
	Plan   model.PlanID
	Period model.Period
}

// EditObjection is the form of one step of them: filing, an explanation, a hearing,
// the decision, withdrawing.
type EditObjection struct {
	Plan   model.PlanID
	Period model.Period
	Do     model.Verb
}

func (Objection) route()     {}
func (EditObjection) route() {}
