package nav

import (
	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
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
	// Awards is the nominations for awards.
	Awards struct{}
	// Proposals is who meets the rule of awards by a period, and of everybody else why
	// not; none: the newest in which anybody's evaluation is final.
	Proposals struct{ Period model.Period }
	// Award is one nomination.
	Award struct {
		Employee model.EmployeeID
		ID       award.ID
	}
	// AwardAct is the form of one step of a nomination: award.Check and so on;
	// award.Nominate, with no ID, of a new one.
	AwardAct struct {
		Employee model.EmployeeID
		ID       award.ID
		Act      string
		Period   model.Period
	}
	// Letters is the references to letters of discipline.
	Letters struct{}
	// EditLetter is the form of a reference: a new one, or with an ID why it is taken
	// off the list.
	EditLetter struct {
		Employee model.EmployeeID
		ID       discipline.ID
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
func (Awards) route()        {}
func (Proposals) route()     {}
func (Award) route()         {}
func (AwardAct) route()      {}
func (Letters) route()       {}
func (EditLetter) route()    {}
