package cabinet

import (
	"errors"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// ToldIn returns what lists the measures of somebody's plan of which success is told
// in words in a period: none of a plan in numbers, or of one that is not there.
func (t *Tx) ToldIn(p model.Period) func(employee, plan [16]byte) ([]model.ElementID, error) {
	part := ledger.Part(uint32(p.Year()))
	return func(employee, plan [16]byte) (list []model.ElementID, err error) {
		at := ledger.Place{Bucket: ledger.BucketPlans, Sub: part, Key: append(employee[:], plan[:]...)}
		kept, err := book.Get(t.Tx, planShelf, at)
		if errors.Is(err, model.ErrNotFound) {
			return nil, nil
		}
		outline := kept.In(p).Outline
		for _, y := range outline.Yardsticks {
			if outline.InWords(y.ID) {
				list = append(list, y.ID)
			}
		}
		return list, err
	}
}
