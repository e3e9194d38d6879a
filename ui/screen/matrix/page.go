// Package matrix is the page of the matrix of roles and results of a leader: each
// of the leader's results with who contributes to it, what nobody contributes to,
// and who contributes to nothing.
package matrix

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/lang/turn"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what the page reads.
type Desk interface {
	Matrix(id model.PlanID) (planning.Matrix, error)
}

// Page is the matrix of one leader's plan.
type Page struct {
	env  nav.Env
	desk Desk
	id   model.PlanID

	data  nav.Load[planning.Matrix]
	lines pane.Leads[model.PlanID] // the plan that a line leads to; "": none

	width, height int
}

// New makes the page of one plan.
func New(env nav.Env, desk Desk, route nav.Matrix) *Page {
	return &Page{env: env, desk: desk, id: route.Plan}
}

// Init reads the matrix.
func (p *Page) Init() tea.Cmd {
	desk, id := p.desk, p.id
	return p.data.Start(func() (planning.Matrix, error) { return desk.Matrix(id) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.lay()
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.lines.Press(p.env.Keys, k, p.lines.Room(p.height))
	return nil
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	t, none := p.env.Text, ""
	if p.lines.Chosen() == "" {
		none = t.SKP.NoPlanYet
	} else if !p.lines.InSight(p.lines.Room(p.height)) {
		none = t.SKP.Page.OutOfSight
	}
	return []nav.Action{{ID: "enter", Name: t.SKP.Page.OpenPlan, Binding: p.env.Keys.Enter, Why: none, Main: true, Run: func() tea.Cmd {
		return nav.Open(nav.SKP{Plan: p.lines.Chosen()})
	}}}
}

// lay lays the matrix out.
func (p *Page) lay() {
	t, m, l := p.env.Text, p.data.Data, &p.lines
	at := l.Chosen()
	l.Clear()
	l.Say(lang.Inert(m.Leader.Staff.Position)+" · "+turn.MatrixCounts(t, m), p.width)
	if len(m.Rows) == 0 {
		l.Say(t.SKP.Hints[planning.NoOutcomes.String()], p.width)
	}
	for i, r := range m.Rows {
		l.Add("")
		number := strconv.Itoa(i+1) + ". "
		for n, line := range strings.Split(ansi.Wordwrap(lang.Inert(r.Outcome.Text), max(10, p.width-len(number)), ""), "\n") {
			if n > 0 {
				number = strings.Repeat(" ", len(number))
			}
			l.Add(p.env.Styles.Header.Render(number + line))
		}
		if m.Lacks(r) {
			l.Add("   " + p.env.Styles.Warning.Render("! "+t.SKP.Alone))
		}
		for _, b := range r.By {
			l.Choose(lang.Inert(b.Staff.Name)+": "+lang.Inert(b.Outcome.Text), b.Plan)
		}
	}
	if len(m.Unlinked) > 0 {
		l.Add("")
		l.Add(p.env.Styles.Header.Render(t.SKP.NotLinked))
	}
	for _, r := range m.Unlinked {
		text := lang.Inert(r.Staff.Name) + " · " + lang.Inert(r.Staff.Position)
		if r.Plan.ID == "" {
			text += " · " + t.SKP.NoPlanYet
		}
		l.Choose(text, r.Plan.ID)
	}
	l.Settle(l.Room(p.height), func(id model.PlanID) bool { return id == at })
}

// View draws the page in its room.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(p.env.Text.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return p.env.Text.Plan.Reading
	}
	return p.lines.View(p.env.Text, p.env.Styles, p.width, p.height)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	if p.data.Have {
		p.lay()
	}
}

// Title is whose matrix it is.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.SKP.Matrix
	}
	return lang.Inert(p.data.Data.Leader.Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.SKP.Matrix }

// Crumb is the year.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return strconv.Itoa(p.data.Data.Leader.Plan.Year)
}

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }
