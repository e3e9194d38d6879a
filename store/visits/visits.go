// Package visits reads what a visit to a site is made of, as far as a person may see
// it.
package visits

import (
	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
	"kinerja/model/visit"
	"kinerja/store/follow"
)

// Read puts the visit to a unit in a period together; zero: the newest in use.
func Read(d follow.Desk, unit model.UnitID, p model.Period, book rules.Book, today model.Date) (s visit.Sheet, err error) {
	raw, err := d.Board(p, unit)
	if err != nil {
		return s, err
	}
	in := visit.Input{Unit: raw.Units[unit], Board: board.Build(raw, book, d.Actor()), Today: today}
	if in.Rows, err = d.FollowUps(follow.Asked{Unit: unit}); err != nil {
		return s, err
	}
	people := make([]model.EmployeeID, 0, len(raw.Rows))
	for _, r := range raw.Rows {
		people = append(people, r.Staff.Employee)
	}
	// How they stood before: the newest rated period before this one.
	if before := earlier(raw.Periods, raw.Period); before != 0 {
		if in.Last, err = d.Latest(people, before); err != nil {
			return s, err
		}
	}
	return visit.Make(in), nil
}

// earlier is the period in use before p; zero: none.
func earlier(list []model.Period, p model.Period) (before model.Period) {
	for _, x := range list {
		if x.Compare(p) < 0 && (before == 0 || x.Compare(before) > 0) {
			before = x
		}
	}
	return before
}
