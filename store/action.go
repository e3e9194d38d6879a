package store

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/store/actions"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/sight"
)

// Actions reads the action plan of a plan in a period, with its evidence; an empty
// one where nothing is written yet. The zero period is the newest in use.
func (d *Desk) Actions(id model.PlanID, p model.Period) (action.Standing, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (st action.Standing, err error) {
		plan, err := s.ByID(id)
		if err != nil {
			return st, err
		}
		if p == 0 {
			p = s.UsualFor(plan)
		}
		st.Plan = plan.In(p)
		line, _, err := s.Names.Line(plan.Employee)
		if err != nil {
			return st, err
		}
		st.Staff = line.Row()
		if st.Sheet, err = actions.Of(s.Tx.Tx, plan, p); err != nil {
			return st, err
		}
		st.Lock = mayEnter(s.Tx, plan, p)
		if st.Lock == nil {
			st.Lock = s.May(model.VerbPlanAction, plan.Employee)
		}
		if !errors.Is(st.Lock, model.ErrLocked) && !errors.Is(st.Lock, model.ErrNotAllowed) {
			err, st.Lock = st.Lock, nil
		}
		return st, err
	})
}

// ChangeActions changes the action plan of a plan in a period: one change, one
// undo. All changes are of one verb. It is locked like results: by an evaluation
// that was shared (ErrLocked), and in a closed period (ClosedError).
func (d *Desk) ChangeActions(id model.PlanID, p model.Period, changes ...action.Change) (s action.Sheet, err error) {
	if len(changes) == 0 {
		return s, model.ErrNothing
	}
	verb := changes[0].Verb
	err = d.change(verb, "", func(t *tx) error {
		plan, err := t.Plan(id)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if err := d.may(t, c.Verb, plan.Employee); err != nil {
				return err
			}
		}
		if err := mayEnter(t, plan, p); err != nil {
			return err
		}
		if s, err = actions.Of(t.Tx, plan, p); err != nil {
			return err
		}
		by := action.Hand{Mint: func() model.ElementID { return model.ElementID(ledger.MintID()) }, Today: t.Today()}
		if s, err = action.Make(s, plan, by, changes...); err != nil {
			return err
		}
		return cabinet.Put(t, s)
	})
	return s, err
}

// keepSheet refuses what ChangeActions would refuse.
func (d *Desk) keepSheet(t *tx, verb model.Verb, s action.Sheet) error {
	if err := d.may(t, verb, s.Employee); err != nil {
		return err
	}
	plan, err := t.Plan(s.Plan)
	if err == nil {
		err = errors.Join(mayEnter(t, plan, s.Period), s.Check(plan))
	}
	if err != nil {
		return fmt.Errorf("action %s: %w", s.Period, err)
	}
	return cabinet.Put(t, s)
}
