package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Column is one column of a table.
type Column struct {
	Head  string
	Right bool // numbers
	Whole bool // never shortened: identifiers
	Last  bool // shortened only when the others are short already: names
}

// The least that is left of a column that is shortened.
const (
	least     = 6
	leastName = 12
)

// Table lines rows up under their heads, each column as wide as its widest
// cell. With a limit above zero the widest columns are shortened until a line
// fits, as far as that goes; cut marks what was.
func Table(columns []Column, rows [][]string, limit int, cut string) []string {
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = c.Head
	}
	rows = append([][]string{heads}, rows...)
	widths := make([]int, len(columns))
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	if limit > 0 {
		shorten(columns, widths, limit)
	}
	var lines []string
	for _, r := range rows {
		var b strings.Builder
		for i, cell := range r {
			cell = ansi.Truncate(cell, widths[i], cut)
			fill := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if columns[i].Right {
				b.WriteString(fill + cell)
			} else {
				b.WriteString(cell + fill)
			}
			b.WriteString("  ")
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return lines
}

// shorten takes cells from the widest column that may give one, names last.
func shorten(columns []Column, widths []int, limit int) {
	over := 2*len(widths) - 2 - limit
	for _, w := range widths {
		over += w
	}
	for ; over > 0; over-- {
		at := widest(columns, widths, false, least)
		if at < 0 {
			at = widest(columns, widths, true, leastName)
		}
		if at < 0 {
			return
		}
		widths[at]--
	}
}

// widest finds the widest column of a sort that is wider than least; -1 when
// there is none.
func widest(columns []Column, widths []int, last bool, least int) int {
	at := -1
	for i, c := range columns {
		if !c.Right && !c.Whole && c.Last == last && widths[i] > least && (at < 0 || widths[i] > widths[at]) {
			at = i
		}
	}
	return at
}
