package score

import (
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
)

// Rating is what an evaluator says: the two ratings, and why the rating of
// results departs from the suggestion, where it does.
type Rating struct {
	Result    model.Rating
	Behaviour model.Rating
	Reason    string
	Rules     rules.RuleSet // in force; its suggestion is computed from the card
}

// Rate returns e with two ratings, the predicate that follows from them
// (PermenPANRB 6/2022), and the suggestion of the aid as the card stands. It
// reports a FieldError for a period outside the plan's year and for a rating
// that is missing, a StateError for what was shared and not withdrawn, and
// ErrReason for a departure from the suggestion that says no reason.
func Rate(e model.Evaluation, card model.Card, plan model.Plan, r Rating) (model.Evaluation, error) {
	if e.Period.Year() != plan.Year {
		return e, &model.FieldError{Field: "periode", Value: e.Period.String(), Err: model.ErrBadPeriod}
	}
	if _, ok := model.StepTo(e.State, model.Rated); !ok || e.LocksCard() {
		return e, &model.StateError{State: e.State, Step: model.Rated, Needs: model.EvaluationDraft}
	}
	s, err := Of(card, plan, r.Rules)
	if err != nil {
		return e, err
	}
	reason := strings.TrimSpace(r.Reason)
	switch {
	case r.Result == model.NotRated:
		return e, &model.FieldError{Field: "result", Err: model.ErrMissing}
	case r.Behaviour == model.NotRated:
		return e, &model.FieldError{Field: "behaviour", Err: model.ErrMissing}
	case s.Suggested != model.NotRated && s.Suggested != r.Result && reason == "":
		return e, fmt.Errorf("%s, %s suggested: %w", r.Result, s.Suggested, model.ErrReason)
	}
	e.State, e.Result, e.Behaviour, e.Reason = model.Rated, r.Result, r.Behaviour, reason
	e.Suggested, e.Score, e.Share = s.Suggested, s.Value, s.Share
	e.Predicate, e.RuleSet = r.Rules.Predicate(r.Result, r.Behaviour), r.Rules.Ref()
	return e, nil
}
