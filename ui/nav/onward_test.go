package nav_test

import (
	"testing"

	"kinerja/model"
	"kinerja/ui/nav"
)

// Results of no instrument in particular go on where one was; those of somebody,
// of an instrument or of another period do not.
func TestOnward(t *testing.T) {
	q2, _ := model.ParsePeriod("2026-Q2")
	q3, _ := model.ParsePeriod("2026-Q3")
	was := nav.Results{Period: q3, Instrument: "BIDAN", Employee: "E1", Measure: "IDL"}
	for _, tt := range []struct{ to, last, want nav.Route }{
		{nav.Results{Period: q3}, was, was},
		{nav.Results{}, was, was},
		{nav.Results{Period: q2}, was, nav.Results{Period: q2}},
		{nav.Results{Period: q3, Instrument: "PERAWAT"}, was, nav.Results{Period: q3, Instrument: "PERAWAT"}},
		{nav.Results{Period: q3, Employee: "E2"}, was, nav.Results{Period: q3, Employee: "E2"}},
		{nav.Results{Period: q3}, nil, nav.Results{Period: q3}},
		{nav.Staff{}, nav.Staff{}, nav.Staff{}},
	} {
		if got := nav.Onward(tt.to, tt.last); got != tt.want {
			t.Errorf("%+v after %+v: %+v", tt.to, tt.last, got)
		}
	}
}
