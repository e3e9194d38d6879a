package over

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Place is a page as the list of pages shows it.
type Place struct {
	Digit rune
	Name  string
	Route nav.Route
}

// Places is the list of pages: a digit, or Enter on the chosen one, goes there.
type Places struct {
	env   nav.Env
	list  []Place
	visit func(nav.Route) tea.Cmd
	cursor
}

// NewPlaces lists pages; visit goes to one.
func NewPlaces(env nav.Env, list []Place, visit func(nav.Route) tea.Cmd) *Places {
	return &Places{env: env, list: list, visit: visit, cursor: cursor{n: len(list), room: len(list)}}
}

// Press moves, or goes to a page.
func (p *Places) Press(k tea.KeyMsg) Done {
	keys := p.env.Keys
	switch {
	case p.press(k, keys):
	case key.Matches(k, keys.Enter):
		return p.open(p.at)
	case key.Matches(k, keys.Esc, keys.Pages, keys.Quit), k.Type == tea.KeyCtrlC:
		return closed()
	case len(k.Runes) == 1 && !k.Paste:
		for i, place := range p.list {
			if place.Digit == k.Runes[0] {
				return p.open(i)
			}
		}
	}
	return Done{}
}

func (p *Places) open(i int) Done {
	return Done{Close: true, Run: func() tea.Cmd { return p.visit(p.list[i].Route) }}
}

// Click goes to the page in a line.
func (p *Places) Click(y int) Done {
	if i := y - 2; i >= 0 && i < p.end()-p.top {
		return p.open(p.top + i)
	}
	return Done{}
}

// Body is the list.
func (p *Places) Body(_, height int) (string, bool) {
	p.fit(len(p.list), height-2)
	s := p.env.Styles
	lines := []string{s.Title.Render(p.env.Text.Over.Pages), ""}
	for i := p.top; i < p.end(); i++ {
		line := "  " + string(p.list[i].Digit) + "  " + p.list[i].Name + " "
		if i == p.at {
			line = s.Chosen.Render(s.Glyphs.Cursor + line[1:])
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n"), true
}

// Line says how much is out of sight.
func (p *Places) Line() string {
	return pane.More(p.env.Text, p.env.Styles.Glyphs, p.top, p.n-p.end())
}

// Foot says how to choose and leave.
func (p *Places) Foot() []Hint {
	t, k := p.env.Text.Over, p.env.Keys
	return []Hint{{Name: t.Digit}, hint(p.env, k.Enter, t.Open, false), hint(p.env, k.Esc, t.Close, false)}
}

// Typing is never so.
func (p *Places) Typing() bool { return false }

// AllPlaces lists the pages that hold anything for who works here, each with its
// digit (UX 3). Who reads only about themselves comes to their own page, not to a
// list of one.
func AllPlaces(env nav.Env) []Place {
	t, me := env.Text, env.Me.Employee
	list := []Place{
		{Digit: '1', Name: t.Home.Title, Route: nav.Home{}},
		{Digit: '2', Name: t.Frame.Pages.Staff, Route: nav.Staff{}},
		{Digit: '3', Name: t.Frame.Pages.Results, Route: nav.Results{}},
		{Digit: '4', Name: t.Frame.Pages.Evaluations, Route: nav.Evaluations{}},
		{Digit: '5', Name: t.Feedback.Title, Route: nav.Feedback{}},
		{Digit: '6', Name: t.FollowUp.Title, Route: nav.FollowUp{}},
		{Digit: '7', Name: t.Workplace.Title, Route: nav.Workplace{}},
		{Digit: '8', Name: t.Session.Title, Route: nav.Sessions{}},
		{Digit: '0', Name: t.Settings.Title, Route: nav.Settings{}},
	}
	for i, p := range list {
		switch {
		case env.MayOpen(p.Route) || me == "":
		case p.Digit == '2':
			list[i].Name, list[i].Route = t.Frame.Pages.Own, nav.Person{Employee: me}
		case p.Digit == '5':
			list[i].Route = nav.Feedback{Employee: me}
		}
	}
	return slices.DeleteFunc(list, func(p Place) bool { return !env.MayOpen(p.Route) })
}

// Beyond lists the pages that settings lead to, of those that hold anything for who
// works here, with words by which they are found too.
func Beyond(env nav.Env) (list []Item) {
	t, s, skm := env.Text, env.Text.Settings, env.Text.Survey
	for _, it := range []struct {
		name, words string
		to          nav.Route
	}{
		{s.Plans, t.Over.Plans, nav.Plans{}}, {s.Instruments, "", nav.Instruments{}}, {s.Positions, "", nav.Positions{}}, {s.Units, "", nav.Units{}},
		{skm.Title, skm.Find, nav.Survey{}}, {t.Fairness.Title, t.Fairness.Find, nav.Fairness{}}, {t.Record.Title, t.Record.Find, nav.Record{}}, {t.Access.Title, t.Access.Find, nav.Rights{}},
		{t.Door.Users.Title, t.Door.Users.Find, nav.Users{}}, {t.Support.Title, t.Support.Find, nav.Support{}},
	} {
		if env.MayOpen(it.to) {
			list = append(list, Item{Group: t.Over.Pages, Name: it.name, Words: it.words, Run: func() tea.Cmd { return nav.Open(it.to) }})
		}
	}
	return list
}
