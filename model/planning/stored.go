package planning

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
)

// Find reads an instrument version; model.ErrNotFound where there is none.
type Find func(model.InstrumentID) (model.Instrument, error)

// Slim returns a plan without the measures that are those of a frozen
// instrument, its agreements' too: the version cannot change under them, and
// 100,000 plans stay small. Full gives them back.
func Slim(p model.Plan, find Find) (model.Plan, error) {
	spare := func(c Content) ([]model.Measure, error) {
		in, err := find(c.Instrument)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return nil, err
		}
		if err == nil && in.Frozen && in.Version == c.Version && slices.Equal(c.Measures, measuresOf(in)) {
			return nil, nil
		}
		return c.Measures, nil
	}
	return each(p, spare)
}

// Full returns a plan with all its measures.
func Full(p model.Plan, find Find) (model.Plan, error) {
	return each(p, func(c Content) ([]model.Measure, error) {
		if len(c.Measures) > 0 {
			return c.Measures, nil
		}
		in, err := find(c.Instrument)
		if err != nil {
			return nil, fmt.Errorf("plan %s: instrument: %w", p.ID, err)
		}
		return measuresOf(in), nil
	})
}

func measuresOf(in model.Instrument) []model.Measure {
	return model.PlanFrom(in, model.Post{}, 0).Measures
}

// each replaces the measures of a plan and of its agreements.
func each(p model.Plan, f func(Content) ([]model.Measure, error)) (_ model.Plan, err error) {
	if p.Measures, err = f(ContentOf(p)); err != nil {
		return p, err
	}
	p.Agreements = slices.Clone(p.Agreements)
	for i, a := range p.Agreements {
		if p.Agreements[i].Measures, err = f(Content{a.Instrument, a.Version, a.Measures}); err != nil {
			return p, err
		}
	}
	return p, nil
}
