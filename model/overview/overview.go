// Package overview is one unit in one period as a whole, as the page about it
// shows it: what was decided about it, how the predicates of its people are
// spread against the pattern, what its indicators come to over the periods, and
// the units below it.
//
// It promises that nothing here is a mean over different instruments: an
// indicator is combined by its own rule, and units are put side by side by
// counts, each in its own line.
package overview

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/sheet"
	"kinerja/model/situation"
	"kinerja/model/unitresult"
)

// Standing is how one unit stands in a period.
type Standing struct {
	Unit   model.Unit
	Depth  int // below the unit that was asked about
	Period model.Period
	Result unitresult.Result
	// Decided, Typed and Explained name whoever decided last, whoever typed it,
	// and whoever gave the reason that stands; "" where that is nobody on the list.
	Decided, Typed, Explained string
	// Units are those whose people are counted: the unit, and those below it
	// without a head of their own.
	Units  []model.UnitID
	Counts distribution.Counts
	// Closed says that the period is closed for the unit: who has no predicate now
	// gets none, and the others are all there is to compare.
	Closed bool
	// Few says that counts below Told are not shown to this reader, and are
	// left out of Counts.
	Few bool
	// Untold says that this reader is counted here and was not told of the own rating
	// yet: in Counts they are somebody without a predicate, rated or not.
	Untold bool
}

// Verdict says how a distribution stands against the pattern.
type Verdict uint8

// The verdicts.
const (
	NoResult   Verdict = iota // the unit's result is not decided: there is no pattern
	NobodyYet                 // nobody has a predicate
	Fits                      // sesuai pola
	NeedReason                // it does not fit, and no reason stands
	Explained                 // it does not fit, and a reason stands for these very counts
	Withheld                  // this reader does not see all counts
	Open                      // not everybody is rated yet: a part is not compared with the pattern of the whole
)

var verdicts = [...]string{"no_result", "nobody_yet", "fits", "needs_reason", "explained", "withheld", "open"}

// String is the word of the command line.
func (v Verdict) String() string { return verdicts[min(int(v), len(verdicts)-1)] }

// Findings holds the pattern of the unit's result against its counts; nil where
// nothing was decided, or not all counts are shown. While not everybody is rated
// they are the limits for the whole number of people, and nothing is found amiss.
func (s Standing) Findings(g distribution.Guide) []distribution.Finding {
	switch pattern := g.Of(s.Result.Grade); {
	case !s.Result.Decided() || s.Few:
		return nil
	case s.Open():
		return pattern.Ahead(s.Counts)
	default:
		return pattern.Check(s.Counts)
	}
}

// Open reports that somebody is still to be rated, as far as this reader is told.
func (s Standing) Open() bool { return s.Untold || s.Counts.Open() && !s.Closed }

// Verdict says how the distribution stands.
func (s Standing) Verdict(g distribution.Guide) Verdict {
	switch {
	case !s.Result.Decided():
		return NoResult
	case s.Few:
		return Withheld
	case s.Counts.People() == 0:
		return NobodyYet
	case s.Open():
		return Open
	case distribution.Fits(s.Findings(g)):
		return Fits
	case s.Result.Answers(s.Counts.Rated()):
		return Explained
	}
	return NeedReason
}

// Unit is one unit in one period.
type Unit struct {
	Standing
	Periods []model.Period // to choose from, oldest first
	Today   model.Date
	Head    string           // name of the head; "" for none
	Mine    []model.Relation // how this reader stands to the head
	Leader  string           // and of who evaluates the head
	Shown   []model.Period
	Lines   []Line
	Unseen  bool // the indicators are not shown to this reader: Lines are none for that
	// Situation is what it worked under, beside the numbers and in none of them.
	Situation situation.Beside
	Children  []Standing // below, each with its own head; in the order of names
}

// Line is one indicator over the periods shown.
type Line struct {
	Instrument model.Instrument // without its indicators
	Place      int              // of the indicator in it
	Gauge      model.Gauge
	Cells      []Cell // one for each period shown
}

// Cell is one indicator of all people together in one period.
type Cell struct {
	Value   model.Amount // as the indicator's own rule adds it up
	Rough   bool         // a ratio without its parts: a plain mean
	People  int          // who have a value
	Reached model.Amount // per cent of the target, as the aid reckons it
	Step    score.Step   // with its working
}

// CellOf combines what people reached. What adds up over people is held against
// the sum of their targets.
func CellOf(g model.Gauge, all sheet.Combined, rs rules.RuleSet) Cell {
	c := Cell{People: all.Count}
	c.Value, c.Rough = all.Value(g.Aggregate)
	if !c.Value.Present() {
		return c
	}
	if g.Aggregate == model.Sum {
		var ok bool
		if g.Target, ok = all.Target(g.Target); !ok {
			return c
		}
		if high, ok := g.TargetHigh.Get(); ok {
			g.TargetHigh = model.Some(high * model.Number(all.Count))
		}
	}
	plan := model.Plan{Measures: []model.Measure{{ID: "x", Gauge: g}}}
	got, err := score.Of(model.Card{Entries: []model.Entry{{Measure: "x", Actual: c.Value}}}, plan, rs)
	if err == nil && len(got.Steps) == 1 {
		c.Step, c.Reached = got.Steps[0], got.Steps[0].Reached
	}
	return c
}
