package tables

import (
	"strings"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/store"
)

// NewUnit is the unit of an empty file: its name, or CODE=NAME.
func NewUnit(given string, zone model.Zone) *model.Unit {
	code, name, ok := strings.Cut(given, "=")
	if !ok {
		code, name = "", given
	}
	u := model.Unit{ID: model.UnitID(store.NewID()), Code: strings.TrimSpace(code), Name: strings.Join(strings.Fields(name), " "), Zone: zone}
	u.Kind = founding.KindOf(u.Name)
	return &u
}
