// Package sight is the file as one person may see it: lists of staff, grids of
// results, boards, agendas, plans, profiles, conversations and the record of
// changes, each put together in one look. Whatever the person may not see is
// left out; a thing asked for by name is refused.
//
// A verb of store.Desk opens the look, asks here, and hands on what it gets.
// Nothing is kept here.
package sight

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/tenure"
	"kinerja/store/cabinet"
	"kinerja/store/selfview"
	"kinerja/store/users"
)

// Sight is what one person may see in one look at the file.
type Sight struct {
	*cabinet.Tx
	Actor model.Actor
}

// SelfView is how staff see their own work, as this person may see it.
func (s Sight) SelfView() selfview.View { return selfview.View{Tx: s.Tx, Actor: s.Actor, May: s.May} }

// May refuses what this person may not do about employee ("" : about nobody).
func (s Sight) May(verb model.Verb, employee model.EmployeeID) error {
	if err := users.Known(s.Tx.Tx, s.Actor); err != nil {
		return err
	}
	if employee != "" && employee == s.Actor.Employee && access.Judges(verb) {
		return s.oneself(employee)
	}
	if access.May(s.Actor, verb, model.RelNone) {
		return nil
	}
	rels, err := s.relations(s.Actor, employee)
	if err != nil {
		return err
	}
	for _, rel := range rels {
		if access.May(s.Actor, verb, rel) {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", verb, model.ErrNotAllowed)
}

// oneself refuses a judgement of one's own work, and names who gives it.
func (s Sight) oneself(employee model.EmployeeID) error {
	post, _, err := s.MainPost(employee)
	if err != nil {
		return err
	}
	if post.Evaluator == "" {
		return &model.OneselfError{}
	}
	above, err := s.Employee(post.Evaluator)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	return &model.OneselfError{Evaluator: above.FullName()}
}

// Sees is May as a question.
func (s Sight) Sees(verb model.Verb, employee model.EmployeeID) (bool, error) {
	err := s.May(verb, employee)
	if err == nil || refused(err) {
		return err == nil, nil
	}
	return false, err
}

// refused reports whether an error is the answer of May.
func refused(err error) bool { return errors.Is(err, model.ErrNotAllowed) }

// relations says how actor stands to employee, today.
func (s Sight) relations(actor model.Actor, employee model.EmployeeID) ([]model.Relation, error) {
	if employee == "" || actor.Employee == "" {
		return nil, nil
	}
	var rels []model.Relation
	if actor.Employee == employee {
		rels = append(rels, model.RelSelf)
	}
	mine, err := s.Posts(actor.Employee)
	if err != nil {
		return nil, err
	}
	if tenure.Rates(mine, employee, s.Today()) {
		rels = append(rels, model.RelLeader)
	}
	list, err := s.Posts(employee)
	post, ok := s.Main(list)
	if err != nil || !ok {
		return rels, err
	}
	if tenure.Rates(list, actor.Employee, s.Today()) {
		rels = append(rels, model.RelEvaluator)
	}
	if post.Evaluator != "" {
		above, ok, err := s.MainPost(post.Evaluator)
		if err != nil {
			return nil, err
		}
		if ok && above.Evaluator == actor.Employee {
			rels = append(rels, model.RelSuperior)
		}
	}
	if own, ok := s.Main(mine); ok && own.Unit == post.Unit {
		rels = append(rels, model.RelUnit)
	}
	return rels, nil
}

// Relations says how this person stands to somebody, today.
func (s Sight) Relations(employee model.EmployeeID) ([]model.Relation, error) {
	return s.relations(s.Actor, employee)
}

// ByID reads a plan that this person may see, with its measures.
func (s Sight) ByID(id model.PlanID) (model.Plan, error) {
	plan, err := s.Plan(id)
	if err != nil {
		return plan, err
	}
	return plan, s.May(model.VerbReadCard, plan.Employee)
}
