// Package outlook says what would lead to another predicate.
package outlook

import (
	"strings"

	"kinerja/model"
	"kinerja/model/score"
	"kinerja/ui/lang"
)

// Lines say what would change the predicate, a sentence or two for each way
// (UX 4): the rating first, then what the aid says to it.
func Lines(t *lang.Texts, list []score.Outlook) []string {
	var lines []string
	for _, o := range list {
		lines = append(lines, strings.TrimSpace(toward(t, o)+" "+aid(t, o)))
	}
	return lines
}

func toward(t *lang.Texts, o score.Outlook) string {
	c := t.Evaluation.Change
	var parts []string
	if o.Results {
		parts = append(parts, lang.Fill(c.Results, "rating", t.Rating(o.Result), "from", t.Number(o.From)))
	}
	if o.Behaves {
		parts = append(parts, lang.Fill(c.Behaviour, "rating", t.Rating(o.Behaviour)))
	}
	what := strings.Join(parts, c.And)
	if o.Predicate == model.NoPredicate {
		return lang.Fill(c.Toward, "what", what)
	}
	return lang.Fill(c.TowardPredicate, "predicate", t.Predicate(o.Predicate), "what", what)
}

// aid says what the aid says to a better rating of results.
func aid(t *lang.Texts, o score.Outlook) string {
	c := t.Evaluation.Change
	switch {
	case !o.Results:
		return ""
	case o.Aid == score.AidSilent:
		return c.Silent
	case o.Aid == score.AidSuggests:
		return c.Suggests
	case o.Aid == score.AidOutOfReach:
		return c.OutOfReach
	}
	wishes := make([]string, len(o.Proposal.Values))
	for i, w := range o.Proposal.Values {
		wishes[i] = Wish(t, w)
	}
	text, list := c.One, wishes[0]
	if n := len(wishes); n > 1 {
		text, list = c.Several, strings.Join(wishes[:n-1], ", ")+c.And+wishes[n-1]
	}
	return lang.Fill(text, "list", list, "score", t.Fixed(o.Proposal.Score))
}

// Wish is one value that would have to change: "IDL 98 (dari 94)".
func Wish(t *lang.Texts, w score.Wish) string {
	to := t.Number(w.To)
	if num, ok := w.Num.Get(); ok {
		to = t.Number(num) + "/" + t.Amount(w.Den)
	}
	return lang.Fill(t.Evaluation.Change.Wish, "code", lang.Inert(w.Code), "to", to, "from", t.Reached(model.Entry{Actual: model.Some(w.From), Num: w.Num, Den: w.Den}))
}
