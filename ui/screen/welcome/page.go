// Package welcome is the first run: language, unit, who works here, period; then
// a list of staff from a file, or the sample. Going back loses nothing, and
// nothing is kept before the last answer but the language.
package welcome

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/menu"
)

// Desk is what this page reads and does.
type Desk interface {
	Units() (model.Units, error)
	// Begin keeps the unit and its head as one change.
	Begin(founding.Beginning) (model.Employee, error)
	// Keep writes one setting.
	Keep(key, value string) error
}

// The steps. The numbers stand in nav.Welcome.
const (
	stepLanguage = iota
	stepUnit
	stepWho
	stepPeriod
	stepNext
)

// begun is what the last answer brought.
type begun struct {
	me   model.EmployeeID
	said string // what could not be kept in the settings
	list bool   // a list of staff is taken next
}

// kept is what the choice of the language brought.
type kept struct {
	code   string
	sample bool
	said   string
}

// Page is the first run.
type Page struct {
	env  nav.Env
	desk Desk
	step int

	units   nav.Load[model.Units]
	keeping nav.Load[kept]
	saving  nav.Load[begun]

	codes         []string // of the languages, as the first list has them
	first         menu.Menu
	unit, who     *form.Form
	touched       bool   // the kind was chosen, and follows the name no more
	position      string // as it was proposed
	choice        menu.Menu
	periods       []model.Period
	next          menu.Menu
	inside        []model.UnitID // units that the file has, as the form lists them
	width, height int
}

// New makes the page where the route left it.
func New(env nav.Env, desk Desk, at nav.Welcome) *Page {
	p := &Page{env: env, desk: desk, step: at.Step, codes: lang.Languages()}
	p.languages()
	p.unit = form.New(p.look(), p.unitFields(at)...)
	p.touched = at.Unit != "" && at.Kind != founding.KindOf(at.Unit)
	p.who = form.New(p.look(), p.whoFields(at)...)
	p.propose()
	p.offerPeriods(at.Period)
	t := env.Text.Welcome
	p.next.SetItems(menu.Item{Label: t.TakeList, Note: t.TakeListNote}, menu.Item{Label: t.Later, Note: t.LaterNote})
	return p
}

func (p *Page) look() form.Look {
	return form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}
}

// languages lists for each language to begin, and to look at the sample, each
// in its own words; the cursor is on the one in use.
func (p *Page) languages() {
	var items []menu.Item
	at := 0
	for i, code := range p.codes {
		t, err := lang.Read(code)
		if err != nil { // the catalogue is part of the program
			t = p.env.Text
		}
		if code == p.env.Text.Code {
			at = 2 * i
		}
		items = append(items, menu.Item{Head: t.Welcome.Language, Label: t.Welcome.Begin, Note: t.Welcome.BeginNote},
			menu.Item{Label: t.Welcome.Sample, Note: t.Welcome.SampleNote})
	}
	p.first.SetItems(items...)
	p.first.MoveTo(at)
}

// Init reads which units the file has already.
func (p *Page) Init() tea.Cmd { return p.units.Start(p.desk.Units) }

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.units.Take(msg):
		p.offerUnits()
		return nil
	case p.keeping.Take(msg):
		return p.spoken()
	case p.saving.Take(msg):
		return p.done()
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok || p.saving.Busy || p.keeping.Busy {
		return nil
	}
	switch p.step {
	case stepLanguage:
		p.first.Press(k, p.env.Keys)
	case stepPeriod:
		p.choice.Press(k, p.env.Keys)
	case stepNext:
		p.next.Press(k, p.env.Keys)
	case stepUnit:
		return p.fill(p.unit, k)
	case stepWho:
		return p.fill(p.who, k)
	}
	if key.Matches(k, p.env.Keys.Esc) {
		return p.back()
	}
	return nil
}

// fill gives a key to the form of a step.
func (p *Page) fill(f *form.Form, k tea.KeyMsg) tea.Cmd {
	on := f.Focused()
	ask := f.Press(k)
	if ask == form.Changed && on == "kind" {
		p.touched = true
	}
	if f == p.unit && !p.touched {
		p.unit.Fill("kind", founding.KindOf(p.unit.Value("name")).String())
	}
	switch ask {
	case form.Submit:
		return p.forward()
	case form.Escape:
		return p.back()
	}
	return nil
}

// forward goes to the next question.
func (p *Page) forward() tea.Cmd {
	switch p.step {
	case stepLanguage:
		return p.speak()
	case stepUnit:
		p.propose()
	case stepNext:
		return p.begin()
	}
	p.step++
	return nil
}

// back goes to the question before, with its answer.
func (p *Page) back() tea.Cmd {
	if p.step == stepLanguage {
		return nav.Back
	}
	p.step--
	return nil
}

// speak keeps the language, and where it is another one opens the program in it.
func (p *Page) speak() tea.Cmd {
	i := p.first.Chosen()
	desk, text, code, sample := p.desk, p.env.Text, p.codes[i/2], i%2 == 1
	return p.keeping.Start(func() (kept, error) {
		k := kept{code: code, sample: sample}
		if err := desk.Keep("language", code); err != nil {
			k.said = lang.Fill(text.Welcome.NotKept, "why", text.Error(err))
		}
		return k, nil
	})
}

func (p *Page) spoken() tea.Cmd {
	k := p.keeping.Data
	if k.sample {
		return nav.Again(nav.AgainMsg{Language: k.code, Sample: true, Said: k.said})
	}
	if k.code != p.env.Text.Code {
		at := p.answers()
		at.Step = stepUnit
		return nav.Again(nav.AgainMsg{Language: k.code, First: at, Said: k.said})
	}
	p.step = stepUnit
	if k.said != "" {
		return nav.Say(k.said)
	}
	return nil
}

// begin keeps all that was answered.
func (p *Page) begin() tea.Cmd {
	desk, text, b, list := p.desk, p.env.Text, p.beginning(), p.next.Chosen() == 0
	return p.saving.Start(func() (begun, error) {
		e, err := desk.Begin(b)
		if err != nil {
			return begun{}, err
		}
		done := begun{me: e.ID, list: list}
		if err := desk.Keep("me", string(e.ID)); err != nil {
			done.said = lang.Fill(text.Welcome.NotKept, "why", text.Error(err))
		}
		return done, nil
	})
}

// done opens the program for who begins to work here.
func (p *Page) done() tea.Cmd {
	if err := p.saving.Err; err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	b := p.saving.Data
	again := nav.AgainMsg{Me: b.me, Said: b.said}
	if b.list {
		again.First = nav.Intake{Kind: "staff", Then: nav.Positions{Year: p.period().Year()}}
	}
	return nav.Again(again)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Welcome.Title }

// Typing says that letters go into a form.
func (p *Page) Typing() bool {
	switch p.step {
	case stepUnit:
		return p.unit.Typing()
	case stepWho:
		return p.who.Typing()
	}
	return false
}

// Unsaved names what was answered and would be lost.
func (p *Page) Unsaved() string {
	if p.unit.Dirty() || p.who.Dirty() {
		return p.env.Text.Welcome.Answers
	}
	return ""
}
