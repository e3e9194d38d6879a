package sessions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/session"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// told is what one reading of the coverage brings: who still must be told first.
type told struct {
	list    []session.Learner
	periods []model.Period
	period  model.Period
}

// The columns, as Cell numbers them.
const (
	colWho = iota
	colExplained
	colMeasured
	colHours
	colBound
	colPost
)

// Learners is who was told how they are measured, and their lesson hours.
type Learners struct {
	env  nav.Env
	desk Learning
	at   nav.Learners

	data  nav.Load[told]
	table *table.Table

	width, height int
}

// NewLearners makes the page.
func NewLearners(env nav.Env, desk Learning, route nav.Learners) *Learners {
	w := env.Text.Session.Columns
	return &Learners{env: env, desk: desk, at: route, table: table.New(env.Text, env.Styles, []table.Column{
		colWho:       {Title: w.Name, Name: true, Min: 16, Max: 34},
		colExplained: {Title: w.Explained, Min: 16, Max: 18},
		colMeasured:  {Title: w.Instrument, Min: 10, Max: 18},
		colHours:     {Title: w.Hours, Min: 3, Max: 6, Right: true},
		colBound:     {Title: w.Bound, Min: 18, Max: 30, Level: 1},
		colPost:      {Title: w.Position, Min: 16, Max: 30, Level: 2},
	})}
}

// Init reads the list.
func (p *Learners) Init() tea.Cmd {
	desk, at, today := p.desk, p.at, p.env.Today()
	return p.data.Start(func() (r told, err error) {
		if r.periods, err = desk.Periods(); err != nil {
			return r, err
		}
		r.period = at.Period
		if !r.period.Valid() {
			if r.period, _ = model.Usual(r.periods); !r.period.Valid() {
				r.period = model.PeriodAt(model.Quarter, today)
			}
		}
		r.list, err = desk.Learners(at.Unit, r.period)
		slices.SortStableFunc(r.list, func(a, b session.Learner) int { return cmp.Compare(rank(a), rank(b)) })
		return r, err
	})
}

// rank puts who still must be told first.
func rank(l session.Learner) int {
	if l.Told {
		return 1
	}
	return 0
}

// Update takes answers, and the keys that are no action.
func (p *Learners) Update(msg tea.Msg) tea.Cmd {
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
func (p *Learners) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	none, suggested := "", ""
	if p.Len() == 0 {
		none = t.Session.Page.NobodyHere
	}
	if !p.env.MayOpen(nav.Suggested{}) {
		suggested = p.env.Refusal()
	}
	return []nav.Action{
		{ID: "enter", Name: t.Session.Page.Open, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		p.env.PeriodOf(p.data.Data.periods, p.data.Data.period, p.choose),
		{ID: "suggested", Name: t.Session.Page.Suggested, Binding: k.Detail, Why: suggested, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Suggested{Period: p.data.Data.period}) }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Main: true, Run: p.write},
	}
}

func (p *Learners) open() tea.Cmd {
	if i := p.table.Cursor(); i < p.Len() {
		return nav.Open(nav.Person{Employee: p.data.Data.list[i].Staff.Employee, Period: p.data.Data.period})
	}
	return nil
}

// choose goes to another period.
func (p *Learners) choose(to model.Period) tea.Cmd {
	p.at.Period = to
	return p.Init()
}

func (p *Learners) write() tea.Cmd {
	t, r := p.env.Text, p.data.Data
	return nav.Write(lang.Fill(t.Session.Page.CoverageFile, "period", r.period), func() (listing.Table, error) { return met.Learners(t, r.list), nil })
}

// Len is how many people there are.
func (p *Learners) Len() int { return len(p.data.Data.list) }

// Cell is one cell of the table.
func (p *Learners) Cell(row, col int) string {
	t, l := p.env.Text, p.data.Data.list[row]
	switch col {
	case colWho:
		return l.Staff.Name
	case colExplained:
		return met.Explained(t, l)
	case colMeasured:
		return met.Measured(l)
	case colHours:
		return t.Number(l.Hours)
	case colBound:
		return cmp.Or(met.Bound(t, l), lang.None)
	}
	return l.Staff.Position
}

// View draws the page in its room.
func (p *Learners) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Session.Page.Reading)
	}
	head := met.Cover(t, p.data.Data.list, p.data.Data.period)
	if p.Len() == 0 {
		return words(head)
	}
	return strings.Join([]string{s.Header.Render(words(head)), p.table.View(p), s.Dim.Render(words(met.Unverified(t, p.env.Terms.Hours)))}, "\n")
}

// lay gives the table what the lines above and below leave.
func (p *Learners) lay() {
	lines := func(text string) int { return strings.Count(ansi.Wordwrap(text, max(1, p.width), ""), "\n") + 1 }
	head := met.Cover(p.env.Text, p.data.Data.list, p.data.Data.period)
	p.table.Resize(p.width, max(2, p.height-lines(head)-lines(met.Unverified(p.env.Text, p.env.Terms.Hours))))
}

// Resize gives the page its room.
func (p *Learners) Resize(width, height int) {
	p.width, p.height = width, height
	p.lay()
}

// Title is the page's crumb.
func (p *Learners) Title() string { return p.env.Text.Session.Title }

// Crumb is the period on show.
func (p *Learners) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return p.env.Text.Period(p.data.Data.period)
}

// Place is the period on show.
func (p *Learners) Place() nav.Route {
	at := p.at
	if p.data.Have {
		at.Period = p.data.Data.period
	}
	return at
}

// Typing is never so: nothing is typed here.
func (p *Learners) Typing() bool { return false }
