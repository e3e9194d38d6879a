package table

import (
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
)

// narrowest is what a column of text keeps.
const narrowest = 4

// widths shares the room out: columns of the highest level give way until the
// rest fits, then spare cells go round to those that can use them; where even
// the rest has no room, the widest texts are cut. A column that gave way has
// width 0.
func (t *Table) widths() []int {
	shown := make([]bool, len(t.columns))
	for i := range shown {
		shown[i] = true
	}
	for t.needed(shown) > t.width {
		last := -1
		for i, c := range t.columns {
			if shown[i] && c.Level > 0 && (last < 0 || c.Level >= t.columns[last].Level) {
				last = i
			}
		}
		if last < 0 {
			break
		}
		shown[last] = false
	}
	widths := make([]int, len(t.columns))
	spare := t.width - t.needed(shown)
	for i, c := range t.columns {
		if shown[i] {
			widths[i] = c.Min
		}
	}
	for ; spare < 0; spare++ { // the widest text gives way: a number that is cut is another one
		wide := -1
		for i, c := range t.columns {
			if !c.Right && widths[i] > narrowest && (wide < 0 || widths[i] > widths[wide]) {
				wide = i
			}
		}
		if wide < 0 {
			break
		}
		widths[wide]--
	}
	for given := true; spare > 0 && given; {
		given = false
		for i, c := range t.columns {
			if spare > 0 && shown[i] && (c.Max == 0 || widths[i] < c.Max) {
				widths[i]++
				spare--
				given = true
			}
		}
	}
	t.lend(widths, max(0, spare))
	return widths
}

// lend gives the cells that are left, and those that no text in a column needs,
// to columns whose texts are cut: to names first, then to the others in turn. What a column needs is the
// widest text that was on screen, so columns seldom move while one scrolls.
func (t *Table) lend(widths []int, spare int) {
	take := func() bool {
		if spare > 0 {
			spare--
			return true
		}
		from, most := -1, 0
		for i, w := range widths {
			if more := w - t.seen[i]; !t.columns[i].Firm && t.seen[i] > 0 && more > most {
				from, most = i, more
			}
		}
		if from >= 0 {
			widths[from]--
		}
		return from >= 0
	}
	give := func(wants func(Column) bool) (given bool) {
		for i, c := range t.columns {
			if wants(c) && widths[i] > 0 && widths[i] < t.seen[i] && take() {
				widths[i]++
				given = true
			}
		}
		return given
	}
	for give(func(c Column) bool { return c.Name }) {
	}
	for give(func(Column) bool { return true }) {
	}
}

// needed is the room that the shown columns need at least.
func (t *Table) needed(shown []bool) int {
	sum, first := t.margin(), true
	for i, c := range t.columns {
		if !shown[i] {
			continue
		}
		if sum += c.Min; !first {
			sum += c.gap()
		}
		first = false
	}
	return sum
}

// Width is how many cells column col has in the present room; 0 when it gave
// way.
func (t *Table) Width(col int) int { return t.widths()[col] }

// Cut is what the row under the cursor says in its first n columns and has no room
// for, in their order: a page shows it below. None where there is no row.
func (t *Table) Cut(src Source, n int) (list []string) {
	if t.at >= src.Len() {
		return nil
	}
	widths := t.widths()
	for col := range n {
		if text := src.Cell(t.at, col); ansi.StringWidth(lang.Inert(text)) > widths[col] {
			list = append(list, text)
		}
	}
	return list
}
