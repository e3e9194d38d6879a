// Package worded is the words on an evaluation, with the facts that show them, as
// JSON has them.
package worded

import (
	"time"

	"kinerja/model"
	"kinerja/ui/cli/answer"
)

// Sheet is every word on an evaluation, the oldest first.
type Sheet struct {
	Schema   int           `json:"schema"`
	Employee answer.Person `json:"employee"`
	Period   model.Period  `json:"period"`
	Plan     model.PlanID  `json:"plan"`
	State    string        `json:"state"`
	Words    []Word        `json:"words"`
}

// Word is one word; its facts are what brought it, and then what corrected it. None:
// they are not in this file.
type Word struct {
	answer.Word
	Facts []Fact `json:"facts"`
}

// Fact is one fact that shows a word: when and by whom it was typed.
type Fact struct {
	Mark   string     `json:"fact"`
	At     string     `json:"at"`
	Actor  string     `json:"actor"`
	Verb   model.Verb `json:"verb"`
	Reason *string    `json:"reason"`
}

// FactOf is a fact without what it changed.
func FactOf(f model.Fact, mark string) Fact {
	h := f.Header
	return Fact{Mark: mark, At: h.Time().Format(time.RFC3339), Actor: h.Actor, Verb: h.Verb, Reason: answer.OrNull(f.Payload.Reason)}
}
