package store

import (
	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/store/selfview"
	"kinerja/store/sight"
)

// Assessment reads how the holder of a plan sees their work in a period, as far as
// this person may see it (assessment.For). No plan is this person's own of that
// year, or their newest; the zero period the newest in use.
func (d *Desk) Assessment(id model.PlanID, p model.Period) (assessment.Standing, error) {
	return Look(d, assessment.VerbRead, func(s sight.Sight) (st assessment.Standing, err error) {
		v := s.SelfView()
		plan, err := v.Plan(id, p)
		if err != nil {
			return st, err
		}
		if err := s.May(assessment.VerbRead, plan.Employee); err != nil {
			return st, err
		}
		if p == 0 {
			p = s.UsualFor(plan)
		}
		return v.Standing(plan, p)
	})
}

// WriteAssessment keeps what this person says of their own work, as a draft that
// nobody else sees.
func (d *Desk) WriteAssessment(id model.PlanID, p model.Period, c assessment.Content) error {
	return d.assess(d.act(assessment.VerbWrite), id, p, selfview.Write(c))
}

// SubmitAssessment hands in what this person wrote.
func (d *Desk) SubmitAssessment(id model.PlanID, p model.Period) error {
	return d.assess(d.act(assessment.VerbSubmit), id, p, selfview.Submit(d.ownWord()))
}

// ReopenAssessment takes back what this person handed in, as long as the evaluator
// has not rated.
func (d *Desk) ReopenAssessment(id model.PlanID, p model.Period) error {
	return d.assess(d.act(assessment.VerbReopen), id, p, selfview.Reopen(d.ownWord()))
}

func (d *Desk) ownWord() model.Word {
	return model.Word{ID: mintElement(), Whose: d.actor.Employee, By: d.actor.Employee, Via: d.actor.Via, On: d.s.Today()}
}

// RecordAssessment keeps what somebody wrote on a paper, typed by this person after
// the ratings: document names the paper, on its day.
func (d *Desk) RecordAssessment(id model.PlanID, p model.Period, c assessment.Content, document string, on model.Date) error {
	today := d.s.Today()
	if on.IsZero() {
		on = today
	}
	if on > today {
		return &model.FieldError{Field: "date", Value: on.String(), Err: model.ErrFuture}
	}
	a := d.act(assessment.VerbRecord)
	a.Document = document
	w := model.Word{ID: mintElement(), By: d.actor.Employee, Via: model.Recorded, Document: document, On: on}
	return d.assess(a, id, p, selfview.Record(c, w))
}

// assess changes one assessment.
func (d *Desk) assess(a act, id model.PlanID, p model.Period, do selfview.Step) error {
	return d.s.change(a, func(t *tx) error { return d.sight(t).SelfView().Change(a.Verb, id, p, do) })
}
