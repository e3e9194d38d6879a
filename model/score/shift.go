package score

import (
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
)

// Shift is what moved a score since somebody was rated by it.
type Shift uint8

// The shifts.
const (
	ByResults Shift = iota // the plan was agreed upon once: results alone can have changed
	ByTarget               // the same results under the targets before make the score as it was
	ByEither               // agreed anew, and the results changed too, or before
)

// Shifted says why a card comes to something else than then, what it came to when
// it was rated. plan is the plan as its period is measured now, with the copies of
// what was agreed upon before.
func Shifted(then model.Amount, card model.Card, plan model.Plan, rs rules.RuleSet) Shift {
	if len(plan.Agreements) < 2 {
		return ByResults
	}
	card.Entries = slices.Clone(card.Entries)
	for i := range card.Entries {
		card.Entries[i].Target = model.Amount{} // an agreement's gauges have the targets agreed upon
	}
	for _, a := range plan.Agreements {
		plan.Measures = a.Measures
		if s, err := Of(card, plan, rs); err == nil && s.Value == then {
			return ByTarget
		}
	}
	return ByEither
}
