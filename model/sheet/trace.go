package sheet

import (
	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/survey"
)

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

	// Survey is the survey that the value was taken from, as it is now and
	// weighted as then, and Unit whose it is; nil where the value was typed, and
	// for whom surveys are not.
	Survey *survey.Result
	Unit   string

	// Evidence is what shows the value, by the action plan of the period.
	Evidence []action.Evidence
}
