package model

import (
	"slices"
	"strings"
)

// PlanOrder says for whom plans are made. Everyone without one gets the
// instrument that fits the position, kept as agreed upon on Document.
type PlanOrder struct {
	Year     int
	Unit     UnitID // "": everywhere
	On       Date   // day of the agreement; 0: today
	Document string // what was signed; "" stands for "on paper"
	// Choice gives a position another instrument than the one that fits it
	// best; a position that is not named gets that one.
	Choice map[string]InstrumentID
}

// PlansMade says what the making of plans did.
type PlansMade struct {
	Made   []Plan
	Kept   int        // had a plan already
	NoPost []StaffRow // hold no post in that year
}

// PositionRow is one position of the posts that have no plan for a year.
type PositionRow struct {
	Position   string
	Count      int          // posts without a plan
	Instrument InstrumentID // proposed
}

// Positions is which instrument each position would get.
type Positions struct {
	Year        int
	Rows        []PositionRow // by position
	Instruments []Instrument  // that can be chosen, the newest version of each
	Kept        int           // posts that have a plan already
	NoPost      []StaffRow    // hold no post in that year
}

// NewestVersions leaves of each instrument the newest version that stands.
func NewestVersions(all []Instrument) []Instrument {
	var list []Instrument
	for _, in := range all {
		if in.Void {
			continue
		}
		i := slices.IndexFunc(list, func(x Instrument) bool { return strings.EqualFold(x.Code, in.Code) })
		switch {
		case i < 0:
			list = append(list, in)
		case in.Version > list[i].Version:
			list[i] = in
		}
	}
	return list
}

// Target is a target of somebody's own; High is the upper end of a range.
type Target struct {
	Measure ElementID
	Low     Number
	High    Amount
}

// TargetOrder gives some plans targets of their own. A plan that was agreed is
// agreed anew on Document.
type TargetOrder struct {
	Plans    []PlanID
	Targets  []Target // of measures that a plan does not have: left out there
	On       Date     // day of the agreement; 0: today
	Document string
	Reason   string
}

// WithTargets returns the plan with other targets. It refuses what the gauge
// refuses. p itself is left as it was.
func (p Plan) WithTargets(list []Target) (Plan, error) {
	p.Measures = slices.Clone(p.Measures)
	for i, m := range p.Measures {
		at := slices.IndexFunc(list, func(t Target) bool { return t.Measure == m.ID })
		if at < 0 {
			continue
		}
		m.Gauge.Target, m.Gauge.TargetHigh = list[at].Low, list[at].High
		if err := m.Gauge.Check(); err != nil {
			return p, err
		}
		p.Measures[i] = m
	}
	return p, nil
}

// Reagree returns an agreed plan agreed upon anew, with whose word that is; the
// earlier agreement stays among its words. A plan that is closed is not.
func (p Plan) Reagree(w Word) (Plan, error) {
	if p.State != PlanAgreed {
		return p.Agree(w)
	}
	w.Act = "agreed"
	p.Words = append(slices.Clone(p.Words), w)
	return p, nil
}

// Retarget returns the card with the own targets of plan, where they differ
// from those of the instrument's version in; what was entered stays.
func (c Card) Retarget(plan Plan, in Instrument) Card {
	fresh := CardFor(plan, in, c.Period)
	c.Entries = slices.Clone(c.Entries)
	for i := range c.Entries {
		c.Entries[i].Target = fresh.Entry(c.Entries[i].Measure).Target
	}
	for _, e := range fresh.Entries {
		if !slices.ContainsFunc(c.Entries, func(x Entry) bool { return x.Measure == e.Measure }) {
			c.Entries = append(c.Entries, e)
		}
	}
	c.Entries = slices.DeleteFunc(c.Entries, func(e Entry) bool { return e == Entry{Measure: e.Measure} })
	return c
}

// Ready reports an instrument that the program brought along: two sites have
// the same one, so it is never changed, only followed by a version of one's
// own.
func (in Instrument) Ready() bool {
	return in.ID == ReadyInstrument(in.Code)
}

// ReadyInstrument is the identity of the ready instrument of a code.
func ReadyInstrument(code string) InstrumentID {
	return InstrumentID(ReadyID("instrument", code, "1"))
}

// NextVersion is a draft of the version after in, whose indicators keep their
// identities, so that results of both can be compared.
func (in Instrument) NextVersion(version int) Instrument {
	in.ID, in.Version, in.Frozen, in.Void = "", version, false, false
	in.Indicators = slices.Clone(in.Indicators)
	return in
}

// Weights is the sum of the weights of the indicators.
func (in Instrument) Weights() (sum Number) {
	for _, i := range in.Indicators {
		sum += i.Gauge.Weight
	}
	return sum
}

// PlanRow is one line of a list of plans.
type PlanRow struct {
	Staff      StaffRow
	Post       Post
	Plan       Plan
	Instrument Instrument // the version that the plan was made from
}

// OwnTargets counts the measures of a plan whose target is not that of the
// instrument.
func (r PlanRow) OwnTargets() (n int) {
	for _, m := range r.Plan.Measures {
		if r.Own(m) {
			n++
		}
	}
	return n
}

// Own reports whether a measure has a target of this person's own.
func (r PlanRow) Own(m Measure) bool {
	i := slices.IndexFunc(r.Instrument.Indicators, func(i Indicator) bool { return i.ID == m.Indicator })
	return i < 0 || r.Instrument.Indicators[i].Gauge.Target != m.Gauge.Target || r.Instrument.Indicators[i].Gauge.TargetHigh != m.Gauge.TargetHigh
}
