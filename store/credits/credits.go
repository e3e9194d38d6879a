// Package credits keeps the opening balances of credit points in the book: those
// of one person stand together, and a correction is a newer one.
package credits

import (
	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where balances stand: a person's together.
func Shelf() book.Shelf[credit.Base] {
	return book.Shelf[credit.Base]{
		Kind: model.KindCredit, Void: 11,
		ID: func(b credit.Base) string { return string(b.ID) },
		Place: func(b credit.Base) (ledger.Place, error) {
			key, err := ledger.IDs(string(b.Employee), string(b.ID))
			return ledger.Place{Bucket: ledger.BucketCredit, Key: key}, err
		},
	}
}

// Of reads the balances of somebody that stand, the one that holds last.
func Of(t *book.Tx, id model.EmployeeID) (list []credit.Base, err error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	err = book.Each(t, Shelf(), ledger.Place{Bucket: ledger.BucketCredit, Key: key}, func(b credit.Base) bool {
		if !b.Void {
			list = append(list, b)
		}
		return true
	})
	credit.Sort(list)
	return list, err
}
