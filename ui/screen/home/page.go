// Package home is the first page, and the one that closes a period. The first
// says what waits for whoever works here, until when, and how far the period
// has come; the other names everything that stands in the way of closing it,
// with who must act, closes it and opens it again. Enter goes to the place.
package home

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/duty"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what the first page reads.
type Desk interface {
	// Brief tells what is to be done for a period, without the list of what stands
	// in the way; the zero Period is the newest in use.
	Brief(p model.Period) (agenda.Agenda, error)
	// Duties tells what waits for whoever works here about their own work.
	Duties(p model.Period) ([]duty.Duty, error)
	// File tells where the file is, and when it was last backed up; the zero
	// time: never.
	File() (path string, backup time.Time, err error)
	// SupportSuggested reports whether who works here, alone, is told of support.
	SupportSuggested() (bool, error)
}

// read is what one reading of the file brings.
type read struct {
	agenda agenda.Agenda
	duties []duty.Duty
	path   string
	backup time.Time
	tell   bool // that there is support
}

// choice is a place that one can go to from the first page.
type choice struct {
	key   any // what it stands for, so that the cursor stays on it
	route nav.Route
}

// Page is the first page.
type Page struct {
	env  nav.Env
	desk Desk

	data   nav.Load[read]
	again  bool         // something changed while it was read
	period model.Period // 0: the newest

	leads pane.Leads[choice]

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk) *Page { return &Page{env: env, desk: desk} }

// Init reads what waits. The page lies under all others and is read anew at
// every change; so one that comes while it reads waits for its turn.
func (p *Page) Init() tea.Cmd {
	if p.data.Busy {
		p.again = true
		return nil
	}
	desk, period, alone := p.desk, p.period, p.alone()
	return p.data.Start(func() (r read, err error) {
		if r.agenda, err = desk.Brief(period); err != nil {
			return r, err
		}
		if alone {
			if r.duties, err = desk.Duties(r.agenda.Period); err != nil {
				return r, err
			}
		}
		if r.path, r.backup, err = desk.File(); err == nil {
			r.tell, err = desk.SupportSuggested()
		}
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.compose()
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
	if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.leads.Press(p.env.Keys, k, p.room())
	return nil
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Home
	nothing := ""
	if p.leads.Len() == 0 {
		nothing = t.NothingToOpen
	}
	return []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: nothing, Main: true, Run: p.open},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: noPeriod(t, p.data.Data.agenda), Main: true, Run: p.choosePeriod},
		coverageAction(p.env, p.data.Data.agenda.Period), ownAction(p.env, p.data.Data.agenda.Period),
	}
}

func (p *Page) open() tea.Cmd { return nav.Open(p.leads.Chosen().route) }

func (p *Page) choosePeriod() tea.Cmd {
	a := p.data.Data.agenda
	return nav.ChoosePeriod(a.Periods, a.Period, func(to model.Period) tea.Cmd {
		p.period = to
		return p.Init()
	})
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.compose()
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Home.Title }

// Crumb is the period on show.
func (p *Page) Crumb() string {
	if a := p.data.Data.agenda; a.Cases > 0 {
		return p.env.Text.Period(a.Period)
	}
	return ""
}

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }
