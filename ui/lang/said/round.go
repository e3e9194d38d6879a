package said

import (
	"strings"

	"kinerja/model/round"
	"kinerja/model/rules"
	"kinerja/ui/lang"
)

// Round says what was answered in an anonymous round: how many of each kind, about
// which values of behaviour, and the texts, in an order that tells nothing. An empty
// line parts the kinds.
func Round(t *lang.Texts, s round.Summary) (lines []string) {
	var kinds []string
	byKind := func(value string, all bool) (list []string) {
		for _, k := range round.Kinds() {
			n := s.Of(k, value)
			if all {
				n = 0
				for _, v := range s.Voices {
					if v.Kind == k {
						n++
					}
				}
			}
			if n > 0 {
				list = append(list, k.Sign()+" "+t.Count(n)+" "+t.FeedbackKind(k))
			}
		}
		return list
	}
	kinds = byKind("", true)
	lines = append(lines, lang.Fill(t.Round.Counts, "answers", t.Plural(t.Round.Answers, len(s.Voices)), "kinds", strings.Join(kinds, ", ")))
	for _, b := range rules.Behaviours() {
		if list := byKind(b.Code, false); len(list) > 0 {
			lines = append(lines, b.Name.In(t.Code)+": "+strings.Join(list, ", "))
		}
	}
	for _, k := range round.Kinds() {
		first := true
		for _, v := range s.Voices {
			if v.Kind != k {
				continue
			}
			if first {
				lines, first = append(lines, "", k.Sign()+" "+t.FeedbackKind(k)), false
			}
			text := t.Round.Bullet + " " + lang.Inert(strings.Join(strings.Fields(v.Text), " "))
			if about := behaviour(t, v.Value); about != "" {
				text += " (" + about + ")"
			}
			lines = append(lines, text)
		}
	}
	return lines
}

// behaviour names a value of behaviour; "" for the person as such.
func behaviour(t *lang.Texts, code string) string {
	for _, b := range rules.Behaviours() {
		if b.Code == code {
			return b.Name.In(t.Code)
		}
	}
	return ""
}
