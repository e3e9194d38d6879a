package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/frame"
	"kinerja/ui/keys"
	"kinerja/ui/mouse"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// notch is how many rows the wheel moves at once.
const notch = 3

// mouse takes a click or a turn of the wheel: each does what keys do.
func (r *Router) mouse(m tea.MouseMsg) tea.Cmd {
	k := r.env.Keys
	switch {
	case r.small():
		return nil
	case m.Button == tea.MouseButtonWheelUp:
		return r.wheel(k.Up)
	case m.Button == tea.MouseButtonWheelDown:
		return r.wheel(k.Down)
	case m.Button != tea.MouseButtonLeft || m.Action != tea.MouseActionPress:
		return nil
	case m.Y == r.height-1:
		return r.clickFoot(m.X - margin)
	case m.Y < 1 || m.Y > r.height-around, r.lock.door != nil: // nothing past a shut door
		return nil
	}
	if r.over != nil {
		if c, ok := r.over.(over.Clicker); ok {
			return r.done(c.Click(m.Y - 1))
		}
		return nil // a question is not answered by the way
	}
	c := clicked{r: r}
	typing := r.top().Typing()
	if mouse.Click(&c, r.env.Styles.Glyphs.Cursor, m.X-margin, m.Y-1) && !typing {
		for _, b := range []key.Binding{k.Enter, k.Edit} { // what is opened; in the grid what is edited
			if slices.ContainsFunc(r.actions(), func(a nav.Action) bool { return a.Run != nil && key.Matches(keys.Press(b, false), a.Binding) }) {
				c.list = append(c.list, r.one(keys.Press(b, false)))
				break
			}
		}
	}
	return tea.Batch(c.list...)
}

// wheel moves the cursor a few rows, in a list but not in a text.
func (r *Router) wheel(b key.Binding) tea.Cmd {
	if _, asks := r.over.(*over.Question); asks || r.lies() == nil && r.top().Typing() || r.lock.door != nil {
		return nil
	}
	var list []tea.Cmd
	for range notch {
		list = append(list, r.one(keys.Press(b, false)))
	}
	return tea.Batch(list...)
}

// clickFoot presses the key that stands there in the line of keys.
func (r *Router) clickFoot(x int) tea.Cmd {
	if b, ok := frame.At(r.parts(r.width-2*margin), x); ok {
		return r.one(keys.Press(b, r.typing()))
	}
	return nil
}

// clicked is the page on top as the mouse sees it.
type clicked struct {
	r    *Router
	list []tea.Cmd // what the keys asked for
}

func (c *clicked) View() string { return c.r.top().View() }

func (c *clicked) Step(d mouse.Direction) {
	k := c.r.env.Keys
	if c.r.over != nil {
		return // what was asked on the way comes first
	}
	b := [...]key.Binding{mouse.Up: k.Up, mouse.Down: k.Down, mouse.Left: k.Left, mouse.Right: k.Right}[d]
	c.list = append(c.list, c.r.one(keys.Press(b, true)))
}
