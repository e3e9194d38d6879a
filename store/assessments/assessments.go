// Package assessments keeps in the book how staff see their own work: those of a
// period stand together, by person and plan. Who may see what of them is decided
// by package assessment; here they are whole.
package assessments

import (
	"errors"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where assessments stand.
func Shelf() book.Shelf[assessment.Assessment] {
	return book.Shelf[assessment.Assessment]{
		Kind: model.KindAssessment, Void: 9,
		ID:    func(a assessment.Assessment) string { return string(a.ID) },
		Place: func(a assessment.Assessment) (ledger.Place, error) { return at(a.Employee, a.Plan, a.Period) },
	}
}

func at(employee model.EmployeeID, plan model.PlanID, p model.Period) (ledger.Place, error) {
	key, err := ledger.IDs(string(employee), string(plan))
	return ledger.Place{Bucket: ledger.BucketAssessments, Sub: ledger.Part(uint32(p)), Key: key}, err
}

// Of reads the assessment of a plan in a period; an empty one where nothing was
// written, or what was is undone.
func Of(t *book.Tx, plan model.Plan, p model.Period) (assessment.Assessment, error) {
	fresh := assessment.New(plan, p)
	place, err := at(plan.Employee, plan.ID, p)
	if err != nil {
		return fresh, err
	}
	a, err := book.Get(t, Shelf(), place)
	if errors.Is(err, model.ErrNotFound) || err == nil && a.Void {
		return fresh, nil
	}
	return a, err
}

// Any reports whether anything was written about a plan, whatever the period.
func Any(t *book.Tx, plan model.Plan) (bool, error) {
	for _, p := range t.Parts(ledger.BucketAssessments) {
		a, err := Of(t, plan, model.Period(p))
		if err != nil || !a.Content.Empty() || len(a.Words) > 0 {
			return err == nil, err
		}
	}
	return false, nil
}

// Keep keeps an assessment that comes from outside, and none in the place of one
// that is there.
func Keep(t *book.Tx, a assessment.Assessment, plan model.Plan) error {
	if err := a.Check(plan); err != nil {
		return err
	}
	old, err := Of(t, plan, a.Period)
	if err == nil && (!old.Content.Empty() || len(old.Words) > 0) {
		err = model.ErrExists
	}
	if err == nil {
		_, _, err = book.Put(t, Shelf(), a)
	}
	return err
}
