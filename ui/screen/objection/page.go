// Package objection is the page of the objections to one evaluation: what was filed,
// how many days are left, the explanation, the hearings, and the decision with the
// old and the new ratings; and the forms by which each of these is written.
package objection

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Keeper keeps what is said about an objection.
type Keeper interface {
	FileObjection(id model.PlanID, p model.Period, said objection.Objection, w model.Word) (objection.Objection, error)
	ExplainObjection(who model.EmployeeID, id objection.ID, text string, w model.Word) (objection.Objection, error)
	HearObjection(who model.EmployeeID, id objection.ID, h objection.Hearing) (objection.Objection, error)
	WithdrawObjection(who model.EmployeeID, id objection.ID, w model.Word) (objection.Objection, error)
	DecideObjection(who model.EmployeeID, id objection.ID, out objection.Outcome, to objection.Ratings, grounds string, w model.Word, rs rules.RuleSet) (objection.Objection, error)
}

// Reader is what the page reads.
type Reader interface {
	Evaluation(plan model.PlanID, p model.Period) (model.Evaluation, error)
	Plan(id model.PlanID) (model.Plan, error)
	Profile(id model.EmployeeID) (model.Profile, error)
	ObjectionsOf(who model.EmployeeID) ([]objection.Row, error)
}

// Desk is what the page and its forms read and do.
type Desk interface {
	Reader
	Keeper
	// Signs reports whether somebody can say a thing by their own PIN.
	Signs(employee model.EmployeeID) (voice.PIN, error)
	// Voiced is the desk on which a word is said as said says it.
	Voiced(said voice.Said) (Keeper, error)
}

// read is what one reading of the file brings.
type read struct {
	who  model.Employee
	eval model.Evaluation
	list []objection.Row // the newest first
}

func readAll(desk Reader, id model.PlanID, p model.Period) (r read, err error) {
	plan, err := desk.Plan(id)
	if err != nil {
		return r, err
	}
	profile, err := desk.Profile(plan.Employee)
	if err != nil {
		return r, err
	}
	r.who = profile.Employee
	if r.eval, err = desk.Evaluation(id, p); err != nil {
		return r, err
	}
	all, err := desk.ObjectionsOf(plan.Employee)
	r.list = objection.Of(all, id, p)
	return r, err
}

// Page is the objections to one evaluation.
type Page struct {
	env    nav.Env
	desk   Desk
	at     nav.Objection
	data   nav.Load[read]
	scroll pane.Scroll

	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk, at nav.Objection) *Page { return &Page{env: env, desk: desk, at: at} }

// Init reads the objections.
func (p *Page) Init() tea.Cmd {
	desk, at := p.desk, p.at
	return p.data.Start(func() (read, error) { return readAll(desk, at.Plan, at.Period) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.scroll.Read(p.env.Keys, k, len(p.lines()), p.height)
	}
	return nil
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Objection.Go
	act := func(id, name string, b key.Binding, verb model.Verb) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Why: p.cannot(verb), Main: true, Run: func() tea.Cmd {
			return nav.Open(nav.EditObjection{Plan: p.at.Plan, Period: p.at.Period, Do: verb})
		}}
	}
	next, file := act("enter", t.Decide, k.Enter, objection.VerbDecide), act("object", t.File, k.Object, objection.VerbFile)
	if next.Why != "" && file.Why == "" { // nothing to decide, and something to file
		next = act("enter", t.File, k.Enter, objection.VerbFile)
		file.Main = false
	}
	return []nav.Action{
		next,
		file,
		act("edit", t.Explain, k.Edit, objection.VerbExplain),
		act("note", t.Hear, k.Note, objection.VerbHear),
		act("undo", t.Withdraw, k.Undo, objection.VerbWithdraw),
		{ID: "detail", Name: t.Evaluation, Binding: k.Detail, Run: func() tea.Cmd {
			return nav.Open(nav.Evaluation{Plan: p.at.Plan, Period: p.at.Period})
		}},
		p.env.History(nav.Record{Plan: p.at.Plan, Period: p.at.Period}),
	}
}

// cannot says why a step cannot be taken by who works here, or by nobody now; ""
// where it can. Who was rated judges nothing about their own objection.
func (p *Page) cannot(verb model.Verb) string {
	r := &p.data.Data
	switch {
	case p.env.May(verb) != "", p.data.Have && p.env.Me.Employee == r.who.ID && access.Judges(verb):
		return p.env.Refusal()
	case !p.data.Have:
		return p.env.Text.Edit.Reading
	}
	return objecting.Cannot(p.env.Text, r.eval, r.list, verb)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the person's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Objection.Title
	}
	return lang.Inert(p.data.Data.who.FullName())
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Objection.Title }

// Crumb is the period.
func (p *Page) Crumb() string { return p.env.Text.Period(p.at.Period) }

// Place is where one comes back to.
func (p *Page) Place() nav.Route { return p.at }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
