package score

import (
	"math"
	"slices"
	"sort"

	"kinerja/model"
	"kinerja/model/rules"
)

// Proposal is a change of one to three values that suffices for a rating.
type Proposal struct {
	Values []Wish
	Score  model.Number // what the card would come to, two decimals
}

// Wish is one value of a Proposal. Where the value was entered as a fraction,
// Num is the whole numerator it would take, over the same Den.
type Wish struct {
	Measure  model.ElementID
	Code     string
	From, To model.Number
	Num, Den model.Amount
}

// Change says what would lift the suggestion to a rating (UX 4): the one value
// that has to move least, measured in per cent of its target; else the smallest
// set, of two or three, each moved alike towards the best it can be. Of several
// sets the nearest; of equals the first in the plan. At most one proposal is
// returned; none when the suggestion is there already, when too little of the
// weight is present to suggest anything, or when nothing suffices.
//
// No value goes beyond what its indicator can be: the plausible range, 100 for
// a percentage, 0 downwards, nor further than its cap still counts. Values that
// are whole stay whole, others move by hundredths, fractions by one numerator.
func Change(card model.Card, plan model.Plan, rs rules.RuleSet, to model.Rating) []Proposal {
	s, ok := newSearch(card, plan, rs, to)
	if !ok {
		return nil
	}
	for size := 1; size <= 3; size++ {
		if p, ok := s.best(size); ok {
			return []Proposal{p}
		}
	}
	return nil
}

// search is one question: which rooms to use, and how much of them.
type search struct {
	kernel *Kernel
	values []Value // as they are; at changes them and puts them back
	need   model.Number
	rooms  []room
}

func newSearch(card model.Card, plan model.Plan, rs rules.RuleSet, to model.Rating) (*search, bool) {
	need, ok := rs.From(to)
	if !ok {
		return nil, false
	}
	k := &Kernel{rules: rs.Limits}
	s := &search{kernel: k, need: need}
	numbers := slices.DeleteFunc(slices.Clone(plan.Measures), func(m model.Measure) bool { return plan.Outline.InWords(m.ID) })
	for i, m := range numbers {
		e := card.Entry(m.ID)
		if k.add(m.ID, m.Gauge, e.Target) != nil {
			return nil, false
		}
		now, _ := actual(e)
		s.values = append(s.values, Value{Actual: now})
		if r, ok := roomOf(&k.lines[i], m.Gauge, e, i); ok {
			s.rooms = append(s.rooms, r)
		}
	}
	now, err := k.Of(s.values)
	if err != nil || !now.Value.Present() || !rs.Enough(now.Share) || now.Value.Or(0) >= need {
		return nil, false
	}
	return s, true
}

// best is the nearest proposal of so many values.
func (s *search) best(size int) (Proposal, bool) {
	var found []room
	var places []int64
	nearest := model.Number(math.MaxInt64)
	for _, set := range sets(s.rooms, size) {
		if !s.suffices(set, thousand) {
			continue
		}
		part := int64(sort.Search(thousand, func(f int) bool { return s.suffices(set, int64(f)) }))
		at := placesAt(set, part)
		s.trim(set, at)
		if d := s.distance(set, at); d < nearest {
			nearest, found, places = d, set, at
		}
	}
	if found == nil {
		return Proposal{}, false
	}
	p := Proposal{Score: s.at(found, places)}
	for i, r := range found {
		p.Values = append(p.Values, r.wish(places[i]))
	}
	return p, true
}

// thousand is how finely a set is moved together before each value is trimmed.
const thousand = 1000

// suffices reports whether the set, moved part thousandths of its way, reaches
// what is needed.
func (s *search) suffices(set []room, part int64) bool {
	return s.at(set, placesAt(set, part)) >= s.need
}

func placesAt(set []room, part int64) []int64 {
	places := make([]int64, len(set))
	for i, r := range set {
		places[i] = r.part(part)
	}
	return places
}

// at is the score with the rooms of set at these places.
func (s *search) at(set []room, places []int64) model.Number {
	for i, r := range set {
		s.values[r.index].Actual = model.Some(r.value(places[i]))
	}
	t, err := s.kernel.Of(s.values)
	for _, r := range set {
		s.values[r.index].Actual = model.Some(r.now)
	}
	if err != nil {
		return math.MinInt64
	}
	return t.Value.Or(math.MinInt64)
}

// trim moves each value back as far as the others allow, so that none is asked
// for more than it takes.
func (s *search) trim(set []room, places []int64) {
	for i, r := range set {
		far := r.steps(places[i])
		near := sort.Search(int(far), func(n int) bool {
			places[i] = r.first + r.sign*int64(n)
			return s.at(set, places) >= s.need
		})
		places[i] = r.first + r.sign*int64(near)
	}
}

// distance is how far a set moves, in per cent of the targets.
func (s *search) distance(set []room, places []int64) (d model.Number) {
	for i, r := range set {
		d += s.moved(r, places[i])
	}
	return d
}

func (s *search) moved(r room, place int64) model.Number {
	l := &s.kernel.lines[r.index]
	before, _ := l.reach(r.now)
	after, _ := l.reach(r.value(place))
	a, okA := before.percent()
	b, okB := after.percent()
	if !okA || !okB || b-a > math.MaxInt64/4 {
		return math.MaxInt64 / 4
	}
	return b - a
}

// sets lists the subsets of so many rooms, in the order of the plan.
func sets(rooms []room, size int) [][]room {
	if size == 0 {
		return [][]room{nil}
	}
	var all [][]room
	for i, r := range rooms {
		for _, rest := range sets(rooms[i+1:], size-1) {
			all = append(all, append([]room{r}, rest...))
		}
	}
	return all
}
