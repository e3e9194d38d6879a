package instrument

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/working"
)

// try opens the trial: a value for each indicator, kept nowhere, and the score
// that follows, with its working.
func (p *Page) try() tea.Cmd {
	fields := make([]form.Field, 0, len(p.in.Indicators))
	for _, i := range p.in.Indicators {
		g := i.Gauge
		fields = append(fields, form.Field{
			ID: string(i.ID), Label: lang.Inert(g.Code), Max: 40,
			Hint: lang.Inert(g.Name.In(p.env.Text.Code)) + " (" + p.env.Text.Unit(g.Unit) + ")",
			Check: func(v string) string {
				if _, err := gain.Read(v, g, p.env.Text.Decimal()); err != nil {
					return p.env.Text.Why(err)
				}
				return ""
			},
		})
	}
	p.mode, p.top = trying, 0
	p.form = form.New(p.look(), fields...)
	for _, e := range p.card.Entries { // as tried before
		if n, ok := e.Actual.Get(); ok {
			p.form.SetValue(string(e.Measure), p.env.Text.Typed(n))
		}
	}
	return nil
}

// pressTrial gives a key to the trial. There is nothing to send: the score
// follows what is typed.
func (p *Page) pressTrial(k tea.KeyMsg) tea.Cmd {
	keys := p.env.Keys
	switch {
	case key.Matches(k, keys.PageUp):
		p.top = max(0, p.top-5)
		return nil
	case key.Matches(k, keys.PageDown):
		p.top += 5
		return nil
	}
	if p.form.Press(k) == form.Escape {
		p.mode, p.form = listing, nil
		return nil
	}
	p.card = model.Card{}
	for _, i := range p.in.Indicators {
		e, err := gain.Read(p.form.Value(string(i.ID)), i.Gauge, p.env.Text.Decimal())
		if e.Measure = i.ID; err == nil && e.Actual.Present() {
			p.card.Entries = append(p.card.Entries, e)
		}
	}
	return nil
}

// trial is the working of what was typed.
func (p *Page) trial(width int) []string {
	plan := model.PlanFrom(p.in, model.Post{}, 0)
	s, err := score.Of(p.card, plan, p.env.Rules.File)
	if err != nil {
		return []string{p.env.Text.Error(err)}
	}
	return working.Lines(p.env.Text, p.env.Styles, p.env.Rules.File, s, width)
}
