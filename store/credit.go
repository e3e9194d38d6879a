package store

import (
	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/store/cabinet"
	"kinerja/store/credits"
	"kinerja/store/ledger"
	"kinerja/store/sight"
)

// Credit works out somebody's credit points over the years, line by line, with
// what was left out and why.
func (d *Desk) Credit(id model.EmployeeID) (credit.Row, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (credit.Row, error) { return s.Credit(id) })
}

// Credits works out the credit points of everybody in a functional post at or
// below a unit ("": everywhere), by name.
func (d *Desk) Credits(unit model.UnitID) ([]credit.Row, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) ([]credit.Row, error) { return s.Credits(unit) })
}

// SetBase keeps an opening balance of credit points, from its document. Without
// a level or rank those of today are meant. It is never changed: a correction is
// another balance, and the newest holds.
func (d *Desk) SetBase(b credit.Base) (credit.Base, error) {
	err := d.change(model.VerbCreditBase, "", func(t *tx) error {
		if err := d.may(t, model.VerbCreditBase, b.Employee); err != nil {
			return err
		}
		e, err := t.Employee(b.Employee)
		if err != nil {
			return err
		}
		posts, err := t.Posts(b.Employee)
		if err != nil {
			return err
		}
		now := credit.Of(credit.Input{Employee: e, Posts: posts, Today: t.Today()})
		if b.Level == credit.NoLevel {
			if now.Standing != credit.Functional {
				return &model.FieldError{Field: "jabatan", Value: now.Post.Position, Err: credit.ErrNoCredit}
			}
			b.Level = now.Level
		}
		if b.Grade == "" && b.Level == now.Level {
			b.Grade = now.Grade
		}
		b.ID, b.By, b.At, b.Void = credit.ID(ledger.MintID()), d.actor.Employee, t.Now.UnixNano(), false
		earlier, err := credits.Of(t.Tx, b.Employee)
		if err != nil {
			return err
		}
		for _, old := range earlier { // the newest holds, whatever the clock says
			b.At = max(b.At, old.At+1)
		}
		if err := b.Check(t.Today()); err != nil {
			return err
		}
		t.Act.Document = b.Document
		return cabinet.Put(t, b)
	})
	return b, err
}
