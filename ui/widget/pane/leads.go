package pane

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Marker is how many cells stand before a line that leads somewhere, for the
// sign of the cursor.
const Marker = 2

// Leads is a page of lines of which some lead somewhere. The cursor goes from one
// of these to the next; what stands beyond the first and the last is scrolled to.
// The zero Leads is empty. Room is how many lines are seen at once.
type Leads[C any] struct {
	lines   []lead
	choices []C
	at      int // which choice
	top     int // first line in sight
}

// lead is one line. choice counts from 1; 0: it leads nowhere.
type lead struct {
	text   string
	choice int
}

// Clear takes all lines away, to lay them out anew; Settle ends that.
func (l *Leads[C]) Clear() { l.lines, l.choices = nil, nil }

// Add adds a line that leads nowhere.
func (l *Leads[C]) Add(text string) { l.lines = append(l.lines, lead{text: text}) }

// Say adds sentences, wrapped.
func (l *Leads[C]) Say(text string, width int) {
	for _, line := range strings.Split(ansi.Wordwrap(text, max(1, width), ""), "\n") {
		l.Add(line)
	}
}

// Choose adds a line that leads where c says.
func (l *Leads[C]) Choose(text string, c C) {
	l.choices = append(l.choices, c)
	l.lines = append(l.lines, lead{strings.Repeat(" ", Marker) + text, len(l.choices)})
}

// Len is how many lines lead somewhere.
func (l *Leads[C]) Len() int { return len(l.choices) }

// Chosen is what the cursor is on; the zero C where nothing leads anywhere.
func (l *Leads[C]) Chosen() (c C) {
	if l.at < len(l.choices) {
		c = l.choices[l.at]
	}
	return c
}

// Settle puts the cursor on the first choice that an earlier one of fits picks,
// else on the first of all. The head of the page is seen where it can be.
func (l *Leads[C]) Settle(room int, fits ...func(C) bool) {
	l.at = 0
	for _, fit := range fits {
		if i := slices.IndexFunc(l.choices, fit); i >= 0 {
			l.at = i
			break
		}
	}
	if l.line() < room {
		l.top = 0
	}
	l.show(room)
}

// Move puts the cursor on another choice. At the ends it scrolls instead.
func (l *Leads[C]) Move(by, room int) {
	to := max(0, min(l.at+by, len(l.choices)-1))
	if to == l.at {
		l.Scroll(by, room)
		return
	}
	l.at = to
	l.show(room)
}

// Scroll scrolls by so many lines; the ends hold.
func (l *Leads[C]) Scroll(by, room int) {
	l.top = max(0, min(l.top+by, len(l.lines)-room))
}

// page scrolls by a screen and takes the cursor along: to the choice in sight that
// is nearest to where it stood in the room. Where there is none in sight, it stays
// (see InSight).
func (l *Leads[C]) page(by, room int) {
	top, want := l.top, l.line()
	l.Scroll(by, room)
	if l.top == top { // at an end: the first or the last choice
		want = by * len(l.lines)
	} else {
		want += l.top - top
	}
	best := -1
	for i, line := range l.lines[l.top:min(l.top+room, len(l.lines))] {
		if at := l.top + i; line.choice > 0 && (best < 0 || abs(at-want) < abs(best-want)) {
			best = at
		}
	}
	if best >= 0 {
		l.at = l.lines[best].choice - 1
	}
}

func abs(n int) int { return max(n, -n) }

// InSight reports that the chosen line is seen; what nobody sees is not to be
// acted upon.
func (l *Leads[C]) InSight(room int) bool {
	i := l.line()
	return l.top <= i && i < l.top+room
}

// Press moves over the lines with the keys that do so in every list: a choice, a
// screen, the first, the last. It reports whether k is one of them.
func (l *Leads[C]) Press(on *keys.Map, k tea.KeyMsg, room int) bool {
	switch {
	case key.Matches(k, on.Up):
		l.Move(-1, room)
	case key.Matches(k, on.Down):
		l.Move(1, room)
	case key.Matches(k, on.PageUp):
		l.page(1-room, room)
	case key.Matches(k, on.PageDown):
		l.page(room-1, room)
	case key.Matches(k, on.Home):
		l.Move(-l.Len(), room)
	case key.Matches(k, on.End):
		l.Move(l.Len(), room)
	default:
		return false
	}
	return true
}

// show brings the chosen line into sight; with the first one all above it.
func (l *Leads[C]) show(room int) {
	if l.at == 0 {
		l.top = 0
	}
	if i := l.line(); i >= 0 {
		l.top = max(min(l.top, i), i-room+1)
	}
	l.Scroll(0, room)
}

func (l *Leads[C]) line() int {
	return slices.IndexFunc(l.lines, func(line lead) bool { return line.choice == l.at+1 })
}

// Hidden is how many lines are out of sight.
func (l *Leads[C]) Hidden(room int) (above, below int) {
	return l.top, max(0, len(l.lines)-l.top-room)
}

// Seen draws what is in sight, none wider than width; the chosen line is marked.
func (l *Leads[C]) Seen(s *theme.Styles, width, room int) []string {
	lines := make([]string, 0, room)
	for _, line := range l.lines[min(l.top, len(l.lines)):min(l.top+room, len(l.lines))] {
		text := ansi.Truncate(line.text, max(0, width), s.Glyphs.Ellipsis)
		if line.choice == l.at+1 {
			text = s.Chosen.Render(s.Glyphs.Cursor + strings.TrimPrefix(ansi.Strip(text), " "))
		}
		lines = append(lines, text)
	}
	return lines
}

// Room is how many lines are seen in a height of which one is kept for View to
// say how many are not, where there are any.
func (l *Leads[C]) Room(height int) int {
	if len(l.lines) <= height {
		return max(1, height)
	}
	return room(height)
}

// View draws the page in its room; the last line says how many are out of sight.
func (l *Leads[C]) View(t *lang.Texts, s *theme.Styles, width, height int) string {
	seen := l.Room(height)
	lines := l.Seen(s, width, seen)
	if len(l.lines) > height && height > 1 {
		above, below := l.Hidden(seen)
		lines = append(lines, s.Dim.Render(ansi.Truncate(" "+More(t, s.Glyphs, above, below), max(0, width), s.Glyphs.Ellipsis)))
	}
	return strings.Join(lines, "\n")
}
