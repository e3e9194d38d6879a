package evaluations

import (
	"cmp"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/rating"
)

func (p *Page) subject(i int) rating.Subject {
	r := &p.board.People[i]
	return rating.Subject{Name: r.Staff.Name, Evaluation: p.evaluation(i), Suggested: r.Suggested, Share: r.Score.Share, Rules: r.By}
}

// choose opens the choice for the person and rating under the cursor.
func (p *Page) choose() {
	i, ok := p.cursor()
	if !ok {
		p.pen.Close()
		return
	}
	of := rating.Results
	if p.col == colBehaviour {
		of = rating.Behaviour
	}
	p.pen.Choose(p.subject(i), of)
}

// unratable says why somebody cannot be rated; "" where they can.
func (p *Page) unratable(i int) string {
	r := &p.board.People[i]
	return cmp.Or(p.env.May(model.VerbRate), computed.Unratable(p.env.Text, p.board, r), p.voice.Why(r, p.board.Names, p.env.Keys.Enter.Help().Key))
}

// foreign reports somebody who could be rated, once it is known how the judgement
// of their evaluator comes here.
func (p *Page) foreign(i int) bool {
	r := &p.board.People[i]
	return computed.Unratable(p.env.Text, p.board, r) == "" && p.voice.Asks(r)
}

// first asks that for some people, and then goes on.
func (p *Page) first(people []int, then func() tea.Cmd) (tea.Cmd, bool) {
	var list []*board.Person
	for _, i := range people {
		list = append(list, &p.board.People[i])
	}
	return p.voice.First(list, p.board.Names, then)
}

// judge is the desk on which somebody is judged.
func (p *Page) judge(plan model.PlanID) Judge {
	if i, ok := p.board.At[plan]; ok {
		return p.voice.Desk(p.desk, &p.board.People[i])
	}
	return p.desk
}

// unmarked says why somebody takes no rating by a letter; "" where they do.
func (p *Page) unmarked(i int) string {
	if why := computed.Unmarked(p.env.Text, p.board, &p.board.People[i]); why != "" {
		return why
	}
	return p.unratable(i)
}

// give gives a rating to the person under the cursor, and goes on unless a
// reason is asked for.
func (p *Page) give(r model.Rating) tea.Cmd {
	m, done := p.pen.Take(r)
	if !done {
		return nil
	}
	return p.put(m, true)
}

// reasoned keeps the rating with the reason that was typed.
func (p *Page) reasoned() tea.Cmd {
	m, ok := p.pen.Save()
	if !ok {
		return func() tea.Msg { return nav.FailMsg{Err: model.ErrReason} }
	}
	return p.put(m, p.pen.Choosing())
}

func (p *Page) editReason() tea.Cmd {
	i, _ := p.cursor()
	p.pen.Reason(p.subject(i))
	return nil
}

func (p *Page) shut() tea.Cmd {
	p.pen.Back()
	return nil
}

// put sends a rating on its way, and goes on to the next one. At the end the
// choice shuts.
func (p *Page) put(m rating.Mark, on bool) tea.Cmd {
	p.queue.Retry()
	p.queue.Add(m)
	cmd := p.sending.Run()
	switch {
	case !on:
		return cmd
	case m.Of == rating.Results:
		p.col = colBehaviour
	case !p.following():
		p.pen.Close()
		return tea.Batch(cmd, nav.Say(p.env.Text.Evaluation.AtEnd))
	}
	p.choose()
	return cmd
}

// following puts the cursor on the results of the next person who can be rated.
// Past the last row it begins again above, with what is still missing there;
// false when nothing is.
func (p *Page) following() bool {
	for row := p.table.Cursor() + 1; row < len(p.board.Shown); row++ {
		if p.unmarked(p.board.Shown[row]) == "" {
			p.table.MoveTo(row)
			p.col = colResults
			return true
		}
	}
	for row, i := range p.board.Shown {
		if e := p.evaluation(i); p.unmarked(i) == "" && (e.Result == model.NotRated || e.Behaviour == model.NotRated) {
			p.table.MoveTo(row)
			if p.col = colResults; e.Result != model.NotRated {
				p.col = colBehaviour
			}
			return true
		}
	}
	return false
}

// adopt shows an evaluation as the file has it now, until it is read again.
func (p *Page) adopt(e model.Evaluation) {
	if i, ok := p.board.At[e.Plan]; ok && e.Period == p.period {
		p.board.People[i].Evaluation = e
		p.tally = computed.Tally(p.env.Text, p.board)
	}
}

// save answers whether everything is saved, and tries what is not.
func (p *Page) save() tea.Cmd {
	if p.pen.Reasoning() {
		if cmd := p.reasoned(); cmd != nil {
			return cmd
		}
	}
	if p.queue.Len() > 0 {
		return p.sending.WhenSaved(func() tea.Cmd { return nav.Say(p.env.Text.Frame.AllSaved) })
	}
	return nav.Say(p.env.Text.Frame.AllSaved)
}

// undo takes back a rating that the file did not take, else the last change;
// one that was not made here only after a question.
func (p *Page) undo() tea.Cmd {
	if m, ok := p.queue.Stuck(); ok {
		p.queue.Drop()
		return nav.Say(p.env.Text.Recalled(lang.Inert(m.Name), false))
	}
	return p.sending.WhenSaved(p.recalls.Undo)
}

// redo does again what was undone here; anything else only after a question.
func (p *Page) redo() tea.Cmd { return p.sending.WhenSaved(p.recalls.Redo) }

// goTo puts the cursor on whom an undo or redo was about.
func (p *Page) goTo(info *model.ChangeInfo) {
	if info == nil || p.board == nil || info.Period != p.period && info.Period != 0 {
		return
	}
	for row, i := range p.board.Shown {
		if p.board.People[i].Staff.Employee == info.Employee {
			p.table.MoveTo(row)
			return
		}
	}
}
