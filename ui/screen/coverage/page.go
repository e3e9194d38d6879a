// Package coverage is the page on which stands who would be evaluated twice for
// some days of a period, not at all, or by nobody, with who must act; and who was
// on leave. Enter goes where it is put right.
package coverage

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/coverage"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/found"
	"kinerja/ui/lang/span"
	"kinerja/ui/nav"
	"kinerja/ui/widget/filter"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads.
type Desk interface {
	// Coverage lists what is found in a period; zero: the newest in use.
	Coverage(p model.Period) (coverage.List, error)
	Units() (model.Units, error)
}

// read is what one reading of the file brings.
type read struct {
	list  coverage.List
	units model.Units
}

// The columns, as Cell numbers them.
const (
	colPerson = iota
	colDays
	colFound
	colActor
	colUnit
)

// Page is the list of one period.
type Page struct {
	env  nav.Env
	desk Desk

	data   nav.Load[read]
	again  bool // something changed while it was read
	period model.Period

	filter filter.Sieve
	table  *table.Table

	width, height int
}

// New makes the page. A route without a period is the newest in use.
func New(env nav.Env, desk Desk, route nav.Coverage) *Page {
	w := env.Text.Tenure.Coverage.Columns
	return &Page{env: env, desk: desk, period: route.Period, table: table.New(env.Text, env.Styles, []table.Column{
		colPerson: {Title: env.Text.Home.Person, Name: true, Min: 16, Max: 34},
		colDays:   {Title: w.Days, Min: 13, Max: 16},
		colFound:  {Title: w.Found, Min: 30, Max: 60},
		colActor:  {Title: w.MustAct, Min: 20, Max: 40, Level: 1},
		colUnit:   {Title: env.Text.Staff.Unit, Min: 18, Max: 30, Level: 2},
	})}
}

// Init reads the list; a change that comes meanwhile waits for its turn.
func (p *Page) Init() tea.Cmd {
	if p.data.Busy {
		p.again = true
		return nil
	}
	desk, period := p.desk, p.period
	return p.data.Start(func() (r read, err error) {
		if r.list, err = desk.Coverage(period); err != nil {
			return r, err
		}
		r.units, err = desk.Units()
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	on, had := p.chosen()
	if p.data.Take(msg) {
		p.search()
		at := slices.IndexFunc(p.filter.Rows, func(i int) bool { return had && same(p.data.Data.list.Findings[i], on) })
		p.table.MoveTo(max(0, at))
		if p.again {
			p.again = false
			return p.Init()
		}
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if p.filter.Typing() {
		if p.filter.Press(k) {
			p.search()
			p.table.MoveTo(0)
		}
	} else if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.table.Press(k, p.env.Keys)
	return nil
}

// same reports two findings about the same thing of somebody.
func same(a, b coverage.Finding) bool {
	return a.Kind == b.Kind && a.Staff.Employee == b.Staff.Employee && a.Post.ID == b.Post.ID && a.First == b.First
}

// search lists what fits the filter.
func (p *Page) search() {
	list := p.data.Data.list.Findings
	p.filter.Sift(len(list), func(i int) string {
		f := list[i]
		return strings.ToLower(strings.Join([]string{f.Staff.Name, found.Text(p.env.Text, f), found.MustAct(p.env.Text, f), p.data.Data.units[f.Post.Unit].Name}, " "))
	})
	p.table.SetLen(len(p.filter.Rows))
}

// chosen is the finding under the cursor; false in an empty list.
func (p *Page) chosen() (coverage.Finding, bool) {
	if i := p.table.Cursor(); i < len(p.filter.Rows) {
		return p.data.Data.list.Findings[p.filter.Rows[i]], true
	}
	return coverage.Finding{}, false
}

// Actions says what can be done with the list.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	if p.filter.Typing() {
		return []nav.Action{
			{ID: "keep", Name: t.Staff.Keep, Binding: k.Enter, Main: true, Run: func() tea.Cmd { p.filter.Keep(); return nil }},
			{ID: "clear", Name: t.Staff.Clear, Binding: k.Esc, Main: true, Run: p.clear},
		}
	}
	empty, none := "", ""
	if len(p.data.Data.list.Findings) == 0 {
		none = t.Tenure.Coverage.None
	}
	if len(p.filter.Rows) == 0 {
		empty = t.Home.NothingToOpen
	}
	list := []nav.Action{
		{ID: "enter", Name: t.Tenure.Coverage.Open, Binding: k.Enter, Why: empty, Main: true, Run: p.open},
		p.env.PeriodOf(p.data.Data.list.Periods, p.data.Data.list.Period, p.choose),
		{ID: "filter", Name: k.Filter.Help().Desc, Binding: k.Filter, Why: none, Main: true, Run: func() tea.Cmd { p.filter.Start(); return nil }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Run: p.write},
	}
	if p.filter.Words() != "" {
		list = append(list, nav.Action{ID: "clear", Name: t.Staff.Clear, Binding: k.Esc, Main: true, Run: p.clear})
	}
	return list
}

func (p *Page) clear() tea.Cmd {
	p.filter.Clear()
	p.search()
	return nil
}

// open goes where a finding is put right.
func (p *Page) open() tea.Cmd {
	f, ok := p.chosen()
	if !ok {
		return nil
	}
	who := f.Staff.Employee
	switch f.Kind {
	case coverage.NoPlan:
		return nav.Open(nav.Positions{Year: p.data.Data.list.Period.Year(), Employee: who})
	case coverage.NoEvaluator, coverage.EvaluatorGone, coverage.EvaluatorLeft:
		return nav.Open(nav.EditPost{Employee: who, Post: f.Post.ID, Field: "evaluator"})
	case coverage.Twice:
		return nav.Open(nav.EditPost{Employee: who, Post: f.Post.ID, Field: "to"})
	case coverage.Gap:
		return nav.Open(nav.EditPost{Employee: who, Post: f.Other.ID, Field: "from"})
	case coverage.PlanDays:
		return nav.Open(nav.EditPost{Employee: who, Post: f.Post.ID, Field: "from"})
	}
	return nav.Open(nav.Leave{Employee: who})
}

// choose goes to another period.
func (p *Page) choose(to model.Period) tea.Cmd {
	p.period = to
	return p.Init()
}

// write writes the whole list, whatever the filter shows.
func (p *Page) write() tea.Cmd {
	t, r := p.env.Text, p.data.Data
	return nav.Write(lang.Fill(t.Tenure.Coverage.File, "period", r.list.Period), func() (listing.Table, error) { return found.Table(t, r.units, r.list), nil })
}

// Len is how many findings are shown.
func (p *Page) Len() int { return len(p.filter.Rows) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, f := p.env.Text, p.data.Data.list.Findings[p.filter.Rows[row]]
	switch col {
	case colPerson:
		return f.Staff.Name
	case colDays:
		return span.Short(t, f.First, f.Last)
	case colFound:
		return found.Text(t, f)
	case colActor:
		return found.MustAct(t, f)
	}
	return p.data.Data.units[f.Post.Unit].Name
}

// View draws the page in its room.
func (p *Page) View() string {
	t, s, l := p.env.Text, p.env.Styles, p.data.Data.list
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Home.Reading)
	case len(l.Findings) == 0:
		return words(lang.Fill(t.Tenure.Coverage.Clear, "period", t.Period(l.Period)))
	}
	return strings.Join([]string{p.head(), p.table.View(p), s.Dim.Render(ansi.Truncate(lang.Inert(strings.Join(p.table.Cut(p, colUnit+1), " · ")), max(0, p.width), s.Glyphs.Ellipsis))}, "\n")
}

// head says how many findings there are, and about whom.
func (p *Page) head() string {
	t, s, l := p.env.Text, p.env.Styles, p.data.Data.list
	whose := t.Home.Whole
	if l.Unit.Name != "" {
		whose = lang.Inert(l.Unit.Name)
	}
	if p.filter.Shown() {
		hits := lang.Fill(t.Tenure.Coverage.Hits, "n", t.Count(len(p.filter.Rows)), "all", t.Count(len(l.Findings)))
		return p.filter.View(s, t.Home.Filter, hits, p.width)
	}
	text := strings.Join([]string{t.Plural(t.Tenure.Coverage.Faults, coverage.Faults(l.Findings)), t.Period(l.Period), whose, t.Plural(t.Common.People, l.People)}, " · ")
	return ansi.Truncate(s.Header.Render(text), max(0, p.width), s.Glyphs.Ellipsis)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-2))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Tenure.Coverage.Title }

// Crumb is the period on show.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return p.env.Text.Period(p.data.Data.list.Period)
}

// Place is the period on show.
func (p *Page) Place() nav.Route {
	if p.data.Have {
		return nav.Coverage{Period: p.data.Data.list.Period}
	}
	return nav.Coverage{Period: p.period}
}

// Typing says that letters go into the filter.
func (p *Page) Typing() bool { return p.filter.Typing() }
