package results

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
)

// held is a value outside its plausible range that waits for a reason.
type held struct {
	ask    grid.Ask
	person int
	m      model.Measure
	entry  model.Entry
}

// ask does what a key means to the grid.
func (p *Page) ask(k tea.KeyMsg, a grid.Ask) tea.Cmd {
	switch a.Kind {
	case grid.Begin:
		if why := p.refusal(); why != "" {
			return nav.Say(why)
		}
		p.grid.Begin(a)
		p.guess()
	case grid.Typed:
		p.fault = ""
		p.guess()
	case grid.Leave:
		return p.leave(a)
	case grid.Escaped:
		p.fault, p.preview = "", nil
	case grid.Clear:
		return p.clear()
	case grid.Block:
		return nav.Say(p.env.Text.Results.Block)
	case grid.Unknown:
		if key.Matches(k, p.env.Keys.Esc) {
			return nav.Back
		}
	}
	return nil
}

// refusal says why the value under the cursor cannot be typed; "" when it can.
func (p *Page) refusal() string {
	t := p.env.Text
	i, c, ok := p.cursor()
	if !ok {
		return t.Results.NobodyHere
	}
	if p.period != p.sheet.Period || p.instrument != p.sheet.Instrument.ID {
		return t.Results.Reading // another sheet is on its way
	}
	if !p.mayEnter() {
		return t.Error(model.ErrNotAllowed)
	}
	who := p.sheet.People[i]
	if (model.Evaluation{State: who.State}).LocksCard() {
		return lang.Fill(t.Results.LockedWhy, "name", p.name(i), "state", t.State(who.State))
	}
	if _, ok := p.sheet.Measure(i, c); !ok {
		return lang.Fill(t.Results.NotInPlan, "name", p.name(i), "code", p.code(c))
	}
	return ""
}

// mayEnter reports whether this person may enter results of anybody; whose,
// the file decides.
func (p *Page) mayEnter() bool {
	for rel := model.RelNone; rel <= model.RelUnit; rel++ {
		if model.May(p.env.Me, model.VerbEnter, rel) {
			return true
		}
	}
	return false
}

// parse reads what is being typed as the entry it would be.
func (p *Page) parse(text string) (model.Entry, error) {
	i, c, ok := p.cursor()
	if !ok {
		return model.Entry{}, model.ErrNotFound
	}
	e := p.sheet.Entry(i, c)
	m, _ := p.sheet.Measure(i, c)
	e.Measure = m.ID
	var err error
	e.Actual, e.Num, e.Den, err = model.ParseEntry(whole(text), p.env.Text.Decimal())
	return e, err
}

// whole puts the zero before a number that begins with its decimal sign.
func whole(text string) string {
	text = strings.TrimSpace(text)
	rest, minus := strings.CutPrefix(text, "-")
	if !strings.HasPrefix(rest, ",") && !strings.HasPrefix(rest, ".") {
		return text
	}
	if minus {
		return "-0" + rest
	}
	return "0" + rest
}

// guess scores the person under the cursor with what is being typed. Text that
// is not a number yet leaves the score as it was.
func (p *Page) guess() {
	p.preview = nil
	i, _, ok := p.cursor()
	if !ok || !p.grid.Typing() {
		return
	}
	e, err := p.parse(p.grid.Text())
	if err != nil {
		return
	}
	who := p.sheet.People[i]
	who.Score = sheet.Scored(who.Card.With(e), who.Plan, p.env.Rules)
	p.preview = &who
}

// leave takes what was typed. What is no value stays in its cell, with the
// reason beside it; what is outside the plausible range is asked why.
func (p *Page) leave(a grid.Ask) tea.Cmd {
	t := p.env.Text
	e, err := p.parse(a.Text)
	if err != nil {
		p.fault = lang.Fill(t.Results.Invalid, "text", lang.Inert(a.Text), "why", t.Why(err))
		return nil
	}
	i, c, _ := p.cursor()
	m, _ := p.sheet.Measure(i, c)
	was := p.sheet.Entry(i, c)
	n, present := e.Actual.Get()
	switch {
	case same(e, was):
	case present && !m.Gauge.Plausible(n):
		e.Reason = ""
		p.held = held{ask: a, person: i, m: m, entry: e}
		p.mode, p.line = reasoning, grid.Line{}
		return nil
	default:
		e.Reason = ""
		p.enter(i, m, e)
	}
	p.fault, p.preview = "", nil
	p.grid.Accept(a)
	return nil
}

// release keeps the value that waits, with the reason typed so far, if any.
func (p *Page) release() tea.Cmd { return p.reasoned(p.line.Text()) }

func (p *Page) reasoned(reason string) tea.Cmd {
	h := p.held
	h.entry.Reason = reason
	p.mode, p.held, p.line = entering, held{}, grid.Line{}
	p.fault, p.preview = "", nil
	p.enter(h.person, h.m, h.entry)
	p.grid.Accept(h.ask)
	return nil
}

// clear takes the value under the cursor away.
func (p *Page) clear() tea.Cmd {
	if why := p.refusal(); why != "" {
		return nav.Say(why)
	}
	i, c, _ := p.cursor()
	was := p.sheet.Entry(i, c)
	if !was.Actual.Present() {
		return nil
	}
	m, _ := p.sheet.Measure(i, c)
	e := was
	e.Measure, e.Reason = m.ID, ""
	e.Actual, e.Num, e.Den = model.Amount{}, model.Amount{}, model.Amount{}
	p.enter(i, m, e)
	return nil
}
