// Package award is the pages of awards: the nominations with how far each has come,
// who meets the rule and of everybody else why not, one nomination with its next
// step, the letters of discipline for those who may know of them, and the forms of
// every step.
package award

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/award"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Reader is what the list of nominations reads.
type Reader interface {
	// Awards lists nominations, the newest first.
	Awards() ([]award.Row, error)
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colKind
	colPeriod
	colState
	colReason
)

// List is the nominations.
type List struct {
	env  nav.Env
	desk Reader

	data  nav.Load[[]award.Row]
	table *table.Table

	width, height int
}

// NewList makes the page.
func NewList(env nav.Env, desk Reader) *List {
	w := env.Text.Award.Columns
	return &List{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colName:   {Title: w.Name, Name: true, Min: 16, Max: 34},
		colKind:   {Title: w.Kind, Min: 16, Max: 32},
		colPeriod: {Title: w.Period, Min: 10, Max: 12, Level: 1},
		colState:  {Title: w.State, Min: 12, Max: 14},
		colReason: {Title: w.Reason, Min: 20, Max: 60, Level: 2},
	})}
}

// Init reads the list: what is open first.
func (p *List) Init() tea.Cmd {
	desk := p.desk
	return p.data.Start(func() ([]award.Row, error) {
		all, err := desk.Awards()
		var open, ended []award.Row
		for _, r := range all {
			if r.State.Open() {
				open = append(open, r)
			} else {
				ended = append(ended, r)
			}
		}
		return append(open, ended...), err
	})
}

// Update takes answers, and the keys that are no action.
func (p *List) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
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

func (p *List) chosen() (award.Row, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.data.Data[i], true
	}
	return award.Row{}, false
}

// Actions says what can be done with the list.
func (p *List) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Award.Page
	none, hidden := "", ""
	if p.Len() == 0 {
		none = p.env.Text.Award.Page.NobodyHere
	}
	if !p.env.MayOpen(nav.Letters{}) {
		hidden = p.env.Refusal()
	}
	proposals := ""
	if !p.env.MayOpen(nav.Proposals{}) {
		proposals = p.env.Refusal()
	}
	return []nav.Action{
		{ID: "enter", Name: w.Open, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "add", Name: w.New, Binding: k.Add, Main: true, Run: func() tea.Cmd { return nav.Open(nav.AwardAct{Act: award.Nominate}) }},
		{ID: "proposals", Name: w.Proposals, Binding: k.Detail, Why: proposals, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Proposals{}) }},
		{ID: "letters", Name: w.Letters, Why: hidden, Run: func() tea.Cmd { return nav.Open(nav.Letters{}) }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Run: p.write},
	}
}

func (p *List) open() tea.Cmd {
	r, ok := p.chosen()
	if !ok {
		return nil
	}
	return nav.Open(nav.Award{Employee: r.Employee, ID: r.ID})
}

func (p *List) write() tea.Cmd {
	t, list := p.env.Text, p.data.Data
	return nav.Write(t.Award.Page.File, func() (listing.Table, error) { return awarding.Nominations(t, list), nil })
}

// Len is how many there are.
func (p *List) Len() int { return len(p.data.Data) }

// Cell is one cell of the table.
func (p *List) Cell(row, col int) string {
	t, r := p.env.Text, p.data.Data[row]
	switch col {
	case colName:
		return r.Staff.Name
	case colKind:
		return r.Kind
	case colPeriod:
		return t.Period(r.Period)
	case colState:
		return t.Award.States[r.State.String()]
	}
	return strings.ReplaceAll(r.Reason, "\n", " ")
}

// View draws the list in its room.
func (p *List) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Award.Page.Reading)
	case p.Len() == 0:
		return words(lang.Fill(t.Award.Page.Empty, "key", p.env.Keys.Detail.Help().Key))
	}
	return p.table.View(p) + "\n" + s.Dim.Render(words(lang.Inert(strings.Join(p.table.Cut(p, colReason+1), " · "))))
}

// Resize gives the list its room.
func (p *List) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-3))
}

// Title is the page's crumb.
func (p *List) Title() string { return p.env.Text.Award.Page.Title }

// Typing is never so: nothing is typed here.
func (p *List) Typing() bool { return false }
