// Package leaves keeps the leave of staff in the book: that of one person stands
// together.
package leaves

import (
	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where leaves stand: a person's together.
func Shelf() book.Shelf[leave.Leave] {
	return book.Shelf[leave.Leave]{
		Kind: model.KindLeave, Void: 8,
		ID:    func(l leave.Leave) string { return string(l.ID) },
		Place: func(l leave.Leave) (ledger.Place, error) { return at(l.Employee, l.ID) },
	}
}

func at(who model.EmployeeID, id leave.ID) (ledger.Place, error) {
	key, err := ledger.IDs(string(who), string(id))
	return ledger.Place{Bucket: ledger.BucketLeave, Key: key}, err
}

// Of reads the leaves of somebody that stand, in the order of their days.
func Of(t *book.Tx, id model.EmployeeID) ([]leave.Leave, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	return list(t, ledger.Place{Bucket: ledger.BucketLeave, Key: key})
}

// All reads the leaves of everybody that stand, in the order of their days.
func All(t *book.Tx) ([]leave.Leave, error) {
	return list(t, ledger.Place{Bucket: ledger.BucketLeave})
}

func list(t *book.Tx, in ledger.Place) (list []leave.Leave, err error) {
	err = book.Each(t, Shelf(), in, func(l leave.Leave) bool {
		if !l.Void {
			list = append(list, l)
		}
		return true
	})
	leave.Sort(list)
	return list, err
}

// Get reads one leave of somebody; ErrNotFound where it was removed.
func Get(t *book.Tx, who model.EmployeeID, id leave.ID) (leave.Leave, error) {
	place, err := at(who, id)
	if err != nil {
		return leave.Leave{}, err
	}
	l, err := book.Get(t, Shelf(), place)
	if err == nil && l.Void {
		err = model.ErrNotFound
	}
	return l, err
}
