package cabinet

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Instrument reads an instrument; its unit of work remembers it.
func (t *Tx) Instrument(id model.InstrumentID) (model.Instrument, error) {
	if in, ok := t.chart.Load(id); ok {
		return in.(model.Instrument), nil
	}
	p, err := keyed(ledger.BucketInstruments, id)
	if err != nil {
		return model.Instrument{}, err
	}
	in, err := book.Get(t.Tx, instrumentShelf, p)
	if err == nil {
		t.chart.Store(id, in)
	}
	return in, err
}

// Instruments reads every instrument that is not void.
func (t *Tx) Instruments() ([]model.Instrument, error) {
	var list []model.Instrument
	err := book.Each(t.Tx, instrumentShelf, ledger.Place{Bucket: ledger.BucketInstruments}, func(in model.Instrument) bool {
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
