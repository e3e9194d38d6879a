package founding_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/founding"
)

func TestKindOf(t *testing.T) {
	for name, want := range map[string]model.UnitKind{
		"UPTD  Puskesmas Tanjung Raya": model.UnitClinic, "puskesmas x": model.UnitClinic, "Dinas Kesehatan": model.UnitOffice,
		"SDN 7": model.UnitSchool, "Bidang P2P": model.UnitDivision, "Pustu Lubuk": model.UnitSubClinic, "RSUD": model.UnitOther, "": model.UnitOther,
	} {
		if got := founding.KindOf(name); got != want {
			t.Errorf("%q is %v, want %v", name, got, want)
		}
	}
	for k := model.UnitOther; k <= model.UnitSchool; k++ {
		if founding.HeadOf(k) == "" {
			t.Errorf("nobody heads %v", k)
		}
	}
}
