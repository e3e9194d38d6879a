package planning

import (
	"fmt"
	"strconv"
	"strings"

	"kinerja/model"
)

// RulesToldError refuses another rule set for a plan of which a period was shared:
// what a person was told stands. It is model.ErrLocked.
type RulesToldError struct{ Told Told }

func (e *RulesToldError) Error() string {
	return fmt.Sprintf("rule set: %s: %v", e.Told.Period, model.ErrLocked)
}

// Unwrap lets errors.Is see ErrLocked.
func (e *RulesToldError) Unwrap() error { return model.ErrLocked }

// RuleRef refuses what is no reference of a rule set with its version: "pp30@1".
func RuleRef(ref string) error {
	id, version, ok := strings.Cut(ref, "@")
	n, err := strconv.Atoi(version)
	if !ok || id == "" || err != nil || n < 1 || model.CheckText(id, 100, "") != nil {
		return &model.FieldError{Field: "ruleset", Value: ref, Err: model.ErrWord}
	}
	return nil
}

// GoBy lets a plan name the rule set that it goes by, with its version; "" lets it
// go by what is set for everybody again. told are its periods that were shared:
// where there is one, the rule set stays (RulesToldError). It refuses a plan that
// was closed (StateError) and reports model.ErrNothing where nothing changes.
func GoBy(p model.Plan, ref string, told []Told) (model.Plan, error) {
	if ref != "" {
		if err := RuleRef(ref); err != nil {
			return p, err
		}
	} else if strings.Contains(p.RuleSet, "@") {
		ref = model.DefaultRuleSet
	} else {
		return p, model.ErrNothing // it names none
	}
	switch {
	case ref == p.RuleSet:
		return p, model.ErrNothing
	case p.State == model.PlanClosed:
		return p, &StateError{State: p.State}
	case len(told) > 0:
		return p, &RulesToldError{told[0]}
	}
	p.RuleSet = ref
	return p, nil
}
