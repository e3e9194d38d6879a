// Package computed is what the pages that rate show and take under a rule set
// with a formula: no two ratings and no matrix, but a number for behaviour, where
// the rule set asks for it a new idea, and the value and predicate that follow,
// in that rule set's own words.
//
// It promises that lines fit their width in cells, that text from outside is
// inert, and that nothing is said by colour alone.
package computed

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/ruleset"
)

// Stand is how an evaluation stands by a formula.
type Stand struct {
	Rules rules.RuleSet
	Grade grade.Grade // as the card stands now; of a final one as it was frozen
	Kept  model.Amount
	Idea  string
	Err   error // why it cannot be computed
}

// Of says how somebody stands: by the rule set that computed them, else, where
// they are not rated, by the one that their plan goes by. It is false where two ratings decide.
func Of(r *board.Person, e model.Evaluation) (Stand, bool) {
	current := r.By
	s := Stand{Rules: current, Kept: e.Computed, Idea: e.Idea}
	switch {
	case e.Computed.Present():
		s.Grade, s.Rules, s.Err = grade.OfEvaluation(e, r.Card, r.Plan, current)
		return s, true
	case !current.Computes() || e.Result != model.NotRated || e.Behaviour != model.NotRated:
		return s, false
	}
	s.Grade, s.Err = grade.Of(r.Card, r.Plan, current, grade.Said{Behaviour: e.BehaviourValue, Idea: e.Idea})
	return s, true
}

// Seen is an evaluation with what follows from a number that is on its way into
// the file.
func Seen(r *board.Person, e model.Evaluation) model.Evaluation {
	if e.Computed.Present() || !e.BehaviourValue.Present() {
		return e
	}
	if s, ok := Of(r, e); ok && s.Err == nil {
		e.Computed, e.Predicate = s.Grade.Value, s.Grade.Predicate
	}
	return e
}

// Moved reports whether results changed after the number was given.
func (s Stand) Moved() bool {
	kept, ok := s.Kept.Get()
	return ok && s.Err == nil && s.Grade.Value.Or(-1) != kept
}

// Cannot says why no number can be given for behaviour: nothing can be computed
// with it. It is "" where one can.
func Cannot(t *lang.Texts, r *board.Person) string {
	if r.Away != nil {
		return t.Error(r.Away)
	}
	switch g, err := grade.Of(r.Card, r.Plan, r.By, grade.Said{}); {
	case err != nil:
		return t.Error(err)
	case !g.Enough:
		return lang.Fill(t.Rules.TooLittle, "share", t.Fixed(g.Share), "need", t.Number(r.By.MinShare))
	}
	return ""
}

// Task says what is to be done next about somebody who is not rated: what is
// missing for a value.
func (s Stand) Task(t *lang.Texts) string {
	w := t.Rules.Screen
	switch {
	case s.Err != nil:
		return t.Error(s.Err)
	case !s.Grade.Enough:
		return lang.Fill(t.Rules.TooLittle, "share", t.Fixed(s.Grade.Share), "need", t.Number(s.Rules.MinShare))
	}
	return lang.Fill(w.Task, "results", t.FixedAmount(s.Grade.Results), "most", t.Number(s.Rules.Formula.MostBehaviour))
}

// Changed says that results moved after the number was given.
func (s Stand) Changed(t *lang.Texts) string {
	return lang.Fill(t.Rules.Screen.Moved, "then", t.FixedAmount(s.Kept), "now", t.FixedAmount(s.Grade.Value))
}

// Lines is the formula with the numbers filled in, part by part; behaviour
// stands in brackets, because it is what a person gives.
func (s Stand) Lines(l rating.Look, width int, on bool) []string {
	t, g := l.Text, s.Grade
	if s.Err != nil {
		return pane.Wrap(t.Error(s.Err), width)
	}
	w, f := t.Rules.Screen, s.Rules.Formula
	number := "[" + t.FixedAmount(g.Behaviour) + "]"
	if !g.Behaviour.Present() {
		number = "[" + w.Empty + "]"
	}
	sign := " "
	if on {
		sign, number = l.Styles.Glyphs.Cursor, l.Styles.Cell.Render(number)
	}
	part := func(label, value string, weight model.Number, adds model.Amount) string {
		text := label + " " + value
		if adds.Present() {
			text += " × " + t.Number(weight) + " % = " + t.FixedAmount(adds)
		}
		return text
	}
	lines := []string{
		" " + part(w.Results, t.FixedAmount(g.Results), f.Results, g.ResultsAdd),
		sign + part(w.Behaviour, number, f.Behaviour, g.BehaviourAdd),
	}
	if f.AsksIdea() {
		idea := t.Rules.NoIdea
		if s.Idea != "" {
			idea = lang.Fill(t.Rules.Idea, "idea", lang.Inert(strings.ReplaceAll(s.Idea, "\n", " ")))
		}
		lines = append(lines, pane.Wrap(idea, width)...)
	}
	if g.Value.Present() {
		lines = append(lines, " "+l.Styles.Header.Render(ruleset.Verdict(t, s.Rules, g)))
	}
	return lines
}

// Bands are those of the rule set, best first; the one that was reached is in
// capitals between > and <.
func (s Stand) Bands(l rating.Look, width int) []string {
	t := l.Text
	if s.Err != nil {
		return nil
	}
	lines := []string{" " + l.Styles.Header.Render(t.Rules.Bands+" · "+lang.Inert(s.Rules.Name.In(t.Code)))}
	for _, b := range s.Rules.Formula.Bands {
		text := t.Rules.BandIs
		if b.Idea {
			text = t.Rules.BandIdea
		}
		name := lang.Inert(s.Rules.PredicateName(b.Predicate).In(t.Code))
		reached := s.Grade.Value.Present() && b == s.Grade.Band
		if reached {
			name = strings.ToUpper(name) + "<"
		}
		line := "   " + lang.Fill(text, "name", name, "from", t.Number(b.From))
		if reached {
			line = "  >" + l.Styles.Cell.Render(strings.TrimPrefix(line, "   "))
		}
		lines = append(lines, ansi.Truncate(line, max(1, width), l.Styles.Glyphs.Ellipsis))
	}
	return lines
}

// Toward says how far it is to the next better predicate, and what an idea would
// change.
func (s Stand) Toward(t *lang.Texts) []string {
	value, ok := s.Grade.Value.Get()
	if !ok || s.Err != nil {
		return nil
	}
	if from, ok := s.Grade.NeedsIdeaFrom.Get(); ok {
		return []string{lang.Fill(t.Rules.WithIdea, "from", t.Number(from))}
	}
	var next rules.Band
	for _, b := range s.Rules.Formula.Bands {
		if b.Predicate > s.Grade.Predicate {
			next = b // the last of them is the nearest
		}
	}
	if next.Predicate == model.NoPredicate {
		return []string{t.Evaluation.Top}
	}
	text := t.Rules.Screen.Toward
	if next.Idea && s.Idea == "" {
		text = t.Rules.Screen.TowardIdea
	}
	return []string{lang.Fill(text, "name", lang.Inert(s.Rules.PredicateName(next.Predicate).In(t.Code)), "from", t.Number(next.From), "by", t.Fixed(next.From-value))}
}

// Working is the whole working, below a head.
func (s Stand) Working(l rating.Look, width int) []string {
	if s.Err != nil {
		return nil
	}
	t := l.Text
	lines := []string{" " + l.Styles.Header.Render(lang.Fill(t.Rules.Screen.Working, "name", lang.Inert(s.Rules.Name.In(t.Code))))}
	for _, text := range ruleset.Working(t, s.Rules, s.Grade, s.Idea) {
		lines = append(lines, pane.Hang(text, width, 2, 4)...)
	}
	return lines
}
