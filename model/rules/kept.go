package rules

import (
	"encoding/json"
	"fmt"
	"slices"

	"kinerja/model"
)

// Definition is the whole rule set as bytes, for what must be read when its
// file is gone. Define reads it back.
func (rs RuleSet) Definition() []byte {
	text, err := json.Marshal(rs)
	if err != nil {
		panic("rules: a rule set is plain data: " + err.Error())
	}
	return text
}

// Define reads a definition and refuses one that Check refuses.
func Define(definition []byte) (RuleSet, error) {
	var rs RuleSet
	if err := json.Unmarshal(definition, &rs); err != nil {
		return RuleSet{}, fmt.Errorf("rule set: %w", model.ErrInvalid)
	}
	return rs, rs.Check()
}

// Keeping returns what an evaluation has to keep beside the reference so that
// the rule set can always be found with the very numbers it had: nothing for one
// that the program brings along, its digest where a setting moved its numbers,
// the definition of one's own.
func (rs RuleSet) Keeping() []byte {
	ready, ok := Find(rs.Ref())
	switch {
	case !ok:
		return rs.Definition()
	case ready.Limits != rs.Limits:
		return rs.Digest()
	}
	return nil
}

// kept reads what Keeping returned for ref.
func kept(ref string, keeping []byte) (RuleSet, error) {
	if _, ready := Find(ref); ready {
		return FromDigest(ref, keeping)
	}
	return Define(keeping)
}

// Of is the rule set by which e was rated: current where it was rated by that
// or not at all, else the one it names. It refuses a name that nobody knows
// (model.ErrNotFound).
func Of(e model.Evaluation, current RuleSet) (RuleSet, error) {
	switch {
	case e.RuleSet == "":
		return current, nil
	case len(e.Definition) > 0:
		return kept(e.RuleSet, e.Definition)
	case e.RuleSet == current.Ref():
		return current, nil
	}
	rs, ok := Find(e.RuleSet)
	if !ok {
		return RuleSet{}, fmt.Errorf("rule set %s: %w", e.RuleSet, model.ErrNotFound)
	}
	return rs, nil
}

// OfFinal is the rule set of a final evaluation with the very numbers it was
// made with, whatever settings and files say by now. It refuses an evaluation
// that is not frozen (model.ErrState), and what FromDigest refuses.
func OfFinal(e model.Evaluation) (RuleSet, error) {
	if e.Frozen == nil {
		return RuleSet{}, fmt.Errorf("evaluation %s: %w", e.ID, model.ErrState)
	}
	if len(e.Definition) == 0 {
		return FromDigest(e.RuleSet, e.Frozen.Rules)
	}
	rs, err := kept(e.RuleSet, e.Definition)
	if err == nil && (rs.Ref() != e.RuleSet || !slices.Equal(rs.Digest(), e.Frozen.Rules)) {
		err = fmt.Errorf("rule set %s: %w", e.RuleSet, ErrDigest)
	}
	return rs, err
}
