package pages

import (
	"kinerja/model"
	"kinerja/model/terms"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/screen/edit"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/screen/feedback"
	"kinerja/ui/screen/skp"
)

// ratingDesk gives the list that rates the desk on which another's word is said.
type ratingDesk struct {
	*store.Desk
	terms terms.Terms
}

// Untold names those to whom the instrument by which they are rated was not explained.
func (d ratingDesk) Untold(b model.Board, unit model.UnitID) ([]string, error) {
	return follow.Desk{Desk: d.Desk, Terms: d.terms}.UntoldOn(b, unit)
}

// Voiced is the desk on which a word is said as said says it.
func (d ratingDesk) Voiced(said voice.Said) (evaluations.Judge, error) { return d.Desk.Voiced(said) }

// evaluationDesk does so for the page of one person's evaluation.
type evaluationDesk struct {
	*store.Desk
	terms terms.Terms
}

// Untold is the code of the instrument where it was not explained to the person.
func (d evaluationDesk) Untold(plan model.PlanID, p model.Period) (string, error) {
	return follow.Desk{Desk: d.Desk, Terms: d.terms}.Untold(plan, p)
}

// Voiced is the desk on which a word is said as said says it.
func (d evaluationDesk) Voiced(said voice.Said) (evaluation.Judge, error) { return d.Desk.Voiced(said) }

// Voiced does so for the forms: what a unit reached is decided by the leader above.
func (d formDesk) Voiced(said voice.Said) (edit.Decider, error) { return d.Desk.Voiced(said) }

// talkDesk does so for the conversation.
type talkDesk struct{ *store.Desk }

// Voiced is the desk on which a word is said as said says it.
func (d talkDesk) Voiced(said voice.Said) (feedback.Giver, error) { return d.Desk.Voiced(said) }

// stepDesk does so for the plan in the official form.
type stepDesk struct{ *store.Desk }

// Voiced is the desk on which a word is said as said says it.
func (d stepDesk) Voiced(said voice.Said) (skp.Stepper, error) { return d.Desk.Voiced(said) }
