package ui

import (
	"io"
	"strings"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// Clipboard is that of the machine at which the person sits.
type Clipboard interface {
	Read() (string, error)
	Write(text string) error
}

// board is where copies go to and pastes come from. A copy goes to the
// machine's clipboard, to the terminal's (which over ssh is the one at which
// the person sits), and stays here, so that it can always be pasted again.
type board struct {
	clip   Clipboard // nil: none, or somebody else's
	out    io.Writer // the terminal; nil: it takes no copies
	getenv func(string) string
	own    string
}

// pastedMsg brings what was on the clipboard.
type pastedMsg struct{ text string }

// longest is how much a terminal is given: many take no more.
const longest = 74_000

// copy keeps a text, and hands it on off the event loop.
func (b *board) copy(text string) tea.Cmd {
	b.own = text
	clip, out, seq := b.clip, b.out, b.sequence(text)
	return func() tea.Msg {
		if clip != nil {
			_ = clip.Write(text) // without one there is still the program's own
		}
		if out != nil && seq != "" {
			io.WriteString(out, seq) // a terminal that cannot be written to shows nothing anyway
		}
		return nil
	}
}

// sequence is OSC 52, wrapped for what lies between program and terminal. tmux
// takes it bare or wrapped, as it is set; of the two it ignores the other.
func (b *board) sequence(text string) string {
	if len(text) > longest || b.getenv == nil {
		return ""
	}
	seq := osc52.New(text)
	switch {
	case b.getenv("TMUX") != "":
		return seq.String() + seq.Tmux().String()
	case b.getenv("STY") != "":
		return seq.Screen().String()
	}
	return seq.String()
}

// paste brings what is on the machine's clipboard, else what was copied here.
func (b *board) paste() tea.Cmd {
	clip, own := b.clip, b.own
	return func() tea.Msg {
		if clip != nil {
			if text, err := clip.Read(); err == nil && text != "" {
				return pastedMsg{text}
			}
		}
		return pastedMsg{own}
	}
}

// pasted gives the page what was on the clipboard, as if the terminal had
// pasted it.
func (r *Router) pasted(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		r.said, r.failed = r.env.Text.Cells.NoClipboard, true
		return nil
	}
	return r.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

// write asks for the file into which the table on screen goes.
func (r *Router) write(msg nav.WriteMsg) tea.Cmd {
	switch {
	case r.shelf == nil:
		return nav.Say(r.env.Text.Writing.Nowhere)
	case r.env.NoWriting("") != "":
		return func() tea.Msg { return nav.FailMsg{Err: model.ErrNotAllowed} }
	}
	r.over = over.NewWrite(r.env, r.shelf, msg)
	return nil
}

// copied keeps what a page copied, and says so.
func (r *Router) copied(msg nav.CopyMsg) tea.Cmd {
	r.said, r.failed = msg.Said, false
	return r.board.copy(msg.Text)
}
