package cabinet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/model/planning"
	"kinerja/store/book"
	"kinerja/store/leaves"
	"kinerja/store/ledger"
)

// Listed is a plan as lists show it, but for the line of its person.
func (t *Tx) Listed(plan model.Plan) (row planning.Row, err error) {
	row.Plan = plan
	if row.Instrument, err = t.Instrument(plan.Instrument); err != nil && !errors.Is(err, model.ErrNotFound) {
		return row, err
	}
	row.Post, err = t.Post(plan.Employee, plan.Post)
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	return row, err
}

// A plan whose measures are the indicators of a frozen instrument keeps none of
// its own: the version cannot change under it, and 100,000 plans stay small.

// Full returns a stored plan with its measures, those of its agreements too.
func (t *Tx) Full(p model.Plan) (model.Plan, error) { return planning.Full(p, t.Instrument) }

// PlanMeasures are the measures that a plan made from an instrument has.
func PlanMeasures(in model.Instrument) []model.Measure {
	return model.PlanFrom(in, model.Post{}, 0).Measures
}

func (t *Tx) putPlan(p model.Plan) error {
	p, err := planning.Slim(p, t.Instrument)
	if err != nil {
		return err
	}
	away, err := leaves.Of(t.Tx, p.Employee)
	if err != nil {
		return err
	}
	p.Away = leave.Within(away, p.Year)
	return keep(t, planShelf, p)
}

// indexPlan lets a plan be found by its identity alone.
func (t *Tx) indexPlan(old *model.Plan, p model.Plan) error {
	if old != nil {
		return nil
	}
	key, err := ledger.IDs(p.ID)
	if err != nil {
		return err
	}
	employee, err := ledger.IDs(p.Employee)
	if err != nil {
		return err
	}
	at := append(binary.BigEndian.AppendUint32(nil, uint32(p.Year)), employee...)
	return t.Write(ledger.Place{Bucket: ledger.BucketPlanOf, Key: key}, at)
}

// Plan reads a plan, whole. It reports ErrNotFound.
func (t *Tx) Plan(id model.PlanID) (model.Plan, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return model.Plan{}, err
	}
	at, err := t.Content(ledger.Place{Bucket: ledger.BucketPlanOf, Key: key})
	if err != nil {
		return model.Plan{}, err
	}
	if len(at) != 4+16 {
		return model.Plan{}, fmt.Errorf("plan %s: %w", id, model.ErrNotFound)
	}
	employee := model.EmployeeID(model.EncodeID([16]byte(at[4:])))
	p, err := inPart(ledger.BucketPlans, binary.BigEndian.Uint32(at), employee, id)
	if err != nil {
		return model.Plan{}, err
	}
	plan, err := book.Get(t.Tx, planShelf, p)
	if err != nil {
		return plan, err
	}
	if plan.Void {
		return plan, fmt.Errorf("plan %s: %w", id, model.ErrNotFound)
	}
	return t.Full(plan)
}

// PlansOf returns somebody's plans of all years, newest first, with measures.
func (t *Tx) PlansOf(id model.EmployeeID) ([]model.Plan, error) {
	prefix, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	var list []model.Plan
	years := t.Parts(ledger.BucketPlans)
	slices.Reverse(years)
	for _, year := range years {
		if err := book.Each(t.Tx, planShelf, ledger.Place{Bucket: ledger.BucketPlans, Sub: ledger.Part(year), Key: prefix}, func(p model.Plan) bool {
			if !p.Void {
				list = append(list, p)
			}
			return true
		}); err != nil {
			return nil, err
		}
	}
	for i := range list {
		if list[i], err = t.Full(list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// PlansIn calls f for each plan of a year, with its measures.
func (t *Tx) PlansIn(year int, f func(model.Plan) error) error {
	var failed error
	err := book.Each(t.Tx, planShelf, ledger.Place{Bucket: ledger.BucketPlans, Sub: ledger.Part(uint32(year))}, func(p model.Plan) bool {
		if p.Void {
			return true
		}
		if p, failed = t.Full(p); failed == nil {
			failed = f(p)
		}
		return failed == nil
	})
	return errors.Join(err, failed)
}

// Kept is the plan of a post for a year as it is stored: measures that are those
// of a frozen instrument are left out (Full brings them).
func (t *Tx) Kept(post model.Post, year int) (model.Plan, error) {
	at, err := inPart(ledger.BucketPlans, uint32(year), post.Employee, model.PlanOf(post.ID, year))
	if err != nil {
		return model.Plan{}, err
	}
	plan, err := book.Get(t.Tx, planShelf, at)
	if err == nil && plan.Void {
		err = model.ErrNotFound
	}
	return plan, err
}
