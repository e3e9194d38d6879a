package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/keys"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// help lists the keys.
func (r *Router) help() tea.Cmd {
	k := r.env.Keys
	always := []key.Binding{k.Help, k.Palette, k.Find, k.Pages, k.Saved, k.Esc, k.Quit}
	r.over = over.NewHelp(r.env, r.top().Title(), r.top().Actions(), always)
	return nil
}

// find opens the lookup.
func (r *Router) find() tea.Cmd {
	l, cmd := over.NewLookup(r.env, r.finder)
	r.over = l
	return cmd
}

// showAlone shows the page on top to the person it is about.
func (r *Router) showAlone() tea.Cmd {
	if a := over.NewAlone(r.env, r.top()); a != nil {
		r.over = a
	}
	return nil
}

// items is everything that can be done here: help, what the page can do, what
// every page can do, and the places.
func (r *Router) items() []over.Item {
	t, k, typing := r.env.Text.Over, r.env.Keys, r.top().Typing()
	item := func(group string, b key.Binding, run func() tea.Cmd) over.Item {
		return over.Item{Group: group, Name: b.Help().Desc, Key: k.Now(b, typing), Run: run}
	}
	list := []over.Item{item("", k.Help, r.help)}
	for _, a := range r.top().Actions() {
		list = append(list, over.Item{Group: t.Here, Name: a.Name, Key: k.Now(a.Binding, typing), Why: a.Why, Run: r.act(a)})
	}
	if r.finder != nil {
		list = append(list, item(t.Always, k.Find, r.find))
	}
	if r.recalls() {
		list = append(list, item(t.Always, k.Undo, func() tea.Cmd { return r.undo(false) }), item(t.Always, k.Redo, func() tea.Cmd { return r.undo(true) }))
	}
	show := over.Item{Group: t.Always, Name: t.Show, Run: r.showAlone}
	if _, ok := r.top().(nav.Shower); !ok {
		show.Why = t.ShowWhy
	} else if typing {
		show.Why = t.ShowFirst
	}
	list = append(list, show,
		item(t.Always, k.Pages, func() tea.Cmd { r.over = over.NewPlaces(r.env, r.places, r.visit); return nil }),
		item(t.Always, k.Saved, func() tea.Cmd { r.said = r.savedSentence(); return nil }),
		item(t.Always, k.Quit, r.quit))
	for _, p := range r.places {
		list = append(list, over.Item{
			Group: t.Pages, Name: p.Name, Key: k.Now(k.Pages, false) + " " + string(p.Digit), Run: func() tea.Cmd { return r.visit(p.Route) },
		})
	}
	return list
}

// act runs an action of the page; one that the page does itself goes to it as
// the action's key.
func (r *Router) act(a nav.Action) func() tea.Cmd {
	if a.Run != nil {
		return a.Run
	}
	return func() tea.Cmd { return r.top().Update(keys.Press(a.Binding, r.top().Typing())) }
}
