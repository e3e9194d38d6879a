package cabinet

import (
	"errors"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// Evaluation reads the evaluation of a plan in a period; a draft where there
// is none.
func (t *Tx) Evaluation(plan model.Plan, p model.Period) (model.Evaluation, error) {
	draft := model.Evaluation{
		ID: model.EvaluationOf(plan.ID, p), Plan: plan.ID, Employee: plan.Employee, Unit: plan.Unit, Period: p,
	}
	at, err := inPart(ledger.BucketEvaluations, uint32(p), plan.Employee, plan.ID)
	if err != nil {
		return draft, err
	}
	e, err := book.Get(t.Tx, evaluationShelf, at)
	if errors.Is(err, model.ErrNotFound) || err == nil && e.Void {
		return draft, nil
	}
	if err != nil || e.Frozen == nil || len(e.Frozen.Measures) > 0 {
		return e, err
	}
	in, err := t.Instrument(e.Frozen.Instrument)
	e.Frozen.Measures = PlanMeasures(in)
	return e, err
}

// putEvaluation keeps an evaluation. Frozen measures that are the indicators of
// a frozen instrument are kept by its name: the version cannot change, and they
// are most of what a final evaluation would weigh.
func (t *Tx) putEvaluation(e model.Evaluation) error {
	if e.Frozen == nil {
		return keep(t, evaluationShelf, e)
	}
	plan, err := t.Plan(e.Plan)
	if err != nil {
		return err
	}
	in, err := t.Instrument(plan.In(e.Period).Instrument)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	same, err := form.Same(e.Frozen.Measures, PlanMeasures(in))
	if err != nil {
		return err
	}
	if same && in.Frozen {
		frozen := *e.Frozen
		frozen.Measures, frozen.Instrument = nil, in.ID
		e.Frozen = &frozen
	}
	return keep(t, evaluationShelf, e)
}
