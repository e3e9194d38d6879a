// Package followup is what is still open after an evaluation, of every kind in one
// list: an objection, an award, a coaching plan, a check-in, a training.
package followup

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
)

// Kind says what is open.
type Kind uint8

// The kinds, in the order of a list whose days are equal.
const (
	Objection Kind = iota + 1
	Coaching
	CheckIn
	Award
	Session
	Referral // to a counsellor: only that it was made
	Round    // of anonymous feedback, that waits for an answer
)

var kinds = [...]string{"", "objection", "coaching", "checkin", "award", "session", "referral", "round"}

// String is the word of the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// Words lists the words of all kinds.
func Words() []string { return slices.Clone(kinds[1:]) }

// ParseKind reads a word of Words.
func ParseKind(s string) (Kind, bool) {
	i := slices.Index(kinds[1:], strings.ToLower(strings.TrimSpace(s)))
	return Kind(i + 1), i >= 0
}

// Arranged is the state of a check-in whose day was agreed upon.
const Arranged = "arranged"

// By says whose turn it is.
type By uint8

// The turns.
const (
	ByNobody    By = iota // it runs, and a day is waited for
	ByStaff               // the person it is about
	ByEvaluator           // whoever evaluates them
	BySuperior            // that one's evaluator
	ByTeam                // whoever keeps the file
)

var turns = [...]string{"", "staff", "evaluator", "superior", "team"}

// String is the word of the command line.
func (b By) String() string { return turns[min(int(b), len(turns)-1)] }

// Row is one thing that is open.
type Row struct {
	Kind   Kind
	ID     string // of the record
	Staff  model.StaffRow
	Plan   model.PlanID // where it hangs on a plan
	Period model.Period // and a period
	State  string       // the word of its state
	About  string       // what it is about: a measure's code, the name of an award
	By     By
	Actor  model.EmployeeID // whose turn it is, where that is one person
	Mine   bool             // it waits for who reads
	Until  model.Date       // by when; none: by no day
}

// Late reports whether its day has passed.
func (r Row) Late(today model.Date) bool { return !r.Until.IsZero() && r.Until < today }

// Sort puts what is due first first, what has no day last; on one day by kind and
// name.
func Sort(list []Row) {
	day := func(r Row) model.Date {
		if r.Until.IsZero() {
			return 9999_12_31
		}
		return r.Until
	}
	slices.SortStableFunc(list, func(a, b Row) int {
		return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Staff.Name, b.Staff.Name), cmp.Compare(a.ID, b.ID))
	})
}
