// Package voice decides whose word an act is, and how it is known (UX 2.11): the
// own word of whoever works, or one that they type for somebody else, from a
// paper. It also carries what a person says about that before an act.
package voice

import (
	"fmt"

	"kinerja/model"
)

// Judge says whose word it is when by judges employee: rates, notes, shares,
// takes back, makes final. The evaluator is the direct superior (PermenPANRB
// 6/2022): what somebody else types is recorded for them. It is by's own where
// no evaluator is known, and where nobody has said who by is: a file that one
// person keeps, who never named themselves. What one takes back of one's own is
// one's own word too.
func Judge(by model.Actor, evaluator, employee model.EmployeeID) (whose model.EmployeeID, recorded bool) {
	nobody := by.Employee == "" && by.Via == model.Own
	if evaluator == "" || evaluator == employee || by.Employee == evaluator || by.Employee == employee || nobody {
		return by.Employee, false
	}
	return evaluator, true
}

// PIN is whether somebody has one to say a thing by, as far as whoever asks may
// know it.
type PIN uint8

// What there can be.
const (
	NoPIN     PIN = iota // none; or it is not told
	Temporary            // somebody else set it: it proves nothing until they change it
	OwnPIN
)

// Said is what a person says before an act about whose word it is: the paper
// from which they type the word of another, or that person's own PIN. The zero
// Said says nothing: the word is that of whoever works.
type Said struct {
	Document string     // name or number of the paper; needed unless Secret is
	On       model.Date // of the paper
	Whose    model.EmployeeID
	Secret   string // Whose's own PIN, typed by them at this moment; never kept
}

// Signs reports that a PIN was typed.
func (s Said) Signs() bool { return s.Secret != "" }

// Error refuses an act that is the word of another and names no paper from which
// it is known. It is model.ErrInvalid.
type Error struct {
	Whose model.EmployeeID
	Name  string // of Whose
}

func (e *Error) Error() string {
	return fmt.Sprintf("word of %s: no document: %v", e.Whose, model.ErrInvalid)
}

// Unwrap lets errors.Is see ErrInvalid.
func (e *Error) Unwrap() error { return model.ErrInvalid }
