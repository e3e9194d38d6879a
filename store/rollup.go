package store

import (
	"errors"
	"kinerja/store/ledger"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store/cardfile"
)

// UnitFigures is what the cards of one unit in one period come to.
type UnitFigures = cardfile.UnitFigures

// RollUp reads all cards of a period and scores them, by unit, in the order of
// units' identities.
func (d *Desk) RollUp(p model.Period, rs rules.RuleSet) (list []UnitFigures, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		if err := d.may(t, model.VerbReadCard, ""); err != nil {
			return err
		}
		roll := cardfile.NewRollUp(rs, t.instrument)
		if err := t.rollUp(p, roll); err != nil {
			return err
		}
		list = roll.Units()
		return nil
	})
	return list, err
}

func (t *tx) rollUp(p model.Period, roll *cardfile.RollUp) error {
	in := ledger.Place{Bucket: ledger.BucketCards, Sub: ledger.Part(uint32(p))}
	return t.Scan(in, func(key, content []byte) (bool, error) {
		err := cardfile.ErrLayout
		if len(content) > 0 { // no list of heads is made: they are only skipped
			err = roll.Add(content[min(len(content), 1+int(content[0])*ledger.FactKeySize):])
		}
		if errors.Is(err, cardfile.ErrLayout) {
			err = &model.DamageError{Where: ledger.PlaceName(in.Path(), key), What: "content"}
		}
		return true, err
	})
}
