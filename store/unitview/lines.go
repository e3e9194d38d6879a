package unitview

import (
	"cmp"
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/store/sight"
)

// most is how many periods of one kind stand side by side.
const most = 8

// place is one indicator in one period. An indicator is the same in every
// version of its instrument that kept its code.
type place struct {
	code   string // of the instrument
	gauge  string // of the indicator
	period model.Period
}

// lines combines every indicator of the unit's people over the periods of the
// kind of the one that is shown, up to it. Groups that whoever reads may not see
// by counts are not shown by indicators either.
func lines(s sight.Sight, u *overview.Unit, rs rules.RuleSet) error {
	for _, p := range u.Periods {
		if p.Kind() == u.Period.Kind() && p.Compare(u.Period) <= 0 {
			u.Shown = append(u.Shown, p)
		}
	}
	u.Shown = u.Shown[max(0, len(u.Shown)-most):]
	if !access.May(s.Actor, model.VerbReadUnit, model.RelNone) {
		u.Unseen = true
		return nil
	}
	r := combiner{s: s, all: map[place]sheet.Combined{}, lines: map[place]overview.Line{}, owner: map[model.UnitID]model.UnitID{}}
	for _, id := range u.Units {
		r.owner[id] = u.Unit.ID
	}
	for _, p := range u.Shown {
		if err := r.add(p); err != nil {
			return err
		}
	}
	for at, line := range r.lines {
		for _, p := range u.Shown {
			at.period = p
			line.Cells = append(line.Cells, overview.CellOf(line.Gauge, r.all[at], rs))
		}
		u.Lines = append(u.Lines, line)
	}
	slices.SortFunc(u.Lines, func(a, b overview.Line) int {
		return cmp.Or(cmp.Compare(a.Instrument.Code, b.Instrument.Code), a.Place-b.Place)
	})
	return nil
}

// combiner adds up what people reached.
type combiner struct {
	s     sight.Sight
	owner map[model.UnitID]model.UnitID
	all   map[place]sheet.Combined
	lines map[place]overview.Line // by a place without a period: as the newest version says
}

// add takes in one period.
func (r *combiner) add(p model.Period) error {
	return people(r.s, p, r.owner, func(_ model.UnitID, plan model.Plan) error {
		card, err := r.s.Card(plan, p)
		if err != nil {
			return err
		}
		in, err := r.s.Instrument(plan.Instrument)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return err
		}
		for i, m := range plan.Measures {
			at := place{code: in.Code, gauge: m.Gauge.Code}
			if line, known := r.lines[at]; !known || in.Version >= line.Instrument.Version {
				r.lines[at] = overview.Line{Instrument: model.Instrument{ID: in.ID, Code: in.Code, Version: in.Version, Name: in.Name}, Place: i, Gauge: shared(in, m)}
			}
			at.period = p
			all := r.all[at]
			all.Add(card.Entry(m.ID))
			r.all[at] = all
		}
		return nil
	})
}

// shared is the gauge of the instrument that a measure came from: one person's
// own target is not that of all.
func shared(in model.Instrument, m model.Measure) model.Gauge {
	for _, i := range in.Indicators {
		if i.ID == m.Indicator {
			return i.Gauge
		}
	}
	return m.Gauge
}
