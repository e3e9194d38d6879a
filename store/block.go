package store

import (
	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/store/cabinet"
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
	plan, err := t.Plan(f.Plan)
	if err != nil {
		return c, err
	}
	if err := d.may(t, model.VerbEnter, plan.Employee); err != nil {
		return c, err
	}
	old, err := t.Card(plan, p)
	if err != nil {
		return c, err
	}
	if c, err = enter(t, plan, p, f.Entries); err != nil {
		return c, err
	}
	if !old.HasValues() && !c.HasValues() {
		return c, nil // "-" in an empty cell makes no card
	}
	return c, cabinet.Put(t, c)
}
