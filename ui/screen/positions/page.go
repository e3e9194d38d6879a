// Package positions is the page that proposes an instrument for each position
// and makes the plans (SKP) of everyone who has none: Enter takes the proposal
// as a whole, and one undo takes the plans back.
package positions

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads and does.
type Desk interface {
	Positions(year int, who planning.Who) (planning.Positions, error)
	MakePlans(o planning.Order) (planning.Made, error)
}

// made is what the making of plans brought.
type made struct{ planning.Made }

// Page is the proposal.
type Page struct {
	env  nav.Env
	desk Desk
	year int
	who  planning.Who

	data   nav.Load[planning.Positions]
	making nav.Load[made]
	choice map[string]model.InstrumentID // other than proposed

	form  *form.Form // the agreement, while it is asked for
	draft bool       // plans are made that are agreed upon later
	table *table.Table

	width, height int
}

// New makes the page. A route without a year is about this one; one that names a
// person is about nobody else, else it is about the unit and those below it.
func New(env nav.Env, desk Desk, route nav.Positions, unit model.UnitID) *Page {
	who := planning.Who{Unit: unit}
	if route.Employee != "" {
		who = planning.Who{Employee: route.Employee}
	}
	p := &Page{env: env, desk: desk, year: route.Year, who: who, choice: map[string]model.InstrumentID{}}
	if p.year == 0 {
		p.year = env.Now().Year()
	}
	p.table = table.New(env.Text, env.Styles, p.columns())
	return p
}

// Init reads who has no plan yet.
func (p *Page) Init() tea.Cmd {
	desk, year, who := p.desk, p.year, p.who
	return p.data.Start(func() (planning.Positions, error) { return desk.Positions(year, who) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.table.SetLen(p.Len())
		return nil
	case p.making.Take(msg):
		return p.done()
	}
	if yes, ok := msg.(sureMsg); ok && yes.page == p && p.form != nil {
		return p.make()
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if p.form != nil {
		return p.pressForm(k)
	}
	keys := p.env.Keys
	switch {
	case key.Matches(k, keys.Esc):
		return nav.Back
	case key.Matches(k, keys.Left):
		p.turn(-1)
	case key.Matches(k, keys.Right):
		p.turn(1)
	default:
		p.table.Press(k, keys)
	}
	return nil
}

// turn gives the position under the cursor the next instrument.
func (p *Page) turn(by int) {
	if p.Len() == 0 {
		return
	}
	row, all := p.data.Data.Rows[p.table.Cursor()], p.data.Data.Instruments
	for i, in := range all {
		if in.ID == p.instrument(row).ID {
			p.choice[row.Position] = all[(i+by+len(all))%len(all)].ID
			break
		}
	}
	if p.choice[row.Position] == row.Instrument {
		delete(p.choice, row.Position)
	}
}

// instrument is the one that a position gets as things stand.
func (p *Page) instrument(row planning.Position) model.Instrument {
	id := row.Instrument
	if other, ok := p.choice[row.Position]; ok {
		id = other
	}
	for _, in := range p.data.Data.Instruments {
		if in.ID == id {
			return in
		}
	}
	return model.Instrument{}
}

// Actions says what can be done.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Positions
	if p.form != nil {
		return nav.Filling(p.form, k, nav.Action{Name: t.Make, Run: p.submit})
	}
	nobody := ""
	switch {
	case !p.data.Have:
		nobody = t.Reading
	case p.Len() == 0:
		nobody = t.NobodyLeft
	}
	accept := t.Accept
	if p.who.Employee != "" {
		accept = t.AcceptOne
	}
	return []nav.Action{
		{ID: "enter", Name: accept, Binding: k.Enter, Why: nobody, Main: true, Run: p.ask},
		{ID: "right", Name: t.Other, Binding: k.Right, Why: nobody, Main: true, Run: func() tea.Cmd { p.turn(1); return nil }},
		{ID: "edit", Name: t.Instruments, Binding: k.Edit, Main: true, Run: func() tea.Cmd { return nav.Open(nav.Instruments{}) }},
	}
}

// ask opens the form of the agreement.
func (p *Page) ask() tea.Cmd {
	t := p.env.Text.Positions
	paper := func(f *form.Form) bool { return f.Value("agreed") == onPaper }
	p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text},
		form.Field{ID: "agreed", Label: t.IsAgreed, Kind: form.Choice, Value: onPaper,
			Options: []form.Option{{Value: onPaper, Label: t.OnPaper, Note: t.OnPaperHint}, {Value: notYet, Label: t.NotYet, Note: t.NotYetHint}}},
		form.Field{ID: "on", Label: t.On, Kind: form.Date, Need: true, Until: p.env.Today(), When: paper},
		form.Field{ID: "document", Label: t.Document, Hint: t.DocumentHint, Max: 120, When: paper},
	)
	return nil
}

// The answers to the question whether the plans were agreed upon.
const (
	onPaper = "paper"
	notYet  = "not yet"
)

func (p *Page) pressForm(k tea.KeyMsg) tea.Cmd {
	switch p.form.Press(k) {
	case form.Submit:
		return p.sure()
	case form.Escape:
		p.form = nil
	}
	return nil
}

func (p *Page) submit() tea.Cmd {
	if p.form.Submit() {
		return p.sure()
	}
	return nil
}

// sureMsg: a person agreed to weights that do not sum to 100.
type sureMsg struct{ page *Page }

// sure asks about instruments whose weights do not sum to 100 before plans are
// made from them: from then on the version is frozen.
func (p *Page) sure() tea.Cmd {
	t := p.env.Text
	var odd []string
	for _, row := range p.data.Data.Rows {
		in := p.instrument(row)
		text := lang.Fill(t.Positions.WeightsOf, "code", lang.Inert(in.Code), "n", t.Number(in.Weights()))
		if in.Weights() != model.Int(100) && !slices.Contains(odd, text) {
			odd = append(odd, text)
		}
	}
	if len(odd) == 0 {
		return p.make()
	}
	return nav.Ask(lang.Fill(t.Positions.OddWeights, "list", strings.Join(odd, ", ")), func() tea.Msg { return sureMsg{p} })
}

// make makes the plans, off the loop.
func (p *Page) make() tea.Cmd {
	if p.making.Busy {
		return nil
	}
	p.draft = p.form.Value("agreed") == notYet
	on, err := p.form.Date("on")
	if err != nil && !p.draft {
		return nil // the field says so
	}
	choice := map[string]model.InstrumentID{}
	for position, id := range p.choice {
		choice[position] = id
	}
	order := planning.Order{Year: p.year, Who: p.who, On: on, Document: p.form.Value("document"), Choice: choice}
	if p.draft {
		order.Draft, order.On, order.Document = true, 0, ""
	}
	desk := p.desk
	return p.making.Start(func() (made, error) {
		m, err := desk.MakePlans(order)
		return made{m}, err
	})
}

// done says how many plans were made, and goes back; what failed stays on the
// page with what was filled in.
func (p *Page) done() tea.Cmd {
	if err := p.making.Err; err != nil {
		var before *model.BeforeError
		if p.form != nil && errors.As(err, &before) {
			p.form.Fail("on", p.env.Text.Why(err))
			return nil
		}
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	on, _ := p.form.Date("on") // checked by the form
	p.form = nil
	clear(p.choice)
	t := p.env.Text
	made := t.Positions.Made
	if p.draft {
		made = t.Positions.MadeDrafts
	}
	said := t.Plural(made, len(p.making.Data.Plans), "year", p.year, "date", t.Date(on))
	if n := p.making.Data.Early; n > 0 {
		said += " " + t.Plural(t.Positions.Early, n)
	}
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Back, nav.Say(said))
}

// Unsaved names the agreement being filled in, and instruments other than
// proposed: no plan has them before the plans are made.
func (p *Page) Unsaved() string {
	t := p.env.Text
	switch {
	case p.form != nil && p.form.Unsaved() != "":
		return p.form.Unsaved()
	case len(p.choice) > 0:
		return t.Plural(t.Positions.Chosen, len(p.choice))
	}
	return ""
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, max(2, height-p.above()-below))
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Positions.Title }

// Crumb is the year.
func (p *Page) Crumb() string { return strconv.Itoa(p.year) }

// Typing says that letters go into the form.
func (p *Page) Typing() bool { return p.form != nil && p.form.Typing() }
