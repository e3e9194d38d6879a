// Package planning is how plans (SKP) come about: which instrument each position
// gets, and the targets of somebody's own. Orders go into the store, what came
// of them and lists come out.
package planning

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Who says whose plans are meant: of everybody at or below a unit, or of one
// person.
type Who struct {
	Unit     model.UnitID     // "": everywhere
	Employee model.EmployeeID // "": everybody
}

// Order says for whom plans are made. Everyone without one gets the
// instrument that fits the position, kept as agreed upon on Document, or as a
// draft that is agreed upon later.
type Order struct {
	Draft bool // not agreed upon yet: On and Document say nothing
	Year  int
	Who
	On       model.Date // day of the agreement; 0: today
	Document string     // what was signed; "" stands for "on paper"
	// Choice gives a position another instrument than the one that fits it
	// best; a position that is not named gets that one.
	Choice map[string]model.InstrumentID
}

// Made says what the making of plans did.
type Made struct {
	Plans  []model.Plan
	Kept   int              // had a plan already
	NoPost []model.StaffRow // hold no post in that year
	Early  int              // stay drafts: the post begins after the day of the agreement
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
	Of          model.StaffRow     // where one person was meant
}

// Proposed lists the instruments that are proposed, each once.
func (p Positions) Proposed() (list []model.Instrument) {
	for _, in := range p.Instruments {
		if slices.ContainsFunc(p.Rows, func(r Position) bool { return r.Instrument == in.ID }) {
			list = append(list, in)
		}
	}
	return list
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
