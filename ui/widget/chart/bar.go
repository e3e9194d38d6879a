package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

const (
	barFull  = "█"
	barEmpty = "·"
	barLeast = 4 // cells below which a bar says nothing
)

// Bar draws n of all as a bar with its digits behind, width cells in all. It is
// never full before all is reached, and never empty once anything is; where
// there is no room for a bar the digits stand alone.
func Bar(st *theme.Styles, n, all int, digits string, room, width int) string {
	digits = lang.Inert(digits)
	tail := strings.Repeat(" ", max(0, room-ansi.StringWidth(digits))) + digits
	cells := width - ansi.StringWidth(tail) - 1
	if cells < barLeast {
		text := ansi.Truncate(digits, max(0, width), st.Glyphs.Ellipsis)
		return strings.Repeat(" ", max(0, width-ansi.StringWidth(text))) + text
	}
	full := 0
	switch {
	case n >= all && all > 0:
		full = cells
	case n > 0 && all > 0:
		full = min(max(1, int(int64(n)*int64(cells)/int64(all))), cells-1)
	}
	return strings.Repeat(barFull, full) + st.Dim.Render(strings.Repeat(barEmpty, cells-full)) + " " + tail
}
