package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/ledger"
	"kinerja/store/unplanned"
)

// A plan whose measures are the indicators of a frozen instrument keeps none of
// its own: the version cannot change under it, and 100,000 plans stay small.

// full returns a stored plan with its measures, those of its agreements too.
func (t *tx) full(p model.Plan) (model.Plan, error) {
	return planning.Full(p, t.instrument)
}

func planMeasures(in model.Instrument) []model.Measure {
	return model.PlanFrom(in, model.Post{}, 0).Measures
}

func (t *tx) putPlan(p model.Plan) error {
	p, err := planning.Slim(p, t.instrument)
	if err != nil {
		return err
	}
	return put(t, planShelf, p)
}

// indexPlan lets a plan be found by its identity alone.
func (t *tx) indexPlan(old *model.Plan, p model.Plan) error {
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
	return t.write(ledger.Place{Bucket: ledger.BucketPlanOf, Key: key}, at)
}

func (t *tx) plan(id model.PlanID) (model.Plan, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return model.Plan{}, err
	}
	at, err := t.content(ledger.Place{Bucket: ledger.BucketPlanOf, Key: key})
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
	plan, err := get(t, planShelf, p)
	if err != nil {
		return plan, err
	}
	if plan.Void {
		return plan, fmt.Errorf("plan %s: %w", id, model.ErrNotFound)
	}
	return t.full(plan)
}

// plansOf returns somebody's plans of all years, newest first, with measures.
func (t *tx) plansOf(id model.EmployeeID) ([]model.Plan, error) {
	prefix, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	var list []model.Plan
	years := t.parts(ledger.BucketPlans)
	slices.Reverse(years)
	for _, year := range years {
		if err := each(t, planShelf, ledger.Place{Bucket: ledger.BucketPlans, Sub: ledger.Part(year), Key: prefix}, func(p model.Plan) bool {
			if !p.Void {
				list = append(list, p)
			}
			return true
		}); err != nil {
			return nil, err
		}
	}
	for i := range list {
		if list[i], err = t.full(list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// plansIn calls f for each plan of a year, with its measures.
func (t *tx) plansIn(year int, f func(model.Plan) error) error {
	var failed error
	err := each(t, planShelf, ledger.Place{Bucket: ledger.BucketPlans, Sub: ledger.Part(uint32(year))}, func(p model.Plan) bool {
		if p.Void {
			return true
		}
		if p, failed = t.full(p); failed == nil {
			failed = f(p)
		}
		return failed == nil
	})
	return errors.Join(err, failed)
}

// Plan reads one plan.
func (d *Desk) Plan(id model.PlanID) (p model.Plan, err error) {
	err = d.ofPlan(id, func(_ *tx, plan model.Plan) error {
		p = plan
		return nil
	})
	return p, err
}

// ofPlan reads something of a plan that this person may see.
func (d *Desk) ofPlan(id model.PlanID, f func(*tx, model.Plan) error) error {
	return d.view(model.VerbReadCard, func(t *tx) error {
		plan, err := t.plan(id)
		if err != nil {
			return err
		}
		if err := d.may(t, model.VerbReadCard, plan.Employee); err != nil {
			return err
		}
		return f(t, plan)
	})
}

// Plans reads the plans of a year, of the people at or below unit ("": all).
func (d *Desk) Plans(year int, unit model.UnitID) (list []model.Plan, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		tree, err := t.units()
		if err != nil {
			return err
		}
		return t.plansIn(year, func(p model.Plan) error {
			ok, err := d.sees(t, model.VerbReadCard, p.Employee)
			if ok && tree.Within(p.Unit, unit) {
				list = append(list, p)
			}
			return err
		})
	})
	return list, err
}

// MakePlans gives everyone at or below a unit who has no plan for the year the
// instrument of their position, the general one for the rest, as agreed on
// paper: one change that one undo takes back. Ready instruments that the file
// does not hold yet are put in.
func (d *Desk) MakePlans(o planning.Order) (planning.Made, error) {
	var made planning.Made
	a := d.act(model.VerbMakePlan)
	a.Document = o.Document
	err := d.s.change(a, func(t *tx) error {
		staff, err := t.staff(o.Unit)
		if err != nil {
			return err
		}
		if o.On.IsZero() {
			o.On = model.DateOf(t.now, t.store.opt.Zone)
		}
		made, err = staff.Make(unplannedFile{t, d}, o, func(post model.Post) model.Word {
			return model.Word{
				ID: model.ElementID(ledger.MintID()), Whose: post.Employee, By: d.actor.Employee, Via: model.Recorded,
				Document: o.Document, On: o.On,
			}
		})
		return err
	})
	return made, err
}

// staff is everybody, for plans of the posts at or below a unit.
func (t *tx) staff(unit model.UnitID) (s unplanned.Staff, err error) {
	tree, err := t.units()
	if err != nil {
		return s, err
	}
	s.Within = func(id model.UnitID) bool { return tree.Within(id, unit) }
	if s.Rows, err = t.rows(); err != nil {
		return s, err
	}
	s.Instruments, err = t.choosable()
	return s, err
}

// unplannedFile is the file as plans are made in it.
type unplannedFile struct {
	t *tx
	d *Desk
}

// Posts reads what somebody holds and held.
func (f unplannedFile) Posts(id model.EmployeeID) ([]model.Post, error) { return f.t.posts(id) }

// HasPlan reports whether a plan stands.
func (f unplannedFile) HasPlan(id model.PlanID) (bool, error) {
	_, err := f.t.plan(id)
	if errors.Is(err, model.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// Allowed asks for the right to make somebody's plan.
func (f unplannedFile) Allowed(id model.EmployeeID) error {
	return f.d.may(f.t, model.VerbMakePlan, id)
}

// Freeze keeps an instrument.
func (f unplannedFile) Freeze(in model.Instrument) error { return put(f.t, instrumentShelf, in) }

// Keep keeps a plan.
func (f unplannedFile) Keep(p model.Plan) error { return f.t.putPlan(p) }
