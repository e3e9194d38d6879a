// Package unitresults keeps what units reached in a period in the book: the
// results of a period stand together, by unit.
package unitresults

import (
	"errors"

	"kinerja/model"
	"kinerja/model/unitresult"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where results stand.
func Shelf() book.Shelf[unitresult.Result] {
	return book.Shelf[unitresult.Result]{
		Kind: model.KindUnitResult, Void: 10,
		ID:    func(r unitresult.Result) string { return string(r.ID) },
		Place: func(r unitresult.Result) (ledger.Place, error) { return at(r.Unit, r.Period) },
	}
}

func at(unit model.UnitID, p model.Period) (ledger.Place, error) {
	key, err := ledger.IDs(unit)
	return ledger.Place{Bucket: ledger.BucketUnitResults, Sub: ledger.Part(uint32(p)), Key: key}, err
}

// Of reads the result of a unit in a period; an empty one where nothing was
// proposed or decided, or its proposal was undone.
func Of(t *book.Tx, unit model.UnitID, p model.Period) (unitresult.Result, error) {
	fresh := unitresult.New(unit, p)
	place, err := at(unit, p)
	if err != nil {
		return fresh, err
	}
	r, err := book.Get(t, Shelf(), place)
	if errors.Is(err, model.ErrNotFound) || err == nil && r.Void {
		return fresh, nil
	}
	return r, err
}

// In reads every result of a period, by unit; drafts too.
func In(t *book.Tx, p model.Period) (map[model.UnitID]unitresult.Result, error) {
	found := map[model.UnitID]unitresult.Result{}
	in := ledger.Place{Bucket: ledger.BucketUnitResults, Sub: ledger.Part(uint32(p))}
	err := book.Each(t, Shelf(), in, func(r unitresult.Result) bool {
		if !r.Void {
			found[r.Unit] = r
		}
		return true
	})
	return found, err
}
