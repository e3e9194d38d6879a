package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestWrapBreaksAtSpacesOnly(t *testing.T) {
	got := Wrap("one --period two/three-four\n  kinerja card rina --period 2026-Q3\nend", 14)
	want := []string{"one --period", "two/three-four", "  kinerja card rina --period 2026-Q3", "end"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRows(t *testing.T) {
	for _, x := range []struct {
		rows []int
		want string
	}{
		{nil, ""}, {[]int{6}, "6"}, {[]int{7, 6, 8, 17, 17}, "6–8, 17"}, {[]int{1, 3, 5, 7, 9, 11}, "1, 3, 5, 7 …"},
	} {
		if got := Rows(x.rows); got != x.want {
			t.Errorf("Rows(%v) = %q, want %q", x.rows, got, x.want)
		}
	}
}

func TestTableShortensNamesLast(t *testing.T) {
	columns := []Column{{Head: "nip", Whole: true}, {Head: "name", Last: true}, {Head: "unit"}, {Head: "n", Right: true}}
	rows := [][]string{{"197503121999031002", "Ani Lestari Wulandari", "Puskesmas Tanjung Raya", "100"}}
	whole := Table(columns, rows, 0, "…")
	if !strings.Contains(whole[1], "Puskesmas Tanjung Raya  100") {
		t.Errorf("without a limit %q lost something", whole[1])
	}
	for _, x := range []struct {
		limit int
		want  string
	}{
		{60, "197503121999031002  Ani Lestari Wulandari  Puskesmas T…  100"},
		{50, "197503121999031002  Ani Lestari Wula…  Puske…  100"},
		{10, "197503121999031002  Ani Lestari…  Puske…  100"},
	} {
		got := Table(columns, rows, x.limit, "…")[1]
		if got != x.want {
			t.Errorf("limit %d: got %q (%d), want %q", x.limit, got, ansi.StringWidth(got), x.want)
		}
	}
}

func TestHangKeepsOptionsWhole(t *testing.T) {
	got := Hang("kinerja card QUERY --period P", 20, 2, 4)
	want := []string{"  kinerja card", "    QUERY --period P"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
