// Package assessment is the page of how somebody sees their own work in a period
// (penilaian diri): for the person what they wrote, until it is handed in and
// after; for both, once both are in, their own side beside the evaluator's, row by
// row, for the talk. Until then nobody but the person sees a word of it: the page
// shows what the file gives it, and asks for no more.
package assessment

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/lang/assess"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
)

// Desk is what the page and its forms read and do.
type Desk interface {
	Assessment(id model.PlanID, p model.Period) (assessment.Standing, error)
	WriteAssessment(id model.PlanID, p model.Period, c assessment.Content) error
	SubmitAssessment(id model.PlanID, p model.Period) error
	ReopenAssessment(id model.PlanID, p model.Period) error
	RecordAssessment(id model.PlanID, p model.Period, c assessment.Content, document string, on model.Date) error
}

// read is what one reading of the file brings.
type read struct {
	assessment.Standing
	rows []assessment.Row
}

// Page is one self-assessment.
type Page struct {
	env    nav.Env
	desk   Desk
	plan   model.PlanID
	period model.Period // 0: the newest in use

	data   nav.Load[read]
	saving nav.Load[string] // what was done, as a sentence
	scroll pane.Scroll
	alone  bool // shown by the evaluator to the person it is about

	width, height int
}

// New makes the page of one self-assessment.
func New(env nav.Env, desk Desk, route nav.SelfView) *Page {
	return &Page{env: env, desk: desk, plan: route.Plan, period: route.Period}
}

// Init reads the assessment, and what the results suggest beside it.
func (p *Page) Init() tea.Cmd {
	desk, plan, period, book := p.desk, p.plan, p.period, p.env.Rules
	return p.data.Start(func() (r read, err error) {
		if r.Standing, err = desk.Assessment(plan, period); err != nil {
			return r, err
		}
		s, rs, err := score.StandingIn(book, r.Staff.Kind, r.Evaluation, r.Card, r.Plan)
		if err == nil {
			r.rows = r.Rows(s, rs)
		}
		return r, err
	})
}

// doMsg is the yes to a question.
type doMsg struct {
	page   *Page
	submit bool
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		if p.data.Err == nil {
			p.plan, p.period = p.st().Assessment.Plan, p.st().Assessment.Period
		}
		return nil
	case p.saving.Take(msg):
		if p.saving.Err != nil {
			return nav.Fail(assess.Error(p.env.Text, p.saving.Err, p.st().Own))
		}
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(p.saving.Data))
	case msg == tea.Msg(doMsg{p, true}):
		return p.run(p.env.Text.Assessment.Page.Submitted, p.desk.SubmitAssessment)
	case msg == tea.Msg(doMsg{p, false}):
		return p.run(p.env.Text.Assessment.Page.Reopened, p.desk.ReopenAssessment)
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	lines := len(p.lines())
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc):
		return nav.Back
	case key.Matches(k, keys.Up):
		p.scroll.By(-1, lines, p.height)
	case key.Matches(k, keys.Down):
		p.scroll.By(1, lines, p.height)
	case key.Matches(k, keys.Home):
		p.scroll.Reset()
	case key.Matches(k, keys.End):
		p.scroll.By(lines, lines, p.height)
	default:
		p.scroll.Press(keys, k, lines, p.height)
	}
	return nil
}

func (p *Page) st() assessment.Standing { return p.data.Data.Standing }

// run does one step and says so.
func (p *Page) run(said string, do func(model.PlanID, model.Period) error) tea.Cmd {
	plan, period := p.plan, p.period
	return p.saving.Start(func() (string, error) { return said, do(plan, period) })
}

// Actions says what can be done here: for the person to write and hand in, for
// others to type a paper form.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	w, st := t.Assessment.Page, p.st()
	edit := nav.Action{ID: "edit", Name: w.Write, Binding: k.Edit, Why: p.because(st.Write), Main: true, Run: p.open(false)}
	submit := nav.Action{ID: "share", Name: w.Submit, Binding: k.Share, Why: p.unready(), Main: true, Run: p.ask(w.AskSubmit, true)}
	reopen := nav.Action{ID: "reopen", Name: w.Reopen, Why: p.because(st.Reopen), Run: p.ask(w.AskReopen, false)}
	record := nav.Action{ID: "record", Name: w.Record, Why: p.because(st.Record), Run: p.open(true)}
	if p.data.Have && !st.Own {
		record.Binding, record.Main, edit.Binding, edit.Main, submit.Main = k.Edit, true, key.Binding{}, false, false
	}
	if st.Own && st.Handed {
		edit.Main, submit.Main = false, false
	}
	return []nav.Action{
		edit, submit, record, reopen,
		{ID: "evaluation", Name: t.Person.OpenEvaluation, Binding: k.Enter, Why: p.reading(), Main: true, Run: func() tea.Cmd { return nav.Open(nav.Evaluation{Plan: p.plan, Period: p.period}) }},
		{ID: "feedback", Name: k.Feedback.Help().Desc, Binding: k.Feedback, Why: p.reading(), Main: true, Run: func() tea.Cmd { return nav.Open(nav.Feedback{Employee: st.Staff.Employee, Period: p.period}) }},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: p.onePeriod(), Main: true, Run: p.choosePeriod},
		p.env.History(nav.Record{Plan: p.plan, Period: p.period}),
	}
}

// open goes to a form of this assessment.
func (p *Page) open(record bool) func() tea.Cmd {
	return func() tea.Cmd {
		return nav.Open(nav.EditSelfView{Plan: p.plan, Period: p.period, Record: record})
	}
}

func (p *Page) ask(question string, submit bool) func() tea.Cmd {
	return func() tea.Cmd { return nav.Ask(question, func() tea.Msg { return doMsg{p, submit} }) }
}

func (p *Page) reading() string {
	if !p.data.Have {
		return p.env.Text.Assessment.Page.Reading
	}
	return ""
}

// because says why something cannot be done.
func (p *Page) because(err error) string {
	if !p.data.Have || err == nil {
		return p.reading()
	}
	return p.env.Text.Error(assess.Error(p.env.Text, err, p.st().Own))
}

// unready says why it cannot be handed in yet.
func (p *Page) unready() string {
	c := p.st().Assessment.Content
	if why := p.because(p.st().Write); why != "" {
		return why
	}
	if missing := assess.Missing(p.env.Text, c); missing != "" {
		return lang.Fill(p.env.Text.Assessment.Page.Unready, "missing", missing, "key", p.env.Keys.Edit.Help().Key)
	}
	return ""
}

// periods are those of the plan's year, as long as the one that is shown.
func (p *Page) periods() (list []model.Period) {
	for n := 1; ; n++ {
		next, err := model.NewPeriod(p.period.Kind(), p.st().Plan.Year, n)
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
		p.scroll.Reset()
		return p.Init()
	})
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is whose self-assessment it is.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Assessment.Title
	}
	return lang.Inert(p.st().Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Assessment.Title }

// Crumb is the period.
func (p *Page) Crumb() string {
	if !p.data.Have {
		return ""
	}
	return p.env.Text.Period(p.period)
}

// Place is this assessment.
func (p *Page) Place() nav.Route { return nav.SelfView{Plan: p.plan, Period: p.period} }

// Typing says that letters are actions here.
func (p *Page) Typing() bool { return false }

// ShowAlone shows it to the person it is about: the evaluator's side is left out
// until it is shared.
func (p *Page) ShowAlone(on bool) { p.alone = on }
