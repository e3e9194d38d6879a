// Package staff is the list of people: who works where, and how each stands in
// one period. It holds one line a person and reads the standing of those on
// screen only, so it opens as quickly with 100,000 people as with ten.
package staff

import (
	"cmp"
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/ui/nav"
	"kinerja/ui/widget/filter"
	"kinerja/ui/widget/menu"
	"kinerja/ui/widget/table"
)

// List is a list of staff in some order. It does not change.
type List interface {
	Len() int
	Row(i int) model.StaffRow
}

// Desk is what this page reads.
type Desk interface {
	// Staff lists everybody, by unit and name or by name.
	Staff(byUnit bool) (List, error)
	Units() (model.Units, error)
	// Periods lists those with results, oldest first.
	Periods() ([]model.Period, error)
	// Latest tells how people stand in p; who has nothing there is left out.
	Latest(people []model.EmployeeID, p model.Period) (map[model.EmployeeID]model.Standing, error)
}

// read is what one reading of the file brings.
type read struct {
	list    List
	units   model.Units
	periods []model.Period
}

// Page is the list of people.
type Page struct {
	env  nav.Env
	desk Desk

	people    nav.Load[read]
	standings nav.Load[map[model.EmployeeID]model.Standing]
	asked     span // rows whose standings were asked for

	byUnit bool
	period model.Period // 0: the newest
	filter filter.Filter
	folded []string // each line in small letters; made when first filtered
	hits   []int    // rows of the list that fit; nil: all

	adding bool // a person by form, or a list from a file?
	add    menu.Menu

	table         *table.Table
	width, height int
	wanted        model.EmployeeID // who is chosen again after reading
	added         model.EmployeeID // who is new, and not in the list yet
}

// span is a run of rows: from first to before end.
type span struct{ first, end int }

// New makes the page.
func New(env nav.Env, desk Desk, at nav.Staff) *Page {
	p := &Page{env: env, desk: desk, wanted: at.Employee}
	t := env.Text.Staff
	p.add.SetItems(menu.Item{Label: t.AddOne, Note: t.AddOneNote}, menu.Item{Label: t.AddList, Note: t.AddListNote})
	p.table = table.New(env.Text, env.Styles, p.columns())
	return p
}

// Init reads the list.
func (p *Page) Init() tea.Cmd {
	if now := p.chosen().Employee; now != "" {
		p.wanted = now
	}
	desk, byUnit := p.desk, p.byUnit
	return p.people.Start(func() (r read, err error) {
		if r.list, err = desk.Staff(byUnit); err != nil {
			return r, err
		}
		if r.units, err = desk.Units(); err != nil {
			return r, err
		}
		r.periods, err = desk.Periods()
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.people.Take(msg) {
		return p.take()
	}
	if p.standings.Take(msg) {
		return nil
	}
	if m, ok := msg.(nav.AddedMsg); ok && m.Employee != "" {
		p.added = m.Employee
		return p.stand()
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return p.look() // there may be room for more rows
	}
	if p.adding {
		p.adding = !key.Matches(k, p.env.Keys.Esc)
		p.add.Press(k, p.env.Keys)
		return nil
	}
	if p.filter.Typing() {
		if p.filter.Press(k) {
			p.search()
			p.table.MoveTo(0)
		}
	} else if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.table.Press(k, p.env.Keys)
	return p.look()
}

// take puts what was read on screen, the cursor on the person it was on.
func (p *Page) take() tea.Cmd {
	p.folded, p.asked = nil, span{}
	p.search()
	return p.stand()
}

// stand puts the cursor on who was just added, once the list has them, else on
// whom it was on.
func (p *Page) stand() tea.Cmd {
	if p.added != "" && p.filter.Words() != "" && p.listed(p.added) {
		p.filter.Clear() // it may hide whom the cursor goes to
		p.search()
	}
	for i := range p.Len() {
		switch now := p.row(i).Employee; {
		case p.added != "" && now == p.added:
			p.table.MoveTo(i)
			p.wanted, p.added = now, ""
			return p.look()
		case p.wanted != "" && now == p.wanted:
			p.table.MoveTo(i)
		}
	}
	return p.look()
}

// look asks for the standings of the rows on screen, and of a screen before
// and after them, unless it did.
func (p *Page) look() tea.Cmd {
	first, end := p.table.Visible()
	if first >= p.asked.first && end <= p.asked.end || p.now() == 0 || first == end {
		return nil
	}
	size := end - first
	p.asked = span{max(0, first-size), min(p.Len(), end+size)}
	ids := make([]model.EmployeeID, 0, 3*size)
	for i := p.asked.first; i < p.asked.end; i++ {
		ids = append(ids, p.row(i).Employee)
	}
	desk, period := p.desk, p.now()
	return p.standings.Start(func() (map[model.EmployeeID]model.Standing, error) {
		return desk.Latest(ids, period)
	})
}

// Actions says what can be done with the list.
func (p *Page) Actions() []nav.Action {
	k, text := p.env.Keys, p.env.Text.Staff
	if p.filter.Typing() {
		return []nav.Action{
			{ID: "keep", Name: text.Keep, Binding: k.Enter, Main: true, Run: p.keep},
			{ID: "clear", Name: text.Clear, Binding: k.Esc, Main: true, Run: p.clear},
		}
	}
	if p.adding {
		return []nav.Action{
			{ID: "enter", Name: text.Choose, Binding: k.Enter, Main: true, Run: p.startAdding},
			{ID: "esc", Name: text.Back, Binding: k.Esc, Main: true},
		}
	}
	nobody, noPeriod := "", ""
	if p.Len() == 0 {
		nobody = text.NeedsStaff
	}
	if len(p.people.Data.periods) == 0 {
		noPeriod = text.NoPeriod
	}
	list := []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: nobody, Main: true, Run: p.open},
		{ID: "feedback", Name: k.Feedback.Help().Desc, Binding: k.Feedback, Why: nobody, Run: p.talk},
		{ID: "filter", Name: k.Filter.Help().Desc, Binding: k.Filter, Why: p.nothing(), Main: true, Run: p.startFilter},
		{ID: "order", Name: k.Order.Help().Desc, Binding: k.Order, Why: nobody, Main: true, Run: p.reorder},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: noPeriod, Main: true, Run: p.choosePeriod},
		{ID: "add", Name: k.Add.Help().Desc, Binding: k.Add, Why: p.mayAdd(), Main: true, Run: p.askAdding},
		{ID: "edit", Name: k.Edit.Help().Desc, Binding: k.Edit, Why: nobody, Run: p.edit},
		{ID: "transfer", Name: p.env.Text.Tenure.Form.Title, Why: cmp.Or(nobody, p.mayAdd()), Run: p.transfer},
		{ID: "plans", Name: p.env.Text.Plan.Make, Why: p.nothing(), Run: func() tea.Cmd { return nav.Open(nav.Positions{}) }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(nobody), Run: p.write},
	}
	if p.filter.Words() != "" {
		list = append(list, nav.Action{ID: "clear", Name: text.Clear, Binding: k.Esc, Main: true, Run: p.clear})
	}
	return list
}

// transfer moves the person under the cursor.
func (p *Page) transfer() tea.Cmd {
	return nav.Open(nav.Transfer{Employee: p.chosen().Employee})
}

// mayAdd says why nobody can be added.
func (p *Page) mayAdd() string {
	if !access.May(p.env.Me, model.VerbAddEmployee, model.RelNone) {
		return p.env.Text.Error(model.ErrNotAllowed)
	}
	return ""
}

// askAdding asks how people are added: one by form, or a list from a file.
func (p *Page) askAdding() tea.Cmd {
	p.adding = true
	p.add.MoveTo(0)
	return nil
}

func (p *Page) startAdding() tea.Cmd {
	p.adding = false
	if p.add.Chosen() == 0 {
		return nav.Open(nav.EditPerson{})
	}
	return nav.Open(nav.Intake{Kind: "staff", Then: nav.Positions{Year: p.env.Today().Year()}})
}

func (p *Page) edit() tea.Cmd { return nav.Open(nav.EditPerson{Employee: p.chosen().Employee}) }

// nothing says why there is nobody to look for.
func (p *Page) nothing() string {
	if p.all() == 0 {
		return p.env.Text.Staff.NeedsStaff
	}
	return ""
}

func (p *Page) open() tea.Cmd {
	return nav.Open(nav.Person{Employee: p.chosen().Employee, Period: p.period})
}

func (p *Page) reorder() tea.Cmd {
	p.byUnit = !p.byUnit
	return p.Init()
}

// choosePeriod lets another period be chosen.
func (p *Page) choosePeriod() tea.Cmd {
	return nav.ChoosePeriod(p.people.Data.periods, p.now(), func(to model.Period) tea.Cmd {
		p.period = to
		p.asked, p.standings = span{}, nav.Load[map[model.EmployeeID]model.Standing]{}
		return p.look()
	})
}

// now is the period whose standings are shown; 0 where there is none.
func (p *Page) now() model.Period {
	if p.period != 0 {
		return p.period
	}
	usual, _ := model.Usual(p.people.Data.periods)
	return usual
}

func (p *Page) startFilter() tea.Cmd {
	p.filter.Start()
	return nil
}

func (p *Page) keep() tea.Cmd {
	p.filter.Keep()
	return nil
}

func (p *Page) clear() tea.Cmd {
	p.wanted = p.chosen().Employee
	p.filter.Clear()
	return p.take()
}

// talk goes to the conversation with the chosen person.
func (p *Page) talk() tea.Cmd { return nav.Open(nav.Feedback{Employee: p.chosen().Employee}) }

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, height-above-below)
}

// Place is the person under the cursor.
func (p *Page) Place() nav.Route {
	if now := p.chosen().Employee; now != "" {
		return nav.Staff{Employee: now}
	}
	return nav.Staff{Employee: p.wanted}
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Staff.Title }

// Typing says that letters go into the filter.
func (p *Page) Typing() bool { return p.filter.Typing() }
