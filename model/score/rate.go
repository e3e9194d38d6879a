package score

import (
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
)

// Rating is what an evaluator says: the two ratings, and why the one of results
// is what it is where the aid does not say the same (Asks).
type Rating struct {
	Result    model.Rating
	Behaviour model.Rating
	Reason    string
	Rules     rules.RuleSet // in force; its suggestion is computed from the card
	// Unit is the result of the unit that is headed by whom this is about: it
	// suggests in place of the aid (rules.RuleSet.Head). NoGrade for everybody
	// else, and until it is decided.
	Unit unitresult.Grade
}

// Rate returns e with two ratings, the predicate that follows from them
// (PermenPANRB 6/2022), and the suggestion of the aid as the card stands. It
// reports a FieldError for a period outside the plan's year and for a rating
// that is missing, a StateError for what was shared and not withdrawn, and
// ErrReason for a rating of results that needs a reason and says none (Asks).
func Rate(e model.Evaluation, card model.Card, plan model.Plan, r Rating) (model.Evaluation, error) {
	s, err := aidFor(e, card, plan, r)
	if err != nil {
		return e, err
	}
	switch {
	case r.Result == model.NotRated:
		return e, &model.FieldError{Field: "result", Err: model.ErrMissing}
	case r.Behaviour == model.NotRated:
		return e, &model.FieldError{Field: "behaviour", Err: model.ErrMissing}
	}
	return judge(e, s, r, true)
}

// Asks reports whether a rating of results takes a reason: it departs from what
// the aid suggests, or the aid suggests nothing because too little of the weight
// is present; then somebody has to say what the rating stands on. The rule holds
// at the moment of rating: what was rated before is left as it is.
func Asks(suggested, result model.Rating) bool { return result != suggested }

// Mark returns e with one or both ratings, so that whoever goes down a column
// keeps each as it is given. A rating that r does not say stays as it was, and
// so does what the aid said to it: only the rating that is given now may need a
// reason. The reason goes with the rating of results and is taken with it. With
// both ratings e is Rated, as by Rate; with one it stays a draft without a
// predicate.
func Mark(e model.Evaluation, card model.Card, plan model.Plan, r Rating) (model.Evaluation, error) {
	if r.Result == model.NotRated && r.Behaviour == model.NotRated {
		return e, &model.FieldError{Field: "result", Err: model.ErrMissing}
	}
	s, err := aidFor(e, card, plan, r)
	if err != nil {
		return e, err
	}
	given := r.Result != model.NotRated
	if !given {
		r.Result, r.Reason = e.Result, e.Reason
	}
	if r.Behaviour == model.NotRated {
		r.Behaviour = e.Behaviour
	}
	return judge(e, s, r, given)
}

// aidFor is the aid as the card stands, where e can be rated, with what is
// suggested: by the aid, or for the head of a unit by its result.
func aidFor(e model.Evaluation, card model.Card, plan model.Plan, r Rating) (Score, error) {
	rs := r.Rules
	if err := Ratable(e, plan); err != nil {
		return Score{}, err
	}
	if rs.Computes() { // its predicate is computed, not given by two ratings
		return Score{}, &model.FieldError{Field: "ruleset", Value: rs.Ref(), Err: model.ErrComputed}
	}
	s, err := Of(card, plan, rs)
	if head := rs.Head(r.Unit); head != model.NotRated {
		s.Suggested = head
	}
	return s, err
}

// Ratable refuses an evaluation that cannot be rated now: a FieldError for a
// period outside the plan's year, a StateError for what was shared.
func Ratable(e model.Evaluation, plan model.Plan) error {
	if e.Period.Year() != plan.Year {
		return &model.FieldError{Field: "periode", Value: e.Period.String(), Err: model.ErrBadPeriod}
	}
	if _, ok := model.StepTo(e.State, model.Rated); !ok || e.LocksCard() {
		return &model.StateError{State: e.State, Step: model.Rated, Needs: model.EvaluationDraft}
	}
	return nil
}

// judge puts ratings into e. The suggestion is kept with the rating of results
// as it stood when that was given.
func judge(e model.Evaluation, s Score, r Rating, given bool) (model.Evaluation, error) {
	reason := strings.TrimSpace(r.Reason)
	switch {
	case given && Asks(s.Suggested, r.Result) && reason == "":
		return e, needsReason(s, r.Result)
	case given:
		e.Suggested, e.Score, e.Share = s.Suggested, s.Value, s.Share
	}
	if r.Result != model.NotRated {
		e.RuleSet = r.Rules.Ref()
	}
	e.Result, e.Behaviour, e.Reason = r.Result, r.Behaviour, reason
	e.Definition, e.BehaviourValue, e.Idea, e.Computed = r.Rules.Keeping(), model.Amount{}, "", model.Amount{}
	if !e.Half() {
		e.State, e.Predicate = model.Rated, r.Rules.Predicate(r.Result, r.Behaviour)
	}
	return e, nil
}

func needsReason(s Score, result model.Rating) error {
	if s.Suggested == model.NotRated {
		return fmt.Errorf("%s on %s %% of the weight: %w", result, s.Share, model.ErrReason)
	}
	return fmt.Errorf("%s, %s suggested: %w", result, s.Suggested, model.ErrReason)
}
