package welcome

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Actions says what can be done at this step.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Welcome
	switch p.step {
	case stepLanguage:
		return []nav.Action{{ID: "enter", Name: t.Choose, Binding: k.Enter, Main: true, Run: p.forward}}
	case stepUnit, stepWho:
		f := p.unit
		if p.step == stepWho {
			f = p.who
		}
		return []nav.Action{
			{ID: "enter", Name: t.NextField, Binding: k.Enter, Main: true},
			{ID: "saved", Name: t.Next, Binding: k.Saved, Main: true, Run: func() tea.Cmd { return p.send(f) }},
			{ID: "esc", Name: t.Back, Binding: k.Esc, Main: true},
		}
	}
	return []nav.Action{
		{ID: "enter", Name: t.Choose, Binding: k.Enter, Main: true, Run: p.forward},
		{ID: "esc", Name: t.Back, Binding: k.Esc, Main: true},
	}
}

func (p *Page) send(f *form.Form) tea.Cmd {
	if f.Submit() {
		return p.forward()
	}
	return nil
}

// View draws the question.
func (p *Page) View() string {
	t, s := p.env.Text.Welcome, p.env.Styles
	var head, text string
	switch p.step {
	case stepLanguage:
		text = t.Intro
	case stepUnit:
		head, text = t.UnitTitle, t.UnitIntro
	case stepWho:
		head, text = t.WhoTitle, t.WhoIntro
	case stepPeriod:
		head, text = t.PeriodTitle, t.PeriodIntro
	case stepNext:
		head, text = t.NextTitle, p.summary()
	}
	var lines []string
	if head != "" {
		lines = append(lines, s.Header.Render(head), "")
	}
	lines = append(lines, strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n")...)
	lines = append(lines, "")
	room := max(1, p.height-len(lines))
	switch p.step {
	case stepLanguage:
		lines = append(lines, p.first.View(p.env.Text, s, p.width, room))
	case stepUnit:
		lines = append(lines, p.unit.View(p.width, room))
	case stepWho:
		lines = append(lines, p.who.View(p.width, room))
	case stepPeriod:
		lines = append(lines, p.choice.View(p.env.Text, s, p.width, room))
	case stepNext:
		lines = append(lines, p.next.View(p.env.Text, s, p.width, room))
	}
	return strings.Join(lines, "\n")
}

// summary says what was answered.
func (p *Page) summary() string {
	t := p.env.Text
	u, b := p.unitOf(), p.beginning()
	number := string(b.Person.Number.Grouped())
	if number == "" {
		number = t.Welcome.NoNumber
	}
	return lang.Fill(t.Welcome.Summary, "unit", lang.Inert(u.Name), "kind", t.UnitKind(u.Kind), "name", lang.Inert(b.Person.FullName()),
		"number", lang.Inert(number), "position", lang.Inert(b.Post.Position), "period", t.Period(b.Period))
}
