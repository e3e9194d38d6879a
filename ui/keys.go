package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/burst"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

func fill(text string, pairs ...any) string { return lang.Fill(text, pairs...) }

// key takes a key, unless it waits for a page or may be the beginning of a block.
func (r *Router) key(k tea.KeyMsg) tea.Cmd {
	if r.lock.door != nil {
		return r.press(k)
	}
	if r.held.Hold(k) {
		return nil
	}
	if p, ok := r.top().(nav.Paster); r.burst.On && ok && p.Pastes() && r.over == nil && !k.Paste {
		if r.burst.Hold(k, r.env.Now()) {
			return later(burst.Within, r.burst.Due())
		}
		return nil
	}
	return r.press(k)
}

// burstOver presses what a burst comes to.
func (r *Router) burstOver(msg burst.Msg) tea.Cmd {
	press, wait := r.burst.Over(msg, r.env.Now())
	if wait > 0 {
		return later(wait, msg)
	}
	var list []tea.Cmd
	for _, k := range press {
		list = append(list, r.press(k))
	}
	return tea.Batch(list...)
}

// press takes apart what arrived in one read (LIBS 2). A letter with Alt is an
// Escape and the letter, for no key of ours has Alt. Several runes are one key
// each while moving; as soon as a page is typing, the rest of them is its text.
// What was pasted is one thing.
func (r *Router) press(k tea.KeyMsg) tea.Cmd {
	if taken, looks := r.ground.Takes(k); taken {
		if looks != nil {
			*r.env.Styles = *looks
		}
		return nil
	}
	if k.Alt {
		esc := r.one(tea.KeyMsg{Type: tea.KeyEsc})
		k.Alt = false
		return tea.Batch(esc, r.press(k))
	}
	if k.Type != tea.KeyRunes || k.Paste {
		return r.one(k)
	}
	var list []tea.Cmd
	for runes := k.Runes; len(runes) > 0; {
		n := 1
		if r.typing() {
			n = len(runes)
		}
		list = append(list, r.one(tea.KeyMsg{Type: tea.KeyRunes, Runes: runes[:n]}))
		if runes = runes[n:]; len(runes) > 0 && r.held.Waits() { // it opened a page
			r.held.Return(tea.KeyMsg{Type: tea.KeyRunes, Runes: runes})
			break
		}
	}
	return tea.Batch(list...)
}

// replay gives held keys to the page, once it is read and has its draft; each
// waits for what the one before set off.
func (r *Router) replay(draft tea.Cmd) tea.Cmd {
	if r.held.Any() {
		draft = r.held.Await(draft)
	}
	list := []tea.Cmd{draft}
	for k, ok := r.held.Next(); ok; k, ok = r.held.Next() {
		cmd := r.press(k)
		if r.held.Any() {
			cmd = r.held.Await(cmd)
		}
		list = append(list, cmd)
	}
	return tea.Batch(list...)
}

// typing reports whether letters are text now, over the page or in it.
func (r *Router) typing() bool {
	if o := r.lies(); o != nil {
		return o.Typing()
	}
	return r.top().Typing()
}

// printable reports whether k is text while a page is typing.
func printable(k tea.KeyMsg) bool { return k.Type == tea.KeyRunes || k.Type == tea.KeySpace }

// one takes one key: to what lies over the page, to the page's actions, to the
// frame, to the page.
func (r *Router) one(k tea.KeyMsg) tea.Cmd {
	r.said, r.failed = "", false
	r.memory.moved, r.memory.pressed = true, r.env.Now()
	r.lock.last = r.memory.pressed
	switch {
	case r.lock.door != nil:
		return r.atDoor(r.lock.door.Press(k))
	case r.over != nil:
		return r.done(r.over.Press(k))
	case r.small():
		if key.Matches(k, r.env.Keys.Quit, r.env.Keys.Esc) || k.Type == tea.KeyCtrlC {
			return r.quit()
		}
		return nil
	}
	if _, takes := r.top().(nav.Paster); k.Paste && !takes && !r.top().Typing() {
		r.said = r.env.Text.Frame.NoPaste
		return nil
	}
	text := printable(k) && r.top().Typing() || k.Paste
	if !text {
		if cmd, done := r.action(k); done {
			return cmd
		}
		if cmd, done := r.always(k); done {
			return cmd
		}
	}
	return r.top().Update(k)
}

// action runs what the page says k does, or says why it cannot be done.
func (r *Router) action(k tea.KeyMsg) (tea.Cmd, bool) {
	actions := r.actions()
	cmd, done, why := nav.Press(actions, k)
	if why != "" {
		for _, a := range actions {
			if key.Matches(k, a.Binding) {
				r.said = fill(r.env.Text.Frame.NotNow, "action", a.Name, "why", why)
				break
			}
		}
	}
	return cmd, done
}

// always runs the keys that every page has.
func (r *Router) always(k tea.KeyMsg) (tea.Cmd, bool) {
	keys := r.env.Keys
	switch {
	case key.Matches(k, keys.Help):
		r.help()
	case key.Matches(k, keys.Pages):
		r.over = over.NewPlaces(r.env, r.places, r.visit)
	case key.Matches(k, keys.Palette):
		r.over = over.NewPalette(r.env, r.items())
	case r.finder != nil && key.Matches(k, keys.Find):
		return r.find(), true
	case r.recalls() && key.Matches(k, keys.Undo, keys.Redo):
		return r.undo(key.Matches(k, keys.Redo)), true
	case key.Matches(k, keys.Paste):
		return r.board.Paste(), true
	case key.Matches(k, keys.Saved):
		r.said = r.savedSentence()
	case key.Matches(k, keys.Quit), k.Type == tea.KeyCtrlC:
		return r.quit(), true
	default:
		return nil, false
	}
	return nil, true
}

// savedSentence answers whether everything is saved.
func (r *Router) savedSentence() string {
	t := r.env.Text
	switch what := r.unkept(); {
	case what != "":
		return fill(t.Frame.NotSaved, "what", what)
	case !r.saved.IsZero():
		return fill(t.Frame.AllSavedAt, "at", t.Clock(r.saved))
	}
	return t.Frame.AllSaved
}
