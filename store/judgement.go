package store

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/closing"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
	"kinerja/store/cabinet"
	"kinerja/store/unitresults"
)

// Mark keeps one or both ratings of a plan in a period, as score.Mark says: one
// that is not given stays as it was, and the evaluation is rated as soon as
// both are there.
func (d *Desk) Mark(id model.PlanID, p model.Period, r Rating) (model.Evaluation, error) {
	return d.rate(id, p, r, score.Mark)
}

// rate keeps ratings as by says, with whoever evaluates the person in that post:
// of a period that is split each part has its own evaluator. It refuses a rule set
// that is not the one the plan names itself (rules.ErrOther): what a page showed
// may have changed since.
func (d *Desk) rate(id model.PlanID, p model.Period, r Rating,
	by func(model.Evaluation, model.Card, model.Plan, score.Rating) (model.Evaluation, error)) (model.Evaluation, error) {
	return d.evaluate(model.VerbRate, id, p, r.Reason, func(t *tx, plan model.Plan, e model.Evaluation) (model.Evaluation, error) {
		if err := ownRules(plan, r.Rules.Ref()); err != nil {
			return e, err
		}
		word, err := d.judges(t, plan, p)
		if err != nil {
			return e, err
		}
		card, err := t.Card(plan, p)
		if err != nil {
			return e, err
		}
		post, _, err := t.HeldIn(plan, p)
		if err != nil {
			return e, err
		}
		if post.Evaluator != "" {
			e.Evaluator = post.Evaluator
		}
		if r.Unit, err = ledResult(t, plan, p); err != nil {
			return e, err
		}
		if e, err = by(e, card, plan.In(p), r); err != nil {
			return e, err
		}
		return rated(e, word), nil
	})
}

// ownRules refuses a reference of another rule set than a plan names itself.
func ownRules(plan model.Plan, ref string) error {
	if own := rules.Own(plan); own != "" && own != ref {
		return &model.FieldError{Field: "ruleset", Value: own, Err: rules.ErrOther}
	}
	return nil
}

// ledResult is the result of the unit whose head a plan is about.
func ledResult(t *tx, plan model.Plan, p model.Period) (unitresult.Grade, error) {
	tree, err := t.Units()
	if err != nil {
		return unitresult.NoGrade, err
	}
	unit, ok := unitresult.LedBy(tree, plan.Employee, plan.Unit)
	if !ok {
		return unitresult.NoGrade, nil
	}
	r, err := unitresults.Of(t.Tx, unit.ID, p)
	if err != nil || !r.Decided() {
		return unitresult.NoGrade, err
	}
	return r.Grade, nil
}

// Annotate keeps the notes on an evaluation, until it is shared: one for each
// of the seven values that has any, and the note and recommendation.
func (d *Desk) Annotate(id model.PlanID, p model.Period, notes []model.ValueNote, note string) (model.Evaluation, error) {
	var ordered []model.ValueNote
	for _, value := range rules.Behaviours() {
		for _, n := range notes {
			if string(n.Value) == value.Code {
				ordered = append(ordered, n)
			}
		}
	}
	for _, n := range notes {
		if !slices.ContainsFunc(ordered, func(o model.ValueNote) bool { return o.Value == n.Value }) {
			return model.Evaluation{}, &model.FieldError{Field: "note", Value: string(n.Value), Err: model.ErrWord}
		}
	}
	return d.evaluate(model.VerbNote, id, p, "", func(t *tx, plan model.Plan, e model.Evaluation) (model.Evaluation, error) {
		if _, err := d.judges(t, plan, p); err != nil {
			return e, err
		}
		return e.Annotate(ordered, note)
	})
}

// evaluate changes one evaluation, which need not be there yet.
func (d *Desk) evaluate(verb model.Verb, id model.PlanID, p model.Period, reason string,
	f func(*tx, model.Plan, model.Evaluation) (model.Evaluation, error)) (e model.Evaluation, err error) {
	err = d.change(verb, reason, func(t *tx) error {
		plan, err := t.Plan(id)
		if err != nil {
			return err
		}
		if err := d.mayOn(t, verb, plan); err != nil {
			return err
		}
		if e, err = t.Evaluation(plan, p); err != nil {
			return err
		}
		if e.Period.Year() != plan.Year {
			return &model.FieldError{Field: "periode", Value: p.String(), Err: model.ErrBadPeriod}
		}
		if err := t.StillOpen(plan.Unit, p); err != nil {
			return err
		}
		if e, err = f(t, plan, e); err != nil {
			return err
		}
		return cabinet.Put(t, e)
	})
	return e, err
}

// MoveAll takes the evaluations of some plans in a period one step further, as
// Move does each, in one change. One that cannot go is left as it is, and the
// answer says why; the others do not wait for it.
func (d *Desk) MoveAll(plans []model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) (list []model.Moved, err error) {
	err = d.s.change(d.act(verbTo(to)), func(t *tx) error {
		list = make([]model.Moved, 0, len(plans))
		for _, id := range plans {
			err := d.moveOne(t, id, p, to, w, rs)
			if err != nil && !byRule(err) {
				return err // the file stands in the way: nothing is kept
			}
			list = append(list, model.Moved{Plan: id, Err: err})
		}
		return nil
	})
	return list, err
}

// mayOn is may about one plan: of somebody who moved, each part of the year is
// judged by its own evaluator. Who may judge anybody (the unit's manager) is not
// held to that.
func (d *Desk) mayOn(t *tx, verb model.Verb, plan model.Plan) error {
	if err := d.may(t, verb, plan.Employee); err != nil || !access.Judges(verb) || access.May(d.actor, verb, model.RelNone) {
		return err
	}
	post, err := t.Post(plan.Employee, plan.Post)
	switch {
	case errors.Is(err, model.ErrNotFound):
		return nil
	case err == nil && post.Evaluator != d.actor.Employee:
		return fmt.Errorf("%s: %w", verb, model.ErrNotAllowed)
	}
	return err
}

func (d *Desk) moveOne(t *tx, id model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) error {
	plan, err := t.Plan(id)
	if err != nil {
		return err
	}
	if err := d.mayOn(t, verbTo(to), plan); err != nil {
		return err
	}
	e, err := t.Evaluation(plan, p)
	if err != nil {
		return err
	}
	step, ok := model.StepTo(e.State, to)
	switch {
	case !ok:
		_, err := e.Move(to, w) // names what is missing
		return err
	case step.Verb != t.Act.Verb: // a rating is no move
		return &model.StateError{State: e.State, Step: to, Needs: model.Shared}
	}
	if err := unlocked(t, step.Verb, plan, p); err != nil {
		return err
	}
	if w, err = d.word(t, w, step, plan, p); err != nil {
		return err
	}
	if e, err = move(t, plan, e, to, w, rs); err != nil {
		return err
	}
	return cabinet.Put(t, e)
}

// unlocked refuses a step of the evaluator's once the period is closed; what the
// member of staff has a time for by law runs on.
func unlocked(t *tx, verb model.Verb, plan model.Plan, p model.Period) error {
	if !closing.Locks(verb) {
		return nil
	}
	return t.StillOpen(plan.Unit, p)
}

// verbTo is the verb that moves an evaluation to a state. To be rated again is
// to be withdrawn.
func verbTo(to model.EvaluationState) model.Verb {
	for _, s := range model.Steps() {
		if s.To == to && s.Verb != model.VerbRate {
			return s.Verb
		}
	}
	return model.VerbShare
}

// byRule reports an error about one evaluation, as against one of the file.
func byRule(err error) bool {
	for _, rule := range []error{model.ErrNotAllowed, model.ErrState, model.ErrLocked, model.ErrReason, model.ErrInvalid, model.ErrNotFound} {
		if errors.Is(err, rule) {
			return true
		}
	}
	return false
}
