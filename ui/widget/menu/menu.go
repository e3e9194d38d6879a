// Package menu is a short list of things to choose from, each with a word about
// it. It is a struct with methods: the page gives it keys and asks what is
// chosen.
package menu

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

// Item is one thing that can be chosen. Head begins a group and is not chosen.
type Item struct {
	Head  string
	Label string
	Note  string // beside the label, or below it where there is no room
}

// Menu is the list with its cursor. The zero Menu is usable.
type Menu struct {
	items []Item
	at    int
	rows  []int // by line last drawn: the item; -1 for none
}

// SetItems gives the menu its items; the cursor stays where it can.
func (m *Menu) SetItems(items ...Item) {
	m.items = items
	m.at = max(0, min(m.at, len(items)-1))
}

// Chosen is the item under the cursor; -1 in an empty menu.
func (m *Menu) Chosen() int {
	if len(m.items) == 0 {
		return -1
	}
	return m.at
}

// MoveTo puts the cursor on an item.
func (m *Menu) MoveTo(i int) { m.at = max(0, min(i, len(m.items)-1)) }

// Press moves the cursor if k is a key that moves it, and reports whether it
// was one.
func (m *Menu) Press(k tea.KeyMsg, keys *keys.Map) bool {
	switch {
	case key.Matches(k, keys.Up, keys.BackTab):
		m.MoveTo(m.at - 1)
	case key.Matches(k, keys.Down, keys.Tab):
		m.MoveTo(m.at + 1)
	case key.Matches(k, keys.Home, keys.PageUp):
		m.MoveTo(0)
	case key.Matches(k, keys.End, keys.PageDown):
		m.MoveTo(len(m.items) - 1)
	default:
		return false
	}
	return true
}

// Click puts the cursor on the item that is drawn on line y, and reports whether
// there is one.
func (m *Menu) Click(y int) bool {
	if y < 0 || y >= len(m.rows) || m.rows[y] < 0 {
		return false
	}
	m.at = m.rows[y]
	return true
}

// View draws the menu in its room; the chosen item is always in sight, and the
// last line says how many lines are not.
func (m *Menu) View(t *lang.Texts, s *theme.Styles, width, height int) string {
	label := 0
	for _, it := range m.items {
		label = max(label, ansi.StringWidth(lang.Inert(it.Label)))
	}
	label = min(label, max(12, width/2))
	var lines []string
	m.rows = m.rows[:0]
	top, end := 0, 0
	add := func(i int, line string) {
		lines, m.rows = append(lines, line), append(m.rows, i)
	}
	for i, it := range m.items {
		if it.Head != "" {
			if len(lines) > 0 {
				add(-1, "")
			}
			add(-1, s.Header.Render(ansi.Truncate(it.Head, width, s.Glyphs.Ellipsis)))
		}
		start := len(lines)
		for n, line := range strings.Split(ansi.Wrap(lang.Inert(it.Note), max(10, width-label-5), ""), "\n") {
			text := strings.Repeat(" ", label)
			if n == 0 {
				text = lang.Inert(it.Label)
				if ansi.StringWidth(text) > label {
					text = ansi.Truncate(text, label, s.Glyphs.Ellipsis)
				}
				text += strings.Repeat(" ", max(0, label-ansi.StringWidth(text)))
			}
			sign := "  "
			if i == m.at && n == 0 {
				sign = s.Glyphs.Cursor + " "
				text = s.Chosen.Render(sign + text)
			} else {
				text = s.Text.Render(sign + text)
			}
			add(i, ansi.Truncate(text+"  "+s.Dim.Render(line), width, s.Glyphs.Ellipsis))
		}
		if i == m.at {
			top, end = start, len(lines)
		}
	}
	room := max(0, height)
	if len(lines) > room && room > 1 {
		room--
	}
	first := max(0, min(top, end-room))
	last := min(len(lines), first+room)
	m.rows = m.rows[first:last]
	shown := lines[first:last:last]
	if more := pane.More(t, s.Glyphs, first, len(lines)-last); more != "" && room < height {
		shown = append(shown, s.Dim.Render(ansi.Truncate(" "+more, width, s.Glyphs.Ellipsis)))
	}
	return strings.Join(shown, "\n")
}
