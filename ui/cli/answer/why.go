package answer

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
)

// Why is one step of a working: what was done, by a code, and the numbers it was
// done with. Numbers are as printed.
type Why struct {
	Code string         `json:"code"`
	Args map[string]any `json:"args"`
}

// whyLimit is the working of one limit of a pattern: the share of the group, and
// for a limit in per cent both sides of the comparison.
func whyLimit(f distribution.Finding) []Why {
	steps := []Why{{"share", map[string]any{"count": f.Count, "people": f.People, "percent": Percent(f.Count, f.People)}}}
	if f.Kind == distribution.AtMost || f.Kind == distribution.AtLeast {
		steps = append(steps, Why{"compare", map[string]any{"count_times_100": f.Count * 100, "percent_times_people": f.Percent * f.People, "bound": f.Bound}})
	} else {
		steps = append(steps, Why{f.Kind.String(), map[string]any{"count": f.Count, "bound": f.Bound}})
	}
	return steps
}

// whyCell is the working of one value of all people together: how it adds up, and
// what that is of the target.
func whyCell(g model.Gauge, c overview.Cell) []Why {
	if !c.Value.Present() {
		return []Why{}
	}
	how := g.Aggregate.String()
	if c.Rough {
		how = "plain_mean"
	}
	steps := []Why{{how, map[string]any{"people": c.People, "value": Fixed(c.Value)}}}
	if c.Reached.Present() {
		steps = append(steps, Why{"reached", map[string]any{"value": Fixed(c.Value), "target": c.Step.Gauge.Target, "percent": Fixed(c.Reached)}})
	}
	return steps
}

// Percent is a part of a whole in per cent, with two decimals, half up; null of
// nothing.
func Percent(part, whole int) Fixed {
	if n, ok := model.MulDiv(model.Int(int64(part)), 100, model.Number(whole)); ok && whole > 0 {
		return Fixed(model.Some(n.Round()))
	}
	return Fixed{}
}
