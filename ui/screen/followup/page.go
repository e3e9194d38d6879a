// Package followup is page 6: everything that is still open after an evaluation, by
// its day, with whose turn it is. Enter leads to the thing itself.
package followup

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/followup"
	"kinerja/model/listing"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/ui/lang"
	"kinerja/ui/lang/due"
	"kinerja/ui/nav"
	"kinerja/ui/widget/filter"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads.
type Desk interface {
	// FollowUps lists what is open, by its day.
	FollowUps() ([]followup.Row, error)
	Units() (model.Units, error)
}

// read is what one reading of the file brings.
type read struct {
	rows  []followup.Row
	units model.Units
}

// The columns, as Cell numbers them.
const (
	colPerson = iota
	colKind
	colAbout
	colState
	colTurn
	colUntil
	colUnit
)

// Page is the list.
type Page struct {
	env  nav.Env
	desk Desk

	data   nav.Load[read]
	filter filter.Sieve
	table  *table.Table

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk) *Page {
	w := env.Text.FollowUp.Columns
	return &Page{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colPerson: {Title: w.Person, Name: true, Min: 14, Max: 34},
		colKind:   {Title: w.Kind, Min: 14, Max: 24},
		colAbout:  {Title: w.About, Min: 6, Max: 30, Level: 2},
		colState:  {Title: w.State, Min: 17, Max: 26, Level: 2},
		colTurn:   {Title: w.Turn, Min: 16, Max: 20, Level: 1},
		colUntil:  {Title: w.Until, Min: 17, Max: 28},
		colUnit:   {Title: w.Unit, Min: 18, Max: 30, Level: 3},
	})}
}

// Init reads the list.
func (p *Page) Init() tea.Cmd {
	desk := p.desk
	return p.data.Start(func() (r read, err error) {
		if r.rows, err = desk.FollowUps(); err != nil {
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
		at := slices.IndexFunc(p.filter.Rows, func(i int) bool { return had && p.data.Data.rows[i].ID == on.ID })
		p.table.MoveTo(max(0, at))
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

// search lists what fits the filter.
func (p *Page) search() {
	rows := p.data.Data.rows
	p.filter.Sift(len(rows), func(i int) string { return due.Words(p.env.Text, p.data.Data.units, rows[i], p.env.Today()) })
	p.table.SetLen(len(p.filter.Rows))
}

// chosen is the row under the cursor; false in an empty list.
func (p *Page) chosen() (followup.Row, bool) {
	if i := p.table.Cursor(); i < len(p.filter.Rows) {
		return p.data.Data.rows[p.filter.Rows[i]], true
	}
	return followup.Row{}, false
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
	if len(p.data.Data.rows) == 0 {
		none = t.FollowUp.None
	}
	if r, ok := p.chosen(); !ok || placeOf(r) == nil {
		empty = t.Home.NothingToOpen
	}
	list := []nav.Action{
		{ID: "enter", Name: t.FollowUp.Open, Binding: k.Enter, Why: empty, Main: true, Run: p.open},
		{ID: "filter", Name: k.Filter.Help().Desc, Binding: k.Filter, Why: none, Main: true, Run: func() tea.Cmd { p.filter.Start(); return nil }},
		{ID: "awards", Name: strings.ToLower(t.Award.Page.Title), Binding: k.Detail, Why: p.env.May(award.VerbRead), Main: true, Run: func() tea.Cmd { return nav.Open(nav.Awards{}) }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Main: true, Run: p.write},
	}
	list = append(list, nav.Action{ID: "support", Name: t.Support.Go, Binding: k.Print, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Support{}) }})
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

// placeOf is where a thing is; nil for what has no page.
func placeOf(r followup.Row) nav.Route {
	switch who := r.Staff.Employee; r.Kind {
	case followup.Coaching:
		return nav.Coaching{Employee: who, ID: coaching.ID(r.ID)}
	case followup.Objection:
		return nav.Objection{Plan: r.Plan, Period: r.Period}
	case followup.Award:
		return nav.Award{Employee: who, ID: award.ID(r.ID)}
	case followup.Session:
		return nav.Session{ID: session.ID(r.ID)}
	case followup.Round:
		return nav.Round{ID: round.ID(r.ID)}
	case followup.CheckIn:
		return nav.Feedback{Employee: who}
	default:
		if who != "" {
			return nav.Person{Employee: who, Period: r.Period}
		}
	}
	return nil
}

func (p *Page) open() tea.Cmd {
	r, _ := p.chosen()
	return nav.Open(placeOf(r))
}

// write writes the whole list, whatever the filter shows.
func (p *Page) write() tea.Cmd {
	t, r, today := p.env.Text, p.data.Data, p.env.Today()
	return nav.Write(lang.Fill(t.FollowUp.File, "date", today), func() (listing.Table, error) { return due.Table(t, r.units, r.rows, today), nil })
}

// Len is how many rows are shown.
func (p *Page) Len() int { return len(p.filter.Rows) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, r := p.env.Text, p.data.Data.rows[p.filter.Rows[row]]
	switch col {
	case colPerson:
		return r.Staff.Name
	case colKind:
		return due.Kind(t, r)
	case colAbout:
		return due.About(r)
	case colState:
		return due.State(t, r)
	case colTurn:
		return due.Turn(t, r)
	case colUntil:
		return due.Until(t, r, p.env.Today())
	}
	return p.data.Data.units[r.Staff.Unit].Name
}

// View draws the page in its room.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Home.Reading)
	case len(p.data.Data.rows) == 0:
		text := t.FollowUp.Empty
		if p.env.May(coaching.VerbStart) == "" {
			text += " " + lang.Fill(t.FollowUp.EmptyHow, "key", p.env.Keys.Coach.Help().Key)
		}
		return words(text)
	}
	return strings.Join([]string{p.head(), p.table.View(p), s.Dim.Render(ansi.Truncate(lang.Inert(strings.Join(p.table.Cut(p, colUnit+1), " · ")), max(0, p.width), s.Glyphs.Ellipsis))}, "\n")
}

// head says how much is open, late, and the reader's own turn.
func (p *Page) head() string {
	t, s, rows := p.env.Text, p.env.Styles, p.data.Data.rows
	if p.filter.Shown() {
		return p.filter.View(s, t.Home.Filter, lang.Fill(t.FollowUp.Hits, "n", t.Count(len(p.filter.Rows)), "all", t.Count(len(rows))), p.width)
	}
	late, mine := 0, 0
	for _, r := range rows {
		if r.Late(p.env.Today()) {
			late++
		}
		if r.Mine {
			mine++
		}
	}
	text := strings.Join([]string{
		t.Plural(t.FollowUp.Count, len(rows)), lang.Fill(t.FollowUp.LateCount, "n", t.Count(late)), lang.Fill(t.FollowUp.MineCount, "n", t.Count(mine)),
	}, " · ")
	return ansi.Truncate(s.Header.Render(text), max(0, p.width), s.Glyphs.Ellipsis)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-2))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.FollowUp.Title }

// Typing says that letters go into the filter.
func (p *Page) Typing() bool { return p.filter.Typing() }
