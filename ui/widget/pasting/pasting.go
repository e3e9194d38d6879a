// Package pasting is a pasted block before it is kept: what it would do to each
// cell of a sheet, and what there is to say about the whole.
package pasting

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/grid"
)

// most names that are listed; the rest are counted.
const most = 3

// Preview is a block on its way into a sheet. The zero Preview is none.
type Preview struct {
	Text   *lang.Texts
	Styles *theme.Styles

	rows   [][]string
	plan   model.PlanID // where it was put down
	column model.ElementID
	sheet  *sheet.Sheet
	draft  *block.Draft
	mended []mend
}

// New puts a block down on a sheet, at a row as shown and a column.
func New(t *lang.Texts, st *theme.Styles, s *sheet.Sheet, rows [][]string, row, column int) Preview {
	p := Preview{Text: t, Styles: st, rows: rows, plan: s.People[s.Shown[row]].Plan.ID, column: s.Columns[column].ID}
	p.put(s, row, column)
	return p
}

func (p *Preview) put(s *sheet.Sheet, row, column int) {
	p.sheet, p.draft = s, block.Paste(s, p.rows, row, column, p.Text.Decimal())
	for _, m := range p.mended {
		if person, ok := s.At[m.plan]; ok {
			p.draft.Set(person, s.Column(m.column), m.entry)
		}
	}
}

// Open says that there is a block.
func (p *Preview) Open() bool { return p.draft != nil }

// Draft is what the block would do.
func (p *Preview) Draft() *block.Draft { return p.draft }

// Again puts the block down on the sheet as it is now; false where the place is
// gone.
func (p *Preview) Again(s *sheet.Sheet) bool {
	row, column := p.Place(s)
	if row < 0 || column < 0 {
		return false
	}
	p.put(s, row, column)
	return true
}

// Place is the row and column of a sheet at which the block was put down; -1
// where they are gone.
func (p *Preview) Place(s *sheet.Sheet) (row, column int) {
	row = slices.IndexFunc(s.Shown, func(i int) bool { return s.People[i].Plan.ID == p.plan })
	return row, s.Column(p.column)
}

// Cell is how a cell is drawn that the block reaches; ok is false for others.
func (p *Preview) Cell(person, column int) (cell grid.Cell, ok bool) {
	if !p.Open() {
		return cell, false
	}
	c, ok := p.draft.At(person, column)
	if !ok {
		return cell, false
	}
	cell = grid.Cell{Text: p.value(c), Note: c.Entry.Note != ""}
	_, slipped := about.Slip(p.sheet, c.Person, c.Measure, c.Entry)
	switch {
	case c.Problem != block.Fine:
		cell.Mark = grid.Refused
	case c.Outside():
		cell.Mark = grid.Warn
	case c.Changed() && slipped:
		cell.Mark = grid.Doubt
	case c.Changed():
		cell.Mark = grid.Coming
	}
	return cell, true
}

// value is what a cell of the block would show: the text where it is refused.
func (p *Preview) value(c block.Cell) string {
	if c.Problem != block.Fine {
		return lang.Inert(strings.ReplaceAll(c.Text, "\n", " "))
	}
	if n, ok := c.Entry.Actual.Get(); ok {
		return figure.Number(p.Text, p.sheet.Columns[c.Column], n)
	}
	return lang.None
}

// Width is the room that the block's values need in a column.
func (p *Preview) Width(column int) (width int) {
	if !p.Open() {
		return 0
	}
	for _, c := range p.draft.Cells {
		if c.Column == column && c.Problem == block.Fine {
			width = max(width, ansi.StringWidth(p.value(c)))
		}
	}
	return width
}

// First is the first cell, as one reads, that the block reaches; row and column
// where it reaches none.
func (p *Preview) First(row, column int) (firstRow, firstColumn int) {
	for at := range len(p.sheet.Shown) * len(p.sheet.Columns) {
		r, c := at/len(p.sheet.Columns), at%len(p.sheet.Columns)
		if _, ok := p.draft.At(p.sheet.Shown[r], c); ok {
			return r, c
		}
	}
	return row, column
}

// Next is the first cell after a row and column, as one reads and around the
// end, that deserves a look: it is refused, outside what is to be expected, or
// looks like a slip.
func (p *Preview) Next(row, column int) (nextRow, nextColumn int, ok bool) {
	width := len(p.sheet.Columns)
	all := len(p.sheet.Shown) * width
	for step := 1; step <= all; step++ {
		at := (row*width + column + step) % all
		if cell, there := p.Cell(p.sheet.Shown[at/width], at%width); there {
			switch cell.Mark {
			case grid.Refused, grid.Warn, grid.Doubt:
				return at / width, at % width, true
			}
		}
	}
	return 0, 0, false
}

// Status counts what becomes of the cells.
func (p *Preview) Status(width int) string {
	t, s, n := p.Text.Cells, p.Styles, p.draft.Count()
	parts := []string{s.Typing.Render(" " + t.Preview + " "), s.Good.Render("+ " + p.Text.Plural(t.Coming, n.Changed))}
	if n.Refused > 0 {
		parts = append(parts, s.Bad.Render("x "+p.Text.Plural(t.Refused, n.Refused)))
	}
	if n.Outside > 0 {
		parts = append(parts, s.Warning.Render("! "+p.Text.Plural(t.Outside, n.Outside)))
	}
	if n.Cleared > 0 {
		parts = append(parts, s.Warning.Render(p.Text.Plural(t.Clearing, n.Cleared)))
	}
	if kept := n.Replaced - n.Cleared; kept > 0 {
		parts = append(parts, p.Text.Plural(t.Replacing, kept))
	}
	return ansi.Truncate(strings.Join(parts, " · "), width, s.Glyphs.Ellipsis)
}

// Lines say what of the block does not arrive, and all about the cell under the
// cursor.
func (p *Preview) Lines(person, column, width int) []string {
	t, d := p.Text.Cells, p.draft
	var list []string
	if d.Below > 0 {
		list = append(list, p.Text.Plural(t.Below, d.Below))
	}
	if d.Beside > 0 {
		list = append(list, p.Text.Plural(t.Beside, d.Beside))
	}
	if len(d.Unknown) > 0 {
		list = append(list, p.Text.Plural(t.Unknown, len(d.Unknown), "names", p.some(d.Unknown)))
	}
	if len(d.Strange) > 0 {
		list = append(list, p.Text.Plural(t.Strange, len(d.Strange), "names", p.some(d.Strange)))
	}
	var lines []string
	if len(list) > 0 {
		lines = strings.Split(ansi.Wrap(strings.Join(list, " "), max(1, width), ""), "\n")
		lines = lines[:min(len(lines), 3)]
		for i := range lines {
			lines[i] = p.Styles.Warning.Render(lines[i])
		}
	}
	return append(lines, ansi.Truncate(p.about(person, column), width, p.Styles.Glyphs.Ellipsis))
}

// some lists the first few names.
func (p *Preview) some(names []string) string {
	list := make([]string, 0, most)
	for _, name := range names[:min(most, len(names))] {
		list = append(list, lang.Inert(name))
	}
	text := strings.Join(list, "; ")
	if len(names) > most {
		text += "; " + p.Styles.Glyphs.Ellipsis
	}
	return text
}

// about is the cell under the cursor: from what to what, or why not.
func (p *Preview) about(person, column int) string {
	t := p.Text
	place := p.place(person, column)
	c, ok := p.draft.At(person, column)
	if !ok {
		return place + " · " + t.Cells.Untouched
	}
	text := lang.Inert(strings.ReplaceAll(c.Text, "\n", " "))
	switch {
	case c.Problem == block.NoNumber:
		return p.Styles.Bad.Render("x " + place + " · " + lang.Fill(t.Cells.NoNumber, "text", text, "why", t.Why(c.Err)))
	case c.Problem == block.Locked:
		state := t.State(p.sheet.People[person].State)
		return p.Styles.Bad.Render("x " + place + " · " + lang.Fill(t.Results.Locked, "state", state))
	case c.Problem == block.NotPlanned:
		return p.Styles.Bad.Render("x " + place + " · " + t.Cells.NotPlanned)
	case !c.Changed():
		return place + " · " + t.Cells.Same
	}
	line := lang.Fill(t.Recall.Value, "name", about.Name(p.sheet, person), "code", figure.Code(c.Measure.Gauge),
		"before", figure.Typed(t, c.Was), "after", figure.Typed(t, c.Entry))
	if meant, slipped := about.Slip(p.sheet, person, c.Measure, c.Entry); slipped {
		line += " · " + p.Styles.Warning.Render("? "+lang.Fill(t.Cells.Meant, "value", t.Number(meant)))
	}
	if c.Outside() {
		line += " · " + p.Styles.Warning.Render(lang.Fill(t.Results.Outside, "range", figure.Plausible(t, c.Measure.Gauge)))
	}
	return line
}
