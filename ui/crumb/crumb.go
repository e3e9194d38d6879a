// Package crumb lays out the line at the head of every page: at the left the way
// here, at the right who works. Each is one of several ways to say it; what is
// cut says so with an ellipsis.
package crumb

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Step is one page of the way: its title, and what kind of page it is, said
// instead where the title only says again what the page before said. Kind may be
// empty.
type Step struct{ Title, Kind string }

// Look is what stands between steps, and what stands for what was cut.
type Look struct{ Between, Cut string }

// Line lays out the way here and who works, the longest way of saying it first.
// The page on top, and the one it was opened from, stay longest; what cannot
// stand beside them is said shorter, or left out.
func (l Look) Line(way []Step, who []string, width int) (left, right string) {
	names := titles(way)
	n := len(names)
	from := max(0, n-2)
	for from > 0 && names[from] != way[from].Title { // not without whose pages they are
		from--
	}
	for _, tail := range []string{l.join(names[from:]), way[n-1].Title} {
		for _, right = range who {
			if ansi.StringWidth(tail)+2+ansi.StringWidth(right) <= width {
				return l.fill(names, tail, width-2-ansi.StringWidth(right)), right
			}
		}
	}
	right = ansi.Truncate(right, width*2/3, l.Cut)
	return ansi.Truncate(way[n-1].Title, max(0, width-2-ansi.StringWidth(right)), l.Cut), right
}

// fill is the longest end of the way that has room; tail at least.
func (l Look) fill(names []string, tail string, room int) string {
	for i := range names {
		if text := l.join(names[i:]); i < len(names)-1 && ansi.StringWidth(text) <= room {
			return text
		}
	}
	return tail
}

func (l Look) join(names []string) string { return strings.Join(names, l.Between) }

// titles are the steps in words. Of pages about one person, only the first says
// the name.
func titles(way []Step) []string {
	names, said := make([]string, len(way)), ""
	for i, s := range way {
		if said != "" && s.Kind != "" && (s.Title == said || strings.HasSuffix(s.Title, " · "+said)) {
			names[i] = s.Kind
			continue
		}
		names[i], said = s.Title, s.Title
	}
	return names
}
