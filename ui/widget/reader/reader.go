// Package reader shows lines that may be more than its room: a title, and below
// it what is in sight. It holds where one reads; the lines are the page's.
package reader

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/pane"
)

// Reader is a place in some lines. The zero Reader is at their beginning.
type Reader struct{ first int }

// room is how many of so many lines are in sight below the title and a blank;
// one is kept for saying that there are more.
func room(lines, height int) int {
	if lines <= height-2 {
		return max(1, height-2)
	}
	return max(1, height-3)
}

// Press takes a key that moves in so many lines; others do nothing.
func (r *Reader) Press(k tea.KeyMsg, keys *keys.Map, lines, height int) {
	seen := room(lines, height)
	most := max(0, lines-seen)
	switch {
	case key.Matches(k, keys.Up):
		r.first--
	case key.Matches(k, keys.Down):
		r.first++
	case key.Matches(k, keys.PageUp):
		r.first -= seen
	case key.Matches(k, keys.PageDown):
		r.first += seen
	case key.Matches(k, keys.Home):
		r.first = 0
	case key.Matches(k, keys.End):
		r.first = most
	}
	r.first = max(0, min(r.first, most))
}

// View draws title and lines in the room; the last line says how many are out of
// sight.
func (r *Reader) View(t *lang.Texts, s *theme.Styles, title string, lines []string, width, height int) string {
	seen := room(len(lines), height)
	from := max(0, min(r.first, len(lines)-seen))
	end := min(len(lines), from+seen)
	out := []string{s.Title.Render(ansi.Truncate(title, width, s.Glyphs.Ellipsis)), ""}
	for _, l := range lines[from:end] {
		out = append(out, ansi.Truncate(l, width, s.Glyphs.Ellipsis))
	}
	if more := pane.More(t, s.Glyphs, from, len(lines)-end); more != "" {
		out = append(out, s.Dim.Render(ansi.Truncate(" "+more, width, s.Glyphs.Ellipsis)))
	}
	return strings.Join(out[:min(len(out), max(0, height))], "\n")
}
