package grid

import (
	"slices"

	"github.com/charmbracelet/x/ansi"
)

// Column is one column: its two lines of heading and how it is drawn.
type Column struct {
	Head   string // "IDL %", "Tunggu▼"
	Target string // second line of the heading
	// Width is the room for the widest content, in cells. The heading is
	// counted by itself; a column is never narrower than minWidth.
	Width int
	// Computed columns stand at the right after a rule. They are shown and
	// never typed.
	Computed bool
	Words    bool // left-aligned
	// Wish is the room for the longest words. They have it where nothing else
	// needs it; elsewhere they take the place of the computed column before.
	Wish  int
	extra int // what of Wish there is room for
}

// The room that things take, in cells.
const (
	minWidth  = 6  // of a column typed into: "47/52" and the cursor after it
	maxWidth  = 20 // of any column
	minName   = 16
	minBare   = 8 // of the name column when there is no room for anything else
	edges     = 2 // beside each number: cursor at its left, mark at its right
	ruleWidth = 1 // before the computed columns
)

// window is what of the columns is on screen.
type window struct {
	name     int   // width of the name column, without margin
	data     []int // data columns shown, from left to right
	computed []int // computed columns shown
}

func (c Column) width() int {
	w := max(c.Width, ansi.StringWidth(c.Head), ansi.StringWidth(c.Target))
	if !c.Computed {
		w = max(w, minWidth)
	}
	return min(w, maxWidth) + c.extra
}

// room is the cells that c takes in a line.
func (c Column) room() int {
	if c.Computed {
		return c.width() + 1
	}
	return c.width() + edges
}

// window decides which columns are on screen when the data columns begin with
// the first-th. Computed columns go when they would leave no room for data.
func (g *Grid) window(first int) window {
	w := window{name: g.nameWidth}
	left := g.width - 1 - w.name
	if g.showComputed {
		w.computed = g.computed
		left -= g.computedRoom()
	}
	for i := first; i < len(g.data); i++ {
		left -= g.columns[g.data[i]].room()
		if left < 0 && len(w.data) > 0 {
			break
		}
		w.data = append(w.data, i)
	}
	return w
}

func (g *Grid) computedRoom() int {
	if len(g.computed) == 0 {
		return 0
	}
	room := ruleWidth
	for _, i := range g.computed {
		room += g.columns[i].room()
	}
	return room
}

// fit divides the width anew. The name column takes what whole data columns
// leave over, and keeps that width while one scrolls, because it is frozen.
func (g *Grid) fit() {
	for i := range g.columns {
		g.columns[i].extra = 0
	}
	g.divide()
	spare := g.width - 1 - g.nameWidth - g.computedRoom()
	for _, i := range g.data {
		spare -= g.columns[i].room()
	}
	for _, i := range g.computed {
		if more := g.columns[i].Wish - g.columns[i].width(); more > 0 && more <= spare {
			g.columns[i].extra = more
			spare -= more
		}
	}
}

func (g *Grid) divide() {
	widest := 0
	for _, i := range g.data {
		widest = max(widest, g.columns[i].room())
	}
	g.nameWidth = min(max(g.nameWish, minBare), minName)
	left := g.width - 1 - g.nameWidth - g.computedRoom()
	g.showComputed = left >= widest
	if !g.showComputed {
		left = g.width - 1 - g.nameWidth
	}
	if left < widest {
		g.nameWidth = max(minBare, g.nameWidth+left-widest)
		return
	}
	for _, i := range g.data {
		room := g.columns[i].room()
		if room > left {
			break
		}
		left -= room
	}
	g.nameWidth = min(max(g.nameWish, minBare), g.nameWidth+left)
}

// scroll moves the window as little as needed for the cursor to be in it.
func (g *Grid) scroll() {
	rows := g.bodyRows()
	g.top = max(0, min(g.top, g.rows()-rows))
	if g.row < g.top {
		g.top = g.row
	}
	if g.row >= g.top+rows {
		g.top = g.row - rows + 1
	}
	g.left = max(0, min(g.left, g.col))
	for g.left < g.col && !slices.Contains(g.window(g.left).data, g.col) {
		g.left++
	}
	// What fits again after the window grew is shown again.
	for g.left > 0 && slices.Contains(g.window(g.left-1).data, len(g.data)-1) {
		g.left--
	}
}

// bodyRows is how many people have room on screen.
func (g *Grid) bodyRows() int {
	rows := g.height - 2
	if g.foot != nil {
		rows--
	}
	return max(1, rows)
}
