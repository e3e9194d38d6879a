// Package sequel is what followed some evaluations of the sample: an objection won,
// one lost, one that waits and one that came late; a coaching plan that helped, one
// that did not and one that has begun; an award handed over, a nomination that waits
// for its check and one that was refused; a letter of discipline; briefings and
// trainings. The people are named by their seats in Bukitintan.
//
// It promises what the sample promises: the same records every time, each of which
// passes its Check and came to its state by the steps of its own table.
package sequel

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/rules"
)

// The seats of those to whom something happened, and of those who had a part in it.
const (
	healthHead    = 0
	educationHead = 1
	firstHead     = 2 // dr. Sari Wulandari, who types what others say on paper
	secondHead    = 3
	thirdHead     = 4
	team          = 8 // of the health office, for performance management

	objectionWon, objectionLost, objectionOpen, objectionLate = 21, 45, 38, 66
	coachingHelped, coachingFailed, coachingBegun             = 25, 56, 42
	awardHanded, awardAsked, awardRefused                     = 72, 32, 40
	disciplined                                               = 97
)

// Known is what the sample knows of its people by their seats.
type Known struct {
	Employee func(seat int) model.EmployeeID
	Unit     func(seat int) model.UnitID             // where the seat stands now
	Measured func(seat int) (model.Instrument, bool) // by what it is measured now
	Seats    int
	Rules    rules.RuleSet
}

// id is the identity of the nth part of a record.
func id(kind string, parts ...any) string {
	list := []string{kind}
	for _, p := range parts {
		list = append(list, fmt.Sprint(p))
	}
	return model.ReadyID(list...)
}

func element(kind string, parts ...any) model.ElementID { return model.ElementID(id(kind, parts...)) }

// word is what somebody said on a day: dr. Sari herself, everybody else by a paper
// from which she typed it.
func (k Known) word(seat int, on model.Date, paper, reason string, of ...any) model.Word {
	w := model.Word{ID: element("word", append(of, seat, on)...), Whose: k.Employee(seat), By: k.Employee(firstHead), On: on, Reason: reason}
	if seat != firstHead {
		w.Via, w.Document = model.Recorded, paper
	}
	return w
}

// quarter reads the word of a period.
func quarter(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err) // of this package's own data
	}
	return p
}
