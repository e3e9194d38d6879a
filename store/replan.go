package store

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
)

// replan brings the cards of a plan that is put with another content to it. It
// refuses where results were entered or an evaluation was begun since the table
// was read: these belong to what the person was told.
func (t *tx) replan(p model.Plan) error {
	old, err := t.plan(p.ID)
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	if err != nil || old.Instrument == p.Instrument && old.Version == p.Version && slices.Equal(old.Measures, p.Measures) {
		return err
	}
	in, err := t.instrument(p.Instrument)
	if err != nil {
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
		card, err := t.card(p, period)
		if err != nil {
			return err
		}
		if ev.State != model.EvaluationDraft || card.HasValues() {
			return fmt.Errorf("plan of %s, %s: %w", p.Employee, period, model.ErrChanged)
		}
		// Values that were taken out again leave a card of the old instrument.
		if fresh := model.CardFor(p, in, period); card.Instrument != fresh.Instrument || card.Version != fresh.Version {
			if err := put(t, cardShelf, fresh); err != nil {
				return err
			}
		}
	}
	return nil
}
