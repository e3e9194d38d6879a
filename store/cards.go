package store

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/sheet"
)

// Enter keeps what was reached on some measures of a plan in a period: one
// change, one undo. Entries replace what was entered for their measures; own
// targets stay. Results of an evaluation that was shared are locked.
func (d *Desk) Enter(id model.PlanID, p model.Period, entries []model.Entry, reason string) (model.Card, error) {
	cards, err := d.EnterMany(p, []sheet.Filled{{Plan: id, Entries: entries}}, reason)
	if err != nil {
		return model.Card{}, err
	}
	return cards[0], nil
}

// enter returns the card with the entries in it, unless a rule forbids it.
func enter(t *tx, plan model.Plan, p model.Period, entries []model.Entry) (model.Card, error) {
	if err := mayEnter(t, plan, p); err != nil {
		return model.Card{}, err
	}
	c, err := t.Card(plan, p)
	if err != nil {
		return c, err
	}
	plan = plan.In(p)
	for _, e := range entries {
		at := slices.IndexFunc(plan.Measures, func(m model.Measure) bool { return m.ID == e.Measure })
		if at < 0 {
			return c, &model.FieldError{Field: "kode", Value: string(e.Measure), Err: model.ErrNotFound}
		}
		if err := planning.Takes(plan, e); err != nil {
			return c, &model.FieldError{Field: "kode", Value: plan.Measures[at].Gauge.Code, Err: err}
		}
		if strings.ContainsFunc(e.Note+e.Reason, isControl) {
			return c, &model.FieldError{Field: "catatan", Value: e.Note + e.Reason, Err: model.ErrControl}
		}
		e.Target = c.Entry(e.Measure).Target
		c = c.With(e.Following(c.Entry(e.Measure)))
	}
	// An entry that holds nothing is none: "-" gives a cell back.
	c.Entries = slices.DeleteFunc(c.Entries, func(e model.Entry) bool { return e == model.Entry{Measure: e.Measure} })
	return c, nil
}

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0
}

// mayEnter refuses results for a period outside the plan's year, of an
// evaluation that was shared, and of a period that is closed.
func mayEnter(t *tx, plan model.Plan, p model.Period) error {
	if !p.Valid() || p.Year() != plan.Year {
		return &model.FieldError{Field: "periode", Value: p.String(), Err: model.ErrBadPeriod}
	}
	if err := t.StillOpen(plan.Unit, p); err != nil { // first: to withdraw what was shared would be refused too
		return err
	}
	ev, err := t.Evaluation(plan, p)
	if err != nil {
		return err
	}
	if ev.LocksCard() {
		return fmt.Errorf("%s: %w", ev.State, model.ErrLocked)
	}
	return nil
}

// Periods lists the periods in which something was entered or rated, oldest
// first.
func (d *Desk) Periods() (list []model.Period, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		list = t.Periods()
		return nil
	})
	return list, err
}
