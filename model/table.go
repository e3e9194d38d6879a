package model

import "errors"

// Why a row of a table, or what a page asks for, is refused.
var (
	// ErrUnreadable: characters were lost when the file was written.
	ErrUnreadable = errors.New("characters were lost")
	// ErrSameName: a new number under the name of the evaluator at the keyboard.
	ErrSameName = errors.New("the evaluator's name under another number")
	// ErrNoPlan: the person has no plan for this period.
	ErrNoPlan = errors.New("no plan for this period")
	// ErrNoPost: the person holds no post in this year.
	ErrNoPost = errors.New("no post in this year")
	// ErrNPSN: the number of a school has eight digits.
	ErrNPSN = errors.New("an NPSN has 8 digits")
	// ErrFrozen: a version of an instrument that a plan uses cannot change.
	ErrFrozen = errors.New("version is in use; raise it")
	// ErrEntered: results were entered for a plan that would change.
	ErrEntered = errors.New("results were entered already")
)
