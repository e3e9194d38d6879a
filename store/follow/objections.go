package follow

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/speech"
)

// Objections lists objections, the newest first.
func (d Desk) Objections(q Asked) ([]objection.Row, error) {
	return store.Look(d.Desk, objection.VerbRead, func(s sight.Sight) (list []objection.Row, err error) {
		l, err := newLines(s, q, objection.VerbRead)
		if err != nil {
			return nil, err
		}
		all, err := objections(s, q.Employee)
		for _, o := range slices.Backward(all) {
			row, ok, err := l.of(o.Employee)
			if err != nil {
				return nil, err
			}
			if !ok || q.Open && !o.State.Open() {
				continue
			}
			r := objection.Row{Objection: o, Staff: row, Names: map[model.EmployeeID]string{}, Days: d.terms().DecisionDays}
			if r.Superior, err = speech.Superior(s, o.Evaluator); err != nil {
				return nil, err
			}
			r.EvaluatorName, r.SuperiorName = s.NameOf(o.Evaluator), s.NameOf(r.Superior)
			for _, w := range o.Words {
				r.Names[w.Whose], r.Names[w.By] = s.NameOf(w.Whose), s.NameOf(w.By)
			}
			for _, h := range o.Hearings {
				r.Names[h.By] = s.NameOf(h.By)
			}
			delete(r.Names, "")
			list = append(list, r)
		}
		return list, err
	})
}

func objections(s sight.Sight, who model.EmployeeID) ([]objection.Objection, error) {
	if who != "" {
		return sequels.Objections().Of(s.Tx.Tx, who)
	}
	return sequels.Objections().All(s.Tx.Tx)
}

// FileObjection keeps an objection to the evaluation of a plan in a period: the
// person's own word, or recorded from their letter.
func (d Desk) FileObjection(id model.PlanID, p model.Period, said objection.Objection, w model.Word) (o objection.Objection, err error) {
	err = store.Write(d.Desk, objection.VerbFile, func(s sight.Sight) error {
		plan, err := s.Plan(id)
		if err != nil {
			return err
		}
		if err := s.May(objection.VerbFile, plan.Employee); err != nil {
			return err
		}
		e, err := s.Evaluation(plan, p)
		if err != nil {
			return err
		}
		if w, err = speech.Of(s, model.RelSelf, plan.Employee, e.Evaluator, w); err != nil {
			return err
		}
		received := board.ReceivedOn(e)
		if received != 0 && w.On < received {
			return &model.FieldError{Field: "date", Value: w.On.String(), Err: &model.EarlierError{Last: received}}
		}
		for i := range said.Papers {
			said.Papers[i].ID = model.ElementID(ledger.MintID())
		}
		if o, err = objection.New(objection.ID(ledger.MintID()), e, received, rules.ObjectionUntil(e, received), w, said); err != nil {
			return err
		}
		return errors.Join(sequels.Objections().Put(s.Tx.Tx, o), cabinet.Put(s.Tx, o.On(e)))
	})
	return o, err
}

// ExplainObjection keeps what the evaluator says to an objection.
func (d Desk) ExplainObjection(who model.EmployeeID, id objection.ID, text string, w model.Word) (objection.Objection, error) {
	return d.object(objection.VerbExplain, who, id, model.RelEvaluator, w, func(o objection.Objection, w model.Word) (objection.Objection, error) {
		return o.Explained(text, w)
	})
}

// HearObjection keeps what was said in a hearing.
func (d Desk) HearObjection(who model.EmployeeID, id objection.ID, h objection.Hearing) (objection.Objection, error) {
	return d.object(objection.VerbHear, who, id, model.RelNone, model.Word{}, func(o objection.Objection, w model.Word) (objection.Objection, error) {
		h.ID, h.By = w.ID, w.By
		if h.On.IsZero() {
			h.On = w.On
		}
		if h.On > w.On {
			return o, &model.FieldError{Field: "date", Value: h.On.String(), Err: model.ErrFuture}
		}
		return o.Heard(h)
	})
}

// WithdrawObjection takes an objection back, for a reason: the person's own word, or
// recorded from their letter.
func (d Desk) WithdrawObjection(who model.EmployeeID, id objection.ID, w model.Word) (objection.Objection, error) {
	return d.object(objection.VerbWithdraw, who, id, model.RelSelf, w, objection.Objection.Withdraw)
}

// DecideObjection keeps the decision of the evaluator's superior: their own word, or
// recorded from their letter. New ratings lead to a predicate by the rule set that
// the evaluation was rated by; rs is the one in use. Under a rule set with a formula
// ratings are not given (model.ErrComputed): there an objection is rejected, or the
// evaluation is withdrawn and computed anew.
func (d Desk) DecideObjection(who model.EmployeeID, id objection.ID, out objection.Outcome, to objection.Ratings, grounds string, w model.Word, rs rules.RuleSet) (objection.Objection, error) {
	return d.objectTo(objection.VerbDecide, who, id, model.RelSuperior, w, func(o objection.Objection, e model.Evaluation, w model.Word) (objection.Objection, error) {
		o, err := o.Decide(out, to, grounds, w)
		if err != nil || out == objection.Rejected {
			return o, err
		}
		if rs, err = rules.Of(e, rs); err != nil {
			return o, err
		}
		if rs.Computes() {
			return o, model.ErrComputed
		}
		o.New.Predicate = rs.Predicate(o.New.Result, o.New.Behaviour)
		return o, nil
	})
}

func (d Desk) object(verb model.Verb, who model.EmployeeID, id objection.ID, rel model.Relation, w model.Word, f func(objection.Objection, model.Word) (objection.Objection, error)) (objection.Objection, error) {
	return d.objectTo(verb, who, id, rel, w, func(o objection.Objection, _ model.Evaluation, w model.Word) (objection.Objection, error) {
		return f(o, w)
	})
}

// objectTo takes an objection one step further, and the evaluation with it.
func (d Desk) objectTo(verb model.Verb, who model.EmployeeID, id objection.ID, rel model.Relation, w model.Word,
	f func(objection.Objection, model.Evaluation, model.Word) (objection.Objection, error)) (o objection.Objection, err error) {
	err = store.Write(d.Desk, verb, func(s sight.Sight) error {
		if err := s.May(verb, who); err != nil {
			return err
		}
		old, err := sequels.Objections().Get(s.Tx.Tx, string(who), string(id))
		if err != nil {
			return fmt.Errorf("objection %s: %w", id, err)
		}
		plan, err := s.Plan(old.Plan)
		if err != nil {
			return err
		}
		e, err := s.Evaluation(plan, old.Period)
		if err != nil {
			return err
		}
		if w, err = speech.Of(s, rel, who, old.Evaluator, w); err != nil {
			return err
		}
		if rel != model.RelNone {
			if err := speech.After(old.Words, w); err != nil {
				return err
			}
		}
		if o, err = f(old, e, w); err != nil {
			return err
		}
		if err := sequels.Objections().Put(s.Tx.Tx, o); err != nil || o.State == old.State && len(o.Words) == len(old.Words) {
			return err // heard: the evaluation stays as it is
		}
		return cabinet.Put(s.Tx, o.On(e))
	})
	return o, err
}
