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
	"kinerja/ui/widget/ruleset"
	"kinerja/ui/widget/table"
)

// Desk is what the page of one plan reads and does.
type Desk interface {
	PlanRow(id model.PlanID) (planning.Row, error)
	Units() (model.Units, error)
	// Choosable lists all versions of the instruments.
	Choosable() ([]model.Instrument, error)
	Setter
}

// The columns of one plan, as Cell numbers them.
const (
	colCode = iota
	colIndicator
	colUnit
	colTarget
	colStandard
	colWeight
)

// one is what one reading brings.
type one struct {
	row   planning.Row
	units model.Units
	all   []model.Instrument // all versions
}

// filling is a form that is open on the page.
type filling interface {
	actions() []nav.Action
	// update is false for open once the form is done with.
	update(msg tea.Msg) (cmd tea.Cmd, open bool)
	view(width, height int) string
	unsaved() string
}

// Page is one plan.
type Page struct {
	env  nav.Env
	desk Desk
	id   model.PlanID

	data  nav.Load[one]
	edit  filling        // nil: none is open
	asked opening        // what the form of targets has to know first
	moves nav.Load[told] // the same of that of the instrument
	table *table.Table

	width, height int
}

// New makes the page of one plan.
func New(env nav.Env, desk Desk, route nav.Plan) *Page {
	p := &Page{env: env, desk: desk, id: route.Plan}
	t := env.Text.Plan
	p.table = table.New(env.Text, env.Styles, []table.Column{
		colCode:      {Title: t.Code, Min: 8, Max: 12},
		colIndicator: {Title: t.Indicator, Min: 20, Max: 60},
		colUnit:      {Title: t.Unit, Min: 6, Max: 14},
		colTarget:    {Title: t.Target, Min: 10, Max: 16, Right: true},
		colStandard:  {Title: t.Standard, Min: 10, Max: 16, Right: true, Level: 1},
		colWeight:    {Title: t.Weight, Min: 6, Max: 8, Right: true},
	})
	return p
}

// Init reads the plan.
func (p *Page) Init() tea.Cmd {
	desk, id := p.desk, p.id
	return p.data.Start(func() (o one, err error) {
		if o.row, err = desk.PlanRow(id); err != nil {
			return o, err
		}
		if o.units, err = desk.Units(); err != nil {
			return o, err
		}
		o.all, err = desk.Choosable()
		return o, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		return nil
	}
	if edit, cmd, taken := p.asked.take(p.env, p.desk, msg); taken {
		if edit != nil {
			p.edit = edit
		}
		return cmd
	}
	if p.moves.Take(msg) {
		return p.openMove()
	}
	if p.edit != nil {
		cmd, open := p.edit.update(msg)
		if !open {
			p.edit = nil
		}
		return cmd
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.table.Press(k, p.env.Keys)
	return nil
}

// Actions says what can be done with the plan.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Plan
	if p.edit != nil {
		return p.edit.actions()
	}
	none := ""
	switch {
	case !p.data.Have:
		none = t.Reading
	case p.Len() == 0:
		none = t.NoPlans
	}
	row := p.data.Data.row
	fixed := none
	if fixed == "" && row.Plan.State == model.PlanClosed {
		fixed = t.Closed
	}
	return []nav.Action{
		{ID: "edit", Name: t.Targets, Binding: k.Edit, Why: none, Main: true, Run: func() tea.Cmd {
			focus := ""
			if i := p.table.Cursor(); i < p.Len() {
				focus = string(row.Plan.Measures[i].ID)
			}
			return p.asked.start(p.desk, []planning.Row{row}, focus)
		}},
		{ID: "enter", Name: p.env.Text.SKP.Page.OpenForm, Binding: k.Enter, Why: none, Main: true, Run: func() tea.Cmd {
			return nav.Open(nav.SKP{Plan: p.id})
		}},
		{ID: "detail", Name: t.OpenInstrument, Binding: k.Detail, Why: none, Main: true, Run: func() tea.Cmd {
			return nav.Open(nav.Instrument{ID: row.Instrument.ID})
		}},
		{ID: "action", Name: p.env.Text.Action.Open, Why: none, Run: func() tea.Cmd { return nav.Open(nav.ActionPlan{Plan: p.id}) }},
		{ID: "instrument", Name: t.Move, Why: fixed, Run: p.move}, // by the menu: no letter means it
		{ID: "rules", Name: p.env.Text.Rules.Page.Open, Why: none, Run: func() tea.Cmd { return nav.Open(nav.RuleSets{Plan: p.id}) }},
		p.env.History(nav.Record{Plan: row.Plan.ID}),
	}
}

// move reads what the form of the instrument has to know.
func (p *Page) move() tea.Cmd {
	desk, plans := p.desk, []model.PlanID{p.data.Data.row.Plan.ID}
	return p.moves.Start(func() (t told, err error) {
		t.by, t.starts, t.now, err = desk.Told(plans)
		return t, err
	})
}

// openMove opens that form, or says why there is none.
func (p *Page) openMove() tea.Cmd {
	if err := p.moves.Err; err != nil {
		return nav.Fail(err)
	}
	d, told := p.data.Data, p.moves.Data
	first, ok := told.first([]planning.Row{d.row})
	if !ok {
		return told.noneFree(p.env.Text, d.row)
	}
	p.edit = newMove(p.env, p.desk, d.row, told, first, d.all)
	return nil
}

// newer says that the instrument has a later version than the plan was made
// from; "" where it has none.
func (p *Page) newer() string {
	d, t := p.data.Data, p.env.Text.Plan
	newest := planning.NewestOf(d.all, d.row.Instrument)
	if d.row.Instrument.ID == "" || newest.Version <= d.row.Plan.Version || d.row.Plan.State == model.PlanClosed {
		return ""
	}
	return lang.Fill(t.Newer, "code", lang.Inert(newest.Code), "n", newest.Version, "menu", p.env.Keys.Now(p.env.Keys.Palette, true))
}

// Len is how many measures the plan has.
func (p *Page) Len() int { return len(p.data.Data.row.Plan.Measures) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, r := p.env.Text, p.data.Data.row
	m := r.Plan.Measures[row]
	target := func(g model.Gauge) string {
		if high, ok := g.TargetHigh.Get(); ok {
			return t.Number(g.Target) + "–" + t.Number(high)
		}
		return t.Number(g.Target)
	}
	switch col {
	case colCode:
		return m.Gauge.Code
	case colIndicator:
		return m.Gauge.Name.In(t.Code)
	case colUnit:
		return t.Unit(m.Gauge.Unit)
	case colTarget:
		if r.Own(m) {
			return target(m.Gauge) + " *"
		}
		return target(m.Gauge)
	case colStandard:
		for _, i := range r.Instrument.Indicators {
			if i.ID == m.Indicator {
				return target(i.Gauge)
			}
		}
		return lang.None
	}
	return t.Number(m.Gauge.Weight)
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	words := func(s string) []string {
		return strings.Split(ansi.Wordwrap(s, max(1, p.width), ""), "\n")
	}
	switch {
	case p.data.Err != nil:
		return strings.Join(words(t.Error(p.data.Err)), "\n")
	case !p.data.Have:
		return t.Plan.Reading
	case p.edit != nil:
		return p.edit.view(p.width, p.height)
	}
	r := p.data.Data.row
	unit := lang.Inert(p.data.Data.units[r.Plan.Unit].Name)
	lines := words(lang.Inert(r.Post.Position) + " · " + unit)
	lines = append(lines, words(lang.Inert(r.Instrument.Name.In(t.Code))+" ("+lang.Inert(r.Instrument.Code)+" "+
		lang.Fill(t.Plan.Version, "n", r.Plan.Version)+") · "+state(t, r.Plan))...)
	if from := r.Post.From; from.Year() == r.Plan.Year {
		lines = append(lines, words(lang.Fill(t.Plan.Applies, "date", t.Date(from)))...)
	}
	lines = append(lines, agreements(t, r.Plan, p.data.Data.all, p.width)...)
	for _, w := range r.Plan.Words {
		if len(r.Plan.Agreements) == 0 && w.Via == model.Recorded {
			lines = append(lines, words(lang.Fill(t.Plan.Word, "on", t.Date(w.On), "document", t.By(w.Document)))...)
		}
	}
	if special := ruleset.Special(t, p.env.Rules, r.Plan, r.Staff.Kind); special != "" {
		lines = append(lines, words(special)...)
	}
	if newer := p.newer(); newer != "" {
		lines = append(lines, words(newer)...)
	}
	lines = append(lines, "")
	foot := ""
	if r.OwnTargets() > 0 {
		foot = "* " + t.Plan.OwnMeans
	}
	room := max(2, p.height-len(lines)-1)
	p.table.Resize(p.width, room)
	return strings.Join(append(lines, p.table.View(p), p.env.Styles.Dim.Render(ansi.Truncate(foot, p.width, ""))), "\n")
}

// Unsaved names targets that were typed and not kept.
func (p *Page) Unsaved() string {
	if p.edit != nil {
		return p.edit.unsaved()
	}
	return ""
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Plan.Title
	}
	return lang.Inert(p.data.Data.row.Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Plan.Title }

// Crumb is the year.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return strconv.Itoa(p.data.Data.row.Plan.Year)
}

// Typing says that letters go into the form.
func (p *Page) Typing() bool { return p.edit != nil }
