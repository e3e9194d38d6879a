package document_test

import (
	"kinerja/model"
	"kinerja/model/document"
	"kinerja/model/objection"
	"kinerja/model/rules"
)

// quiet is a desk with one document, whose clock has any day.
type quiet struct {
	sheet document.Sheet
	moved model.EvaluationState
	word  model.Word
}

func (q *quiet) Document(model.PlanID, model.Period) (document.Sheet, error) { return q.sheet, nil }

func (q *quiet) Replace(model.PlanID, model.Period, objection.Ratings, model.Word, rules.RuleSet) (model.Evaluation, error) {
	return model.Evaluation{}, model.ErrNotAllowed
}

func (q *quiet) Move(_ model.PlanID, _ model.Period, to model.EvaluationState, w model.Word, _ rules.RuleSet) (model.Evaluation, error) {
	q.moved, q.word = to, w
	return model.Evaluation{}, nil
}
