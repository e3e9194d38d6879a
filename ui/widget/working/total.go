package working

import (
	"strings"

	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Total answers why the whole has its number: what each indicator adds to it,
// over which weight, how it is rounded, what was left out, and by which rule.
func Total(t *lang.Texts, st *theme.Styles, s score.Score, width int) []string {
	l, w := t.Working.Why.Label, t.Working.Why
	var parts []string
	for _, step := range s.Steps {
		if step.Adds.Present() {
			parts = append(parts, lang.Inert(step.Gauge.Code)+" "+t.FixedAmount(step.Adds))
		}
	}
	sum, of := t.Working.NoValue, ""
	if s.Value.Present() {
		sum = strings.Join(parts, " + ") + " = " + t.FixedAmount(s.Value)
		of = lang.Fill(w.TotalWeight, "present", t.Number(weight(s)))
	}
	return answered(st, lang.Fill(w.TotalTitle, "value", t.FixedAmount(s.Value)), []answer{
		{l.Adds, sum}, {l.Weight, of}, {l.Rounding, roundingOf(t, s)}, {l.Left, leftOut(t, s)}, {l.Rule, RuleName(t, s.RuleSet)},
		{"", w.TotalMore},
	}, width)
}
