package evaluation

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/nav"
	"kinerja/ui/widget/rating"
)

// first asks how the judgement of another evaluator comes here, where that is not
// known yet, and then goes on.
func (p *Page) first(then func() tea.Cmd) (tea.Cmd, bool) {
	return p.voice.First([]*board.Person{&p.data.Data.Person}, p.names(), then)
}

// judge is the desk on which the person is judged.
func (p *Page) judge() Judge { return p.voice.Desk(p.desk, &p.data.Data.Person) }

// rate opens what is given at the focus: a rating, or a number.
func (p *Page) rate() tea.Cmd {
	if p.computes() {
		return p.number(nil)
	}
	if cmd, asked := p.first(p.rate); asked {
		return cmd
	}
	p.choose()
	return nil
}

// choose opens the choice of the rating with the focus.
func (p *Page) choose() {
	of := rating.Results
	if p.focus == onBehaviour {
		of = rating.Behaviour
	}
	if p.why = p.why && p.wide(); !p.why { // nobody rates what is out of sight
		p.measure = max(0, p.measure)
	}
	p.pen.Choose(p.subject(), of)
	p.showFocus()
}

// give gives a rating, and goes to the one that is still missing.
func (p *Page) give(r model.Rating) tea.Cmd {
	if r == model.NotRated {
		return nil
	}
	m, done := p.pen.Take(r)
	if !done {
		p.showFocus()
		return nil
	}
	return p.put(m)
}

// reasoned keeps the rating with the reason that was typed.
func (p *Page) reasoned() tea.Cmd {
	m, ok := p.pen.Save()
	if !ok {
		return func() tea.Msg { return nav.FailMsg{Err: model.ErrReason} }
	}
	return p.put(m)
}

func (p *Page) editReason() tea.Cmd {
	if cmd, asked := p.first(p.editReason); asked {
		return cmd
	}
	p.focus = onResults
	p.pen.Reason(p.subject())
	p.showFocus()
	return nil
}

func (p *Page) put(m rating.Mark) tea.Cmd {
	p.queue.Retry()
	p.queue.Add(m)
	p.focus = p.nextFocus()
	if !p.computes() && (p.focus == onResults || p.focus == onBehaviour) {
		p.choose()
	} else {
		p.pen.Close()
	}
	return p.sending.Run()
}

// adopt shows an evaluation as the file has it now, until it is read again.
func (p *Page) adopt(e model.Evaluation) {
	if e.Plan == p.plan && e.Period == p.period {
		p.data.Data.Person.Evaluation = e
	}
}

func (p *Page) save() tea.Cmd {
	if p.pen.Reasoning() {
		return p.reasoned()
	}
	return p.sending.WhenSaved(func() tea.Cmd { return nav.Say(p.env.Text.Frame.AllSaved) })
}

// undo takes back a rating that the file did not take, else the last change;
// one that was not made here only after a question.
func (p *Page) undo() tea.Cmd {
	if _, ok := p.queue.Stuck(); ok {
		p.queue.Drop()
		return nav.Say(p.env.Text.Recalled(p.Title(), false))
	}
	return p.sending.WhenSaved(p.recalls.Undo)
}

// redo does again what was undone here; anything else only after a question.
func (p *Page) redo() tea.Cmd { return p.sending.WhenSaved(p.recalls.Redo) }
