package grid

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
)

// noteSign stands before a value with a note.
const noteSign = `"`

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
	var b strings.Builder
	b.WriteString(" " + style.Render(padRight(ansi.Truncate(lang.Inert(name), w.name, g.styles.Glyphs.Ellipsis), w.name)))
	for _, i := range w.data {
		c := g.columns[g.data[i]]
		b.WriteString(" " + style.Render(g.aligned(c, text(c))) + " ")
	}
	g.rule(&b, w)
	for _, i := range w.computed {
		c := g.columns[i]
		b.WriteString(" " + style.Render(g.aligned(c, text(c))))
	}
	return b.String()
}

// person draws one row. The row and the cell under the cursor bear a sign, so
// that they are found without colour.
func (g *Grid) person(w window, row int) string {
	here := row == g.row
	span, ranged := g.Selected()
	style, sign := g.styles.Text, " "
	if here {
		style, sign = g.styles.Chosen, g.styles.Glyphs.Cursor
	}
	var b strings.Builder
	b.WriteString(style.Render(sign + padRight(g.same.Fit(g.source.Name(row), w.name, g.styles.Glyphs.Ellipsis), w.name)))
	for _, i := range w.data {
		column := g.data[i]
		switch {
		case here && i == g.col && g.typing:
			b.WriteString(g.typed(g.columns[column]))
		case here && i == g.col:
			cell := g.source.Cell(row, column)
			b.WriteString(g.styles.Cell.Render(sign + g.aligned(g.columns[column], cell.Text) + g.sign(cell.Mark)))
		case ranged && span.Has(row, column):
			cell := g.source.Cell(row, column)
			b.WriteString(g.styles.Marked.Render(g.styles.Glyphs.Marked + g.aligned(g.columns[column], cell.Text) + g.sign(cell.Mark)))
		default:
			b.WriteString(g.cell(g.columns[column], g.source.Cell(row, column), style))
		}
	}
	g.rule(&b, w)
	for _, i := range w.computed {
		c := g.columns[i]
		b.WriteString(" " + style.Render(g.aligned(c, g.source.Cell(row, i).Text)))
	}
	return b.String()
}

// cell draws a value, the sign of its note before it and its mark behind it.
func (g *Grid) cell(c Column, cell Cell, style lipgloss.Style) string {
	note, mark := " ", g.sign(cell.Mark)
	if cell.Note {
		note = g.styles.Dim.Render(noteSign)
	}
	switch cell.Mark {
	case Warn, Doubt:
		style = g.styles.Warning
	case Unsaved, Refused:
		style = g.styles.Bad
	case Coming:
		style = g.styles.Good
	}
	return note + style.Render(g.aligned(c, cell.Text)+mark)
}

// typed draws the cell that is being typed into, in brackets.
func (g *Grid) typed(c Column) string {
	before, on, after := g.line.Parts(c.width())
	return g.styles.Key.Render("[") + g.styles.Text.Render(before) + g.styles.Cell.Render(on) +
		g.styles.Text.Render(after) + g.styles.Key.Render("]")
}

func (g *Grid) footing(w window) string {
	name := ""
	for _, name = range g.foot.Names {
		if ansi.StringWidth(name) <= w.name {
			break
		}
	}
	var b strings.Builder
	b.WriteString(" " + padRight(ansi.Truncate(lang.Inert(name), w.name, g.styles.Glyphs.Ellipsis), w.name))
	for _, i := range w.data {
		text := ""
		if at := g.data[i]; at < len(g.foot.Cells) {
			text = g.foot.Cells[at]
		}
		b.WriteString(" " + g.aligned(g.columns[g.data[i]], text) + " ")
	}
	line := g.styles.Dim.Render(b.String())
	b.Reset()
	g.rule(&b, w)
	return line + b.String()
}

// rule parts what is typed from what is computed.
func (g *Grid) rule(b *strings.Builder, w window) {
	if len(w.computed) > 0 {
		b.WriteString(g.styles.Rule.Render(g.styles.Glyphs.Bar))
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
