package grid

import (
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/theme"
)

// maxLine is how many clusters a Line holds: no number, name or reason needs
// more, and a mistaken paste must not fill the screen's memory.
const maxLine = 200

// Line is one line of text being typed, with a cursor that steps over whole
// characters as a person sees them. The zero Line is empty.
type Line struct {
	clusters []string
	at       int
}

// NewLine returns a line that holds text, with the cursor at its end.
func NewLine(text string) Line {
	l := Line{}
	l.Insert([]rune(text))
	return l
}

// Text is what has been typed.
func (l *Line) Text() string { return strings.Join(l.clusters, "") }

// Insert puts runes at the cursor. What cannot be seen, or would turn the line
// around, is left out; every kind of blank becomes a space.
func (l *Line) Insert(runes []rune) {
	before := strings.Join(l.clusters[:l.at], "") + clean(string(runes))
	after := strings.Join(l.clusters[l.at:], "")
	// A mark that combines joins the character before it, so both halves are
	// parted anew.
	head := clusters(before)
	all := clusters(before + after)
	if len(all) > maxLine {
		return
	}
	l.clusters, l.at = all, min(len(head), len(all))
}

// Edit does what a key that edits text does, and reports whether k was one.
func (l *Line) Edit(k tea.KeyMsg) bool {
	switch k.Type {
	case tea.KeyRunes:
		l.Insert(k.Runes)
	case tea.KeySpace:
		l.Insert([]rune{' '})
	case tea.KeyBackspace:
		if l.at > 0 {
			l.clusters = append(l.clusters[:l.at-1:l.at-1], l.clusters[l.at:]...)
			l.at--
		}
	case tea.KeyDelete:
		if l.at < len(l.clusters) {
			l.clusters = append(l.clusters[:l.at:l.at], l.clusters[l.at+1:]...)
		}
	case tea.KeyLeft:
		l.at = max(0, l.at-1)
	case tea.KeyRight:
		l.at = min(len(l.clusters), l.at+1)
	case tea.KeyHome:
		l.at = 0
	case tea.KeyEnd:
		l.at = len(l.clusters)
	default:
		return false
	}
	return true
}

// Take does what a key does to a line that is typed into by itself, and reports
// whether it was one that does: besides Edit, a paste is one line, and Ctrl+U
// empties it.
func (l *Line) Take(k tea.KeyMsg) bool {
	switch {
	case k.Paste:
		l.Insert([]rune(strings.Join(strings.Fields(string(k.Runes)), " ")))
		return true
	case k.Type == tea.KeyCtrlU:
		*l = Line{}
		return true
	}
	return !k.Alt && l.Edit(k)
}

// Parts returns what stands before, on and after the cursor, cut to width
// cells so that the cursor is always in sight. At the end of the text the
// cursor stands on a blank.
func (l *Line) Parts(width int) (before, on, after string) {
	on = " "
	if l.at < len(l.clusters) {
		on = l.clusters[l.at]
	}
	room := max(0, width-ansi.StringWidth(on))
	from := l.at
	for from > 0 && ansi.StringWidth(l.clusters[from-1]) <= room {
		from--
		room -= ansi.StringWidth(l.clusters[from])
	}
	to := l.at + 1
	for to < len(l.clusters) && ansi.StringWidth(l.clusters[to]) <= room {
		room -= ansi.StringWidth(l.clusters[to])
		to++
	}
	before = strings.Join(l.clusters[from:l.at], "")
	if l.at+1 < to {
		after = strings.Join(l.clusters[l.at+1:to], "")
	}
	return before, on, after + strings.Repeat(" ", room)
}

// Prompt is a question and the line that is typed for it, in width cells.
func (l *Line) Prompt(s *theme.Styles, width int, ask string) string {
	ask = ansi.Truncate(ask, max(0, width-14), s.Glyphs.Ellipsis)
	before, on, after := l.Parts(max(1, width-4-ansi.StringWidth(ask)))
	return ansi.Truncate(ask+" "+s.Key.Render("[")+before+s.Cell.Render(on)+after+s.Key.Render("]"), width, "")
}

// clean takes out of what is typed or pasted what a line cannot hold: controls,
// invisible characters and those that turn the direction of writing are
// dropped, and every kind of blank is one space.
func clean(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, s)
}

// clusters parts s into characters as a person sees them.
func clusters(s string) []string {
	var list []string
	for s != "" {
		c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if c == "" {
			break
		}
		list, s = append(list, c), s[len(c):]
	}
	return list
}
