// Package founding is what a person says when a file is new, and what the name of
// a unit tells by itself.
package founding

import (
	"strings"

	"kinerja/model"
)

// Beginning is what a person says of their place and themselves when a file is
// new.
type Beginning struct {
	Unit   model.Unit     // with an ID: one that the file has
	Person model.Employee // without a number: they get one of ours
	Post   model.Post     // as head of the unit
	Period model.Period   // the first to work on
}

// KindOf is the kind that a unit's own name tells: "UPTD Puskesmas Tanjung
// Raya" is a clinic.
func KindOf(name string) model.UnitKind {
	name = strings.TrimPrefix(strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(name)), " "), "uptd "), "upt ")
	if strings.HasPrefix(name, "puskesmas pembantu") {
		return model.UnitSubClinic
	}
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

// HeadOf is what the head of a unit of this kind is usually called.
func HeadOf(k model.UnitKind) string {
	switch k {
	case model.UnitOffice:
		return "Kepala Dinas"
	case model.UnitDivision:
		return "Kepala Bidang"
	case model.UnitClinic:
		return "Kepala Puskesmas"
	case model.UnitSubClinic:
		return "Penanggung Jawab Pustu"
	case model.UnitSchool:
		return "Kepala Sekolah"
	}
	return "Kepala"
}
