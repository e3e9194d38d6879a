package model

import (
	"errors"
	"fmt"
)

// What can be wrong with a wish. store and cli wrap these with what and which;
// ui/lang alone turns them into words, ui/cli alone into exit codes.
var (
	// ErrNotFound: nothing has that identity, name or number.
	ErrNotFound = errors.New("not found")
	// ErrSeveral: more than one thing fits; see AmbiguousError.
	ErrSeveral = errors.New("several match")
	// ErrExists: a unique attribute (NIP, code) is taken.
	ErrExists = errors.New("already exists")
	// ErrNotAllowed: May says no.
	ErrNotAllowed = errors.New("not allowed")
	// ErrState: the thing is not in a state from which this step leads.
	ErrState = errors.New("not possible in this state")
	// ErrLocked: results whose evaluation was shared cannot change.
	ErrLocked = errors.New("locked by a shared evaluation")
	// ErrReason: the step needs a reason and none was given.
	ErrReason = errors.New("needs a reason")
	// ErrInvalid: a value breaks a rule; see FieldError.
	ErrInvalid = errors.New("invalid")
	// ErrChanged: somebody changed the same thing since.
	ErrChanged = errors.New("changed since")
	// ErrNothing: there is nothing to do, undo or redo.
	ErrNothing = errors.New("nothing to do")
	// ErrNoUndo: this kind of change is withdrawn or corrected, not undone.
	ErrNoUndo = errors.New("cannot be undone")

	// ErrBusy: another process holds the file; see BusyError.
	ErrBusy = errors.New("file is busy")
	// ErrDamaged: bytes of the file are not what was written; see DamageError.
	ErrDamaged = errors.New("file is damaged")
	// ErrForeign: a file of another program, or none at all.
	ErrForeign = errors.New("not a file of this program")
	// ErrEmpty: a file without content, which must not be silently filled.
	ErrEmpty = errors.New("file is empty")
	// ErrNewer: the file was written by a newer version of the program.
	ErrNewer = errors.New("file of a newer version")
	// ErrFull: the disk is full.
	ErrFull = errors.New("disk is full")
	// ErrReadOnly: the system lets nobody write there.
	ErrReadOnly = errors.New("cannot be written")
	// ErrElsewhere: the file was last used on another machine; a person says
	// whether it was moved or copied.
	ErrElsewhere = errors.New("last used on another machine")
	// ErrOutcome: a commit failed and it is unknown whether it was kept.
	ErrOutcome = errors.New("outcome unknown")
	// ErrStopped: a person stopped the work; what was done is taken back.
	ErrStopped = errors.New("stopped")
)

// FieldError says which field of what holds a value that breaks which rule.
type FieldError struct {
	Field string // as named in files and on the command line: "weight"
	Value string // as given
	Err   error  // why; one of this package's sentinels
}

func (e *FieldError) Error() string { return fmt.Sprintf("%s %q: %v", e.Field, e.Value, e.Err) }

// Unwrap makes both ErrInvalid and the reason match.
func (e *FieldError) Unwrap() []error { return []error{ErrInvalid, e.Err} }

// Candidate is one of several things that fit a question.
type Candidate struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Number string `json:"nip,omitempty"`
	Detail string `json:"detail,omitempty"` // position and unit, or the plan
}

// AmbiguousError lists what fits a question that was meant for one thing.
type AmbiguousError struct {
	Query      string
	Candidates []Candidate
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q: %d match", e.Query, len(e.Candidates))
}

// Unwrap makes ErrSeveral match.
func (e *AmbiguousError) Unwrap() error { return ErrSeveral }

// StateError says in which state a thing is that a step does not fit.
type StateError struct {
	State EvaluationState
	Step  EvaluationState // the state that was wished for
	Needs EvaluationState // the state that must come before it
}

func (e *StateError) Error() string {
	return fmt.Sprintf("%v, not %v: %v first", e.State, e.Step, e.Needs)
}

// Unwrap makes ErrState match.
func (e *StateError) Unwrap() error { return ErrState }

// NoUndoError says which act it is that is not undone.
type NoUndoError struct{ Verb Verb }

func (e *NoUndoError) Error() string { return string(e.Verb) + ": cannot be undone" }

// Unwrap makes ErrNoUndo match.
func (e *NoUndoError) Unwrap() error { return ErrNoUndo }

// OneselfError says that somebody would judge their own work, and who does that
// instead.
type OneselfError struct {
	Evaluator string // of their post; "" where none is named
}

func (e *OneselfError) Error() string {
	return fmt.Sprintf("nobody judges oneself; %q does", e.Evaluator)
}

// Unwrap makes ErrNotAllowed match.
func (e *OneselfError) Unwrap() error { return ErrNotAllowed }

// ClosedError says that the period of a unit is closed: since when, by whom.
type ClosedError struct {
	Period   Period
	Unit, By string // names; By may be ""
	On       Date
}

func (e *ClosedError) Error() string {
	return fmt.Sprintf("%s of %s: closed %s", e.Period, e.Unit, e.On)
}

// Unwrap makes ErrLocked match.
func (e *ClosedError) Unwrap() error { return ErrLocked }

// BusyError says who holds the file and how far they are.
type BusyError struct {
	Holder   string // program and person, as they wrote it
	PID      int
	Verb     string
	Progress string // "12000/100000", empty when not known
}

func (e *BusyError) Error() string {
	return fmt.Sprintf("held by %s (%d): %s", e.Holder, e.PID, e.Verb)
}

// Unwrap makes ErrBusy match.
func (e *BusyError) Unwrap() error { return ErrBusy }

// DamageError says where the file is not what was written.
type DamageError struct {
	Where string // bucket and key, or "chain of facts 17"
	What  string // "checksum", "chain", "page", "index", "count"
}

func (e *DamageError) Error() string { return e.Where + ": " + e.What }

// Unwrap makes ErrDamaged match.
func (e *DamageError) Unwrap() error { return ErrDamaged }
