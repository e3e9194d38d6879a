package table

import "kinerja/ui/lang"

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
	return widths
}

// needed is the room that the shown columns need at least.
func (t *Table) needed(shown []bool) int {
	sum, first := marker, true
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

// Position says which rows are on screen: "12–31 dari 1.204", or how many
// there are where all can be seen.
func (t *Table) Position(text *lang.Texts) string {
	first, end := t.Visible()
	if first == 0 && end == t.n {
		return text.Count(t.n)
	}
	return lang.Fill(text.Frame.Rows, "first", text.Count(first+1), "last", text.Count(end), "all", text.Count(t.n))
}
