// Package fairness is the page on which raters and units stand side by side in a
// period: how each rates, beside colleagues of the same line; which unit stands
// where in its line; and every indicator over the units. x says why a number is
// what it is. It is a reason to ask; nothing here rates anybody.
package fairness

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/fairness"
	"kinerja/model/listing"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/beside"
	"kinerja/ui/widget/pane"
)

// Desk is what this page reads.
type Desk interface {
	Raters(p model.Period) (fairness.Sheet, error)
	CompareUnits(p model.Period, book rules.Book) (overview.Comparison, error)
}

// read is what one reading of the file brings.
type read struct {
	raters fairness.Sheet
	units  overview.Comparison
}

// part is a part of the page, which w writes as its own table.
type part uint8

const (
	ofRaters part = iota
	ofUnits
	ofHeat
)

// choice is a line that one can ask why.
type choice struct {
	key   any // what it stands for, so that the cursor stays on it
	part  part
	route nav.Route // nil: it leads nowhere
	why   func() []string
}

// Page is a period of raters and units.
type Page struct {
	env  nav.Env
	desk Desk

	data   nav.Load[read]
	again  bool         // something changed while it was read
	period model.Period // 0: the newest in use

	leads  pane.Leads[choice]
	whole  pane.Scroll // of the working
	asking bool        // the working of the chosen line is shown
	first  int         // the first unit in sight of the heat map

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk, route nav.Fairness) *Page {
	return &Page{env: env, desk: desk, period: route.Period}
}

// Init reads the period; a change that comes meanwhile waits for its turn.
func (p *Page) Init() tea.Cmd {
	if p.data.Busy {
		p.again = true
		return nil
	}
	desk, period, rs := p.desk, p.period, p.env.Rules
	return p.data.Start(func() (r read, err error) {
		if r.raters, err = desk.Raters(period); err != nil {
			return r, err
		}
		r.units, err = desk.CompareUnits(r.raters.Period, rs)
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
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc) && p.asking:
		p.asking = false
	case key.Matches(k, keys.Esc):
		return nav.Back
	case p.asking && p.whole.Press(keys, k, len(p.why()), p.height):
	case key.Matches(k, keys.Left):
		p.shift(-1)
	case key.Matches(k, keys.Right):
		p.shift(1)
	case p.leads.Press(keys, k, p.leads.Room(p.height)):
		p.asking = false // another line is another question
	}
	return nil
}

// shift brings other units of the heat maps into sight.
func (p *Page) shift(by int) {
	was := p.first
	most := 0
	for at := 0; at < figures; at++ { // as far as the last figure of a rater comes into sight
		p.first = at
		if heads, _, from := p.columns(); from == at && from+len(heads) == figures {
			most = at
			break
		}
	}
	for _, g := range p.data.Data.units.Groups {
		most = max(most, len(g.Sides)-p.fit())
	}
	p.first = max(0, min(was+by, most))
	p.compose()
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	nothing, nowhere, period := "", "", ""
	if p.leads.Len() == 0 {
		nothing = t.Home.NothingToOpen
	}
	if p.leads.Chosen().route == nil {
		nowhere = t.Home.NothingToOpen
	}
	if len(p.data.Data.raters.Periods) < 2 {
		period = t.Home.OnePeriod
	}
	return []nav.Action{
		{ID: "why", Name: k.Why.Help().Desc, Binding: k.Why, Why: nothing, Main: true, Run: p.ask},
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: nowhere, Main: true, Run: p.open},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: period, Main: true, Run: p.choosePeriod},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(nothing), Main: true, Run: p.write},
	}
}

func (p *Page) ask() tea.Cmd {
	p.asking, p.whole = !p.asking, pane.Scroll{}
	return nil
}

func (p *Page) open() tea.Cmd { return nav.Open(p.leads.Chosen().route) }

// choosePeriod opens the choice of the period on show.
func (p *Page) choosePeriod() tea.Cmd {
	d := p.data.Data.raters
	return nav.ChoosePeriod(d.Periods, d.Period, func(to model.Period) tea.Cmd {
		p.period = to
		return p.Init()
	})
}

// write writes the part of the page that the cursor is on.
func (p *Page) write() tea.Cmd {
	t, d := p.env.Text, p.data.Data
	name, table := t.Fairness.File, beside.Raters(t, d.raters)
	switch p.leads.Chosen().part {
	case ofUnits:
		name, table = t.Fairness.FileUnits, beside.Units(t, d.units)
	case ofHeat:
		name, table = t.Fairness.FileHeat, beside.Heat(t, d.units)
	}
	return nav.Write(lang.Fill(name, "period", d.raters.Period.String()), func() (listing.Table, error) { return table, nil })
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.compose()
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Fairness.Title }

// Crumb is the period on show.
func (p *Page) Crumb() string {
	if p.data.Have {
		return p.env.Text.Period(p.data.Data.raters.Period)
	}
	return ""
}

// Place is the period on show.
func (p *Page) Place() nav.Route { return nav.Fairness{Period: p.period} }

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }
