package users

import (
	"cmp"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/user"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/menu"
)

// Choice is what can be done about one of those who may log in.
type Choice struct {
	env  nav.Env
	desk Looker
	name string

	data   nav.Load[State]
	closed nav.Load[struct{}]
	menu   menu.Menu

	width, height int
}

// choice is one line: what it says, why it cannot be done, and what Enter does.
type choice struct {
	item menu.Item
	why  string
	run  func() tea.Cmd
}

// NewChoice makes the list.
func NewChoice(env nav.Env, desk Looker, route nav.EditUser) *Choice {
	return &Choice{env: env, desk: desk, name: route.User}
}

// Init reads who may log in.
func (c *Choice) Init() tea.Cmd { return c.data.Start(c.desk.Look) }

// who is whom it is about.
func (c *Choice) who() (user.Row, bool) { return find(c.data.Data, c.name) }

func find(s State, name string) (user.Row, bool) {
	i := slices.IndexFunc(s.Users, func(u user.Row) bool { return u.Name == name })
	if i < 0 {
		return user.Row{}, false
	}
	return s.Users[i], true
}

// choices are the lines.
func (c *Choice) choices() []choice {
	w := c.env.Text.Door.Users
	u, ok := c.who()
	if !ok {
		return nil
	}
	why := ""
	switch {
	case !c.data.Data.Guarded:
		why = w.NotGuarded
	case u.Closed:
		why = w.IsClosed
	case !c.data.Data.Keeps:
		why = w.NotAdmin
	}
	to := func(f nav.UserForm) func() tea.Cmd {
		return func() tea.Cmd { return nav.Open(nav.EditUser{User: c.name, For: f}) }
	}
	line := func(name, note, why string, run func() tea.Cmd) choice {
		return choice{menu.Item{Label: name, Note: cmp.Or(why, note)}, why, run}
	}
	list := []choice{line(w.Edit, RoleNames(c.env.Text, u.Actual), why, to(nav.ForRoles))}
	if own(c.env, u.User) {
		return append(list, line(w.Change, w.ChangeNote, "", to(nav.ForOwn)), line(w.Off, w.OffNote, why, to(nav.ForOff)))
	}
	return append(list, line(w.Reset, w.ResetNote, why, to(nav.ForReset)), line(w.Close, w.CloseNote, why, c.close))
}

// close asks whether somebody is to be let in no more.
func (c *Choice) close() tea.Cmd {
	u, _ := c.who()
	return nav.Ask(lang.Fill(c.env.Text.Door.Users.AskClose, "name", lang.Inert(u.Shown)), func() tea.Msg { return closing{c.name} })
}

// closing: that was agreed to.
type closing struct{ name string }

// Update takes answers, and the keys that are no action.
func (c *Choice) Update(msg tea.Msg) tea.Cmd {
	switch {
	case c.data.Take(msg):
		var items []menu.Item
		for _, x := range c.choices() {
			items = append(items, x.item)
		}
		c.menu.SetItems(items...)
		return nil
	case c.closed.Take(msg):
		if c.closed.Err != nil {
			return nav.Fail(c.closed.Err)
		}
		u, _ := c.who()
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Back, nav.Say(lang.Fill(c.env.Text.Door.Users.ClosedSaid, "name", lang.Inert(u.Shown))))
	case msg == tea.Msg(closing{c.name}):
		desk, u := c.desk, user.Row{}
		if u, _ = c.who(); u.ID != "" {
			return c.closed.Start(func() (struct{}, error) { return struct{}{}, desk.CloseUser(u.ID) })
		}
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

// Actions says what Enter does.
func (c *Choice) Actions() []nav.Action {
	list := c.choices()
	if len(list) == 0 {
		return nil
	}
	x := list[min(c.menu.Chosen(), len(list)-1)]
	return []nav.Action{{ID: "enter", Name: c.env.Text.Settings.Choose, Binding: c.env.Keys.Enter, Why: x.why, Main: true, Run: x.run}}
}

// View draws the lines.
func (c *Choice) View() string {
	if c.data.Err != nil {
		return ansi.Wordwrap(c.env.Text.Error(c.data.Err), max(1, c.width), "")
	}
	if !c.data.Have {
		return c.env.Text.Edit.Reading
	}
	return c.menu.View(c.env.Text, c.env.Styles, c.width, c.height)
}

// Resize gives the page its room.
func (c *Choice) Resize(width, height int) { c.width, c.height = width, height }

// Title is the page's crumb.
func (c *Choice) Title() string {
	if u, ok := c.who(); ok {
		return u.Shown
	}
	return c.Kind()
}

// Kind is the page that the person is of.
func (c *Choice) Kind() string { return c.env.Text.Door.Users.Title }

// Typing is never so.
func (c *Choice) Typing() bool { return false }
