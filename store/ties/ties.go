// Package ties tells how who works here stands to whom something is about, so that a
// page offers what the file will allow.
package ties

import (
	"kinerja/model"
	"kinerja/store"
	"kinerja/store/sight"
)

// Subject is what something is about: a person, a plan and with it the person who holds
// it, or a unit and with it its head. The first that is named counts.
type Subject struct {
	Employee model.EmployeeID
	Plan     model.PlanID
	Unit     model.UnitID
	Top      bool // with no unit: the only one at the top
}

// Some reports whether it is about anybody.
func (s Subject) Some() bool { return s != Subject{} }

// Of says how the person at a desk stands to a subject, today. It reports ErrNotFound
// or ErrSeveral where there is none, and nothing else of it: how one stands to somebody
// is no secret of theirs.
func Of(d *store.Desk, about Subject) ([]model.Relation, error) {
	return store.Look(d, model.VerbReadStaff, func(s sight.Sight) ([]model.Relation, error) {
		who, err := whom(s, about)
		if err != nil {
			return nil, err
		}
		return s.Relations(who)
	})
}

func whom(s sight.Sight, about Subject) (model.EmployeeID, error) {
	switch {
	case about.Employee != "":
		return about.Employee, nil
	case about.Plan != "":
		plan, err := s.Plan(about.Plan)
		return plan.Employee, err
	}
	unit, err := s.Top(about.Unit)
	return unit.Head, err
}
