package sight

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/closing"
	"kinerja/store/ledger"
)

// ClosingStandings lists what was closed, and opened again, at or below a unit
// ("": everywhere): of one period, or of all where it is zero, the newest first.
func (s Sight) ClosingStandings(p model.Period, unit model.UnitID) (list []closing.Standing, err error) {
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	for _, n := range s.Parts(ledger.BucketClosings) {
		if p.Valid() && model.Period(n) != p {
			continue
		}
		found, err := s.Closings(model.Period(n))
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			if a, ok := c.Last(); ok && tree.Within(c.Unit, unit) {
				one := closing.Standing{Closing: c, Unit: tree[c.Unit]}
				if a.By != "" {
					one.By = s.NameOf(a.By)
				}
				list = append(list, one)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b closing.Standing) int {
		if c := b.Closing.Period.Compare(a.Closing.Period); c != 0 {
			return c
		}
		return strings.Compare(a.Unit.Name, b.Unit.Name)
	})
	return list, nil
}
