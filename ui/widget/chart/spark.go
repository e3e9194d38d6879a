// Package chart draws a series as bars with digits: every bar has its number
// beside it, so that nothing is said by height alone.
package chart

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/theme"
)

// Point is one value of a series.
type Point struct {
	Label  string       // above the bar: the period
	Value  string       // beside it, as people write it
	Note   string       // below: what it led to
	Height model.Amount // absent: no bar
}

// bars are the heights, an eighth of a cell each; signs of growing weight where
// a console lacks them.
const (
	bars      = "▁▂▃▄▅▆▇█"
	plainBars = "_.:-=+*#"
)

// Spark draws points as three lines: labels, bars with digits, notes; the
// oldest at the left. chosen is marked and always in sight; where there is no
// room for all, the signs at the edges say that there are more. Heights run
// from low, the lowest bar, to high, the full one.
func Spark(st *theme.Styles, points []Point, chosen int, low, high model.Number, width int) []string {
	if len(points) == 0 || width < 1 {
		return nil
	}
	cell := 0
	for _, p := range points {
		cell = max(cell, ansi.StringWidth(p.Label), ansi.StringWidth(p.Value)+2, ansi.StringWidth(p.Note))
	}
	cell += 2 // the mark of the chosen one, and a blank behind
	first, last := window(len(points), chosen, max(1, (width-2)/cell))
	lines := make([]strings.Builder, 3)
	for row := range lines {
		lines[row].WriteString(edge(first > 0 && row == 1, "‹"))
		for i := first; i < last; i++ {
			lines[row].WriteString(points[i].cell(st, row, i == chosen, cell, low, high))
		}
		lines[row].WriteString(edge(last < len(points) && row == 1, "›"))
	}
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = ansi.Truncate(lines[i].String(), width, st.Glyphs.Ellipsis)
	}
	return out
}

// cell is one row of a point, filled to width cells.
func (p Point) cell(st *theme.Styles, row int, chosen bool, width int, low, high model.Number) string {
	mark, text := " ", p.Label
	switch row {
	case 0:
		if chosen {
			mark = st.Glyphs.Cursor
		}
	case 1:
		text = bar(st, p.Height, low, high) + " " + p.Value
	case 2:
		text = p.Note
	}
	text = mark + text
	style := st.Dim
	if chosen {
		style = st.Chosen
	}
	return style.Render(text) + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}

// bar is the bar of a height between low and high.
func bar(st *theme.Styles, height model.Amount, low, high model.Number) string {
	n, ok := height.Get()
	if !ok {
		return " "
	}
	all := []rune(bars)
	if st.Glyphs.Plain(bars) != bars {
		all = []rune(plainBars)
	}
	if high <= low {
		return string(all[0])
	}
	n = min(max(n, low), high)
	at, _ := model.MulDiv(n-low, model.Number(len(all)-1), high-low)
	return string(all[at])
}

// window says which of n points are drawn when only some fit: the chosen one
// among them, and the newest rather than the oldest.
func window(n, chosen, fit int) (first, last int) {
	if n <= fit {
		return 0, n
	}
	first = min(n-fit, max(0, chosen-fit/2))
	return first, first + fit
}

func edge(there bool, sign string) string {
	if there {
		return sign
	}
	return " "
}
