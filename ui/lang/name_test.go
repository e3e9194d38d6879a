package lang_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
)

func TestNameInACell(t *testing.T) {
	list := []string{"Dewi Lestari, A.Md.Keb.", "Dewi Lestari, S.Pd.", "Dr. DEWI LESTARI", "Citra Dewi, S.Tr.Keb., Bdn."}
	same := lang.FindNamesakes(len(list), func(i int) string { return list[i] })
	for _, tt := range []struct {
		name  string
		width int
		want  string
	}{
		{"Citra Dewi, S.Tr.Keb., Bdn.", 40, "Citra Dewi, S.Tr.Keb., Bdn."},
		{"Citra Dewi, S.Tr.Keb., Bdn.", 22, "Citra Dewi, S.Tr.Keb."},
		{"Citra Dewi, S.Tr.Keb., Bdn.", 12, "Citra Dewi"},
		{"Citra Dewi, S.Tr.Keb., Bdn.", 6, "Citra…"},
		{"dr. Hj. Cucu Komariah, M.Kes.", 17, "dr. Cucu Komariah"},
		{"dr. Hj. Cucu Komariah, M.Kes.", 16, "Cucu Komariah"},
		{"Hj. Cucu Komariah", 9, "Cucu Kom…"},
		{"Sari Wulandari S.Kep", 16, "Sari Wulandari"},
		{"Dewi Lestari, A.Md.Keb.", 18, "Dewi Lestari, A.M…"}, // two people: the degree tells them apart
		{"Dr. DEWI LESTARI", 14, "Dr. DEWI LEST…"},
		{"小林 美咲", 6, "小林 …"},
		{"", 6, ""},
		{"Ani", 0, ""},
	} {
		got := same.Fit(tt.name, tt.width, "…")
		if got != tt.want {
			t.Errorf("%q in %d cells: %q, want %q", tt.name, tt.width, got, tt.want)
		}
		if ansi.StringWidth(got) > tt.width {
			t.Errorf("%q in %d cells: %q is wider", tt.name, tt.width, got)
		}
	}
	if got := lang.Namesakes(nil).Fit("Dewi Lestari, S.Pd.", 14, "…"); got != "Dewi Lestari" {
		t.Errorf("with no list: %q", got)
	}
}
