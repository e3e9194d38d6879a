package model

import (
	"cmp"
	"slices"
)

// StaffRow is one line of a list of staff: what can be shown without reading
// the records themselves.
type StaffRow struct {
	Employee EmployeeID
	Name     string // with titles
	Number   NIP
	Position string
	Unit     UnitID
	Kind     EmployeeKind
	Void     bool // left or undone: hidden from lists
	Outside  bool // holds a post outside of the file's units: chosen as evaluator, on no list of staff
}

// Profile is one person with everything a page about them needs.
type Profile struct {
	Employee  Employee
	Posts     []Post // newest first
	Unit      Unit   // of the main post
	Evaluator Employee
	Names     map[EmployeeID]string // of the evaluators of all posts, with titles
	Plans     []Plan
	Results   []Result // newest period first
}

// Result is one period of one plan: what was reached and how it was rated.
type Result struct {
	Plan       Plan
	Card       Card
	Evaluation Evaluation
}

// SortResults puts the newest period first; within one period the plan of the
// newer post, whose identity is the larger one, first.
func SortResults(list []Result) {
	slices.SortFunc(list, func(a, b Result) int {
		if c := b.Card.Period.Compare(a.Card.Period); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(b.Plan.Post, a.Plan.Post), cmp.Compare(b.Plan.ID, a.Plan.ID))
	})
}

// Sheet is everything the grid of results shows: one instrument, one period,
// the people whose plan is made from it.
type Sheet struct {
	Period     Period
	Instrument Instrument
	Rows       []SheetRow // by name
	// Instruments are those that have plans in this period's year, in the
	// order in which the grid goes through them.
	Instruments []Instrument
	Periods     []Period     // in use, oldest first
	Closed      *ClosedError // of everybody in it; nil while any of it is open
}

// SheetRow is one plan in the grid.
type SheetRow struct {
	Staff  StaffRow
	Plan   Plan
	Card   Card
	Before Card // of the period before, for comparison
	State  EvaluationState
	Reads  bool // whoever reads may not enter anything of this person
}

// Standing is how somebody stands in one period, for lists.
type Standing struct {
	Employee   EmployeeID
	Period     Period
	Card       Card
	Plan       Plan
	Evaluation Evaluation
}

// LastRated picks of somebody's results the newest that was rated, else the
// newest with values. It reports false where there is neither.
func LastRated(list []Result) (best Standing, found bool) {
	for _, r := range list {
		st := Standing{Employee: r.Plan.Employee, Period: r.Evaluation.Period, Card: r.Card, Plan: r.Plan, Evaluation: r.Evaluation}
		rated, was := st.Evaluation.State != EvaluationDraft, best.Evaluation.State != EvaluationDraft
		if newer := st.Period.Compare(best.Period) > 0; (rated || r.Card.HasValues()) && (!found || rated && !was || rated == was && newer) {
			best, found = st, true
		}
	}
	return best, found
}

// ChangeInfo says what an undo or redo took back or did again, and where.
type ChangeInfo struct {
	Change ChangeID
	Verb   Verb   // of the change that was taken back
	What   string // name of the record: a person, a unit
	Detail string // the measure's code, the period, the year
	Before Amount // a single value: what it was until now
	After  Amount // and what it is now
	Count  int    // facts taken back
	Kind   Kind   // of what they are about; "" where they are about several kinds
	At     int64  // when the change was made, Unix nanoseconds

	Employee   EmployeeID // where the cursor may go
	Period     Period
	Instrument InstrumentID
	Measure    ElementID
}
