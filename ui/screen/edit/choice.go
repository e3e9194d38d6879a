package edit

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/menu"
)

// Choice lists what can be edited of a person: the record, each post, and a new
// post.
type Choice struct {
	env  nav.Env
	desk Reader
	who  model.EmployeeID

	data nav.Load[loaded]
	menu menu.Menu

	width, height int
}

// NewChoice makes the list.
func NewChoice(env nav.Env, desk Reader, route nav.EditPerson) *Choice {
	return &Choice{env: env, desk: desk, who: route.Employee}
}

// Init reads the person.
func (c *Choice) Init() tea.Cmd {
	desk, who := c.desk, c.who
	return c.data.Start(func() (l loaded, err error) {
		if l.units, err = desk.Units(); err != nil {
			return l, err
		}
		l.who, err = desk.Profile(who)
		return l, err
	})
}

// Update takes the answer, and the keys that are no action.
func (c *Choice) Update(msg tea.Msg) tea.Cmd {
	if c.data.Take(msg) {
		c.menu.SetItems(c.items()...)
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, c.env.Keys.Esc):
		return nav.Back
	default:
		c.menu.Press(k, c.env.Keys)
	}
	return nil
}

func (c *Choice) items() []menu.Item {
	t, l := c.env.Text, c.data.Data
	items := []menu.Item{{Head: lang.Inert(l.who.Employee.FullName()), Label: t.Edit.Record, Note: t.Edit.RecordNote}}
	for i, p := range l.who.Posts {
		item := menu.Item{Label: p.Position, Note: c.span(p)}
		if i == 0 {
			item.Head = t.Edit.Posts
		}
		items = append(items, item)
	}
	return append(items, menu.Item{Label: t.Edit.AnotherPost, Note: t.Edit.AnotherPostNote},
		menu.Item{Label: t.Tenure.Form.Title, Note: t.Tenure.Form.About}, menu.Item{Label: t.Tenure.Leave.Title, Note: t.Tenure.Leave.Note})
}

// span says where and how long a post is held.
func (c *Choice) span(p model.Post) string {
	t := c.env.Text
	parts := []string{c.data.Data.units[p.Unit].Name}
	if p.Acting {
		parts = append(parts, t.Person.Acting)
	}
	switch {
	case p.From != 0 && p.To != 0:
		parts = append(parts, lang.Fill(t.Person.FromTo, "from", t.Date(p.From), "to", t.Date(p.To)))
	case p.From != 0:
		parts = append(parts, lang.Fill(t.Person.Since, "from", t.Date(p.From)))
	case p.To != 0:
		parts = append(parts, lang.Fill(t.Person.Until, "to", t.Date(p.To)))
	}
	return strings.Join(parts, " · ")
}

// open goes to the form of what is chosen.
func (c *Choice) open() tea.Cmd {
	posts := c.data.Data.who.Posts
	switch i := c.menu.Chosen(); {
	case i == 0:
		return nav.Open(nav.EditPerson{Employee: c.who, Record: true})
	case i <= len(posts):
		return nav.Open(nav.EditPost{Employee: c.who, Post: posts[i-1].ID})
	case i == len(posts)+2:
		return nav.Open(nav.Transfer{Employee: c.who})
	case i == len(posts)+3:
		return nav.Open(nav.Leave{Employee: c.who})
	}
	return nav.Open(nav.EditPost{Employee: c.who})
}

// Actions says what can be done with the list.
func (c *Choice) Actions() []nav.Action {
	k, t := c.env.Keys, c.env.Text.Edit
	wait := ""
	if !c.data.Have {
		wait = t.Reading
	}
	return []nav.Action{
		{ID: "enter", Name: t.Change, Binding: k.Enter, Why: wait, Main: true, Run: c.open},
		{ID: "add", Name: t.AnotherPost, Binding: k.Add, Why: wait, Main: true, Run: func() tea.Cmd { return nav.Open(nav.EditPost{Employee: c.who}) }},
	}
}

// View draws the list in its room.
func (c *Choice) View() string {
	switch {
	case c.data.Err != nil:
		return ansi.Wordwrap(c.env.Text.Error(c.data.Err), max(1, c.width), "")
	case !c.data.Have:
		return c.env.Text.Edit.Reading
	}
	return c.menu.View(c.env.Text, c.env.Styles, c.width, c.height)
}

// Resize gives the page its room.
func (c *Choice) Resize(width, height int) { c.width, c.height = width, height }

// Title is the page's crumb.
func (c *Choice) Title() string { return c.env.Text.Edit.Person }

// Kind is the page that the records are of.
func (c *Choice) Kind() string { return c.env.Text.Staff.Title }

// Typing is never so: nothing is typed here.
func (c *Choice) Typing() bool { return false }
