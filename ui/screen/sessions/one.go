package sessions

import (
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

// Desk is what the page of one session and the forms read and do.
type Desk interface {
	Session(id session.ID) (session.Row, error)
	Attend(id session.ID, people ...session.Attendee) (session.Session, error)
	Acknowledge(id session.ID, w model.Word, people ...model.EmployeeID) (session.Session, error)
	StepSession(id session.ID, name string, w model.Word) (session.Session, error)
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colPresence
	colAcknowledged
	colBefore
	colAfter
	colPassed
	colPosition
)

// Page is one session with its people.
type Page struct {
	env  nav.Env
	desk Desk
	id   session.ID

	data   nav.Load[session.Row]
	saving nav.Load[string] // what was kept, as a sentence; "": nothing to say
	table  *table.Table

	width, height int
}

// New makes the page of one session.
func New(env nav.Env, desk Desk, route nav.Session) *Page {
	w := env.Text.Session.Columns
	return &Page{env: env, desk: desk, id: route.ID, table: table.New(env.Text, env.Styles, []table.Column{
		colName:         {Title: w.Name, Name: true, Min: 16, Max: 34},
		colPresence:     {Title: w.Presence, Min: 17, Max: 18},
		colAcknowledged: {Title: w.Told, Min: 16, Max: 44},
		colBefore:       {Title: w.Before, Min: 7, Max: 8, Right: true, Level: 1},
		colAfter:        {Title: w.After, Min: 7, Max: 8, Right: true, Level: 1},
		colPassed:       {Title: w.Passed, Min: 6, Max: 6, Level: 2},
		colPosition:     {Title: w.Position, Min: 16, Max: 28, Level: 3},
	})}
}

// Init reads the session.
func (p *Page) Init() tea.Cmd {
	desk, id := p.desk, p.id
	return p.data.Start(func() (session.Row, error) { return desk.Session(id) })
}

// doMsg: somebody said yes to what was asked.
type doMsg struct {
	page *Page
	step string // "": this person's own acknowledgement
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.table.SetLen(p.Len())
		p.lay()
		return nil
	case p.saving.Take(msg):
		if p.saving.Err != nil {
			return nav.Fail(p.saving.Err)
		}
		changed := func() tea.Msg { return nav.ChangedMsg{} }
		if p.saving.Data == "" {
			return changed
		}
		return tea.Batch(changed, nav.Say(p.saving.Data))
	}
	if m, ok := msg.(doMsg); ok && m.page == p {
		return p.do(m.step)
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

// chosen is the person under the cursor; false in an empty list.
func (p *Page) chosen() (session.Attendee, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.row().People[i], true
	}
	return session.Attendee{}, false
}

func (p *Page) row() session.Row { return p.data.Data }

// Actions says what can be done with the session and its people.
func (p *Page) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Session.Page
	r := p.row()
	reading, over, none := "", "", ""
	if !p.data.Have {
		reading = w.Reading
	}
	if over = reading; over == "" && r.Session.State == session.Cancelled {
		over = p.env.Text.Session.States[r.Session.State.String()]
	}
	at, there := p.chosen()
	if none = over; none == "" && !there {
		none = w.NobodyHere
	}
	came, marks, told := none, none, none
	if none == "" {
		if !at.Told.On.IsZero() {
			came, told = w.Already, w.Already
		}
		if r.Most == 0 {
			marks = w.NoTest
		}
		if r.Session.Kind != session.Briefing {
			told = w.OnlyBriefing
		}
	}
	closed := reading
	if closed == "" && !r.Session.State.Ahead() {
		closed = w.NotOpen
	}
	edit := func(to nav.EditSession) func() tea.Cmd {
		to.ID = p.id
		return func() tea.Cmd { return nav.Open(to) }
	}
	list := []nav.Action{
		{ID: "came", Name: w.Presence, Binding: k.Space, Why: came, Main: true, Run: p.toggle},
		{ID: "enter", Name: w.Acknowledge, Binding: k.Enter, Why: told, Main: true, Run: p.acknowledge},
		{ID: "add", Name: w.AddPerson, Binding: k.Add, Why: over, Main: true, Run: edit(nav.EditSession{For: nav.ForAttendee})},
		{ID: "marks", Name: w.Marks, Binding: k.Note, Why: marks, Main: r.Most > 0, Run: edit(nav.EditSession{For: nav.ForMarks, Employee: at.Employee})},
		{ID: "edit", Name: w.Edit, Binding: k.Edit, Why: closed, Run: edit(nav.EditSession{})},
	}
	for _, s := range session.Steps() {
		a := nav.Action{ID: s.Name, Name: p.env.Text.Session.Steps[s.Name], Why: closed, Run: func() tea.Cmd { return p.ask(s.Name) }}
		if _, err := session.Steps().Find(s.Name, r.Session.State); closed == "" && err != nil {
			a.Why = met.State(p.env.Text, r.Session)
		}
		if s.Reason {
			a.Run = edit(nav.EditSession{For: nav.ForStep, Step: s.Name})
		}
		list = append(list, a)
	}
	return append(list, nav.Action{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Run: p.write})
}

// toggle says that the person under the cursor came, or did not.
func (p *Page) toggle() tea.Cmd {
	a, ok := p.chosen()
	if !ok || p.saving.Busy {
		return nil
	}
	a.Came = !a.Came
	if !a.Came {
		a.Passed = false
	}
	desk, id := p.desk, p.id
	return p.saving.Start(func() (string, error) {
		_, err := desk.Attend(id, a)
		return "", err
	})
}

// acknowledge asks whose word it is; of oneself only whether it is so.
func (p *Page) acknowledge() tea.Cmd {
	a, ok := p.chosen()
	if !ok {
		return nil
	}
	if a.Employee == p.env.Me.Employee {
		head := lang.Fill(p.env.Text.Session.Page.AcknowledgeHead, "name", lang.Inert(p.row().Staff[a.Employee].Name))
		return nav.Ask(head+"?", func() tea.Msg { return doMsg{page: p} })
	}
	return nav.Open(nav.EditSession{ID: p.id, For: nav.ForAcknowledge, Employee: a.Employee})
}

func (p *Page) ask(step string) tea.Cmd {
	return nav.Ask(lang.Inert(p.row().Topic)+": "+p.env.Text.Session.Steps[step]+"?", func() tea.Msg { return doMsg{p, step} })
}

// do takes a step, or keeps the own acknowledgement.
func (p *Page) do(step string) tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	desk, id, t, me := p.desk, p.id, p.env.Text, p.env.Me.Employee
	return p.saving.Start(func() (string, error) {
		if step == "" {
			s, err := desk.Acknowledge(id, model.Word{}, me)
			return t.Plural(t.Session.Done.Acknowledged, 1, "topic", lang.Inert(s.Topic)), err
		}
		s, err := desk.StepSession(id, step, model.Word{})
		return lang.Fill(t.Session.Done.Stepped, "topic", lang.Inert(s.Topic), "state", met.State(t, s)), err
	})
}

func (p *Page) write() tea.Cmd {
	t, r := p.env.Text, p.row()
	return nav.Write(t.Session.Page.PeopleFile+" "+r.Topic, func() (listing.Table, error) { return met.People(t, r), nil })
}

// Len is how many people are on the list.
func (p *Page) Len() int { return len(p.row().People) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, a := p.env.Text, p.row().People[row]
	switch col {
	case colName:
		return p.row().Staff[a.Employee].Name
	case colPresence:
		return met.Presence(t, p.row().Session, a)
	case colAcknowledged:
		return met.Told(t, p.row(), a)
	case colBefore:
		return t.Amount(a.Pre)
	case colAfter:
		return t.Amount(a.Post)
	case colPassed:
		if a.Passed {
			return t.Session.Yes
		}
		return lang.None
	}
	return p.row().Staff[a.Employee].Position
}

// head is what the session is about, how its list stands and what the test shows.
func (p *Page) head() (lines []string) {
	t, s, r := p.env.Text, p.env.Styles, p.row()
	add := func(text string) {
		if text == "" {
			return
		}
		lines = append(lines, strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n")...)
	}
	add(met.Head(t, r.Session))
	if p.height >= 14 || p.Len() == 0 {
		add(strings.Join(met.About(t, r), " · "))
	}
	add(met.Counts(t, r.Session))
	add(met.Gain(t, p.env.Gain, r.Session))
	for i := range lines {
		lines[i] = s.Text.Render(lines[i])
	}
	return lines
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Session.Page.Reading)
	case p.Len() == 0:
		return strings.Join(append(p.head(), "", words(t.Session.NobodyYet)), "\n")
	}
	return strings.Join(append(p.head(), p.table.View(p), p.env.Styles.Dim.Render(p.detail())), "\n")
}

// detail is what the chosen row may have no room for: who it is, and how it is known
// that it was explained.
func (p *Page) detail() string {
	a, ok := p.chosen()
	if !ok {
		return ""
	}
	r := p.row()
	parts := []string{lang.Inert(r.Staff[a.Employee].Name), lang.Inert(r.Staff[a.Employee].Position)}
	if !a.Told.On.IsZero() {
		parts[1] = p.env.Text.Session.Columns.Told + " " + met.Told(p.env.Text, r, a)
	}
	return ansi.Truncate(strings.Join(parts, " · "), max(0, p.width), p.env.Styles.Glyphs.Ellipsis)
}

// lay gives the table what the head leaves.
func (p *Page) lay() {
	if p.data.Have {
		p.table.Resize(p.width, max(2, p.height-len(p.head())-1))
	}
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.lay()
}

// Title is the topic.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Session.Title
	}
	return lang.Inert(strings.ReplaceAll(p.row().Topic, "\n", " "))
}

// Kind is the page that the session is of.
func (p *Page) Kind() string { return p.env.Text.Session.Title }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
