// Package visit is the page of half a day at one site: what is done there, part by
// part in the order of the visit. Enter leads to the thing itself.
package visit

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/listing"
	"kinerja/model/visit"
	"kinerja/ui/lang"
	"kinerja/ui/lang/visiting"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads.
type Desk interface {
	// Visit reads a visit to a unit in a period; zero: the newest in use.
	Visit(unit model.UnitID, p model.Period) (visit.Sheet, error)
	Units() (model.Units, error)
}

// read is what one reading of the file brings.
type read struct {
	sheet visit.Sheet
	units model.Units
}

// The columns, as Cell numbers them.
const (
	colPerson = iota
	colWhat
	colNote // how they stood before, or by when
)

// row is one line of the table: a heading, or a thing to do.
type row struct {
	heading string
	item    int
}

// Page is one visit.
type Page struct {
	env  nav.Env
	desk Desk
	at   nav.Visit

	data  nav.Load[read]
	rows  []row
	table *table.Table

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk, at nav.Visit) *Page {
	w := env.Text.Visit.Columns
	p := &Page{env: env, desk: desk, at: at, table: table.New(env.Text, env.Styles, []table.Column{
		colPerson: {Title: w.Person, Name: true, Min: 16, Max: 34},
		colWhat:   {Title: w.What, Min: 18, Max: 60},
		colNote:   {Title: w.Note, Min: 19, Max: 34, Level: 1},
	})}
	p.table.SetHeadings(p)
	return p
}

// Init reads the visit.
func (p *Page) Init() tea.Cmd {
	desk, at := p.desk, p.at
	return p.data.Start(func() (r read, err error) {
		if r.sheet, err = desk.Visit(at.Unit, at.Period); err != nil {
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
		p.arrange()
		if had {
			p.back(on)
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

// arrange puts a heading over each part that has something.
func (p *Page) arrange() {
	p.rows = p.rows[:0]
	s := p.data.Data.sheet
	for _, part := range visiting.Parts() {
		if s.Count(part) == 0 {
			continue
		}
		p.rows = append(p.rows, row{heading: visiting.Part(p.env.Text, s, part)})
		for i, it := range s.Items {
			if it.Part == part {
				p.rows = append(p.rows, row{item: i})
			}
		}
	}
	p.table.SetLen(len(p.rows))
}

// back puts the cursor on the thing it was on, as far as it is there still.
func (p *Page) back(on visit.Item) {
	at := slices.IndexFunc(p.rows, func(r row) bool {
		it := p.data.Data.sheet.Items[r.item]
		return r.heading == "" && it.Part == on.Part && it.Staff.Employee == on.Staff.Employee && it.Plan == on.Plan
	})
	if at >= 0 {
		p.table.MoveTo(at)
	}
}

// chosen is the thing under the cursor; false on a heading and in an empty list.
func (p *Page) chosen() (visit.Item, bool) {
	if i := p.table.Cursor(); i < len(p.rows) && p.rows[i].heading == "" {
		return p.data.Data.sheet.Items[p.rows[i].item], true
	}
	return visit.Item{}, false
}

// Actions says what can be done with the list.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	it, ok := p.chosen()
	none, nobody := "", ""
	if !ok {
		none = t.Home.NothingToOpen
	}
	if nobody = none; !ok || it.Staff.Employee == "" {
		nobody = t.Home.NothingToOpen
	}
	return []nav.Action{
		{ID: "enter", Name: t.Visit.Go.Open, Binding: k.Enter, Why: none, Main: true, Run: func() tea.Cmd { return nav.Open(placeOf(it)) }},
		{ID: "feedback", Name: t.Visit.Go.Note, Binding: k.Feedback, Why: nobody, Main: true, Run: func() tea.Cmd {
			return nav.Open(nav.Feedback{Employee: it.Staff.Employee, Period: p.data.Data.sheet.Period})
		}},
		p.env.PeriodOf(p.data.Data.sheet.Periods, p.data.Data.sheet.Period, p.choose),
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Main: true, Run: p.write},
	}
}

// placeOf is where a thing is done.
func placeOf(it visit.Item) nav.Route {
	switch who := it.Staff.Employee; it.Part {
	case visit.Talks:
		return nav.Feedback{Employee: who}
	case visit.Coaching:
		return nav.Coaching{Employee: who, ID: coaching.ID(it.Row.ID)}
	case visit.Objections:
		return nav.Objection{Plan: it.Plan, Period: it.Period}
	case visit.Evidence:
		return nav.ActionPlan{Plan: it.Plan, Period: it.Period}
	case visit.Forms:
		if it.Form == visit.Objection {
			return nav.Objection{Plan: it.Plan, Period: it.Period}
		}
		return nav.Document{Plan: it.Plan, Period: it.Period}
	}
	return nav.Evaluation{Plan: it.Plan, Period: it.Period}
}

// choose goes to another period.
func (p *Page) choose(to model.Period) tea.Cmd {
	p.at.Period = to
	return p.Init()
}

func (p *Page) write() tea.Cmd {
	t, r := p.env.Text, p.data.Data
	return nav.Write(lang.Fill(t.Visit.File, "date", r.sheet.Today), func() (listing.Table, error) { return visiting.Table(t, r.units, r.sheet), nil })
}

// Len is how many rows there are.
func (p *Page) Len() int { return len(p.rows) }

// Heading is the part that a row begins; "" where it begins none.
func (p *Page) Heading(i int) string { return p.rows[i].heading }

// Cell is one cell of the table.
func (p *Page) Cell(i, col int) string {
	t, it := p.env.Text, p.data.Data.sheet.Items[p.rows[i].item]
	switch col {
	case colPerson:
		return it.Staff.Name
	case colWhat:
		return visiting.What(t, it)
	}
	return visiting.Note(t, it, p.data.Data.sheet.Today)
}

// View draws the page in its room.
func (p *Page) View() string {
	t, s, sheet := p.env.Text, p.env.Styles, p.data.Data.sheet
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Home.Reading)
	case len(p.rows) == 0:
		return words(lang.Fill(t.Visit.Empty, "unit", lang.Inert(sheet.Unit.Name), "period", t.Period(sheet.Period)))
	}
	head := ansi.Truncate(s.Header.Render(lang.Inert(sheet.Unit.Name)+" · "+t.Plural(t.Visit.People, sheet.People)), max(0, p.width), s.Glyphs.Ellipsis)
	foot := s.Dim.Render(ansi.Truncate(lang.Inert(strings.Join(p.cut(), " · ")), max(0, p.width), s.Glyphs.Ellipsis))
	return strings.Join([]string{head, p.table.View(p), foot}, "\n")
}

// cut is what of the row under the cursor had no room.
func (p *Page) cut() []string {
	if _, ok := p.chosen(); !ok {
		return nil
	}
	return p.table.Cut(p, colNote+1)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-2))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Visit.Title }

// Crumb is the period.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return p.env.Text.Period(p.data.Data.sheet.Period)
}

// Place is the visit on show.
func (p *Page) Place() nav.Route { return p.at }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
