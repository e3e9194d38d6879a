package grid

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/sheet"
)

// Range begins a range at the cursor that arrows alone extend; while one is
// open it leaves it as it is, and arrows move again.
func (g *Grid) Range() {
	if _, _, ok := g.Cursor(); !ok {
		return
	}
	g.ranging = !g.ranging
	if !g.selected {
		g.hold()
	}
}

// Ranging says that arrows extend the range now.
func (g *Grid) Ranging() bool { return g.ranging }

// Deselect gives the range up.
func (g *Grid) Deselect() { g.selected, g.ranging = false, false }

// Selected is the range, by columns as in SetColumns; ok is false where only
// the cell under the cursor is meant, and then it is that cell.
func (g *Grid) Selected() (span sheet.Span, ok bool) {
	row, column, ok := g.Cursor()
	if !ok {
		return sheet.Span{}, false
	}
	if !g.selected {
		return sheet.Between(row, column, row, column), false
	}
	return sheet.Between(g.anchor, g.data[g.side], row, column), true
}

// Move takes a key that moves the cursor, and does nothing else.
func (g *Grid) Move(k tea.KeyMsg) {
	if m, ok := g.moveOf(k); ok && m != enter {
		g.Deselect()
		g.step(m)
	}
}

// hold begins a range at the cursor.
func (g *Grid) hold() { g.selected, g.anchor, g.side = true, g.row, g.col }

// extend takes a key that extends the range.
func (g *Grid) extend(k tea.KeyMsg) bool {
	m, ok := shifted(k)
	if !ok {
		if !g.ranging {
			return false
		}
		if m, ok = g.moveOf(k); !ok || m == enter || m == tab || m == backTab {
			return false
		}
	}
	if !g.selected {
		g.hold()
	}
	g.step(m)
	return true
}

// shifted is where a key with Shift takes the end of the range.
func shifted(k tea.KeyMsg) (move, bool) {
	switch k.Type {
	case tea.KeyShiftUp:
		return up, true
	case tea.KeyShiftDown:
		return down, true
	case tea.KeyShiftLeft:
		return left, true
	case tea.KeyShiftRight:
		return right, true
	case tea.KeyShiftHome, tea.KeyCtrlShiftLeft:
		return home, true
	case tea.KeyShiftEnd, tea.KeyCtrlShiftRight:
		return end, true
	case tea.KeyCtrlShiftUp:
		return top, true
	case tea.KeyCtrlShiftDown:
		return bottom, true
	case tea.KeyCtrlShiftHome:
		return first, true
	case tea.KeyCtrlShiftEnd:
		return last, true
	}
	return stay, false
}
