package tables

import (
	"strings"

	"kinerja/model"
	"kinerja/store"
)

// NewUnit is the unit of an empty file: its name, or CODE=NAME.
func NewUnit(given string, zone model.Zone) *model.Unit {
	code, name, ok := strings.Cut(given, "=")
	if !ok {
		code, name = "", given
	}
	u := model.Unit{ID: model.UnitID(store.NewID()), Code: strings.TrimSpace(code), Name: strings.Join(strings.Fields(name), " "), Zone: zone}
	u.Kind = kindOfUnit(u.Name)
	return &u
}

// kindOfUnit is the kind that a unit's own name tells.
func kindOfUnit(name string) model.UnitKind {
	name = strings.TrimPrefix(strings.ToLower(name), "uptd ")
	switch first, _, _ := strings.Cut(name, " "); first {
	case "dinas", "badan":
		return model.UnitOffice
	case "bidang":
		return model.UnitDivision
	case "puskesmas":
		return model.UnitClinic
	case "pustu":
		return model.UnitSubClinic
	case "sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "tk", "paud", "sekolah":
		return model.UnitSchool
	}
	return model.UnitOther
}
