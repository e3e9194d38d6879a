package grid

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// Kind says what a key press means.
type Kind uint8

// The kinds.
const (
	Unknown Kind = iota // the key is not the grid's
	Moved               // the cursor moved, or could not move further
	Begin               // wants to type: answer with Begin or with a refusal
	Typed               // the text being typed changed
	Leave               // the text is ready: answer with Accept, or leave it
	Escaped             // typing was given up
	Clear               // wants the value gone
	Block               // a block was pasted: Text
)

// Ask is what a key press means for the page.
type Ask struct {
	Kind Kind
	Text string // Begin: what typing begins with; Leave: what was typed; Block: what was pasted

	inside bool
	move   move
}

// move is where the cursor goes.
type move uint8

const (
	stay move = iota
	up
	down
	left
	right
	pageUp
	pageDown
	home
	end
	enter
	tab
	backTab
	first
	last
	top
	bottom
)

// Press takes a key and says what it means. Nothing but the cursor and the
// text being typed changes by it.
func (g *Grid) Press(k tea.KeyMsg) Ask {
	if _, _, ok := g.Cursor(); !ok {
		return Ask{}
	}
	if k.Paste {
		return g.paste(k)
	}
	if g.typing {
		return g.pressTyping(k)
	}
	if g.extend(k) {
		return Ask{Kind: Moved}
	}
	if m, ok := g.moveOf(k); ok {
		g.Deselect()
		g.step(m)
		return Ask{Kind: Moved}
	}
	switch {
	case g.selected && key.Matches(k, g.keys.Esc):
		g.Deselect()
		return Ask{Kind: Moved}
	case k.Type == tea.KeyDelete:
		return Ask{Kind: Clear}
	case k.Type == tea.KeyBackspace:
		return Ask{Kind: Begin}
	case key.Matches(k, g.keys.Edit):
		return g.Editing()
	case k.Type == tea.KeyRunes && len(k.Runes) == 1 && !k.Alt && strings.ContainsRune("0123456789,-\u2212", k.Runes[0]):
		return Ask{Kind: Begin, Text: string(k.Runes)}
	}
	return Ask{}
}

// pressTyping takes a key while typing. Left, Right, Home and End move in the
// text after F2; otherwise they end typing, as in a spreadsheet.
func (g *Grid) pressTyping(k tea.KeyMsg) Ask {
	if k.Type == tea.KeyRunes || k.Type == tea.KeySpace {
		if k.Alt {
			return Ask{Kind: Moved}
		}
		g.line.Edit(k)
		return Ask{Kind: Typed}
	}
	if key.Matches(k, g.keys.Esc) {
		g.Cancel()
		return Ask{Kind: Escaped}
	}
	if key.Matches(k, g.keys.Edit) {
		g.inside = !g.inside
		return Ask{Kind: Typed}
	}
	m, moves := g.moveOf(k)
	inText := m == left || m == right || m == home || m == end
	if moves && !(g.inside && inText) {
		return Ask{Kind: Leave, Text: g.Text(), move: m}
	}
	if g.line.Edit(k) {
		return Ask{Kind: Typed}
	}
	return Ask{}
}

// paste puts one value into the cell, or into the text being typed; what holds
// more than one, or is meant for a range, is a block.
func (g *Grid) paste(k tea.KeyMsg) Ask {
	text := strings.TrimSpace(string(k.Runes))
	switch {
	case strings.ContainsAny(text, "\t\n\r"), g.selected && text != "":
		return Ask{Kind: Block, Text: string(k.Runes)}
	case text == "":
		return Ask{Kind: Moved}
	case g.typing:
		g.line.Insert([]rune(text))
		return Ask{Kind: Typed}
	}
	return Ask{Kind: Begin, Text: clean(text)}
}

// Begin begins typing as asked.
func (g *Grid) Begin(a Ask) { g.Type(a.Text, a.inside) }

// Editing returns the Ask that edits the value under the cursor; an empty Ask
// where there is none.
func (g *Grid) Editing() Ask {
	row, column, ok := g.Cursor()
	if !ok {
		return Ask{}
	}
	return Ask{Kind: Begin, Text: g.source.Typed(row, column), inside: true}
}

// Leaving returns the Ask that leaves the text being typed and stays in the
// cell.
func (g *Grid) Leaving() Ask { return Ask{Kind: Leave, Text: g.Text()} }

// Accept ends typing and takes the cursor where the key pointed to.
func (g *Grid) Accept(a Ask) {
	g.Cancel()
	g.step(a.move)
}

// moveOf says where a key takes the cursor.
func (g *Grid) moveOf(k tea.KeyMsg) (move, bool) {
	for _, b := range [...]struct {
		key  key.Binding
		move move
	}{
		{g.keys.Up, up}, {g.keys.Down, down}, {g.keys.Left, left}, {g.keys.Right, right},
		{g.keys.PageUp, pageUp}, {g.keys.PageDown, pageDown}, {g.keys.Home, home}, {g.keys.End, end},
		{g.keys.Enter, enter}, {g.keys.Tab, tab}, {g.keys.BackTab, backTab},
	} {
		if key.Matches(k, b.key) {
			return b.move, true
		}
	}
	switch k.Type { // where the terminal tells them apart
	case tea.KeyCtrlHome:
		return first, true
	case tea.KeyCtrlEnd:
		return last, true
	}
	return stay, false
}

// step moves the cursor. Tab goes through the cells as one reads, around the
// end of a line; Enter goes down to the column in which tabbing began.
func (g *Grid) step(m move) {
	rows, cols := g.rows(), len(g.data)
	if m == tab || m == backTab {
		if g.tabbed < 0 {
			g.tabbed = g.col
		}
		g.tab(m)
		g.scroll()
		return
	}
	switch m {
	case up:
		g.row--
	case down:
		g.row++
	case left:
		g.col--
	case right:
		g.col++
	case pageUp:
		g.row, g.top = g.row-g.bodyRows(), g.top-g.bodyRows()
	case pageDown:
		g.row, g.top = g.row+g.bodyRows(), g.top+g.bodyRows()
	case home:
		g.col = 0
	case end:
		g.col = cols - 1
	case first:
		g.row, g.col = 0, 0
	case last:
		g.row, g.col = rows-1, cols-1
	case top:
		g.row = 0
	case bottom:
		g.row = rows - 1
	case enter:
		if g.tabbed >= 0 {
			g.col = g.tabbed
		}
		g.row++
	}
	if m != stay {
		g.tabbed = -1
	}
	g.row, g.col = max(0, min(g.row, rows-1)), max(0, min(g.col, cols-1))
	g.scroll()
}

// tab goes to the cell after or before, as one reads; at either end of the
// grid it stays.
func (g *Grid) tab(m move) {
	at := g.row*len(g.data) + g.col
	if m == tab {
		at = min(at+1, g.rows()*len(g.data)-1)
	} else {
		at = max(at-1, 0)
	}
	g.row, g.col = at/len(g.data), at%len(g.data)
}
