package store

import (
	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/cabinet"
	"kinerja/store/sight"
	"kinerja/store/users"
)

type (
	// tx is one look at the file, or one change to it.
	tx = cabinet.Tx
	// act is what every fact of one change has in common.
	act = book.Act
)

// Desk is the store as one person may use it: every verb asks access.May, and
// reads leave out what the person may not see.
type Desk struct {
	s     *Store
	actor model.Actor
	paper model.Date // of the actor's Document
}

// As returns the store as actor may use it.
func (s *Store) As(actor model.Actor) *Desk { return &Desk{s: s, actor: actor} }

// Actor is who works at this desk.
func (d *Desk) Actor() model.Actor { return d.actor }

// sight is what this person may see in a look at the file.
func (d *Desk) sight(t *tx) sight.Sight { return sight.Sight{Tx: t, Actor: d.actor} }

// may refuses what this person may not do about employee ("" : about nobody).
func (d *Desk) may(t *tx, verb model.Verb, employee model.EmployeeID) error {
	return d.sight(t).May(verb, employee)
}

// act is what the facts of one change made here have in common.
func (d *Desk) act(verb model.Verb) act { return act{Actor: d.actor, Verb: verb} }

// change runs f in one transaction as this person.
func (d *Desk) change(verb model.Verb, reason string, f func(*tx) error) error {
	a := d.act(verb)
	a.Reason = reason
	return d.s.change(a, func(t *tx) error {
		if err := users.Known(t.Tx, d.actor); err != nil {
			return err
		}
		return f(t)
	})
}

// view runs f in a read transaction.
func (d *Desk) view(verb model.Verb, f func(*tx) error) error {
	return d.s.view(string(verb), func(t *tx) error {
		if err := users.Known(t.Tx, d.actor); err != nil {
			return err
		}
		return f(t)
	})
}
