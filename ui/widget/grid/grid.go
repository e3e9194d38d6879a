// Package grid is a table of numbers that one types into: people down, figures
// across, names and headings frozen, computed columns behind a rule.
//
// It draws and asks only for what is on screen, so a key costs the same at ten
// rows and at a hundred thousand. It holds no data: a Source does. It decides
// nothing: Press says in an Ask what a key means (a text was left, a value is
// to be cleared), the page judges it and answers with Accept, or leaves the
// person typing.
//
// Shift and arrows select a range, or arrows alone after the key for it; any
// other move gives the range up.
//
// The grid is in one of two states. Moving: keys move the cursor; a digit,
// comma or minus begins typing. Typing: every printable character is text.
package grid

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Mark says what is to be known about a value beside the value itself.
type Mark uint8

// The marks; each has its own sign, so none needs colour.
const (
	NoMark  Mark = iota
	Warn         // outside what is plausible: !
	Doubt        // may be a slip of a digit: ?
	Saving       // on its way into the file: …
	Unsaved      // could not be saved: *
	Coming       // would be put there: +
	Refused      // cannot be put there: x
	Own          // is held against another target than that above: ^
)

// Cell is what stands in one place.
type Cell struct {
	Text string // as shown; empty where there is no such value
	Mark Mark
	Note bool // there is a note on it: "
}

// Source gives the grid what it draws. Rows and columns count from 0; columns
// are those given to SetColumns.
type Source interface {
	Rows() int
	Name(row int) string
	Cell(row, column int) Cell
	// Typed is the text that editing a cell begins with.
	Typed(row, column int) string
}

// Labels are the words that the grid itself shows.
type Labels struct {
	Names  string // heading of the names
	Target string // before the second line of headings
}

// Grid is the table on screen. Make one with New.
type Grid struct {
	keys   *keys.Map
	styles *theme.Styles
	labels Labels

	source   Source
	columns  []Column
	data     []int // columns that are typed into, and computed ones
	computed []int
	nameWish int
	same     lang.Namesakes
	foot     *Foot // nil: no line

	width, height int
	nameWidth     int
	showComputed  bool

	row, col  int // cursor; col counts data columns
	top, left int // first row and first data column on screen
	tabbed    int // data column in which tabbing began; -1: not tabbing

	selected     bool // a range from the anchor to the cursor
	ranging      bool // arrows alone extend it
	anchor, side int  // row and data column at which the range began

	typing bool
	inside bool // arrows and Home move in the text, as after F2
	line   Line
}

// New returns an empty grid.
func New(k *keys.Map, s *theme.Styles, l Labels) *Grid {
	return &Grid{keys: k, styles: s, labels: l, tabbed: -1}
}

// SetSource gives the grid its data, the width that names would like, and those
// that more than one person has. The cursor stays where it is as far as there
// are rows.
func (g *Grid) SetSource(s Source, nameWish int, same lang.Namesakes) {
	g.source, g.nameWish, g.same = s, nameWish, same
	g.settle()
}

// SetColumns gives the grid its columns.
func (g *Grid) SetColumns(columns []Column) {
	g.columns, g.data, g.computed = slices.Clone(columns), nil, nil
	for i, c := range columns {
		if c.Computed {
			g.computed = append(g.computed, i)
		} else {
			g.data = append(g.data, i)
		}
	}
	g.settle()
}

// Foot is the last line.
type Foot struct {
	Names []string // the first that has room is its name
	Cells []string // by column
}

// SetFoot gives the last line; nil takes it away.
func (g *Grid) SetFoot(foot *Foot) {
	g.foot = foot
	if foot != nil { // the last line may hold the widest number of its column
		g.columns = slices.Clone(g.columns)
		for i := range min(len(g.columns), len(foot.Cells)) {
			g.columns[i].Width = max(g.columns[i].Width, ansi.StringWidth(foot.Cells[i]))
		}
	}
	g.settle()
}

// Resize gives the grid its room, in cells.
func (g *Grid) Resize(width, height int) {
	g.width, g.height = max(0, width), max(0, height)
	g.settle()
}

func (g *Grid) settle() {
	g.row = max(0, min(g.row, g.rows()-1))
	g.col = max(0, min(g.col, len(g.data)-1))
	g.anchor = max(0, min(g.anchor, g.rows()-1))
	g.side = max(0, min(g.side, len(g.data)-1))
	g.fit()
	g.scroll()
}

func (g *Grid) rows() int {
	if g.source == nil {
		return 0
	}
	return g.source.Rows()
}

// Cursor is where the cursor is: a row, and a column as in SetColumns. ok is
// false where there is nothing to be on.
func (g *Grid) Cursor() (row, column int, ok bool) {
	if g.rows() == 0 || len(g.data) == 0 {
		return 0, 0, false
	}
	return g.row, g.data[g.col], true
}

// Goto puts the cursor on a row and column; a computed column, or one that is
// not there, leaves the cursor in its column.
func (g *Grid) Goto(row, column int) {
	was := [2]int{g.row, g.col}
	g.row = row
	for i, c := range g.data {
		if c == column {
			g.col = i
		}
	}
	g.settle()
	if was != [2]int{g.row, g.col} {
		g.tabbed = -1
		g.Deselect()
	}
}

// Shown says which of the data columns are on screen, counted from 1, and how
// many there are.
func (g *Grid) Shown() (first, last, all int) {
	w := g.window(g.left)
	if len(w.data) == 0 {
		return 0, 0, len(g.data)
	}
	return w.data[0] + 1, w.data[len(w.data)-1] + 1, len(g.data)
}

// Hidden is how many rows are out of sight.
func (g *Grid) Hidden() (above, below int) {
	return g.top, max(0, g.rows()-g.top-g.bodyRows())
}

// Typing says that printable characters are text now.
func (g *Grid) Typing() bool { return g.typing }

// Text is what has been typed so far.
func (g *Grid) Text() string { return g.line.Text() }

// Line is the text being typed, with its cursor; nil where nothing is typed.
func (g *Grid) Line() *Line {
	if !g.typing {
		return nil
	}
	return &g.line
}

// Type begins typing in the cell under the cursor with text. inside says that
// the text is to be edited, not replaced.
func (g *Grid) Type(text string, inside bool) {
	if _, _, ok := g.Cursor(); ok {
		g.typing, g.inside, g.line = true, inside, NewLine(text)
		g.Deselect()
		g.scroll()
	}
}

// Cancel ends typing; the old value stands again.
func (g *Grid) Cancel() { g.typing, g.line = false, Line{} }
