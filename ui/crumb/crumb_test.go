package crumb_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/crumb"
)

func TestLine(t *testing.T) {
	rina := "Rina Hartati, A.Md.Keb."
	one := crumb.Place{Page: "Evaluasi", Thing: rina}
	who := []string{"TW III 2026 · 4/38 · dr. Sari (Penilai)", "TW III 2026 · 4/38 · dr. Sari", "TW III 2026 · dr. Sari"}
	for _, tt := range []struct {
		at          crumb.Place
		width       int
		left, right string
	}{
		{one, 118, "Evaluasi › " + rina, who[0]},
		{one, 76, "Evaluasi › " + rina, who[0]}, // as UX sketches it
		{one, 66, "Evaluasi › " + rina, who[1]}, // the role goes before the page
		{one, 58, "Evaluasi › " + rina, who[2]},
		{one, 50, rina, who[2]}, // the name says more than the kind of page
		{one, 40, "Rina Hartati, A…", who[2]},
		{crumb.Place{Page: "Beranda"}, 40, "Beranda", who[1]},
		{crumb.Place{Page: "Evaluasi", Thing: "Evaluasi"}, 118, "Evaluasi", who[0]}, // not read yet
		{crumb.Place{Thing: "Tutup TW III 2026"}, 118, "Tutup TW III 2026", who[0]},
	} {
		l := crumb.Look{Between: " › ", Cut: "…"}
		left, right := l.Line(tt.at, who, tt.width)
		if left != tt.left || right != tt.right {
			t.Errorf("%d cells: %q and %q, want %q and %q", tt.width, left, right, tt.left, tt.right)
		}
		if n := ansi.StringWidth(left) + 2 + ansi.StringWidth(right); n > tt.width {
			t.Errorf("%d cells in %d", n, tt.width)
		}
	}
}
