package credit

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Bar says why there is no goal.
type Bar uint8

// The bars.
const (
	NoBar      Bar = iota
	BarPost        // no functional post of a known level
	BarPPPK        // PPPK have no rank (pangkat)
	BarHighest     // there is no level above
)

var bars = [...]string{"", "no_level", "pppk_has_no_rank", "highest_level"}

// String is the word of files and the command line.
func (b Bar) String() string { return bars[min(int(b), len(bars)-1)] }

// Goal is how many points a step up takes, and how many are missing.
type Goal struct {
	Bar     Bar // NoBar: there is a goal
	To      string
	Need    Points
	Missing Points // 0 where they suffice
	Years   int    // with "Baik" each year, until they suffice
	// Step is which rank of the level it is, counted from 1, and Known whether
	// the grade on the staff list says so; else the first is taken.
	Step  int
	Known bool
}

// Met reports that the points suffice. Points are compared as they are printed.
func (g Goal) Met() bool { return g.Bar == NoBar && g.Missing == 0 }

// goals works out what is missing. Points are counted within the level, one
// rank after another: the third rank of Terampil takes 3 × 20. It follows from
// the table, in which the level takes as many points as its ranks together, and
// is not verified.
func (a *Account) goals() {
	switch {
	case a.Standing != Functional:
		a.Rank.Bar, a.Next.Bar = BarPost, BarPost
		return
	case a.Kind == model.PPPK || a.Kind == model.PPPKPartTime:
		a.Rank.Bar, a.Next.Bar = BarPPPK, BarPPPK
		return
	}
	grades := a.Level.Grades()
	at := slices.IndexFunc(grades, func(g string) bool { return strings.EqualFold(g, strings.TrimSpace(a.Grade)) })
	a.Rank = a.goal(a.Level.RankPoints() * Points(max(at, 0)+1))
	a.Rank.Step, a.Rank.Known = max(at, 0)+1, at >= 0
	if to := max(at, 0) + 1; to < len(grades) {
		a.Rank.To = grades[to]
	} else if next := a.Level.Next(); next != NoLevel {
		a.Rank.To = next.Grades()[0]
	} else {
		a.Rank = Goal{Bar: BarHighest}
	}
	need, ok := a.Level.NextPoints()
	if !ok {
		a.Next = Goal{Bar: BarHighest}
		return
	}
	a.Next = a.goal(need)
	a.Next.To = a.Level.Next().Name()
}

func (a *Account) goal(need Points) Goal {
	g := Goal{Need: need, Missing: max(0, need-Typed(a.Sum.Number()))}
	year := Earned(a.Level, model.Good, 12)
	g.Years = int((g.Missing + year - 1) / year)
	return g
}

// LastYear is the newest year with a final annual evaluation, and its
// predicate: a step to the next level takes "Baik" or better in the last year.
func (a Account) LastYear() (year int, p model.Predicate) {
	return a.last.Period.Year(), a.last.Predicate
}
