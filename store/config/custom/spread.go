package custom

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/store/config"
)

// guide reads [[limit]]: how predicates are spread over a unit by its result.
// Nil for a file without one: then it is the guide of the rule in force.
func guide(t *table, rs rules.RuleSet) *distribution.Guide {
	limits := t.list("limit")
	if len(limits) == 0 {
		return nil
	}
	g := distribution.Guide{Name: rs.ID, Version: rs.Version, Source: rs.Source}
	for _, sub := range limits {
		grade, _ := unitresult.ParseGrade(sub.word("unit_result", true, grades()...))
		kind, _ := distribution.ParseKind(sub.word("kind", true, distribution.Kinds()...))
		l := distribution.Limit{Kind: kind, Of: sub.predicates("predicates")}
		if kind.Bounded() {
			l.Percent = sub.whole("percent", 0, 100, 0)
			if !sub.has("percent") {
				sub.bad("percent", nil, "0 - 100")
			}
		}
		sub.done()
		g.Patterns[grade] = append(g.Patterns[grade], l)
	}
	return &g
}

func grades() (words []string) {
	for _, g := range unitresult.Grades() {
		words = append(words, g.String())
	}
	return words
}

// predicates is a list of their words; there has to be one.
func (t *table) predicates(key string) (list []model.Predicate) {
	v, _ := t.take(key)
	words, _ := v.([]any)
	for _, x := range words {
		word, _ := x.(string)
		p, ok := model.ParsePredicate(word)
		if !ok || p == model.NoPredicate {
			t.bad(key, x, predicates()...)
			return nil
		}
		list = append(list, p)
	}
	if len(list) == 0 {
		t.bad(key, v, predicates()...)
	}
	return list
}

// spread is what an example says of a unit: its result, how many people have
// each predicate, and whether that fits.
type spread struct {
	grade  unitresult.Grade
	counts distribution.Counts
	wants  string // "true", "false"; "" where the example says nothing of it
}

func (t *table) spread() (s spread) {
	s.grade, _ = unitresult.ParseGrade(t.word("unit_result", false, grades()...))
	if counts := t.sub("counts"); counts != nil {
		for p := model.VeryPoor; p <= model.VeryGood; p++ {
			s.counts[p] = counts.whole(p.String(), 0, 100_000, 0)
		}
		counts.done()
	}
	if fits := t.flag("want_fits"); t.has("want_fits") {
		s.wants = fmt.Sprint(fits)
		if s.grade == unitresult.NoGrade {
			t.r.refuse(t.path+"unit_result", "", config.ErrValue, grades()...)
		}
	}
	return s
}

func (s spread) fits(rs rules.RuleSet) string {
	return fmt.Sprint(distribution.Fits(rs.Distribution().Of(s.grade).Check(s.counts)))
}
