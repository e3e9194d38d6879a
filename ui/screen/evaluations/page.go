// Package evaluations is the list that rates: everybody with a plan in a
// period, what the aid suggests, both ratings, the predicate and how far each
// has come. One letter gives a rating and goes on, from a person's results to their
// behaviour and from there to the next; what is selected is shared
// after one question.
package evaluations

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/ui/formpage/voicing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/picks"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads and changes.
type Desk interface {
	Board(p model.Period, unit model.UnitID) (model.Board, error)
	UnitResults(p model.Period) (unitresult.Results, error)
	Judge
	voicing.Opener[Judge]
	nav.Recaller
}

// Judge is what an evaluator does here.
type Judge interface {
	rating.Marker
	MoveAll(plans []model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) ([]model.Moved, error)
}

// Page is the list of a period.
type Page struct {
	env  nav.Env
	desk Desk
	unit model.UnitID

	data  nav.Load[*board.Board]
	board *board.Board // nil before the first reading
	lines []string     // what a filter is looked for in, of each of the people
	same  lang.Namesakes

	period model.Period     // 0: the newest in use
	wanted model.EmployeeID // where the cursor goes after the first reading
	order  board.Order
	filter grid.Line
	words  bool // the filter is being typed

	table         *table.Table
	col           int // column with the cursor
	width, height int

	pen      rating.Pen
	entry    computed.Entry // under a formula
	formula  bool           // everybody goes by one
	tally    []string       // how many have which predicate, in words
	queue    rating.Queue
	sending  nav.Sending[rating.Mark, model.Evaluation] // brings the queue into the file
	selected picks.Picks[model.PlanID]
	anchor   int // row where a range began; -1: none

	voice   voicing.Voicing[Judge]
	step    *rating.Step // the question before a step; nil: none
	moving  nav.Load[[]model.Moved]
	recalls nav.Recall
}

// New makes the page. unit bounds who is listed; "" is everybody.
func New(env nav.Env, desk Desk, route nav.Evaluations, unit model.UnitID) *Page {
	p := &Page{env: env, desk: desk, unit: unit, period: route.Period, wanted: route.Employee, col: colResults, anchor: -1,
		selected: picks.Picks[model.PlanID]{}, filter: grid.NewLine(route.Filter)}
	p.voice = voicing.Voicing[Judge]{Env: env, From: desk}
	p.pen.Look, p.recalls = p.look(), nav.Recall{Env: env, Desk: desk}
	p.sending = nav.Sending[rating.Mark, model.Evaluation]{
		Box: &p.queue, Refused: rating.Refused,
		Put: func(m rating.Mark) func() (model.Evaluation, error) { return m.Into(p.judge(m.Plan)) },
		Kept: func(e model.Evaluation) {
			p.recalls.Did()
			p.data.Forget()
			p.adopt(e)
		},
	}
	p.entry.Look, p.entry.List, p.formula = p.look(), true, env.Rules.File.Computes()
	if p.formula {
		p.col = colBehaviour
	}
	p.lay()
	return p
}

// lay makes the table for the room there is.
func (p *Page) lay() {
	p.table = table.New(p.env.Text, p.env.Styles, p.columns())
	p.table.SetPicked(p.picked)
	p.table.SetNamesakes(p.same)
	if p.board != nil {
		p.table.SetLen(len(p.board.Shown))
	}
}

func (p *Page) look() rating.Look {
	return rating.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}
}

// Init reads the board.
func (p *Page) Init() tea.Cmd {
	desk, period, unit, rs, me := p.desk, p.period, p.unit, p.env.Rules, p.env.Me
	return p.data.Start(func() (*board.Board, error) {
		raw, err := desk.Board(period, unit)
		if err != nil {
			return nil, err
		}
		b := board.Build(raw, rs, me)
		led, err := desk.UnitResults(b.Period)
		b.Lead(led)
		if u, ok := desk.(interface {
			Untold(model.Board, model.UnitID) ([]string, error)
		}); ok && err == nil {
			b.Untold, err = u.Untold(b.Board, unit)
		}
		return b, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.take()
		return nil
	case p.moving.Take(msg):
		return p.moved()
	}
	if cmd, ok := p.sending.Take(msg); ok {
		return cmd
	}
	if cmd, ok := p.voice.Update(msg); ok {
		return cmd
	}
	if changed, cmd, ok := p.recalls.Take(msg); ok {
		p.goTo(changed)
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return p.key(msg)
	}
	return nil
}

func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys
	switch {
	case p.step != nil:
		return p.answered(p.step.Press(k))
	case p.pen.Reasoning():
		p.pen.Edit(k)
		return nil
	case p.entry.Open():
		return p.enters(k)
	case p.words:
		p.typed(k)
		return nil
	case p.here() && computed.Starts(k):
		return p.value(&k)
	case p.pen.Stray(k):
		return nil
	case p.pen.Choosing() && key.Matches(k, keys.Left, keys.Right):
		by := -1 // the letters stand best first
		if key.Matches(k, keys.Left) {
			by = 1
		}
		p.pen.Turn(by)
		return nil
	case key.Matches(k, keys.Left, keys.BackTab):
		p.sideways(-1)
		return nil
	case key.Matches(k, keys.Right, keys.Tab):
		p.sideways(1)
		return nil
	case key.Matches(k, keys.Esc):
		return nav.Back
	}
	if p.table.Press(k, keys) && p.pen.Choosing() {
		p.choose()
	}
	return nil
}

// take puts what was read on screen: rows stand still, the cursor stays on the
// person it was on.
func (p *Page) take() {
	if p.data.Err != nil {
		return
	}
	old, now := p.board, p.data.Data
	plan := model.PlanID("")
	if i, ok := p.cursor(); ok {
		plan = p.board.People[i].Plan.ID
	}
	p.board, p.period = now, now.Period
	p.fold()
	p.settle()
	if old != nil && old.Period == now.Period {
		now.Follow(old)
	} else {
		now.Shown = now.Sorted(p.order, p.keep())
		p.selected, p.anchor = picks.Picks[model.PlanID]{}, -1
	}
	p.table.SetLen(len(now.Shown))
	for row, i := range now.Shown {
		person := now.People[i]
		if person.Plan.ID == plan || p.wanted != "" && person.Staff.Employee == p.wanted {
			p.table.MoveTo(row)
			break
		}
	}
	p.wanted = ""
	for id := range p.selected {
		if _, ok := now.At[id]; !ok {
			delete(p.selected, id)
		}
	}
	if p.pen.Choosing() {
		p.choose()
	}
}

// cursor is the person under the cursor, as a place among the people.
func (p *Page) cursor() (int, bool) {
	if p.board == nil || p.table.Cursor() >= len(p.board.Shown) {
		return 0, false
	}
	return p.board.Shown[p.table.Cursor()], true
}

// evaluation is somebody's evaluation as it is seen: with the ratings that are
// on their way.
func (p *Page) evaluation(i int) model.Evaluation {
	person := &p.board.People[i]
	e := p.queue.Over(person.Evaluation)
	if e.Result != person.Evaluation.Result || e.Behaviour != person.Evaluation.Behaviour {
		e.Predicate = person.By.Predicate(e.Result, e.Behaviour)
	}
	return computed.Seen(person, e)
}

// sideways moves to another column. An open choice goes to the other rating.
func (p *Page) sideways(by int) {
	if p.pen.Choosing() {
		p.col = colResults + colBehaviour - p.col
		p.choose()
		return
	}
	stops := []int{colName, colResults, colBehaviour, colState}
	if p.formula {
		stops = []int{colName, colBehaviour, colState}
	}
	at := slices.Index(stops, p.col) + by
	p.col = stops[max(0, min(at, len(stops)-1))]
}

// fold makes the lines that a filter is looked for in, and finds namesakes.
func (p *Page) fold() {
	p.same = lang.FindNamesakes(len(p.board.People), func(i int) string { return p.board.People[i].Staff.Name })
	p.table.SetNamesakes(p.same)
	p.lines, p.tally = computed.Sought(p.env.Text, p.board), computed.Tally(p.env.Text, p.board)
}

// keep says who fits the filter; nil is everybody. The name of a predicate is
// that one alone.
func (p *Page) keep() func(i int) bool {
	words := strings.Fields(strings.ToLower(p.filter.Text()))
	if len(words) == 0 {
		return nil
	}
	if has := computed.Named(p.env.Text, p.board, p.env.Rules.File, strings.Join(words, " ")); has != nil {
		return has // "Baik" is not "Sangat baik"
	}
	return func(i int) bool { return board.Has(p.lines[i], words) }
}

// arrange lists people anew, because a person asked for it; the cursor stays on
// whom it was on.
func (p *Page) arrange() {
	i, ok := p.cursor()
	p.anchor = -1
	p.board.Shown = p.board.Sorted(p.order, p.keep())
	p.table.SetLen(len(p.board.Shown))
	p.table.MoveTo(0)
	if ok {
		p.table.MoveTo(max(0, slices.Index(p.board.Shown, i)))
	}
}

// typed takes a key into the filter.
func (p *Page) typed(k tea.KeyMsg) {
	if p.filter.Edit(k) {
		p.arrange()
		return
	}
	p.table.Press(k, p.env.Keys)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	at := p.table.Cursor()
	p.lay()
	p.table.Resize(width, height-above-below)
	p.table.MoveTo(at)
}

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Evaluation.Title }

// Typing says that letters are text: of the filter, a reason, a form. An open
// choice is none: its letters are actions.
func (p *Page) Typing() bool {
	return p.words || p.entry.Open() || p.pen.Reasoning() || p.pen.Astray() || p.voice.Typing() || p.step != nil && p.step.Typing()
}

// Unsaved names ratings that are not in the file, and a reason half typed.
func (p *Page) Unsaved() string {
	if n := p.queue.Len(); n > 0 {
		stuck, _ := p.queue.Stuck()
		if stuck.Name == "" {
			stuck.Name = lang.None
		}
		return p.env.Text.Plural(p.env.Text.Evaluation.Unsaved, n, "name", lang.Inert(stuck.Name))
	}
	if what := p.pen.Waiting(); what != "" {
		return what
	}
	if p.pen.Written() != "" || p.entry.Dirty() || p.voice.Dirty() || p.step != nil && p.step.Dirty() {
		return p.env.Text.Evaluation.TextUnsaved
	}
	return ""
}

// Place is where the page is left: the period and the person.
func (p *Page) Place() nav.Route {
	r := nav.Evaluations{Period: p.period, Filter: p.filter.Text()}
	if i, ok := p.cursor(); ok {
		r.Employee = p.board.People[i].Staff.Employee
	}
	return r
}
