package store

import (
	"kinerja/model"
	"kinerja/store/names"
)

// Directory reads everybody whom this person may see, to be found while
// somebody types.
func (d *Desk) Directory() (dir *names.Directory, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		tree, err := t.units()
		if err != nil {
			return err
		}
		list, err := t.names.All()
		if err != nil {
			return err
		}
		if list, err = d.visible(t, list); err != nil {
			return err
		}
		dir = names.NewDirectory(list, tree)
		return nil
	})
	return dir, err
}

// LastRated tells how some people stand in the newest period in which they were
// rated; who never was, in the newest with values. Others are left out.
func (d *Desk) LastRated(people []model.EmployeeID) (map[model.EmployeeID]model.Standing, error) {
	found := map[model.EmployeeID]model.Standing{}
	err := d.view(model.VerbReadCard, func(t *tx) error {
		for _, id := range people {
			ok, err := d.sees(t, model.VerbReadCard, id)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			plans, err := t.plansOf(id)
			if err != nil {
				return err
			}
			results, err := t.results(plans)
			if st, stands := model.LastRated(results); stands {
				found[id] = st
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}
