package store

import (
	"strings"

	"kinerja/model"
	"kinerja/model/closing"
	"kinerja/model/rules"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/sight"
)

// Closings reads what was closed, and opened again, at or below a unit ("":
// everywhere): of one period, or of all where it is zero, the newest first.
func (d *Desk) Closings(p model.Period, unit model.UnitID) ([]closing.Standing, error) {
	return Look(d, model.VerbReadStaff, func(s sight.Sight) ([]closing.Standing, error) { return s.ClosingStandings(p, unit) })
}

// WouldClose says what closing a period of a unit would be about: the units that
// it would hold for, and what stands in the way, seen whole and not only as far
// as this person sees: it is for who may close it (ErrNotAllowed).
func (d *Desk) WouldClose(o closing.Order, book rules.Book) (closing.Preview, error) {
	return Look(d, model.VerbClosePeriod, func(s sight.Sight) (p closing.Preview, err error) {
		unit, err := s.Top(o.Unit)
		if err == nil {
			err = s.May(model.VerbClosePeriod, unit.Head)
		}
		if err != nil {
			return p, err
		}
		return preview(s, o, book)
	})
}

// ClosePeriod closes the period of a unit, and of those below it without a head
// of their own. What still stands in the way is kept with the one reason for
// leaving it; without a reason it is refused (ErrReason). From then on what
// closing.Locks names is refused there (ClosedError).
func (d *Desk) ClosePeriod(o closing.Order, book rules.Book) (c closing.Closing, err error) {
	err = d.change(model.VerbClosePeriod, o.Reason, func(t *tx) error {
		unit, err := t.Top(o.Unit)
		if err != nil {
			return err
		}
		if err := d.may(t, model.VerbClosePeriod, unit.Head); err != nil {
			return err
		}
		p, err := preview(d.sight(t), o, book)
		if err != nil {
			return err
		}
		if c, err = t.Closing(p.Unit.ID, p.Period); err != nil {
			return err
		}
		act := d.actOf(t, o)
		for _, x := range p.Obstacles {
			act.Left = append(act.Left, closing.Left{ID: model.ElementID(ledger.MintID()), Employee: x.Staff.Employee, Plan: x.Plan, Kind: x.Kind.String(), Head: x.Head})
		}
		if c, err = closing.Close(c, p.Units, act); err != nil {
			return err
		}
		return cabinet.Put(t, c)
	})
	return c, err
}

// ReopenPeriod opens a closed period again, with a reason.
func (d *Desk) ReopenPeriod(o closing.Order) (c closing.Closing, err error) {
	err = d.change(model.VerbReopenPeriod, o.Reason, func(t *tx) error {
		unit, err := t.Top(o.Unit)
		if err != nil {
			return err
		}
		if err := d.may(t, model.VerbReopenPeriod, unit.Head); err != nil {
			return err
		}
		if c, err = t.Closing(unit.ID, o.Period); err != nil {
			return err
		}
		if c, err = closing.Reopen(c, d.actOf(t, o)); err != nil {
			return err
		}
		return cabinet.Put(t, c)
	})
	return c, err
}

// actOf is an act of this person, today.
func (d *Desk) actOf(t *tx, o closing.Order) closing.Act {
	return closing.Act{ID: model.ElementID(ledger.MintID()), By: d.actor.Employee, On: t.Today(), Reason: strings.TrimSpace(o.Reason)}
}

// preview sees a period of a unit whole: whoever closes it closes it for all.
func preview(s sight.Sight, o closing.Order, book rules.Book) (p closing.Preview, err error) {
	if p.Unit, err = s.Top(o.Unit); err != nil {
		return p, err
	}
	tree, err := s.Units()
	if err != nil {
		return p, err
	}
	whole := sight.NewAgenda(sight.AgendaQuery{Period: o.Period, Unit: p.Unit.ID, Rules: book})
	s.Actor = model.Owner("", "")
	for more := true; more; {
		if more, err = whole.Look(s); err != nil {
			return p, err
		}
	}
	a := whole.Done()
	p.Period, p.Units = a.Period, closing.Covered(tree, p.Unit.ID)
	p.Obstacles = closing.In(p.Units, a.Obstacles)
	p.Closing, err = s.Closing(p.Unit.ID, p.Period)
	return p, err
}
