package distribution

import (
	"slices"

	"kinerja/model"
)

// Finding is one limit held against the counts.
type Finding struct {
	Limit
	People int // who have a predicate at all
	Count  int // of them in the group
	Bound  int // "at most n people", "at least n people"; for Largest how many the largest other group has
	Fits   bool
}

// Off is how many people are too many or too few; 0 where it fits.
func (f Finding) Off() int {
	switch {
	case f.Fits:
		return 0
	case f.Kind == AtMost:
		return f.Count - f.Bound
	}
	return f.Bound - f.Count
}

// Bound is the limit in people for a unit of n: at most ⌊n × per cent / 100⌋, at
// least ⌈n × per cent / 100⌉. For Someone it is one person; Largest has none of
// its own.
func (l Limit) Bound(n int) int {
	switch l.Kind {
	case AtMost:
		return n * l.Percent / 100
	case AtLeast:
		return (n*l.Percent + 99) / 100
	case Someone:
		return min(n, 1)
	}
	return 0
}

// Holds reports whether count of n people keep an AtMost, AtLeast or Someone
// limit: exact shares, in integers. It is the same as count against Bound.
func (l Limit) Holds(count, n int) bool {
	switch l.Kind {
	case AtMost:
		return count*100 <= l.Percent*n
	case AtLeast:
		return count*100 >= l.Percent*n
	}
	return count >= min(n, 1)
}

// Names reports whether the limit is about a predicate.
func (l Limit) Names(p model.Predicate) bool { return slices.Contains(l.Of, p) }

// Check holds every limit of a pattern against the counts, in the pattern's
// order. Nobody with a predicate: nothing to hold, and everything fits.
func (p Pattern) Check(c Counts) []Finding {
	n := c.People()
	list := make([]Finding, 0, len(p))
	for _, l := range p {
		f := Finding{Limit: l, People: n, Bound: l.Bound(n)}
		for _, of := range l.Of {
			f.Count += c[of]
		}
		if l.Kind == Largest {
			f.Bound = c.largestBut(l)
			f.Fits = f.Count >= f.Bound
		} else {
			f.Fits = l.Holds(f.Count, n)
		}
		list = append(list, f)
	}
	return list
}

// Ahead is every limit for the whole number of people, those who are not rated yet
// among them, in the pattern's order. It judges nothing: everything fits.
func (p Pattern) Ahead(c Counts) []Finding {
	n := c.Everybody()
	list := make([]Finding, 0, len(p))
	for _, l := range p {
		f := Finding{Limit: l, People: n, Bound: l.Bound(n), Fits: true}
		for _, of := range l.Of {
			f.Count += c[of]
		}
		list = append(list, f)
	}
	return list
}

// largestBut is the largest single group that the limit does not name.
func (c Counts) largestBut(l Limit) (most int) {
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		if !l.Names(p) {
			most = max(most, c[p])
		}
	}
	return most
}

// Fits reports whether every finding fits.
func Fits(list []Finding) bool {
	return !slices.ContainsFunc(list, func(f Finding) bool { return !f.Fits })
}

// Range is how many of n people may have one predicate, as far as limits on it
// alone say.
type Range struct {
	Least, Most int
	Bound       bool // some limit says so; else it is free
}

// Range reads the limits on a single predicate.
func (p Pattern) Range(of model.Predicate, n int) Range {
	r := Range{Most: n}
	for _, l := range p {
		if len(l.Of) != 1 || l.Of[0] != of {
			continue
		}
		switch l.Kind {
		case AtMost:
			r.Most, r.Bound = min(r.Most, l.Bound(n)), true
		case AtLeast, Someone:
			r.Least, r.Bound = max(r.Least, l.Bound(n)), true
		}
	}
	return r
}
