package evaluations

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/rating"
)

// next asks about the step that comes next for the person under the cursor, and
// for all who are selected. Who is not rated yet is rated.
func (p *Page) next() tea.Cmd {
	i, _ := p.cursor()
	e := p.evaluation(i)
	switch n := board.NextOf(e); {
	case n.To != model.EvaluationDraft:
		return p.ask(n.To)
	case n.Task == board.Rate || n.Task == board.RateOther:
		if p.col = colResults; e.Result != model.NotRated {
			p.col = colBehaviour
		}
		p.choose()
		return nil
	}
	return nav.Say(p.task(i))
}

// ask puts the question before a step, once all ratings are in the file.
func (p *Page) ask(to model.EvaluationState) tea.Cmd {
	return p.sending.WhenSaved(func() tea.Cmd {
		people := p.targets()
		ready, not := p.board.Split(people, to)
		taken := rating.Taken{To: to, Today: p.env.Today()}
		p.meant = p.meant[:0:0]
		for _, i := range ready {
			r := &p.board.People[i]
			p.meant = append(p.meant, r.Plan.ID)
			taken.Ready = append(taken.Ready, r.Staff.Name)
			if r.Moved() && to == model.Shared {
				taken.Moved = append(taken.Moved, r.Staff.Name)
			}
			if n := len(r.Evaluation.Words); n > 0 {
				taken.Since = max(taken.Since, r.Evaluation.Words[n-1].On)
			}
		}
		for _, i := range not {
			e := p.board.People[i].Evaluation
			taken.Not = append(taken.Not, rating.Obstacle{Name: p.board.People[i].Staff.Name, Why: rating.Standing(p.env.Text, e)})
		}
		p.step = rating.NewStep(p.look(), taken)
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
			return nil // the step is on its way already
		}
		desk, plans, period, to, word, rs := p.desk, p.meant, p.period, p.step.To(), p.step.Word(), p.env.Rules
		return p.moving.Start(func() ([]model.Moved, error) { return desk.MoveAll(plans, period, to, word, rs) })
	}
	return nil
}

// moved says what became of the step. The question, with what was typed, stays
// where the file could not be written.
func (p *Page) moved() tea.Cmd {
	if err := p.moving.Err; err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	t, done, not := p.env.Text, 0, 0
	var first error
	for _, m := range p.moving.Data {
		if m.Err == nil {
			done++
			delete(p.selected, m.Plan)
			continue
		}
		if not++; first == nil {
			first = m.Err
		}
	}
	to := p.step.To()
	if done == 0 && first != nil {
		return func() tea.Msg { return nav.FailMsg{Err: first} }
	}
	p.step = nil
	p.recalls.Forget()
	text := t.Evaluation.MovedAll
	if not > 0 {
		text = t.Evaluation.MovedSome
	}
	say := lang.Fill(text, "n", t.Plural(t.Common.People, done), "what", t.State(to), "not", t.Count(not))
	return tea.Batch(nav.Say(say), func() tea.Msg { return nav.ChangedMsg{} })
}
