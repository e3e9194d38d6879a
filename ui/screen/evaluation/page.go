// Package evaluation is the page of one person's evaluation in one period: the
// aid with its working, the two ratings, the matrix with the reached cell, what
// would change the predicate, the notes on behaviour, and the next step with
// who has to take it.
package evaluation

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/correction"
	"kinerja/model/rules"
	"kinerja/ui/formpage/voicing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/nav"
	"kinerja/ui/widget/aside"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/valued"
)

// Reader is what this page reads.
type Reader interface {
	Board(p model.Period, unit model.UnitID) (model.Board, error)
	aside.Reader
	rating.OneReader
}

// Judge is what an evaluator does here.
type Judge interface {
	rating.Marker
	Annotate(plan model.PlanID, p model.Period, notes []model.ValueNote, note string) (model.Evaluation, error)
	MoveAll(plans []model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) ([]model.Moved, error)
}

// Desk is what this page may do to the file.
type Desk interface {
	Reader
	Judge
	Correct(plan model.PlanID, p model.Period, c correction.Order) (model.Evaluation, error)
	voicing.Opener[Judge]
	nav.Recaller
}

// read is what one reading of the file brings.
type read struct {
	rating.One
	list  []model.PlanID // everybody of the period, in the order of the list
	shown aside.Aside
}

// focus is what Enter acts on.
type focus int

const (
	onName focus = iota
	onResults
	onBehaviour
	onNext
	focuses
)

// Page is one person's evaluation.
type Page struct {
	env  nav.Env
	desk Desk
	unit model.UnitID

	plan   model.PlanID
	period model.Period // 0: the newest in use
	among  *nav.Among   // the list one came from
	data   nav.Load[read]
	fresh  bool // the focus is where the next thing is to be done

	focus   focus
	measure int  // line of the working; whole: the total
	why     bool // it is being asked why
	rates   bool // the choice was open when it was asked, and opens again
	scroll  pane.Scroll

	pen     rating.Pen
	entry   computed.Entry // under a formula
	queue   rating.Queue
	sending nav.Sending[rating.Mark, model.Evaluation] // brings the queue into the file
	voice   voicing.Voicing[Judge]
	step    *rating.Step
	moving  nav.Load[[]model.Moved]
	recalls nav.Recall

	noting   bool // the notes are open
	note     int  // which of them
	form     *form.Form
	keeping  nav.Load[model.Evaluation]
	redrafts string // a draft that came before the person did

	alone         bool // one person only is shown, to themselves
	width, height int
}

// New makes the page. unit bounds who is gone through with [ and ],
// where the route names no list.
func New(env nav.Env, desk Desk, route nav.Evaluation, unit model.UnitID) *Page {
	p := &Page{env: env, desk: desk, unit: unit, plan: route.Plan, period: route.Period, among: route.Among, why: route.Why, fresh: true}
	if p.entry.Look = p.look(); p.why {
		p.measure = whole
	}
	p.voice = voicing.Voicing[Judge]{Env: env, From: desk}
	p.pen.Look, p.recalls = p.look(), nav.Recall{Env: env, Desk: desk}
	p.sending = nav.Sending[rating.Mark, model.Evaluation]{
		Box: &p.queue, Refused: rating.Refused,
		Put: func(m rating.Mark) func() (model.Evaluation, error) { return m.Into(p.judge()) },
		Kept: func(e model.Evaluation) {
			p.recalls.Did()
			p.data.Forget()
			p.adopt(e)
		},
	}
	return p
}

func (p *Page) look() rating.Look {
	return rating.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}
}

// Init reads the person, and who stands before and after them.
func (p *Page) Init() tea.Cmd {
	desk, plan, period, unit, among, rs, me := p.desk, p.plan, p.period, p.unit, p.among, p.env.Rules, p.env.Me
	return p.data.Start(func() (r read, err error) {
		if r.One, err = rating.ReadOne(desk, plan, period, rs, me); err != nil {
			return r, err
		}
		if r.shown, err = aside.Read(desk, plan, r.Period); err != nil {
			return r, err
		}
		if among != nil && among.Period == r.Period && slices.Contains(among.Plans, plan) {
			r.list = among.Plans
			return r, nil
		}
		all, err := desk.Board(r.Period, unit)
		for _, row := range all.Rows {
			r.list = append(r.list, row.Plan.ID)
		}
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.take()
		return nil
	case p.keeping.Take(msg):
		return p.noted()
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
		p.fresh = p.fresh || changed != nil
		return cmd
	}
	switch msg := msg.(type) {
	case dropped:
		if msg.page == p {
			p.form = nil
		}
	case tea.KeyMsg:
		return p.key(msg)
	}
	return nil
}

func (p *Page) key(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys
	switch {
	case p.form != nil:
		return p.write(k)
	case p.step != nil:
		return p.answered(p.step.Press(k))
	case p.pen.Reasoning():
		p.pen.Edit(k)
		return nil
	case p.entry.Open():
		p.entry.Edit(k)
		return nil
	case p.noting:
		p.moveNote(k)
		return nil
	case p.computes() && computed.Starts(k):
		return p.number(&k)
	case p.pen.Stray(k):
	case p.pen.Choosing() && key.Matches(k, keys.Left):
		p.pen.Turn(1) // the letters stand best first
	case p.pen.Choosing() && key.Matches(k, keys.Right):
		p.pen.Turn(-1)
	case key.Matches(k, keys.Right, keys.Tab):
		p.sideways(1)
	case key.Matches(k, keys.Left, keys.BackTab):
		p.sideways(-1)
	case key.Matches(k, keys.Up):
		p.move(-1)
	case key.Matches(k, keys.Down):
		p.move(1)
	case key.Matches(k, keys.PageUp):
		p.scrollBy(-p.height + 1)
	case key.Matches(k, keys.PageDown):
		p.scrollBy(p.height - 1)
	case key.Matches(k, keys.Home):
		p.scroll.Reset()
		p.measure = p.least()
	case key.Matches(k, keys.End):
		p.scrollBy(len(p.body()))
	case key.Matches(k, keys.Esc):
		return nav.Back
	}
	return nil
}

// take settles what was read. On a first reading the focus goes to what is to
// be done next.
func (p *Page) take() {
	if p.data.Err != nil || p.data.Data.Plan != p.plan {
		return
	}
	p.period = p.data.Data.Period
	p.measure = max(p.least(), min(p.measure, len(p.data.Data.Person.Score.Steps)-1))
	p.why = p.why && len(p.data.Data.Person.Score.Steps) > 0
	if p.fresh {
		p.fresh = false
		p.focus = p.nextFocus()
	}
	if p.pen.Choosing() {
		p.pen.Choose(p.subject(), p.pen.Of())
	}
	if p.redrafts != "" {
		p.reopen()
	}
}

// nextFocus is where the next thing is done: a rating that is missing, else the
// next step.
func (p *Page) nextFocus() focus {
	switch e := p.evaluation(); {
	case e.LocksCard(), p.data.Data.Person.Own, p.computes() && (e.Computed.Present() || e.Result != model.NotRated):
		return onNext
	case p.computes():
		return onBehaviour
	case e.Result == model.NotRated:
		return onResults
	case e.Behaviour == model.NotRated:
		return onBehaviour
	}
	return onNext
}

// ready reports that the person who is meant is the one who was read.
func (p *Page) ready() bool {
	return p.data.Have && p.data.Data.Plan == p.plan && p.data.Data.Period == p.period
}

// evaluation is the evaluation as it is seen: with ratings that are on their way.
func (p *Page) evaluation() model.Evaluation {
	own := p.data.Data.Person.Evaluation
	e := p.queue.Over(own)
	if e.Result != own.Result || e.Behaviour != own.Behaviour {
		e.Predicate = p.data.Data.Person.By.Predicate(e.Result, e.Behaviour)
	}
	return computed.Seen(&p.data.Data.Person, e)
}

func (p *Page) subject() rating.Subject {
	r := &p.data.Data.Person
	return rating.Subject{Name: r.Staff.Name, Evaluation: p.evaluation(), Suggested: r.Suggested, Share: r.Score.Share, Rules: r.By}
}

// Resize gives the page its room. What is open stays in sight.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	if !p.pen.Shut() || p.entry.Open() {
		p.showFocus()
	}
}

// Title is the person's name.
func (p *Page) Title() string {
	if !p.ready() {
		return p.env.Text.Evaluation.Title
	}
	return lang.Inert(p.data.Data.Person.Staff.Name)
}

// About is whom one has come to with ].
func (p *Page) About() nav.Route { return nav.Evaluation{Plan: p.plan, Period: p.period} }

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Evaluation.Title }

// Crumb is the period, and which of how many.
func (p *Page) Crumb() string {
	if !p.ready() {
		return ""
	}
	t := p.env.Text
	crumb := span.With(t.Period(p.period), span.Of(t, p.data.Data.Person.Plan, p.period))
	if at := p.at(); at >= 0 && !p.alone {
		crumb += " · " + t.Count(at+1) + "/" + t.Count(len(p.data.Data.list))
	}
	return crumb
}

// Typing says that letters are text: of a reason, a note, a form. An open choice
// is none: its letters are actions.
func (p *Page) Typing() bool {
	return p.form != nil && p.form.Typing() || p.pen.Reasoning() || p.pen.Astray() || p.entry.Open() || p.voice.Typing() || p.step != nil && p.step.Typing()
}

// Unsaved names what would be lost.
func (p *Page) Unsaved() string {
	t := p.env.Text
	if n := p.queue.Len(); n > 0 {
		return t.Plural(t.Evaluation.Unsaved, n, "name", p.Title())
	}
	if what := p.pen.Waiting(); what != "" {
		return what
	}
	if p.pen.Written() != "" || p.entry.Dirty() || p.voice.Dirty() || p.form != nil && p.form.Dirty() || p.step != nil && p.step.Dirty() {
		return t.Evaluation.TextUnsaved
	}
	return ""
}

// Draft is a note that is being written.
func (p *Page) Draft() (name, text string) {
	name = strings.Join([]string{"evaluation", string(p.plan), p.period.String()}, "/")
	if p.form != nil && p.form.Dirty() {
		text = valued.Code(p.note) + "\n" + p.form.Value(fieldNote)
	}
	return name, text
}

// Redraft brings a note back that was being written.
func (p *Page) Redraft(text string) {
	p.redrafts = text
	if p.ready() {
		p.reopen()
	}
}
