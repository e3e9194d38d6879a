package store

import (
	"slices"

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
		periods := t.periods()
		slices.Reverse(periods)
		for _, id := range people {
			ok, err := d.sees(t, model.VerbReadCard, id)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			st, ok, err := t.lastRated(id, periods)
			if err != nil {
				return err
			}
			if ok {
				found[id] = st
			}
		}
		return nil
	})
	return found, err
}

// lastRated looks through periods, the newest first.
func (t *tx) lastRated(id model.EmployeeID, periods []model.Period) (valued model.Standing, ok bool, err error) {
	plans, err := t.plansOf(id)
	if err != nil {
		return valued, false, err
	}
	for _, p := range periods {
		for _, plan := range plans {
			if plan.Year != p.Year() {
				continue
			}
			st, err := t.standing(plan, p)
			if err != nil {
				return valued, ok, err
			}
			if st.Evaluation.State != model.EvaluationDraft {
				return st, true, nil
			}
			if !ok && st.Card.HasValues() {
				valued, ok = st, true
			}
		}
	}
	return valued, ok, nil
}
