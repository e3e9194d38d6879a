package sight

import (
	"slices"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// PlanRows lists the plans of a year of the people at or below unit, by name.
// Without a year it is the newest that has plans, else this year; years are
// those with plans, oldest first.
func (s Sight) PlanRows(year int, unit model.UnitID) (rows []planning.Row, at int, years []int, err error) {
	for _, y := range s.Parts(ledger.BucketPlans) {
		years = append(years, int(y))
	}
	if at = year; at == 0 {
		at = s.Today().Year()
		if n := len(years); n > 0 && !slices.Contains(years, at) {
			at = years[n-1]
		}
	}
	tree, err := s.Units()
	if err != nil {
		return rows, at, years, err
	}
	list, err := s.Names.All()
	if err != nil {
		return rows, at, years, err
	}
	byID := make(map[model.EmployeeID]names.Entry, len(list))
	for _, e := range list {
		byID[e.Employee] = e
	}
	err = s.PlansIn(at, func(plan model.Plan) error {
		ok, err := s.Sees(model.VerbReadCard, plan.Employee)
		if !ok || err != nil || !tree.Within(plan.Unit, unit) {
			return err
		}
		row, err := s.Listed(plan)
		row.Staff = byID[plan.Employee].Row()
		rows = append(rows, row)
		return err
	})
	slices.SortStableFunc(rows, func(a, b planning.Row) int {
		return names.Compare(byID[a.Staff.Employee], byID[b.Staff.Employee])
	})
	return rows, at, years, err
}

// PlanRow reads one plan as lists show it.
func (s Sight) PlanRow(id model.PlanID) (row planning.Row, err error) {
	plan, err := s.ByID(id)
	if err != nil {
		return row, err
	}
	if row, err = s.Listed(plan); err != nil {
		return row, err
	}
	e, err := s.Employee(plan.Employee)
	row.Staff = model.StaffRow{Employee: e.ID, Name: e.FullName(), Number: e.Number, Position: row.Post.Position, Unit: row.Post.Unit}
	return row, err
}

// Plans reads the plans of a year, of the people at or below unit ("": all).
func (s Sight) Plans(year int, unit model.UnitID) (list []model.Plan, err error) {
	tree, err := s.Units()
	if err != nil {
		return list, err
	}
	err = s.PlansIn(year, func(p model.Plan) error {
		ok, err := s.Sees(model.VerbReadCard, p.Employee)
		if ok && tree.Within(p.Unit, unit) {
			list = append(list, p)
		}
		return err
	})
	return list, err
}

// UsualFor is the newest period in use, of a plan of another year its first or last
// quarter.
func (s Sight) UsualFor(plan model.Plan) model.Period {
	p := s.Usual(s.Offered())
	if p.Year() == plan.Year {
		return p
	}
	n := 1
	if plan.Year < p.Year() {
		n = 4
	}
	if q, err := model.NewPeriod(model.Quarter, plan.Year, n); err == nil {
		return q
	}
	return p
}
