package working

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
	"kinerja/ui/lang/span"
	"kinerja/ui/theme"
	"kinerja/ui/widget/ngain"
	"kinerja/ui/widget/skm"
)

// Why answers why one indicator of s has its number: input, target, source,
// formula with the numbers filled in, cap, weight, rounding, what was left out,
// rule and version; cuts are those of gains. A measure that s does not have gives nothing.
func Why(t *lang.Texts, st *theme.Styles, cuts gain.Cuts, s score.Score, measure model.ElementID, width int) []string {
	step, ok := find(s, measure)
	if !ok {
		return nil
	}
	l := t.Working.Why.Label
	answers := []answer{
		{l.Input, inputOf(t, step)},
		{l.Origin, cmp.Or(skm.From(t, step.Entry(), "", nil), ngain.From(t, cuts, step.Gauge, step.Entry()))},
		{l.Target, targetWords(t, step.Gauge)},
		{l.Source, sourceOf(t, step.Gauge)},
		{l.Formula, Formula(t, step)},
		{l.Cap, capOf(t, s, step)},
		{l.Weight, weightOf(t, s, step)},
		{l.Adds, addsOf(t, s, step)},
		{l.Rounding, roundingOf(t, s)},
		{l.Left, leftOut(t, s)},
		{l.Rule, RuleName(t, s.RuleSet)},
	}
	for i, line := range lesson.From(t, step.Gauge, step.Entry()) {
		label := map[bool]string{true: l.Origin}[i == 0]
		answers = slices.Insert(answers, 2+i, answer{label, line})
	}
	name, unit := nameOf(t, step.Gauge)
	return answered(st, lang.Fill(t.Working.Why.Title, "name", name+unit), answers, width)
}

// answer is what is said beside a label; "" says nothing.
type answer struct{ label, text string }

// answered sets answers below a title, their texts in one column.
func answered(st *theme.Styles, title string, answers []answer, width int) []string {
	margin := 0
	for _, a := range answers {
		margin = max(margin, ansi.StringWidth(a.label)+indent+gap)
	}
	var lines []string
	for _, part := range wrap(title, width-1) {
		lines = append(lines, " "+st.Header.Render(part))
	}
	for _, a := range answers {
		if a.text == "" {
			continue
		}
		for i, part := range wrap(a.text, width-margin) {
			label := ""
			if i == 0 {
				label = a.label
			}
			lines = append(lines, st.Dim.Render(fit(strings.Repeat(" ", indent)+label, margin, ""))+part)
		}
	}
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(width, 0), st.Glyphs.Ellipsis)
	}
	return lines
}

func find(s score.Score, measure model.ElementID) (score.Step, bool) {
	for _, step := range s.Steps {
		if step.Measure == measure {
			return step, true
		}
	}
	return score.Step{}, false
}

// inputOf is what was entered, with numerator and denominator where these were.
func inputOf(t *lang.Texts, step score.Step) string {
	w := t.Working
	num, ok := step.Num.Get()
	if den, both := step.Den.Get(); ok && both {
		return lang.Fill(w.Why.Fraction, "num", t.Number(num), "den", t.Number(den), "value", t.Reached(step.Entry()))
	}
	if !step.Actual.Present() {
		return w.None
	}
	return said(w.Why.Input, "value", t.Amount(step.Actual), "unit", t.Unit(step.Gauge.Unit))
}

// said fills a text and takes out the blank that an empty part leaves.
func said(text string, pairs ...any) string {
	return strings.Join(strings.Fields(lang.Fill(text, pairs...)), " ")
}

func targetWords(t *lang.Texts, g model.Gauge) string {
	w, unit, direction := t.Working.Why, t.Unit(g.Unit), t.Direction(g.Direction)
	high, ranged := g.TargetHigh.Get()
	limit, limited := g.Limit.Get()
	switch {
	case g.Part.Days > 0:
		return said(w.TargetPart, "full", t.FullTarget(g), "held", g.Part.Held, "days", g.Part.Days, "away", span.Off(t, g.Part), "target", t.Target(g), "unit", unit, "direction", direction)
	case g.Direction == model.Zero && limited:
		return said(w.NoneLimit, "unit", unit, "limit", t.Number(limit), "direction", direction)
	case g.Direction == model.Zero:
		return said(w.NoneBest, "unit", unit, "direction", direction)
	case ranged && high != g.Target:
		return said(w.TargetRange, "low", t.Number(g.Target), "high", t.Number(high), "unit", unit, "direction", direction)
	}
	return said(w.TargetValue, "target", t.Number(g.Target), "unit", unit, "direction", direction)
}

func sourceOf(t *lang.Texts, g model.Gauge) string {
	source := t.Source(g.Source)
	if source == "" {
		source = t.Working.Why.SourceNone
	}
	if g.Unverified {
		source += ", " + t.Working.Why.Unverified
	}
	return source
}

// capOf says how much counts at most and whose that limit is, and whether it
// was met.
func capOf(t *lang.Texts, s score.Score, step score.Step) string {
	w := t.Working.Why
	if !step.Note.Code.Counts() {
		return ""
	}
	whose := w.CapOwn
	if !step.Gauge.Cap.Present() {
		whose = RuleName(t, s.RuleSet)
		if rs, ok := rules.Find(s.RuleSet); ok && rs.IsDefault("cap") {
			if whose = w.CapDefault; rs.Cap != step.Cap {
				whose = w.CapSet
			}
		}
	}
	reached := t.FixedAmount(step.Reached)
	switch step.Note.Code {
	case score.NoteCapped:
		return lang.Fill(w.CappedAt, "reached", reached, "cap", t.Number(step.Cap), "whose", whose)
	case score.NoteFloored:
		return lang.Fill(w.Floored, "reached", reached)
	}
	return lang.Fill(w.Unlimited, "cap", t.Number(step.Cap), "whose", whose)
}

func weightOf(t *lang.Texts, s score.Score, step score.Step) string {
	if !step.Note.Code.Counts() {
		return lang.Fill(t.Working.Why.WeightOut, "weight", t.Number(step.Gauge.Weight))
	}
	return lang.Fill(t.Working.Why.WeightOf, "weight", t.Number(step.Gauge.Weight), "present", t.Number(weight(s)))
}

func addsOf(t *lang.Texts, s score.Score, step score.Step) string {
	if !step.Adds.Present() {
		return lang.None
	}
	return lang.Fill(t.Working.Why.AddsIs, "counted", t.FixedAmount(step.Counted), "weight", t.Number(step.Gauge.Weight),
		"present", t.Number(weight(s)), "adds", t.FixedAmount(step.Adds))
}

func roundingOf(t *lang.Texts, s score.Score) string {
	text := t.Working.Why.RoundingIs
	if value, ok := s.Value.Get(); ok && s.Rounding != 0 {
		text += "; " + lang.Fill(t.Working.Why.RoundingSum, "sum", t.Fixed(value-s.Rounding), "value", t.Fixed(value), "n", t.Fixed(s.Rounding))
	}
	return text
}

// leftOut names the indicators that do not count, each with its reason.
func leftOut(t *lang.Texts, s score.Score) string {
	var list []string
	for _, step := range s.Steps {
		if !step.Note.Code.Counts() {
			name, _ := nameOf(t, step.Gauge)
			list = append(list, lang.Fill(t.Working.Why.LeftOne, "name", name, "why", Note(t, step)))
		}
	}
	if len(list) == 0 {
		return t.Working.Why.NoneLeft
	}
	if !s.Value.Present() {
		return strings.Join(list, "; ")
	}
	return lang.Fill(t.Working.Why.LeftOut, "list", strings.Join(list, "; "))
}

// RuleName is a rule set's name and version, from its reference
// ("permenpanrb6@1"); the reference itself where nobody knows it.
func RuleName(t *lang.Texts, ref string) string {
	rs, ok := rules.Find(ref)
	if !ok {
		return lang.Inert(ref)
	}
	return lang.Fill(t.Working.Why.RuleIs, "name", rs.Name.In(t.Code), "version", rs.Version)
}
