package working

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// The columns after the name, in their order.
const (
	colTarget = iota
	colActual
	colReached
	colWeight
	colAdds
	columns
)

// dropped is the order in which columns give way to the name. What was reached,
// times the weight, is what it adds: these stay.
var dropped = [...]int{colTarget, colActual, colWeight}

const (
	leastName = 13 // cells; below it a column is dropped
	gap       = 2  // cells before each column
	indent    = 2
	arrows    = 2 // a blank and the sign of direction
	marks     = 2 // a blank and the letter of a note
)

// grid is the table, measured and ready to be drawn.
type grid struct {
	names  []string
	units  []string // in brackets, with a blank before
	lower  []bool   // less is better
	marks  []string
	cells  [][columns]string
	heads  [columns]string
	widths [columns]int // 0: dropped
	name   int          // width of the names
	point  string       // what decimals stand behind
	tails  [columns]int // cells from the point on, of the longest
}

func newGrid(t *lang.Texts, s score.Score, width int) grid {
	w := t.Working
	g := grid{heads: [columns]string{w.Target, w.Actual, w.Reached, w.Weight, w.Adds}, point: t.Fixed(0)[1:2]}
	total := [columns]string{colWeight: t.Number(weight(s)), colAdds: t.FixedAmount(s.Value)}
	longest := ansi.StringWidth(w.Name) - 1
	for _, step := range s.Steps {
		name, unit := nameOf(t, step.Gauge)
		longest = max(longest, ansi.StringWidth(name+unit))
		g.names, g.units = append(g.names, name), append(g.units, unit)
		g.lower = append(g.lower, step.Gauge.Direction == model.Lower || step.Gauge.Direction == model.Zero)
		g.marks = append(g.marks, markOf(t, step.Note.Code))
		g.cells = append(g.cells, cellsOf(t, step))
	}
	g.measure(total)
	if width-g.rest() < min(leastName, longest) { // words give way before numbers do
		g.heads[colActual], g.heads[colReached] = w.ActualShort, w.ReachedShort
		g.measure(total)
	}
	for _, c := range dropped {
		if width-g.rest() >= min(leastName, longest) {
			break
		}
		g.widths[c] = 0
	}
	g.name = max(1, min(longest, width-g.rest()))
	return g
}

// measure finds how wide each column is.
func (g *grid) measure(total [columns]string) {
	for c := range columns {
		for _, row := range g.cells {
			g.tails[c] = max(g.tails[c], g.tail(row[c]))
		}
		g.widths[c] = max(ansi.StringWidth(g.heads[c]), ansi.StringWidth(g.aligned(c, total[c])))
		for _, row := range g.cells {
			g.widths[c] = max(g.widths[c], ansi.StringWidth(g.aligned(c, row[c])))
		}
	}
}

// tail is how many cells of a number stand from its decimal point on.
func (g *grid) tail(cell string) int {
	if at := strings.LastIndex(cell, g.point); at >= 0 && g.number(cell) {
		return len(cell) - at
	}
	return 0
}

// number says that a cell is one number: no range, no word, no dash.
func (g *grid) number(cell string) bool {
	return cell != "" && strings.Trim(cell, "-0123456789.,") == ""
}

// aligned is a cell whose decimal point stands under those of its column.
func (g *grid) aligned(c int, cell string) string {
	if !g.number(cell) {
		return cell
	}
	return cell + strings.Repeat(" ", g.tails[c]-g.tail(cell))
}

// nameOf is an indicator's name and, apart, its unit: of the two the name is
// cut.
func nameOf(t *lang.Texts, gauge model.Gauge) (name, unit string) {
	name = strings.TrimSpace(lang.Inert(gauge.Name.In(t.Code)))
	if name == "" {
		name = lang.Inert(gauge.Code)
	}
	if u := strings.TrimSpace(t.Unit(gauge.Unit)); u != "" {
		unit = " (" + ansi.Truncate(u, 12, "") + ")"
	}
	return name, unit
}

func cellsOf(t *lang.Texts, step score.Step) [columns]string {
	return [columns]string{
		t.Target(step.Gauge), actualOf(t, step.Entry()), reachedOf(t, step), t.Number(step.Gauge.Weight), t.FixedAmount(step.Adds),
	}
}

// actualOf writes what was reached with two decimals, or with as many as were
// entered: no digit that somebody typed is hidden.
func actualOf(t *lang.Texts, e model.Entry) string {
	if n, ok := e.Actual.Get(); ok && n != n.Round() {
		return t.Reached(e)
	}
	return t.FixedAmount(e.Actual)
}

func reachedOf(t *lang.Texts, step score.Step) string {
	if step.Note.Code == score.NoteMissing {
		return t.Working.None
	}
	return t.FixedAmount(step.Counted)
}

// rest is what a line needs beside the name.
func (g *grid) rest() int {
	sum := indent + arrows + marks
	for _, w := range g.widths {
		if w > 0 {
			sum += gap + w
		}
	}
	return sum
}

// left is the room for a note beside the total: all before the weight.
func (g *grid) left() int {
	sum := g.name + arrows + marks
	for c := colTarget; c <= colReached; c++ {
		if g.widths[c] > 0 {
			sum += gap + g.widths[c]
		}
	}
	return sum
}

func (g *grid) head(t *lang.Texts) string {
	// The head's name begins one cell before those of the rows.
	return " " + fit(t.Working.Name, g.name+1, "") + strings.Repeat(" ", arrows) + g.line(g.heads, "")
}

func (g *grid) row(st *theme.Styles, i int, chosen bool) string {
	cursor, arrow := " ", " "
	if chosen {
		cursor = st.Glyphs.Cursor
	}
	if g.lower[i] {
		arrow = st.Glyphs.Down
	}
	name, unit := g.names[i], g.units[i]
	if ansi.StringWidth(name+unit) > g.name && ansi.StringWidth(unit) > g.name/3 {
		unit = "" // what it is says more than in what
	}
	if room := g.name - ansi.StringWidth(unit); ansi.StringWidth(name) > room {
		name = ansi.Truncate(name, room, st.Glyphs.Ellipsis)
	}
	return " " + cursor + fit(name+unit, g.name, st.Glyphs.Ellipsis) + " " + arrow + g.line(g.cells[i], g.marks[i])
}

// total is the last line: a note at the left, the sums under their columns.
func (g *grid) total(note, weight, value string) string {
	line := strings.Repeat(" ", indent) + fit(note, g.left(), "")
	if w := g.widths[colWeight]; w > 0 {
		line += right(g.aligned(colWeight, weight), gap+w)
	}
	return line + right(value, gap+g.widths[colAdds])
}

// line is what stands after the name: the columns, each flush right.
func (g *grid) line(cells [columns]string, mark string) string {
	var b strings.Builder
	for c, cell := range cells {
		if g.widths[c] == 0 {
			continue
		}
		b.WriteString(right(g.aligned(c, cell), gap+g.widths[c]))
		if c == colReached {
			b.WriteString(" " + fit(mark, marks-1, ""))
		}
	}
	return b.String()
}

// fit cuts or fills s to width cells.
func fit(s string, width int, ellipsis string) string {
	s = ansi.Truncate(s, width, ellipsis)
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}

func right(s string, width int) string {
	return strings.Repeat(" ", max(0, width-ansi.StringWidth(s))) + s
}
