package results

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/worksheet"
)

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
		return p.paste(a.Text)
	case grid.Unknown:
		if key.Matches(k, p.env.Keys.Esc) {
			return nav.Back
		}
	}
	return nil
}

// closed says why nothing can be entered on this sheet now; "" when it can.
func (p *Page) closed() string {
	t := p.env.Text
	switch _, _, ok := p.cursor(); {
	case !ok:
		return t.Results.NobodyHere
	case p.period != p.sheet.Period || p.instrument != p.sheet.Instrument.ID:
		return t.Results.Reading // another sheet is on its way
	case p.sheet.Closed != nil:
		return t.Error(p.sheet.Closed)
	case !access.MayAnybody(p.env.Me, model.VerbEnter): // whose, the file decides
		return t.Error(model.ErrNotAllowed)
	}
	return ""
}

// refusal says why the value under the cursor cannot be typed; "" when it can.
func (p *Page) refusal() string {
	if why := p.closed(); why != "" {
		return why
	}
	i, c, _ := p.cursor()
	return p.source().Refusal(i, c)
}

// parse reads what is being typed as the entry it would be.
func (p *Page) parse(text string) (model.Entry, error) {
	i, c, ok := p.cursor()
	if !ok {
		return model.Entry{}, model.ErrNotFound
	}
	return p.source().Parse(i, c, text)
}

// guess scores the person under the cursor with what is being typed. Text that
// is not a number yet leaves the score as it was.
func (p *Page) guess() {
	p.preview = nil
	i, _, ok := p.cursor()
	if !ok || !p.grid.Typing() || p.pasted.Open() {
		return
	}
	if e, err := p.parse(p.grid.Text()); err == nil {
		p.preview = p.source().With(i, e)
	}
}

// typed is what is being typed as an entry of its cell; what is no value stays
// in its cell, with the reason beside it.
func (p *Page) typed(text string) (e model.Entry, ok bool) {
	t := p.env.Text
	e, err := p.parse(text)
	if err != nil {
		p.fault = lang.Fill(t.Results.Invalid, "text", lang.Inert(text), "why", t.Why(err))
	}
	return e, err == nil
}

// leave takes what was typed. What is outside the plausible range is asked why.
func (p *Page) leave(a grid.Ask) tea.Cmd {
	e, ok := p.typed(a.Text)
	if !ok {
		return nil
	}
	i, c, _ := p.cursor()
	m, _ := p.sheet.Measure(i, c)
	was := p.sheet.Entry(i, c)
	switch {
	case p.pasted.Open(): // nothing is kept before all of the block is
		p.pasted.Set(i, c, e)
		p.arrange()
	case !e.Repeats(was):
		e.Reason = ""
		change := p.source().Change(i, m, e)
		if n, present := e.Actual.Get(); present && !m.Gauge.Plausible(n) {
			p.hold(worksheet.Question{Key: &a, Changes: []outbox.Change{change}})
			return nil
		}
		p.enter([]outbox.Change{change}, "")
	}
	p.fault, p.preview = "", nil
	p.grid.Accept(a)
	return nil
}

// hold asks the reason for what waits.
func (p *Page) hold(q worksheet.Question) { p.mode, p.held = reasoning, q }

// reconsider keeps nothing of what waits: a value goes on being typed, a block
// is looked at again, a filling is given up.
func (p *Page) reconsider() tea.Cmd {
	p.mode, p.held = entering, worksheet.Question{}
	if p.pasted.Open() {
		p.mode = previewing
		return nil
	}
	return nav.Say(p.env.Text.Cells.Nothing)
}

// release keeps what waits, with the reason typed so far, if any.
func (p *Page) release() tea.Cmd {
	q := p.held
	list, reason := q.Answered(p.source())
	p.held = worksheet.Question{}
	p.dropPaste()
	p.fault, p.preview = "", nil
	p.enter(list, reason)
	if q.Key != nil {
		p.grid.Accept(*q.Key)
		return nil
	}
	return p.sayFilled(list, q.Left)
}

// startNote begins the note on the cell under the cursor.
func (p *Page) startNote() tea.Cmd {
	if why := p.refusal(); why != "" {
		return nav.Say(why)
	}
	i, c, _ := p.cursor()
	p.mode, p.line = noting, grid.NewLine(p.sheet.Entry(i, c).Note)
	return nil
}

// note keeps what was typed as the note; nothing takes the note away.
func (p *Page) note() tea.Cmd {
	p.mode = entering
	i, c, ok := p.cursor()
	if !ok {
		return nil
	}
	m, _ := p.sheet.Measure(i, c)
	e := p.sheet.Entry(i, c)
	text := strings.TrimSpace(p.line.Text())
	if e.Note == text {
		return nil
	}
	e.Measure, e.Note = m.ID, text
	p.enter([]outbox.Change{p.source().Change(i, m, e)}, "")
	return nil
}
