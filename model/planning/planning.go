// Package planning is how plans (SKP) come about: which instrument each position
// gets, and the targets of somebody's own. Orders go into the store, what came
// of them and lists come out.
package planning

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Order says for whom plans are made. Everyone without one gets the
// instrument that fits the position, kept as agreed upon on Document, or as a
// draft that is agreed upon later.
type Order struct {
	Draft    bool // not agreed upon yet: On and Document say nothing
	Year     int
	Unit     model.UnitID // "": everywhere
	On       model.Date   // day of the agreement; 0: today
	Document string       // what was signed; "" stands for "on paper"
	// Choice gives a position another instrument than the one that fits it
	// best; a position that is not named gets that one.
	Choice map[string]model.InstrumentID
}

// Made says what the making of plans did.
type Made struct {
	Plans  []model.Plan
	Kept   int              // had a plan already
	NoPost []model.StaffRow // hold no post in that year
}

// Position is one position of the posts that have no plan for a year.
type Position struct {
	Position   string
	Count      int                // posts without a plan
	Instrument model.InstrumentID // proposed
}

// Positions is which instrument each position would get.
type Positions struct {
	Year        int
	Rows        []Position         // by position
	Instruments []model.Instrument // that can be chosen, the newest version of each
	Kept        int                // posts that have a plan already
	NoPost      []model.StaffRow   // hold no post in that year
}

// NewestVersions leaves of each instrument the newest version that stands.
func NewestVersions(all []model.Instrument) []model.Instrument {
	var list []model.Instrument
	for _, in := range all {
		if in.Void {
			continue
		}
		i := slices.IndexFunc(list, func(x model.Instrument) bool { return strings.EqualFold(x.Code, in.Code) })
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
	Measure model.ElementID
	Low     model.Number
	High    model.Amount
}

// TargetOrder gives some plans targets of their own. A plan that was agreed is
// agreed anew on Document.
type TargetOrder struct {
	Plans    []model.PlanID
	Targets  []Target   // of measures that a plan does not have: left out there
	On       model.Date // day of the agreement; 0: today
	Document string
	Reason   string
}

// WithTargets returns the plan with other targets. It refuses what the gauge
// refuses. p itself is left as it was.
func WithTargets(p model.Plan, list []Target) (model.Plan, error) {
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
func Reagree(p model.Plan, w model.Word) (model.Plan, error) {
	if p.State != model.PlanAgreed {
		return p.Agree(w)
	}
	w.Act = "agreed"
	p.Words = append(slices.Clone(p.Words), w)
	return p, nil
}

// Retarget returns the card with the own targets of plan, where they differ
// from those of the instrument's version in; what was entered stays.
func Retarget(c model.Card, plan model.Plan, in model.Instrument) model.Card {
	fresh := model.CardFor(plan, in, c.Period)
	c.Entries = slices.Clone(c.Entries)
	for i := range c.Entries {
		c.Entries[i].Target = fresh.Entry(c.Entries[i].Measure).Target
	}
	for _, e := range fresh.Entries {
		if !slices.ContainsFunc(c.Entries, func(x model.Entry) bool { return x.Measure == e.Measure }) {
			c.Entries = append(c.Entries, e)
		}
	}
	c.Entries = slices.DeleteFunc(c.Entries, func(e model.Entry) bool { return e == model.Entry{Measure: e.Measure} })
	return c
}

// Row is one line of a list of plans.
type Row struct {
	Staff      model.StaffRow
	Post       model.Post
	Plan       model.Plan
	Instrument model.Instrument // the version that the plan was made from
}

// OwnTargets counts the measures of a plan whose target is not that of the
// instrument.
func (r Row) OwnTargets() (n int) {
	for _, m := range r.Plan.Measures {
		if r.Own(m) {
			n++
		}
	}
	return n
}

// Own reports whether a measure has a target of this person's own.
func (r Row) Own(m model.Measure) bool {
	i := slices.IndexFunc(r.Instrument.Indicators, func(i model.Indicator) bool { return i.ID == m.Indicator })
	return i < 0 || r.Instrument.Indicators[i].Gauge.Target != m.Gauge.Target || r.Instrument.Indicators[i].Gauge.TargetHigh != m.Gauge.TargetHigh
}
