// Package rounds is anonymous feedback of a group about one person: the list of
// rounds, one round with what was said in it, the form by which one is opened, and the
// form by which somebody answers. What is answered is no draft, and its page no place
// that is kept: until it is written with others it is in the memory of the program
// alone.
package rounds

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/round"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Desk is what these pages read and do.
type Desk interface {
	Rounds() ([]round.Row, error)
	Summary(id round.ID) (round.Summary, error)
	// Give answers a round; wrote says that all that waited were written with it.
	Give(id round.ID, v round.Voice) (wrote bool, err error)
	Close(id round.ID) (round.Round, error)
	Share(id round.ID) (round.Round, error)
}

// OpenDesk is what the form of a new round reads and does.
type OpenDesk interface {
	// People lists those about whom a round may be opened.
	People() ([]model.StaffRow, error)
	Open(r round.Round) (round.Round, error)
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colState
	colUntil
	colGroup
)

// List is the list of rounds.
type List struct {
	env   nav.Env
	desk  Desk
	data  nav.Load[[]round.Row]
	table *table.Table

	width, height int
}

// NewList makes the list.
func NewList(env nav.Env, desk Desk) *List {
	t := env.Text.Round.Columns
	return &List{env: env, desk: desk, table: table.New(env.Text, env.Styles, []table.Column{
		colName:  {Title: t.About, Name: true, Min: 20, Max: 40},
		colState: {Title: t.State, Min: 22, Max: 34},
		colUntil: {Title: t.Until, Min: 17, Max: 18, Level: 1},
		colGroup: {Title: t.Group, Min: 16, Max: 30, Level: 2},
	})}
}

// Init reads the rounds.
func (l *List) Init() tea.Cmd { return l.data.Start(l.desk.Rounds) }

// Update takes the answer, and the keys that are no action.
func (l *List) Update(msg tea.Msg) tea.Cmd {
	if l.data.Take(msg) {
		l.table.SetLen(l.Len())
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
	k, t, none := l.env.Keys, l.env.Text, ""
	if l.Len() == 0 {
		none = t.Home.NothingToOpen
	}
	return []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: none, Main: true, Run: func() tea.Cmd {
			return nav.Open(nav.Round{ID: l.data.Data[l.table.Cursor()].ID})
		}},
		{ID: "add", Name: t.Round.Add, Binding: k.Add, Why: l.env.May(round.VerbOpen), Main: true, Run: func() tea.Cmd { return nav.Open(nav.OpenRound{}) }},
	}
}

// Len is how many rounds are listed.
func (l *List) Len() int { return len(l.data.Data) }

// Cell is one cell of the table.
func (l *List) Cell(row, col int) string {
	t, r := l.env.Text, l.data.Data[row]
	switch col {
	case colName:
		return r.Staff.Name
	case colState:
		return state(t, r)
	case colUntil:
		return t.Date(r.Until)
	}
	return t.Round.Groups[r.Group.String()]
}

// state is how a round stands for whoever reads.
func state(t *lang.Texts, r round.Row) string {
	switch {
	case r.State == round.Open && r.Gave:
		return t.Round.States["gave"]
	case r.State == round.Open && r.Asked:
		return t.Round.States["asked"]
	}
	return t.Round.States[r.State.String()]
}

// Resize gives the page its room.
func (l *List) Resize(width, height int) {
	l.width, l.height = width, height
	l.table.Resize(width, max(2, height-len(l.hint())-1))
}

func (l *List) hint() []string {
	return strings.Split(ansi.Wordwrap(l.env.Text.Round.Hint, max(1, l.width), ""), "\n")
}

// View draws the list.
func (l *List) View() string {
	t, s := l.env.Text, l.env.Styles
	switch {
	case l.data.Err != nil && !l.data.Have:
		return ansi.Wordwrap(t.Error(l.data.Err), max(1, l.width), "")
	case !l.data.Have:
		return t.Feedback.Reading
	case l.Len() == 0:
		return ansi.Wordwrap(t.Round.Hint+"\n\n"+t.Round.Empty, max(1, l.width), "")
	}
	var lines []string
	for _, line := range l.hint() {
		lines = append(lines, s.Dim.Render(line))
	}
	return strings.Join(append(lines, "", l.table.View(l)), "\n")
}

// Title is the page's crumb.
func (l *List) Title() string { return l.env.Text.Round.Title }

// Typing is never so: the list takes no text.
func (l *List) Typing() bool { return false }
