package model

import "strings"

// Beginning is what a person says of their place and themselves when a file is
// new.
type Beginning struct {
	Unit   Unit     // with an ID: one that the file has
	Person Employee // without a number: they get one of ours
	Post   Post     // as head of the unit
	Period Period   // the first to work on
}

// KindOfUnit is the kind that a unit's own name tells: "UPTD Puskesmas Tanjung
// Raya" is a clinic.
func KindOfUnit(name string) UnitKind {
	name = strings.TrimPrefix(strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(name)), " "), "uptd "), "upt ")
	if strings.HasPrefix(name, "puskesmas pembantu") {
		return UnitSubClinic
	}
	switch first, _, _ := strings.Cut(name, " "); first {
	case "dinas", "badan":
		return UnitOffice
	case "bidang":
		return UnitDivision
	case "puskesmas":
		return UnitClinic
	case "pustu":
		return UnitSubClinic
	case "sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "tk", "paud", "sekolah":
		return UnitSchool
	}
	return UnitOther
}

// HeadPosition is what the head of a unit of this kind is usually called.
func (k UnitKind) HeadPosition() string {
	switch k {
	case UnitOffice:
		return "Kepala Dinas"
	case UnitDivision:
		return "Kepala Bidang"
	case UnitClinic:
		return "Kepala Puskesmas"
	case UnitSubClinic:
		return "Penanggung Jawab Pustu"
	case UnitSchool:
		return "Kepala Sekolah"
	}
	return "Kepala"
}
