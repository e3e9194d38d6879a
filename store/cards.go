package store

import (
	"errors"
	"fmt"
	"kinerja/store/ledger"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/sheet"
)

// card reads what a plan reached in a period; the empty card where nothing was
// entered, or where what was entered is gone again.
func (t *tx) card(plan model.Plan, p model.Period) (model.Card, error) {
	at, err := inPart(ledger.BucketCards, uint32(p), plan.Employee, plan.ID)
	if err != nil {
		return model.Card{}, err
	}
	c, err := get(t, cardShelf, at)
	if err == nil && !c.Void && c.HasValues() {
		return c, nil
	}
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return c, err
	}
	plan = plan.In(p)
	in, err := t.instrument(plan.Instrument)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return model.Card{}, err
	}
	return model.CardFor(plan, in, p), nil
}

// Card reads what a plan reached in a period; an empty card where nothing was
// entered.
func (d *Desk) Card(id model.PlanID, p model.Period) (c model.Card, err error) {
	err = d.ofPlan(id, func(t *tx, plan model.Plan) error {
		c, err = t.card(plan, p)
		return err
	})
	return c, err
}

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
func (t *tx) enter(plan model.Plan, p model.Period, entries []model.Entry) (model.Card, error) {
	if err := t.mayEnter(plan, p); err != nil {
		return model.Card{}, err
	}
	c, err := t.card(plan, p)
	if err != nil {
		return c, err
	}
	plan = plan.In(p)
	for _, e := range entries {
		if !slices.ContainsFunc(plan.Measures, func(m model.Measure) bool { return m.ID == e.Measure }) {
			return c, &model.FieldError{Field: "kode", Value: string(e.Measure), Err: model.ErrNotFound}
		}
		if strings.ContainsFunc(e.Note+e.Reason, isControl) {
			return c, &model.FieldError{Field: "catatan", Value: e.Note + e.Reason, Err: model.ErrControl}
		}
		e.Target = c.Entry(e.Measure).Target
		c = c.With(e)
	}
	// An entry that holds nothing is none: "-" gives a cell back.
	c.Entries = slices.DeleteFunc(c.Entries, func(e model.Entry) bool { return e == model.Entry{Measure: e.Measure} })
	return c, nil
}

func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0
}

// mayEnter refuses results for a period outside the plan's year or of an
// evaluation that was shared.
func (t *tx) mayEnter(plan model.Plan, p model.Period) error {
	if !p.Valid() || p.Year() != plan.Year {
		return &model.FieldError{Field: "periode", Value: p.String(), Err: model.ErrBadPeriod}
	}
	ev, err := t.evaluation(plan, p)
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
		list = t.periods()
		return nil
	})
	return list, err
}

// periods lists the periods in which anything was entered or rated.
func (t *tx) periods() []model.Period {
	var list []model.Period
	for _, bucket := range []string{ledger.BucketCards, ledger.BucketEvaluations} {
		for _, n := range t.parts(bucket) {
			list = append(list, model.Period(n))
		}
	}
	slices.SortFunc(list, model.Period.Compare)
	return slices.Compact(list)
}

// results reads every period in which any of somebody's plans has a card or an
// evaluation.
func (t *tx) results(plans []model.Plan) ([]model.Result, error) {
	var list []model.Result
	periods := t.periods()
	for _, plan := range plans {
		for _, p := range periods {
			if p.Year() != plan.Year {
				continue
			}
			r := model.Result{Plan: plan.In(p)}
			var err error
			if r.Card, err = t.card(plan, p); err != nil {
				return nil, err
			}
			if r.Evaluation, err = t.evaluation(plan, p); err != nil {
				return nil, err
			}
			if r.Card.HasValues() || r.Evaluation.Begun() {
				list = append(list, r)
			}
		}
	}
	model.SortResults(list)
	return list, nil
}
