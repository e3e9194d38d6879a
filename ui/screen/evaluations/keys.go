package evaluations

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/rating"
)

// Actions says what can be done here and now.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Evaluation
	act := func(id, name string, b key.Binding, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Main: true, Run: run}
	}
	saved := nav.Action{ID: "saved", Name: k.Saved.Help().Desc, Binding: k.Saved, Run: p.save}
	undo := nav.Action{ID: "undo", Name: k.Undo.Help().Desc, Binding: k.Undo, Main: true, Run: p.undo}
	switch {
	case p.voice.Open():
		return p.voice.Actions()
	case p.step != nil:
		return p.asked(act)
	case p.pen.Reasoning():
		return []nav.Action{act("enter", t.Go.Save, k.Enter, p.reasoned), act("esc", t.Go.Cancel, k.Esc, p.shut), saved}
	case p.entry.Open():
		shut := func() tea.Cmd { p.entry.Shut(); return nil }
		return []nav.Action{act("enter", t.Go.Save, k.Enter, func() tea.Cmd { return p.entered(1) }), act("esc", t.Go.Cancel, k.Esc, shut), saved}
	case p.pen.Astray():
		return []nav.Action{act("enter", t.Go.Close, k.Enter, p.pen.Unstray), act("esc", t.Go.Close, k.Esc, p.pen.Unstray), saved}
	case p.pen.Choosing():
		return append(p.letters(act), act("esc", t.Go.Close, k.Esc, p.shut), undo, saved)
	case p.words:
		return []nav.Action{act("enter", t.Go.Close, k.Enter, p.endFilter), act("esc", t.Go.Cancel, k.Esc, p.noFilter), saved}
	}
	return append(p.lists(act), undo,
		nav.Action{ID: "redo", Name: k.Redo.Help().Desc, Binding: k.Redo, Run: p.redo}, saved)
}

// asked are the answers to the question before a step.
func (p *Page) asked(act func(string, string, key.Binding, func() tea.Cmd) nav.Action) (list []nav.Action) {
	for _, way := range p.step.Ways() {
		a := act(way.ID, way.Name, way.Binding, func() tea.Cmd { return p.answered(way.Take()) })
		a.By = p.step.Whose()
		list = append(list, a)
	}
	return list
}

// letters are what gives a rating while the choice is open; on somebody who is
// only passed by, none does.
func (p *Page) letters(act func(string, string, key.Binding, func() tea.Cmd) nav.Action) []nav.Action {
	name, why := p.pen.Takes()
	locked := ""
	if i, ok := p.cursor(); ok {
		locked = p.unmarked(i)
	}
	enter := act("enter", name, p.env.Keys.Enter, func() tea.Cmd { return p.give(p.pen.Highlighted()) })
	if enter.Why = why; locked != "" {
		enter.Why = locked
	}
	list := []nav.Action{enter}
	for _, l := range rating.Letters(p.look()) {
		a := act(l.Rating.String(), l.Binding.Help().Desc, l.Binding, func() tea.Cmd { return p.give(l.Rating) })
		a.Why = locked
		list = append(list, a)
	}
	ask := act("why", p.env.Keys.Why.Help().Desc, p.env.Keys.Why, p.why)
	ask.Why, ask.Main = p.noNumber(), false
	return append(list, ask)
}

// lists are the actions while the cursor moves.
func (p *Page) lists(act func(string, string, key.Binding, func() tea.Cmd) nav.Action) []nav.Action {
	k, t := p.env.Keys, p.env.Text.Evaluation
	nobody, noResult, onePeriod, closed := "", "", "", ""
	i, ok := p.cursor()
	switch {
	case !ok:
		nobody, noResult, closed = t.Why.Nobody, t.Why.Nobody, t.Why.Nobody
	case p.evaluation(i).Result == model.NotRated:
		noResult = t.Why.NoResult
	default:
		noResult = p.unratable(i)
	}
	if ok && p.board.Closed != nil {
		closed = p.env.Text.Error(p.board.Closed)
	}
	if p.board == nil || len(p.board.Periods) < 2 {
		onePeriod = t.Why.OnePeriod
	}
	why := func(a nav.Action, why string, main bool) nav.Action {
		a.Why, a.Main = why, main
		return a
	}
	list := []nav.Action{
		why(act("enter", p.enterName(), k.Enter, p.enter), nobody, true),
		why(act("select", k.Space.Help().Desc, k.Space, p.pick), nobody, true),
		why(act("share", k.Share.Help().Desc, k.Share, func() tea.Cmd { return p.ask(model.Shared) }), closed, true),
		why(act("why", k.Why.Help().Desc, k.Why, p.why), p.noNumber(), true),
		why(act("filter", k.Filter.Help().Desc, k.Filter, p.startFilter), p.empty(), false),
		why(act("order", k.Order.Help().Desc, k.Order, p.reorder), nobody, false),
		why(act("period", k.Period.Help().Desc, k.Period, p.choosePeriod), onePeriod, true),
		why(act("range", t.Go.Range, k.Range, p.span), nobody, false),
		why(act("edit", t.Go.Reason, k.Edit, p.editReason), noResult, false),
		why(act("next", t.Go.Next, k.Next, func() tea.Cmd { return p.row(1) }), nobody, false),
		why(act("previous", t.Go.Previous, k.Previous, func() tea.Cmd { return p.row(-1) }), nobody, false),
		why(act("write", k.Write.Help().Desc, k.Write, p.write), p.env.NoWriting(nobody), false),
		why(act("feedback", k.Feedback.Help().Desc, k.Feedback, p.feedback), nobody, false),
	}
	if p.here() {
		at := slices.IndexFunc(list, func(a nav.Action) bool { return a.ID == "edit" })
		list = slices.Replace(list, at, at+1, p.computedActions()...)
	}
	list = append(list, p.named()...)
	switch {
	case len(p.selected) > 0 || p.anchor >= 0:
		list = append(list, why(act("esc", t.Go.Clear, k.Esc, p.unpick), "", true))
	case p.filter.Text() != "":
		list = append(list, why(act("esc", t.Go.Cancel, k.Esc, p.noFilter), "", true))
	}
	return list
}

// enterName is what Enter does where the cursor is.
func (p *Page) enterName() string {
	i, ok := p.cursor()
	t, rates := p.env.Text.Evaluation.Go, p.col == colResults || p.col == colBehaviour
	switch {
	case ok && rates && p.foreign(i):
		return t.Choose
	case ok && rates && p.byFormula(i) && p.unvaluable(i) == "":
		return p.env.Text.Rules.Screen.EnterNumber
	case ok && rates && !p.byFormula(i) && p.unratable(i) == "":
		return t.Choose
	case ok && p.col == colState && p.steps(i):
		return t.Step
	}
	return t.Open
}

// empty says why there is nobody to look for.
func (p *Page) empty() string {
	if p.board == nil || len(p.board.People) == 0 {
		return p.env.Text.Evaluation.Why.Nobody
	}
	return ""
}

// enter does what the column is for: the name opens the person's page, a
// rating opens its choice, the state takes the next step. Where there is nothing
// to rate or no step, the page opens.
func (p *Page) enter() tea.Cmd {
	i, _ := p.cursor()
	switch {
	case p.col == colState:
		return p.next()
	case p.col != colName && p.foreign(i):
		cmd, _ := p.first([]int{i}, p.enter)
		return cmd
	case p.col == colName || p.unratable(i) != "" || p.byFormula(i) && p.unvaluable(i) != "":
		return p.open(i)
	case p.byFormula(i):
		return p.value(nil)
	}
	p.choose()
	return nil
}

func (p *Page) open(i int) tea.Cmd {
	return nav.Open(nav.Evaluation{Plan: p.board.People[i].Plan.ID, Period: p.period, Among: p.among()})
}

// why opens the page of the person under the cursor where it is asked why the
// number is what it is.
func (p *Page) why() tea.Cmd {
	i, _ := p.cursor()
	return nav.Open(nav.Evaluation{Plan: p.board.People[i].Plan.ID, Period: p.period, Among: p.among(), Why: true})
}

// noNumber says why there is nothing to ask about under the cursor.
func (p *Page) noNumber() string {
	switch i, ok := p.cursor(); {
	case !ok:
		return p.env.Text.Evaluation.Why.Nobody
	case len(p.board.People[i].Score.Steps) == 0:
		return p.env.Text.Evaluation.Why.NoIndicator
	}
	return ""
}

func (p *Page) row(by int) tea.Cmd {
	p.table.MoveTo(p.table.Cursor() + by)
	return nil
}

func (p *Page) feedback() tea.Cmd {
	i, _ := p.cursor()
	return nav.Open(nav.Feedback{Employee: p.board.People[i].Staff.Employee, Period: p.period})
}

func (p *Page) startFilter() tea.Cmd {
	p.words = true
	return nil
}

func (p *Page) endFilter() tea.Cmd {
	p.words = false
	return nil
}

func (p *Page) noFilter() tea.Cmd {
	p.words = false
	p.filter = grid.Line{}
	p.arrange()
	return nil
}

func (p *Page) reorder() tea.Cmd {
	p.order = p.order.Next()
	p.arrange()
	return nil
}

// choosePeriod lets another period be chosen; the cursor stays on the person.
func (p *Page) choosePeriod() tea.Cmd {
	return nav.ChoosePeriod(p.board.Periods, p.period, func(to model.Period) tea.Cmd {
		p.period = to
		if i, ok := p.cursor(); ok {
			p.wanted = p.board.People[i].Staff.Employee
		}
		return p.Init()
	})
}
