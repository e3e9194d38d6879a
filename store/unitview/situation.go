package unitview

import (
	"kinerja/model"
	"kinerja/model/closing"
	"kinerja/model/situation"
	"kinerja/store/sight"
	"kinerja/store/situations"
)

// Situation reads what a unit worked under in a period, and counts who held a post
// in it, and in those below it without a head of their own, on the last day of the
// period; today while it runs.
func Situation(s sight.Sight, id model.UnitID, p model.Period) (b situation.Beside, err error) {
	top, err := s.Top(id)
	if err != nil {
		return b, err
	}
	if err := s.May(model.VerbReadUnit, top.Head); err != nil {
		return b, err
	}
	if !p.Valid() {
		p = s.Usual(s.Offered())
	}
	tree, err := s.Units()
	if err != nil {
		return b, err
	}
	found, err := situationsOf(s, p, map[model.UnitID][]model.UnitID{top.ID: closing.Covered(tree, top.ID)})
	return found[top.ID], err
}

// situationsOf reads the situations of some units in a period; covered says whose
// people count for each.
func situationsOf(s sight.Sight, p model.Period, covered map[model.UnitID][]model.UnitID) (map[model.UnitID]situation.Beside, error) {
	kept, err := situations.In(s.Tx.Tx, p)
	if err != nil {
		return nil, err
	}
	on := min(p.Last(), s.Today())
	owner, all := map[model.UnitID]model.UnitID{}, []model.UnitID{}
	found := make(map[model.UnitID]situation.Beside, len(covered))
	for id, of := range covered {
		b := situation.Beside{Situation: situation.New(id, p), On: on}
		if one, ok := kept[id]; ok {
			b.Situation = one
		}
		found[id] = b
		for _, unit := range of {
			owner[unit], all = id, append(all, unit)
		}
	}
	type seat struct {
		unit model.UnitID
		who  model.EmployeeID
	}
	counted := map[seat]bool{}
	err = s.EachPost(all, func(post model.Post) {
		unit, ours := owner[post.Unit]
		at := seat{unit, post.Employee}
		if !ours || post.Void || post.Outside || post.Acting || counted[at] || !post.During(on, on) {
			return
		}
		counted[at] = true
		b := found[unit]
		b.Counted++
		found[unit] = b
	})
	return found, err
}
