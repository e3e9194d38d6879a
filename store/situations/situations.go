// Package situations keeps in the book what units worked under: the situations of a
// period stand together, by unit.
package situations

import (
	"kinerja/model"
	"kinerja/model/situation"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where situations stand.
func Shelf() book.Shelf[situation.Situation] {
	return book.Shelf[situation.Situation]{
		Kind: model.KindSituation, Void: 12,
		ID:    func(s situation.Situation) string { return string(s.ID) },
		Place: func(s situation.Situation) (ledger.Place, error) { return at(s.Unit, s.Period) },
	}
}

func at(unit model.UnitID, p model.Period) (ledger.Place, error) {
	key, err := ledger.IDs(unit)
	return ledger.Place{Bucket: ledger.BucketSituations, Sub: ledger.Part(uint32(p)), Key: key}, err
}

// In reads every situation of a period, by unit.
func In(t *book.Tx, p model.Period) (map[model.UnitID]situation.Situation, error) {
	found := map[model.UnitID]situation.Situation{}
	in := ledger.Place{Bucket: ledger.BucketSituations, Sub: ledger.Part(uint32(p))}
	err := book.Each(t, Shelf(), in, func(s situation.Situation) bool {
		if !s.Void {
			found[s.Unit] = s
		}
		return true
	})
	return found, err
}
