package person

import (
	"slices"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/widget/ruleset"
)

// state is how far the evaluation has come, the ratings and what follows from
// them, and what one must know before reading the number out.
func (p *Page) state() []string {
	t, s := p.env.Text, p.env.Styles
	r, _ := p.chosen()
	e, f := r.Evaluation, p.figure[p.at]
	lines := []string{p.stateLine()}
	if text := p.whichPlan(r); text != "" {
		lines = append(lines, p.wrap(text)...)
	}
	if e.Result != model.NotRated || e.Behaviour != model.NotRated {
		predicate := t.Predicate(e.Predicate)
		if e.Predicate == model.NeedsImprovement {
			predicate = t.Person.Improvement
		}
		lines = append(lines, p.wrap(lang.Fill(t.Person.Ratings,
			"result", t.Rating(e.Result), "behaviour", t.Rating(e.Behaviour), "predicate", predicate))...)
	}
	if e.Computed.Present() {
		predicate := ruleset.Predicate(t, e, p.env.Rules.File)
		lines = append(lines, p.wrap(lang.Fill(t.Rules.Value, "value", t.FixedAmount(e.Computed), "predicate", predicate)+" · "+
			t.Rules.Screen.Behaviour+" "+t.FixedAmount(e.BehaviourValue))...)
	}
	asks := !e.Computed.Present() && e.Result != model.NotRated && score.Asks(e.Suggested, e.Result)
	if asks || e.Reason != "" {
		lines = append(lines, p.wrap(p.reason(e))...)
	}
	switch {
	case f.err != nil:
		lines = append(lines, p.styled(s.Bad, lang.Fill(t.Person.NoScore, "why", t.Error(f.err)))...)
	case f.changed():
		text := t.Person.Changed
		if frozen(e) {
			text = t.Person.ChangedFinal
		}
		text = lang.Fill(text, "what", t.Working.Shifts[score.Shifted(f.then, r.Card, r.Plan, f.rules)], "then", t.FixedAmount(f.then), "now", t.FixedAmount(f.now))
		lines = append(lines, p.styled(s.Warning, text)...)
	}
	return lines
}

// stateLine names the period and how far its evaluation has come (UX 2.7).
func (p *Page) stateLine() string {
	t, s := p.env.Text, p.env.Styles
	r, _ := p.chosen()
	head := " " + s.Header.Render(t.Period(period(r))) + " · "
	switch state := r.Evaluation.State; state {
	case model.Rated, model.Reviewed:
		return head + s.Warning.Render(t.Person.NotShared)
	default:
		return head + t.State(state)
	}
}

// reason is why the rating is what it is, beside what the aid suggested then.
func (p *Page) reason(e model.Evaluation) string {
	t := p.env.Text
	suggested, reason := lang.Fill(t.Person.NoSuggestion, "share", t.Number(e.Share.Round())), t.Person.NoReason
	if e.Suggested != model.NotRated {
		suggested = t.Rating(e.Suggested)
	}
	if e.Reason != "" {
		reason = lang.Inert(e.Reason)
	}
	text := t.Person.Reason
	if objection.Decides(e) {
		text = t.Person.Decided
	}
	return lang.Fill(text, "suggested", suggested, "reason", reason)
}

// whichPlan says as what somebody was measured, where that is not plain: one
// of several plans in the period, or a plan of another post than today's.
func (p *Page) whichPlan(r model.Result) string {
	t := p.env.Text.Person
	position, unit := lang.None, p.unit(r.Plan.Unit)
	for _, post := range p.data.Data.profile.Posts {
		if post.ID == r.Plan.Post {
			position = p.position(post)
		}
	}
	today, _ := p.mainPost()
	switch n, all := p.among(p.at); {
	case all > 1:
		return lang.Fill(t.PlanAmong, "n", n, "all", all, "position", position, "unit", unit)
	case r.Plan.Post != today.ID:
		return lang.Fill(t.PlanElsewhere, "position", position, "unit", unit)
	}
	return ""
}

// acts lists who did what about plan and evaluation, and whose word it is.
func (p *Page) acts() []string {
	r, ok := p.chosen()
	if !ok {
		return nil
	}
	var lines []string
	names := p.names()
	for _, w := range slices.Concat(r.Plan.Words, r.Evaluation.Words) {
		lines = append(lines, p.item(said.Act(p.env.Text, w, names))...)
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{" " + p.env.Styles.Header.Render(p.env.Text.Person.Acts)}, lines...)
}

// names are those whom this page knows.
func (p *Page) names() map[model.EmployeeID]string {
	pr := p.data.Data.profile
	names := map[model.EmployeeID]string{pr.Evaluator.ID: pr.Evaluator.FullName(), p.env.Me.Employee: p.env.Me.Name}
	names[pr.Employee.ID] = pr.Employee.FullName()
	return names
}
