package store

import (
	"strings"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/correction"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store/cabinet"
)

// Rating is what an evaluator says.
type Rating = score.Rating

// Rate keeps two ratings of a plan in a period and the predicate that follows
// from them (PermenPANRB 6/2022). The suggestion of the aid is computed from
// the card as it is kept, in the same transaction. To depart from it takes a
// reason. What was shared is not rated again before it is withdrawn.
func (d *Desk) Rate(id model.PlanID, p model.Period, r Rating) (model.Evaluation, error) {
	return d.rate(id, p, r, score.Rate)
}

// Move takes an evaluation one step further: shares it, or keeps whose word it
// is that it was received, accepted, made final. An act of another person is
// recorded from a document, with its date. Final freezes the inputs.
//
// A step may be of an earlier day than the one on which it is typed: what was
// shared on paper is shared on the day of the paper. It lies neither in the
// future, nor before the step that it follows, nor before the period: within the
// period it may lie, for who leaves in November is told in November.
func (d *Desk) Move(id model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) (e model.Evaluation, err error) {
	var plan model.Plan
	err = d.view(verbTo(to), func(t *tx) error {
		if plan, err = t.Plan(id); err != nil {
			return err
		}
		// Asked first, and read as it is: how far an evaluation has come is not told to
		// whoever may not take the step.
		if err := d.mayOn(t, verbTo(to), plan); err != nil {
			return err
		}
		e, err = t.Evaluation(plan, p)
		return err
	})
	if err != nil {
		return e, err
	}
	step, ok := model.StepTo(e.State, to)
	if ok && step.Verb == model.VerbRate { // Rate does that, with ratings
		return e, &model.StateError{State: e.State, Step: to, Needs: model.Shared}
	}
	if !ok {
		_, err := e.Move(to, w)
		return e, err
	}
	err = d.change(step.Verb, "", func(t *tx) error {
		if err := d.mayOn(t, step.Verb, plan); err != nil {
			return err
		}
		if err := unlocked(t, step.Verb, plan, p); err != nil {
			return err
		}
		if e, err = t.Evaluation(plan, p); err != nil {
			return err
		}
		w, err := d.word(t, w, step, plan, p)
		if err != nil {
			return err
		}
		if e, err = move(t, plan, e, to, w, rs); err != nil {
			return err
		}
		return cabinet.Put(t, e)
	})
	return e, err
}

// Correct puts right on which day this person shared, or on which day and in
// which document a word stands that they recorded for an employee: the state stays, and the fact shows what
// stood there before. The day lies between the neighbouring words and not in the
// future. It takes a reason.
func (d *Desk) Correct(id model.PlanID, p model.Period, c correction.Order) (e model.Evaluation, err error) {
	a := d.act(model.VerbCorrect)
	a.Document, a.Reason = strings.TrimSpace(c.Document), strings.TrimSpace(c.Reason)
	err = d.s.change(a, func(t *tx) error {
		plan, err := t.Plan(id)
		if err != nil {
			return err
		}
		if err := d.may(t, model.VerbCorrect, plan.Employee); err != nil {
			return err
		}
		if e, err = t.Evaluation(plan, p); err != nil {
			return err
		}
		if e, err = correction.Make(e, d.actor.Employee, c); err != nil {
			return err
		}
		if c.On > t.Today() {
			return &model.FieldError{Field: "date", Value: c.On.String(), Err: model.ErrFuture}
		}
		for _, w := range e.Words {
			if w.ID == c.Word && w.Via == model.Recorded {
				t.Act.Whose = w.Whose
			}
		}
		return cabinet.Put(t, e)
	})
	return e, err
}

// word completes whose word a step is: the actor's own, or recorded by the
// actor for the person whose act it is: the member of staff, or their evaluator.
func (d *Desk) word(t *tx, w model.Word, step model.Step, plan model.Plan, p model.Period) (model.Word, error) {
	t.Act.Whose, t.Act.Document = "", ""
	known := model.Word{ID: mintElement(), Whose: plan.Employee, By: d.actor.Employee, Via: d.actor.Via}
	switch {
	case step.Whose != model.RelSelf:
		var err error
		if known, err = d.judges(t, plan, p); err != nil {
			return w, err
		}
		if step.Verb == model.VerbWithdraw && known.Via == model.Recorded { // its reason has the place of the paper, else
			if w.Document, known.Reason = "", w.Document; strings.TrimSpace(known.Reason) == "" {
				return w, model.ErrReason
			}
		}
	case d.actor.Employee != plan.Employee:
		known.Via, t.Act.Whose = model.Recorded, plan.Employee
	}
	if w.Document != "" {
		known.Document = w.Document
	}
	if step.Verb == model.VerbDeem { // by which rule
		known.Reason = strings.TrimSpace(w.Reason)
	}
	if known.On = w.On; w.On.IsZero() {
		known.On = t.Today()
	}
	t.Act.Document = known.Document
	return known, nil
}

func move(t *tx, plan model.Plan, e model.Evaluation, to model.EvaluationState, w model.Word, rs rules.RuleSet) (model.Evaluation, error) {
	if w.Via == model.Recorded && strings.TrimSpace(w.Document) == "" {
		return e, &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	if w.On > t.Today() {
		return e, &model.FieldError{Field: "date", Value: w.On.String(), Err: model.ErrFuture}
	}
	if first := e.Period.First(); w.On < first {
		return e, &model.FieldError{Field: "date", Value: w.On.String(), Err: &model.BeforeError{First: first}}
	}
	if last := board.LastWord(e); !last.IsZero() && w.On < last {
		return e, &model.FieldError{Field: "date", Value: w.On.String(), Err: &model.EarlierError{Last: last}}
	}
	if to == model.DeemedAccepted {
		if err := board.Deemable(e, w.Reason, t.Today()); err != nil {
			return e, err
		}
	}
	e, err := e.Move(to, w)
	if err == nil && to == model.Shared { // it was rated before the plan named another
		err = ownRules(plan, e.RuleSet)
	}
	if err != nil || to != model.Final {
		return e, err
	}
	card, err := t.Card(plan, e.Period)
	if err != nil {
		return e, err
	}
	if rs, err = rules.Of(e, rs); err != nil { // the one it was rated by, not the one in use today
		return e, err
	}
	held := plan.In(e.Period)
	e.Frozen = &model.Frozen{Measures: held.Measures, Entries: card.Entries, Rules: rs.Digest()}
	if o := held.Outline; o.Approach == model.Qualitative {
		e.Frozen.Outline = model.Outline{Approach: o.Approach, Yardsticks: o.Yardsticks}
	}
	return e, nil
}
