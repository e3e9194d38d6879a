package home

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/waits"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

const (
	fieldReason = "reason"
	mostReason  = 400 // characters of a reason
)

// ending is the question for the reason: of closing with something left, or of
// opening a period again.
type ending struct {
	reopens bool
	unit    string
	left    []agenda.Obstacle
	form    *form.Form
}

// agreed is the yes to closing a period or to opening it again.
type agreed struct {
	page    *Closing
	reopens bool
	reason  string
}

// endAction closes the period, or opens it again.
func (p *Closing) endAction() nav.Action {
	t, a := p.env.Text.Home, p.data.Data.agenda
	act := nav.Action{ID: "edit", Name: t.Go.Close, Binding: p.env.Keys.Edit, Main: true, Run: p.startEnding}
	if a.Closed != nil {
		act.Name = t.Go.Reopen
	}
	switch {
	case !p.data.Have || a.Cases == 0:
		act.Why = t.NeedsPeriod
	case !access.MayAnybody(p.env.Me, model.VerbClosePeriod):
		act.Why = p.env.Text.Error(model.ErrNotAllowed)
	case a.Today <= a.Period.Last():
		act.Why = lang.Fill(t.NotOver, "date", p.env.Text.Date(a.Period.Last()))
	}
	return act
}

// startEnding looks what closing would be about; to open again a reason is all
// that is asked for.
func (p *Closing) startEnding() tea.Cmd {
	a := p.data.Data.agenda
	switch {
	case p.look.Busy || p.act.Busy:
		return nil
	case a.Closed != nil:
		p.askReason(&ending{reopens: true, unit: a.Closed.Unit})
		return nil
	}
	desk, period := p.desk, a.Period
	return p.look.Start(func() (closing.Preview, error) { return desk.Preview(period) })
}

// askReason opens the form; a reason that was typed before stands in it.
func (p *Closing) askReason(e *ending) {
	t := p.env.Text.Home
	label := t.CloseReason
	if e.reopens {
		label = t.ReopenReason
	}
	e.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text},
		form.Field{ID: fieldReason, Label: label, Need: true, Max: mostReason})
	e.form.Fill(fieldReason, p.reason)
	p.ending = e
}

// answered takes what the file and the question say; mine is false for what was
// meant for somebody else.
func (p *Closing) answered(msg tea.Msg) (cmd tea.Cmd, mine bool) {
	switch {
	case p.look.Take(msg):
		return p.looked(), true
	case p.act.Take(msg):
		return p.done(), true
	}
	if m, ok := msg.(agreed); ok && m.page == p {
		return p.end(m), true
	}
	return nil, false
}

// looked asks whether to close: for the reason first, where something is left.
func (p *Closing) looked() tea.Cmd {
	if p.look.Err != nil {
		return nav.Fail(p.look.Err)
	}
	pre := p.look.Data
	if agenda.Blocking(pre.Obstacles) == 0 {
		return p.askSure(false, pre.Unit.Name, "")
	}
	p.askReason(&ending{unit: pre.Unit.Name, left: pre.Obstacles})
	return nil
}

// askSure says what will be so, and asks.
func (p *Closing) askSure(reopens bool, unit, reason string) tea.Cmd {
	t := p.env.Text
	text := t.Home.SureClose
	if reopens {
		text = t.Home.SureReopen
	}
	return nav.Ask(lang.Fill(text, "period", t.Period(p.data.Data.agenda.Period), "unit", lang.Inert(unit)),
		func() tea.Msg { return agreed{p, reopens, reason} })
}

// write gives a key to the reason. What was typed is kept when the form is shut.
func (p *Closing) write(k tea.KeyMsg) tea.Cmd {
	ask := p.ending.form.Press(k)
	p.reason = p.ending.form.Value(fieldReason)
	switch ask {
	case form.Submit:
		return p.askSure(p.ending.reopens, p.ending.unit, p.reason)
	case form.Escape:
		p.ending = nil
	}
	return nil
}

// end closes the period, or opens it again.
func (p *Closing) end(m agreed) tea.Cmd {
	if p.act.Busy {
		return nil
	}
	desk, period := p.desk, p.data.Data.agenda.Period
	return p.act.Start(func() (closing.Closing, error) {
		if m.reopens {
			return desk.Reopen(period, m.reason)
		}
		return desk.Close(period, m.reason)
	})
}

// done says what is so now. After a refusal the reason stays as it was typed.
func (p *Closing) done() tea.Cmd {
	if p.act.Err != nil {
		return nav.Fail(p.act.Err)
	}
	t := p.env.Text
	text := t.Home.IsClosed
	if !p.act.Data.Closed() {
		text = t.Home.IsOpen
	}
	p.ending, p.reason = nil, ""
	said := lang.Fill(text, "period", t.Period(p.act.Data.Period))
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
}

// endingActions are the keys of the form.
func (p *Closing) endingActions() []nav.Action {
	k, name := p.env.Keys, p.env.Text.Home.Go.Close
	if p.ending.reopens {
		name = p.env.Text.Home.Go.Reopen
	}
	return []nav.Action{
		{ID: "enter", Name: name, Binding: k.Enter, Main: true},
		{ID: "esc", Name: p.ending.form.CancelName(), Binding: k.Esc, Main: true},
	}
}

// endingView says what is to be done, asks for the reason, and lists what is
// left by its kind.
func (p *Closing) endingView() string {
	t, s, e := waits.Words{Texts: p.env.Text}, p.env.Styles, p.ending
	period := t.Period(p.data.Data.agenda.Period)
	head, does := t.Home.CloseHead, t.Home.ClosingDoes
	if e.reopens {
		head, does = t.Home.ReopenHead, t.Home.ReopeningDoes
	}
	lines := strings.Split(p.words(lang.Fill(head, "period", period, "unit", lang.Inert(e.unit))), "\n")
	for i := range lines {
		lines[i] = s.Header.Render(lines[i])
	}
	lines = append(lines, strings.Split(p.words(lang.Fill(does, "period", period)), "\n")...)
	lines = append(lines, "", strings.TrimRight(e.form.View(p.width, 3), "\n "), "")
	if n := agenda.Blocking(e.left); n > 0 {
		lines = append(lines, s.Header.Render(lang.Fill(t.Home.LeftHead, "obstacles", t.Plural(t.Home.Obstacles, n))))
		var count [agenda.Kinds]int
		for _, o := range e.left {
			if !o.Head {
				count[o.Kind]++
			}
		}
		for kind, n := range count {
			if n > 0 {
				lines = append(lines, "  "+t.Count(n)+" "+t.What(agenda.Kind(kind)))
			}
		}
	}
	if n := len(e.left) - agenda.Blocking(e.left); n > 0 {
		lines = append(lines, p.words(lang.Fill(t.Home.LeftOfHead, "obstacles", t.Plural(t.Home.Obstacles, n))))
	}
	lines = strings.Split(strings.Join(lines, "\n"), "\n")
	return strings.Join(lines[:min(len(lines), max(1, p.height))], "\n")
}

// Unsaved names the reason that is being typed.
func (p *Closing) Unsaved() string {
	if p.ending == nil {
		return ""
	}
	return p.ending.form.Unsaved()
}

// Draft is the reason that is not used yet.
func (p *Closing) Draft() (name, text string) {
	if p.ending == nil {
		return "", ""
	}
	return "closing/" + p.data.Data.agenda.Period.String(), p.reason
}

// Redraft brings a reason back.
func (p *Closing) Redraft(text string) {
	if p.ending != nil {
		p.reason = text
		p.ending.form.Fill(fieldReason, text)
	}
}
