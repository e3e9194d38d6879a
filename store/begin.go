package store

import (
	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
)

// Begin keeps the first unit, and its head, as one change of that head, so that
// whoever works here from then on can undo it. Identities are minted here.
func (d *Desk) Begin(b founding.Beginning) (model.Employee, error) {
	e := b.Person
	e.ID = model.EmployeeID(ledger.MintID())
	b.Post.ID, b.Post.Employee = model.PostID(ledger.MintID()), e.ID
	if b.Unit.ID == "" {
		b.Unit.ID = model.UnitID(ledger.MintID())
	}
	b.Unit.Head, b.Post.Unit = e.ID, b.Unit.ID
	a := d.act(model.VerbAddEmployee)
	a.Actor = model.Owner(e.ID, e.FullName())
	err := d.s.change(a, func(t *tx) error {
		for _, verb := range []model.Verb{model.VerbAddUnit, model.VerbAddEmployee} {
			if err := d.may(t, verb, ""); err != nil {
				return err
			}
		}
		if err := t.CheckUnit(b.Unit); err != nil {
			return err
		}
		if err := cabinet.Put(t, b.Unit); err != nil {
			return err
		}
		if err := hire(t, &e, b.Post); err != nil {
			return err
		}
		return t.SetFirst(b.Period)
	})
	return e, err
}
