// Package unit is the page of one unit in a period: what was decided about it,
// how the predicates of its people are spread against the pattern, what its
// indicators come to over the periods, and the units below it. Enter goes into
// the lists, x says why a number is what it is. Nothing here rates anybody.
package unit

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what this page reads.
type Desk interface {
	UnitOverview(unit model.UnitID, p model.Period, rs rules.RuleSet) (overview.Unit, error)
}

// choice is a line that one can go somewhere from, or ask why.
type choice struct {
	key   any // what it stands for, so that the cursor stays on it
	route nav.Route
	why   []string
}

// Page is one unit in a period.
type Page struct {
	env  nav.Env
	desk Desk
	unit model.UnitID

	guide distribution.Guide
	fold  unitresult.Fold

	data   nav.Load[overview.Unit]
	again  bool         // something changed while it was read
	period model.Period // 0: the newest in use

	leads  pane.Leads[choice]
	whole  pane.Scroll // of the working
	asking bool        // the working of the chosen line is shown

	width, height int
}

// New makes the page. A route without a unit is about own, the unit of whoever
// is at the keyboard.
func New(env nav.Env, desk Desk, route nav.Workplace, own model.UnitID) *Page {
	p := &Page{env: env, desk: desk, unit: route.Unit, period: route.Period, guide: env.Rules.File.Distribution(), fold: env.Rules.File.HeadFold()}
	if p.unit == "" {
		p.unit = own
	}
	return p
}

// Init reads the unit; a change that comes meanwhile waits for its turn.
func (p *Page) Init() tea.Cmd {
	if p.data.Busy {
		p.again = true
		return nil
	}
	desk, unit, period, rs := p.desk, p.unit, p.period, p.env.Rules.File
	return p.data.Start(func() (overview.Unit, error) { return desk.UnitOverview(unit, period, rs) })
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
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc) && p.asking:
		p.asking = false
	case key.Matches(k, keys.Esc):
		return nav.Back
	case p.asking && p.whole.Press(keys, k, len(p.why()), p.height):
	case p.leads.Press(keys, k, p.leads.Room(p.height)):
		p.asking = false // another line is another question
	}
	return nil
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t, u := p.env.Keys, p.env.Text, p.data.Data
	set, explain, nothing, closed, period := "", "", "", "", ""
	switch verdict := u.Verdict(p.guide); {
	case verdict == overview.NoResult:
		explain = t.Workplace.NotDecided
	case u.Untold:
		explain = t.Workplace.TooEarlyUntold
	case verdict == overview.Open:
		explain = t.Workplace.TooEarly
	case verdict != overview.NeedReason && verdict != overview.Explained:
		explain = t.Workplace.NothingOff
	}
	me := p.env.Me
	if !access.MayAnybody(me, model.VerbRecordUnit) && !access.MayAnybody(me, model.VerbSetUnit) {
		set, explain = t.Workplace.NotHead, t.Workplace.NotHead
	}
	situation := ""
	if !p.maySay() {
		situation = t.Situation.Form.NotYours
	}
	if p.leads.Chosen().key == nil {
		nothing, closed = t.Home.NothingToOpen, t.Home.NothingToOpen
	} else if p.leads.Chosen().route == nil { // there is something to be read there, and nothing to do
		closed = t.Situation.Form.NotYours
	}
	if len(u.Periods) < 2 {
		period = t.Home.OnePeriod
	}
	return []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: closed, Main: true, Run: p.open},
		{ID: "why", Name: k.Why.Help().Desc, Binding: k.Why, Why: nothing, Main: true, Run: p.ask},
		{ID: "edit", Name: t.Workplace.Set, Binding: k.Edit, Why: set, Main: true, Run: p.set},
		{ID: "note", Name: t.Workplace.Explain, Binding: k.Note, Why: explain, Main: true, Run: p.explain},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: period, Run: p.choosePeriod},
		p.env.History(nav.Record{Unit: u.Unit.ID}),
		{ID: "situation", Name: t.Situation.Title, Why: situation, Run: func() tea.Cmd { return nav.Open(p.situation()) }},
		{ID: "fairness", Name: t.Fairness.Title, Run: func() tea.Cmd { return nav.Open(nav.Fairness{Period: u.Period}) }},
		{ID: "visit", Name: t.Visit.Open, Run: func() tea.Cmd { return nav.Open(nav.Visit{Unit: u.Unit.ID, Period: u.Period}) }},
		{ID: "survey", Name: t.Survey.Title, Run: func() tea.Cmd { return nav.Open(nav.Survey{Unit: u.Unit.ID, Period: u.Period}) }},
	}
}

func (p *Page) open() tea.Cmd { return nav.Open(p.leads.Chosen().route) }

func (p *Page) ask() tea.Cmd {
	p.asking, p.whole = !p.asking, pane.Scroll{}
	return nil
}

func (p *Page) set() tea.Cmd {
	u := p.data.Data
	return nav.Open(nav.UnitResult{
		Unit: u.Unit.ID, Period: u.Period, Grade: u.Result.Grade, Basis: u.Result.Basis, Decider: u.Result.Decider, Revise: u.Result.Decided(),
	})
}

func (p *Page) explain() tea.Cmd {
	u := p.data.Data
	return nav.Open(nav.UnitResult{Unit: u.Unit.ID, Period: u.Period, Explain: true})
}

// maySay reports whether who works here may say what the unit worked under.
func (p *Page) maySay() bool {
	return access.MayAny(p.env.Me, model.VerbSetSituation, p.data.Data.Mine)
}

// situation is the form of what the unit worked under.
func (p *Page) situation() nav.Route {
	u := p.data.Data
	return nav.Situation{Unit: u.Unit.ID, Period: u.Period}
}

// choosePeriod opens the choice of the period on show.
func (p *Page) choosePeriod() tea.Cmd {
	u := p.data.Data
	return nav.ChoosePeriod(u.Periods, u.Period, func(to model.Period) tea.Cmd {
		p.period = to
		return p.Init()
	})
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.compose()
}

// Title is the unit's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Workplace.Title
	}
	return lang.Inert(p.data.Data.Unit.Name)
}

// Kind is what the page is.
func (p *Page) Kind() string { return p.env.Text.Workplace.Title }

// Crumb is the period on show.
func (p *Page) Crumb() string {
	if p.data.Have {
		return p.env.Text.Period(p.data.Data.Period)
	}
	return ""
}

// Place is the unit and period on show.
func (p *Page) Place() nav.Route { return nav.Workplace{Unit: p.unit, Period: p.period} }

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }
