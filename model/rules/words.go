package rules

import "kinerja/model"

// Word is what the rule set calls a predicate where it has words of its own: one
// with a formula does. It is false where the words of the regulation in force
// hold, which are said everywhere alike.
func (rs RuleSet) Word(p model.Predicate) (model.Text, bool) {
	if p == model.NoPredicate || !rs.Computes() {
		return model.Text{}, false
	}
	return rs.PredicateName(p), true
}

// WordOf is Word of the rule set by which e was rated, for its predicate; false
// too where that rule set cannot be found any more.
func WordOf(e model.Evaluation, current RuleSet) (model.Text, bool) {
	rs, err := Of(e, current)
	if err != nil {
		return model.Text{}, false
	}
	return rs.Word(e.Predicate)
}
