package model_test

import (
	"testing"

	"kinerja/model"
)

func TestKindOfUnit(t *testing.T) {
	for name, want := range map[string]model.UnitKind{
		"UPTD  Puskesmas Tanjung Raya": model.UnitClinic, "puskesmas x": model.UnitClinic, "Dinas Kesehatan": model.UnitOffice,
		"SDN 7": model.UnitSchool, "Bidang P2P": model.UnitDivision, "Pustu Lubuk": model.UnitSubClinic, "RSUD": model.UnitOther, "": model.UnitOther,
	} {
		if got := model.KindOfUnit(name); got != want {
			t.Errorf("%q is %v, want %v", name, got, want)
		}
	}
	for k := model.UnitOther; k <= model.UnitSchool; k++ {
		if k.HeadPosition() == "" {
			t.Errorf("nobody heads %v", k)
		}
	}
}
