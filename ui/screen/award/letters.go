package award

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/discipline"
	"kinerja/model/listing"
	"kinerja/ui/lang/awarding"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// LetterReader is what the list of letters reads.
type LetterReader interface {
	// Letters lists references to letters of discipline, the newest first.
	Letters() ([]discipline.Row, error)
}

const (
	letterName = iota
	letterNumber
	letterLevel
	letterForce
	letterFrom
	letterTo
	letterOn
)

// Letters is the references to letters of discipline.
type Letters struct {
	env  nav.Env
	desk LetterReader

	data  nav.Load[[]discipline.Row]
	table *table.Table

	width, height int
}

// NewLetters makes the page.
func NewLetters(env nav.Env, desk LetterReader) *Letters {
	w := env.Text.Award.Letter
	return &Letters{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		letterName:   {Title: env.Text.Award.Columns.Name, Name: true, Min: 16, Max: 34},
		letterNumber: {Title: w.Number, Min: 14, Max: 30},
		letterLevel:  {Title: w.Level, Min: 7, Max: 10},
		letterForce:  {Title: w.Force, Min: 13, Max: 14},
		letterFrom:   {Title: w.From, Min: 16, Max: 18, Level: 1},
		letterTo:     {Title: w.To, Min: 16, Max: 18, Level: 2},
		letterOn:     {Title: w.On, Min: 16, Max: 18, Level: 3},
	})}
}

// Init reads the list.
func (p *Letters) Init() tea.Cmd { return p.data.Start(p.desk.Letters) }

// Update takes answers, and the keys that are no action.
func (p *Letters) Update(msg tea.Msg) tea.Cmd {
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

func (p *Letters) chosen() (discipline.Row, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.data.Data[i], true
	}
	return discipline.Row{}, false
}

// Actions says what can be done with the list.
func (p *Letters) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Award.Page
	none := ""
	if p.Len() == 0 {
		none = w.NobodyHere
	}
	return []nav.Action{
		{ID: "enter", Name: w.Open, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "add", Name: w.Refer, Binding: k.Add, Main: true, Run: func() tea.Cmd { return nav.Open(nav.EditLetter{}) }},
		{ID: "remove", Name: w.Remove, Why: none, Run: p.remove},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Run: p.write},
	}
}

func (p *Letters) open() tea.Cmd {
	r, _ := p.chosen()
	return nav.Open(nav.Person{Employee: r.Employee})
}

func (p *Letters) remove() tea.Cmd {
	r, _ := p.chosen()
	return nav.Open(nav.EditLetter{Employee: r.Employee, ID: r.ID})
}

func (p *Letters) write() tea.Cmd {
	t, list, today := p.env.Text, p.data.Data, p.env.Today()
	return nav.Write(t.Award.Page.LettersFile, func() (listing.Table, error) { return awarding.Letters(t, list, today), nil })
}

// Len is how many there are.
func (p *Letters) Len() int { return len(p.data.Data) }

// Cell is one cell of the table.
func (p *Letters) Cell(row, col int) string {
	t, r := p.env.Text, p.data.Data[row]
	switch col {
	case letterName:
		return r.Staff.Name
	case letterNumber:
		return r.Number
	case letterLevel:
		return t.Award.Letter.Levels[r.Level.String()]
	case letterForce:
		return awarding.Force(t, r, p.env.Today())
	case letterFrom:
		return t.Date(r.From)
	case letterTo:
		if r.To.IsZero() {
			return "–"
		}
		return t.Date(r.To)
	}
	return t.Date(r.On)
}

// View draws the list in its room.
func (p *Letters) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Award.Page.Reading)
	case p.Len() == 0:
		return words(t.Award.Page.NoLetters + " " + t.Award.Letter.Reference)
	}
	return p.table.View(p) + "\n" + s.Dim.Render(words(t.Award.Letter.Reference))
}

// Resize gives the list its room.
func (p *Letters) Resize(width, height int) {
	p.width, p.height = width, height
	foot := strings.Count(ansi.Wordwrap(p.env.Text.Award.Letter.Reference, max(1, width), ""), "\n") + 1
	p.table.Resize(width, max(2, height-foot))
}

// Title is the page's crumb.
func (p *Letters) Title() string {
	return capital(p.env.Text.Award.Page.Letters)
}

// Typing is never so: nothing is typed here.
func (p *Letters) Typing() bool { return false }
