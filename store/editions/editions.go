// Package editions is the versions of an evaluation and its document, on a desk.
package editions

import (
	"errors"
	"strings"

	"kinerja/model"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/speech"
)

// Desk is a desk with these verbs.
type Desk struct{ *store.Desk }

// Former are the replaced versions of the evaluation of a plan in a period, the
// first version first.
func (d Desk) Former(id model.PlanID, p model.Period) ([]edition.Former, error) {
	return store.Look(d.Desk, model.VerbReadCard, func(s sight.Sight) ([]edition.Former, error) {
		plan, err := s.Plan(id)
		if err != nil {
			return nil, err
		}
		if err := s.May(model.VerbReadCard, plan.Employee); err != nil {
			return nil, err
		}
		list, err := sequels.Former().Of(s.Tx.Tx, plan.Employee)
		return edition.Of(list, id, p), err
	})
}

// Replace puts version n+1 beside a final evaluation, for a reason: by the HR team, or
// by the evaluator with the number of a letter. New ratings can come with it; without
// them it is rated as it was, and its results and ratings are open. It is shared,
// received and accepted anew. Under a rule set with a formula no ratings come with it
// (model.ErrComputed): there it is computed anew.
func (d Desk) Replace(id model.PlanID, p model.Period, to objection.Ratings, w model.Word, rs rules.RuleSet) (e model.Evaluation, err error) {
	err = store.Write(d.Desk, edition.VerbReplace, func(s sight.Sight) error {
		plan, err := s.Plan(id)
		if err != nil {
			return err
		}
		now, err := s.Tx.Evaluation(plan, p)
		if err != nil {
			return err
		}
		if err := s.May(edition.VerbOn(now), plan.Employee); err != nil {
			return err
		}
		e = now
		if err := s.Tx.StillOpen(plan.Unit, p); err != nil {
			return err
		}
		if w, err = replacing(s, e, w); err != nil {
			return err
		}
		old, next, err := edition.Replace(edition.ID(ledger.MintID()), e, w)
		if err != nil {
			return err
		}
		if e, err = rerated(next, to, w, rs); err != nil {
			return err
		}
		return errors.Join(sequels.Former().Put(s.Tx.Tx, old), cabinet.Put(s.Tx, e))
	})
	return e, err
}

// replacing is whose word a new version is: that of whoever makes it, or recorded for
// the evaluator. It follows the last word of the version that it replaces. Only the
// HR team needs no letter.
func replacing(s sight.Sight, e model.Evaluation, w model.Word) (model.Word, error) {
	team := s.Actor.Roles.Has(model.RoleTeam)
	rel := model.RelEvaluator
	if team {
		rel = model.RelNone
	}
	w, err := speech.Of(s, rel, e.Employee, e.Evaluator, w)
	if err != nil {
		return w, err
	}
	if _, recorded := voice.Judge(s.Actor, e.Evaluator, e.Employee); !team && strings.TrimSpace(w.Document) == "" {
		if recorded {
			return w, &voice.Error{Whose: e.Evaluator, Name: s.NameOf(e.Evaluator)}
		}
		return w, &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	return w, speech.After(e.Words, w)
}

// rerated gives a new version other ratings, if any come with it.
func rerated(e model.Evaluation, to objection.Ratings, w model.Word, rs rules.RuleSet) (model.Evaluation, error) {
	if to == (objection.Ratings{}) {
		return e, nil
	}
	if !to.Given() {
		return e, &model.FieldError{Field: "ratings", Err: model.ErrMissing}
	}
	rs, err := rules.Of(e, rs)
	if err != nil {
		return e, err
	}
	if rs.Computes() {
		return e, model.ErrComputed
	}
	if e.Result != to.Result {
		e.Reason = w.Reason
	}
	e.Result, e.Behaviour, e.Predicate = to.Result, to.Behaviour, rs.Predicate(to.Result, to.Behaviour)
	return e, nil
}
