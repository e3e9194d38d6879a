package evaluation

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/nav"
	"kinerja/ui/widget/rating"
)

// doer makes an action that stands in the line of keys.
type doer func(id, name string, b key.Binding, run func() tea.Cmd) nav.Action

// Actions says what can be done here and now.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Evaluation
	act := func(id, name string, b key.Binding, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: id, Name: name, Binding: b, Main: true, Run: run}
	}
	saved := nav.Action{ID: "saved", Name: k.Saved.Help().Desc, Binding: k.Saved, Run: p.save}
	switch {
	case p.form != nil:
		return []nav.Action{act("saved", t.Go.Save, k.Saved, p.keepNote), act("esc", t.Go.Cancel, k.Esc, p.dropNote)}
	case p.voice.Open():
		return p.voice.Actions()
	case p.step != nil:
		return p.asked(act)
	case p.pen.Reasoning():
		return []nav.Action{act("enter", t.Go.Save, k.Enter, p.reasoned), act("esc", t.Go.Cancel, k.Esc, p.shut), saved}
	case p.entry.Open():
		return append(p.entering(act), saved)
	case p.pen.Astray():
		return []nav.Action{act("enter", t.Go.Close, k.Enter, p.pen.Unstray), act("esc", t.Go.Close, k.Esc, p.pen.Unstray), saved}
	case p.pen.Choosing():
		name, because := p.pen.Takes()
		list := []nav.Action{why(act("enter", name, k.Enter, func() tea.Cmd { return p.give(p.pen.Highlighted()) }), because, true)}
		for _, l := range rating.Letters(p.look()) {
			list = append(list, act(l.Rating.String(), l.Binding.Help().Desc, l.Binding, func() tea.Cmd { return p.give(l.Rating) }))
		}
		return append(list, why(act("why", k.Why.Help().Desc, k.Why, p.toggleWhy), p.noIndicator(), false), act("esc", t.Go.Close, k.Esc, p.shut),
			nav.Action{ID: "undo", Name: k.Undo.Help().Desc, Binding: k.Undo, Main: true, Run: p.undo}, saved)
	case p.noting:
		return []nav.Action{
			why(act("enter", t.Go.Write, k.Enter, p.editNote), p.lockedWhy(), true), why(act("edit", t.Go.Write, k.Edit, p.editNote), p.lockedWhy(), false),
			act("esc", t.Go.Close, k.Esc, p.closeNotes), act("note", t.Go.Close, k.Note, p.closeNotes), p.takeBack(act),
		}
	}
	return append(p.moves(act), nav.Action{ID: "redo", Name: k.Redo.Help().Desc, Binding: k.Redo, Run: p.redo}, saved)
}

// asked are the answers to the question before a step.
func (p *Page) asked(act doer) (list []nav.Action) {
	for _, way := range p.step.Ways() {
		list = append(list, act(way.ID, way.Name, way.Binding, func() tea.Cmd { return p.answered(way.Take()) }))
		list[len(list)-1].By = p.step.Whose()
	}
	return list
}

// why gives an action the reason for which it cannot be done, and says whether
// it stands in the line of keys.
func why(a nav.Action, because string, main bool) nav.Action {
	a.Why, a.Main = because, main
	return a
}

// lockedWhy says why ratings and notes cannot change; "" where they can.
func (p *Page) lockedWhy() string {
	t := p.env.Text.Evaluation.Why
	switch e := p.evaluation(); {
	case !p.ready():
		return t.Nobody
	case e.State == model.Final:
		return t.Done
	case e.State == model.Shared:
		return t.Locked
	case e.LocksCard():
		return t.Received
	case p.env.May(model.VerbRate) != "":
		return p.env.Refusal()
	case p.data.Data.Person.Own:
		return rating.Judge(p.env.Text, &p.data.Data.Person, p.names())
	case p.data.Data.Person.Away != nil:
		return p.env.Text.Error(p.data.Data.Person.Away)
	}
	return ""
}

// stepWhy says why a step cannot be taken; "" where it can, and while ratings
// are on their way: once they are in the file it may be possible.
func (p *Page) stepWhy(to model.EvaluationState) string {
	r := &p.data.Data.Person
	switch {
	case !p.ready():
		return p.env.Text.Evaluation.Why.Nobody
	case p.queue.Len() > 0 || r.Takes(to):
		return ""
	}
	return rating.Cannot(p.env.Text, r, to, p.names())
}

// takeBack is undo; once the result was shared it withdraws it, with a reason.
func (p *Page) takeBack(act doer) nav.Action {
	k, t := p.env.Keys, p.env.Text.Evaluation
	switch e := p.evaluation(); {
	case p.ready() && e.State == model.Shared:
		return why(act("withdraw", t.Go.Withdraw, k.Undo, func() tea.Cmd { return p.ask(model.Rated) }), p.stepWhy(model.Rated), false)
	case p.ready() && e.LocksCard():
		because := p.lockedWhy()
		if e.State == model.Received || e.State == model.Accepted {
			because = t.Why.Mend
		}
		return why(act("undo", k.Undo.Help().Desc, k.Undo, p.undo), because, false)
	}
	return act("undo", k.Undo.Help().Desc, k.Undo, p.undo)
}

// moves are the actions while the focus moves.
func (p *Page) moves(act doer) []nav.Action {
	k, t := p.env.Keys, p.env.Text.Evaluation
	nobody, noResult, onePeriod, e := "", p.lockedWhy(), "", p.evaluation()
	if !p.ready() {
		nobody = t.Why.Nobody
	}
	if noResult == "" && e.Result == model.NotRated {
		noResult = t.Why.NoResult
	}
	if len(p.data.Data.Periods) < 2 {
		onePeriod = t.Why.OnePeriod
	}
	name, because := p.enterName(), nobody
	if p.focus == onResults || p.focus == onBehaviour {
		if because = p.lockedWhy(); because == "" && p.computes() {
			because = p.unvaluable()
		}
	}
	if p.focus == onNext && because == "" {
		because = p.env.May(model.VerbRate, model.VerbShare, model.VerbReceive, model.VerbAccept, model.VerbFinalise)
	}
	list := []nav.Action{
		why(act("enter", name, k.Enter, p.enter), because, true),
		why(act("why", k.Why.Help().Desc, k.Why, p.toggleWhy), p.noIndicator(), true),
		why(act("share", k.Share.Help().Desc, k.Share, func() tea.Cmd { return p.ask(model.Shared) }), p.stepWhy(model.Shared), true),
		why(act("note", t.Go.Notes, k.Note, p.openNotes), nobody, true),
		why(act("feedback", k.Feedback.Help().Desc, k.Feedback, p.feedback), nobody, true),
		why(act("edit", t.Go.Reason, k.Edit, p.editReason), noResult, false),
		why(act("period", k.Period.Help().Desc, k.Period, p.choosePeriod), onePeriod, false),
		why(act("detail", p.env.Text.Action.Open, k.Detail, func() tea.Cmd { return nav.Open(nav.ActionPlan{Plan: p.plan, Period: p.period}) }), nobody, false),
		why(act("coach", k.Coach.Help().Desc, k.Coach, p.coach), p.noIndicator(), false), p.objecting(act, nobody), p.takeBack(act), p.env.OwnView(nav.SelfView{Plan: p.plan, Period: p.period}, nobody), p.env.Paper(nav.Document{Plan: p.plan, Period: p.period}, nobody), p.env.History(nav.Record{Plan: p.plan, Period: p.period}),
	}
	if p.computes() {
		at := slices.IndexFunc(list, func(a nav.Action) bool { return a.ID == "edit" })
		list = slices.Replace(list, at, at+1, p.computedActions(act)...)
	}
	for _, s := range rating.Steps(p.env.Text) { // u, named before them, withdraws too
		list = append(list, nav.Action{ID: s.ID, Name: s.Name, Why: p.stepWhy(s.To), Run: func() tea.Cmd { return p.ask(s.To) }})
	}
	for _, m := range rating.Mends(p.env.Text) {
		list = append(list, nav.Action{ID: m.ID, Name: m.Name, Why: p.mendWhy(m), Run: func() tea.Cmd { return p.mend(m) }})
	}
	if !p.alone {
		at, last := p.at(), len(p.data.Data.list)-1
		first, end := "", ""
		if at <= 0 {
			first = t.Why.First
		}
		if at < 0 || at >= last {
			end = t.Why.Last
		}
		list = append(list, why(act("next", t.Go.Next, k.Next, func() tea.Cmd { return p.other(1) }), end, true),
			why(act("previous", t.Go.Previous, k.Previous, func() tea.Cmd { return p.other(-1) }), first, false))
	}
	if p.why {
		list = append([]nav.Action{act("close", t.Go.Close, k.Esc, p.toggleWhy)}, list...)
	}
	return list
}

// enterName is what Enter does at the focus.
func (p *Page) enterName() string {
	t := p.env.Text.Evaluation.Go
	if p.focus == onBehaviour && p.computes() {
		return p.env.Text.Rules.Screen.EnterNumber
	}
	return map[focus]string{onName: t.Person, onResults: t.Choose, onBehaviour: t.Choose, onNext: t.Step}[p.focus]
}

// enter does what the focus is on.
func (p *Page) enter() tea.Cmd {
	switch p.focus {
	case onName:
		return nav.Open(nav.Person{Employee: p.data.Data.Person.Staff.Employee, Period: p.period})
	case onNext:
		return p.next()
	case onResults, onBehaviour:
		return p.rate()
	}
	return nil
}

// next does the next step: rates what is not rated, else asks about the step.
func (p *Page) next() tea.Cmd {
	e := p.evaluation()
	switch n := board.NextOf(e); {
	case p.data.Data.Person.Own && n.Who == model.RelEvaluator:
		return nav.Say(p.task())
	case n.To != model.EvaluationDraft:
		return p.ask(n.To)
	case n.Task == board.Explain || n.Task == board.Answer:
		return p.object()
	case n.Task == board.Rate || n.Task == board.RateOther:
		p.focus = p.nextFocus()
		return p.rate()
	}
	return nav.Say(p.task())
}

// object goes to the objections to this evaluation.
func (p *Page) object() tea.Cmd { return nav.Open(nav.Objection{Plan: p.plan, Period: p.period}) }

// objecting stands in the line of keys while one can object, or somebody did.
func (p *Page) objecting(act doer, because string) nav.Action {
	k, e := p.env.Keys, p.evaluation()
	return why(act("object", k.Object.Help().Desc, k.Object, p.object), because, e.State >= model.Received && e.State < model.Final)
}

func (p *Page) shut() tea.Cmd { p.pen.Back(); return nil }

func (p *Page) feedback() tea.Cmd {
	return nav.Open(nav.Feedback{Employee: p.data.Data.Person.Staff.Employee, Period: p.period})
}

// coach starts a coaching plan about the indicator that the cursor is on.
func (p *Page) coach() tea.Cmd {
	r := &p.data.Data.Person
	return nav.Open(nav.StartCoaching{Employee: r.Staff.Employee, Plan: p.plan, Period: p.period, Measure: r.MeasureAt(p.measure)})
}

// at is the person's place among all of the period; -1 where they are not.
func (p *Page) at() int { return slices.Index(p.data.Data.list, p.plan) }

// other goes to the person so many places on, once the ratings are in the file.
func (p *Page) other(by int) tea.Cmd {
	return p.sending.WhenSaved(func() tea.Cmd {
		p.plan = p.data.Data.list[p.at()+by]
		return p.arrive()
	})
}

// choosePeriod lets another period be chosen, once the ratings are in the file.
func (p *Page) choosePeriod() tea.Cmd {
	return nav.ChoosePeriod(p.data.Data.Periods, p.period, func(to model.Period) tea.Cmd {
		return p.sending.WhenSaved(func() tea.Cmd {
			p.period = to
			return p.arrive()
		})
	})
}

// arrive begins anew with another person or period.
func (p *Page) arrive() tea.Cmd {
	p.fresh, p.why, p.rates, p.measure = true, false, false, 0
	p.scroll.Reset()
	return p.Init()
}

// ShowAlone shows this person and nobody else: not their place among others,
// not the way to them, and no change that was made elsewhere.
func (p *Page) ShowAlone(on bool) { p.alone, p.recalls.Alone = on, on }
