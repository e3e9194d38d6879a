package sheet

import "kinerja/model"

// Filled is what was reached on some measures of one plan.
type Filled struct {
	Plan    model.PlanID
	Entries []model.Entry
}

// Past is what was reached on a measure in another period.
type Past struct {
	Period model.Period
	Entry  model.Entry
}

// Trace is where a value of a sheet comes from.
type Trace struct {
	Past  []Past // periods before it with a value, oldest first
	Actor string // who changed it last; "" where that is not known or not to be told
	Name  string // the actor's, where they are an employee
	At    int64  // when, Unix nanoseconds
}
