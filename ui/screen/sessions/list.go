// Package sessions is the pages about briefings and trainings: the list, one of them
// with its people, who still must be told how they are measured, and their forms.
package sessions

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/session"
	"kinerja/ui/lang/met"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Lister is what the list reads.
type Lister interface {
	// Sessions lists those at or below the unit that is shown, the newest first.
	Sessions() ([]session.Row, error)
}

// The columns, as Cell numbers them.
const (
	colDate = iota
	colTopic
	colState
	colCame
	colTold
	colKind
	colUnit
)

// List is briefings and trainings, the newest first.
type List struct {
	env  nav.Env
	desk Lister

	data  nav.Load[[]session.Row]
	table *table.Table

	width, height int
}

// NewList makes the list.
func NewList(env nav.Env, desk Lister) *List {
	w := env.Text.Session.Columns
	return &List{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colDate:  {Title: w.Date, Min: 11, Max: 18},
		colTopic: {Title: w.Topic, Min: 18, Max: 50},
		colState: {Title: w.State, Min: 11, Max: 12},
		colCame:  {Title: w.Came, Min: 7, Max: 9, Right: true},
		colTold:  {Title: w.Told, Min: 10, Max: 10, Right: true, Level: 1},
		colKind:  {Title: w.Kind, Min: 11, Max: 12, Level: 2},
		colUnit:  {Title: w.Unit, Min: 16, Max: 30, Level: 3},
	})}
}

// Init reads the list.
func (p *List) Init() tea.Cmd { return p.data.Start(p.desk.Sessions) }

// Update takes answers, and the keys that are no action.
func (p *List) Update(msg tea.Msg) tea.Cmd {
	on, _ := p.chosen()
	before, again := p.data.Data, p.data.Have
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		p.settle(on.ID, before, again)
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

// settle puts the cursor on what is new since the list was read last, else on what it
// was on.
func (p *List) settle(on session.ID, before []session.Row, again bool) {
	at := -1
	for i, r := range p.data.Data {
		fresh := again && !slices.ContainsFunc(before, func(b session.Row) bool { return b.ID == r.ID })
		if fresh || r.ID == on && at < 0 {
			at = i
		}
	}
	if at >= 0 {
		p.table.MoveTo(at)
	}
}

func (p *List) chosen() (session.Row, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.data.Data[i], true
	}
	return session.Row{}, false
}

// Actions says what can be done with the list.
func (p *List) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Session
	none := ""
	switch {
	case !p.data.Have:
		none = w.Page.Reading
	case p.Len() == 0:
		none = w.Nothing
	}
	return []nav.Action{
		{ID: "enter", Name: w.Page.Open, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "add", Name: w.Page.New, Binding: k.Add, Main: true, Run: func() tea.Cmd { return nav.Open(nav.EditSession{}) }},
		{ID: "coverage", Name: w.Page.Coverage, Binding: k.Detail, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Learners{}) }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Run: p.write},
	}
}

func (p *List) open() tea.Cmd {
	r, ok := p.chosen()
	if !ok {
		return nil
	}
	return nav.Open(nav.Session{ID: r.ID})
}

func (p *List) write() tea.Cmd {
	t, list := p.env.Text, p.data.Data
	return nav.Write(t.Session.Page.File, func() (listing.Table, error) { return met.Sessions(t, list), nil })
}

// Len is how many there are.
func (p *List) Len() int { return len(p.data.Data) }

// Cell is one cell of the table.
func (p *List) Cell(row, col int) string {
	t, r := p.env.Text, p.data.Data[row]
	c := r.Count()
	of := func(n int) string { return t.Count(n) + "/" + t.Count(c.Registered) }
	switch col {
	case colDate:
		return met.Days(t, r.Session)
	case colTopic:
		return strings.ReplaceAll(r.Topic, "\n", " ")
	case colState:
		return met.State(t, r.Session)
	case colCame:
		return of(c.Came)
	case colTold:
		if r.Session.Kind != session.Briefing {
			return "–"
		}
		return of(c.Told)
	case colKind:
		return met.Kind(t, r.Session)
	}
	return r.UnitName
}

// View draws the list in its room.
func (p *List) View() string {
	t := p.env.Text
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Session.Page.Reading)
	case p.Len() == 0 && p.env.May(session.VerbPlan) == "":
		return words(t.Session.Nothing + " " + t.Session.Begin)
	case p.Len() == 0:
		return words(t.Session.Nothing)
	}
	return p.table.View(p)
}

// Resize gives the list its room.
func (p *List) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height))
}

// Title is the page's crumb.
func (p *List) Title() string { return p.env.Text.Session.Title }

// Typing is never so: nothing is typed here.
func (p *List) Typing() bool { return false }

// Learning is what the page of coverage reads; zero: the own unit, the newest period
// in use.
type Learning interface {
	Learners(unit model.UnitID, p model.Period) ([]session.Learner, error)
	Periods() ([]model.Period, error)
}
