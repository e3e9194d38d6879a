package ui

import (
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"kinerja/ui/nav"
	"kinerja/ui/pages"
	"kinerja/ui/theme"
	"kinerja/ui/uitest"
)

// mostBytes is what a move of the cursor may send at 80x24 (PERF P9).
const mostBytes = 400

// sent is what Bubble Tea writes when before becomes after: home, each line that
// changed with "erase to the right" and a line's end, a line's end for the others,
// and the cursor to the last line.
func sent(before, after string) int {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	n := len("\x1b[H") + len("\x1b[24;H")
	for i, line := range b {
		if i < len(a) && a[i] == line {
			n++
			continue
		}
		n += len(line) + len("\x1b[K\r\n")
	}
	return n
}

// A move of the cursor in a list and in the grid sends few bytes, in true colour:
// that is what somebody feels over ssh on a slow line.
func TestACursorMoveSendsFewBytes(t *testing.T) {
	h := openHouse(t)
	for _, language := range []string{"id", "en"} {
		env := uitest.Env(t, language)
		env.Me = h.Desk.Actor()
		r := lipgloss.NewRenderer(io.Discard)
		r.SetColorProfile(termenv.TrueColor)
		env.Styles = theme.New(r, false, true)
		for name, route := range map[string]nav.Route{
			"staff": nav.Staff{}, "evaluations": nav.Evaluations{Period: h.period}, "plans": nav.Plans{}, "closing": nav.Closing{Period: h.period},
			"grid": nav.Results{Period: h.period, Instrument: h.who.Plans[0].Instrument},
		} {
			d := &desk{t: t, env: env, Router: NewRouter(env, pages.Build(env, h.House), nav.Home{}, nil)}
			d.do(d.Init())
			d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
			d.do(nav.Open(route))
			d.press("pgup", "pgup", "home")
			for move := range 6 { // none of these scrolls
				before := d.View()
				d.press("down")
				if after := d.View(); after == before || sent(before, after) > mostBytes {
					t.Errorf("%s, %s: move %d sends %d bytes, want %d", name, language, move, sent(before, after), mostBytes)
				}
			}
		}
	}
}
