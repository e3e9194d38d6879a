package table_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/table"
)

// rows is a source that remembers what it was asked for.
type rows struct {
	n     int
	asked map[int]bool
	cell  func(row, col int) string
}

func (r *rows) Len() int { return r.n }

func (r *rows) Cell(row, col int) string {
	if r.asked == nil {
		r.asked = map[int]bool{}
	}
	r.asked[row] = true
	if r.cell != nil {
		return r.cell(row, col)
	}
	return fmt.Sprintf("r%dc%d", row, col)
}

var columns = []table.Column{
	{Title: "Nama", Min: 10, Max: 20}, {Title: "NIP", Min: 8, Max: 8, Level: 2}, {Title: "Nilai", Min: 6, Max: 6, Right: true},
}

func fresh(t testing.TB, columns []table.Column) *table.Table {
	env := uitest.Env(t, "id")
	return table.New(env.Text, env.Styles, columns)
}

func open(t *testing.T, n, width, height int) *table.Table {
	tb := fresh(t, columns)
	tb.Resize(width, height)
	tb.SetLen(n)
	return tb
}

// A million rows cost what one screen costs.
func TestOnlyVisibleRowsAreRead(t *testing.T) {
	tb, src := open(t, 1_000_000, 60, 11), &rows{n: 1_000_000}
	tb.MoveTo(500_000)
	uitest.Fits(t, tb.View(src), 60, 11)
	if len(src.asked) != 9 || !src.asked[500_000] {
		t.Errorf("asked for %d rows: %v", len(src.asked), src.asked)
	}
}

func TestMoving(t *testing.T) {
	keys := uitest.Env(t, "id").Keys
	for _, tt := range []struct {
		keys       string
		at, top, n int
	}{
		{"", 0, 0, 20}, {"up", 0, 0, 20}, {"down down", 2, 0, 20}, {"end", 19, 16, 20}, {"end down", 19, 16, 20},
		{"pgdown", 4, 1, 20}, {"pgdown pgdown up", 7, 5, 20}, {"end pgup", 15, 15, 20}, {"end home", 0, 0, 20},
		{"end", 0, 0, 0}, {"down pgdown", 0, 0, 1}, {"pgdown", 2, 0, 3},
	} {
		tb := open(t, tt.n, 40, 6)
		for _, k := range strings.Fields(tt.keys) {
			if !tb.Press(uitest.Key(k), keys) {
				t.Errorf("%s is no key that moves", k)
			}
		}
		if top, _ := tb.Visible(); tb.Cursor() != tt.at || top != tt.top {
			t.Errorf("%q in %d rows: at %d, top %d, want %d, %d", tt.keys, tt.n, tb.Cursor(), top, tt.at, tt.top)
		}
	}
	if open(t, 3, 40, 6).Press(uitest.Key("x"), keys) {
		t.Error("x moves the cursor")
	}
}

func TestResizeKeepsTheCursorInSight(t *testing.T) {
	tb := open(t, 100, 60, 21)
	tb.MoveTo(50)
	for _, size := range [][2]int{{60, 6}, {20, 3}, {5, 1}, {0, 0}, {120, 40}, {60, 21}} {
		tb.Resize(size[0], size[1])
		uitest.Fits(t, tb.View(&rows{n: 100}), max(1, size[0]), max(1, size[1]))
		if first, end := tb.Visible(); tb.Cursor() != 50 || first > 50 || end <= 50 {
			t.Errorf("%v: cursor %d, rows %d to %d", size, tb.Cursor(), first, end)
		}
	}
	tb.SetLen(10)
	if tb.Cursor() != 9 {
		t.Errorf("cursor %d in 10 rows", tb.Cursor())
	}
}

func TestColumnsGiveWay(t *testing.T) {
	tb := open(t, 1, 30, 3)
	if tb.Width(1) == 0 {
		t.Error("there is room for all three")
	}
	tb.Resize(29, 3)
	if tb.Width(1) > 0 || tb.Width(0) == 0 || tb.Width(2) == 0 {
		t.Error("the column of level 2 does not give way alone")
	}
	tb.Resize(120, 3)
	line := strings.Split(ansi.Strip(tb.View(&rows{n: 1})), "\n")[0]
	if got := ansi.StringWidth(line); got != 2+20+2+8+2+6 {
		t.Errorf("a wide room gives %d cells: %q", got, line)
	}
}

// Cells are cells, whatever is written in them: columns stand below one another.
func TestWideCombiningAndHostileText(t *testing.T) {
	for _, name := range []string{
		"漢字漢字漢字漢字漢字漢字", "e\u0301e\u0301e\u0301", "عائشة بنت أحمد", "👩\u200d⚕️ dr. Sari", strings.Repeat("panjang ", 15),
		"\x1b[31mmerah\x1b[0m", "a\u202egnirts", "x\ny\tz", "bel\x07", "\u009b31m", "\xff\xfe", "",
	} {
		src := &rows{n: 2, cell: func(row, col int) string {
			if row == 0 && col == 0 {
				return name
			}
			return "9,5"
		}}
		tb := open(t, 2, 40, 3)
		lines := strings.Split(ansi.Strip(tb.View(src)), "\n")
		if len(lines) != 3 {
			t.Fatalf("%q makes %d lines", name, len(lines))
		}
		for _, line := range lines[1:] {
			if ansi.StringWidth(line) != 40 || !strings.HasSuffix(line, "   9,5") {
				t.Errorf("%q: %d cells: %q", name, ansi.StringWidth(line), line)
			}
		}
		for _, bad := range []string{"\x1b", "\x07", "\u202e", "\u009b", "\t"} {
			if strings.Contains(tb.View(src), bad) {
				t.Errorf("%q passes %q on", name, bad)
			}
		}
	}
}

func BenchmarkKeyAtAMillionRows(b *testing.B) {
	tb, src := fresh(b, columns), &rows{n: 1_000_000, cell: func(int, int) string { return "Siti Aminah" }}
	tb.Resize(120, 36)
	tb.SetLen(src.n)
	for i := range b.N {
		tb.MoveTo(i * 7919 % src.n)
		tb.View(src)
	}
}

// Where even the columns that stay have no room, the widest text is cut, with an
// ellipsis; numbers and the last column stay whole, and lend what they can spare.
func TestColumnsInTooLittleRoom(t *testing.T) {
	tb := fresh(t, []table.Column{
		{Title: "Kode", Min: 8}, {Title: "Indikator", Min: 20}, {Title: "Target", Min: 10, Right: true}, {Title: "Bobot", Min: 6, Right: true},
	})
	tb.SetLen(1)
	tb.Resize(40, 3)
	view := ansi.Strip(tb.View(cells{"IDL", "Imunisasi dasar lengkap", "100", "24"}))
	for _, want := range []string{"Target  Bobot", "   100     24", "Imunisasi dasar …"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	uitest.Fits(t, view, 40, 3)
}

// cells is a table of one row.
type cells []string

func (c cells) Len() int               { return 1 }
func (c cells) Cell(_, col int) string { return c[col] }

// What is out of sight is counted in the last line; a list that just fits has
// every line for its rows.
func TestSaysWhatIsOutOfSight(t *testing.T) {
	last := func(tb *table.Table, n int) string {
		lines := strings.Split(ansi.Strip(tb.View(&rows{n: n})), "\n")
		return strings.TrimSpace(lines[len(lines)-1])
	}
	tb := open(t, 20, 60, 6)
	if got := last(tb, 20); got != "▼ 16 baris lagi" {
		t.Errorf("at first: %q", got)
	}
	tb.MoveTo(10)
	if got := last(tb, 20); got != "▲ 7 · ▼ 9 baris lagi" {
		t.Errorf("in the middle: %q", got)
	}
	tb.MoveTo(19)
	if got := last(tb, 20); got != "▲ 16 baris lagi" {
		t.Errorf("at the end: %q", got)
	}
	if got := last(open(t, 5, 60, 6), 5); !strings.Contains(got, "r4c0") {
		t.Errorf("five rows in six lines end with %q", got)
	}
	if got := last(open(t, 5, 60, 3), 5); !strings.Contains(got, "r1c0") {
		t.Errorf("three lines have none to spare: %q", got)
	}
}

// A row that is selected is marked in a place of its own: no text moves.
func TestSelectingMovesNothing(t *testing.T) {
	picked := map[int]bool{}
	tb := open(t, 3, 60, 4)
	tb.SetPicked(func(row int) bool { return picked[row] })
	before := strings.Split(ansi.Strip(tb.View(&rows{n: 3})), "\n")
	picked[0], picked[1] = true, true
	after := strings.Split(ansi.Strip(tb.View(&rows{n: 3})), "\n")
	for row, want := range map[int]string{1: "▸✓ r0c0", 2: " ✓ r1c0", 3: "   r2c0"} {
		if !strings.HasPrefix(after[row], want) {
			t.Errorf("row %d: %q, want %q", row, after[row], want)
		}
		if strings.Replace(after[row], "✓", " ", 1) != before[row] {
			t.Errorf("selecting moves %q to %q", before[row], after[row])
		}
	}
}

// Room that one column has no use for goes to one whose texts are cut: to names
// before all others.
func TestNoTextIsCutWhileAnotherColumnHasRoom(t *testing.T) {
	columns := []table.Column{
		{Title: "Jabatan", Min: 12, Max: 40}, {Title: "Nama", Name: true, Min: 10, Max: 40}, {Title: "Keadaan", Min: 30, Max: 34},
	}
	name, post := "Raden Roro Sekar Arum, S.Tr.Keb.", "Pengadministrasi Perkantoran"
	at := func(width int) string {
		tb := fresh(t, columns)
		tb.Resize(width, 3)
		tb.SetLen(1)
		view := tb.View(cells{post, name, "final"})
		uitest.Fits(t, view, width, 3)
		return strings.Split(ansi.Strip(view), "\n")[1]
	}
	if got := at(80); strings.Contains(got, "…") || !strings.Contains(got, post) {
		t.Errorf("80 cells have room for all: %q", got)
	}
	if got := at(62); !strings.Contains(got, name) || !strings.Contains(got, "…") {
		t.Errorf("in 62 the name does not go first: %q", got)
	}
	name = strings.Repeat("panjang ", 7) + "akhir"
	if got := at(140); !strings.Contains(got, name) {
		t.Errorf("a name is cut while cells are left: %q", got)
	}
	name = "Siti"
	if got := at(120); !strings.Contains(got, post+strings.Repeat(" ", 14)) {
		t.Errorf("with room enough columns do not stand apart as before: %q", got)
	}
}

// Names lose their degrees before they are cut, and namesakes keep them.
func TestNamesLoseTheirDegrees(t *testing.T) {
	tb := fresh(t, []table.Column{{Title: "Nama", Name: true, Min: 12, Max: 12}})
	tb.Resize(14, 2)
	tb.SetLen(1)
	row := func() string {
		return strings.TrimSpace(strings.Split(ansi.Strip(tb.View(cells{"Dewi Lestari, S.Pd."})), "\n")[1])
	}
	if got := row(); got != "▸ Dewi Lestari" {
		t.Errorf("%q", got)
	}
	tb.SetNamesakes(lang.Namesakes{"dewi lestari": true})
	if got := row(); got != "▸ Dewi Lestar…" {
		t.Errorf("a namesake: %q", got)
	}
}
