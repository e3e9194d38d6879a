package model

import (
	"errors"
	"strings"
)

// Reasons why a value of a record is refused.
var (
	ErrMissing   = errors.New("missing")
	ErrCircle    = errors.New("would be its own ancestor")
	ErrNegative  = errors.New("must not be negative")
	ErrWord      = errors.New("not one of the words allowed")
	ErrControl   = errors.New("holds control characters")
	ErrTooLong   = errors.New("too long")
	ErrComputed  = errors.New("a rule set with a formula computes the predicate")
	ErrTooLittle = errors.New("too little of the weight is entered")
	ErrNoFormula = errors.New("the rule set has no formula")
	ErrOrder     = errors.New("end lies before the beginning")
	ErrEarlier   = errors.New("lies before the step that precedes it")
	ErrFuture    = errors.New("lies in the future")
	ErrZero      = errors.New("must not be zero")
	ErrPast      = errors.New("lies in the past")
	ErrSelf      = errors.New("is about oneself")

	ErrOnlyCheckIn = errors.New("belongs to a check-in only")
	ErrOnlyAnswer  = errors.New("belongs to an answer only")
)

// EarlierError says which day a date must not lie before.
type EarlierError struct{ Last Date }

func (e *EarlierError) Error() string { return "lies before " + e.Last.String() }

// Unwrap makes ErrEarlier match.
func (e *EarlierError) Unwrap() error { return ErrEarlier }

// LaterError says which day a date must not lie after.
type LaterError struct{ Next Date }

func (e *LaterError) Error() string { return "lies after " + e.Next.String() }

// Unwrap makes ErrOrder match.
func (e *LaterError) Unwrap() error { return ErrOrder }

// BeforeError says that a day lies before the period, or the post, that it is
// about.
type BeforeError struct {
	First Date
	Post  bool // before a post that begins then, and not before a period
}

func (e *BeforeError) Error() string {
	return "lies before the beginning, " + e.First.String()
}

// Unwrap makes ErrPast match.
func (e *BeforeError) Unwrap() error { return ErrPast }

// parseWord finds s among the words of an enumeration, ignoring case.
func parseWord[E ~uint8](words []string, s string) (E, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for i, w := range words {
		if w != "" && w == s {
			return E(i), true
		}
	}
	return 0, false
}
