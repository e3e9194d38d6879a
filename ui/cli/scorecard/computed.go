package scorecard

import (
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/widget/ruleset"
)

// grade is what the rule set came to, where it has a formula.
func (c Card) grade() (grade.Grade, rules.RuleSet, error) {
	return grade.OfEvaluation(c.Evaluation, c.Results, c.Plan, c.Rules)
}

// computed is the value in the words of its rule set. The working of each
// indicator is left to --json and evaluate: a scorecard is one screen.
func (c Card) computed(t *lang.Texts) []string {
	g, rs, err := c.grade()
	if err != nil {
		return []string{t.Error(err)}
	}
	steps := ruleset.Working(t, rs, g, c.Evaluation.Idea)
	return append([]string{lang.Inert(rs.Name.In(t.Code)) + " · " + rs.Ref()}, steps[len(g.Lines):]...)
}
