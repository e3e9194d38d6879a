package over

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/nav"
)

// Alone shows one page to the person it is about (UX 2.11): it can be read and
// scrolled, its numbers can be asked why, and nothing else leads anywhere until
// the evaluator ends it. It stays over the page and takes every key.
type Alone struct {
	env    nav.Env
	page   nav.Screen
	show   nav.Shower
	leave  func() tea.Cmd // asks for the evaluator's PIN; nil: nobody has one
	asking bool
}

// NewAlone begins to show a page to whom it is about; nil where the page is
// about nobody in particular. leave is what Escape asks for, and End is called
// then; nil: a question is enough.
func NewAlone(env nav.Env, page nav.Screen, leave func() tea.Cmd) *Alone {
	show, ok := page.(nav.Shower)
	if !ok {
		return nil
	}
	show.ShowAlone(true)
	return &Alone{env: env, page: page, show: show, leave: leave}
}

// reads are the actions of a page that only read it.
var reads = []string{"why", "close"}

// Press lets the page be read. Escape asks whether to end, and only the key for
// yes ends.
func (a *Alone) Press(k tea.KeyMsg) Done {
	keys := a.env.Keys
	switch {
	case a.asking:
		a.asking = false
		if !k.Paste && key.Matches(k, keys.Yes) {
			a.End()
			return closed()
		}
		return Done{}
	case k.Paste:
		return Done{}
	}
	if cmd, done, _ := nav.Press(a.actions(), k); done {
		return Done{Cmd: cmd}
	}
	switch {
	case key.Matches(k, keys.Esc) && a.leave != nil:
		return Done{Cmd: a.leave()}
	case key.Matches(k, keys.Esc):
		a.asking = true
	case key.Matches(k, keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.Home, keys.End):
		return Done{Cmd: a.page.Update(k)}
	}
	return Done{}
}

// End gives the page back to the evaluator.
func (a *Alone) End() { a.show.ShowAlone(false) }

// actions are what can be done on the page while it is shown.
func (a *Alone) actions() []nav.Action {
	return slices.DeleteFunc(slices.Clone(a.page.Actions()), func(x nav.Action) bool {
		return x.Run == nil || !slices.Contains(reads, x.ID)
	})
}

// Body leaves the page in sight.
func (a *Alone) Body(int, int) (string, bool) { return "", false }

// Line says that the page is shown, or asks whether to end.
func (a *Alone) Line() string {
	if a.asking {
		return a.env.Text.Over.AloneEnd
	}
	return a.env.Text.Over.Alone
}

// Foot says what can be done.
func (a *Alone) Foot() []Hint {
	t, k := a.env.Text.Over, a.env.Keys
	if a.asking {
		return []Hint{hint(a.env, k.Yes, t.Yes, false), {Name: t.No, Binding: k.Esc}}
	}
	list := []Hint{hint(a.env, k.Esc, t.AloneStop, false)}
	for _, x := range a.actions() {
		if x.Why == "" {
			list = append(list, hint(a.env, x.Binding, x.Name, false))
		}
	}
	return append(list, upDown(a.env, t.Scroll))
}

// Typing is never so.
func (a *Alone) Typing() bool { return false }
