package store

import (
	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/accounts"
)

// Evaluators lists those who may log in and evaluate, for whoever works here: they
// can be handed the keyboard.
func (d *Desk) Evaluators() (list []user.Row, err error) {
	err = d.view(user.VerbRead, func(t *tx) error {
		if d.actor.Via != model.Signed {
			return model.ErrNotAllowed
		}
		all, err := accounts.Rows(t)
		for _, u := range all {
			if u.Live() && (u.Actual.Has(model.RoleEvaluator) || u.Actual.Has(model.RoleSuperior)) {
				list = append(list, user.Row{User: u.User, Shown: u.Shown, Actual: u.Actual})
			}
		}
		return err
	})
	return list, err
}

// Places tells what everybody's place in the office makes of them today, for
// whoever lets people in.
func (d *Desk) Places() (all map[model.EmployeeID]user.Place, err error) {
	err = d.view(user.VerbRead, func(t *tx) error {
		if err := d.may(t, user.VerbRead, ""); err != nil {
			return err
		}
		all, err = accounts.Places(t)
		return err
	})
	return all, err
}
