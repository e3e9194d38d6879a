package grade

import (
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// Judge returns e with what was said and the value and predicate that follow
// from it by a rule set with a formula. It has no ratings; the aid is kept as
// the card stands. It reports what Of reports, a FieldError where behaviour has
// no number or too little of the weight is entered, and what cannot be rated
// now as score.Ratable does.
func Judge(e model.Evaluation, card model.Card, plan model.Plan, rs rules.RuleSet, said Said) (model.Evaluation, error) {
	if err := score.Ratable(e, plan); err != nil {
		return e, err
	}
	said.Idea = strings.TrimSpace(said.Idea)
	g, err := Of(card, plan, rs, said)
	if err != nil {
		return e, err
	}
	switch {
	case !said.Behaviour.Present():
		return e, &model.FieldError{Field: "behaviour", Err: model.ErrMissing}
	case !g.Value.Present():
		return e, &model.FieldError{Field: "realisasi", Value: g.Share.Fixed() + " %", Err: model.ErrTooLittle}
	}
	s, err := score.Of(card, plan, rs)
	if err != nil {
		return e, err
	}
	e.State, e.Result, e.Behaviour, e.Reason = model.Rated, model.NotRated, model.NotRated, ""
	e.Suggested, e.Score, e.Share = s.Suggested, s.Value, s.Share
	e.BehaviourValue, e.Idea, e.Computed, e.Predicate = said.Behaviour, said.Idea, g.Value, g.Predicate
	e.RuleSet, e.Definition = rs.Ref(), rs.Keeping()
	return e, nil
}

// OfEvaluation is the working of an evaluation that was computed: a final one
// by what was frozen with it, another by the card as it stands and the rule
// set it was rated by.
func OfEvaluation(e model.Evaluation, card model.Card, plan model.Plan, current rules.RuleSet) (Grade, rules.RuleSet, error) {
	rs, err := rules.Of(e, current)
	if e.State == model.Final && e.Frozen != nil {
		rs, err = rules.OfFinal(e)
		card, plan = model.Card{Entries: e.Frozen.Entries}, model.Plan{Measures: e.Frozen.Measures, Outline: e.Frozen.Outline}
	}
	if err != nil {
		return Grade{}, rs, err
	}
	g, err := Of(card, plan, rs, Said{Behaviour: e.BehaviourValue, Idea: e.Idea})
	return g, rs, err
}
