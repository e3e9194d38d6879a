// Package action is the page of what is planned and done for one plan in one
// period: the actions under the results and indicators that they serve, what came
// of them, and what shows it. The order is that of the official form: evidence is
// added to an action that stands there.
package action

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what the page reads and does.
type Desk interface {
	Actions(id model.PlanID, p model.Period) (action.Standing, error)
	ChangeActions(id model.PlanID, p model.Period, changes ...action.Change) (action.Sheet, error)
	// Check looks whether a piece of evidence is still what it was.
	Check(e action.Evidence) (action.Found, error)
}

// Page is one action plan.
type Page struct {
	env    nav.Env
	desk   Desk
	plan   model.PlanID
	period model.Period // 0: the newest in use

	data   nav.Load[action.Standing]
	saving nav.Load[string] // what was done, as a sentence
	check  nav.Load[map[model.ElementID]action.Found]
	lines  pane.Leads[item]
	seen   map[model.ElementID]bool // the actions and evidence that stood there last

	width, height int
}

// New makes the page of one action plan.
func New(env nav.Env, desk Desk, route nav.ActionPlan) *Page {
	return &Page{env: env, desk: desk, plan: route.Plan, period: route.Period}
}

// Init reads the action plan.
func (p *Page) Init() tea.Cmd {
	desk, plan, period := p.desk, p.plan, p.period
	return p.data.Start(func() (action.Standing, error) { return desk.Actions(plan, period) })
}

// removeMsg is the yes to the question before something is removed.
type removeMsg struct{ page *Page }

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		if p.data.Err == nil {
			p.period = p.sheet().Period
			p.lay()
		}
		return nil
	case p.check.Take(msg):
		return p.checked()
	case p.saving.Take(msg):
		if p.saving.Err != nil {
			return nav.Fail(p.saving.Err)
		}
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(p.saving.Data))
	case msg == tea.Msg(removeMsg{p}):
		return p.remove()
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	if key.Matches(k, p.env.Keys.Esc) {
		return nav.Back
	}
	p.lines.Press(p.env.Keys, k, p.lines.Room(p.height))
	return nil
}

func (p *Page) sheet() action.Sheet { return p.data.Data.Sheet }

// Actions says what can be done with what the cursor is on.
func (p *Page) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Action.Page
	at, locked := p.lines.Chosen(), p.locked()
	because := func(here bool, why string) string {
		if locked == "" && !here {
			return why
		}
		return locked
	}
	onLine := at.line != ""
	plan := nav.Action{ID: "plan-action", Name: w.AddAction, Why: locked, Run: p.open(nav.EditAction{Outcome: at.outcome, Measure: at.measure})}
	proof := nav.Action{ID: "evidence", Name: w.AddEvidence, Why: because(onLine, w.FirstAction), Run: p.open(nav.EditAction{For: nav.ForEvidence, Action: at.line})}
	realise := nav.Action{ID: "realise", Name: w.Realise, Why: because(onLine, w.NothingRealised), Run: p.open(nav.EditAction{For: nav.ForRealised, Action: at.line})}
	edit := nav.Action{ID: "edit", Name: w.EditAction, Binding: k.Edit, Why: because(onLine, w.NothingHere), Main: true, Run: p.open(nav.EditAction{Action: at.line})}
	if at.piece != "" {
		edit.Name, edit.Run = w.EditEvidence, p.open(nav.EditAction{For: nav.ForEvidence, Action: at.line, Evidence: at.piece})
	}
	// a adds what belongs to what the cursor is on; Enter does the next thing there.
	enter := plan
	switch {
	case at.piece != "":
		enter, proof.Binding, proof.Main = edit, k.Add, true
	case onLine:
		enter, proof.Binding, proof.Main = realise, k.Add, true
	default:
		plan.Binding, plan.Main = k.Add, true
	}
	enter.ID, enter.Binding, enter.Main = "enter", k.Enter, onLine && at.piece == "" // else another key says the same
	period := nav.Action{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: p.onePeriod(), Main: true, Run: p.choosePeriod}
	list := []nav.Action{enter, edit, proof, plan, realise,
		{ID: "remove", Name: w.Remove, Binding: k.Remove, Why: because(onLine, w.NothingHere), Main: true, Run: p.askRemove}, period,
		{ID: "check", Name: w.Check, Why: p.noFiles(), Run: p.look},
		{ID: "evaluation", Name: p.env.Text.Person.OpenEvaluation, Why: p.reading(), Run: func() tea.Cmd { return nav.Open(nav.Evaluation{Plan: p.plan, Period: p.period}) }},
		{ID: "plan", Name: p.env.Text.SKP.Page.OpenForm, Why: p.reading(), Run: func() tea.Cmd { return nav.Open(nav.SKP{Plan: p.plan}) }},
		p.env.History(nav.Record{Plan: p.plan, Period: p.period}),
	}
	if !onLine {
		list[2], list[3] = plan, proof
	}
	return list
}

// open goes to a form of this action plan.
func (p *Page) open(to nav.EditAction) func() tea.Cmd {
	to.Plan, to.Period = p.plan, p.period
	return func() tea.Cmd { return nav.Open(to) }
}

func (p *Page) reading() string {
	if !p.data.Have {
		return p.env.Text.Action.Page.Reading
	}
	return ""
}

// locked says why nothing can be written.
func (p *Page) locked() string {
	switch {
	case !p.data.Have:
		return p.reading()
	case p.data.Data.Lock != nil:
		return p.env.Text.Error(p.data.Data.Lock)
	}
	return ""
}

// periods are those of the plan's year, as long as the one that is shown: what is
// to be done is planned for those that come, too.
func (p *Page) periods() (list []model.Period) {
	for n := 1; ; n++ {
		next, err := model.NewPeriod(p.period.Kind(), p.data.Data.Plan.Year, n)
		if err != nil {
			return list
		}
		list = append(list, next)
	}
}

func (p *Page) onePeriod() string {
	if p.data.Have && len(p.periods()) < 2 {
		return p.env.Text.Action.Page.OnlyOne
	}
	return p.reading()
}

func (p *Page) choosePeriod() tea.Cmd {
	return nav.ChoosePeriod(p.periods(), p.period, func(to model.Period) tea.Cmd {
		p.period = to
		return p.Init()
	})
}

// askRemove asks before something goes; an action takes its evidence with it.
func (p *Page) askRemove() tea.Cmd {
	t, at := p.env.Text, p.lines.Chosen()
	a, _ := p.sheet().Action(at.line)
	text, what := t.Action.Page.AskRemove, a.Text
	for _, e := range a.Evidence {
		if e.ID == at.piece {
			what = e.Name
		}
	}
	if at.piece == "" && len(a.Evidence) > 0 {
		text = t.Action.Page.AskRemoveAll
	}
	question := lang.Fill(text, "what", ansi.Truncate(lang.Inert(what), 50, "…"), "n", t.Plural(t.Action.Pieces, len(a.Evidence)))
	return nav.Ask(question, func() tea.Msg { return removeMsg{p} })
}

func (p *Page) remove() tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	at := p.lines.Chosen()
	change := action.Remove(at.line)
	if at.piece != "" {
		change = action.Withdraw(at.piece)
	}
	desk, plan, period, said := p.desk, p.plan, p.period, p.env.Text.Action.Page.Removed
	return p.saving.Start(func() (string, error) {
		_, err := desk.ChangeActions(plan, period, change)
		return said, err
	})
}

// noFiles says why there is nothing to look at.
func (p *Page) noFiles() string {
	if len(p.files()) == 0 {
		return p.env.Text.Action.Page.NoFiles
	}
	return ""
}

// files are the pieces of evidence that are files.
func (p *Page) files() (list []action.Evidence) {
	for _, a := range p.sheet().Actions {
		for _, e := range a.Evidence {
			if e.IsFile() {
				list = append(list, e)
			}
		}
	}
	return list
}

// look looks at every file, off the loop: is it still what it was?
func (p *Page) look() tea.Cmd {
	desk, files := p.desk, p.files()
	return p.check.Start(func() (map[model.ElementID]action.Found, error) {
		found := map[model.ElementID]action.Found{}
		for _, e := range files {
			f, err := desk.Check(e)
			if err != nil {
				return nil, err
			}
			found[e.ID] = f
		}
		return found, nil
	})
}

// checked shows beside each file what became of it, and how many are still the
// same.
func (p *Page) checked() tea.Cmd {
	if p.check.Err != nil {
		return nav.Fail(p.check.Err)
	}
	p.lay()
	same := 0
	for _, f := range p.check.Data {
		if f == action.Same {
			same++
		}
	}
	t := p.env.Text
	return nav.Say(lang.Fill(t.Action.Page.CheckedAll, "same", t.Count(same), "n", t.Count(len(p.check.Data))))
}

// View draws the page in its room.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(p.env.Text.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return p.reading()
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

// Title is whose action plan it is.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Action.Title
	}
	return lang.Inert(p.data.Data.Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Action.Title }

// Crumb is the period.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return p.env.Text.Period(p.period)
}

// Typing says that letters are actions here.
func (p *Page) Typing() bool { return false }
