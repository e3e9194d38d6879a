// Package skp is the page of one plan (SKP) as the official form has it: the
// planned results with the measures that tell of them, what the leader expects of
// behaviour, the annex, and the steps from draft to agreement. What is typed stays
// until it is saved or given up, over a power cut too.
package skp

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/planning"
	"kinerja/model/voice"
	"kinerja/ui/formpage/voicing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what the page reads and does.
type Desk interface {
	Reader
	WritePlan(id model.PlanID, edits ...planning.Edit) (model.Plan, error)
	Stepper
	voicing.Opener[Stepper]
	CopyPlans(orders ...planning.CopyOrder) ([]planning.Copied, []planning.Skip, error)
}

// Reader is what the page reads.
type Reader interface {
	PlanForm(id model.PlanID) (planning.Form, error)
	// Told lists what was shared of plans, and the periods from which what is agreed
	// upon anew may hold.
	Told(plans []model.PlanID) (told map[model.PlanID][]planning.Told, starts []model.Period, now model.Period, err error)
}

// Stepper takes the steps of plans.
type Stepper interface {
	StepPlans(o planning.StepOrder) (planning.Stepped, error)
}

// Page is one plan.
type Page struct {
	env  nav.Env
	desk Desk
	id   model.PlanID

	data   nav.Load[reading]
	saving nav.Load[done]
	lines  pane.Leads[item]
	copy   bool     // opened to be copied into the next year: asks once it is read
	put    *item    // what was added just now, until it is laid out
	open   *filling // nil: no form is open
	draft  string   // came back before the plan was there

	width, height int
}

// reading is what one reading of the file brings.
type reading struct {
	planning.Form
	starts []model.Period // from which what is agreed upon anew may hold
	told   []planning.Told
	pins   map[model.EmployeeID]voice.PIN // whose word can be their own PIN: the employee's, the evaluator's
}

// done is what a change came to.
type done struct {
	said string
	put  *item        // the thing that was added: the cursor goes to it
	open model.PlanID // the plan that was made, to go to
}

// New makes the page of one plan.
func New(env nav.Env, desk Desk, route nav.SKP) *Page {
	return &Page{env: env, desk: desk, id: route.Plan, copy: route.Copy}
}

// Init reads the plan.
func (p *Page) Init() tea.Cmd {
	desk, id := p.desk, p.id
	return p.data.Start(func() (r reading, err error) {
		if r.Form, err = desk.PlanForm(id); err != nil {
			return r, err
		}
		r.pins = map[model.EmployeeID]voice.PIN{}
		for _, who := range []model.EmployeeID{r.Plan.Employee, r.Post.Evaluator} {
			if r.pins[who], err = desk.Signs(who); err != nil {
				return r, err
			}
		}
		if len(r.Plan.Agreements) == 0 {
			return r, nil
		}
		told, starts, _, err := desk.Told([]model.PlanID{id})
		r.told, r.starts = told[id], starts
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.lay()
		p.put = nil
		p.reopen()
		if p.copy && p.data.Have {
			p.copy = false
			if why := p.whyNoCopyTo(); why != "" {
				return nav.Say(why)
			}
			return p.askCopyTo()
		}
		return nil
	case p.saving.Take(msg):
		return p.saved()
	case msg == tea.Msg(doMsg{p, planning.Submit}):
		return p.step(planning.StepOrder{Step: planning.Submit})
	case msg == tea.Msg(doMsg{p, "copy-to"}):
		return p.copyTo()
	case msg == tea.Msg(doMsg{p, "remove"}):
		return p.remove()
	case msg == tea.Msg(doMsg{p, "drop"}):
		p.open = nil
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if p.open != nil {
		return p.open.press(p, k)
	}
	if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.lines.Press(p.env.Keys, k, p.lines.Room(p.height))
	return nil
}

// doMsg is the yes to a question of this page.
type doMsg struct {
	page *Page
	what string
}

// Actions says what can be done with the plan.
func (p *Page) Actions() []nav.Action {
	if p.open != nil {
		return p.open.actions(p)
	}
	k, t := p.env.Keys, p.env.Text
	at := p.lines.Chosen()
	add := t.SKP.Page.AddOutcome
	if at.kind == onLine || at.kind == onPart {
		add = t.SKP.Page.AddLine
	}
	write := p.writes()
	if write == "" && !p.lines.InSight(p.lines.Room(p.height)) {
		write = t.SKP.Page.OutOfSight
	}
	gone := write
	if gone == "" && at.kind != onOutcome && at.kind != onLine {
		gone = t.SKP.Page.NothingToRemove
	}
	list := []nav.Action{
		{ID: "enter", Name: t.SKP.Page.Edit, Binding: k.Enter, Why: write, Run: p.edit},
		{ID: "edit", Name: t.SKP.Page.Edit, Binding: k.Edit, Why: write, Main: true, Run: p.edit},
		{ID: "add", Name: add, Binding: k.Add, Why: p.writes(), Main: true, Run: p.add},
		{ID: "share", Name: t.SKP.Page.Submit, Binding: k.Share, Why: p.whyNot(planning.Submit), Main: true, Run: p.submit},
		{ID: "remove", Name: t.SKP.Page.Remove, Binding: k.Remove, Why: gone, Run: p.askRemove},
	}
	for _, s := range p.menu() {
		list = append(list, nav.Action{ID: s.step, Name: s.name, Why: p.whyNot(s.step), Run: func() tea.Cmd { p.openStep(s.step); return nil }})
	}
	return append(list,
		nav.Action{ID: "detail", Name: t.SKP.Page.Matrix, Binding: k.Detail, Why: p.reading(), Main: true, Run: func() tea.Cmd { return nav.Open(nav.Matrix{Plan: p.id}) }},
		nav.Action{ID: "action", Name: t.Action.Open, Why: p.reading(), Run: func() tea.Cmd { return nav.Open(nav.ActionPlan{Plan: p.id}) }},
		nav.Action{ID: "targets", Name: t.SKP.Page.Targets, Why: p.reading(), Run: func() tea.Cmd { return nav.Open(nav.Plan{Plan: p.id}) }},
		nav.Action{ID: "approach", Name: t.SKP.Page.Approach[1-p.form().Plan.Outline.Approach], Why: p.writes(), Run: p.turn},
		nav.Action{ID: "copy", Name: lang.Fill(t.SKP.Page.Copy, "year", p.form().Plan.Year-1), Why: p.whyNoCopy(), Run: p.copyLast},
		nav.Action{ID: "copy-to", Name: lang.Fill(t.SKP.Page.CopyTo, "year", p.form().Plan.Year+1), Binding: k.Copy, Why: p.whyNoCopyTo(), Run: p.askCopyTo},
		p.env.History(nav.Record{Plan: p.id}),
	)
}

// stepName is a step with its name in the menu.
type stepName struct{ step, name string }

func (p *Page) menu() []stepName {
	w := p.env.Text.SKP.Page
	agree := w.Agree
	if planning.Open(p.form().Plan.State) {
		agree = w.AgreePaper
	}
	return []stepName{{planning.Agree, agree}, {planning.Return, w.Return}, {planning.Reopen, w.Revise}, {planning.Conclude, w.Close}}
}

func (p *Page) form() planning.Form { return p.data.Data.Form }

func (p *Page) reading() string {
	if !p.data.Have {
		return p.env.Text.Plan.Reading
	}
	return ""
}

// writes says why nothing can be written in the plan now.
func (p *Page) writes() string {
	switch {
	case !p.data.Have:
		return p.reading()
	case !planning.Open(p.form().Plan.State):
		return p.env.Text.Error(&planning.StateError{State: p.form().Plan.State})
	case !access.MayAnybody(p.env.Me, model.VerbOutlinePlan):
		return p.env.Text.Error(model.ErrNotAllowed)
	}
	return ""
}

// whyNot says why a step cannot be taken.
func (p *Page) whyNot(name string) string {
	if !p.data.Have {
		return p.reading()
	}
	plan := p.form().Plan
	step, ok := planning.StepOf(name, plan.State)
	switch {
	case !ok:
		return p.env.Text.Error(&planning.StateError{State: plan.State, Step: name})
	case !access.MayAnybody(p.env.Me, step.Verb):
		return p.env.Text.Error(model.ErrNotAllowed)
	case name == planning.Submit && len(planning.Lacks(plan)) > 0:
		return p.env.Text.Error(&planning.LackError{Lacks: planning.Lacks(plan)})
	}
	return ""
}

// whyNoCopy says why the plan of the year before cannot be copied over this one.
func (p *Page) whyNoCopy() string {
	if p.data.Have && (p.form().Plan.State != model.PlanDraft || len(p.form().Plan.Outline.Outcomes) > 0) {
		return p.env.Text.SKP.Page.NoCopy
	}
	return p.writes()
}

// write keeps edits, off the loop.
func (p *Page) write(said string, edits ...planning.Edit) tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	desk, id := p.desk, p.id
	had := things(p.form().Plan)
	return p.saving.Start(func() (done, error) {
		plan, err := desk.WritePlan(id, edits...)
		return done{said: said, put: added(had, plan)}, err
	})
}

// copyLast fills the draft from the plan of the same post for the year before.
func (p *Page) copyLast() tea.Cmd {
	f, desk := p.form(), p.desk
	said := lang.Fill(p.env.Text.SKP.Page.Copied, "year", f.Plan.Year-1)
	order := planning.CopyOrder{Plan: model.PlanOf(f.Plan.Post, f.Plan.Year-1), Year: f.Plan.Year}
	return p.saving.Start(func() (done, error) {
		_, _, err := desk.CopyPlans(order)
		return done{said: said}, err
	})
}

// turn changes between an approach in numbers and one in words.
func (p *Page) turn() tea.Cmd {
	other := 1 - p.form().Plan.Outline.Approach
	return p.write(p.env.Text.SKP.Approaches[other]+".", planning.Approached(other))
}

// saved says what was done; what was refused is said beside its field.
func (p *Page) saved() tea.Cmd {
	if err := p.saving.Err; err != nil {
		if p.open != nil && p.open.failed(p.env, err) {
			return nil
		}
		return nav.Fail(err)
	}
	p.open = nil
	did := p.saving.Data
	p.put = did.put
	list := []tea.Cmd{func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(did.said)}
	if did.open != "" {
		list = append(list, nav.Open(nav.SKP{Plan: did.open}))
	}
	return tea.Batch(list...)
}

func (p *Page) askRemove() tea.Cmd {
	return nav.Ask(lang.Fill(p.env.Text.SKP.Page.AskRemove, "what", ansi.Truncate(lang.Inert(p.lines.Chosen().text), 60, "…")), func() tea.Msg { return doMsg{p, "remove"} })
}

// remove takes away what the cursor is on.
func (p *Page) remove() tea.Cmd {
	at, t := p.lines.Chosen(), p.env.Text.SKP.Page
	if at.kind == onOutcome {
		return p.write(t.Removed, planning.RemoveOutcome(at.id))
	}
	return p.write(t.Removed, planning.PutLine(at.part, model.Line{ID: at.id}))
}

// View draws the page in its room.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(p.env.Text.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return p.env.Text.Plan.Reading
	case p.open != nil:
		return p.open.view(p.width, p.height)
	}
	return p.lines.View(p.env.Text, p.env.Styles, p.width, p.height)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	if p.data.Have {
		p.lay()
	}
}

// Title is whose plan it is.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Plan.Title
	}
	return lang.Inert(p.form().Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Plan.Title }

// Crumb is the year.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return strconv.Itoa(p.form().Plan.Year)
}

// Place comes back to the plan; what was asked once is not asked again.
func (p *Page) Place() nav.Route { return nav.SKP{Plan: p.id} }

// Typing says that letters go into a form.
func (p *Page) Typing() bool { return p.open != nil && p.open.form.Typing() }
