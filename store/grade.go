package store

import (
	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
)

// Grade keeps a number for behaviour and a new idea, and the value and
// predicate that follow from them and from the card as it is kept, by a rule
// set with a formula. Who has rated by two ratings before is computed from now
// on. What was shared is withdrawn first.
func (d *Desk) Grade(id model.PlanID, p model.Period, rs rules.RuleSet, said grade.Said) (model.Evaluation, error) {
	return d.rate(id, p, Rating{Rules: rs}, func(e model.Evaluation, card model.Card, plan model.Plan, r Rating) (model.Evaluation, error) {
		return grade.Judge(e, card, plan, r.Rules, said)
	})
}
