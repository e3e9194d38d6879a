package crumb_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/crumb"
)

func TestLine(t *testing.T) {
	rina := "Rina Hartati, A.Md.Keb."
	list := []crumb.Step{{Title: "Beranda"}, {Title: "Evaluasi"}, {rina, "Evaluasi"}}
	card := []crumb.Step{{Title: "Beranda"}, {Title: "Pegawai"}, {rina, "Pegawai"}, {rina, "Evaluasi"}, {rina, "Umpan balik"}}
	who := []string{"TW III 2026 · 4/38 · dr. Sari (Penilai)", "TW III 2026 · 4/38 · dr. Sari", "TW III 2026 · dr. Sari"}
	for _, tt := range []struct {
		way         []crumb.Step
		width       int
		left, right string
	}{
		{list, 118, "Beranda › Evaluasi › " + rina, who[0]},
		{list, 76, "Evaluasi › " + rina, who[0]}, // as UX sketches it
		{list, 66, "Evaluasi › " + rina, who[1]}, // the role goes before where one came from
		{list, 58, "Evaluasi › " + rina, who[2]},
		{list, 50, rina, who[2]},
		{list, 40, "Rina Hartati, A…", who[2]},
		{list[:1], 40, "Beranda", who[1]},
		{card, 118, "Beranda › Pegawai › " + rina + " › Evaluasi › Umpan balik", who[0]},
		{card, 78, rina + " › Evaluasi › Umpan balik", who[2]},
		{card[:4], 78, rina + " › Evaluasi", who[0]},
		{[]crumb.Step{{rina, "Pegawai"}, {"SKP · " + rina, "SKP"}}, 78, rina + " › SKP", who[0]},
		{[]crumb.Step{{Title: "SKP"}, {"SKP · " + rina, "SKP"}}, 118, "SKP › SKP · " + rina, who[0]}, // the list says no name
		{card[:4], 50, rina, who[2]},                                                                 // the name says more than the kind of page
	} {
		l := crumb.Look{Between: " › ", Cut: "…"}
		left, right := l.Line(tt.way, who, tt.width)
		if left != tt.left || right != tt.right {
			t.Errorf("%d cells: %q and %q, want %q and %q", tt.width, left, right, tt.left, tt.right)
		}
		if n := ansi.StringWidth(left) + 2 + ansi.StringWidth(right); n > tt.width {
			t.Errorf("%d cells in %d", n, tt.width)
		}
	}
}
