package store

import (
	"kinerja/store/ledger"
	"strings"

	"kinerja/model"
)

func (t *tx) unit(id model.UnitID) (model.Unit, error) {
	p, err := keyed(ledger.BucketUnits, id)
	if err != nil {
		return model.Unit{}, err
	}
	return get(t, unitShelf, p)
}

func (t *tx) units() (model.Units, error) {
	tree := model.Units{}
	err := each(t, unitShelf, ledger.Place{Bucket: ledger.BucketUnits}, func(u model.Unit) bool {
		if !u.Void {
			tree[u.ID] = u
		}
		return true
	})
	return tree, err
}

// Units reads the tree of units.
func (d *Desk) Units() (tree model.Units, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		tree, err = t.units()
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
		if err := t.checkUnit(u); err != nil {
			return err
		}
		return put(t, unitShelf, u)
	})
}

func (t *tx) checkUnit(u model.Unit) error {
	tree, err := t.units()
	if err != nil {
		return err
	}
	if err := tree.Check(u); err != nil {
		return err
	}
	for _, other := range tree {
		if other.ID != u.ID && u.Code != "" && strings.EqualFold(other.Code, u.Code) {
			return &model.FieldError{Field: "kode", Value: u.Code, Err: model.ErrExists}
		}
	}
	return nil
}
