package evaluations

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/nav"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/table"
)

// never is a width that no screen has: a column of it is not shown.
const never = 10_000

// settle gives the list the columns of a formula where everybody on it goes by
// one: there are no two ratings then. Where some do and others are rated, the
// columns are those of the ratings, and each row has what its own rule set takes.
func (p *Page) settle() {
	if all, ok := p.board.Computes(); ok && all != p.formula {
		if p.formula = all; all && p.col == colResults {
			p.col = colBehaviour
		}
		p.Resize(p.width, p.height)
	}
}

// byFormula reports that behaviour is a number for somebody, typed into its cell.
func (p *Page) byFormula(i int) bool { return p.board.People[i].By.Computes() }

// here is byFormula of the person under the cursor.
func (p *Page) here() bool {
	i, ok := p.cursor()
	return ok && p.byFormula(i) || !ok && p.formula
}

// computedColumns are those of the list under a formula.
func (p *Page) computedColumns() []table.Column {
	h, w := p.env.Text.Evaluation.Head, p.env.Text.Rules.Screen.Head
	list := []table.Column{
		colName:      {Title: h.Name, Name: true, Min: 14, Max: 40},
		colAid:       {Title: w.Results, Firm: true, Min: 7, Max: 8, Level: 1},
		colBehaviour: {Title: w.Behaviour, Firm: true, Min: 9, Max: 10, Tight: true},
		colResults:   {Level: 4, Min: never},
		colValue:     {Title: w.Value, Firm: true, Min: 6, Max: 7, Right: true},
		colPredicate: {Title: h.Predicate, Firm: true, Min: 13, Max: 18, Level: 3},
		colState:     {Title: h.State, Firm: true, Min: 18, Max: 22, Level: 2, Tight: true},
	}
	list[colAid].Right = true
	if p.narrow() {
		list[colName].Min, list[colPredicate].Min = 13, narrow
		list[colState] = table.Column{Title: h.State, Firm: true, Min: 12, Max: 12, Tight: true}
	}
	return list
}

// computedCell is a cell of the columns that a formula has; false for the
// others.
func (p *Page) computedCell(i, col int) (string, bool) {
	t, r, e := p.env.Text, &p.board.People[i], p.evaluation(i)
	s, ok := computed.Of(r, e)
	switch col {
	case colPredicate:
		return computed.Predicate(p.env.Text, r, e), true
	case colValue:
		return t.FixedAmount(e.Computed), true
	case colAid:
		switch {
		case !ok:
			return p.ratingCell(e.Result), true
		case s.Err == nil && !s.Grade.Enough && !p.formula:
			return computed.Scant(t, s.Grade.Share, p.narrow(), p.table.Width(colAid)), true
		case s.Err == nil && !s.Grade.Enough:
			return t.Number(s.Grade.Share.Round()) + " %", true
		}
		return computed.Scored(t.FixedAmount(s.Grade.Results)), true
	case colBehaviour:
		if typed, typing := p.entry.Cell(e.Plan, p.table.Width(colBehaviour)-1); typing {
			return typed, true
		}
		if !ok {
			return p.ratingCell(e.Behaviour), true
		}
		return t.FixedAmount(e.BehaviourValue), true
	}
	return "", false
}

// unvaluable says why no number can be given to somebody; "" where one can.
func (p *Page) unvaluable(i int) string {
	if why := p.unratable(i); why != "" {
		return why
	}
	return computed.Cannot(p.env.Text, &p.board.People[i])
}

// value opens the number for the person under the cursor; k is the key that
// begins it, if one did.
func (p *Page) value(k *tea.KeyMsg) tea.Cmd {
	i, ok := p.cursor()
	if !ok {
		return nil
	}
	if why := p.unvaluable(i); why != "" {
		return nav.Say(why)
	}
	p.col = colBehaviour
	if k != nil {
		p.entry.Begin(p.subject(i), *k)
	} else {
		p.entry.Number(p.subject(i))
	}
	return nil
}

// newIdea opens the new idea of the person under the cursor.
func (p *Page) newIdea() tea.Cmd {
	i, _ := p.cursor()
	p.entry.Idea(p.subject(i))
	return nil
}

// enters is what can be done while a number or an idea is typed.
func (p *Page) enters(k tea.KeyMsg) tea.Cmd {
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Down, keys.Tab):
		return p.entered(1)
	case key.Matches(k, keys.Up):
		return p.entered(-1)
	}
	p.entry.Edit(k)
	return nil
}

// entered keeps what was typed and moves by so many rows. What is not right is
// said, and stays.
func (p *Page) entered(by int) tea.Cmd {
	m, keep, err := p.entry.Save()
	switch {
	case err != nil:
		return nav.Say(computed.Refusal(p.env.Text, err))
	case keep:
		p.queue.Retry()
		p.queue.Add(m)
	}
	if last := p.table.Cursor()+by >= len(p.board.Shown); last && by > 0 {
		return tea.Batch(p.sending.Run(), nav.Say(p.env.Text.Evaluation.AtEnd))
	}
	p.table.MoveTo(p.table.Cursor() + by)
	return p.sending.Run()
}

// computedActions are what a formula has in place of the reason.
func (p *Page) computedActions() []nav.Action {
	k, t, w := p.env.Keys, p.env.Text.Evaluation, p.env.Text.Rules.Screen
	number, idea := "", ""
	switch i, ok := p.cursor(); {
	case !ok:
		number, idea = t.Why.Nobody, t.Why.Nobody
	default:
		number = p.unvaluable(i)
		idea = number
		if !p.board.People[i].By.Formula.AsksIdea() {
			idea = w.NoIdea
		} else if idea == "" && !p.evaluation(i).BehaviourValue.Present() {
			idea = w.NoNumber
		}
	}
	return []nav.Action{
		{ID: "edit", Name: w.EnterNumber, Binding: k.Edit, Why: number, Run: func() tea.Cmd { return p.value(nil) }},
		{ID: "idea", Name: w.EnterIdea, Binding: k.Detail, Why: idea, Main: idea == "", Run: p.newIdea},
	}
}

// pad sets a number to the right of its cell, the cursor's sign before it.
func (p *Page) pad(text string, col int) string {
	return strings.Repeat(" ", max(0, p.table.Width(col)-2-ansi.StringWidth(text))) + text
}
