package objection

import (
	"errors"

	"kinerja/model"
)

// ErrAsBefore: a change that changes no rating is a rejection.
var ErrAsBefore = errors.New("the ratings are those that were given")

// DecisionDays is within how many days of filing a decision is expected. No rule
// was found that says so (not verified): when they have passed that is said, and
// nothing else happens.
const DecisionDays = 14

// DecideBy is the day by which a decision is expected, by a number of days; 0 takes
// DecisionDays.
func (o Objection) DecideBy(days int) model.Date {
	if days <= 0 {
		days = DecisionDays
	}
	return o.Filed().Add(days)
}

// Filed is the day on which it was filed.
func (o Objection) Filed() model.Date {
	if len(o.Words) == 0 {
		return 0
	}
	return o.Words[0].On
}
