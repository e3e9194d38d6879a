package store

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/catalogue"
	"kinerja/model/planning"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// choosable lists the instruments that plans can be made from: those of the
// file, and the ready ones that it does not hold yet.
func (t *tx) choosable() ([]model.Instrument, error) {
	all, err := t.instruments()
	if err != nil {
		return nil, err
	}
	for _, ready := range catalogue.All() {
		if !slices.ContainsFunc(all, func(in model.Instrument) bool { return in.Code == ready.Code }) {
			all = append(all, ready)
		}
	}
	return all, nil
}

// Choosable lists the instruments that plans can be made from: all versions of
// those of the file, and the ready ones that it does not hold yet.
func (d *Desk) Choosable() (list []model.Instrument, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		list, err = t.choosable()
		return err
	})
	return list, err
}

// Positions tells which instrument each position would get from MakePlans, for
// the posts held at or below unit in a year that have no plan yet.
func (d *Desk) Positions(year int, unit model.UnitID) (found planning.Positions, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		staff, err := t.staff(unit)
		if err == nil {
			found, err = staff.Positions(unplannedFile{t, d}, year)
		}
		return err
	})
	return found, err
}

// PlanRows lists the plans of a year of the people at or below unit, by name.
// Without a year it is the newest that has plans, else this year; years are
// those with plans, oldest first.
func (d *Desk) PlanRows(year int, unit model.UnitID) (rows []planning.Row, at int, years []int, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		for _, y := range t.parts(ledger.BucketPlans) {
			years = append(years, int(y))
		}
		if at = year; at == 0 {
			at = model.DateOf(t.now, t.store.opt.Zone).Year()
			if n := len(years); n > 0 && !slices.Contains(years, at) {
				at = years[n-1]
			}
		}
		tree, err := t.units()
		if err != nil {
			return err
		}
		list, err := t.names.All()
		if err != nil {
			return err
		}
		byID := make(map[model.EmployeeID]names.Entry, len(list))
		for _, e := range list {
			byID[e.Employee] = e
		}
		err = t.plansIn(at, func(plan model.Plan) error {
			ok, err := d.sees(t, model.VerbReadCard, plan.Employee)
			if !ok || err != nil || !tree.Within(plan.Unit, unit) {
				return err
			}
			row, err := t.planRow(plan)
			row.Staff = byID[plan.Employee].Row()
			rows = append(rows, row)
			return err
		})
		slices.SortStableFunc(rows, func(a, b planning.Row) int {
			return names.Compare(byID[a.Staff.Employee], byID[b.Staff.Employee])
		})
		return err
	})
	return rows, at, years, err
}

// PlanRow reads one plan as lists show it.
func (d *Desk) PlanRow(id model.PlanID) (row planning.Row, err error) {
	err = d.ofPlan(id, func(t *tx, plan model.Plan) error {
		if row, err = t.planRow(plan); err != nil {
			return err
		}
		e, err := t.employee(plan.Employee)
		row.Staff = model.StaffRow{Employee: e.ID, Name: e.FullName(), Number: e.Number, Position: row.Post.Position, Unit: row.Post.Unit}
		return err
	})
	return row, err
}

func (t *tx) planRow(plan model.Plan) (row planning.Row, err error) {
	row.Plan = plan
	if row.Instrument, err = t.instrument(plan.Instrument); err != nil && !errors.Is(err, model.ErrNotFound) {
		return row, err
	}
	at, err := keyed(ledger.BucketPosts, string(plan.Employee), string(plan.Post))
	if err != nil {
		return row, err
	}
	row.Post, err = get(t, postShelf, at)
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	return row, err
}
