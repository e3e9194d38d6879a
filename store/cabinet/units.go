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
