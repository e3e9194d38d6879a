package pages

import (
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/ui/screen/edit"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/screen/feedback"
	"kinerja/ui/screen/skp"
)

// ratingDesk gives the list that rates the desk on which another's word is said.
type ratingDesk struct{ *store.Desk }

// Voiced is the desk on which a word is said as said says it.
func (d ratingDesk) Voiced(said voice.Said) (evaluations.Judge, error) { return d.Desk.Voiced(said) }

// evaluationDesk does so for the page of one person's evaluation.
type evaluationDesk struct{ *store.Desk }

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
