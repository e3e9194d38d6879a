// Package rights is the page that says in plain words who may do what to whom: first
// whoever works here, then every role.
package rights

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/nav"
	"kinerja/ui/widget/entitled"
	"kinerja/ui/widget/pane"

	"kinerja/ui/lang"
)

// Page is the page. It reads nothing: the table of rights is the program's.
type Page struct {
	env    nav.Env
	scroll pane.Scroll

	width, height int
}

// New makes the page.
func New(env nav.Env) *Page { return &Page{env: env} }

// Init reads nothing.
func (p *Page) Init() tea.Cmd { return nil }

// Update takes the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.scroll.Read(p.env.Keys, k, len(p.lines()), p.height)
	}
	return nil
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	return []nav.Action{{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Main: true, Run: func() tea.Cmd {
		return nav.Write(t.Access.Name, func() (listing.Table, error) { return entitled.Table(t), nil })
	}}}
}

// lines are all that the page says, in its room.
func (p *Page) lines() (list []string) {
	t, s := p.env.Text, p.env.Styles
	w := t.Access
	say := func(actor model.Actor) {
		groups := entitled.Of(t, actor)
		if len(groups) == 0 {
			list = append(list, "  "+w.Nothing)
		}
		for _, g := range groups {
			list = append(list, "  "+s.Header.Render(g.Name))
			for _, text := range g.Sentences {
				list = append(list, pane.Hang(text, p.width, 4, 6)...)
			}
		}
	}
	list = append(list, s.Title.Render(w.Yours))
	list = append(list, pane.Hang(lang.Fill(w.As, "roles", entitled.Roles(t, p.env.Me)), p.width, 2, 4)...)
	say(p.env.Me)
	list = append(list, "")
	list = append(list, pane.Wrap(w.About, p.width)...)
	list = append(list, "", s.Title.Render(w.Others))
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		list = append(list, "", s.Title.Render(t.Role(r)))
		say(model.Actor{Roles: model.RolesOf(r)})
	}
	return list
}

// View draws the page in its room.
func (p *Page) View() string {
	return p.scroll.View(p.env.Text, p.env.Styles, p.lines(), p.width, p.height)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Access.Title }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
