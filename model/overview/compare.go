package overview

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/rules"
	"kinerja/model/situation"
	"kinerja/model/unitresult"
)

// Told is from how many people on a figure about a group is told: a value of one
// or two is theirs (DOMAIN 10.3).
const Told = 3

// Side is one unit beside the others of its line. Figures of fewer than Told
// people are left out.
type Side struct {
	Unit   model.Unit
	Result unitresult.Grade // NoGrade until it is decided
	Counts distribution.Counts
	Few    bool // counts below Told are left out of Counts
	// Situation is what it worked under. It moves no figure and no rank.
	Situation situation.Beside

	People int          // evaluated in the unit
	Scored int          // of these have a value of the aid
	Mean   model.Amount // of these values, in per cent, two decimals; sum ÷ Scored
	Sum    model.Number // of the printed values
	Band   model.Rating // in which the aid would suggest such a value
	Rank   int          // in the line by Mean, equal ones alike; 0: none
	Of     int          // how many of the line have one
}

// Group is the units of one line and their indicators.
type Group struct {
	Line  model.UnitKind
	Sides []Side // by rank, those without one last, by name
	Heat  []Heat
}

// Heat is one indicator over the units of a group, as its own rule adds it up.
type Heat struct {
	Instrument model.Instrument // without its indicators
	Place      int              // of the indicator in it
	Gauge      model.Gauge
	Cells      []Cell // one for each of Sides; of fewer than Told people only People
}

// Comparison is the units of a period side by side. There is no figure over all
// groups: what a puskesmas and a school reach is not one number.
type Comparison struct {
	Period  model.Period
	Periods []model.Period
	Groups  []Group
}

// Tell leaves out what is of fewer than Told people, and indicators that would
// show nothing then, works out mean and band, and
// ranks the sides of a group within it.
func (g *Group) Tell(rs rules.RuleSet) {
	of := 0
	for i := range g.Sides {
		s := &g.Sides[i]
		s.tell(rs)
		if s.Mean.Present() {
			of++
		}
	}
	for i := range g.Sides {
		s := &g.Sides[i]
		mine, ok := s.Mean.Get()
		if !ok {
			continue
		}
		s.Rank, s.Of = 1, of
		for _, o := range g.Sides {
			if theirs, ok := o.Mean.Get(); ok && theirs > mine {
				s.Rank++
			}
		}
	}
	g.Heat = slices.DeleteFunc(g.Heat, func(h Heat) bool {
		return !slices.ContainsFunc(h.Cells, func(c Cell) bool { return c.People >= Told })
	})
	for i := range g.Heat {
		for j := range g.Heat[i].Cells {
			if c := &g.Heat[i].Cells[j]; c.People < Told {
				*c = Cell{People: c.People}
			}
		}
	}
	g.order()
}

func (s *Side) tell(rs rules.RuleSet) {
	for p, n := range s.Counts {
		if p != int(model.NoPredicate) && n > 0 && n < Told {
			s.Counts[p], s.Few = 0, true
		}
	}
	if s.Scored < Told {
		s.Sum = 0
		return
	}
	mean, ok := model.MulDiv(s.Sum, 1, model.Number(s.Scored))
	if !ok {
		return
	}
	s.Mean = model.Some(mean.Round())
	s.Band = rs.Suggest(s.Mean, model.Int(100))
}

// order puts the sides by rank, and the cells of every indicator with them.
func (g *Group) order() {
	at := make([]int, len(g.Sides))
	for i := range at {
		at[i] = i
	}
	last := func(s Side) int {
		if s.Rank == 0 {
			return len(g.Sides) + 1
		}
		return s.Rank
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := g.Sides[a], g.Sides[b]
		return cmp.Or(cmp.Compare(last(x), last(y)), strings.Compare(x.Unit.Name, y.Unit.Name))
	})
	sides := make([]Side, len(at))
	for i, from := range at {
		sides[i] = g.Sides[from]
	}
	g.Sides = sides
	for h := range g.Heat {
		cells := make([]Cell, len(at))
		for i, from := range at {
			cells[i] = g.Heat[h].Cells[from]
		}
		g.Heat[h].Cells = cells
	}
}
