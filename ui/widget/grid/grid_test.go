package grid_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"kinerja/ui/theme"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/grid"
)

// numbers is a source whose cells say where they are.
type numbers struct {
	rows  int
	names []string
}

func (n numbers) Rows() int { return n.rows }
func (n numbers) Name(row int) string {
	if row < len(n.names) {
		return n.names[row]
	}
	return fmt.Sprintf("Pegawai %d", row)
}
func (n numbers) Cell(row, column int) grid.Cell {
	return grid.Cell{Text: fmt.Sprintf("%d,%d", row, column)}
}
func (n numbers) Typed(row, column int) string { return fmt.Sprintf("%d,%d", row, column) }

func newGrid(t testing.TB, rows, columns, width, height int, names ...string) *grid.Grid {
	t.Helper()
	env := uitest.Env(t, "id")
	g := grid.New(env.Keys, env.Styles, grid.Labels{Names: "Pegawai", Target: "target"})
	var list []grid.Column
	for i := range columns {
		list = append(list, grid.Column{Head: fmt.Sprintf("I%d", i), Target: "90"})
	}
	list = append(list, grid.Column{Head: "nilai", Width: 6, Computed: true})
	g.SetColumns(list)
	g.SetSource(numbers{rows, names}, 20, nil)
	g.Resize(width, height)
	return g
}

// press sends keys; what is asked for is granted.
func press(g *grid.Grid, keys ...string) (last grid.Ask) {
	for _, k := range keys {
		last = g.Press(uitest.Key(k))
		switch last.Kind {
		case grid.Begin:
			g.Begin(last)
		case grid.Leave:
			g.Accept(last)
		}
	}
	return last
}

func TestMoving(t *testing.T) {
	for _, tt := range []struct {
		keys     string
		row, col int
	}{
		{"down down right", 2, 1},
		{"up left", 0, 0},
		{"end", 0, 4},
		{"end home down", 1, 0},
		{"ctrl+end", 29, 4},
		{"ctrl+end ctrl+home", 0, 0},
		{"pgdown", 8, 0},
		{"pgdown pgdown pgdown pgdown pgdown", 29, 0},
		{"tab tab enter", 1, 0},
		{"right tab tab enter", 1, 1},
		{"right tab tab enter tab enter", 2, 1},
		{"right tab down enter", 2, 2},              // an arrow ends tabbing
		{"end tab", 1, 0},                           // around the end of a line
		{"down shift+tab", 0, 4},                    // and back
		{"shift+tab", 0, 0},                         // but not out of the grid
		{"ctrl+end tab", 29, 4},                     //
		{"right 1 tab 2 tab 3 enter", 1, 1},         // typing between
		{"1 enter 2 enter", 2, 0},                   //
		{"1 right", 0, 1},                           // typing: an arrow leaves the cell
		{"f2 left left right down", 1, 0},           // editing: it moves in the text
		{"f2 f2 right", 0, 1},                       // and F2 changes between the two
		{"e 1 pgdown", 8, 0},                        //
		{"5 esc down", 1, 0},                        //
		{"ctrl+end pgup up", 20, 4},                 //
		{"z x q", 0, 0},                             // letters are not the grid's
		{"ctrl+end 1 enter enter", 29, 4},           // the last row stays the last
		{"right right tab enter enter enter", 3, 2}, //
	} {
		g := newGrid(t, 30, 5, 80, 10)
		press(g, strings.Fields(tt.keys)...)
		if row, col, ok := g.Cursor(); row != tt.row || col != tt.col || !ok {
			t.Errorf("%s: cursor at %d, %d; want %d, %d", tt.keys, row, col, tt.row, tt.col)
		}
	}
}

func TestWhatBeginsTyping(t *testing.T) {
	for key, want := range map[string]string{"7": "7", ",": ",", "-": "-", "f2": "0,0", "e": "0,0", "backspace": ""} {
		g := newGrid(t, 3, 2, 80, 10)
		if press(g, key); !g.Typing() || g.Text() != want {
			t.Errorf("%s: typing %v with %q, want %q", key, g.Typing(), g.Text(), want)
		}
	}
	for _, key := range []string{".", "a", "/", "+", "x", "alt+7"} {
		g := newGrid(t, 3, 2, 80, 10)
		if a := press(g, key); g.Typing() || a.Kind != grid.Unknown {
			t.Errorf("%s begins typing", key)
		}
	}
}

// A fast typist's keys arrive as one message; while typing it is all text.
func TestMergedRunes(t *testing.T) {
	g := newGrid(t, 3, 2, 80, 10)
	press(g, "4")
	if a := g.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("7/52")}); a.Kind != grid.Typed || g.Text() != "47/52" {
		t.Errorf("typed %q", g.Text())
	}
}

func TestPaste(t *testing.T) {
	paste := func(g *grid.Grid, text string) grid.Ask {
		return g.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	}
	g := newGrid(t, 3, 2, 80, 10)
	if a := paste(g, " 92,5\r\n"); a.Kind != grid.Begin || a.Text != "92,5" {
		t.Errorf("one value: %+v", a)
	}
	for _, block := range []string{"1\t2", "1\n2", "1\r\n2\r\n"} {
		if a := paste(g, block); a.Kind != grid.Block {
			t.Errorf("%q: %+v", block, a)
		}
	}
	press(g, "1")
	paste(g, "2\u202e3\x1b")
	if got := g.Text(); got != "123" {
		t.Errorf("pasted into a text: %q", got)
	}
	if a := paste(g, "\n"); a.Kind != grid.Moved || g.Text() != "123" {
		t.Errorf("an empty paste: %+v", a)
	}
}

// Whatever the names and the size, no line is wider than the room, and the
// columns stand below one another.
func TestWidths(t *testing.T) {
	names := []string{"小林 美咲", "Zoe\u0308", "فاطمة \u202eزهراء", strings.Repeat("Panjang ", 9), "Ani, S.Tr.Keb.", "a\tb\x1b[31m", ""}
	for width := range 130 {
		for _, rows := range []int{0, 1, 7} {
			g := newGrid(t, rows, 8, width, 9, names...)
			uitest.Fits(t, g.View(), width, 9)
			press(g, "end", "5")
			uitest.Fits(t, g.View(), width, 9)
		}
	}
	g := newGrid(t, 7, 3, 70, 12, names...)
	for i, line := range strings.Split(g.View(), "\n")[:9] {
		if at := strings.Index(line, "│"); ansi.StringWidth(line[:at]) != 45 {
			t.Errorf("line %d: the rule stands at %d\n%s", i, ansi.StringWidth(line[:at]), g.View())
		}
	}
}

// The cursor is on screen wherever it goes and however the room changes.
func TestCursorStaysInSight(t *testing.T) {
	g := newGrid(t, 50, 8, 60, 10)
	for i, key := range strings.Fields("end pgdown pgdown home down tab tab tab tab tab tab ctrl+end ctrl+home end left left pgdown") {
		press(g, key)
		for _, size := range [][2]int{{60, 10}, {30, 4}, {120, 40}, {60, 10}} {
			g.Resize(size[0], size[1])
			row, col, _ := g.Cursor()
			if want := fmt.Sprintf("▸%6s", fmt.Sprintf("%d,%d", row, col)); !strings.Contains(g.View(), want) {
				t.Fatalf("step %d (%s): no %q at %v\n%s", i, key, want, size, g.View())
			}
		}
	}
}

func TestLine(t *testing.T) {
	for _, tt := range []struct{ text, keys, want string }{
		{"abc", "backspace", "ab"},
		{"abc", "left left delete", "ac"},
		{"abc", "home delete end backspace", "b"},
		{"ae\u0308", "backspace", "a"}, // letter and mark are one
		{"", "backspace delete left right", ""},
		{"小林", "left backspace", "林"},
		{"a\u200bb\u202ec\x07", "", "abc"},
		{"a\tb", "", "a b"},
	} {
		l := grid.NewLine(tt.text)
		for _, k := range strings.Fields(tt.keys) {
			l.Edit(uitest.Key(k))
		}
		if got := l.Text(); got != tt.want {
			t.Errorf("%q after %s is %q, want %q", tt.text, tt.keys, got, tt.want)
		}
	}
	l := grid.NewLine("a")
	l.Insert([]rune{'\u0308', 'x'}) // the mark joins the letter that stands there
	l.Edit(uitest.Key("left"))
	l.Edit(uitest.Key("backspace"))
	if got := l.Text(); got != "x" {
		t.Errorf("mark typed after its letter: %q", got)
	}
	long := grid.NewLine(strings.Repeat("x", 150))
	long.Insert([]rune(strings.Repeat("y", 100)))
	if got := len(long.Text()); got != 150 {
		t.Errorf("an endless line took %d", got)
	}
}

// The text of a line that is longer than its room scrolls with the cursor.
func TestLineInItsRoom(t *testing.T) {
	l := grid.NewLine("1234567890")
	for _, tt := range []struct{ key, want string }{
		{"end", "67890[ ]"}, {"left", "56789[0]"}, {"home", "[1]23456"}, {"right", "1[2]3456"},
	} {
		l.Edit(uitest.Key(tt.key))
		before, on, after := l.Parts(6)
		if got := before + "[" + on + "]" + after; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.key, got, tt.want)
		}
	}
}

// The last line's numbers are never cut into other numbers: a column grows to
// hold them, and one that is too wide for any column is no number at all.
func TestFootIsNeverCut(t *testing.T) {
	g := newGrid(t, 3, 1, 60, 10)
	g.SetFoot(&grid.Foot{Names: []string{"gabungan"}, Cells: []string{"~1.101,83"}})
	if view := ansi.Strip(g.View()); !strings.Contains(view, "~1.101,83") {
		t.Errorf("the last line:\n%s", view)
	}
	g.SetFoot(&grid.Foot{Names: []string{"gabungan"}, Cells: []string{strings.Repeat("9", 40)}})
	if view := ansi.Strip(g.View()); strings.Contains(view, "99") || !strings.Contains(view, "###") {
		t.Errorf("a number cut short:\n%s", view)
	}
}

// noted is a source with a note on every value.
type noted struct{ numbers }

func (n noted) Cell(row, column int) grid.Cell {
	c := n.numbers.Cell(row, column)
	c.Note = true
	if column == 1 {
		c.Mark = grid.Warn
	}
	return c
}

// The sign of a note is not hidden by the cursor; a warning goes before it.
func TestANoteIsSeenUnderTheCursor(t *testing.T) {
	g := newGrid(t, 2, 2, 60, 6)
	g.SetSource(noted{numbers{rows: 2}}, 20, nil)
	row := func() string { return strings.Split(ansi.Strip(g.View()), "\n")[2] }
	if got := row(); !strings.Contains(got, "▸   0,0\"\"   0,1!") {
		t.Errorf("on the first: %q", got)
	}
	press(g, "right")
	if got := row(); !strings.Contains(got, "\"   0,0 ▸   0,1!") {
		t.Errorf("on the second: %q", got)
	}
}

// A row is drawn in few pieces: a key sends the lines that changed.
func TestARowIsOnePiece(t *testing.T) {
	env := uitest.Env(t, "id")
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	g := grid.New(env.Keys, theme.New(r, false, true), grid.Labels{Names: "Pegawai", Target: "target"})
	var list []grid.Column
	for i := range 8 {
		list = append(list, grid.Column{Head: fmt.Sprintf("I%d", i), Target: "90"})
	}
	g.SetColumns(append(list, grid.Column{Head: "nilai", Width: 6, Computed: true}))
	g.SetSource(numbers{rows: 3}, 20, nil)
	g.Resize(100, 5)
	for i, most := range []int{3, 3, 3, 1} { // headings: before the rule, the rule, behind it
		if n := strings.Count(strings.Split(g.View(), "\n")[i], "\x1b[0m"); n > most {
			t.Errorf("line %d is drawn in %d pieces, want %d", i, n, most)
		}
	}
}

// What is out of sight is counted.
func TestHidden(t *testing.T) {
	g := newGrid(t, 10, 2, 60, 6)
	if above, below := g.Hidden(); above != 0 || below != 6 {
		t.Errorf("%d above, %d below", above, below)
	}
	press(g, "end", "pgdown", "pgdown", "pgdown")
	if above, below := g.Hidden(); above != 6 || below != 0 {
		t.Errorf("at the end %d above, %d below", above, below)
	}
}
