package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// A plan whose measures are the indicators of a frozen instrument keeps none of
// its own: the version cannot change under it, and 100,000 plans stay small.

// slim returns the plan as it is stored.
func (t *tx) slim(p model.Plan) (model.Plan, error) {
	in, err := t.instrument(p.Instrument)
	if errors.Is(err, model.ErrNotFound) {
		return p, nil
	}
	if err != nil {
		return p, err
	}
	same, err := form.Same(p.Measures, planMeasures(in))
	if err == nil && same && in.Frozen && in.Version == p.Version {
		p.Measures = nil
	}
	return p, err
}

// full returns a stored plan with its measures.
func (t *tx) full(p model.Plan) (model.Plan, error) {
	if len(p.Measures) > 0 {
		return p, nil
	}
	in, err := t.instrument(p.Instrument)
	if err != nil {
		return p, fmt.Errorf("plan %s: instrument: %w", p.ID, err)
	}
	p.Measures = planMeasures(in)
	return p, nil
}

func planMeasures(in model.Instrument) []model.Measure {
	return model.PlanFrom(in, model.Post{}, 0).Measures
}

func (t *tx) putPlan(p model.Plan) error {
	p, err := t.slim(p)
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
		m := planMaker{t: t, d: d, order: o, made: &made}
		return m.run()
	})
	return made, err
}

// planMaker is one run of MakePlans.
type planMaker struct {
	t     *tx
	d     *Desk
	order planning.Order
	made  *planning.Made
	all   []model.Instrument
	year  model.Period
}

func (m *planMaker) run() error {
	var err error
	if m.year, err = model.NewPeriod(model.Year, m.order.Year, 1); err != nil {
		return err
	}
	if m.order.On.IsZero() {
		m.order.On = model.DateOf(m.t.now, m.t.store.opt.Zone)
	}
	if m.all, err = m.t.choosable(); err != nil {
		return err
	}
	tree, err := m.t.units()
	if err != nil {
		return err
	}
	rows, err := m.t.rows()
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Void {
			continue
		}
		if err := m.person(row, tree); err != nil {
			return err
		}
	}
	return nil
}

// person makes the plans of all posts that somebody holds in the year at or
// below the unit.
func (m *planMaker) person(row model.StaffRow, tree model.Units) error {
	posts, err := m.t.posts(row.Employee)
	if err != nil {
		return err
	}
	held := false
	for _, post := range posts {
		if !post.During(m.year.First(), m.year.Last()) {
			continue
		}
		held = true
		if !tree.Within(post.Unit, m.order.Unit) {
			continue
		}
		if err := m.d.may(m.t, model.VerbMakePlan, row.Employee); err != nil {
			return err
		}
		if err := m.post(post); err != nil {
			return err
		}
	}
	if !held && tree.Within(row.Unit, m.order.Unit) {
		m.made.NoPost = append(m.made.NoPost, row)
	}
	return nil
}

func (m *planMaker) post(post model.Post) error {
	_, err := m.t.plan(model.PlanOf(post.ID, m.order.Year))
	if err == nil {
		m.made.Kept++
		return nil
	}
	if !errors.Is(err, model.ErrNotFound) {
		return err
	}
	in, ok := m.instrument(post.Position)
	if !ok {
		return fmt.Errorf("instrument for %s: %w", post.Position, model.ErrNotFound)
	}
	if in, err = m.use(in); err != nil {
		return err
	}
	plan, err := model.PlanFrom(in, post, m.order.Year).Agree(model.Word{
		ID: model.ElementID(ledger.MintID()), Whose: post.Employee, By: m.d.actor.Employee, Via: model.Recorded,
		Document: m.order.Document, On: m.order.On,
	})
	if err != nil {
		return fmt.Errorf("plan of %s: %w", post.Employee, err)
	}
	m.made.Plans = append(m.made.Plans, plan)
	return m.t.putPlan(plan)
}

// instrument is the one chosen for a position, else the one that fits it best.
func (m *planMaker) instrument(position string) (model.Instrument, bool) {
	if id, chosen := m.order.Choice[position]; chosen {
		i := slices.IndexFunc(m.all, func(in model.Instrument) bool { return in.ID == id })
		if i < 0 {
			return model.Instrument{}, false
		}
		return m.all[i], true
	}
	return model.InstrumentFor(m.all, position)
}

// use puts a ready instrument into the file if it is not there, and freezes it.
func (m *planMaker) use(in model.Instrument) (model.Instrument, error) {
	if in.Frozen {
		return in, nil
	}
	in.Frozen = true
	for i := range m.all {
		if m.all[i].ID == in.ID {
			m.all[i].Frozen = true
		}
	}
	return in, put(m.t, instrumentShelf, in)
}
