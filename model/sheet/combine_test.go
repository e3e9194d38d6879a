package sheet_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/sheet"
)

// What adds up is held against everybody's own target: two with five hours, one
// who was there for half of the quarter.
func TestTheTargetsOfAllTogether(t *testing.T) {
	var all sheet.Combined
	for _, e := range []model.Entry{
		{Actual: model.Some(model.Int(4))},
		{Actual: model.Some(model.Int(6))},
		{Actual: model.Some(model.Int(2)), Target: model.Some(model.MustNumber("2.5"))},
		{Target: model.Some(model.Int(100))}, // nothing reached: nobody
	} {
		all.Add(e)
	}
	if got, ok := all.Target(model.Int(5)); !ok || got != model.MustNumber("12.5") {
		t.Errorf("target %v, %v", got, ok)
	}
	if got, ok := all.Target(model.Number(1<<63 - 1)); ok {
		t.Errorf("a target that does not fit: %v", got)
	}
}
