package store

import (
	"slices"

	"kinerja/model"
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
// the posts in a year that have no plan yet.
func (d *Desk) Positions(year int, who planning.Who) (found planning.Positions, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		staff, err := staffOf(t, who)
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
