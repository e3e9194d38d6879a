package store

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/planning"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/unplanned"
)

// MakePlans gives everyone at or below a unit who has no plan for the year the
// instrument of their position, the general one for the rest, as agreed on
// paper: one change that one undo takes back. Ready instruments that the file
// does not hold yet are put in. For whom this person may make none is passed over;
// one person asked for by name is refused.
func (d *Desk) MakePlans(o planning.Order) (planning.Made, error) {
	var made planning.Made
	a := d.act(model.VerbMakePlan)
	a.Document = o.Document
	err := d.s.change(a, func(t *tx) error {
		if one := o.Who.Employee; one != "" || !access.MayAnybody(d.actor, model.VerbMakePlan) {
			if err := d.may(t, model.VerbMakePlan, one); err != nil {
				return err
			}
		}
		staff, err := staffOf(t, o.Who)
		if err != nil {
			return err
		}
		if staff.Rows, err = d.sight(t).Allowed(model.VerbMakePlan, staff.Rows); err != nil {
			return err
		}
		if o.On.IsZero() {
			o.On = t.Today()
		}
		made, err = staff.Make(unplannedFile{t, d}, o, func(post model.Post) model.Word {
			return model.Word{
				ID: model.ElementID(ledger.MintID()), Whose: post.Employee, By: d.actor.Employee, Via: model.Recorded,
				Document: o.Document, On: o.On,
			}
		})
		return err
	})
	return made, err
}

// staffOf is everybody, or one person, for plans of the posts at or below a unit.
func staffOf(t *tx, who planning.Who) (s unplanned.Staff, err error) {
	tree, err := t.Units()
	if err != nil {
		return s, err
	}
	s.Within = func(id model.UnitID) bool { return tree.Within(id, who.Unit) }
	if s.Rows, err = t.Rows(); err != nil {
		return s, err
	}
	if who.Employee != "" {
		s.Rows = slices.DeleteFunc(slices.Clone(s.Rows), func(r model.StaffRow) bool { return r.Employee != who.Employee })
	}
	s.Instruments, err = choosable(t)
	return s, err
}

// unplannedFile is the file as plans are made in it.
type unplannedFile struct {
	t *tx
	d *Desk
}

// Posts reads what somebody holds and held.
func (f unplannedFile) Posts(id model.EmployeeID) ([]model.Post, error) { return f.t.Posts(id) }

// HasPlan reports whether a plan stands.
func (f unplannedFile) HasPlan(id model.PlanID) (bool, error) {
	_, err := f.t.Plan(id)
	if errors.Is(err, model.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// Allowed asks for the right to make somebody's plan.
func (f unplannedFile) Allowed(id model.EmployeeID) error {
	return f.d.may(f.t, model.VerbMakePlan, id)
}

// Freeze keeps an instrument.
func (f unplannedFile) Freeze(in model.Instrument) error { return cabinet.Put(f.t, in) }

// Keep keeps a plan.
func (f unplannedFile) Keep(p model.Plan) error { return cabinet.Put(f.t, p) }
