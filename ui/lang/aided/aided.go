// Package aided says what a coaching plan holds and whether it helped, on screen
// and on the command line in the same words.
package aided

import (
	"strings"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/ui/lang"
)

// Head is the kind of a plan and how far it has come.
func Head(t *lang.Texts, p coaching.Coaching) string {
	w := t.Coaching
	return lang.Fill(w.Head, "kind", w.Kinds[p.Kind.String()], "state", w.States[p.State.String()])
}

// About is what a plan is about: the code of a measure, or a behaviour; "" where it
// is about neither.
func About(p coaching.Coaching) string { return lang.Inert(p.Code + p.Behaviour) }

// Measure is what the measure had reached when the plan began.
func Measure(t *lang.Texts, p coaching.Coaching) string {
	w := t.Coaching
	if p.Measure == "" {
		return w.NoMeasure
	}
	return lang.Fill(w.Measure, "code", lang.Inert(p.Code), "value", t.FixedAmount(p.Value), "target", t.Number(p.Target), "period", t.Period(p.Period))
}

// Plan is why there is a plan and what it is to come to, a sentence a line.
func Plan(t *lang.Texts, r coaching.Row) []string {
	w := t.Coaching
	var causes []string
	for _, c := range r.Causes {
		causes = append(causes, w.Causes[c.String()])
	}
	list := []string{
		Measure(t, r.Coaching), lang.Fill(w.Problem, "text", lang.Inert(r.Problem)),
		lang.Fill(w.Cause, "list", strings.Join(causes, ", ")), lang.Fill(w.Aim, "text", lang.Inert(r.Aim)),
	}
	if r.ByName != "" {
		list = append(list, lang.Fill(w.Helper, "name", lang.Inert(r.ByName)))
	}
	return list
}

// Item is one thing of a plan, with its day in words: by when, since when late, or
// when it was done.
func Item(t *lang.Texts, r coaching.Row, x coaching.Item, today model.Date) string {
	w, text := t.Coaching, lang.Inert(x.Text)
	switch {
	case x.Part == coaching.Look && text == "":
		text = w.ReviewText
	case x.Part == coaching.Support:
		text = lang.Fill(w.Given, "text", text, "who", lang.Inert(x.Who))
	case x.Owner != "" && x.Owner != r.Employee && r.Names[x.Owner] != "":
		text = lang.Fill(w.Owned, "text", text, "name", lang.Inert(r.Names[x.Owner]))
	}
	switch {
	case !x.Done.IsZero():
		return lang.Fill(w.Done, "text", text, "date", t.Date(x.Done))
	case r.State.Open() && x.Due < today:
		return lang.Fill(w.Late, "text", text, "date", t.Date(x.Due))
	}
	return lang.Fill(w.Due, "text", text, "date", t.Date(x.Due))
}

// Words are the words that were said about a plan: what, when, whose, how it is
// known.
func Words(t *lang.Texts, r coaching.Row) (list []string) {
	w := t.Coaching
	for _, x := range r.Words {
		how := w.OwnWord
		switch x.Via {
		case model.Signed:
			how = t.Voice.Signed
		case model.Recorded:
			how = lang.Fill(t.Voice.Recorded, "by", lang.Inert(r.Names[x.By]), "document", t.By(x.Document))
			if r.Names[x.By] == "" {
				how = lang.Fill(t.Voice.RecordedBare, "document", t.By(x.Document))
			}
		}
		name := lang.Inert(r.Names[x.Whose])
		if name == "" {
			name = t.Voice.Unnamed
		}
		line := lang.Fill(w.Word, "act", w.Acts[x.Act], "on", t.Date(x.On), "name", name, "how", how)
		if x.Reason != "" {
			line += " " + lang.Fill(t.Voice.Reason, "reason", lang.Inert(x.Reason))
		}
		list = append(list, line)
	}
	switch {
	case r.Outcome == coaching.NoOutcome:
	case r.Note == "":
		list = append(list, lang.Fill(w.EndedBare, "outcome", w.Outcomes[r.Outcome.String()]))
	default:
		list = append(list, lang.Fill(w.Ended, "outcome", w.Outcomes[r.Outcome.String()], "note", lang.Inert(r.Note)))
	}
	return list
}

// Effect is what the measure did before and after, and what it did with colleagues,
// a sentence a line, each with what it rests on.
func Effect(t *lang.Texts, h coaching.Helped) []string {
	w, e := t.Coaching, h.Effect
	list := []string{
		mean(t, w.Before, e.Before, e.PeriodsBefore), mean(t, w.After, e.After, e.PeriodsAfter),
	}
	switch {
	case e.Verdict != coaching.Unsaid:
		list = append(list, lang.Fill(w.Change, "change", Signed(t, e.Change), "verdict", w.Verdicts[e.Verdict.String()]))
	case e.PeriodsBefore == 0:
		list = append(list, w.UnsaidNone)
	default:
		list = append(list, lang.Fill(w.Unsaid, "periods", t.Plural(w.Periods, e.PeriodsAfter), "need", t.Plural(w.Periods, coaching.Enough)))
	}
	return append(list, Group(t, h.Colleagues))
}

func mean(t *lang.Texts, text string, m model.Amount, periods int) string {
	value := t.Coaching.Nothing
	if m.Present() {
		value = t.FixedAmount(m) + " %"
	}
	return lang.Fill(text, "mean", value, "periods", t.Plural(t.Coaching.Periods, periods))
}

// Group is what the measure did with colleagues who were not helped with it.
func Group(t *lang.Texts, g coaching.Group) string {
	w := t.Coaching
	if g.Lines == 0 {
		return w.NoColleague
	}
	text := counts(t, w.Colleagues, g, g.Lines)
	if g.Change.Present() {
		text += " " + lang.Fill(w.TheirChange, "change", Signed(t, g.Change), "n", t.Count(g.Counted))
	}
	return text
}

// counts fills text with how many lines of a group rose, stayed, fell or say nothing
// yet, of all.
func counts(t *lang.Texts, text string, g coaching.Group, all int) string {
	return lang.Fill(text, "all", t.Count(all), "better", t.Count(g.Rose), "same", t.Count(g.Same), "worse", t.Count(g.Fell), "unsaid", t.Count(g.Unsaid))
}

// Unit is what all plans of a unit did together.
func Unit(t *lang.Texts, list []coaching.Helped, all coaching.Group) []string {
	w := t.Coaching
	if len(list) == 0 {
		return []string{w.UnitNone}
	}
	text := counts(t, w.Unit, all, len(list))
	if all.Change.Present() {
		text += " " + lang.Fill(w.TheirChange, "change", Signed(t, all.Change), "n", t.Count(all.Counted))
	}
	return []string{text, w.Caution}
}

// Signed is a difference with its sign; a dash for none.
func Signed(t *lang.Texts, a model.Amount) string {
	if n, ok := a.Get(); ok && n > 0 {
		return "+" + t.FixedAmount(a)
	}
	return t.FixedAmount(a)
}
