package feedback

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
	"kinerja/ui/widget/timeline"
)

// ListDesk is what the list of conversations reads.
type ListDesk interface {
	Talks(unit model.UnitID) ([]talk.Standing, error)
}

// The columns of the list, as Cell numbers them.
const (
	colName = iota
	colWhat
	colDate
	colPosition
	colItems
)

// List says with whom to talk: check-ins by their day, then those to whom
// nothing was said for long, then everybody else.
type List struct {
	env  nav.Env
	desk ListDesk
	unit model.UnitID

	data   nav.Load[[]talk.Standing]
	wanted model.EmployeeID // who is chosen again after reading

	table         *table.Table
	width, height int
}

// NewList makes the list of a unit's conversations.
func NewList(env nav.Env, desk ListDesk, unit model.UnitID) *List {
	t := env.Text.Feedback.Columns
	return &List{env: env, desk: desk, unit: unit, table: table.New(env.Text, env.Styles, []table.Column{
		colName:     {Title: t.Name, Name: true, Min: 22, Max: 40},
		colWhat:     {Title: t.What, Min: 26, Max: 34},
		colDate:     {Title: t.Date, Min: 17, Max: 18, Level: 1},
		colPosition: {Title: t.Position, Min: 20, Max: 36, Level: 2},
		colItems:    {Title: t.Items, Min: 5, Max: 5, Right: true, Level: 3},
	})}
}

// Init reads how the conversations stand.
func (l *List) Init() tea.Cmd {
	if i := l.table.Cursor(); i < l.Len() {
		l.wanted = l.data.Data[i].Staff.Employee
	}
	desk, unit, today, after := l.desk, l.unit, l.today(), l.env.Rules.SilentAfter()
	return l.data.Start(func() ([]talk.Standing, error) {
		list, err := desk.Talks(unit)
		return talk.Urgent(list, today, after), err
	})
}

// today is the day it is where the reader works.
func (l *List) today() model.Date { return dayOf(l.env) }

// Update takes the answer, and the keys that are no action.
func (l *List) Update(msg tea.Msg) tea.Cmd {
	if l.data.Take(msg) {
		l.table.SetLen(l.Len())
		l.table.SetNamesakes(lang.FindNamesakes(l.Len(), func(i int) string { return l.data.Data[i].Staff.Name }))
		for i, s := range l.data.Data {
			if s.Staff.Employee == l.wanted {
				l.table.MoveTo(i)
			}
		}
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if key.Matches(k, l.env.Keys.Esc) {
		return nav.Back
	}
	l.table.Press(k, l.env.Keys)
	return nil
}

// Actions says what can be done with the list.
func (l *List) Actions() []nav.Action {
	k := l.env.Keys
	none := ""
	if l.Len() == 0 {
		none = l.env.Text.Feedback.NoItem
	}
	open := func(route func(model.EmployeeID) nav.Route) func() tea.Cmd {
		return func() tea.Cmd { return nav.Open(route(l.data.Data[l.table.Cursor()].Staff.Employee)) }
	}
	return []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: none, Main: true,
			Run: open(func(id model.EmployeeID) nav.Route { return nav.Feedback{Employee: id} })},
		{ID: "feedback", Name: k.Feedback.Help().Desc, Binding: k.Feedback, Why: none,
			Run: open(func(id model.EmployeeID) nav.Route { return nav.Feedback{Employee: id} })},
		{ID: "colleagues", Name: l.env.Text.Talk.Colleagues, Why: l.noColleague(), Run: func() tea.Cmd { return nav.Open(nav.Colleagues{}) }},
		{ID: "rounds", Name: l.env.Text.Round.Title, Why: l.noRounds(), Run: func() tea.Cmd { return nav.Open(nav.Rounds{}) }},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: l.env.Text.Feedback.NoPeriods},
	}
}

// noColleague says why there is nobody to give feedback to as a colleague.
func (l *List) noColleague() string {
	switch {
	case l.env.Me.Employee == "":
		return l.env.Text.Assessment.NotListed
	case !l.env.MayOpen(nav.Colleagues{}):
		return l.env.Refusal()
	}
	return ""
}

// noRounds says why there is no anonymous feedback for whoever works here.
func (l *List) noRounds() string {
	if !l.env.MayOpen(nav.Rounds{}) {
		return l.env.Refusal()
	}
	return ""
}

// Len is how many people are listed.
func (l *List) Len() int { return len(l.data.Data) }

// Cell is one cell of the table.
func (l *List) Cell(row, col int) string {
	t, s := l.env.Text, l.data.Data[row]
	switch col {
	case colName:
		return s.Staff.Name
	case colWhat:
		return timeline.Standing(t, s, l.today(), l.env.Rules.SilentAfter())
	case colDate:
		if s.Due.Next != 0 {
			return t.Date(s.Due.Next)
		}
		return t.Date(s.Last)
	case colPosition:
		return s.Staff.Position
	}
	return t.Count(s.Items)
}

// Resize gives the page its room: two lines above the table.
func (l *List) Resize(width, height int) {
	l.width, l.height = width, height
	l.table.Resize(width, max(2, height-2))
}

// View draws the list.
func (l *List) View() string {
	t := l.env.Text
	switch {
	case l.data.Err != nil && !l.data.Have:
		return ansi.Wordwrap(t.Error(l.data.Err), max(1, l.width), "")
	case !l.data.Have:
		return t.Feedback.Reading
	case l.Len() == 0:
		return ansi.Wordwrap(t.Feedback.Nobody, max(1, l.width), "")
	}
	return strings.Join([]string{l.summary(), "", l.table.View(l)}, "\n")
}

// summary counts who waits.
func (l *List) summary() string {
	counts := map[string]int{}
	for _, s := range l.data.Data {
		counts[s.Needs(l.today(), l.env.Rules.SilentAfter())]++
	}
	t, s := l.env.Text, l.env.Styles
	text := lang.Fill(t.Feedback.Summary, "due", t.Count(counts["due"]+counts["overdue"]), "late", t.Count(counts["overdue"]),
		"silent", t.Count(counts["silent"]), "days", t.Count(l.env.Rules.SilentAfter()))
	return ansi.Truncate(s.Text.Render(text), l.width, s.Glyphs.Ellipsis)
}

// Title is the page's crumb.
func (l *List) Title() string { return l.env.Text.Feedback.Title }

// Typing is never so: the list takes no text.
func (l *List) Typing() bool { return false }
