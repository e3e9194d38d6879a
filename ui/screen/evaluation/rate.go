package evaluation

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/rating"
)

// choose opens the choice of the rating with the focus.
func (p *Page) choose() {
	of := rating.Results
	if p.focus == onBehaviour {
		of = rating.Behaviour
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
	p.focus = onResults
	p.pen.Reason(p.subject())
	p.showFocus()
	return nil
}

func (p *Page) put(m rating.Mark) tea.Cmd {
	p.queue.Retry()
	p.queue.Add(m)
	p.focus = p.nextFocus()
	if p.focus == onResults || p.focus == onBehaviour {
		p.choose()
	} else {
		p.pen.Close()
	}
	return p.sending.Run()
}

// adopt shows an evaluation as the file has it now, until it is read again.
func (p *Page) adopt(e model.Evaluation) {
	if e.Plan == p.plan && e.Period == p.period {
		p.data.Data.person.Evaluation = e
	}
}

func (p *Page) save() tea.Cmd {
	if p.pen.Reasoning() {
		return p.reasoned()
	}
	return p.sending.WhenSaved(func() tea.Cmd { return nav.Say(p.env.Text.Frame.AllSaved) })
}

// ask puts the question before a step, once the ratings are in the file.
func (p *Page) ask(to model.EvaluationState) tea.Cmd {
	return p.sending.WhenSaved(func() tea.Cmd {
		taken := rating.Take(p.env.Text, []*board.Person{&p.data.Data.person}, to, p.names(), p.env.Today())
		p.step = rating.NewStep(p.look(), taken)
		p.scroll.Reset()
		return nil
	})
}

// answered takes the answer to the question.
func (p *Page) answered(a rating.Answer) tea.Cmd {
	switch a {
	case rating.No:
		p.step = nil
	case rating.Yes:
		if p.moving.Busy {
			return nil
		}
		desk, plans, period, to, word, rs := p.desk, p.step.Plans(), p.period, p.step.To(), p.step.Word(), p.env.Rules
		return p.moving.Start(func() ([]model.Moved, error) {
			list, err := desk.MoveAll(plans, period, to, word, rs)
			if err == nil && len(list) == 1 {
				err = list[0].Err
			}
			return list, err
		})
	}
	return nil
}

// moved says what became of the step. The question, with what was typed, stays
// where it could not be taken.
func (p *Page) moved() tea.Cmd {
	if err := p.moving.Err; err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	text := p.env.Text.State(p.step.To())
	p.step, p.fresh = nil, true
	p.recalls.Forget()
	say := lang.Fill(p.env.Text.Evaluation.MovedAll, "n", p.Title(), "what", text)
	return tea.Batch(nav.Say(say), func() tea.Msg { return nav.ChangedMsg{} })
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
