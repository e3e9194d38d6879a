package coaching

import (
	"slices"

	"kinerja/model"
)

// Point is what a measure reached in one period: the value, and how many per cent
// of the target that was, before any limit. Per cent make periods whose targets
// differ comparable, and tell better from worse whichever way the measure is good.
type Point struct {
	Period model.Period
	Value  model.Amount
	Reach  model.Amount
}

// Line is the points of one person's measure, oldest first.
type Line []Point

// Verdict says what a line tells.
type Verdict uint8

// The verdicts.
const (
	Unsaid Verdict = iota // cannot be said yet
	Rose
	Same
	Fell
)

var verdicts = [...]string{"cannot_be_said", "better", "same", "worse"}

// String is the word of the command line.
func (v Verdict) String() string { return verdicts[min(int(v), len(verdicts)-1)] }

// Enough is how many periods there must be after a plan began before anything is
// said about it. A choice of this program.
const Enough = 2

// Effect is a line before and after a plan began. The period in which the measure
// was weak counts as before.
type Effect struct {
	Before, After   model.Amount // mean reach in per cent, two decimals; absent where there is none
	PeriodsBefore   int
	PeriodsAfter    int
	Verdict         Verdict
	Change          model.Amount // After less Before
	FirstAfter, End model.Period // the periods that After stands on
}

// Compare reckons a line around the period in which a plan began. It is said to be
// better or worse by the printed means; nothing is said under Enough periods after,
// or with none before.
func Compare(line Line, began model.Period) (e Effect) {
	var before, after []model.Number
	for _, p := range line {
		reach, ok := p.Reach.Get()
		if !ok || p.Period.Kind() != began.Kind() {
			continue
		}
		if p.Period.Compare(began) <= 0 {
			before = append(before, reach)
			continue
		}
		if after = append(after, reach); e.FirstAfter == 0 {
			e.FirstAfter = p.Period
		}
		e.End = p.Period
	}
	e.PeriodsBefore, e.PeriodsAfter = len(before), len(after)
	e.Before, e.After = mean(before), mean(after)
	b, hasBefore := e.Before.Get()
	a, hasAfter := e.After.Get()
	if !hasBefore || !hasAfter {
		return e
	}
	e.Change = model.Some(a - b)
	switch {
	case e.PeriodsAfter < Enough:
	case a > b:
		e.Verdict = Rose
	case a < b:
		e.Verdict = Fell
	default:
		e.Verdict = Same
	}
	return e
}

// mean is the mean of numbers, rounded once to two decimals; absent for none, and
// where the sum does not fit.
func mean(list []model.Number) model.Amount {
	if len(list) == 0 {
		return model.Amount{}
	}
	var sum model.Number
	for _, n := range list {
		var ok bool
		if sum, ok = sum.Add(n); !ok {
			return model.Amount{}
		}
	}
	// Of hundredths, so that it is rounded once.
	m, ok := model.MulDiv(sum, 1, model.Number(len(list)*100))
	if !ok {
		return model.Amount{}
	}
	return model.Some(m * 100)
}

// Group is a number of lines together: of colleagues with the same measure who
// were not helped, or of everybody in a unit who was.
type Group struct {
	Lines   int // that have a value before and after
	Rose    int
	Same    int
	Fell    int
	Unsaid  int          // too few periods
	Change  model.Amount // mean of the changes of those of whom it can be said
	Counted int          // how many those are
}

// Together reckons many effects as one group.
func Together(list []Effect) (g Group) {
	var changes []model.Number
	for _, e := range list {
		if e.Change.Present() {
			g.Lines++
		}
		switch e.Verdict {
		case Rose:
			g.Rose++
		case Same:
			g.Same++
		case Fell:
			g.Fell++
		default:
			g.Unsaid++
			continue
		}
		changes = append(changes, e.Change.Or(0))
	}
	g.Counted, g.Change = len(changes), mean(changes)
	return g
}

// Sorted puts a line in the order of its periods.
func (l Line) Sorted() Line {
	l = slices.Clone(l)
	slices.SortFunc(l, func(a, b Point) int { return a.Period.Compare(b.Period) })
	return l
}
