package planning

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Renewed says what moving plans to the newest version of their instrument did.
type Renewed struct {
	Plans  int
	Filled int // stay: results were entered, and these belong to the old version
}

// NewestOf is the newest version of an instrument, found by its code; in itself
// where there is no later one.
func NewestOf(all []model.Instrument, in model.Instrument) model.Instrument {
	for _, other := range all {
		if !other.Void && strings.EqualFold(other.Code, in.Code) && other.Version > in.Version {
			in = other
		}
	}
	return in
}

// Renewable reports a plan that nobody agreed upon yet, made from a version
// older than newest.
func (r Row) Renewable(newest model.Instrument) bool {
	return !Binding(r.Plan) && newest.ID != "" && newest.Version > r.Plan.Version
}

// Binding reports a plan that was agreed upon, or is over.
func Binding(p model.Plan) bool { return p.State == model.PlanAgreed || p.State == model.PlanClosed }

// Renew is the plan of a row made from another version of its instrument.
// Targets of the person's own stay where that version still measures the same
// thing the same way. The plan keeps its identity.
func (r Row) Renew(in model.Instrument) model.Plan {
	p := r.Plan
	p.Instrument, p.Version = in.ID, in.Version
	p.Measures = model.PlanFrom(in, r.Post, p.Year).Measures
	for i, m := range p.Measures {
		at := slices.IndexFunc(r.Plan.Measures, func(old model.Measure) bool { return old.Indicator == m.Indicator && r.Own(old) })
		if at < 0 || r.Plan.Measures[at].Gauge.Direction != m.Gauge.Direction {
			continue
		}
		g := m.Gauge
		g.Target, g.TargetHigh = r.Plan.Measures[at].Gauge.Target, r.Plan.Measures[at].Gauge.TargetHigh
		if g.Check() == nil {
			p.Measures[i].Gauge = g
		}
	}
	return p
}

// Moved reports a plan whose agreements were not all made from one instrument.
func Moved(p model.Plan) bool {
	return slices.ContainsFunc(p.Agreements, func(a model.Agreement) bool { return a.Instrument != p.Instrument })
}

// Differences lists what one content measures and the other does not: indicators
// that are new, and those that are gone. Two of one code that measure the same way
// are one thing to a reader, although another instrument has its own.
func Differences(old, now []model.Measure) (added, gone []model.Gauge) {
	missing := func(from, in []model.Measure) (list []model.Gauge) {
		for _, m := range from {
			if !slices.ContainsFunc(in, func(x model.Measure) bool { return x.ID == m.ID || alike(x.Gauge, m.Gauge) }) {
				list = append(list, m.Gauge)
			}
		}
		return list
	}
	return missing(now, old), missing(old, now)
}

func alike(a, b model.Gauge) bool {
	return strings.EqualFold(a.Code, b.Code) && a.Unit == b.Unit && a.Direction == b.Direction
}
