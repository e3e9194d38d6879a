package store

import (
	"kinerja/model"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/spans"
)

// AddEmployee puts a person and their post on the staff list. Identities are
// minted here. The number must be new; who is not ASN and has none gets one of
// ours.
func (d *Desk) AddEmployee(e model.Employee, p model.Post) (model.Employee, error) {
	e.ID = model.EmployeeID(ledger.MintID())
	p.ID, p.Employee = model.PostID(ledger.MintID()), e.ID
	err := d.change(model.VerbAddEmployee, "", func(t *tx) error {
		if err := d.may(t, model.VerbAddEmployee, ""); err != nil {
			return err
		}
		return hire(t, &e, p)
	})
	return e, err
}

// hire puts a new person and their post; who is not ASN gets a number of ours
// where there is none.
func hire(t *tx, e *model.Employee, p model.Post) error {
	if err := numbered(t, e); err != nil {
		return err
	}
	if err := t.CheckEmployee(*e); err != nil {
		return err
	}
	if err := cabinet.Put(t, *e); err != nil {
		return err
	}
	if err := t.CheckPost(p); err != nil {
		return err
	}
	return cabinet.Put(t, p)
}

// numbered gives who is not ASN a number of ours where there is none.
func numbered(t *tx, e *model.Employee) (err error) {
	if e.Number == "" && e.Kind == model.NonASN {
		e.Number, err = t.Names.Unborne()
	}
	return err
}

// EditEmployee corrects a person's record.
func (d *Desk) EditEmployee(e model.Employee, reason string) error {
	return d.change(model.VerbEditEmployee, reason, func(t *tx) error {
		if err := d.may(t, model.VerbEditEmployee, e.ID); err != nil {
			return err
		}
		if _, err := t.Employee(e.ID); err != nil {
			return err
		}
		if err := t.CheckEmployee(e); err != nil {
			return err
		}
		return cabinet.Put(t, e)
	})
}

// AddPost gives a person another post.
func (d *Desk) AddPost(p model.Post) (model.Post, error) {
	p.ID = model.PostID(ledger.MintID())
	return p, d.savePost(model.VerbAddPost, p, "")
}

// EditPost corrects a post, or ends it.
func (d *Desk) EditPost(p model.Post, reason string) error {
	return d.savePost(model.VerbEditPost, p, reason)
}

func (d *Desk) savePost(verb model.Verb, p model.Post, reason string) error {
	return d.change(verb, reason, func(t *tx) error {
		if err := d.may(t, verb, p.Employee); err != nil {
			return err
		}
		if err := t.CheckPost(p); err != nil {
			return err
		}
		return spans.Hold(t, p)
	})
}
