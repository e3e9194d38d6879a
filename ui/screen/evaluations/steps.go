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
// for all who are selected. Who is not rated yet is rated; where there is no
// step the person's page says more.
func (p *Page) next() tea.Cmd {
	i, _ := p.cursor()
	switch n := board.NextOf(p.evaluation(i)); {
	case !p.steps(i):
		return p.open(i)
	case n.To != model.EvaluationDraft:
		return p.ask(n.To)
	}
	if cmd, asked := p.first([]int{i}, p.next); asked {
		return cmd
	}
	if p.byFormula(i) {
		return p.value(nil)
	}
	if p.col = colResults; p.evaluation(i).Result != model.NotRated {
		p.col = colBehaviour
	}
	p.choose()
	return nil
}

// steps reports whether there is a step for somebody to take from here.
func (p *Page) steps(i int) bool {
	n := board.NextOf(p.evaluation(i))
	own := p.board.People[i].Own && n.Who == model.RelEvaluator
	if own || p.board.Closed != nil && n.To <= model.Shared { // what is shared goes on when the period is closed
		return false
	}
	return n.To != model.EvaluationDraft || n.Task == board.Rate || n.Task == board.RateOther
}

// named are the steps that the menu finds by name.
func (p *Page) named() []nav.Action {
	people := p.targets()
	why := func(to model.EvaluationState) string {
		t := p.env.Text.Evaluation.Why
		switch {
		case len(people) == 0:
			return t.Nobody
		case p.queue.Len() > 0: // once they are in the file it may be possible
			return ""
		}
		switch ready, _ := p.board.Split(people, to); {
		case len(ready) > 0:
			return ""
		case len(people) > 1:
			return lang.Fill(t.NoneOf, "n", p.env.Text.Count(len(people)))
		}
		return rating.Cannot(p.env.Text, &p.board.People[people[0]], to, p.board.Names)
	}
	var list []nav.Action
	for _, s := range rating.Steps(p.env.Text) {
		list = append(list, nav.Action{ID: s.ID, Name: s.Name, Why: why(s.To), Run: func() tea.Cmd { return p.ask(s.To) }})
	}
	return list
}

// ask puts the question before a step, once all ratings are in the file.
func (p *Page) ask(to model.EvaluationState) tea.Cmd {
	return p.sending.WhenSaved(func() tea.Cmd {
		if p.anchor >= 0 {
			p.span()
		}
		var people []*board.Person
		for _, i := range p.targets() {
			people = append(people, &p.board.People[i])
		}
		if cmd, asked := p.voice.Ask(people, to, p.board.Names, func() tea.Cmd { return p.ask(to) }); asked {
			return cmd
		}
		return p.voice.Pose(people, to, p.board.Names, func(s *rating.Step) { p.step = s })
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
		return p.moving.Start(p.voice.Take(p.desk, p.meant(), p.step, p.period))
	}
	return nil
}

// meant are those whose step is taken.
func (p *Page) meant() (list []*board.Person) {
	for _, plan := range p.step.Plans() {
		list = append(list, &p.board.People[p.board.At[plan]])
	}
	return list
}

// moved says what became of the step. The question, with what was typed, stays
// where the file could not be written.
func (p *Page) moved() tea.Cmd {
	if err := p.moving.Err; err != nil && p.step.Refused(p.env.Now, err) {
		return nil
	} else if err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	t, done, not := p.env.Text, 0, 0
	var first error
	for _, m := range p.moving.Data {
		if m.Err == nil {
			done++
			p.selected.Drop(m.Plan)
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
