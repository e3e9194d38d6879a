package pane_test

import (
	"fmt"
	"strings"
	"testing"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/pane"
)

func TestStackAndBeside(t *testing.T) {
	a, b := []string{"a", "a"}, []string{"b"}
	if got := strings.Join(pane.Stack(4, a, nil, b), "|"); got != "a|a||b" {
		t.Errorf("with room: %s", got)
	}
	if got := strings.Join(pane.Stack(3, a, b), "|"); got != "a|a|b" {
		t.Errorf("without: %s", got)
	}
	if got := strings.Join(pane.Beside(b, []string{"x", "y"}, 4), "|"); got != "b   x|    y" {
		t.Errorf("beside: %s", got)
	}
	if got := strings.Join(pane.Hang("satu dua tiga", 8, 1, 3), "|"); got != " satu|   dua|   tiga" {
		t.Errorf("hung: %s", got)
	}
}

// What is out of sight is counted, the ends hold, and a line that is asked for
// comes into sight.
func TestScroll(t *testing.T) {
	env := uitest.Env(t, "id")
	var lines []string
	for i := range 10 {
		lines = append(lines, fmt.Sprint("line ", i))
	}
	var s pane.Scroll
	view := func() string { return strings.ReplaceAll(s.View(env.Text, env.Styles, lines, 24, 4), "\n", "|") }
	for _, tt := range []struct {
		do   func()
		want string
	}{
		{func() {}, "line 0|line 1|line 2| ▼ 7 baris lagi"},
		{func() { s.By(-3, len(lines), 4) }, "line 0|line 1|line 2| ▼ 7 baris lagi"},
		{func() { s.By(99, len(lines), 4) }, "line 7|line 8|line 9| ▲ 7 baris lagi"},
		{func() { s.Show(2, 3, len(lines), 4) }, "line 2|line 3|line 4| ▲ 2 · ▼ 5 baris lagi"},
		{func() { s.Show(5, 7, len(lines), 4) }, "line 4|line 5|line 6| ▲ 4 · ▼ 3 baris lagi"},
		{func() { s.Reset(); lines = lines[:4] }, "line 0|line 1|line 2|line 3"},
		{func() { lines[0] = strings.Repeat("x", 40) }, strings.Repeat("x", 23) + "…|line 1|line 2|line 3"},
	} {
		tt.do()
		if got := view(); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}
