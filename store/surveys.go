package store

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/survey"
	"kinerja/store/cabinet"
	"kinerja/store/sight"
	"kinerja/store/surveys"
)

// Surveys reads the surveys of satisfaction at or below a unit ("": everywhere),
// a unit's together, the oldest first.
func (d *Desk) Surveys(unit model.UnitID) ([]survey.Survey, error) {
	return Look(d, model.VerbReadSurveys, func(s sight.Sight) ([]survey.Survey, error) { return s.Surveys(unit) })
}

// AddSurvey keeps the survey of a unit in a period in which it has none yet
// (ErrExists).
func (d *Desk) AddSurvey(s survey.Survey) error {
	return d.keepSurvey(model.VerbAddSurvey, s, "")
}

// ReplaceSurvey puts a survey in the place of the one that the unit has in the
// period (ErrNotFound); what it was stays in the record of changes.
func (d *Desk) ReplaceSurvey(s survey.Survey, reason string) error {
	return d.keepSurvey(model.VerbReplaceSurvey, s, reason)
}

func (d *Desk) keepSurvey(verb model.Verb, s survey.Survey, reason string) error {
	return d.change(verb, reason, func(t *tx) error {
		if err := d.may(t, verb, ""); err != nil {
			return err
		}
		if _, err := t.Unit(s.Unit); err != nil {
			return err
		}
		s.ID = survey.IDOf(s.Unit, s.Period)
		return surveys.Keep(t.Tx, s, verb == model.VerbAddSurvey)
	})
}

// WouldFeed says what taking the index of a unit's survey into the results of
// its people would do, for those for whom this person may enter. It reports
// ErrNotFound where there is no survey.
func (d *Desk) WouldFeed(unit model.UnitID, p model.Period, w survey.Weight) (survey.Feed, error) {
	return Look(d, model.VerbReadSurveys, func(s sight.Sight) (survey.Feed, error) {
		if !access.MayAnybody(d.actor, model.VerbFeedSurvey) {
			return survey.Feed{}, s.May(model.VerbFeedSurvey, "")
		}
		return d.feed(s, unit, p, w)
	})
}

// FeedSurvey takes the index of a unit's survey into the results of its people:
// into cells that are empty or came from the survey before, and with replace
// also into those that somebody typed. It is one change with one undo, and each
// entry keeps where it comes from. What is locked stays. It reports ErrNothing
// where no cell changes.
func (d *Desk) FeedSurvey(unit model.UnitID, p model.Period, w survey.Weight, replace bool) (f survey.Feed, err error) {
	err = d.change(model.VerbFeedSurvey, "", func(t *tx) error {
		if !access.MayAnybody(d.actor, model.VerbFeedSurvey) {
			return d.may(t, model.VerbFeedSurvey, "")
		}
		if f, err = d.feed(d.sight(t), unit, p, w); err != nil {
			return err
		}
		cells := f.Taken(replace)
		if len(cells) == 0 {
			return model.ErrNothing
		}
		for _, c := range cells {
			if err := d.take(t, f.Result, c); err != nil {
				return err
			}
		}
		return nil
	})
	return f, err
}

// take puts an index into one cell; what was noted beside it stays.
func (d *Desk) take(t *tx, r survey.Result, c survey.Cell) error {
	plan, err := t.Plan(c.Plan)
	if err != nil {
		return err
	}
	card, err := t.Card(plan, r.Survey.Period)
	if err != nil {
		return err
	}
	e := card.Entry(c.Measure)
	e.Actual, e.Num, e.Den, e.Source = r.Index, model.Amount{}, model.Amount{}, survey.OriginOf(r).String()
	if card, err = enter(t, plan, r.Survey.Period, []model.Entry{e}); err != nil {
		return err
	}
	return cabinet.Put(t, card)
}

// feed looks at the cells that a survey could fill.
func (d *Desk) feed(s sight.Sight, unit model.UnitID, p model.Period, w survey.Weight) (f survey.Feed, err error) {
	kept, err := surveys.At(s.Tx.Tx, unit, p)
	if err != nil {
		return f, fmt.Errorf("survey %s: %w", p, err)
	}
	f.Result = survey.Of(kept, w)
	if !f.Result.Index.Present() {
		return f, fmt.Errorf("survey %s: %w", p, survey.ErrNoIndex)
	}
	f.Cells, err = s.FedBy(f.Result, func(plan model.Plan) (bool, error) {
		err := mayEnter(s.Tx, plan, p)
		var closed *model.ClosedError
		if errors.Is(err, model.ErrLocked) || errors.As(err, &closed) {
			return true, nil
		}
		return false, err
	})
	return f, err
}
