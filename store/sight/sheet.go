package sight

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/names"
)

// Sheet reads the grid of results of one instrument in one period, for the
// people at or below unit ("": all). The zero period is the newest in use; an
// empty instrument is the first that has plans.
func (s Sight) Sheet(p model.Period, in model.InstrumentID, unit model.UnitID) (sh model.Sheet, err error) {
	b := sheetMaker{s: s, unit: unit, sheet: &sh}
	return sh, b.run(p, in)
}

// sheetMaker is one run of Sheet.
type sheetMaker struct {
	s     Sight
	unit  model.UnitID
	sheet *model.Sheet
}

func (b *sheetMaker) run(p model.Period, in model.InstrumentID) error {
	b.sheet.Periods = b.s.Offered()
	if !p.Valid() {
		p = b.s.Usual(b.sheet.Periods)
	}
	b.sheet.Period = p
	plans := map[model.InstrumentID][]model.Plan{}
	tree, err := b.s.Units()
	if err != nil {
		return err
	}
	if err := b.s.PlansIn(p.Year(), func(plan model.Plan) error {
		if plan = plan.In(p); !tree.Within(plan.Unit, b.unit) {
			return nil
		}
		ok, err := b.s.Sees(model.VerbReadCard, plan.Employee)
		if ok {
			plans[plan.Instrument] = append(plans[plan.Instrument], plan)
		}
		return err
	}); err != nil {
		return err
	}
	for id := range plans {
		in, err := b.s.Instrument(id)
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
	if err := b.rows(plans[b.sheet.Instrument.ID]); err != nil {
		return err
	}
	var units []model.UnitID
	for _, r := range b.sheet.Rows {
		if !slices.Contains(units, r.Plan.Unit) {
			units = append(units, r.Plan.Unit)
		}
	}
	b.sheet.Closed, err = b.s.ClosedFor(units, p)
	return err
}

func (b *sheetMaker) rows(plans []model.Plan) error {
	byID := map[model.EmployeeID]names.Entry{}
	list, err := b.s.Names.All()
	if err != nil {
		return err
	}
	for _, e := range list {
		byID[e.Employee] = e
	}
	for _, plan := range plans {
		_, held, err := b.s.HeldIn(plan, b.sheet.Period)
		if err != nil {
			return err
		}
		e, known := byID[plan.Employee]
		if !known || e.Hidden || !held {
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
	if row.Card, err = b.s.Card(plan, b.sheet.Period); err != nil {
		return row, err
	}
	if prev := b.sheet.Period.Prev(); prev.Year() == plan.Year {
		row.Before, err = b.s.Card(plan, prev)
	} else {
		row.Before, err = b.s.Card(model.Plan{
			ID: model.PlanOf(plan.Post, prev.Year()), Employee: plan.Employee, Instrument: plan.Instrument, Measures: plan.Measures,
		}, prev)
	}
	if err != nil {
		return row, err
	}
	ev, err := b.s.Evaluation(plan, b.sheet.Period)
	if err != nil {
		return row, err
	}
	row.State = ev.State
	may, err := b.s.Sees(model.VerbEnter, plan.Employee)
	row.Reads = !may
	return row, err
}
