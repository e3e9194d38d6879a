package store

import (
	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/store/history"
	"kinerja/store/ledger"
)

// EnterMany keeps what was reached on measures of many plans in a period, as
// Enter does for one: all of it in one change with one undo, or nothing. It
// returns the cards in the order of list.
func (d *Desk) EnterMany(p model.Period, list []sheet.Filled, reason string) (cards []model.Card, err error) {
	err = d.change(model.VerbEnter, reason, func(t *tx) error {
		cards = make([]model.Card, len(list))
		for i, f := range list {
			if cards[i], err = d.fill(t, p, f); err != nil {
				return err
			}
		}
		return nil
	})
	return cards, err
}

// fill keeps what was reached on measures of one plan.
func (d *Desk) fill(t *tx, p model.Period, f sheet.Filled) (c model.Card, err error) {
	plan, err := t.plan(f.Plan)
	if err != nil {
		return c, err
	}
	if err := d.may(t, model.VerbEnter, plan.Employee); err != nil {
		return c, err
	}
	old, err := t.card(plan, p)
	if err != nil {
		return c, err
	}
	if c, err = t.enter(plan, p, f.Entries); err != nil {
		return c, err
	}
	if !old.HasValues() && !c.HasValues() {
		return c, nil // "-" in an empty cell makes no card
	}
	return c, put(t, cardShelf, c)
}

// Trace reads where the value of a measure in a period comes from: what was
// reached before it in the year, and, for who may read the record, who changed
// it last.
func (d *Desk) Trace(id model.PlanID, p model.Period, measure model.ElementID) (tr sheet.Trace, err error) {
	err = d.ofPlan(id, func(t *tx, plan model.Plan) error {
		for _, period := range t.periods() {
			if period.Year() != plan.Year || period.Compare(p) >= 0 {
				continue
			}
			c, err := t.card(plan, period)
			if err != nil {
				return err
			}
			if e := c.Entry(measure); e.Actual.Present() {
				tr.Past = append(tr.Past, sheet.Past{Period: period, Entry: e})
			}
		}
		ok, err := d.sees(t, model.VerbReadFacts, plan.Employee)
		if err != nil || !ok {
			return err
		}
		return t.lastHand(plan, p, measure, &tr)
	})
	return tr, err
}

// lastHand finds out who changed the entry of a measure last.
func (t *tx) lastHand(plan model.Plan, p model.Period, measure model.ElementID, tr *sheet.Trace) error {
	at, err := inPart(ledger.BucketCards, uint32(p), plan.Employee, plan.ID)
	if err != nil {
		return err
	}
	facts, err := t.About([]ledger.Place{at}, 0)
	if err != nil {
		return err
	}
	for _, f := range facts {
		if !history.TouchesEntry(f.Payload.Differences, measure) {
			continue
		}
		tr.Actor, tr.At = f.Header.Actor, f.Header.At
		if e, err := t.employee(model.EmployeeID(tr.Actor)); err == nil {
			tr.Name = e.FullName()
		}
		return nil
	}
	return nil
}
