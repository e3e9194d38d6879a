// Package instruments is the list of instruments: those of the file with all
// their versions, and the ready ones that it does not hold yet.
package instruments

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads.
type Desk interface {
	// Choosable lists all versions of the file's instruments, and the ready
	// ones that it does not hold.
	Choosable() ([]model.Instrument, error)
}

// The columns, as Cell numbers them.
const (
	colCode = iota
	colName
	colVersion
	colIndicators
	colWeights
	colPositions
	colState
)

// Page is the list.
type Page struct {
	env  nav.Env
	desk Desk

	list   nav.Load[[]model.Instrument]
	wanted model.InstrumentID
	table  *table.Table
	width  int
	height int
}

// New makes the page.
func New(env nav.Env, desk Desk) *Page {
	p := &Page{env: env, desk: desk}
	t := env.Text.Instruments
	p.table = table.New(env.Text, env.Styles, []table.Column{
		colCode:       {Title: t.Code, Min: 8, Max: 14},
		colName:       {Title: t.Name, Min: 22, Max: 40},
		colVersion:    {Title: t.Version, Min: 5, Max: 5, Right: true},
		colIndicators: {Title: t.Indicators, Min: 9, Max: 10, Right: true},
		colWeights:    {Title: t.Weights, Min: 7, Max: 7, Right: true},
		colPositions:  {Title: t.Positions, Min: 16, Max: 60, Level: 1},
		colState:      {Title: t.State, Min: 14, Max: 28},
	})
	return p
}

// Init reads the list.
func (p *Page) Init() tea.Cmd {
	if in, ok := p.chosen(); ok {
		p.wanted = in.ID
	}
	return p.list.Start(p.desk.Choosable)
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.list.Take(msg) {
		p.table.SetLen(p.Len())
		for i, in := range p.list.Data {
			if in.ID == p.wanted {
				p.table.MoveTo(i)
			}
		}
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
	k, t := p.env.Keys, p.env.Text.Instruments
	none := ""
	if p.Len() == 0 {
		none = t.Reading
	}
	return []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "add", Name: t.New, Binding: k.Add, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Instrument{}) }},
	}
}

func (p *Page) open() tea.Cmd {
	in, _ := p.chosen()
	return nav.Open(nav.Instrument{ID: in.ID})
}

func (p *Page) chosen() (model.Instrument, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.list.Data[i], true
	}
	return model.Instrument{}, false
}

// Len is how many instruments there are.
func (p *Page) Len() int { return len(p.list.Data) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, in := p.env.Text, p.list.Data[row]
	switch col {
	case colCode:
		return in.Code
	case colName:
		return in.Name.In(t.Code)
	case colVersion:
		return t.Count(in.Version)
	case colIndicators:
		return t.Count(len(in.Indicators))
	case colWeights:
		sign := " "
		if in.Weights() != model.Int(100) {
			sign = "!" // the line below says what it does
		}
		return t.Number(in.Weights()) + sign
	case colPositions:
		if len(in.Positions) == 0 {
			return t.Instruments.Everyone
		}
		return strings.Join(in.Positions, ", ")
	}
	return p.state(in)
}

// state says whether plans use a version, and where it comes from.
func (p *Page) state(in model.Instrument) string {
	t := p.env.Text
	switch {
	case in.Frozen:
		return t.Instruments.Used
	case in.Ready():
		return t.Instruments.Ready
	}
	return t.Instruments.Draft
}

// View draws the page in its room.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.list.Err != nil:
		return ansi.Wordwrap(t.Error(p.list.Err), max(1, p.width), "")
	case !p.list.Have:
		return t.Instruments.Reading
	}
	intro := strings.Split(ansi.Wordwrap(t.Instruments.Intro, max(1, p.width), ""), "\n")
	p.table.Resize(p.width, max(2, p.height-len(intro)-2))
	in, _ := p.chosen()
	about := lang.Inert(strings.Join(in.Positions, ", "))
	if n := in.Weights(); p.Len() > 0 && n != model.Int(100) {
		about = lang.Fill(t.Instruments.OddWeights, "n", t.Number(n))
	}
	detail := ansi.Truncate(about, p.width, s.Glyphs.Ellipsis)
	return strings.Join(append(intro, "", p.table.View(p), s.Dim.Render(detail)), "\n")
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-4))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Instruments.Title }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
