package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

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
	return r.board.Copy(msg.Text)
}
