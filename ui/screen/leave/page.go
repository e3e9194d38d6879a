// Package leave is the leave (cuti) of one person: the list, and the form by which
// one is recorded.
package leave

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/leave"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what the list and its form read and do.
type Desk interface {
	Profile(id model.EmployeeID) (model.Profile, error)
	Leaves(q leave.Query) ([]leave.Row, error)
	AddLeave(l leave.Leave) (leave.Leave, error)
	RemoveLeave(who model.EmployeeID, id leave.ID, reason string) error
}

// read is what one reading brings: the newest leave first.
type read struct {
	who  model.Profile
	list []leave.Row
}

// The columns, as Cell numbers them.
const (
	colKind = iota
	colFrom
	colTo
	colCount
	colLetter
	colReduces
)

// List is the leave of one person.
type List struct {
	env  nav.Env
	desk Desk
	who  model.EmployeeID

	data  nav.Load[read]
	off   nav.Load[leave.Leave] // taking one off the list
	table *table.Table

	width, height int
}

// NewList makes the list.
func NewList(env nav.Env, desk Desk, route nav.Leave) *List {
	w := env.Text.Tenure.Leave.Columns
	return &List{env: env, desk: desk, who: route.Employee, table: table.New(env.Text, env.Styles, []table.Column{
		colKind:    {Title: w.Kind, Min: 14, Max: 34},
		colFrom:    {Title: w.From, Min: 16, Max: 20},
		colTo:      {Title: w.To, Min: 16, Max: 20},
		colCount:   {Title: w.Days, Min: 4, Max: 6, Right: true},
		colLetter:  {Title: w.Letter, Min: 10, Max: 30},
		colReduces: {Title: w.Reduces, Min: 8, Max: 18, Level: 1},
	})}
}

// Init reads the list.
func (p *List) Init() tea.Cmd {
	desk, who := p.desk, p.who
	return p.data.Start(func() (r read, err error) {
		if r.who, err = desk.Profile(who); err != nil {
			return r, err
		}
		list, err := desk.Leaves(leave.Query{Employee: who})
		for i := range list {
			r.list = append(r.list, list[len(list)-1-i])
		}
		return r, err
	})
}

// offMsg: somebody said yes to taking a leave off the list.
type offMsg struct {
	page *List
	l    leave.Leave
}

// Update takes answers, and the keys that are no action.
func (p *List) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		return nil
	}
	if p.off.Take(msg) {
		if p.off.Err != nil {
			return nav.Fail(p.off.Err)
		}
		l, w := p.off.Data, p.env.Text.Tenure.Leave
		said := lang.Fill(w.Removed, "name", p.name(), "kind", w.Kinds[l.Kind.String()], "days", span.Short(p.env.Text, l.From, l.To))
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
	}
	if m, ok := msg.(offMsg); ok && m.page == p {
		desk, l := p.desk, m.l
		return p.off.Start(func() (leave.Leave, error) { return l, desk.RemoveLeave(l.Employee, l.ID, "") })
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

func (p *List) name() string { return lang.Inert(p.data.Data.who.Employee.FullName()) }

// Actions says what can be done with the list.
func (p *List) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Tenure.Leave
	may, none := "", ""
	if !access.MayAnybody(p.env.Me, model.VerbAddLeave) {
		may = p.env.Text.Error(model.ErrNotAllowed)
	}
	if none = may; p.Len() == 0 {
		none = w.Nothing
	}
	return []nav.Action{
		{ID: "add", Name: w.Form.Title, Binding: k.Add, Why: may, Main: true, Run: func() tea.Cmd { return nav.Open(nav.AddLeave{Employee: p.who}) }},
		{ID: "remove", Name: w.Remove, Binding: k.Remove, Why: none, Main: true, Run: p.remove},
	}
}

// remove asks first.
func (p *List) remove() tea.Cmd {
	i := p.table.Cursor()
	if i >= p.Len() || p.off.Busy {
		return nil
	}
	w, l := p.env.Text.Tenure.Leave, p.data.Data.list[i].Leave
	question := lang.Fill(w.AskRemove, "kind", w.Kinds[l.Kind.String()], "days", span.Short(p.env.Text, l.From, l.To))
	return nav.Ask(question, func() tea.Msg { return offMsg{p, l} })
}

// Len is how many leaves there are.
func (p *List) Len() int { return len(p.data.Data.list) }

// Cell is one cell of the table.
func (p *List) Cell(row, col int) string {
	t, l := p.env.Text, p.data.Data.list[row]
	switch col {
	case colKind:
		return t.Tenure.Leave.Kinds[l.Kind.String()]
	case colFrom:
		return t.Date(l.From)
	case colTo:
		return t.Date(l.To)
	case colCount:
		return t.Count(l.Days())
	case colLetter:
		return l.Letter
	}
	if l.Reduces {
		return t.Tenure.Leave.Yes
	}
	return lang.None
}

// View draws the list in its room.
func (p *List) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Edit.Reading)
	}
	head := s.Header.Render(ansi.Truncate(p.name(), max(0, p.width), s.Glyphs.Ellipsis))
	if p.Len() == 0 {
		return head + "\n" + words(t.Tenure.Leave.Nothing+" "+t.Tenure.Leave.About)
	}
	return strings.Join([]string{head, p.table.View(p), s.Dim.Render(words(t.Tenure.Leave.About))}, "\n")
}

// Resize gives the list its room.
func (p *List) Resize(width, height int) {
	p.width, p.height = width, height
	about := strings.Count(ansi.Wordwrap(p.env.Text.Tenure.Leave.About, max(1, width), ""), "\n") + 1
	p.table.Resize(width, max(2, height-1-about))
}

// Title is the page's crumb.
func (p *List) Title() string { return p.env.Text.Tenure.Leave.Title }

// Kind is the page that the person is of.
func (p *List) Kind() string { return p.env.Text.Staff.Title }

// Typing is never so: nothing is typed here.
func (p *List) Typing() bool { return false }
