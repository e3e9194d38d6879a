package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/door"
	"kinerja/ui/keys"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/tie"
)

// help lists the keys.
func (r *Router) help() tea.Cmd {
	k := r.env.Keys
	always := slices.DeleteFunc([]key.Binding{k.Help, k.Palette, k.Find, k.Pages, k.Saved, k.Esc, k.Quit}, r.taken)
	if i := slices.IndexFunc(always, func(b key.Binding) bool { return b.Keys()[0] == k.Find.Keys()[0] }); i >= 0 && !r.finds() {
		always = slices.Delete(always, i, i+1)
	}
	r.over = over.NewHelp(r.env, r.top().Title(), r.offered(), always, nav.SignsOf(r.top())...)
	return nil
}

// actions is what the page on top can do; what who works here may never do says so.
func (r *Router) actions() []nav.Action {
	at := r.stack[len(r.stack)-1]
	return r.env.Asked(at.route, r.ties.To(at.screen, at.route), at.screen.Actions())
}

// offered leaves those out.
func (r *Router) offered() []nav.Action { return r.env.Offered(r.actions()) }

// taken reports whether the page on top has given the first key of a binding of
// every page a meaning of its own: in a form Ctrl+S sends it. What the key does
// is then said once, by the page.
func (r *Router) taken(b key.Binding) bool {
	return slices.ContainsFunc(r.offered(), func(a nav.Action) bool { return slices.Contains(a.Binding.Keys(), b.Keys()[0]) })
}

// finds reports whether there is anybody to look up.
func (r *Router) finds() bool { return r.finder != nil && r.env.MayOpen(nav.Staff{}) }

// find opens the lookup; who reads only about themselves is told that there is none.
func (r *Router) find() tea.Cmd {
	if !r.finds() {
		r.said = r.env.Text.Over.FindNobody
		return nil
	}
	at := r.stack[len(r.stack)-1]
	l, cmd := over.NewLookup(r.env, r.finder, tie.Period(at.screen, at.route))
	r.over = l
	return cmd
}

// showAlone shows the page on top to the person it is about.
func (r *Router) showAlone() tea.Cmd {
	if a := over.NewAlone(r.env, r.top(), r.ending()); a != nil {
		r.over = a
	}
	return nil
}

// ending asks for the PIN of whoever shows a page; nil where nobody has one.
func (r *Router) ending() func() tea.Cmd {
	if r.lock.House == nil {
		return nil
	}
	return func() tea.Cmd { return r.shut(door.Show, "") }
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
	for _, a := range nav.Once(r.offered()) {
		list = append(list, over.Item{Group: t.Here, Name: a.Name, Key: k.Now(a.Binding, typing), Why: a.Why, Run: r.act(a)})
	}
	if r.finds() {
		always(k.Find, r.find)
	}
	if r.recalls() {
		always(k.Undo, func() tea.Cmd { return r.undo(false) })
		always(k.Redo, func() tea.Cmd { return r.undo(true) })
	}
	show := over.Item{Group: t.Always, Name: t.Show, Run: r.showAlone}
	if _, ok := r.top().(nav.Shower); !ok || typing {
		show.Why = map[bool]string{true: t.ShowFirst, false: t.ShowWhy}[ok]
	}
	if r.env.MayOpen(nav.Staff{}) { // else one's own page is all there is
		list = append(list, show)
	}
	always(k.Pages, func() tea.Cmd { r.over = over.NewPlaces(r.env, r.places, r.visit); return nil })
	always(k.Saved, func() tea.Cmd { r.said = r.savedSentence(); return nil })
	always(k.Quit, r.quit)
	list = append(list, door.Items(r.env, r.lock.House == nil, typing && r.unkeepable(), func(m door.Mode) tea.Cmd { return r.shut(m, "") })...)
	for _, p := range r.places {
		list = append(list, over.Item{
			Group: t.Pages, Name: p.Name, Key: k.Now(k.Pages, false) + " " + string(p.Digit), Run: func() tea.Cmd { return r.visit(p.Route) },
		})
	}
	return append(list, over.Beyond(r.env)...)
}

// act runs an action of the page; one that the page does itself goes to it as
// the action's key.
func (r *Router) act(a nav.Action) func() tea.Cmd {
	if a.Run != nil {
		return a.Run
	}
	return func() tea.Cmd { return r.top().Update(keys.Press(a.Binding, r.top().Typing())) }
}
