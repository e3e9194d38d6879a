package terms_test

import (
	"slices"
	"testing"

	"kinerja/model/terms"
)

func TestKindsOr(t *testing.T) {
	x, proposed := terms.Default(), []string{"Piagam"}
	if got := x.KindsOr(proposed); !slices.Equal(got, proposed) {
		t.Errorf("none set: %v", got)
	}
	x.Kinds = " Guru teladan ;; Piagam Bupati;"
	if got := x.KindsOr(proposed); !slices.Equal(got, []string{"Guru teladan", "Piagam Bupati"}) {
		t.Errorf("%v", got)
	}
	x.Kinds = " ; "
	if got := x.KindsOr(proposed); !slices.Equal(got, proposed) {
		t.Errorf("nothing between semicolons: %v", got)
	}
}
