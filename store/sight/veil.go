package sight

import (
	"slices"

	"kinerja/model"
)

// Told reports whether the person rated has been told of an evaluation: it was
// shared, and not withdrawn since.
func Told(e model.Evaluation) bool { return e.State >= model.Shared }

// veil puts an evaluation as it is seen from here. Until it is shared, ratings and
// notes are the evaluator's own: the person rated sees that there is none yet
// (DOMAIN 10.3), whatever their roles.
func (s Sight) veil(e model.Evaluation) model.Evaluation {
	if s.Actor.Employee == "" || s.Actor.Employee != e.Employee || Told(e) {
		return e
	}
	return model.Evaluation{ID: e.ID, Plan: e.Plan, Employee: e.Employee, Unit: e.Unit, Period: e.Period}
}

// Evaluation reads the evaluation of a plan in a period, as far as it may be seen.
func (s Sight) Evaluation(plan model.Plan, p model.Period) (model.Evaluation, error) {
	e, err := s.Tx.Evaluation(plan, p)
	return s.veil(e), err
}

// Results reads what some plans reached in all periods, as far as it may be seen.
func (s Sight) Results(plans []model.Plan) ([]model.Result, error) {
	list, err := s.Tx.Results(plans)
	for i := range list {
		list[i].Evaluation = s.veil(list[i].Evaluation)
	}
	return slices.DeleteFunc(list, func(r model.Result) bool { return !r.Card.HasValues() && !r.Evaluation.Begun() }), err
}

// Standing is how somebody stands in a period by one plan, as far as it may be seen.
func (s Sight) Standing(plan model.Plan, p model.Period) (model.Standing, error) {
	st, err := s.Tx.Standing(plan, p)
	st.Evaluation = s.veil(st.Evaluation)
	return st, err
}
