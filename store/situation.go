package store

import (
	"kinerja/model"
	"kinerja/model/situation"
	"kinerja/store/cabinet"
	"kinerja/store/sight"
	"kinerja/store/unitview"
)

// Situation reads what a unit worked under in a period, beside what the file counts.
// The unit "" is the only one at the top, the zero period the newest in use.
func (d *Desk) Situation(unit model.UnitID, p model.Period) (situation.Beside, error) {
	return Look(d, model.VerbReadUnit, func(s sight.Sight) (situation.Beside, error) { return unitview.Situation(s, unit, p) })
}

// SetSituation keeps what a unit worked under; one of which nothing is said any more
// is taken away. A closed period rests.
func (d *Desk) SetSituation(s situation.Situation, reason string) error {
	return d.change(model.VerbSetSituation, reason, func(t *tx) error {
		unit, err := t.Unit(s.Unit)
		if err != nil {
			return err
		}
		if err := d.may(t, model.VerbSetSituation, unit.Head); err != nil {
			return err
		}
		return keepSituation(t, s)
	})
}

// keepSituation puts a situation that can be on its shelf.
func keepSituation(t *tx, s situation.Situation) error {
	s.ID = situation.IDOf(s.Unit, s.Period)
	s = s.Tidy()
	if err := s.Check(); err != nil {
		return err
	}
	if err := t.StillOpen(s.Unit, s.Period); err != nil {
		return err
	}
	return cabinet.Put(t, s)
}
