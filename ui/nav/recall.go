package nav

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
)

// Recaller takes back and does again the changes of whoever works here, and
// tells before what that would be.
type Recaller interface {
	Undo() (model.ChangeInfo, error)
	Redo() (model.ChangeInfo, error)
	WouldUndo() (model.ChangeInfo, error)
	WouldRedo() (model.ChangeInfo, error)
}

// Recall undoes and does again: what was done here at once, anything else after
// a question that names it, for it is not on screen (UX 2.5).
type Recall struct {
	Env   Env
	Desk  Recaller
	Alone bool // what was done elsewhere may name somebody else, and is left alone

	would, done  Load[model.ChangeInfo]
	redo         bool
	mine, undone int // changes made here, and of these taken back
}

// agreed is the yes to what was not done here.
type agreed struct {
	by   *Recall
	redo bool
}

// Did says that a change was made here.
func (r *Recall) Did() { r.mine, r.undone = r.mine+1, 0 }

// Forget says that what was done here is not to be undone without a question.
func (r *Recall) Forget() { r.mine = 0 }

// Do does again, or undoes.
func (r *Recall) Do(redo bool) tea.Cmd {
	if redo {
		return r.Redo()
	}
	return r.Undo()
}

// Undo takes back the last change.
func (r *Recall) Undo() tea.Cmd { return r.start(false, r.mine) }

// Redo does again what was undone.
func (r *Recall) Redo() tea.Cmd { return r.start(true, r.undone) }

func (r *Recall) start(redo bool, here int) tea.Cmd {
	r.redo = redo
	switch {
	case here > 0:
		return r.run(redo)
	case r.Alone:
		return Say(r.Env.Text.NothingRecalled(redo))
	case redo:
		return r.would.Start(r.Desk.WouldRedo)
	}
	return r.would.Start(r.Desk.WouldUndo)
}

func (r *Recall) run(redo bool) tea.Cmd {
	if r.redo = redo; redo {
		return r.done.Start(r.Desk.Redo)
	}
	return r.done.Start(r.Desk.Undo)
}

// Take takes an answer, and reports whether it was one. changed is what was
// undone or done again; it is said, and every page reads itself anew.
func (r *Recall) Take(msg tea.Msg) (changed *model.ChangeInfo, cmd tea.Cmd, taken bool) {
	t := r.Env.Text
	switch yes, ok := msg.(agreed); {
	case ok && yes.by == r:
		return nil, r.run(yes.redo), true
	case r.would.Take(msg):
		if cmd := r.cannot(r.would.Err); cmd != nil {
			return nil, cmd, true
		}
		redo := r.redo
		return nil, Ask(t.AskRecall(r.would.Data, redo), func() tea.Msg { return agreed{r, redo} }), true
	case !r.done.Take(msg):
		return nil, nil, false
	}
	if cmd := r.cannot(r.done.Err); cmd != nil {
		return nil, cmd, true
	}
	by := -1
	if r.redo {
		by = 1
	}
	r.mine, r.undone = max(0, r.mine+by), max(0, r.undone-by)
	info := r.done.Data
	return &info, tea.Batch(Say(t.Recalled(t.Change(info), r.redo)), func() tea.Msg { return ChangedMsg{} }), true
}

// cannot says why nothing is undone or done again; nil where it is.
func (r *Recall) cannot(err error) tea.Cmd {
	switch {
	case errors.Is(err, model.ErrNothing):
		return Say(r.Env.Text.NothingRecalled(r.redo))
	case err != nil:
		return func() tea.Msg { return FailMsg{Err: err} }
	}
	return nil
}
