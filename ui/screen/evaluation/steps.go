package evaluation

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/correction"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/rating"
)

// ask puts the question before a step, once the ratings are in the file.
func (p *Page) ask(to model.EvaluationState) tea.Cmd {
	return p.sending.WhenSaved(func() tea.Cmd {
		if rating.Judges(to) && p.data.Data.Person.Takes(to) {
			p.voice.Before(to)
			if cmd, asked := p.first(func() tea.Cmd { return p.ask(to) }); asked {
				return cmd
			}
		}
		return p.voice.Pose([]*board.Person{&p.data.Data.Person}, to, p.names(), func(s *rating.Step) {
			p.step = s
			p.scroll.Reset()
		})
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
		if p.step.Mends() {
			return p.correct()
		}
		take := p.voice.Take(p.desk, []*board.Person{&p.data.Data.Person}, p.step, p.period)
		return p.moving.Start(func() ([]model.Moved, error) {
			list, err := take()
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
	if err := p.moving.Err; err != nil && p.step.Refused(p.env.Now, err) {
		return nil
	} else if err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	t := p.env.Text
	say := lang.Fill(t.Evaluation.MovedAll, "n", p.Title(), "what", t.State(p.step.To()))
	if p.step.Mends() {
		say = lang.Fill(t.Evaluation.Step.Mended, "n", p.Title())
	}
	p.step, p.fresh = nil, true
	p.recalls.Forget()
	return tea.Batch(nav.Say(say), func() tea.Msg { return nav.ChangedMsg{} })
}

// mendWhy says why a recorded word cannot be corrected; "" where it can.
func (p *Page) mendWhy(m rating.Mend) string {
	if !p.ready() {
		return p.env.Text.Evaluation.Why.Nobody
	}
	return rating.Unmended(p.env.Text, p.data.Data.Person.Evaluation, m.Verb, p.env.Me.Employee)
}

// mend asks what a recorded word should have said.
func (p *Page) mend(m rating.Mend) tea.Cmd {
	r := &p.data.Data.Person
	if w, ok := correction.Recorded(r.Evaluation, m.Verb); ok {
		p.step = rating.NewStep(p.look(), rating.Correct(r, w, m.To, p.env.Today()))
		p.scroll.Reset()
	}
	return nil
}

// correct puts the word right that was asked about.
func (p *Page) correct() tea.Cmd {
	desk, plan, period, c := p.desk, p.plan, p.period, p.step.Correction()
	return p.moving.Start(func() ([]model.Moved, error) {
		_, err := desk.Correct(plan, period, c)
		return nil, err
	})
}
