// Package edition is the versions of an evaluation: what was final and turned out
// to be wrong is not edited; version 2 stands beside version 1, which stays
// readable and says by which version it was replaced (DOMAIN 10.2).
package edition

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/objection"
)

// ID names one replaced version.
type ID string

// The verbs. What the evaluator's superior decided about an objection is final for
// the evaluator too (PP 30/2019 art. 59(4)): to replace that is a right of its own.
const (
	VerbReplace        model.Verb = "evaluation.replace"
	VerbReplaceDecided model.Verb = "evaluation.replace-decided"
)

// Former is one version that another took the place of, as it was when it was
// final, and the word by which it was replaced: whose, why, by which letter.
type Former struct {
	ID         ID               `cbor:"1,keyasint" json:"id"`
	Employee   model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Evaluation model.Evaluation `cbor:"3,keyasint,omitempty" json:"evaluation"`
	Word       model.Word       `cbor:"4,keyasint,omitempty" json:"word"`
	Void       bool             `cbor:"5,keyasint,omitempty" json:"-"`
}

// MostReason is how many characters the reason for a new version may have.
const MostReason = 2_000

// VerbOn is the verb that replaces e: another where an objection to it was decided.
func VerbOn(e model.Evaluation) model.Verb {
	if slices.ContainsFunc(e.Words, func(w model.Word) bool { return w.Act == string(objection.VerbDecide) }) {
		return VerbReplaceDecided
	}
	return VerbReplace
}

// Replace returns the final evaluation e as a former version, and the next version:
// rated as e was, neither shared nor received, so that results and ratings can be
// put right and its clocks begin anew. It takes a reason (model.ErrReason); of an
// evaluation that is not final there is no next version (model.StateError). e itself
// is left as it was.
func Replace(id ID, e model.Evaluation, w model.Word) (Former, model.Evaluation, error) {
	if e.State != model.Final {
		return Former{}, e, &model.StateError{State: e.State, Step: model.Rated, Needs: model.Final}
	}
	if w.Reason = strings.TrimSpace(w.Reason); w.Reason == "" {
		return Former{}, e, model.ErrReason
	}
	if err := model.CheckText(w.Reason, MostReason, "\n"); err != nil {
		return Former{}, e, &model.FieldError{Field: "reason", Err: err}
	}
	w.Act = string(VerbReplace)
	next := e
	next.Version, next.State, next.Frozen = e.Edition()+1, model.Rated, nil
	next.Words = []model.Word{w}
	return Former{ID: id, Employee: e.Employee, Evaluation: e, Word: w}, next, nil
}

// Of are the former versions of the evaluation of a plan in a period, the first
// version first.
func Of(list []Former, plan model.PlanID, p model.Period) (of []Former) {
	for _, f := range list {
		if f.Evaluation.Plan == plan && f.Evaluation.Period == p && !f.Void {
			of = append(of, f)
		}
	}
	slices.SortFunc(of, func(a, b Former) int { return a.Evaluation.Edition() - b.Evaluation.Edition() })
	return of
}
