package store

import (
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/cabinet"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// Instruments reads all instruments by code, the newest version first.
func (d *Desk) Instruments() (list []model.Instrument, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		list, err = t.Instruments()
		return err
	})
	return list, err
}

// AddInstrument keeps a new instrument, a new version of one, or another
// content of one that no plan uses yet. Identities that it brings along (a ready
// instrument) are kept; those that are missing are minted.
func (d *Desk) AddInstrument(in model.Instrument) (model.Instrument, error) {
	if in.ID == "" {
		in.ID = model.InstrumentID(ledger.MintID())
	}
	if in.Version == 0 {
		in.Version = 1
	}
	in.Indicators = slices.Clone(in.Indicators)
	for i := range in.Indicators {
		if in.Indicators[i].ID == "" {
			in.Indicators[i].ID = model.ElementID(ledger.MintID())
		}
	}
	err := d.change(model.VerbAddInstrument, "", func(t *tx) error {
		if err := d.may(t, model.VerbAddInstrument, ""); err != nil {
			return err
		}
		return saveInstrument(t, in)
	})
	return in, err
}

// saveInstrument refuses what breaks a rule, and any change of a frozen one.
func saveInstrument(t *tx, in model.Instrument) error {
	if err := in.Check(); err != nil {
		return err
	}
	old, err := t.Instrument(in.ID)
	switch {
	case err == nil && old.Frozen && !old.Void:
		if same, e := form.Same(old, in); e != nil || same {
			return e
		}
		return &model.FieldError{Field: "instrumen", Value: in.Code, Err: model.ErrLocked}
	case err != nil && !errors.Is(err, model.ErrNotFound):
		return err
	}
	list, err := t.Instruments()
	if err != nil {
		return err
	}
	for _, other := range list {
		if other.ID != in.ID && other.Version == in.Version && strings.EqualFold(other.Code, in.Code) {
			return &model.FieldError{Field: "instrumen", Value: in.Code, Err: model.ErrExists}
		}
	}
	return cabinet.Put(t, in)
}

// freeze marks an instrument as used by a plan.
func freeze(t *tx, in model.Instrument) error {
	if in.Frozen {
		return nil
	}
	in.Frozen = true
	return cabinet.Put(t, in)
}
