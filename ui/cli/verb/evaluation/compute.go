package evaluation

import (
	"strings"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/widget/ruleset"
)

// readSaid reads what is said under a rule set with a formula.
func readSaid(c *call.Call, f evaluateFlags) (said grade.Said, err error) {
	said.Idea = strings.TrimSpace(f.idea)
	if f.value == "" {
		return said, nil
	}
	n, err := model.ParseNumber(f.value, model.DecimalAuto)
	if err != nil {
		return said, &model.FieldError{Field: "behaviour", Value: f.value, Err: err}
	}
	said.Behaviour = model.Some(n)
	return said, nil
}

// compute keeps what was said; what is not said stays as it was.
func compute(c *call.Call, d *store.Desk, s pick.Subject, w wishes) (model.Evaluation, error) {
	said := w.said
	if !said.Behaviour.Present() {
		said.Behaviour = s.Eval.BehaviourValue
	}
	if said.Idea == "" {
		said.Idea = s.Eval.Idea
	}
	rs, err := pick.Rules(c, s)
	if err != nil {
		return s.Eval, err
	}
	return d.Grade(s.Plan.ID, s.Period, rs, said)
}

// computed is how the value came about; nil where two ratings decide.
func computed(c *call.Call, s pick.Subject) *answer.Grade {
	if !s.Eval.Computed.Present() {
		return nil
	}
	g, _, err := grade.OfEvaluation(s.Eval, s.Card, s.Plan, c.Rules())
	if err != nil {
		return nil
	}
	return answer.GradeOf(g, s.Eval.Idea)
}

// working is the same in lines.
func working(c *call.Call, s pick.Subject) []string {
	g, rs, err := grade.OfEvaluation(s.Eval, s.Card, s.Plan, c.Rules())
	if err != nil {
		return []string{c.Text.Error(err)}
	}
	return ruleset.Working(c.Text, rs, g, s.Eval.Idea)
}
