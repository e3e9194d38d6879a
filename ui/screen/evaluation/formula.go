package evaluation

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/nav"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/working"
)

// computes reports whether the rule set that the plan goes by has a formula:
// behaviour is a number then, and there are no two ratings to give.
func (p *Page) computes() bool { return p.data.Data.Person.By.Computes() }

// stand is how the person stands by a formula; false where two ratings decide.
func (p *Page) stand() (computed.Stand, bool) {
	return computed.Of(&p.data.Data.Person, p.evaluation())
}

// computedTable is the aid without a suggestion, and below it what changed since
// the number was given.
func (p *Page) computedTable(s computed.Stand, chosen model.ElementID) []string {
	lines := working.Table(p.env.Text, p.env.Styles, p.data.Data.Person.Score, chosen, p.textWidth())
	if s.Moved() {
		lines = append(lines, p.styled(p.env.Styles.Warning, s.Changed(p.env.Text))...)
	}
	return lines
}

// computedRatings is what stands in place of the ratings: the parts and the
// value, or the line that is typed.
func (p *Page) computedRatings(s computed.Stand) []string {
	lines := s.Lines(p.look(), p.textWidth(), p.focus == onBehaviour)
	if typed := p.entry.View(p.textWidth() - 1); typed != nil { // where it can be seen in the smallest room
		lines = slices.Insert(lines, 1, " "+typed[0], " "+typed[1])
	}
	return lines
}

// computedTask is what is to be done next under a formula; "" where it is what is
// to be done anyway.
func (p *Page) computedTask() string {
	e := p.evaluation()
	if s, ok := p.stand(); ok && !p.data.Data.Person.Own && board.NextOf(e).Task == board.Rate && !e.Computed.Present() {
		return s.Task(p.env.Text)
	}
	return ""
}

// computedChange is how far it is to the next better predicate.
func (p *Page) computedChange(s computed.Stand) (lines []string) {
	for _, text := range s.Toward(p.env.Text) {
		lines = append(lines, pane.Wrap(text, p.textWidth())...)
	}
	return lines
}

// unvaluable says why no number can be given; "" where one can.
func (p *Page) unvaluable() string {
	if why := p.lockedWhy(); why != "" {
		return why
	}
	return computed.Cannot(p.env.Text, &p.data.Data.Person)
}

// number opens the number; k is the key that begins it, if one did.
func (p *Page) number(k *tea.KeyMsg) tea.Cmd {
	if why := p.unvaluable(); why != "" {
		return nav.Say(why)
	}
	if cmd, asked := p.first(func() tea.Cmd { return p.number(k) }); asked {
		return cmd
	}
	p.focus = onBehaviour
	if k != nil {
		p.entry.Begin(p.subject(), *k)
	} else {
		p.entry.Number(p.subject())
	}
	p.showFocus()
	return nil
}

func (p *Page) newIdea() tea.Cmd {
	if cmd, asked := p.first(p.newIdea); asked {
		return cmd
	}
	p.focus = onBehaviour
	p.entry.Idea(p.subject())
	p.showFocus()
	return nil
}

// entered keeps what was typed; what is not right is said, and stays.
func (p *Page) entered() tea.Cmd {
	m, keep, err := p.entry.Save()
	switch {
	case err != nil:
		return nav.Say(computed.Refusal(p.env.Text, err))
	case keep:
		return p.put(m)
	}
	return nil
}

// entering are the actions while a number or an idea is typed.
func (p *Page) entering(act doer) []nav.Action {
	k, t := p.env.Keys, p.env.Text.Evaluation
	shut := func() tea.Cmd { p.entry.Shut(); return nil }
	return []nav.Action{act("enter", t.Go.Save, k.Enter, p.entered), act("esc", t.Go.Cancel, k.Esc, shut)}
}

// computedActions are what a formula has in place of the reason.
func (p *Page) computedActions(act doer) []nav.Action {
	k, w := p.env.Keys, p.env.Text.Rules.Screen
	number := p.unvaluable()
	idea := number
	switch {
	case !p.data.Data.Person.By.Formula.AsksIdea():
		idea = w.NoIdea
	case idea == "" && !p.evaluation().BehaviourValue.Present():
		idea = w.NoNumber
	}
	return []nav.Action{
		why(act("edit", w.EnterNumber, k.Edit, func() tea.Cmd { return p.number(nil) }), number, false),
		why(act("idea", w.EnterIdea, k.Detail, p.newIdea), idea, idea == ""),
	}
}
