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
// Units of which this person may read nothing are left out, and so are the people
// whose results they may not see from what was left open.
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
			seen, err := s.Sees(model.VerbReadUnit, tree[c.Unit].Head)
			if err != nil {
				return nil, err
			}
			if c, err = s.withoutOthers(c); err != nil {
				return nil, err
			}
			if a, ok := c.Last(); ok && seen && tree.Within(c.Unit, unit) {
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

// withoutOthers leaves out of what a closing left open whom this person may not see.
func (s Sight) withoutOthers(c closing.Closing) (closing.Closing, error) {
	if s.May(model.VerbReadCard, "") == nil {
		return c, nil
	}
	c.Acts = slices.Clone(c.Acts)
	for i, a := range c.Acts {
		var kept []closing.Left
		for _, l := range a.Left {
			ok, err := s.Sees(model.VerbReadCard, l.Employee)
			if err != nil {
				return c, err
			}
			if ok {
				kept = append(kept, l)
			}
		}
		c.Acts[i].Left = kept
	}
	return c, nil
}
