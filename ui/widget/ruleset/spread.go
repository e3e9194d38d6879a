package ruleset

import (
	"strings"

	"kinerja/model/distribution"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
)

// spread is the pattern that a unit's predicates are held against, a line for
// each result that asks for something.
func spread(t *lang.Texts, rs rules.RuleSet) []string {
	r, g := t.Rules, rs.Distribution()
	list := []string{"", lang.Fill(r.Spread, "source", lang.Inert(g.Source))}
	for _, grade := range unitresult.Grades() {
		var limits []string
		for _, l := range g.Of(grade) {
			limits = append(limits, limit(t, rs, l))
		}
		if len(limits) > 0 {
			list = append(list, "  "+lang.Fill(r.SpreadIs, "grade", t.Grade(grade), "limits", strings.Join(limits, "; ")))
		}
	}
	return list
}

func limit(t *lang.Texts, rs rules.RuleSet, l distribution.Limit) string {
	var names []string
	for _, p := range l.Of {
		names = append(names, Name(t, rs, p))
	}
	text := map[distribution.Kind]string{
		distribution.AtMost: t.Rules.SpreadMost, distribution.AtLeast: t.Rules.SpreadLeast,
		distribution.Someone: t.Rules.SpreadOne, distribution.Largest: t.Rules.SpreadLargest,
	}[l.Kind]
	said := lang.Fill(text, "group", strings.Join(names, " "+t.Workplace.And+" "), "percent", l.Percent)
	if l.Assumed {
		said += " (" + t.Workplace.Unverified + ")"
	}
	return said
}
