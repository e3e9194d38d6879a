package ui

import (
	"errors"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
)

// Recaller takes back and does again the changes of whoever works here.
type Recaller interface {
	WouldUndo() (model.ChangeInfo, error)
	WouldRedo() (model.ChangeInfo, error)
	Undo() (model.ChangeInfo, error)
	Redo() (model.ChangeInfo, error)
}

// recalls reports whether the router undoes here: the page has no undo of its
// own, and no text is being typed, which a change in the file would not undo.
func (r *Router) recalls() bool {
	own := func(a nav.Action) bool { return a.ID == "undo" }
	return r.recaller != nil && !r.top().Typing() && !slices.ContainsFunc(r.top().Actions(), own)
}

// recallMsg brings what undo or redo would take back.
type recallMsg struct {
	info model.ChangeInfo
	redo bool
	err  error
}

// recall asks what undo or redo would do, on a page that has none of its own:
// the change is not on screen there, so it is named before it is taken back
// (UX 2.5).
func (r *Router) recall(redo bool) tea.Cmd {
	would := r.recaller.WouldUndo
	if redo {
		would = r.recaller.WouldRedo
	}
	return func() tea.Msg {
		info, err := would()
		return recallMsg{info, redo, err}
	}
}

// recalling puts the question, or says why there is nothing to take back.
func (r *Router) recalling(m recallMsg) tea.Cmd {
	t := r.env.Text
	question, done, nothing, verb := t.Recall.AskUndo, t.Recall.Undone, t.Recall.NothingUndone, r.recaller.Undo
	if m.redo {
		question, done, nothing, verb = t.Recall.AskRedo, t.Recall.Redone, t.Recall.NothingRedone, r.recaller.Redo
	}
	switch {
	case errors.Is(m.err, model.ErrNothing):
		return nav.Say(nothing)
	case m.err != nil:
		return func() tea.Msg { return nav.FailMsg{Err: m.err} }
	}
	return nav.Ask(fill(question, "what", t.Change(m.info)), func() tea.Msg {
		info, err := verb()
		if err != nil {
			return nav.FailMsg{Err: err}
		}
		return recalledMsg{fill(done, "what", t.Change(info))}
	})
}

// recalledMsg: a change was taken back or done again.
type recalledMsg struct{ said string }
