package mouse_test

import (
	"strings"
	"testing"

	"kinerja/ui/mouse"
)

// list is a page with a cursor: items of so many lines each, and in a grid
// columns of so many cells.
type list struct {
	items   []string // "" is a gap that the cursor steps over
	columns int
	at, col int
	top     int
	stuck   bool // the cursor stays: a text is not finished
	presses int
}

func (l *list) View() string {
	lines := []string{"Judul", ""}
	for i, it := range l.items {
		for n, line := range strings.Split(it, "\n") {
			sign := "  "
			if i == l.at && n == 0 {
				sign = "▸ "
			}
			text := sign + line
			for c := range l.columns {
				mark := " "
				if i == l.at && c == l.col {
					mark = "▸"
				}
				text += "  " + mark + "90"
			}
			lines = append(lines, text)
		}
	}
	return strings.Join(append(lines[:2], lines[2+l.top:]...), "\n")
}

func (l *list) Step(d mouse.Direction) {
	l.presses++
	if l.stuck {
		return
	}
	switch d {
	case mouse.Up, mouse.Down:
		by := 1
		if d == mouse.Up {
			by = -1
		}
		for to := l.at + by; to >= 0 && to < len(l.items); to += by {
			if l.items[to] != "" {
				l.at = to
				return
			}
		}
	case mouse.Left:
		l.col = max(0, l.col-1)
	case mouse.Right:
		l.col = min(l.columns-1, l.col+1)
	}
}

func TestClickOnARow(t *testing.T) {
	for from := range 4 {
		for to := range 4 {
			l := &list{items: []string{"Ani", "Budi", "Citra", "Dedi"}, at: from}
			again := mouse.Click(l, "▸", 5, 2+to)
			if l.at != to || again != (from == to) {
				t.Errorf("from %d a click on %d leads to %d, again %v", from, to, l.at, again)
			}
		}
	}
}

// A click beside the list leaves the cursor where it was.
func TestClickOnNothing(t *testing.T) {
	for _, y := range []int{-1, 0, 1, 4, 7, 99} {
		l := &list{items: []string{"Ani", "Budi", "", "Citra"}, at: 1}
		if mouse.Click(l, "▸", 5, y) || l.at != 1 {
			t.Errorf("line %d: cursor on %d", y, l.at)
		}
	}
	if l := (&list{items: []string{"Ani"}, at: 5}); mouse.Click(l, "▸", 5, 2) || l.presses != 0 {
		t.Error("a page without cursor gets keys")
	}
}

// An item of several lines is meant by each of them; a gap is stepped over.
func TestClickOnLongItems(t *testing.T) {
	for y, want := range map[int]int{2: 0, 3: 0, 4: 1, 5: 2, 6: 2, 8: 4, 9: 4} {
		for from := range 5 {
			if from == 3 {
				continue
			}
			l := &list{items: []string{"Ani\ncatatan", "Budi", "Citra\ncatatan", "", "Dedi\ncatatan"}, at: from}
			if mouse.Click(l, "▸", 5, y); l.at != want {
				t.Errorf("from %d a click on line %d leads to %d, want %d", from, y, l.at, want)
			}
		}
	}
}

// In a grid the column is sought too; the name leaves it where it is.
func TestClickOnACell(t *testing.T) {
	for x, want := range map[int]int{0: 2, 3: 2, 7: 2, 8: 0, 12: 0, 13: 1, 17: 1, 18: 2, 22: 2, 23: 3, 24: 3, 40: 3} {
		l := &list{items: []string{"Ani", "Budi", "Eka"}, columns: 4, at: 0, col: 2}
		again := mouse.Click(l, "▸", x, 3)
		if l.at != 1 || l.col != want || again {
			t.Errorf("a click at %d leads to row %d column %d, want %d", x, l.at, l.col, want)
		}
	}
	l := &list{items: []string{"Ani", "Budi"}, columns: 4, at: 1, col: 2}
	if !mouse.Click(l, "▸", 18, 3) || mouse.Click(l, "▸", 23, 3) || !mouse.Click(l, "▸", 23, 3) {
		t.Error("a second click on a cell is not told from the first")
	}
}

// What is being typed and cannot be left stays.
func TestClickWhileTheCursorIsHeld(t *testing.T) {
	l := &list{items: []string{"Ani", "Budi", "Citra"}, at: 0, stuck: true}
	if mouse.Click(l, "▸", 5, 4) || l.at != 0 || l.presses > 3 {
		t.Errorf("cursor on %d after %d keys", l.at, l.presses)
	}
}
