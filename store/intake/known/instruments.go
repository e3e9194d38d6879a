package known

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/catalogue"
)

// Instruments finds instruments by code: all versions of those of the file, and
// the ready ones that it does not hold yet.
type Instruments struct {
	all  []model.Instrument
	held int // how many of them, from the beginning, the file holds
}

// ReadInstruments reads all instruments that are known.
func ReadInstruments(snap Snapshot) (*Instruments, error) {
	list, err := snap.Instruments()
	if err != nil {
		return nil, fmt.Errorf("instruments: %w", err)
	}
	x := &Instruments{}
	for _, in := range list {
		if !in.Void {
			x.all = append(x.all, in)
		}
	}
	x.held = len(x.all)
	for _, ready := range catalogue.All() {
		if len(x.versions(ready.Code)) == 0 {
			x.all = append(x.all, ready)
		}
	}
	return x, nil
}

// All lists them, those of the file first.
func (x *Instruments) All() []model.Instrument { return x.all }

// versions lists the versions of an instrument.
func (x *Instruments) versions(code string) (list []model.Instrument) {
	for _, in := range x.all {
		if strings.EqualFold(in.Code, code) {
			list = append(list, in)
		}
	}
	return list
}

// Version finds a version of an instrument.
func (x *Instruments) Version(code string, version int) (model.Instrument, bool) {
	list := x.versions(code)
	i := slices.IndexFunc(list, func(in model.Instrument) bool { return in.Version == version })
	if i < 0 {
		return model.Instrument{}, false
	}
	return list[i], true
}

// Newest finds the newest version of an instrument.
func (x *Instruments) Newest(code string) (newest model.Instrument, ok bool) {
	for _, in := range x.versions(code) {
		if !ok || in.Version > newest.Version {
			newest, ok = in, true
		}
	}
	return newest, ok
}

// For is the instrument that fits a position best.
func (x *Instruments) For(position string) (model.Instrument, bool) {
	return model.InstrumentFor(x.all, position)
}

// ByID finds an instrument by its identity.
func (x *Instruments) ByID(id model.InstrumentID) (model.Instrument, bool) {
	i := slices.IndexFunc(x.all, func(in model.Instrument) bool { return in.ID == id })
	if i < 0 {
		return model.Instrument{}, false
	}
	return x.all[i], true
}

// Held reports whether the file holds an instrument already.
func (x *Instruments) Held(id model.InstrumentID) bool {
	return slices.ContainsFunc(x.all[:x.held], func(in model.Instrument) bool { return in.ID == id })
}

// Codes lists the codes of all instruments, each once.
func (x *Instruments) Codes() (codes []string) {
	for _, in := range x.all {
		codes = append(codes, in.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
