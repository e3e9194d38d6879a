package cli

import (
	"fmt"
	"strings"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/lang"
)

// changeText is one changed value as people read it: what, before, after; ""
// for what says nothing to people.
func (c *call) changeText(kind model.Kind, ch store.Change, w who) string {
	name, field := lang.Inert(ch.Code), string(kind)+"."+firstStep(ch.Path)
	if name == "" {
		name = c.text.CLI.Record.Fields[field]
	}
	if name == "" || ch.Before == nil && ch.After == nil {
		return ""
	}
	return name + ": " + c.fieldText(field, ch.Before, w) + " → " + c.fieldText(field, ch.After, w)
}

func firstStep(path string) string {
	step, _, _ := strings.Cut(path, "/")
	return step
}

// fieldText is a value in words: fields are the numbers of model's records.
func (c *call) fieldText(field string, v any, w who) string {
	t := c.text
	if v == nil {
		return lang.None
	}
	if a, ok := v.(model.Amount); ok {
		return t.Amount(a)
	}
	if s, ok := v.(string); ok {
		switch field {
		case "post.3", "unit.5":
			return lang.Inert(w.units[model.UnitID(s)].Name)
		case "post.7", "unit.6":
			return lang.Inert(w.people[model.EmployeeID(s)].Name)
		}
		return "\"" + lang.Inert(s) + "\""
	}
	n, ok := number(v)
	if !ok {
		return lang.Inert(fmt.Sprint(v))
	}
	switch field {
	case "evaluation.7":
		return t.State(model.EvaluationState(n))
	case "evaluation.8", "evaluation.9":
		return t.Rating(model.Rating(n))
	case "evaluation.12":
		return t.Predicate(model.Predicate(n))
	case "employee.6":
		return t.EmployeeKind(model.EmployeeKind(n))
	case "employee.8", "post.8", "post.9":
		return t.Date(model.Date(n))
	case "plan.9":
		return t.PlanState(model.PlanState(n))
	}
	return fmt.Sprint(n)
}

// number is a whole number as CBOR gives it.
func number(v any) (int64, bool) {
	switch n := v.(type) {
	case uint64:
		return int64(n), n < 1<<62
	case int64:
		return n, true
	}
	return 0, false
}
