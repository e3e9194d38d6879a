package store

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store/ledger"
)

// SetTargets gives plans other targets, or another instrument, from a period
// on: one change, one undo. A plan that was agreed is agreed anew, on the
// document named; its earlier agreements stay, and the periods before keep what
// they were measured by. Results entered in the periods that it reaches are
// compared with the new targets. Plans that are in the way themselves (a period
// that was shared, values the new instrument has no indicator for) are passed
// over and named; where nothing is left to change, the first of them is the
// error.
func (d *Desk) SetTargets(o planning.TargetOrder) (r planning.Revised, err error) {
	a := d.act(model.VerbEditPlan)
	a.Document, a.Reason = o.Document, o.Reason
	err = d.s.change(a, func(t *tx) error {
		r = planning.Revised{}
		today := model.DateOf(t.now, t.store.opt.Zone)
		if o.On.IsZero() {
			o.On = today
		}
		if o.On > today {
			return &model.FieldError{Field: "date", Value: o.On.String(), Err: model.ErrFuture}
		}
		for _, id := range o.Plans {
			did, who, err := d.revise(t, id, o)
			switch {
			case planning.Passes(err):
				r.Skipped = append(r.Skipped, planning.Skip{Plan: id, Employee: who, Err: err})
			case err != nil:
				return err
			case did:
				r.Changed++
			default:
				r.Same++
			}
		}
		if r.Changed == 0 && len(r.Skipped) > 0 {
			return fmt.Errorf("plan of %s: %w", r.Skipped[0].Employee, r.Skipped[0].Err)
		}
		return nil
	})
	return r, err
}

func (d *Desk) revise(t *tx, id model.PlanID, o planning.TargetOrder) (did bool, who model.EmployeeID, err error) {
	old, err := t.plan(id)
	if err != nil {
		return false, "", err
	}
	if err := d.may(t, model.VerbEditPlan, old.Employee); err != nil {
		return false, old.Employee, err
	}
	plan, err := planning.Ordered(old, o, t.instrument, model.Word{
		ID: model.ElementID(ledger.MintID()), Whose: old.Employee, By: d.actor.Employee, Via: model.Recorded,
		Document: o.Document, On: o.On,
	})
	if err != nil || planning.ContentOf(plan).Same(planning.ContentOf(old)) && len(plan.Agreements) == len(old.Agreements) {
		return false, old.Employee, err
	}
	cards, err := t.recards(old, plan)
	if err != nil {
		return false, old.Employee, err
	}
	in, err := t.instrument(plan.Instrument)
	if err == nil {
		err = t.freeze(in)
	}
	if err == nil || errors.Is(err, model.ErrNotFound) {
		err = t.putPlan(plan)
	}
	for _, card := range cards {
		if err == nil {
			err = put(t, cardShelf, card)
		}
	}
	return err == nil, old.Employee, err
}

// recards are the cards of a plan that becomes another, by the targets that hold
// in their periods then. It refuses to move what was shared (ToldError).
func (t *tx) recards(old, plan model.Plan) ([]model.Card, error) {
	var cards []model.Card
	for _, p := range t.periods() {
		if p.Year() != plan.Year || planning.ContentOf(old.In(p)).Same(planning.ContentOf(plan.In(p))) {
			continue
		}
		ev, err := t.evaluation(old, p)
		if err != nil {
			return nil, err
		}
		if told, is := planning.ToldBy(ev); is {
			return nil, &planning.ToldError{Employee: plan.Employee, Told: told}
		}
		card, err := t.card(old, p)
		if err != nil {
			return nil, err
		}
		if !card.HasValues() {
			continue
		}
		in, err := t.instrument(plan.In(p).Instrument)
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return nil, err
		}
		if card, err = planning.Recard(card, plan, in); err != nil {
			return nil, err
		}
		cards = append(cards, card)
	}
	return cards, nil
}

// unmoved refuses to take a plan back to what would move a period that was
// shared since.
func (t *tx) unmoved(back model.Plan) error {
	now, err := t.plan(back.ID)
	if errors.Is(err, model.ErrNotFound) || back.Void {
		return nil
	}
	if err == nil {
		back, err = t.full(back)
	}
	if err == nil {
		_, err = t.recards(now, back)
	}
	if errors.Is(err, model.ErrEntered) {
		err = model.ErrChanged
	}
	return err
}

// Told lists, of some plans, the periods whose evaluation was shared: their
// targets stay. starts are the periods from which an agreement may hold.
func (d *Desk) Told(plans []model.PlanID) (told map[model.PlanID][]planning.Told, starts []model.Period, err error) {
	told = map[model.PlanID][]planning.Told{}
	err = d.view(model.VerbReadCard, func(t *tx) error {
		periods := t.periods()
		for _, id := range plans {
			plan, err := t.plan(id)
			if err == nil {
				err = d.may(t, model.VerbReadCard, plan.Employee)
			}
			if err != nil {
				return err
			}
			starts = planning.Starts(plan.Year, periods)
			for _, p := range periods {
				if p.Year() != plan.Year {
					continue
				}
				ev, err := t.evaluation(plan, p)
				if err != nil {
					return err
				}
				if one, is := planning.ToldBy(ev); is {
					told[id] = append(told[id], one)
				}
			}
		}
		return nil
	})
	return told, starts, err
}

// replan refuses a plan that is put with another content where results were
// entered or an evaluation was begun since the table was read: these belong to
// what the person was told.
func (t *tx) replan(p model.Plan) error {
	old, err := t.plan(p.ID)
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	if err != nil || planning.ContentOf(old).Same(planning.ContentOf(p)) {
		return err
	}
	for _, period := range t.periods() {
		if period.Year() != p.Year {
			continue
		}
		ev, err := t.evaluation(old, period)
		if err != nil {
			return err
		}
		card, err := t.card(old, period)
		if err != nil {
			return err
		}
		if ev.State != model.EvaluationDraft || card.HasValues() {
			return fmt.Errorf("plan of %s, %s: %w", p.Employee, period, model.ErrChanged)
		}
	}
	return nil
}
