package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/keys"
	"kinerja/ui/nav"
	"kinerja/ui/over"
)

// help lists the keys.
func (r *Router) help() tea.Cmd {
	k := r.env.Keys
	always := slices.DeleteFunc([]key.Binding{k.Help, k.Palette, k.Find, k.Pages, k.Saved, k.Esc, k.Quit}, r.taken)
	r.over = over.NewHelp(r.env, r.top().Title(), r.top().Actions(), always, nav.SignsOf(r.top())...)
	return nil
}

// taken reports whether the page on top has given the first key of a binding of
// every page a meaning of its own: in a form Ctrl+S sends it. What the key does
// is then said once, by the page.
func (r *Router) taken(b key.Binding) bool {
	first := b.Keys()[:1]
	return slices.ContainsFunc(r.top().Actions(), func(a nav.Action) bool { return slices.Contains(a.Binding.Keys(), first[0]) })
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
// every page can do, and the places, with those that settings lead to.
func (r *Router) items() []over.Item {
	t, k, typing := r.env.Text.Over, r.env.Keys, r.top().Typing()
	list := []over.Item{{Name: k.Help.Help().Desc, Key: k.Now(k.Help, typing), Run: r.help}}
	always := func(b key.Binding, run func() tea.Cmd) {
		if !r.taken(b) {
			list = append(list, over.Item{Group: t.Always, Name: b.Help().Desc, Key: k.Now(b, typing), Run: run})
		}
	}
	for _, a := range nav.Once(r.top().Actions()) {
		list = append(list, over.Item{Group: t.Here, Name: a.Name, Key: k.Now(a.Binding, typing), Why: a.Why, Run: r.act(a)})
	}
	if r.finder != nil {
		always(k.Find, r.find)
	}
	if r.recalls() {
		always(k.Undo, func() tea.Cmd { return r.undo(false) })
		always(k.Redo, func() tea.Cmd { return r.undo(true) })
	}
	show := over.Item{Group: t.Always, Name: t.Show, Run: r.showAlone}
	if _, ok := r.top().(nav.Shower); !ok {
		show.Why = t.ShowWhy
	} else if typing {
		show.Why = t.ShowFirst
	}
	list = append(list, show)
	always(k.Pages, func() tea.Cmd { r.over = over.NewPlaces(r.env, r.places, r.visit); return nil })
	always(k.Saved, func() tea.Cmd { r.said = r.savedSentence(); return nil })
	always(k.Quit, r.quit)
	for _, p := range r.places {
		list = append(list, over.Item{
			Group: t.Pages, Name: p.Name, Key: k.Now(k.Pages, false) + " " + string(p.Digit), Run: func() tea.Cmd { return r.visit(p.Route) },
		})
	}
	s, skm := r.env.Text.Settings, r.env.Text.Survey
	for _, it := range []struct {
		name, words string
		to          nav.Route
	}{
		{s.Plans, t.Plans, nav.Plans{}}, {s.Instruments, "", nav.Instruments{}}, {s.Positions, "", nav.Positions{}}, {s.Units, "", nav.Units{}}, {skm.Title, skm.Find, nav.Survey{}}, {r.env.Text.Fairness.Title, r.env.Text.Fairness.Find, nav.Fairness{}},
		{r.env.Text.Record.Title, r.env.Text.Record.Find, nav.Record{}},
	} {
		list = append(list, over.Item{Group: t.Pages, Name: it.name, Words: it.words, Run: func() tea.Cmd { return nav.Open(it.to) }})
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
