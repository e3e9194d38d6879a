// Package course is how a thing goes from state to state: a table of steps, each
// with the states it leads on from, the right it takes and whose word it is.
//
// It promises that a step that is not in the table is refused, and that the
// refusal names the state and the steps that lead on from it.
package course

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
)

// State is a state by number, with the word of files and the command line.
type State interface {
	comparable
	fmt.Stringer
}

// Step is one line of a table.
type Step[S State] struct {
	Name string // as the command line has it, and a word's Act: "agreed"
	Verb model.Verb
	From []S
	To   S
	// Whose word it is: that of the person it is about (RelSelf), of whoever
	// evaluates them (RelEvaluator), of that one's evaluator (RelSuperior); RelNone:
	// of whoever does it.
	Whose  model.Relation
	Reason bool // takes one
	Letter bool // is known from a letter with a number, whoever does it
}

// Table is all steps of one kind of thing.
type Table[S State] []Step[S]

// Find is the step of a name from a state; an *Error where none leads on.
func (t Table[S]) Find(name string, from S) (Step[S], error) {
	i := slices.IndexFunc(t, func(s Step[S]) bool { return s.Name == name && slices.Contains(s.From, from) })
	if i < 0 {
		return Step[S]{}, &Error{Step: name, State: from.String(), Open: t.names(from)}
	}
	return t[i], nil
}

// From lists the steps that lead on from a state, in the order of the table.
func (t Table[S]) From(state S) Table[S] {
	return slices.DeleteFunc(slices.Clone(t), func(s Step[S]) bool { return !slices.Contains(s.From, state) })
}

// Names lists the names of all steps, each once.
func (t Table[S]) Names() (list []string) {
	for _, s := range t {
		if !slices.Contains(list, s.Name) {
			list = append(list, s.Name)
		}
	}
	return list
}

func (t Table[S]) names(from S) []string { return t.From(from).Names() }

// Check refuses a word that lacks what its step takes: a reason, the number of a
// letter, or the paper that the word of somebody else is known from.
func (s Step[S]) Check(w model.Word) error {
	switch {
	case s.Reason && strings.TrimSpace(w.Reason) == "":
		return &model.FieldError{Field: "reason", Err: model.ErrMissing}
	case (s.Letter || w.Via == model.Recorded) && strings.TrimSpace(w.Document) == "":
		return &model.FieldError{Field: "document", Err: model.ErrMissing}
	case w.On.IsZero():
		return &model.FieldError{Field: "date", Err: model.ErrMissing}
	}
	return nil
}

// Error refuses a step. It is model.ErrState.
type Error struct {
	Step  string
	State string   // in which the thing is
	Open  []string // the steps that lead on from there
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s from %s: %v", e.Step, e.State, model.ErrState)
}

// Unwrap lets errors.Is see ErrState.
func (e *Error) Unwrap() error { return model.ErrState }
