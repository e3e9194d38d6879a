package sessions

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/rules"
	"kinerja/model/session"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Lagging is what the page of suggested trainings reads.
type Lagging interface {
	// Weak lists the measures that several people of the unit that is shown do not
	// reach, with the names of these people, the weakest first.
	Weak(p model.Period, book rules.Book) ([]session.Weak, map[model.EmployeeID]string, error)
	Periods() ([]model.Period, error)
}

// lagging is what one reading brings.
type lagging struct {
	list    []session.Weak
	names   map[model.EmployeeID]string
	periods []model.Period
	period  model.Period
}

const (
	colMeasure = iota
	colBelow
	colOf
	colBelowWho
)

// Suggested is which trainings are suggested: the measures that several people do not
// reach, and who.
type Suggested struct {
	env  nav.Env
	desk Lagging
	at   nav.Suggested

	data  nav.Load[lagging]
	table *table.Table

	width, height int
}

// NewSuggested makes the page.
func NewSuggested(env nav.Env, desk Lagging, route nav.Suggested) *Suggested {
	w := env.Text.Session.Columns
	return &Suggested{env: env, desk: desk, at: route, table: table.New(env.Text, env.Styles, []table.Column{
		colMeasure:  {Title: w.Code, Name: true, Min: 9, Max: 14},
		colBelow:    {Title: w.Below, Min: 8, Max: 9, Right: true},
		colOf:       {Title: w.People, Min: 4, Max: 6, Right: true},
		colBelowWho: {Title: w.Who, Min: 24, Max: 120},
	})}
}

// Init reads the list.
func (p *Suggested) Init() tea.Cmd {
	desk, period, book := p.desk, p.at.Period, p.env.Rules
	return p.data.Start(func() (r lagging, err error) {
		if r.periods, err = desk.Periods(); err != nil || len(r.periods) == 0 {
			return r, err
		}
		if r.period = period; !period.Valid() {
			r.period, _ = model.Usual(r.periods)
		}
		r.list, r.names, err = desk.Weak(r.period, book)
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Suggested) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		p.lay()
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
func (p *Suggested) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	none := ""
	if p.Len() == 0 {
		none = t.Session.Page.NobodyHere
	}
	return []nav.Action{
		{ID: "add", Name: t.Session.Page.PlanIt, Binding: k.Add, Why: none, Main: true, Run: p.plan},
		p.env.PeriodOf(p.data.Data.periods, p.data.Data.period, p.choose),
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Main: true, Run: p.write},
	}
}

// plan opens the form of a training about the measure under the cursor.
func (p *Suggested) plan() tea.Cmd {
	if i := p.table.Cursor(); i < p.Len() {
		return nav.Open(nav.EditSession{Code: p.data.Data.list[i].Code})
	}
	return nil
}

// choose goes to another period.
func (p *Suggested) choose(to model.Period) tea.Cmd {
	p.at.Period = to
	return p.Init()
}

func (p *Suggested) write() tea.Cmd {
	t, r := p.env.Text, p.data.Data
	return nav.Write(lang.Fill(t.Session.Page.SuggestedFile, "period", r.period), func() (listing.Table, error) { return met.Weak(t, r.list, r.names), nil })
}

// Len is how many measures there are.
func (p *Suggested) Len() int { return len(p.data.Data.list) }

// Cell is one cell of the table.
func (p *Suggested) Cell(row, col int) string {
	t, w := p.env.Text, p.data.Data.list[row]
	switch col {
	case colMeasure:
		return w.Code
	case colBelow:
		return t.Count(len(w.Below))
	case colOf:
		return t.Count(w.People)
	}
	return met.Names(w, p.data.Data.names)
}

// head says what is looked for.
func (p *Suggested) head() string {
	return ansi.Wordwrap(met.WeakHead(p.env.Text, model.Int(session.WeakBelow), session.WeakLeast, p.data.Data.period, p.Len() > 0), max(1, p.width), "")
}

// foot is who they are, which may not fit its column.
func (p *Suggested) foot() string {
	i := p.table.Cursor()
	if i >= p.Len() {
		return ""
	}
	lines := strings.Split(ansi.Wordwrap(lang.Inert(met.Names(p.data.Data.list[i], p.data.Data.names)), max(1, p.width), ""), "\n")
	for len(lines) < footLines {
		lines = append(lines, "")
	}
	return strings.Join(lines[:footLines], "\n")
}

// footLines is how many lines the foot has.
const footLines = 3

// View draws the page in its room.
func (p *Suggested) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Session.Page.Reading
	case len(p.data.Data.periods) == 0:
		return ansi.Wordwrap(t.Home.NeedsPeriod, max(1, p.width), "")
	case p.Len() == 0:
		return p.head()
	}
	parts := []string{s.Header.Render(p.head()), p.table.View(p)}
	if p.height >= (strings.Count(p.head(), "\n")+1)+footLines+4 {
		parts = append(parts, s.Dim.Render(p.foot()))
	}
	return strings.Join(parts, "\n")
}

// Resize gives the page its room.
func (p *Suggested) Resize(width, height int) {
	p.width, p.height = width, height
	p.lay()
}

func (p *Suggested) lay() {
	room := p.height - (strings.Count(p.head(), "\n") + 1)
	if room >= footLines+4 {
		room -= footLines
	}
	p.table.Resize(p.width, max(2, room))
}

// Title is the page's crumb.
func (p *Suggested) Title() string {
	title := p.env.Text.Session.Page.Suggested
	return strings.ToUpper(title[:1]) + title[1:] // an ASCII letter in both languages
}

// Place is the page with the period that is shown.
func (p *Suggested) Place() nav.Route { return p.at }

// Typing is never so: nothing is typed here.
func (p *Suggested) Typing() bool { return false }
