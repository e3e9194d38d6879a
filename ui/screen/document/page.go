// Package document is the page of the evaluation document (Dokumen Evaluasi Kinerja
// Pegawai) in every version, and the form by which a final evaluation gets a new one.
package document

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/document"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/lang/documenting"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/rating"
)

// Desk is what the page and its form read and do.
type Desk interface {
	Document(id model.PlanID, p model.Period) (document.Sheet, error)
	// Replace makes a new version.
	Replace(id model.PlanID, p model.Period, to objection.Ratings, w model.Word, rs rules.RuleSet) (model.Evaluation, error)
	// Move takes silence as agreement.
	Move(id model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) (model.Evaluation, error)
}

// Page is the document of one evaluation.
type Page struct {
	env    nav.Env
	desk   Desk
	at     nav.Document
	rule   string // by which silence is agreement; "": by none
	data   nav.Load[document.Sheet]
	deemed nav.Load[model.Evaluation]
	scroll pane.Scroll

	width, height int
}

// New makes the page. rule is the one by which silence is agreement, "" for none.
func New(env nav.Env, desk Desk, at nav.Document, rule string) *Page {
	return &Page{env: env, desk: desk, at: at, rule: rule}
}

// Init reads the document.
func (p *Page) Init() tea.Cmd {
	desk, at := p.desk, p.at
	return p.data.Start(func() (document.Sheet, error) { return desk.Document(at.Plan, at.Period) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		return nil
	case p.deemed.Take(msg):
		if err := p.deemed.Err; err != nil {
			return func() tea.Msg { return nav.FailMsg{Err: err} }
		}
		said := lang.Fill(p.env.Text.Document.Deemed, "name", p.Title())
		return tea.Batch(nav.Say(said), func() tea.Msg { return nav.ChangedMsg{} })
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

// version is the one on screen.
func (p *Page) version() document.Version { return p.data.Data.At(p.at.Version) }

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Document
	act := func(id, name string, b key.Binding, why string, main bool, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Why: why, Main: main, Run: run}
	}
	open := func(to nav.Route) func() tea.Cmd { return func() tea.Cmd { return nav.Open(to) } }
	older, newer := t.Why.OneVersion, t.Why.OneVersion
	if s := p.data.Data; p.data.Have && s.Versions() > 1 {
		older, newer = "", ""
		switch p.version().Number {
		case 1:
			older = t.Why.First
		case s.Versions():
			newer = t.Why.Newest
		}
	}
	many := p.data.Data.Versions() > 1
	return []nav.Action{
		act("replace", t.Go.Replace, k.Edit, p.cannotReplace(), true, open(nav.EditEdition{Plan: p.at.Plan, Period: p.at.Period})),
		act("previous", t.Go.Older, k.Previous, older, many, func() tea.Cmd { return p.turn(-1) }),
		act("next", t.Go.Newer, k.Next, newer, many, func() tea.Cmd { return p.turn(1) }),
		act("detail", t.Go.Evaluation, k.Detail, "", true, open(nav.Evaluation{Plan: p.at.Plan, Period: p.at.Period})),
		act("object", t.Go.Objections, k.Object, "", true, open(nav.Objection{Plan: p.at.Plan, Period: p.at.Period})),
		act("deem", t.Go.Deem, key.Binding{}, p.cannotDeem(), false, p.deem),
		p.env.History(nav.Record{Plan: p.at.Plan, Period: p.at.Period}),
	}
}

// turn shows the version before or after.
func (p *Page) turn(by int) tea.Cmd {
	p.at.Version = p.version().Number + by
	p.scroll.Reset()
	return nil
}

// cannotReplace says why there can be no new version; "" where there can.
func (p *Page) cannotReplace() string {
	e := p.data.Data.Now
	switch {
	case !p.data.Have:
		return p.env.Text.Edit.Reading
	case p.env.Me.Employee != "" && p.env.Me.Employee == e.Employee, p.env.May(edition.VerbOn(e)) != "":
		return p.env.Refusal()
	case e.State != model.Final:
		return p.env.Text.Document.Why.NotFinal
	}
	return ""
}

// cannotDeem says why silence is no agreement here; "" where it is.
func (p *Page) cannotDeem() string {
	e, w := p.data.Data.Now, p.env.Text.Document.Why
	last := board.ObjectUntil(e)
	switch {
	case !p.data.Have:
		return p.env.Text.Edit.Reading
	case p.env.May(model.VerbDeem) != "":
		return p.env.Refusal()
	case p.rule == "":
		return w.NoRule
	case e.State != model.Received || last == 0:
		return w.NotReceived
	case p.env.Today() <= last:
		return lang.Fill(w.Running, "date", p.env.Text.Date(last))
	}
	return ""
}

// deem asks before silence is taken as agreement: it names the rule and the day.
func (p *Page) deem() tea.Cmd {
	e, source := p.data.Data.Now, p.rule
	ask := lang.Fill(p.env.Text.Document.AskDeem, "name", p.Title(), "date", p.env.Text.Date(board.ObjectUntil(e)), "source", lang.Inert(source))
	desk, at, rs := p.desk, p.at, p.env.Rules.File
	return nav.Ask(ask, func() tea.Msg {
		return p.deemed.Start(func() (model.Evaluation, error) {
			return desk.Move(at.Plan, at.Period, model.DeemedAccepted, model.Word{Reason: source}, rs)
		})()
	})
}

// View draws the page in its room.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil:
		return strings.Join(pane.Wrap(p.env.Text.Error(p.data.Err), p.width), "\n")
	case !p.data.Have:
		return p.env.Text.Edit.Reading
	}
	return p.scroll.View(p.env.Text, p.env.Styles, p.lines(), p.width, p.height)
}

// lines are all of the document.
func (p *Page) lines() (list []string) {
	if !p.data.Have {
		return nil
	}
	t, s, sheet, v := p.env.Text, p.env.Styles, p.data.Data, p.version()
	shouts, lines := documenting.Banner(t, sheet, v)
	for _, x := range shouts {
		list = append(list, pane.Styled(s.Warning, x, p.width)...)
	}
	for _, x := range lines {
		list = append(list, pane.Styled(s.Text, x, p.width)...)
	}
	if len(list) == 0 {
		list = append(list, pane.Styled(s.Header, rating.State(t, v.Evaluation), p.width)...)
	}
	for _, b := range documenting.Blocks(t, sheet, v) {
		list = append(list, "")
		list = append(list, pane.Styled(s.Header, b.Head, p.width)...)
		wide := 0
		for _, x := range b.Pairs {
			wide = max(wide, ansi.StringWidth(x[0]))
		}
		for _, x := range b.Pairs {
			value := pane.Hang(x[1], p.width, 5+wide, 5+wide)
			value[0] = "   " + x[0] + strings.Repeat(" ", wide-ansi.StringWidth(x[0])+2) + strings.TrimLeft(value[0], " ")
			list = append(list, value...)
		}
		for _, x := range b.Lines {
			list = append(list, pane.Hang(x, p.width, 3, 5)...)
		}
	}
	return list
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the person's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Document.Title
	}
	return lang.Inert(p.data.Data.Person.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Document.Title }

// Crumb is the period, with the version where there are several.
func (p *Page) Crumb() string {
	crumb := p.env.Text.Period(p.at.Period)
	if p.data.Have && p.data.Data.Versions() > 1 {
		crumb += " · " + lang.Fill(p.env.Text.Document.Version, "version", p.version().Number)
	}
	return crumb
}

// Place is where one comes back to.
func (p *Page) Place() nav.Route { return p.at }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
