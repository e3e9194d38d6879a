package history

import (
	"slices"

	"kinerja/model"
	"kinerja/store/form"
)

// Where a plan keeps its measures and agreements, and a measure its target.
const (
	measuresPath   = "10"
	agreementsPath = "13"
	gaugePath      = "3"
	targetPath     = "6"
	highPath       = "7"
	fromPath       = "2" // of an agreement: the period from which it holds
)

// Known is what a fact needs from elsewhere to be read: of a card the measures it
// is measured by, of a plan the plan as it is now and the measures of its
// instrument.
type Known struct {
	Measures []model.Measure
	Plan     model.Plan
}

func (k Known) measure(id string) (model.Measure, bool) {
	i := slices.IndexFunc(k.Measures, func(m model.Measure) bool { return string(m.ID) == id })
	if i < 0 {
		return model.Measure{}, false
	}
	return k.Measures[i], true
}

// code is how a measure is called; "" for one that is not known.
func (k Known) code(id string) string {
	m, _ := k.measure(id)
	return m.Gauge.Code
}

// targets lists the targets that a fact about a plan moved: by what was agreed
// anew, and from when; in a draft measure by measure.
func targets(list []model.Difference, k Known) []Change {
	if was, is, ok := anew(list, k.Plan); ok {
		changes := moved(was.Measures, is.Measures)
		return append(changes, Change{Path: form.Join(form.Join(agreementsPath, string(is.ID)), fromPath), After: int64(is.From)})
	}
	var changes []Change
	for _, d := range list {
		path := form.Segments(d.Path)
		if len(path) != 2 || path[0] != measuresPath {
			continue
		}
		standard, known := k.measure(path[1])
		if !known {
			continue // a measure that came or went; what it was measured by is no target that moved
		}
		changes = append(changes, moved([]model.Measure{measureOr(d.Before, standard)}, []model.Measure{measureOr(d.After, standard)})...)
	}
	return changes
}

// anew is what was agreed newly by a fact, and what held before it.
func anew(list []model.Difference, plan model.Plan) (was, is model.Agreement, ok bool) {
	for i := len(plan.Agreements) - 1; i > 0; i-- {
		path := form.Join(agreementsPath, string(plan.Agreements[i].ID))
		if slices.ContainsFunc(list, func(d model.Difference) bool { return d.Path == path && len(d.After) > 0 }) {
			return plan.Agreements[i-1], plan.Agreements[i], true
		}
	}
	return was, is, false
}

// measureOr reads a measure; where the plan keeps none it is that of the
// instrument.
func measureOr(raw []byte, standard model.Measure) model.Measure {
	var m model.Measure
	if len(raw) == 0 || form.Decode(raw, &m) != nil {
		return standard
	}
	return m
}

// moved compares targets, measure by measure.
func moved(was, is []model.Measure) (list []Change) {
	for _, m := range is {
		i := slices.IndexFunc(was, func(old model.Measure) bool { return old.ID == m.ID })
		if i < 0 {
			continue
		}
		old, g := was[i].Gauge, m.Gauge
		path := form.Join(form.Join(measuresPath, string(m.ID)), gaugePath)
		if old.Target != g.Target {
			list = append(list, Change{Path: form.Join(path, targetPath), Code: g.Code, Before: model.Some(old.Target), After: model.Some(g.Target)})
		}
		if old.TargetHigh != g.TargetHigh {
			list = append(list, Change{Path: form.Join(path, highPath), Code: g.Code, Before: old.TargetHigh, After: g.TargetHigh})
		}
	}
	return list
}
