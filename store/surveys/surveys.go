// Package surveys keeps the surveys of satisfaction in the book: those of one
// unit together, one a period.
package surveys

import (
	"errors"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where surveys stand: a unit's together.
func Shelf() book.Shelf[survey.Survey] {
	return book.Shelf[survey.Survey]{
		Kind: model.KindSurvey, Void: 10,
		ID:    func(s survey.Survey) string { return string(s.ID) },
		Place: func(s survey.Survey) (ledger.Place, error) { return at(s.Unit, s.Period) },
	}
}

func at(unit model.UnitID, p model.Period) (ledger.Place, error) {
	key, err := ledger.IDs(string(unit), string(survey.IDOf(unit, p)))
	return ledger.Place{Bucket: ledger.BucketSurveys, Key: key}, err
}

// At reads the survey of a unit in a period. It reports ErrNotFound where there
// is none, or its making was undone.
func At(t *book.Tx, unit model.UnitID, p model.Period) (survey.Survey, error) {
	place, err := at(unit, p)
	if err != nil {
		return survey.Survey{}, err
	}
	s, err := book.Get(t, Shelf(), place)
	if err == nil && s.Void {
		err = model.ErrNotFound
	}
	return s, err
}

// Of reads the surveys of a unit ("": of all), a unit's in the order of their
// periods.
func Of(t *book.Tx, unit model.UnitID) (list []survey.Survey, err error) {
	in := ledger.Place{Bucket: ledger.BucketSurveys}
	if unit != "" {
		if in.Key, err = ledger.IDs(unit); err != nil {
			return nil, err
		}
	}
	err = book.Each(t, Shelf(), in, func(s survey.Survey) bool {
		if !s.Void {
			list = append(list, s)
		}
		return true
	})
	survey.Sort(list)
	return list, err
}

// Keep keeps a survey that is whole. fresh refuses to take the place of one
// that stands (ErrExists); else there must be one (ErrNotFound).
func Keep(t *book.Tx, s survey.Survey, fresh bool) error {
	if err := s.Check(); err != nil {
		return err
	}
	_, err := At(t, s.Unit, s.Period)
	switch {
	case err == nil && fresh:
		return model.ErrExists
	case errors.Is(err, model.ErrNotFound) && !fresh, err != nil && !errors.Is(err, model.ErrNotFound):
		return err
	}
	_, _, err = book.Put(t, Shelf(), s)
	return err
}
