// Package tables takes tables that people keep into a file: it shows to
// store/intake what the file knows, keeps a backup before anything is written,
// and says what was refused, in words. The command line and the page do the
// same by it.
package tables

import (
	"iter"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store"
	"kinerja/store/intake"
)

type snapshot struct {
	desk *store.Desk
	unit *model.Unit
}

// By returns what somebody's file knows. Without a file (nil) that is nothing but
// the unit that is to be made, where there is one.
func By(desk *store.Desk, unit *model.Unit) intake.Snapshot { return snapshot{desk, unit} }

func (s snapshot) Units() (model.Units, error) {
	units := model.Units{}
	var err error
	if s.desk != nil {
		units, err = s.desk.Units()
	}
	if s.unit != nil && err == nil {
		units[s.unit.ID] = *s.unit
	}
	return units, err
}

func (s snapshot) Surveys() ([]survey.Survey, error) {
	if s.desk == nil {
		return nil, nil
	}
	return s.desk.Surveys("")
}

func (s snapshot) Instruments() ([]model.Instrument, error) {
	if s.desk == nil {
		return nil, nil
	}
	return s.desk.Instruments()
}

func (s snapshot) People() iter.Seq2[intake.Person, error] {
	return each(s.desk, (*store.Desk).People, func(p store.Person) intake.Person { return intake.Person(p) })
}

func (s snapshot) Plans(year int) iter.Seq2[model.Plan, error] {
	return each(s.desk, func(d *store.Desk) ([]model.Plan, error) { return d.Plans(year, "") }, func(p model.Plan) model.Plan { return p })
}

func (s snapshot) Standings(p model.Period) iter.Seq2[model.Standing, error] {
	return each(s.desk, func(d *store.Desk) ([]model.Standing, error) { return d.Standings(p, "") },
		func(s model.Standing) model.Standing { return s })
}

// each gives a list that is read at once one thing at a time; nothing without
// a file.
func each[F, T any](d *store.Desk, read func(*store.Desk) ([]F, error), as func(F) T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if d == nil {
			return
		}
		list, err := read(d)
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		for _, x := range list {
			if !yield(as(x), nil) {
				return
			}
		}
	}
}
