package chart_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/chart"
)

func TestBar(t *testing.T) {
	st := uitest.Env(t, "id").Styles
	for _, tt := range []struct {
		n, all int
		digits string
		width  int
		want   string
	}{
		{0, 38, "0 dari 38", 20, "·········  0 dari 38"},
		{1, 38, "1 dari 38", 20, "█········  1 dari 38"},
		{19, 38, "19 dari 38", 20, "████····· 19 dari 38"},
		{37, 38, "37 dari 38", 20, "████████· 37 dari 38"},
		{38, 38, "38 dari 38", 20, "█████████ 38 dari 38"},
		{0, 0, "0 dari 0", 20, "·········   0 dari 0"},
		{5, 0, "5", 20, "·········          5"},
		{9, 4, "9 dari 4", 20, "█████████   9 dari 4"},
		{1, 2, "1 dari 2", 12, "    1 dari 2"},
		{1, 2, "1 dari 2", 4, "1 d…"},
		{1, 2, "1 dari 2", 0, ""},
		{1_000_000_000, 2_000_000_000, "½", 20, "████·····          ½"},
		{1, 2, "\x1b[2J", 20, "████·····      �[2J"},
	} {
		got := ansi.Strip(chart.Bar(st, tt.n, tt.all, tt.digits, 10, tt.width))
		if tt.digits == "\x1b[2J" {
			if strings.Contains(got, "\x1b") || ansi.StringWidth(got) != tt.width {
				t.Errorf("hostile digits: %q", got)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("%d of %d in %d: %q, want %q", tt.n, tt.all, tt.width, got, tt.want)
		}
	}
}
