// Package filter is the line of words that a list is searched for: all of them,
// in any order, in whatever a row shows.
package filter

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Filter is words being typed, or kept. The zero Filter lets everything pass.
type Filter struct {
	text   string
	typing bool
}

// Start begins typing; what stands there stays.
func (f *Filter) Start() { f.typing = true }

// Keep ends typing; the words stay.
func (f *Filter) Keep() { f.typing = false }

// Clear takes the words away.
func (f *Filter) Clear() { *f = Filter{} }

// Typing says that letters go into the filter.
func (f *Filter) Typing() bool { return f.typing }

// Words are the words as they were typed; "" for none.
func (f *Filter) Words() string { return f.text }

// Shown reports whether there is anything to show of it.
func (f *Filter) Shown() bool { return f.typing || f.text != "" }

// Press takes a key into the words, and reports whether it changed them.
func (f *Filter) Press(k tea.KeyMsg) bool {
	runes := []rune(f.text)
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace:
		runes = append(runes, k.Runes...)
	case tea.KeyBackspace:
		runes = runes[:max(0, len(runes)-1)]
	case tea.KeyCtrlU:
		runes = nil
	default:
		return false
	}
	f.text = strings.Map(oneLine, string(runes))
	return true
}

// oneLine makes pasted text a line of words.
func oneLine(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return ' '
	}
	return r
}

// Hits are the lines, each in small letters, in which every word stands; nil,
// and false, when there are no words and so everything passes.
func (f *Filter) Hits(lines func() []string) ([]int, bool) {
	words := strings.Fields(strings.ToLower(f.text))
	if len(words) == 0 {
		return nil, false
	}
	hits := make([]int, 0, 64)
	for i, line := range lines() {
		if hasAll(line, words) {
			hits = append(hits, i)
		}
	}
	return hits, true
}

// Sieve is a Filter with the rows of a list that pass it.
type Sieve struct {
	Filter
	Rows []int // places in the list, in its order
}

// Sift finds the rows of n that pass; line is what a row shows, in small letters.
func (s *Sieve) Sift(n int, line func(i int) string) {
	hits, some := s.Hits(func() []string {
		lines := make([]string, n)
		for i := range lines {
			lines[i] = line(i)
		}
		return lines
	})
	if s.Rows = hits; !some {
		s.Rows = make([]int, n)
		for i := range s.Rows {
			s.Rows[i] = i
		}
	}
}

func hasAll(line string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(line, w) {
			return false
		}
	}
	return true
}

// View shows the words after a label, and what came of them behind.
func (f *Filter) View(s *theme.Styles, label, after string, width int) string {
	words := lang.Inert(f.text)
	room := max(8, width-ansi.StringWidth(label)-ansi.StringWidth(after)-6)
	words = ansi.TruncateLeft(words, max(0, ansi.StringWidth(words)-room), "")
	cursor := " "
	if f.typing {
		cursor = s.Cell.Render(" ")
	}
	return ansi.Truncate(label+" "+s.Title.Render(words)+cursor+"   "+s.Dim.Render(after), width, s.Glyphs.Ellipsis)
}
