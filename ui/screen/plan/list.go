// Package plan is who has which plan (SKP) in a year, and one plan with its
// targets. Targets of somebody's own are agreed anew, on a document; those of
// many people are one change.
package plan

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/filter"
	"kinerja/ui/widget/picks"
	"kinerja/ui/widget/table"
)

// ListDesk is what the list reads and does.
type ListDesk interface {
	PlanRows(year int, unit model.UnitID) (rows []planning.Row, at int, years []int, err error)
	Setter
	// Choosable lists all versions of the instruments.
	Choosable() ([]model.Instrument, error)
	// Agree records that drafts were agreed upon on paper; it returns how many.
	Agree(plans []model.PlanID, on model.Date, document string) (int, error)
	// Renew moves drafts without results to the newest version of their
	// instrument.
	Renew(plans []model.PlanID) (planning.Renewed, error)
}

// The columns of the list, as Cell numbers them.
const (
	colName = iota
	colPosition
	colInstrument
	colOwn
	colState
)

// plans is what one reading brings.
type plans struct {
	rows        []planning.Row
	year        int
	years       []int
	instruments []model.Instrument
}

// List is the list of plans.
type List struct {
	env  nav.Env
	desk ListDesk
	unit model.UnitID
	year int

	data   nav.Load[plans]
	chosen picks.Picks[model.PlanID]
	wanted model.PlanID
	edit   *targets   // the form of targets, while it is open
	asked  opening    // what that form has to know first
	agree  *agreement // that of the agreement

	renewing nav.Load[planning.Renewed]

	filter filter.Filter
	hits   []int // rows that fit; nil: all

	table         *table.Table
	width, height int
}

// NewList makes the list. A route without a year is the newest with plans.
func NewList(env nav.Env, desk ListDesk, route nav.Plans, unit model.UnitID) *List {
	l := &List{env: env, desk: desk, unit: unit, year: route.Year, chosen: picks.Picks[model.PlanID]{}}
	t := env.Text.Plan
	l.table = table.New(env.Text, env.Styles, []table.Column{
		colName:       {Title: t.Employee, Name: true, Min: 22, Max: 44},
		colPosition:   {Title: t.Position, Min: 20, Max: 36, Level: 1},
		colInstrument: {Title: t.Instrument, Min: 11, Max: 18},
		colOwn:        {Title: t.Own, Min: 7, Max: 10, Right: true},
		colState:      {Title: t.State, Min: 28, Max: 36},
	})
	l.table.SetPicked(func(row int) bool { return l.chosen[l.plan(row)] })
	return l
}

// Init reads the plans.
func (l *List) Init() tea.Cmd {
	if row, ok := l.row(); ok {
		l.wanted = row.Plan.ID
	}
	desk, year, unit := l.desk, l.year, l.unit
	return l.data.Start(func() (p plans, err error) {
		if p.rows, p.year, p.years, err = desk.PlanRows(year, unit); err != nil {
			return p, err
		}
		p.instruments, err = desk.Choosable()
		return p, err
	})
}

// Update takes answers, and the keys that are no action.
func (l *List) Update(msg tea.Msg) tea.Cmd {
	if l.data.Take(msg) {
		l.table.SetNamesakes(lang.FindNamesakes(l.all(), func(i int) string { return l.data.Data.rows[i].Staff.Name }))
		l.search()
		return nil
	}
	if cmd, taken := l.step(msg); taken {
		return cmd
	}
	if edit, cmd, taken := l.asked.take(l.env, l.desk, msg); taken {
		l.edit = edit
		return cmd
	}
	if l.edit != nil {
		cmd, open := l.edit.update(msg)
		if !open {
			l.chosen.Drop(ids(l.edit.rows)...)
			l.edit = nil
		}
		return cmd
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if l.filter.Typing() {
		if l.filter.Press(k) {
			l.search()
			l.table.MoveTo(0)
		}
	} else if key.Matches(k, l.env.Keys.Esc) {
		return nav.Back
	}
	l.table.Press(k, l.env.Keys)
	return nil
}

// Actions says what can be done with the list.
func (l *List) Actions() []nav.Action {
	k, t := l.env.Keys, l.env.Text.Plan
	if l.edit != nil {
		return l.edit.actions()
	}
	if l.agree != nil {
		return l.agree.actions(l)
	}
	if l.filter.Typing() {
		return []nav.Action{
			{ID: "keep", Name: t.Keep, Binding: k.Enter, Main: true, Run: func() tea.Cmd { l.filter.Keep(); return nil }},
			{ID: "clear", Name: t.NoFilter, Binding: k.Esc, Main: true, Run: l.noFilter},
		}
	}
	none, nothing := "", ""
	switch {
	case !l.data.Have:
		none, nothing = t.Reading, t.Reading
	case l.all() == 0:
		none, nothing = t.NoPlans, t.NoPlans
	case l.Len() == 0:
		none = t.NoneFits
	}
	oneYear := ""
	if len(l.data.Data.years) < 2 {
		oneYear = t.OneYear
	}
	list := []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: none, Main: true, Run: l.open},
		{ID: "add", Name: t.Make, Binding: k.Add, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Positions{Year: l.data.Data.year}) }},
		{ID: "edit", Name: t.Targets, Binding: k.Edit, Why: none, Main: true, Run: l.targets},
		{ID: "select", Name: k.Space.Help().Desc, Binding: k.Space, Why: none, Main: true, Run: l.mark},
		{ID: "filter", Name: k.Filter.Help().Desc, Binding: k.Filter, Why: nothing, Main: true, Run: func() tea.Cmd { l.filter.Start(); return nil }},
		{ID: "period", Name: t.Year, Binding: k.Period, Why: oneYear, Run: l.shift},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: l.env.NoWriting(none), Run: l.write},
	}
	list = append(list, l.steps(none)...)
	switch {
	case len(l.chosen) > 0:
		list = append(list, nav.Action{ID: "clear", Name: t.Clear, Binding: k.Esc, Main: true, Run: func() tea.Cmd { clear(l.chosen); return nil }})
	case l.filter.Words() != "":
		list = append(list, nav.Action{ID: "clear", Name: t.NoFilter, Binding: k.Esc, Main: true, Run: l.noFilter})
	}
	return list
}

func (l *List) open() tea.Cmd {
	row, _ := l.row()
	return nav.Open(nav.Plan{Plan: row.Plan.ID})
}

// mark chooses the person under the cursor, or no longer, and goes on.
func (l *List) mark() tea.Cmd {
	row, _ := l.row()
	l.chosen.Flip(row.Plan.ID)
	l.table.MoveTo(min(l.table.Cursor()+1, l.Len()-1))
	return nil
}

// shift goes to the year before; from the oldest back to the newest.
func (l *List) shift() tea.Cmd {
	years := l.data.Data.years
	at := len(years) - 1
	for i, y := range years {
		if y == l.data.Data.year && i > 0 {
			at = i - 1
		}
	}
	l.year = years[at]
	clear(l.chosen)
	return l.Init()
}

// targets opens the form for those chosen, else for the one under the cursor.
// They must have been made from one instrument, for the form asks about its
// indicators.
func (l *List) targets() tea.Cmd {
	rows := l.picked()
	if row, ok := l.row(); ok && len(rows) == 0 {
		rows = append(rows, row)
	}
	for _, r := range rows {
		if r.Plan.Instrument != rows[0].Plan.Instrument {
			return nav.Say(lang.Fill(l.env.Text.Plan.TwoInstruments, "a", rows[0].Instrument.Code, "b", r.Instrument.Code))
		}
	}
	return l.asked.start(l.desk, rows, "")
}

func (l *List) row() (planning.Row, bool) {
	if i := l.table.Cursor(); i < l.Len() {
		return l.at(i), true
	}
	return planning.Row{}, false
}

// plan is the identity of the one on a row.
func (l *List) plan(row int) model.PlanID { return l.at(row).Plan.ID }

// at is the ith plan that fits the filter.
func (l *List) at(i int) planning.Row {
	if l.hits != nil {
		i = l.hits[i]
	}
	return l.data.Data.rows[i]
}

// Len is how many plans fit the filter.
func (l *List) Len() int {
	if l.hits != nil {
		return len(l.hits)
	}
	return l.all()
}

func (l *List) all() int { return len(l.data.Data.rows) }

// search lists the plans that fit the filter, the cursor on whom it was on.
func (l *List) search() {
	l.hits, _ = l.filter.Hits(func() []string {
		lines := make([]string, l.all())
		for i, r := range l.data.Data.rows {
			lines[i] = strings.ToLower(strings.Join([]string{
				r.Staff.Name, string(r.Staff.Number), r.Post.Position, r.Instrument.Code, state(l.env.Text, r.Plan),
			}, "\n"))
		}
		return lines
	})
	l.table.SetLen(l.Len())
	for i := range l.Len() {
		if l.at(i).Plan.ID == l.wanted {
			l.table.MoveTo(i)
		}
	}
}

func (l *List) noFilter() tea.Cmd {
	if row, ok := l.row(); ok {
		l.wanted = row.Plan.ID
	}
	l.filter.Clear()
	l.search()
	return nil
}

// Cell is one cell of the table.
func (l *List) Cell(row, col int) string {
	t, r := l.env.Text, l.at(row)
	switch col {
	case colName:
		return r.Staff.Name
	case colPosition:
		return r.Post.Position
	case colInstrument:
		return r.Instrument.Code + " " + lang.Fill(t.Plan.Version, "n", r.Plan.Version)
	case colOwn:
		if n := r.OwnTargets(); n > 0 {
			return t.Count(n)
		}
		return lang.None
	}
	return state(t, r.Plan)
}

// state says how far a plan has come, and since when.
func state(t *lang.Texts, p model.Plan) string {
	text := t.PlanState(p.State)
	if n := len(p.Words); n > 0 {
		text += " " + t.Date(p.Words[n-1].On)
	}
	return text
}

// View draws the page in its room.
func (l *List) View() string {
	t := l.env.Text
	words := func(s string) string { return ansi.Wordwrap(s, max(1, l.width), "") }
	switch {
	case l.data.Err != nil:
		return words(t.Error(l.data.Err))
	case !l.data.Have:
		return t.Plan.Reading
	case l.edit != nil:
		return l.edit.view(l.width, l.height)
	case l.agree != nil:
		return l.agree.view(l.env, l.width, l.height)
	case l.all() == 0:
		return words(lang.Fill(t.Plan.Empty, "year", l.data.Data.year) + "\n\n" + t.Plan.EmptyHow)
	}
	body := words(lang.Fill(t.Plan.NoHits, "words", lang.Inert(strings.TrimSpace(l.filter.Words()))))
	if l.Len() > 0 {
		l.table.Resize(l.width, max(2, l.height-2-len(l.todo())))
		body = l.table.View(l)
	}
	return strings.Join(append(append([]string{l.head()}, l.todo()...), "", body), "\n")
}

// head says how many plans are listed, and how many of them are chosen; while
// there is a filter, what is looked for.
func (l *List) head() string {
	t, chosen := l.env.Text, ""
	seen := len(l.picked())
	if text := picks.Count(t, seen, len(l.chosen)-seen); text != "" {
		chosen = " · " + text
	}
	if l.filter.Shown() {
		hits := lang.Fill(t.Plan.Hits, "n", t.Count(l.Len()), "all", t.Count(l.all()))
		return l.filter.View(l.env.Styles, t.Plan.Filter, hits+chosen, l.width)
	}
	head := t.Plural(t.Plan.Count, l.Len(), "year", l.data.Data.year) + chosen
	return ansi.Truncate(head, l.width, l.env.Styles.Glyphs.Ellipsis)
}

// Unsaved names targets that were typed and not kept.
func (l *List) Unsaved() string {
	switch {
	case l.edit != nil:
		return l.edit.form.Unsaved()
	case l.agree != nil:
		return l.agree.form.Unsaved()
	}
	return ""
}

// Resize gives the page its room.
func (l *List) Resize(width, height int) {
	l.width, l.height = width, height
	l.table.Resize(width, max(2, height-2))
}

// Title is the page's crumb.
func (l *List) Title() string { return l.env.Text.Plan.ListTitle }

// Crumb is the year.
func (l *List) Crumb() string {
	if l.data.Data.year == 0 {
		return ""
	}
	return strconv.Itoa(l.data.Data.year)
}

// Place comes back to the year.
func (l *List) Place() nav.Route { return nav.Plans{Year: l.year} }

// Typing says that letters go into the form, or into the filter.
func (l *List) Typing() bool {
	return l.filter.Typing() || l.edit != nil && l.edit.form.Typing() || l.agree != nil && l.agree.form.Typing()
}
