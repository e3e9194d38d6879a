package nav

import (
	"kinerja/model"
	"kinerja/model/coaching"
)

// The places of what follows an evaluation.
type (
	// FollowUp is everything that is open, by its day.
	FollowUp struct{}
	// Coaching is the coaching plans of one person; with an ID that one.
	Coaching struct {
		Employee model.EmployeeID
		ID       coaching.ID
	}
	// StartCoaching is the form by which a coaching plan is proposed, tied to a measure
	// of a plan in a period where they are named.
	StartCoaching struct {
		Employee model.EmployeeID
		Plan     model.PlanID
		Period   model.Period
		Measure  model.ElementID
	}
	// CoachingAct is the form of one step of a coaching plan: coaching.Agree and so
	// on, AddItem, or DoneItem with the Item.
	CoachingAct struct {
		Employee model.EmployeeID
		ID       coaching.ID
		Act      string
		Item     model.ElementID
	}
)

// The acts on a coaching plan that are no step of it.
const (
	AddItem  = "add"  // one more step, promise or review
	DoneItem = "done" // one of them is done, kept or held
)

func (FollowUp) route()      {}
func (Coaching) route()      {}
func (StartCoaching) route() {}
func (CoachingAct) route()   {}
