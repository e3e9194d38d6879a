// Package pane sets parts of a page under and beside one another, breaks text
// into lines of a room, and scrolls what is longer than the screen.
package pane

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Stack sets sections under one another, with a blank line between them where
// all of them then fit. Empty sections are left out.
func Stack(height int, sections ...[]string) []string {
	sections = slices.DeleteFunc(slices.Clone(sections), func(s []string) bool { return len(s) == 0 })
	total := len(sections) - 1
	for _, s := range sections {
		total += len(s)
	}
	var lines []string
	for i, s := range sections {
		if i > 0 && total <= height {
			lines = append(lines, "")
		}
		lines = append(lines, s...)
	}
	return lines
}

// Beside sets lines right of others, from cell at on.
func Beside(left, right []string, at int) []string {
	lines := make([]string, max(len(left), len(right)))
	copy(lines, left)
	for i, text := range right {
		lines[i] += strings.Repeat(" ", max(0, at-ansi.StringWidth(lines[i]))) + text
	}
	return lines
}

// Wrap breaks text into lines with one cell before each.
func Wrap(text string, width int) []string { return Hang(text, width, 1, 1) }

// Styled is Wrap with each line in a style.
func Styled(style lipgloss.Style, text string, width int) []string {
	lines := Wrap(text, width)
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

// Hang breaks text into lines, the first set in by first cells and the others by
// rest.
func Hang(text string, width, first, rest int) []string {
	lines := strings.Split(ansi.Wrap(text, max(1, width-max(first, rest)), ""), "\n")
	for i := range lines {
		in := rest
		if i == 0 {
			in = first
		}
		lines[i] = strings.Repeat(" ", in) + lines[i]
	}
	return lines
}

// More says how many lines are out of sight, above and below: "▲ 2 · ▼ 7 baris
// lagi"; nothing where all are in sight.
func More(t *lang.Texts, g theme.Glyphs, above, below int) string {
	switch {
	case above <= 0 && below <= 0:
		return ""
	case above <= 0:
		return g.Down + " " + t.Plural(t.Frame.More, below)
	case below <= 0:
		return g.Up + " " + t.Plural(t.Frame.More, above)
	}
	return g.Up + " " + t.Count(above) + " · " + g.Down + " " + t.Plural(t.Frame.More, below)
}

// Scroll is how far a longer text has been scrolled. The zero Scroll stands at
// the beginning.
type Scroll struct{ top int }

// room is how many lines are seen at once: one is kept for saying that there
// are more.
func room(height int) int { return max(1, height-1) }

// By scrolls; the ends hold.
func (s *Scroll) By(lines, all, height int) { s.top = max(0, min(s.top+lines, last(all, height))) }

// Press scrolls with the keys for a screen of lines; it reports whether k is one
// of them. all is how many lines there are.
func (s *Scroll) Press(on *keys.Map, k tea.KeyMsg, all, height int) bool {
	switch {
	case key.Matches(k, on.PageUp):
		s.By(1-height, all, height)
	case key.Matches(k, on.PageDown):
		s.By(height-1, all, height)
	default:
		return false
	}
	return true
}

// Read scrolls a page that is read and has no cursor: as Press does, and with the
// arrows, Home and End.
func (s *Scroll) Read(on *keys.Map, k tea.KeyMsg, all, height int) bool {
	switch {
	case key.Matches(k, on.Up):
		s.By(-1, all, height)
	case key.Matches(k, on.Down):
		s.By(1, all, height)
	case key.Matches(k, on.Home):
		s.Reset()
	case key.Matches(k, on.End):
		s.By(all, all, height)
	default:
		return s.Press(on, k, all, height)
	}
	return true
}

// Show brings the lines from first to before end into sight.
func (s *Scroll) Show(first, end, all, height int) {
	s.top = max(min(s.top, first), end-room(height))
	s.By(0, all, height)
}

// Reset goes to the beginning.
func (s *Scroll) Reset() { s.top = 0 }

func last(all, height int) int {
	if all <= height {
		return 0
	}
	return all - room(height)
}

// View is what is in sight of lines, none wider than width. The last line says
// how many are out of sight.
func (s *Scroll) View(t *lang.Texts, st *theme.Styles, lines []string, width, height int) string {
	s.By(0, len(lines), height)
	if len(lines) > height && height > 1 {
		end := s.top + room(height)
		more := st.Dim.Render(" " + More(t, st.Glyphs, s.top, len(lines)-end))
		lines = append(slices.Clone(lines[s.top:end]), more)
	} else {
		lines = slices.Clone(lines)
	}
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(0, width), st.Glyphs.Ellipsis)
	}
	return strings.Join(lines[:min(len(lines), max(1, height))], "\n")
}
