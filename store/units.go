package store

import (
	"kinerja/model"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
)

// Units reads the tree of units.
func (d *Desk) Units() (tree model.Units, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		tree, err = t.Units()
		return err
	})
	return tree, err
}

// AddUnit puts a unit into the tree. Its identity is minted here; its code
// must be new.
func (d *Desk) AddUnit(u model.Unit) (model.Unit, error) {
	u.ID = model.UnitID(ledger.MintID())
	return u, d.saveUnit(model.VerbAddUnit, u, "")
}

// EditUnit corrects a unit.
func (d *Desk) EditUnit(u model.Unit, reason string) error {
	return d.saveUnit(model.VerbEditUnit, u, reason)
}

func (d *Desk) saveUnit(verb model.Verb, u model.Unit, reason string) error {
	return d.change(verb, reason, func(t *tx) error {
		if err := d.may(t, verb, ""); err != nil {
			return err
		}
		if err := t.CheckUnit(u); err != nil {
			return err
		}
		return cabinet.Put(t, u)
	})
}
