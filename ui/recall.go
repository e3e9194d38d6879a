package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
)

// recalls reports whether the router undoes here: the page has no undo of its
// own, and no text is being typed, which a change in the file would not undo.
func (r *Router) recalls() bool {
	own := func(a nav.Action) bool { return a.ID == "undo" }
	return r.recaller != nil && r.env.May(model.VerbUndo) == "" && !r.top().Typing() && !slices.ContainsFunc(r.top().Actions(), own)
}

// undo undoes or does again on a page that has no undo of its own: the change is
// not on screen there, so each is asked about.
func (r *Router) undo(redo bool) tea.Cmd {
	r.recall = &nav.Recall{Env: r.env, Desk: r.recaller}
	return r.recall.Do(redo)
}
