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
)

// Reader is a place in some lines. The zero Reader is at their beginning.
type Reader struct{ first int }

// room is how many lines are in sight below the title and a blank.
func room(height int) int { return max(1, height-2) }

// Press takes a key that moves in so many lines; others do nothing.
func (r *Reader) Press(k tea.KeyMsg, keys *keys.Map, lines, height int) {
	most := max(0, lines-room(height))
	switch {
	case key.Matches(k, keys.Up):
		r.first--
	case key.Matches(k, keys.Down):
		r.first++
	case key.Matches(k, keys.PageUp):
		r.first -= room(height)
	case key.Matches(k, keys.PageDown):
		r.first += room(height)
	case key.Matches(k, keys.Home):
		r.first = 0
	case key.Matches(k, keys.End):
		r.first = most
	}
	r.first = max(0, min(r.first, most))
}

// View draws title and lines in the room; the title says which are in sight
// where that is not all.
func (r *Reader) View(t *lang.Texts, s *theme.Styles, title string, lines []string, width, height int) string {
	from := max(0, min(r.first, len(lines)-room(height)))
	shown := lines[from:min(len(lines), from+room(height))]
	if len(lines) > len(shown) {
		title += " · " + lang.Fill(t.Results.Lines, "first", from+1, "last", from+len(shown), "all", len(lines))
	}
	out := []string{s.Title.Render(ansi.Truncate(title, width, s.Glyphs.Ellipsis)), ""}
	for _, l := range shown {
		out = append(out, ansi.Truncate(l, width, ""))
	}
	return strings.Join(out[:min(len(out), max(0, height))], "\n")
}
