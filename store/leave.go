package store

import (
	"errors"
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/store/leaves"
	"kinerja/store/ledger"
	"kinerja/store/sight"
	"kinerja/store/spans"
)

// AddLeave keeps a leave of somebody: their plans say from then on when they are
// away. Where it reduces targets, those that add up become what the days that
// remain come to; a period that was shared and is not final yet refuses that
// (planning.ToldError), and so does a closed one.
func (d *Desk) AddLeave(l leave.Leave) (leave.Leave, error) {
	l.ID, l.Void, l.Letter = leave.ID(ledger.MintID()), false, strings.TrimSpace(l.Letter)
	a := d.act(model.VerbAddLeave)
	a.Document = l.Letter
	err := d.s.change(a, func(t *tx) error { return d.keepLeave(t, model.VerbAddLeave, l) })
	return l, err
}

func (d *Desk) keepLeave(t *tx, verb model.Verb, l leave.Leave) error {
	if err := d.may(t, verb, l.Employee); err != nil {
		return err
	}
	if _, err := t.Employee(l.Employee); err != nil {
		return err
	}
	others, err := leaves.Of(t.Tx, l.Employee)
	if err == nil {
		err = l.Check(others)
	}
	if err != nil {
		return err
	}
	return spans.BeAway(t, l)
}

// RemoveLeave takes a leave off somebody's list: it was not taken, or stands
// there again with other days. The record of changes keeps it.
func (d *Desk) RemoveLeave(who model.EmployeeID, id leave.ID, reason string) error {
	return d.change(model.VerbRemoveLeave, reason, func(t *tx) error {
		if err := d.may(t, model.VerbRemoveLeave, who); err != nil {
			return err
		}
		l, err := leaves.Get(t.Tx, who, id)
		if err != nil {
			return fmt.Errorf("leave %s: %w", id, err)
		}
		l.Void = true
		return spans.BeAway(t, l)
	})
}

// Leaves lists the leaves that are asked for, as far as this person may read the
// results of whom they are of, in the order of their days.
func (d *Desk) Leaves(q leave.Query) ([]leave.Row, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (list []leave.Row, err error) {
		all, err := leaves.All(s.Tx.Tx)
		if q.Employee != "" {
			all, err = leaves.Of(s.Tx.Tx, q.Employee)
		}
		if err != nil {
			return nil, err
		}
		tree, err := s.Units()
		if err != nil {
			return nil, err
		}
		sees := map[model.EmployeeID]bool{}
		for _, l := range all {
			if !q.Asks(l) {
				continue
			}
			if _, asked := sees[l.Employee]; !asked {
				if sees[l.Employee], err = s.Sees(model.VerbReadCard, l.Employee); err != nil {
					return nil, err
				}
			}
			row, err := lineOf(s, l.Employee)
			if err != nil {
				return nil, err
			}
			if sees[l.Employee] && (q.Unit == "" || tree.Within(row.Unit, q.Unit)) {
				list = append(list, leave.Row{Leave: l, Staff: row})
			}
		}
		return list, nil
	})
}

// lineOf is the line of somebody in lists; with the identity alone where none is.
func lineOf(s sight.Sight, id model.EmployeeID) (model.StaffRow, error) {
	e, listed, err := s.Names.Line(id)
	if errors.Is(err, model.ErrNotFound) || err == nil && !listed {
		return model.StaffRow{Employee: id}, nil
	}
	return e.Row(), err
}
