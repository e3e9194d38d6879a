// Package instrument is the editor of one instrument: what it measures, with
// which weights, and a trial with values that are kept nowhere. What a plan was
// made from, and what the program brought along, is frozen: it is followed by a
// new version.
package instrument

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads and does.
type Desk interface {
	Choosable() ([]model.Instrument, error)
	AddInstrument(in model.Instrument) (model.Instrument, error)
}

// mode is what the page is doing.
type mode uint8

const (
	listing    mode = iota
	naming          // the form of the instrument itself
	indicating      // the form of one indicator
	trying          // the trial
)

// Page is the editor.
type Page struct {
	env  nav.Env
	desk Desk
	id   model.InstrumentID // "": a new one

	all    nav.Load[[]model.Instrument]
	saving nav.Load[model.Instrument]
	in     model.Instrument // as it is on screen
	fresh  bool             // not in the file yet

	mode  mode
	form  *form.Form
	which int // indicator in the form; len: a new one
	card  model.Card
	top   int // first line of the trial's working in sight

	table         *table.Table
	width, height int
}

// New makes the page.
func New(env nav.Env, desk Desk, route nav.Instrument) *Page {
	p := &Page{env: env, desk: desk, id: route.ID, fresh: route.ID == ""}
	p.table = table.New(env.Text, env.Styles, p.columns())
	return p
}

// Init reads the instruments: the one of the page, and those whose codes and
// versions are taken.
func (p *Page) Init() tea.Cmd { return p.all.Start(p.desk.Choosable) }

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.all.Take(msg):
		return p.take()
	case p.saving.Take(msg):
		return p.saved()
	}
	if yes, ok := msg.(keepMsg); ok && yes.page == p && !p.saving.Busy {
		return p.saving.Start(p.keep(yes.in))
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch {
	case p.mode == trying:
		return p.pressTrial(k)
	case p.form != nil:
		return p.pressForm(k)
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	}
	p.table.Press(k, p.env.Keys)
	return nil
}

// take shows what was read; a new instrument begins with its name.
func (p *Page) take() tea.Cmd {
	if p.all.Err != nil {
		return nil
	}
	if p.id == "" {
		if p.in.Code == "" && p.mode == listing {
			p.name()
		}
		return nil
	}
	for _, in := range p.all.Data {
		if in.ID == p.id {
			p.in, p.fresh = in, false
		}
	}
	p.table.SetLen(p.Len())
	return nil
}

// locked says why the instrument cannot be changed as it is.
func (p *Page) locked() bool { return !p.fresh && (p.in.Frozen || p.in.Ready()) }

// next is the version after the newest of this code.
func (p *Page) next() int {
	version := p.in.Version
	for _, in := range p.all.Data {
		if strings.EqualFold(in.Code, p.in.Code) {
			version = max(version, in.Version)
		}
	}
	return version + 1
}

// Actions says what can be done here and now.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Instrument
	switch {
	case p.mode == trying:
		return []nav.Action{{ID: "esc", Name: t.CloseTrial, Binding: k.Esc, Main: true}}
	case p.form != nil:
		return []nav.Action{
			{ID: "saved", Name: p.form.SaveName(), Binding: k.Saved, Main: true, Run: p.submit},
			{ID: "esc", Name: p.form.CancelName(), Binding: k.Esc, Main: true},
		}
	}
	empty := ""
	if p.Len() == 0 {
		empty = t.NoIndicator
	}
	if p.locked() {
		return []nav.Action{
			{ID: "edit", Name: lang.Fill(t.NewVersion, "n", p.next()), Binding: k.Edit, Main: true, Run: p.askVersion},
			{ID: "why", Name: t.Try, Binding: k.Why, Why: empty, Main: true, Run: p.try}, p.history(),
		}
	}
	return []nav.Action{
		{ID: "enter", Name: t.EditIndicator, Binding: k.Enter, Why: empty, Main: true, Run: p.edit},
		{ID: "edit", Name: t.EditIndicator, Binding: k.Edit, Why: empty, Run: p.edit},
		{ID: "add", Name: t.Add, Binding: k.Add, Main: true, Run: p.add},
		{ID: "remove", Name: t.Remove, Binding: k.Remove, Why: empty, Run: p.askRemove},
		{ID: "detail", Name: t.Rename, Binding: k.Detail, Main: true, Run: func() tea.Cmd { p.name(); return nil }},
		{ID: "why", Name: t.Try, Binding: k.Why, Why: empty, Main: true, Run: p.try}, p.history(),
	}
}

// history opens the record of this instrument, once it is in the file.
func (p *Page) history() nav.Action {
	a := p.env.History(nav.Record{Instrument: p.in.ID})
	if p.fresh {
		a.Why = p.env.Text.Record.NoChange
	}
	return a
}

// askVersion makes the next version after a question: plans go on with theirs.
func (p *Page) askVersion() tea.Cmd {
	return nav.Ask(lang.Fill(p.env.Text.Instrument.AskVersion, "version", p.in.Version, "next", p.next()),
		p.sure(p.in.NextVersion(p.next())))
}

// askRemove takes an indicator out after a question.
func (p *Page) askRemove() tea.Cmd {
	at := p.table.Cursor()
	rest := p.in
	rest.Indicators = append(append([]model.Indicator(nil), p.in.Indicators[:at]...), p.in.Indicators[at+1:]...)
	if len(rest.Indicators) == 0 {
		return nav.Say(p.env.Text.Instrument.LastIndicator)
	}
	return nav.Ask(lang.Fill(p.env.Text.Instrument.AskRemove, "code", lang.Inert(p.in.Indicators[at].Gauge.Code)),
		p.sure(rest))
}

// keep returns what saves an instrument, off the loop.
func (p *Page) keep(in model.Instrument) func() (model.Instrument, error) {
	desk := p.desk
	return func() (model.Instrument, error) { return desk.AddInstrument(in) }
}

// saved takes the instrument as it was kept.
func (p *Page) saved() tea.Cmd {
	if err := p.saving.Err; err != nil {
		return p.failed(err)
	}
	at, newer := p.which, p.saving.Data.Version > max(1, p.in.Version)
	p.in, p.id, p.fresh = p.saving.Data, p.saving.Data.ID, false
	p.mode, p.form = listing, nil
	p.table.SetLen(p.Len())
	p.table.MoveTo(min(at, max(0, p.Len()-1)))
	said := lang.Fill(p.env.Text.Instrument.Saved, "code", lang.Inert(p.in.Code), "version", p.in.Version)
	if left := model.Int(100) - p.in.Weights(); left != 0 {
		said += " " + p.remainder(left)
	}
	if newer {
		said += " " + lang.Fill(p.env.Text.Instrument.Moves, "version", p.in.Version)
	}
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
}

// keepMsg: a person agreed to keep an instrument so.
type keepMsg struct {
	page *Page
	in   model.Instrument
}

// sure returns the command of a yes. Only then is anything on its way: a no
// leaves the page free to save.
func (p *Page) sure(in model.Instrument) tea.Cmd {
	return func() tea.Msg { return keepMsg{p, in} }
}

// remainder says how far the weights are from 100.
func (p *Page) remainder(left model.Number) string {
	t := p.env.Text
	if left < 0 {
		return lang.Fill(t.Instrument.Over, "n", t.Number(-left))
	}
	return lang.Fill(t.Instrument.Left, "n", t.Number(left))
}

// Unsaved names what would be lost.
func (p *Page) Unsaved() string {
	switch {
	case p.form != nil && p.mode != trying && p.form.Dirty():
		return p.form.Unsaved()
	case p.fresh && p.in.Code != "":
		return lang.Fill(p.env.Text.Instrument.NotKept, "code", lang.Inert(p.in.Code))
	}
	return ""
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string {
	if p.in.Code == "" {
		return p.env.Text.Instrument.Title
	}
	return p.in.Code
}

// Kind is what the page is.
func (p *Page) Kind() string { return p.env.Text.Instruments.Title }

// Crumb is the version.
func (p *Page) Crumb() string {
	if p.in.Version == 0 {
		return ""
	}
	return lang.Fill(p.env.Text.Instrument.VersionIs, "n", strconv.Itoa(p.in.Version))
}

// Typing says that letters go into a form.
func (p *Page) Typing() bool { return p.form != nil && p.form.Typing() }
