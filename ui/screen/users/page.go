// Package users is the page of people who may log in, and the forms about them:
// a second evaluator, with whom PINs are turned on; roles; PINs; PINs off.
package users

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what the page and its forms read and do.
type Desk interface {
	Looker
	Keeper
}

// Looker reads who may log in, and takes away.
type Looker interface {
	Look() (State, error)
	CloseUser(user.ID) error
	// Unguard turns PINs off; it asks for the own PIN.
	Unguard(secret string) error
}

// Keeper changes who may log in.
type Keeper interface {
	// First turns PINs on, with a second person, and lets the first one in: how the
	// program goes on.
	First(me, them user.New) (nav.AgainMsg, error)
	AddUser(user.New) (user.User, error)
	EditUser(id user.ID, name, display string, roles model.Roles) error
	ResetSecret(id user.ID, secret string) error
	ChangeSecret(old, secret string) error
}

// State is what one reading brings.
type State struct {
	Guarded bool
	Keeps   bool       // whoever works here keeps the others' access
	Users   []user.Row // where Keeps is false: the own one alone
	Staff   []Staff
}

// Staff is somebody on the list of staff.
type Staff struct {
	Row    model.StaffRow
	Number model.NIP
	Place  user.Place
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colUser
	colRoles
	colSince
	colFailed
	colLast
)

// Page is the list.
type Page struct {
	env  nav.Env
	desk Looker

	data  nav.Load[State]
	table *table.Table

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Looker) *Page {
	t := env.Text.Door.Users.Columns
	return &Page{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colName:   {Title: t.Name, Min: 16, Max: 34},
		colUser:   {Title: t.User, Min: 8, Max: 16},
		colRoles:  {Title: t.Roles, Min: 12, Max: 44},
		colSince:  {Title: t.Since, Min: 10, Max: 16, Level: 1},
		colFailed: {Title: t.Failed, Min: 5, Max: 7, Right: true, Level: 2},
		colLast:   {Title: t.Last, Min: 20, Max: 22, Level: 3},
	})}
}

// Init reads who may log in.
func (p *Page) Init() tea.Cmd { return p.data.Start(p.desk.Look) }

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		p.Resize(p.width, p.height)
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.table.Press(k, p.env.Keys)
	}
	return nil
}

// Actions says what can be done with the list.
func (p *Page) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Door.Users
	none, add, guarded := "", "", ""
	if p.Len() == 0 {
		none = w.Nobody
	}
	if p.data.Have && !p.data.Data.Keeps {
		add = w.NotAdmin
	}
	if p.data.Have && !p.data.Data.Guarded {
		guarded = w.NotGuarded
	}
	form := func(f nav.UserForm) func() tea.Cmd {
		return func() tea.Cmd { return nav.Open(nav.EditUser{For: f}) }
	}
	off := guarded
	if off == "" {
		off = add
	}
	return []nav.Action{
		{ID: "add", Name: w.Add, Binding: k.Add, Why: add, Main: true, Run: form(nav.ForNew)},
		{ID: "enter", Name: w.What, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "change-pin", Name: w.Change, Why: guarded, Run: form(nav.ForOwn)},
		{ID: "pins-off", Name: w.Off, Why: off, Run: form(nav.ForOff)},
	}
}

func (p *Page) open() tea.Cmd {
	return nav.Open(nav.EditUser{User: p.data.Data.Users[p.table.Cursor()].Name})
}

// Len is how many people may log in, or could once.
func (p *Page) Len() int { return len(p.data.Data.Users) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, u := p.env.Text, p.data.Data.Users[row]
	w := t.Door.Users
	switch col {
	case colName:
		if own(p.env, u.User) {
			return u.Shown + " (" + w.You + ")"
		}
		return u.Shown
	case colUser:
		return u.Name
	case colRoles:
		return RoleNames(t, u.Actual)
	case colFailed:
		return p.failed(u)
	case colLast:
		return p.last(u)
	}
	switch {
	case u.Closed:
		return w.Closed
	case u.Temporary:
		return w.Temporary
	case u.Changed == 0:
		return w.Never
	}
	return t.Date(u.Changed)
}

// own reports the user who works here.
func own(env nav.Env, u user.User) bool { return u.ActorID() == env.Me.ID && u.Live() }

// RoleNames lists roles in words, the weightiest first.
func RoleNames(t *lang.Texts, roles model.Roles) string {
	var names []string
	for _, r := range []model.Role{
		model.RoleEvaluator, model.RoleSuperior, model.RoleManager, model.RoleTeam, model.RoleCounsellor, model.RoleAuditor, model.RoleAdmin, model.RoleStaff,
	} {
		if roles.Has(r) {
			names = append(names, t.Role(r))
		}
	}
	return strings.Join(names, ", ")
}

// View draws the page in its room.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Edit.Reading
	}
	about := p.about()
	if p.Len() == 0 {
		return strings.Join(about, "\n")
	}
	u := p.data.Data.Users[min(p.table.Cursor(), p.Len()-1)]
	detail := strings.Join(slices.DeleteFunc([]string{u.Shown, u.Name, RoleNames(t, u.Actual)}, func(x string) bool { return x == "" }), " · ")
	lines := []string{p.table.View(p), s.Dim.Render(ansi.Truncate(lang.Inert(detail), p.width, s.Glyphs.Ellipsis))}
	lines = append(lines, p.door(u)...)
	for len(lines) < 2+p.doors() { // the table keeps its height
		lines = append(lines, "")
	}
	return strings.Join(append(lines, about...), "\n")
}

// about says plainly what a PIN is for.
func (p *Page) about() (lines []string) {
	w := p.env.Text.Door.Users
	text := w.AboutOff
	if p.data.Data.Guarded {
		text = w.About
	}
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(8, p.width), ""), "\n") {
		lines = append(lines, p.env.Styles.Text.Render(line))
	}
	return lines
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(1, height-1-p.doors()-len(p.about())))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Door.Users.Title }

// Typing is never so.
func (p *Page) Typing() bool { return false }

// Place is where the page is.
func (p *Page) Place() nav.Route { return nav.Users{} }
