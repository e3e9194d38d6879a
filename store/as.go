package store

import (
	"errors"
	"fmt"

	"kinerja/model"
)

// Desk is the store as one person may use it: every verb asks model.May, and
// reads leave out what the person may not see.
type Desk struct {
	s     *Store
	actor model.Actor
}

// As returns the store as actor may use it.
func (s *Store) As(actor model.Actor) *Desk { return &Desk{s: s, actor: actor} }

// Actor is who works at this desk.
func (d *Desk) Actor() model.Actor { return d.actor }

// act is what the facts of one change made here have in common.
func (d *Desk) act(verb model.Verb) act { return act{Actor: d.actor, Verb: verb} }

// may refuses what this person may not do about employee ("" : about nobody).
func (d *Desk) may(t *tx, verb model.Verb, employee model.EmployeeID) error {
	if employee != "" && employee == d.actor.Employee && model.Judges(verb) {
		return t.oneself(employee)
	}
	if model.May(d.actor, verb, model.RelNone) {
		return nil
	}
	rels, err := t.relations(d.actor, employee)
	if err != nil {
		return err
	}
	for _, rel := range rels {
		if model.May(d.actor, verb, rel) {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", verb, model.ErrNotAllowed)
}

// oneself refuses a judgement of one's own work, and names who gives it.
func (t *tx) oneself(employee model.EmployeeID) error {
	post, _, err := t.mainPost(employee)
	if err != nil {
		return err
	}
	if post.Evaluator == "" {
		return &model.OneselfError{}
	}
	above, err := t.employee(post.Evaluator)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	return &model.OneselfError{Evaluator: above.FullName()}
}

// sees is may as a question.
func (d *Desk) sees(t *tx, verb model.Verb, employee model.EmployeeID) (bool, error) {
	err := d.may(t, verb, employee)
	if err == nil {
		return true, nil
	}
	if refused(err) {
		return false, nil
	}
	return false, err
}

// refused reports whether an error is the answer of May.
func refused(err error) bool { return errors.Is(err, model.ErrNotAllowed) }

// relations says how actor stands to employee, today.
func (t *tx) relations(actor model.Actor, employee model.EmployeeID) ([]model.Relation, error) {
	if employee == "" || actor.Employee == "" {
		return nil, nil
	}
	var rels []model.Relation
	if actor.Employee == employee {
		rels = append(rels, model.RelSelf)
	}
	post, ok, err := t.mainPost(employee)
	if err != nil || !ok {
		return rels, err
	}
	if post.Evaluator == actor.Employee {
		rels = append(rels, model.RelEvaluator)
	}
	if post.Evaluator != "" {
		above, ok, err := t.mainPost(post.Evaluator)
		if err != nil {
			return nil, err
		}
		if ok && above.Evaluator == actor.Employee {
			rels = append(rels, model.RelSuperior)
		}
	}
	own, ok, err := t.mainPost(actor.Employee)
	if err == nil && ok && own.Unit == post.Unit {
		rels = append(rels, model.RelUnit)
	}
	return rels, err
}

// change runs f in one transaction as this person.
func (d *Desk) change(verb model.Verb, reason string, f func(*tx) error) error {
	a := d.act(verb)
	a.Reason = reason
	return d.s.change(a, f)
}

// view runs f in a read transaction.
func (d *Desk) view(verb model.Verb, f func(*tx) error) error { return d.s.view(string(verb), f) }
