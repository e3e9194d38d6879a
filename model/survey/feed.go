package survey

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Fate is what taking the index into a cell would do.
type Fate uint8

// The fates, with the words of files.
const (
	Fills    Fate = iota // the cell is empty
	Renews               // it came from the survey as it was before
	Replaces             // somebody typed another value; only when told to
	Keeps                // it is there already
	Locked               // the evaluation was shared
)

// String is the word of files and the command line.
func (f Fate) String() string {
	return [...]string{"fills", "renews", "replaces", "keeps", "locked"}[min(f, Locked)]
}

// Cell is one cell of an indicator that a survey can fill.
type Cell struct {
	Plan     model.PlanID
	Employee model.EmployeeID
	Name     string
	Measure  model.ElementID
	// Indicator and Instrument say whose survey the person is measured by: an
	// indicator of the same code may be about other people than patients.
	Indicator  model.Text
	Instrument model.Text
	Before     model.Amount
	Fate       Fate
}

// Feed is what taking the index of a survey into the results would do.
type Feed struct {
	Result Result
	Cells  []Cell // by name
}

// FateOf says what taking a result into a cell would do.
func FateOf(e model.Entry, r Result, locked bool) Fate {
	origin, came := ParseOrigin(e.Source)
	switch {
	case came && e.Actual == r.Index && !origin.Moved(r):
		return Keeps
	case locked:
		return Locked
	case !e.Actual.Present():
		return Fills
	case came && e.Actual == model.Some(origin.Index):
		return Renews
	case e.Actual == r.Index && !e.Num.Present():
		return Renews // the same value: only where it comes from is kept beside it
	}
	return Replaces
}

// Measure finds the measure that a survey fills.
func Measure(list []model.Measure) (model.Measure, bool) {
	i := slices.IndexFunc(list, func(m model.Measure) bool { return strings.EqualFold(m.Gauge.Code, Code) })
	if i < 0 {
		return model.Measure{}, false
	}
	return list[i], true
}

// Taken are the cells that change: those that are empty or came from the survey
// before; with replace, those that somebody typed as well.
func (f Feed) Taken(replace bool) (list []Cell) {
	for _, c := range f.Cells {
		if c.Fate == Fills || c.Fate == Renews || c.Fate == Replaces && replace {
			list = append(list, c)
		}
	}
	return list
}

// Group is how many cells of one indicator in one instrument change.
type Group struct {
	Indicator, Instrument model.Text
	Cells                 int
}

// Groups counts cells by indicator and instrument, those of one indicator
// together, in the order in which they first stand.
func Groups(cells []Cell) (list []Group) {
	for _, c := range cells {
		last := len(list)
		for i, g := range list {
			if g.Indicator == c.Indicator {
				if last = i + 1; g.Instrument == c.Instrument {
					break
				}
			}
		}
		if last > 0 && list[last-1].Indicator == c.Indicator && list[last-1].Instrument == c.Instrument {
			list[last-1].Cells++
			continue
		}
		list = slices.Insert(list, last, Group{c.Indicator, c.Instrument, 1})
	}
	return list
}

// Count is how many cells have a fate.
func (f Feed) Count(fate Fate) (n int) {
	for _, c := range f.Cells {
		if c.Fate == fate {
			n++
		}
	}
	return n
}
