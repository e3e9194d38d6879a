// Package table shows a list of any length: it reads the rows that are on
// screen and no others, so a list of a million is as quick as one of ten.
//
// Text is shown inertly and measured in cells; columns that matter less give
// way when the room is narrow; cursor and scroll outlive a resize.
package table

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/pane"
)

// Source is what a table shows. It is asked for visible cells only.
type Source interface {
	Len() int
	Cell(row, col int) string
}

// Header is a Source some of whose rows are headings over those that follow.
// No two of them stand next to each other, and none is the last; the cursor
// passes over them.
type Header interface {
	// Heading is what such a row says; "" for any other.
	Heading(row int) string
}

// Column is one column of a table.
type Column struct {
	Title string
	Name  bool // names of people: they lose their degrees before they are cut, and have room first
	Min   int  // cells it needs
	Max   int  // cells beyond which it takes no share of spare room that no text of it needs; 0: no end
	Right bool // numbers stand to the right
	Firm  bool // keeps its width: its texts change while one works, and nothing may move then
	Tight bool // its cells begin with a sign or a blank of their own: one cell less before it
	// Level says who gives way: in a narrow room the columns of the highest
	// level go first. Those of level 0 stay always.
	Level int
}

const (
	gap    = 2 // cells between columns
	marker = 2 // cells before the first column, for the cursor's sign
	// least is the height from which a line is kept to say what is out of sight.
	least = 4
)

// pickMark stands before a row that is selected.
const pickMark = "✓"

// gap is how many cells stand before a column that is not the first.
func (c Column) gap() int {
	if c.Tight {
		return gap - 1
	}
	return gap
}

// Table is a list with a cursor. The zero Table is not usable; see New.
type Table struct {
	columns []Column
	text    *lang.Texts
	styles  *theme.Styles
	seen    []int // by column, the widest text that was on screen so far; 0: none was

	width, height int // height with the header
	at, top, n    int
	headings      Header // nil: none
	same          lang.Namesakes
	picked        func(row int) bool // nil: nothing is ever selected
}

// New returns a table of these columns.
func New(text *lang.Texts, styles *theme.Styles, columns []Column) *Table {
	return &Table{text: text, styles: styles, columns: columns, seen: make([]int, len(columns))}
}

// SetNamesakes tells whose names need their degrees to be told apart.
func (t *Table) SetNamesakes(same lang.Namesakes) { t.same = same }

// SetPicked tells which rows are selected. Their sign has a place of its own, so
// that selecting moves no name.
func (t *Table) SetPicked(picked func(row int) bool) { t.picked = picked }

// SetHeadings names who knows which rows are headings; it is told before SetLen.
func (t *Table) SetHeadings(h Header) { t.headings = h }

// heading is what a row says over those that follow; "" where it is none.
func (t *Table) heading(row int) string {
	if t.headings == nil || row < 0 || row >= t.n {
		return ""
	}
	return t.headings.Heading(row)
}

// Resize gives the table its room, header included, and keeps the cursor.
func (t *Table) Resize(width, height int) {
	t.width, t.height = max(0, width), max(0, height)
	t.scroll()
}

// SetLen tells how many rows there are now; the cursor stays where it can.
func (t *Table) SetLen(n int) {
	t.n = max(0, n)
	t.scroll()
}

// Cursor is the chosen row, 0 in an empty table.
func (t *Table) Cursor() int { return t.at }

// MoveTo chooses a row; one beyond the ends is the first or the last.
func (t *Table) MoveTo(row int) {
	up := row < t.at
	if t.at = max(0, min(row, t.n-1)); up && t.at > 0 && t.heading(t.at) != "" {
		t.at--
	}
	t.scroll()
}

// Visible returns the rows on screen: first, and the one after the last.
func (t *Table) Visible() (first, end int) { return t.top, min(t.n, t.top+t.page()) }

// Press moves the cursor if k is a key that moves it, and reports whether it
// was one.
func (t *Table) Press(k tea.KeyMsg, m *keys.Map) bool {
	switch {
	case key.Matches(k, m.Up):
		t.MoveTo(t.at - 1)
	case key.Matches(k, m.Down):
		t.MoveTo(t.at + 1)
	case key.Matches(k, m.PageUp):
		t.MoveTo(t.at - t.page())
	case key.Matches(k, m.PageDown):
		t.MoveTo(t.at + t.page())
	case key.Matches(k, m.Home):
		t.MoveTo(0)
	case key.Matches(k, m.End):
		t.MoveTo(t.n - 1)
	default:
		return false
	}
	return true
}

// page is how many rows fit below the header, at least one. Of a list that is
// longer the last line says how many are out of sight.
func (t *Table) page() int {
	rows := max(1, t.height-1)
	if t.n > rows && t.height >= least {
		rows--
	}
	return rows
}

// scroll brings the cursor into the list and onto the screen.
func (t *Table) scroll() {
	t.at = max(0, min(t.at, t.n-1))
	if t.heading(t.at) != "" {
		t.at = min(t.at+1, t.n-1)
	}
	t.top = max(0, min(t.top, t.n-t.page()))
	first := t.at
	if t.page() > 1 && t.heading(t.at-1) != "" {
		first-- // with the heading over it
	}
	if first < t.top {
		t.top = first
	}
	if t.at >= t.top+t.page() {
		t.top = t.at - t.page() + 1
	}
}

// View draws header and visible rows: as many lines as the table has room.
func (t *Table) View(src Source) string {
	if t.height <= 0 || t.width <= 0 {
		return ""
	}
	first, end := t.Visible()
	end = min(end, src.Len())
	cells := t.read(src, first, end)
	widths := t.widths()
	lines := make([]string, 0, t.height)
	title := func(col int) string { return t.columns[col].Title }
	lines = append(lines, t.styles.Header.Render(t.line(widths, strings.Repeat(" ", t.margin()), title, false)))
	for row := first; row < end && len(lines) < t.height; row++ {
		text := ""
		if head := t.heading(row); head != "" {
			text = t.styles.Header.Render(ansi.Truncate(lang.Inert(head), t.width, t.styles.Glyphs.Ellipsis))
		} else {
			text = t.line(widths, t.signs(row), func(col int) string { return cells[row-first][col] }, true)
		}
		if row == t.at {
			text = t.styles.Chosen.Render(text)
		}
		lines = append(lines, text)
	}
	for len(lines) < t.height {
		lines = append(lines, "")
	}
	if more := pane.More(t.text, t.styles.Glyphs, first, t.n-end); more != "" && t.height >= least {
		more = ansi.Truncate(strings.Repeat(" ", t.margin())+more, t.width, t.styles.Glyphs.Ellipsis)
		lines[len(lines)-1] = t.styles.Dim.Render(more)
	}
	return strings.Join(lines, "\n")
}

// read takes the cells of the rows from first to before end, and remembers how
// wide they are.
func (t *Table) read(src Source, first, end int) [][]string {
	list := make([][]string, 0, max(0, end-first))
	for row := first; row < end; row++ {
		cells := make([]string, len(t.columns))
		for col := range t.columns {
			if t.heading(row) == "" {
				if cells[col] = src.Cell(row, col); cells[col] != "" {
					t.seen[col] = max(t.seen[col], ansi.StringWidth(t.columns[col].Title), ansi.StringWidth(lang.Inert(cells[col])))
				}
			}
		}
		list = append(list, cells)
	}
	return list
}

// margin is the room before the first column: for the cursor's sign, and where
// rows can be selected for theirs.
func (t *Table) margin() int {
	if t.picked != nil {
		return marker + 1
	}
	return marker
}

// signs are what stands before a row.
func (t *Table) signs(row int) string {
	at, pick := " ", ""
	if row == t.at {
		at = t.styles.Glyphs.Cursor
	}
	if t.picked != nil {
		if pick = " "; t.picked(row) {
			pick = pickMark
		}
	}
	return at + pick + " "
}

// line sets one row's cells side by side.
func (t *Table) line(widths []int, before string, cell func(col int) string, names bool) string {
	var b strings.Builder
	b.WriteString(before)
	first := true
	for col, w := range widths {
		if w == 0 {
			continue
		}
		c := t.columns[col]
		if !first {
			b.WriteString(strings.Repeat(" ", c.gap()))
		}
		first = false
		text := cell(col)
		if c.Name && names {
			text = t.same.Fit(text, w, t.styles.Glyphs.Ellipsis)
		}
		b.WriteString(Fit(text, w, c.Right, t.styles.Glyphs.Ellipsis))
	}
	return ansi.Truncate(b.String(), t.width, t.styles.Glyphs.Ellipsis)
}

// Fit makes text exactly width cells wide: shown inertly, cut with an ellipsis,
// filled with spaces on the side that alignment leaves.
func Fit(text string, width int, right bool, ellipsis string) string {
	text = ansi.Truncate(lang.Inert(text), width, ellipsis)
	space := strings.Repeat(" ", max(0, width-lipgloss.Width(text)))
	if right {
		return space + text
	}
	return text + space
}

// Beside puts two blocks of lines next to each other, the right one from the
// given cell on.
func Beside(left, right string, from int) string {
	a, b := strings.Split(left, "\n"), strings.Split(right, "\n")
	lines := make([]string, max(len(a), len(b)))
	for i := range lines {
		if i < len(a) {
			lines[i] = a[i]
		}
		if i < len(b) {
			lines[i] += strings.Repeat(" ", max(0, from-ansi.StringWidth(lines[i]))) + b[i]
		}
	}
	return strings.Join(lines, "\n")
}
