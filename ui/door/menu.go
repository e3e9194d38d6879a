package door

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// Welcome greets whoever came in, and says when they were here last.
func Welcome(env nav.Env, g nav.Guest) string {
	t := env.Text
	name := lang.Inert(g.Actor.Name)
	if g.Last.IsZero() {
		return lang.Fill(t.Door.Said, "name", name)
	}
	said := lang.Fill(t.Door.SaidLast, "name", name, "at", t.Moment(g.Last.In(env.Now().Location()), env.Now()))
	if g.Failed > 0 {
		said += " " + t.Plural(t.Door.Failed, g.Failed)
	}
	return said
}

// Items are what the menu offers about who works here. open: the file asks nobody
// for a PIN; lost: something is typed that would be lost with its page.
func Items(env nav.Env, open, lost bool, shut func(Mode) tea.Cmd) []over.Item {
	w, group := env.Text.Door, env.Text.Over.Always
	item := func(name string, mode Mode) over.Item {
		return over.Item{Group: group, Name: name, Run: func() tea.Cmd { return shut(mode) }}
	}
	change, lock := item(w.Switching, Switch), item(w.Locking, Lock)
	switch {
	case open:
		change.Why, lock.Why = w.LockWhy, w.LockWhy
	case lost:
		change.Why = w.TypedWhy
	}
	return []over.Item{change, lock}
}

// Lost reports something typed on a page that is no draft: it would be gone with
// the page. drafts says whether drafts are kept at all.
func Lost(page nav.Screen, drafts bool) bool {
	c, ok := page.(nav.Closer)
	if !ok || c.Unsaved() == "" {
		return false
	}
	if d, ok := page.(nav.Drafter); ok && drafts {
		name, text := d.Draft()
		return name == "" || text == ""
	}
	return true
}
