package home

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/waits"
	"kinerja/ui/nav"
	"kinerja/ui/widget/filter"
	"kinerja/ui/widget/table"
)

// The columns of the obstacles, as Cell numbers them.
const (
	colPerson = iota
	colObstacle
	colActor
	colUnit
)

// order is how obstacles stand.
type order uint8

const (
	byActor order = iota // under a heading each
	byPerson
	byKind
	orders
)

// Closing is the page that closes a period: how far every stage has come, and
// what stands in the way. It opens a closed one again.
type Closing struct {
	env  nav.Env
	desk ClosingDesk

	data   nav.Load[left]
	again  bool
	period model.Period

	filter filter.Filter
	order  order
	who    []string // of each obstacle: who must act
	sorted []int    // obstacles in their order
	shown  []int    // those that fit the filter
	rows   []row    // lines of the table: shown, and headings over them
	folded []string // of sorted, in small letters; made when first filtered

	look   nav.Load[closing.Preview] // what closing would be about
	act    nav.Load[closing.Closing] // closing, or opening again
	ending *ending                   // nil: the list is shown
	reason string                    // typed and not used yet

	table         *table.Table
	width, height int
}

// ClosingDesk is what the page that closes a period reads and does.
type ClosingDesk interface {
	// Agenda tells what is to be done for a period; the zero Period is the newest
	// in use.
	Agenda(p model.Period) (agenda.Agenda, error)
	Units() (model.Units, error)
	// Preview says what closing the period would be about.
	Preview(p model.Period) (closing.Preview, error)
	// Close closes it; with a reason where something is left (model.ErrReason).
	Close(p model.Period, reason string) (closing.Closing, error)
	// Reopen opens it again; never without a reason.
	Reopen(p model.Period, reason string) (closing.Closing, error)
}

// row is one line of the table: a heading, or the obstacle at a place of shown.
type row struct {
	heading string
	at      int
}

// left is what one reading of the file brings.
type left struct {
	agenda agenda.Agenda
	units  model.Units
}

// NewClosing makes the page. A route without a period is the newest in use.
func NewClosing(env nav.Env, desk ClosingDesk, route nav.Closing) *Closing {
	p := &Closing{env: env, desk: desk, period: route.Period}
	p.lay()
	return p
}

// lay makes the table. Where who must act stands over the rows, no row says it
// again.
func (p *Closing) lay() {
	t := p.env.Text.Home
	columns := []table.Column{
		colPerson:   {Title: t.Person, Name: true, Min: 18, Max: 36},
		colObstacle: {Title: t.Obstacle, Min: 28, Max: 44},
		colActor:    {Title: t.MustAct, Min: 22, Max: 44, Level: 1},
		colUnit:     {Title: p.env.Text.Staff.Unit, Min: 22, Max: 30, Level: 2},
	}
	if p.order == byActor {
		columns = slices.Delete(columns, colActor, colActor+1)
	}
	p.table = table.New(p.env.Text, p.env.Styles, columns)
	p.table.SetHeadings(p)
	p.Resize(p.width, p.height)
}

// column is which of the columns stands at a place of the table.
func (p *Closing) column(at int) int {
	if p.order == byActor && at >= colActor {
		return at + 1
	}
	return at
}

// Init reads what stands in the way; a change that comes meanwhile waits for
// its turn.
func (p *Closing) Init() tea.Cmd {
	if p.data.Busy {
		p.again = true
		return nil
	}
	desk, period := p.desk, p.period
	return p.data.Start(func() (c left, err error) {
		if c.agenda, err = desk.Agenda(period); err != nil {
			return c, err
		}
		c.agenda.Obstacles = slices.Concat(c.agenda.Units, c.agenda.Obstacles)
		c.units, err = desk.Units()
		return c, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Closing) Update(msg tea.Msg) tea.Cmd {
	on, _ := p.chosen()
	if cmd, mine := p.answered(msg); mine {
		return cmd
	}
	if p.data.Take(msg) {
		p.Resize(p.width, p.height) // the checklist may need other room
		p.arrange(on)
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
	if p.ending != nil {
		return p.write(k)
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
	return nil
}

// chosen is the obstacle under the cursor; false in an empty list.
func (p *Closing) chosen() (agenda.Obstacle, bool) {
	if i := p.table.Cursor(); i < len(p.rows) && p.rows[i].heading == "" {
		return p.obstacle(i), true
	}
	return agenda.Obstacle{}, false
}

// obstacle is the one in a line of the table that is no heading.
func (p *Closing) obstacle(row int) agenda.Obstacle {
	return p.data.Data.agenda.Obstacles[p.shown[p.rows[row].at]]
}

// arrange puts the obstacles in their order, the cursor on the one it was on.
func (p *Closing) arrange(on agenda.Obstacle) {
	list := p.data.Data.agenda.Obstacles
	p.sorted, p.who = make([]int, len(list)), make([]string, len(list))
	mine := make([]bool, len(list))
	for i, o := range list {
		p.sorted[i], p.who[i], mine[i] = i, p.actor(o), agenda.Mine(p.env.Me, o)
	}
	switch p.order {
	case byKind:
		slices.SortStableFunc(p.sorted, func(a, b int) int { return cmp.Compare(list[a].Kind, list[b].Kind) })
	case byActor:
		slices.SortStableFunc(p.sorted, func(a, b int) int {
			switch {
			case mine[a] != mine[b] && mine[a]:
				return -1
			case mine[a] != mine[b]:
				return 1
			}
			return cmp.Or(cmp.Compare(list[a].By, list[b].By), strings.Compare(p.who[a], p.who[b]))
		})
	}
	p.folded = nil
	p.table.SetNamesakes(namesakes(list))
	p.search()
	for i, r := range p.rows {
		if r.heading != "" {
			continue
		}
		if o := p.obstacle(i); o.Kind == on.Kind && o.Staff.Employee == on.Staff.Employee && o.Post == on.Post {
			p.table.MoveTo(i)
			break
		}
	}
}

// namesakes are those among the people of a list; one person may stand in the
// way more than once.
func namesakes(list []agenda.Obstacle) lang.Namesakes {
	var names []string
	met := map[model.EmployeeID]bool{}
	for _, o := range list {
		if !met[o.Staff.Employee] {
			met[o.Staff.Employee] = true
			names = append(names, o.Staff.Name)
		}
	}
	return lang.FindNamesakes(len(names), func(i int) string { return names[i] })
}

// search finds the obstacles in which every word of the filter stands.
func (p *Closing) search() {
	p.shown = p.sorted
	if hits, some := p.filter.Hits(p.fold); some {
		p.shown = make([]int, len(hits))
		for i, h := range hits {
			p.shown[i] = p.sorted[h]
		}
	}
	p.rows = p.rows[:0]
	for from := 0; from < len(p.shown); {
		to := len(p.shown)
		if p.order == byActor {
			who := p.who[p.shown[from]]
			for to = from + 1; to < len(p.shown) && p.who[p.shown[to]] == who; to++ {
			}
			p.rows = append(p.rows, row{heading: who + " (" + p.env.Text.Count(to-from) + ")"})
		}
		for ; from < to; from++ {
			p.rows = append(p.rows, row{at: from})
		}
	}
	p.table.SetLen(len(p.rows))
}

// fold makes the lines that are searched, once for each order.
func (p *Closing) fold() []string {
	if p.folded == nil {
		p.folded = make([]string, len(p.sorted))
		for i, at := range p.sorted {
			o := p.data.Data.agenda.Obstacles[at]
			p.folded[i] = strings.ToLower(strings.Join([]string{
				o.Staff.Name, string(o.Staff.Number), waits.Words{Texts: p.env.Text}.Obstacle(o), waits.Words{Texts: p.env.Text}.MustAct(o.By, ""), p.who[at], p.unit(o),
			}, "\n"))
		}
	}
	return p.folded
}

func (p *Closing) unit(o agenda.Obstacle) string { return p.data.Data.units[o.Unit].Name }

// Actions says what can be done with the list.
func (p *Closing) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Home
	switch {
	case p.ending != nil:
		return p.endingActions()
	case p.filter.Typing():
		return []nav.Action{
			{ID: "keep", Name: t.Keep, Binding: k.Enter, Main: true, Run: p.keep},
			{ID: "clear", Name: t.Clear, Binding: k.Esc, Main: true, Run: p.clear},
		}
	}
	none, here := "", ""
	if len(p.data.Data.agenda.Obstacles) == 0 {
		none = t.NothingToOpen
	}
	if len(p.shown) == 0 {
		here = t.NothingToOpen
	}
	list := []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: here, Main: true, Run: p.open},
		{ID: "filter", Name: k.Filter.Help().Desc, Binding: k.Filter, Why: none, Main: true, Run: p.startFilter},
		{ID: "order", Name: k.Order.Help().Desc, Binding: k.Order, Why: none, Main: true, Run: p.reorder},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: noPeriod(t, p.data.Data.agenda), Main: true, Run: p.choosePeriod},
		p.endAction(),
		coverageAction(p.env, p.data.Data.agenda.Period),
	}
	if p.filter.Words() != "" {
		list = append(list, nav.Action{ID: "clear", Name: t.Clear, Binding: k.Esc, Main: true, Run: p.clear})
	}
	return list
}

func (p *Closing) open() tea.Cmd {
	o, ok := p.chosen()
	if !ok {
		return nil
	}
	return nav.Open(placeOf(o, p.data.Data.agenda.Period))
}

func (p *Closing) startFilter() tea.Cmd {
	p.filter.Start()
	return nil
}

func (p *Closing) keep() tea.Cmd {
	p.filter.Keep()
	return nil
}

func (p *Closing) clear() tea.Cmd {
	on, _ := p.chosen()
	p.filter.Clear()
	p.arrange(on)
	return nil
}

// reorder goes through the orders: by who must act, by person, by obstacle.
func (p *Closing) reorder() tea.Cmd {
	on, _ := p.chosen()
	p.order = (p.order + 1) % orders
	p.lay()
	p.arrange(on)
	return nil
}

func (p *Closing) choosePeriod() tea.Cmd {
	a := p.data.Data.agenda
	return nav.ChoosePeriod(a.Periods, a.Period, func(to model.Period) tea.Cmd {
		p.period = to
		return p.Init()
	})
}

// Resize gives the page its room.
func (p *Closing) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, height-len(p.intro())-len(p.stages())-below)
}

// Title is the page's crumb.
func (p *Closing) Title() string {
	if !p.data.Have {
		return p.env.Text.Home.Title
	}
	return lang.Fill(p.env.Text.Home.Closing, "period", p.env.Text.Period(p.data.Data.agenda.Period))
}

// Kind is the page that it belongs to.
func (p *Closing) Kind() string { return p.env.Text.Home.Title }

// Typing says that letters go into the filter, or into the reason.
func (p *Closing) Typing() bool { return p.filter.Typing() || p.ending != nil }
