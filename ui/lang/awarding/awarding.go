// Package awarding says who is proposed for an award and why, what became of a
// nomination, and which letters of discipline there are, on screen and on the
// command line in the same words.
package awarding

import (
	"strings"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// Periods are those looked at: the first and the last.
func Periods(t *lang.Texts, list []model.Period) string {
	if len(list) == 0 {
		return ""
	}
	first, last := list[0], list[len(list)-1]
	if first == last {
		return t.Period(last)
	}
	return t.Period(first) + "–" + t.Period(last)
}

// Rule says what is asked for.
func Rule(t *lang.Texts, r award.Rule) string {
	w := t.Award
	row := w.All
	if r.Least.Row > 0 {
		row = t.Plural(w.Last, r.Least.Row)
	}
	return lang.Fill(w.Rule, "row", row, "best", t.Predicate(r.Least.Best), "worst", t.Predicate(r.Least.Worst))
}

// Head says how many meet the rule.
func Head(t *lang.Texts, list []award.Proposal, periods []model.Period) string {
	met := 0
	for _, p := range list {
		if p.Met {
			met++
		}
	}
	return lang.Fill(t.Award.Head, "n", t.Count(met), "all", t.Count(len(list)), "periods", Periods(t, periods))
}

// Result says whether somebody meets the rule, and is nominated already.
func Result(t *lang.Texts, p award.Proposal) string {
	text := t.Award.NotMet
	if p.Met {
		text = t.Award.Met
	}
	if p.Nominated {
		text += ", " + t.Award.Nominated
	}
	return text
}

// Reasons are those of all conditions, or where one is not met of these alone.
func Reasons(t *lang.Texts, found []award.Finding, r award.Rule) string {
	var list []string
	met := award.Met(found)
	for _, f := range found {
		if met || !f.Met {
			list = append(list, Finding(t, f, r)...)
		}
	}
	return strings.Join(list, "; ")
}

// Mark says before a finding whether the condition is met.
func Mark(t *lang.Texts, f award.Finding) string {
	if f.Met {
		return t.Award.Met + ": "
	}
	return t.Award.NotMet + ": "
}

// Finding says one condition in words: that it is met, or what stands in the way.
func Finding(t *lang.Texts, f award.Finding, r award.Rule) []string {
	w := t.Award.Conditions
	var in []string
	for _, p := range f.Periods {
		in = append(in, t.Period(p))
	}
	periods := strings.Join(in, ", ")
	either := func(met, not string, pairs ...any) []string {
		if f.Met {
			return []string{met}
		}
		return []string{lang.Fill(not, pairs...)}
	}
	switch f.Condition {
	case award.HasFinal:
		return either(w.Final, w.NoFinal, "periods", periods)
	case award.NoObjection:
		return either(w.NoObjection, w.Objection, "periods", periods)
	case award.NoDiscipline:
		return either(w.NoLetter, w.Letter, "number", lang.Inert(f.Letter))
	}
	return best(t, f, r, periods)
}

// best says how many periods in a row were good enough, and which were too poor.
func best(t *lang.Texts, f award.Finding, r award.Rule, periods string) (list []string) {
	w := t.Award.Conditions
	need := t.Award.EveryOne
	if r.Least.Row > 0 {
		need = t.Count(r.Least.Row)
	}
	pairs := []any{"predicate", t.Predicate(r.Least.Best), "row", t.Plural(t.Award.InRow, f.Row), "need", need}
	if f.Met {
		return []string{lang.Fill(w.Best, pairs...)}
	}
	if f.Row < r.Least.Row || f.Predicate == model.NoPredicate {
		text := w.NotBest
		if f.Row == 0 {
			text = w.NotLast
		}
		list = append(list, lang.Fill(text, pairs...))
	}
	if f.Predicate != model.NoPredicate {
		list = append(list, lang.Fill(w.Worse, "predicate", t.Predicate(f.Predicate), "periods", periods))
	}
	return list
}

// Line is what a nomination is for, and how far it has come.
func Line(t *lang.Texts, a award.Award) string {
	w := t.Award
	return lang.Fill(w.Line, "kind", lang.Inert(a.Kind), "period", t.Period(a.Period), "state", w.States[a.State.String()])
}

// Acts say who did what with a nomination, whose word it is, and how that is known.
func Acts(t *lang.Texts, r award.Row) (list []string) {
	w := t.Award
	for _, x := range r.Words {
		whose := r.Names[x.Whose]
		if whose == "" {
			whose = t.SKP.Nobody
		}
		text := lang.Fill(w.Act, "on", t.Date(x.On), "act", w.States[x.Act], "whose", lang.Inert(whose))
		if x.Document != "" && x.Via != model.Recorded {
			text += " · " + t.By(x.Document)
		}
		if x.Reason != "" && x.Act != award.Nominate {
			text += " · " + lang.Inert(x.Reason)
		}
		list = append(list, said.After(t, text, model.Word{Via: x.Via, Document: x.Document}, r.Names[x.By]))
	}
	return list
}
