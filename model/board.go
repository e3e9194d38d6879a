package model

// Board is everything the list that rates shows: who has a plan in a period,
// and how each stands.
type Board struct {
	Period  Period
	Periods []Period   // to choose from, oldest first
	Rows    []BoardRow // by name
	Units   Units
	Closed  *ClosedError // of everybody on it; nil while any of it is open
	// Names holds whoever is named in words and as an evaluator, with titles.
	Names map[EmployeeID]string
}

// BoardRow is one plan in one period; a person with two posts has two.
type BoardRow struct {
	Staff      StaffRow
	Post       Post // the plan's, which need not be today's
	Plan       Plan
	Card       Card
	Evaluation Evaluation
	Unproven   int // actions of the period that no evidence shows yet
}

// Moved is what became of one of several evaluations that were to take a step.
type Moved struct {
	Plan PlanID
	Err  error // why it did not take it; nil: it did
}
