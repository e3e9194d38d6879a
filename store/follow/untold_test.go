package follow_test

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/terms"
	"kinerja/store/follow"
)

// Whoever rates is told to whom nobody explained the instrument: before it is shared,
// unless a setting keeps it quiet, and no more once they said that it was explained.
func TestUntold(t *testing.T) {
	c := newCast(t).untold(t)
	name := func(d follow.Desk) (code string, listed bool) {
		t.Helper()
		code, err := d.Untold(c.plan.ID, q3)
		if err != nil {
			t.Fatal(err)
		}
		b, err := d.Board(q3, c.unit)
		if err != nil {
			t.Fatal(err)
		}
		names, err := d.UntoldOn(b, c.unit)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(b.Rows, func(r model.BoardRow) bool { return r.Plan.ID == c.plan.ID })
		return code, slices.Contains(names, b.Rows[i].Staff.Name)
	}
	if code, listed := name(c.evaluator); code == "" || !listed {
		t.Errorf("nobody says that it was not explained: %q, %v", code, listed)
	}
	quiet := c.evaluator
	quiet.Terms = terms.Default()
	quiet.Terms.Warns = false
	if code, listed := name(quiet); code != "" || listed {
		t.Errorf("a setting keeps it quiet: %q, %v", code, listed)
	}
	c.received(t)
	if code, listed := name(c.evaluator); code != "" || listed {
		t.Errorf("the result was told already: %q, %v", code, listed)
	}
	told := newCast(t)
	if code, err := told.evaluator.Untold(told.plan.ID, q3); err != nil || code != "" {
		t.Errorf("it was explained to them: %q, %v", code, err)
	}
}
