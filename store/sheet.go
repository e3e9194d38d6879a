package store

import (
	"errors"
	"kinerja/store/ledger"
	"kinerja/store/names"
	"slices"
	"strings"

	"kinerja/model"
)

// Sheet reads the grid of results of one instrument in one period, for the
// people at or below unit ("": all). The zero period is the newest in use; an
// empty instrument is the first that has plans.
func (d *Desk) Sheet(p model.Period, in model.InstrumentID, unit model.UnitID) (sh model.Sheet, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		b := sheetMaker{t: t, d: d, unit: unit, sheet: &sh}
		return b.run(p, in)
	})
	return sh, err
}

// sheetMaker is one run of Sheet.
type sheetMaker struct {
	t     *tx
	d     *Desk
	unit  model.UnitID
	sheet *model.Sheet
}

func (b *sheetMaker) run(p model.Period, in model.InstrumentID) error {
	b.sheet.Periods = b.t.offered()
	if !p.Valid() {
		p = newest(b.t, b.sheet.Periods)
	}
	b.sheet.Period = p
	plans := map[model.InstrumentID][]model.Plan{}
	tree, err := b.t.units()
	if err != nil {
		return err
	}
	if err := b.t.plansIn(p.Year(), func(plan model.Plan) error {
		if plan = plan.In(p); tree.Within(plan.Unit, b.unit) {
			plans[plan.Instrument] = append(plans[plan.Instrument], plan)
		}
		return nil
	}); err != nil {
		return err
	}
	for id := range plans {
		in, err := b.t.instrument(id)
		if err != nil {
			return err
		}
		b.sheet.Instruments = append(b.sheet.Instruments, in)
	}
	slices.SortFunc(b.sheet.Instruments, func(x, y model.Instrument) int {
		if c := strings.Compare(x.Code, y.Code); c != 0 {
			return c
		}
		return x.Version - y.Version
	})
	if len(b.sheet.Instruments) == 0 {
		return nil
	}
	b.sheet.Instrument = b.sheet.Instruments[0]
	if i := slices.IndexFunc(b.sheet.Instruments, func(x model.Instrument) bool { return x.ID == in }); i >= 0 {
		b.sheet.Instrument = b.sheet.Instruments[i]
	}
	return b.rows(plans[b.sheet.Instrument.ID])
}

func (b *sheetMaker) rows(plans []model.Plan) error {
	byID := map[model.EmployeeID]names.Entry{}
	list, err := b.t.names.All()
	if err != nil {
		return err
	}
	for _, e := range list {
		byID[e.Employee] = e
	}
	for _, plan := range plans {
		ok, err := b.d.sees(b.t, model.VerbReadCard, plan.Employee)
		if err != nil {
			return err
		}
		_, held, err := b.t.heldIn(plan, b.sheet.Period)
		if err != nil {
			return err
		}
		e, known := byID[plan.Employee]
		if !ok || !known || e.Hidden || !held {
			continue
		}
		row, err := b.row(plan, e)
		if err != nil {
			return err
		}
		b.sheet.Rows = append(b.sheet.Rows, row)
	}
	slices.SortStableFunc(b.sheet.Rows, func(x, y model.SheetRow) int {
		return names.Compare(byID[x.Staff.Employee], byID[y.Staff.Employee])
	})
	return nil
}

func (b *sheetMaker) row(plan model.Plan, e names.Entry) (row model.SheetRow, err error) {
	row = model.SheetRow{Staff: e.Row(), Plan: plan}
	if row.Card, err = b.t.card(plan, b.sheet.Period); err != nil {
		return row, err
	}
	if prev := b.sheet.Period.Prev(); prev.Year() == plan.Year {
		row.Before, err = b.t.card(plan, prev)
	} else {
		row.Before, err = b.t.card(model.Plan{
			ID: model.PlanOf(plan.Post, prev.Year()), Employee: plan.Employee, Instrument: plan.Instrument, Measures: plan.Measures,
		}, prev)
	}
	if err != nil {
		return row, err
	}
	ev, err := b.t.evaluation(plan, b.sheet.Period)
	row.State = ev.State
	return row, err
}

// offered lists the periods a person may want to work in: those in use, and
// the quarter that today lies in and the one before, where plans exist.
func (t *tx) offered() []model.Period {
	list := t.periods()
	years := t.parts(ledger.BucketPlans)
	today := model.PeriodAt(model.Quarter, model.DateOf(t.now, t.store.opt.Zone))
	for _, p := range []model.Period{today.Prev(), today, t.first()} {
		if slices.Contains(years, uint32(p.Year())) && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, model.Period.Compare)
	return list
}

// newest is the newest quarter with values, else the period with which the file
// was begun, else the quarter that ended last.
func newest(t *tx, offered []model.Period) model.Period {
	if p, ok := model.Usual(t.periods()); ok {
		return p
	}
	if p := t.first(); slices.Contains(offered, p) || p.Valid() && offered == nil {
		return p
	}
	if len(offered) > 0 {
		return offered[0]
	}
	return model.PeriodAt(model.Quarter, model.DateOf(t.now, t.store.opt.Zone))
}

// Standings reads how everybody at or below unit stands in a period: each plan
// that has a card or an evaluation there, in the order of employees.
func (d *Desk) Standings(p model.Period, unit model.UnitID) (list []model.Standing, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		tree, err := t.units()
		if err != nil {
			return err
		}
		return t.plansIn(p.Year(), func(plan model.Plan) error {
			ok, err := d.sees(t, model.VerbReadCard, plan.Employee)
			if !ok || err != nil || !tree.Within(plan.Unit, unit) {
				return err
			}
			st, err := t.standing(plan, p)
			if err == nil && (st.Card.HasValues() || st.Evaluation.State != model.EvaluationDraft) {
				list = append(list, st)
			}
			return err
		})
	})
	return list, err
}

func (t *tx) standing(plan model.Plan, p model.Period) (st model.Standing, err error) {
	st = model.Standing{Employee: plan.Employee, Period: p, Plan: plan.In(p)}
	if st.Card, err = t.card(plan, p); err != nil {
		return st, err
	}
	st.Evaluation, err = t.evaluation(plan, p)
	return st, err
}

// Latest reads how some people stand in a period, by their main post's plan;
// who has no plan then is left out. The zero period is the newest in use.
func (d *Desk) Latest(people []model.EmployeeID, p model.Period) (map[model.EmployeeID]model.Standing, error) {
	found := map[model.EmployeeID]model.Standing{}
	err := d.view(model.VerbReadCard, func(t *tx) error {
		if !p.Valid() {
			p = newest(t, nil)
		}
		for _, id := range people {
			ok, err := d.sees(t, model.VerbReadCard, id)
			if err != nil {
				return err
			}
			posts, err := t.posts(id)
			if err != nil {
				return err
			}
			post, held := model.MainPost(posts, p.First(), p.Last())
			if !ok || !held {
				continue
			}
			plan, err := t.plan(model.PlanOf(post.ID, p.Year()))
			if errors.Is(err, model.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			if found[id], err = t.standing(plan, p); err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}
