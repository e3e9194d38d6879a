package cabinet

import (
	"strings"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Unit reads a unit. It reports ErrNotFound.
func (t *Tx) Unit(id model.UnitID) (model.Unit, error) {
	p, err := keyed(ledger.BucketUnits, id)
	if err != nil {
		return model.Unit{}, err
	}
	return book.Get(t.Tx, unitShelf, p)
}

// Units reads the tree of units that are not void.
func (t *Tx) Units() (model.Units, error) {
	tree := model.Units{}
	err := book.Each(t.Tx, unitShelf, ledger.Place{Bucket: ledger.BucketUnits}, func(u model.Unit) bool {
		if !u.Void {
			tree[u.ID] = u
		}
		return true
	})
	return tree, err
}

// Top is the unit named, or the only one at the top of the tree. It reports
// ErrNotFound where none is, ErrSeveral where more than one could be meant.
func (t *Tx) Top(id model.UnitID) (top model.Unit, err error) {
	if id != "" {
		return t.Unit(id)
	}
	tree, err := t.Units()
	if err != nil {
		return top, err
	}
	for _, u := range tree {
		if _, below := tree[u.Parent]; below {
			continue
		}
		if top.ID != "" {
			return top, model.ErrSeveral
		}
		top = u
	}
	if top.ID == "" {
		return top, model.ErrNotFound
	}
	return top, nil
}

// CheckUnit refuses a unit that breaks a rule of the tree or takes another's code.
func (t *Tx) CheckUnit(u model.Unit) error {
	tree, err := t.Units()
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
