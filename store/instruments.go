package store

import (
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

func (t *tx) instrument(id model.InstrumentID) (model.Instrument, error) {
	if in, ok := t.chart.Load(id); ok {
		return in.(model.Instrument), nil
	}
	p, err := keyed(ledger.BucketInstruments, id)
	if err != nil {
		return model.Instrument{}, err
	}
	in, err := get(t, instrumentShelf, p)
	if err == nil {
		t.chart.Store(id, in)
	}
	return in, err
}

func (t *tx) instruments() ([]model.Instrument, error) {
	var list []model.Instrument
	err := each(t, instrumentShelf, ledger.Place{Bucket: ledger.BucketInstruments}, func(in model.Instrument) bool {
		if !in.Void {
			list = append(list, in)
		}
		return true
	})
	slices.SortFunc(list, func(a, b model.Instrument) int {
		if c := strings.Compare(a.Code, b.Code); c != 0 {
			return c
		}
		return b.Version - a.Version
	})
	return list, err
}

// Instruments reads all instruments by code, the newest version first.
func (d *Desk) Instruments() (list []model.Instrument, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		list, err = t.instruments()
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
		return t.saveInstrument(in)
	})
	return in, err
}

// saveInstrument refuses what breaks a rule, and any change of a frozen one.
func (t *tx) saveInstrument(in model.Instrument) error {
	if err := in.Check(); err != nil {
		return err
	}
	old, err := t.instrument(in.ID)
	switch {
	case err == nil && old.Frozen && !old.Void:
		if same, e := form.Same(old, in); e != nil || same {
			return e
		}
		return &model.FieldError{Field: "instrumen", Value: in.Code, Err: model.ErrLocked}
	case err != nil && !errors.Is(err, model.ErrNotFound):
		return err
	}
	list, err := t.instruments()
	if err != nil {
		return err
	}
	for _, other := range list {
		if other.ID != in.ID && other.Version == in.Version && strings.EqualFold(other.Code, in.Code) {
			return &model.FieldError{Field: "instrumen", Value: in.Code, Err: model.ErrExists}
		}
	}
	return put(t, instrumentShelf, in)
}

// freeze marks an instrument as used by a plan.
func (t *tx) freeze(in model.Instrument) error {
	if in.Frozen {
		return nil
	}
	in.Frozen = true
	return put(t, instrumentShelf, in)
}
