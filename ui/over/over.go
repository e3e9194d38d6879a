// Package over holds what can lie over a page and takes its keys: a question,
// the keys, the list of pages, the menu of everything that can be done, the
// lookup of a person, and the file into which a table is written. The router puts one over a page and takes it off again;
// none of them knows the router or a page.
package over

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/keys"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
)

// Overlay lies over a page.
type Overlay interface {
	// Press takes a key. Pasted text and what arrived in one read is one key
	// while the overlay is typed into.
	Press(k tea.KeyMsg) Done
	// Body covers the page's room; ok is false where the page stays in sight.
	Body(width, height int) (text string, ok bool)
	// Line stands in the message line.
	Line() string
	// Foot stands in the line of keys.
	Foot() []Hint
	// Typing says that printable characters are text.
	Typing() bool
}

// Clicker is an overlay on which a place can be clicked; y counts from the
// first line of its body.
type Clicker interface{ Click(y int) Done }

// Taker is an overlay that waits for answers.
type Taker interface{ Take(tea.Msg) Done }

// Done is what came of a key.
type Done struct {
	Close bool
	Cmd   tea.Cmd
	Run   func() tea.Cmd // to be run once the overlay is off
}

// Hint is one key of the bottom line: its label, what it does, and the key that
// a click on it stands for, if any.
type Hint struct {
	Label, Name string
	Binding     key.Binding
}

// hint is a key with its own label.
func hint(env nav.Env, b key.Binding, name string, typing bool) Hint {
	return Hint{env.Keys.Now(b, typing), name, b}
}

// upDown is the hint that Up and Down do something.
func upDown(env nav.Env, name string) Hint {
	k := env.Keys
	return Hint{Label: k.Now(k.Up, true) + "/" + k.Now(k.Down, true), Name: name}
}

// closed takes the overlay off and does no more.
func closed() Done { return Done{Close: true} }

// cursor is the place in a list of n things of which so many have room.
type cursor struct{ at, top, n, room int }

// press moves the cursor if k is a key that moves it.
func (c *cursor) press(k tea.KeyMsg, keys *keys.Map) bool {
	switch {
	case key.Matches(k, keys.Up):
		c.at--
	case key.Matches(k, keys.Down):
		c.at++
	case key.Matches(k, keys.PageUp):
		c.at -= c.room
	case key.Matches(k, keys.PageDown):
		c.at += c.room
	default:
		return false
	}
	c.settle()
	return true
}

// settle brings the cursor into the list and onto the screen.
func (c *cursor) settle() {
	c.at = max(0, min(c.at, c.n-1))
	c.top = max(0, min(c.top, c.n-c.room))
	c.top = max(min(c.top, c.at), c.at-max(1, c.room)+1)
}

// fit gives the list its room.
func (c *cursor) fit(n, room int) {
	c.n, c.room = n, max(1, room)
	c.settle()
}

// end is the first thing below the screen.
func (c *cursor) end() int { return min(c.n, c.top+c.room) }

// entry draws the line that is typed into.
func entry(env nav.Env, label string, line *grid.Line, width int) string {
	s := env.Styles
	label = s.Header.Render(label) + " "
	before, on, after := line.Parts(max(1, width-ansi.StringWidth(label)))
	return label + s.Text.Render(before) + s.Cell.Render(on) + s.Text.Render(strings.TrimRight(after, " "))
}
