// Package actions keeps the action plans in the book, with the evidence that
// hangs on them: the sheets of a period stand together, by person and plan. Of a
// file that shows something its name, place, size and digest are kept, never what
// is in it.
package actions

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where sheets stand.
func Shelf() book.Shelf[action.Sheet] {
	return book.Shelf[action.Sheet]{
		Kind: model.KindAction, Void: 7,
		ID:    func(s action.Sheet) string { return string(s.ID) },
		Place: func(s action.Sheet) (ledger.Place, error) { return at(s.Employee, s.Plan, s.Period) },
	}
}

func at(employee model.EmployeeID, plan model.PlanID, p model.Period) (ledger.Place, error) {
	key, err := ledger.IDs(string(employee), string(plan))
	return ledger.Place{Bucket: ledger.BucketActions, Sub: ledger.Part(uint32(p)), Key: key}, err
}

// Of reads the sheet of a plan in a period; an empty one where nothing was
// written, or what was is undone.
func Of(t *book.Tx, plan model.Plan, p model.Period) (action.Sheet, error) {
	fresh := action.New(plan, p)
	place, err := at(plan.Employee, plan.ID, p)
	if err != nil {
		return fresh, err
	}
	s, err := book.Get(t, Shelf(), place)
	if errors.Is(err, model.ErrNotFound) || err == nil && s.Void {
		return fresh, nil
	}
	return s, err
}

// Any reports whether anything stands in a sheet of a plan, whatever the period.
func Any(t *book.Tx, plan model.Plan) (bool, error) {
	for _, p := range t.Parts(ledger.BucketActions) {
		s, err := Of(t, plan, model.Period(p))
		if err != nil || len(s.Actions) > 0 {
			return err == nil, err
		}
	}
	return false, nil
}

// EvidenceOf reads what shows the value of a measure of a plan in a period.
func EvidenceOf(t *book.Tx, planOf func(model.PlanID) (model.Plan, error), id model.PlanID, p model.Period, measure model.ElementID) ([]action.Evidence, error) {
	plan, err := planOf(id)
	if err != nil {
		return nil, err
	}
	s, err := Of(t, plan, p)
	return s.EvidenceOf(plan, measure), err
}

// Unproven notes on a board that was read how many actions of each plan have no
// evidence yet: none where nobody plans actions.
func Unproven(t *book.Tx) func(model.Board, error) (model.Board, error) {
	return func(b model.Board, err error) (model.Board, error) {
		if err != nil || !slices.Contains(t.Parts(ledger.BucketActions), uint32(b.Period)) {
			return b, err
		}
		for i := range b.Rows {
			s, err := Of(t, b.Rows[i].Plan, b.Period)
			if err != nil {
				return b, err
			}
			b.Rows[i].Unproven = len(s.Bare())
		}
		return b, nil
	}
}
