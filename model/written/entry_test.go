package written_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/written"
)

// A typed value keeps its digits; one that was computed from a fraction prints
// as every computed result, half up, and stays exact.
func TestReached(t *testing.T) {
	for _, tt := range []struct{ typed, printed, exact string }{
		{"94.7368", "94.7368", "94.7368"}, {"18/19", "94.74", "94.7368"}, {"1/8", "12.5", "12.5"},
		{"47/52", "90.38", "90.3846"}, {"90005/90000", "100.01", "100.0056"}, {"-", "", ""},
	} {
		var e model.Entry
		var err error
		if e.Actual, e.Num, e.Den, err = model.ParseEntry(tt.typed, model.DecimalPoint); err != nil {
			t.Fatal(err)
		}
		text := func(a model.Amount) string {
			if n, ok := a.Get(); ok {
				return n.String()
			}
			return ""
		}
		if got := text(written.Reached(e)); got != tt.printed || text(e.Actual) != tt.exact {
			t.Errorf("%s: prints %q, want %q; holds %q, want %q", tt.typed, got, tt.printed, text(e.Actual), tt.exact)
		}
	}
}
