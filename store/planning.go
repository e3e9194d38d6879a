package store

import (
	"slices"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/catalogue"
	"kinerja/model/planning"
)

// choosable lists the instruments that plans can be made from: those of the
// file, and the ready ones that it does not hold yet.
func choosable(t *tx) ([]model.Instrument, error) {
	all, err := t.Instruments()
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
		list, err = choosable(t)
		return err
	})
	return list, err
}

// Positions tells which instrument each position would get from MakePlans, for
// the posts in a year that have no plan yet, of those for whom this person may make
// one.
func (d *Desk) Positions(year int, who planning.Who) (found planning.Positions, err error) {
	err = d.view(model.VerbMakePlan, func(t *tx) error {
		if !access.MayAnybody(d.actor, model.VerbMakePlan) {
			return d.may(t, model.VerbMakePlan, "")
		}
		staff, err := staffOf(t, who)
		if err == nil {
			staff.Rows, err = d.sight(t).Allowed(model.VerbMakePlan, staff.Rows)
		}
		if err == nil {
			found, err = staff.Positions(unplannedFile{t, d}, year)
		}
		if who.Employee != "" && len(staff.Rows) == 1 {
			found.Of = staff.Rows[0]
		}
		return err
	})
	return found, err
}
