package names

import "testing"

// Lines that were brought into another order can be added to: what holds them was
// not copied to another place, where it would point into memory that is gone.
func TestLinesInOrder(t *testing.T) {
	var lines text
	for _, line := range []string{"Budi", "Ani", ""} {
		lines.add(line)
	}
	lines = lines.inOrder([]uint32{1, 2, 0})
	lines.add("Citra")
	for i, want := range []string{"Ani", "", "Budi", "Citra"} {
		if got := lines.line(i); got != want {
			t.Errorf("line %d is %q, want %q", i, got, want)
		}
	}
	var none text
	if none = none.inOrder(nil); none.all() != "" {
		t.Errorf("lines out of nothing: %q", none.all())
	}
}
