package ruleset

import (
	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/lang"
)

// Special is OfPlan where the plan does not go by the rule set of all; "" where it
// does.
func Special(t *lang.Texts, b rules.Book, plan model.Plan, kind model.EmployeeKind) string {
	if _, ok := b.OfKind(kind); !ok && rules.Own(plan) == "" {
		return ""
	}
	return OfPlan(t, b, plan, kind)
}

// OfPlan says which rule set a plan goes by, of a person of a kind, and why; where
// that is not at hand, that nothing can be rated.
func OfPlan(t *lang.Texts, b rules.Book, plan model.Plan, kind model.EmployeeKind) string {
	rs, err := b.For(plan, kind)
	if err != nil {
		return t.Error(err)
	}
	text := t.Rules.PlanGoes
	if rules.Own(plan) != "" {
		text = t.Rules.PlanOwn
	} else if _, ok := b.OfKind(kind); ok {
		text = t.Rules.PlanKind
	}
	return lang.Fill(text, "name", lang.Inert(rs.Name.In(t.Code)), "kind", t.EmployeeKind(kind))
}

// Named says that a plan of somebody names a rule set from now on, or none.
func Named(t *lang.Texts, who string, plan model.Plan, rs rules.RuleSet) string {
	if rules.Own(plan) == "" {
		return lang.Fill(t.Rules.NamesNone, "who", lang.Inert(who), "year", plan.Year)
	}
	return lang.Fill(t.Rules.Named, "who", lang.Inert(who), "year", plan.Year, "name", lang.Inert(rs.Name.In(t.Code)), "version", rs.Version)
}
