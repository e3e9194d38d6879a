package grid

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
)

// NoteSign stands before a value with a note; behind it where the cursor is.
const NoteSign = `"`

// OwnSign stands behind a value whose target is not the one above its column.
const OwnSign = "^"

// View draws the grid: two lines of headings, the people, the last line. It is
// as high as its room, and never wider.
func (g *Grid) View() string {
	if g.height < 1 || g.width < 1 || g.source == nil {
		return ""
	}
	w := g.window(g.left)
	lines := []string{
		g.heading(w, g.labels.Names, func(c Column) string { return c.Head }, g.styles.Header),
		g.heading(w, g.labels.Target, func(c Column) string { return c.Target }, g.styles.Dim),
	}
	rows := g.bodyRows()
	for i := g.top; i < g.top+rows; i++ {
		if i < g.rows() {
			lines = append(lines, g.person(w, i))
		} else {
			lines = append(lines, "")
		}
	}
	if g.foot != nil {
		lines = append(lines, g.footing(w))
	}
	if len(lines) > g.height {
		lines = lines[len(lines)-g.height:]
	}
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], g.width, "")
	}
	return strings.Join(lines, "\n")
}

func (g *Grid) heading(w window, name string, text func(Column) string, style lipgloss.Style) string {
	var r strip
	r.add(nil, " ")
	r.add(&style, padRight(ansi.Truncate(lang.Inert(name), w.name, g.styles.Glyphs.Ellipsis), w.name))
	for _, i := range w.data {
		c := g.columns[g.data[i]]
		r.add(&style, " "+g.aligned(c, text(c))+" ")
	}
	g.rule(&r, w, &g.styles.Rule)
	for _, i := range w.computed {
		c := g.columns[i]
		r.add(&style, " "+g.aligned(c, text(c)))
	}
	return r.line()
}

// person draws one row. The row and the cell under the cursor bear a sign, so
// that they are found without colour.
func (g *Grid) person(w window, row int) string {
	here := row == g.row
	span, ranged := g.Selected()
	style, bar, sign := &g.styles.Text, &g.styles.Rule, " "
	if here {
		style, bar, sign = &g.styles.Chosen, &g.styles.Chosen, g.styles.Glyphs.Cursor
	}
	var r strip
	r.add(style, sign+padRight(g.name(row, w.name), w.name))
	for _, i := range w.data {
		column := g.data[i]
		switch {
		case here && i == g.col && g.typing:
			g.typed(&r, g.columns[column])
		case here && i == g.col:
			cell := g.source.Cell(row, column)
			r.add(&g.styles.Cell, sign+g.aligned(g.columns[column], cell.Text)+g.mark(cell))
		case ranged && span.Has(row, column):
			cell := g.source.Cell(row, column)
			r.add(&g.styles.Marked, g.styles.Glyphs.Marked+g.aligned(g.columns[column], cell.Text)+g.mark(cell))
		default:
			g.cell(&r, g.columns[column], g.source.Cell(row, column), style)
		}
	}
	g.rule(&r, w, bar)
	r.add(style, g.results(w, row))
	return r.line()
}

// results are the computed columns of a row. Words that are too long for theirs
// take the place of what stands before them.
func (g *Grid) results(w window, row int) (line string) {
	for _, i := range w.computed {
		c, text := g.columns[i], g.source.Cell(row, i).Text
		room := ansi.StringWidth(line) + c.width()
		if have := ansi.StringWidth(text); c.Words && have > c.width() && have <= room {
			return strings.Repeat(" ", room-have+1) + text
		}
		line += " " + g.aligned(c, text)
	}
	return line
}

// name is the name in a row: as it is where those of all rows are, else without
// the degrees after it, so that one row does not have them and the next not.
func (g *Grid) name(row, width int) string {
	name := g.source.Name(row)
	if g.nameWish > width {
		name = g.same.Bare(name)
	}
	return g.same.Fit(name, width, g.styles.Glyphs.Ellipsis)
}

// cell draws a value, the sign of its note before it and its mark behind it.
func (g *Grid) cell(r *strip, c Column, cell Cell, style *lipgloss.Style) {
	note, value := " ", style
	if cell.Note {
		note = NoteSign
	}
	switch cell.Mark {
	case Warn, Doubt:
		value = &g.styles.Warning
	case Unsaved, Refused:
		value = &g.styles.Bad
	case Coming:
		value = &g.styles.Good
	}
	r.add(style, note)
	r.add(value, g.aligned(c, cell.Text)+g.sign(cell.Mark))
}

// mark is what stands behind a value whose left is taken by the cursor: its mark,
// else the sign of its note.
func (g *Grid) mark(cell Cell) string {
	if cell.Note && (cell.Mark == NoMark || cell.Mark == Own) {
		return NoteSign
	}
	return g.sign(cell.Mark)
}

// typed draws the cell that is being typed into, in brackets.
func (g *Grid) typed(r *strip, c Column) {
	before, on, after := g.line.Parts(c.width())
	r.add(&g.styles.Key, "[")
	r.add(&g.styles.Text, before)
	r.add(&g.styles.Cell, on)
	r.add(&g.styles.Text, after)
	r.add(&g.styles.Key, "]")
}

func (g *Grid) footing(w window) string {
	name := ""
	for _, name = range g.foot.Names {
		if ansi.StringWidth(name) <= w.name {
			break
		}
	}
	var r strip
	r.add(&g.styles.Dim, " "+padRight(ansi.Truncate(lang.Inert(name), w.name, g.styles.Glyphs.Ellipsis), w.name))
	for _, i := range w.data {
		text := ""
		if at := g.data[i]; at < len(g.foot.Cells) {
			text = g.foot.Cells[at]
		}
		r.add(&g.styles.Dim, " "+g.aligned(g.columns[g.data[i]], text)+" ")
	}
	g.rule(&r, w, &g.styles.Rule)
	return r.line()
}

// rule parts what is typed from what is computed.
func (g *Grid) rule(r *strip, w window, style *lipgloss.Style) {
	if len(w.computed) > 0 {
		r.add(style, g.styles.Glyphs.Bar)
	}
}

// sign is the sign of a mark, one cell wide.
func (g *Grid) sign(m Mark) string {
	switch m {
	case Warn:
		return "!"
	case Saving:
		return g.styles.Glyphs.Ellipsis
	case Unsaved:
		return "*"
	case Doubt:
		return "?"
	case Coming:
		return "+"
	case Refused:
		return "x"
	case Own:
		return OwnSign
	}
	return " "
}

// aligned brings text to the column's width: numbers to the right, words to
// the left. A number that is too long shows that it is cut, at its left.
func (g *Grid) aligned(c Column, text string) string {
	width := c.width()
	have := ansi.StringWidth(text)
	switch {
	case have > width && c.Words:
		return padRight(ansi.Truncate(text, width, g.styles.Glyphs.Ellipsis), width)
	case have > width: // a number without its first or last digits is another number
		return strings.Repeat("#", width)
	case c.Words:
		return text + strings.Repeat(" ", width-have)
	}
	return strings.Repeat(" ", width-have) + text
}

func padRight(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}
