package cabinet

import (
	"slices"

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

// Top is the unit named, or the only one at the top of the tree that is led from
// here: an office without a head that is there for an evaluator outside, or to
// gather others, is not meant while one below it has a head. It reports
// ErrNotFound where none is, ErrSeveral where more than one could be meant.
func (t *Tx) Top(id model.UnitID) (top model.Unit, err error) {
	if id != "" {
		return t.Unit(id)
	}
	tree, err := t.Units()
	if err != nil {
		return top, err
	}
	tops := highest(tree, func(u model.Unit) bool { return u.Head != "" })
	if len(tops) == 0 {
		tops = highest(tree, func(model.Unit) bool { return true })
	}
	switch len(tops) {
	case 0:
		return top, model.ErrNotFound
	case 1:
		return tops[0], nil
	}
	return top, model.ErrSeveral
}

// highest lists the units that are meant and have none above them that is.
func highest(tree model.Units, meant func(model.Unit) bool) (list []model.Unit) {
	for id, u := range tree {
		path := tree.Path(id)
		if meant(u) && !slices.ContainsFunc(path[:len(path)-1], meant) {
			list = append(list, u)
		}
	}
	return list
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
