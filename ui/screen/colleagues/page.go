// Package colleagues is the list of those to whom whoever works here may give
// feedback, and whose conversation is not theirs to read: colleagues of the same
// unit, and the own evaluator. It shows of each what one gave oneself, and nothing
// else.
package colleagues

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/talk"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what the page reads.
type Desk interface {
	Colleagues() ([]talk.Standing, error)
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colPosition
	colGiven
)

// Page is the list.
type Page struct {
	env   nav.Env
	desk  Desk
	data  nav.Load[[]talk.Standing]
	table *table.Table

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk) *Page {
	t := env.Text.Talk.Columns
	return &Page{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colName:     {Title: t.Name, Name: true, Min: 22, Max: 40},
		colPosition: {Title: t.Position, Min: 16, Max: 36, Level: 1},
		colGiven:    {Title: t.Given, Min: 20, Max: 40},
	})}
}

// Init reads who they are.
func (p *Page) Init() tea.Cmd { return p.data.Start(p.desk.Colleagues) }

// Update takes the answer, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		p.table.SetNamesakes(lang.FindNamesakes(p.Len(), func(i int) string { return p.data.Data[i].Staff.Name }))
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.table.Press(k, p.env.Keys)
	return nil
}

// Actions says what can be done with the list.
func (p *Page) Actions() []nav.Action {
	k, none := p.env.Keys, ""
	if p.Len() == 0 {
		none = p.env.Text.Feedback.NoItem
	}
	open := func() tea.Cmd {
		return nav.Open(nav.Feedback{Employee: p.data.Data[p.table.Cursor()].Staff.Employee})
	}
	return []nav.Action{
		{ID: "enter", Name: k.Feedback.Help().Desc, Binding: k.Enter, Why: none, Main: true, Run: open},
		{ID: "feedback", Name: k.Feedback.Help().Desc, Binding: k.Feedback, Why: none, Run: open},
		{ID: "rounds", Name: p.env.Text.Round.Title, Run: func() tea.Cmd { return nav.Open(nav.Rounds{}) }},
	}
}

// Len is how many people are listed.
func (p *Page) Len() int { return len(p.data.Data) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, s := p.env.Text, p.data.Data[row]
	switch {
	case col == colName:
		return s.Staff.Name
	case col == colPosition:
		return s.Staff.Position
	case s.Items == 0:
		return t.Talk.NeverGiven
	}
	return t.Plural(t.Talk.Given, s.Items, "date", t.Date(s.Last))
}

// Resize gives the page its room: two lines above the table.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-len(p.hint())-1))
}

func (p *Page) hint() []string {
	return strings.Split(ansi.Wordwrap(p.env.Text.Talk.Hint, max(1, p.width), ""), "\n")
}

// View draws the list.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil && !p.data.Have:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Feedback.Reading
	case p.Len() == 0:
		return ansi.Wordwrap(t.Talk.NoColleagues, max(1, p.width), "")
	}
	var lines []string
	for _, line := range p.hint() {
		lines = append(lines, s.Dim.Render(line))
	}
	return strings.Join(append(lines, "", p.table.View(p)), "\n")
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Talk.Colleagues }

// Typing is never so: the list takes no text.
func (p *Page) Typing() bool { return false }
