package sight

import (
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/store/credits"
	"kinerja/store/names"
)

// Credit works out somebody's credit points over the years.
func (s Sight) Credit(id model.EmployeeID) (row credit.Row, err error) {
	if err := s.May(model.VerbReadCard, id); err != nil {
		return row, err
	}
	line, ok, err := s.Names.Line(id)
	if err != nil {
		return row, err
	}
	if !ok {
		return row, fmt.Errorf("%s: %w", id, model.ErrNotFound)
	}
	row.Staff = line.Row()
	row.Account, err = s.account(id)
	return row, err
}

// Credits works out the credit points of everybody at or below a unit ("":
// everywhere) whose results this person may see, by name. Who holds no
// functional post is left out.
func (s Sight) Credits(unit model.UnitID) (list []credit.Row, err error) {
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	people, err := s.Names.All()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(people, names.Compare)
	for _, e := range people {
		if e.Hidden || e.Outside || !tree.Within(e.Unit, unit) {
			continue
		}
		ok, err := s.Sees(model.VerbReadCard, e.Employee)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		a, err := s.account(e.Employee)
		if err != nil {
			return nil, err
		}
		if a.Standing == credit.Functional || a.Standing == credit.LevelUnknown {
			list = append(list, credit.Row{Staff: e.Row(), Account: a})
		}
	}
	return list, nil
}

// account reads what credit is worked out from.
func (s Sight) account(id model.EmployeeID) (a credit.Account, err error) {
	in := credit.Input{Today: s.Today()}
	if in.Employee, err = s.Employee(id); err != nil {
		return a, err
	}
	if in.Posts, err = s.Posts(id); err != nil {
		return a, err
	}
	if in.Bases, err = credits.Of(s.Tx.Tx, id); err != nil {
		return a, err
	}
	plans, err := s.PlansOf(id)
	if err != nil {
		return a, err
	}
	for _, plan := range plans {
		for _, p := range s.Periods() {
			if p.Year() != plan.Year {
				continue
			}
			e, err := s.Evaluation(plan, p)
			if err != nil {
				return a, err
			}
			if e.Predicate != model.NoPredicate {
				in.Judged = append(in.Judged, credit.Judged{Post: plan.Post, Evaluation: e})
			}
		}
	}
	return credit.Of(in), nil
}
