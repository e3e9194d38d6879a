package model_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
)

// workedGrades are the examples of rule sets with a formula.
type workedGrades struct {
	// Graded: indicators with the value that each comes to, and their mean.
	Graded []struct {
		About, RuleSet, Results string
		Measure                 []struct{ Aspect, Direction, Target, High, Most, Actual, Num, Den, Capaian, Value string }
	}
	// Final: two parts and what they come to.
	Final []struct {
		About, RuleSet, Results, Behaviour, Value, Predicate string
		Idea                                                 bool
	}
}

func (w workedGrades) count() int { return len(w.Graded) + len(w.Final) }

func (w workedGrades) run(t *testing.T) {
	for _, x := range w.Graded {
		t.Run(x.About, func(t *testing.T) {
			rs, ok := rules.Find(x.RuleSet)
			if !ok {
				t.Fatalf("no rule set %q", x.RuleSet)
			}
			var plan model.Plan
			var card model.Card
			for _, m := range x.Measure {
				direction, ok := model.ParseDirection(m.Direction)
				aspect, okAspect := model.ParseAspect(m.Aspect)
				if !ok || !okAspect && m.Aspect != "" {
					t.Fatalf("direction %q, aspect %q", m.Direction, m.Aspect)
				}
				id := model.ElementID(string(rune('a' + len(plan.Measures))))
				plan.Measures = append(plan.Measures, model.Measure{ID: id, Gauge: model.Gauge{
					Code: string(id), Aspect: aspect, Direction: direction, Target: model.MustNumber(m.Target),
					TargetHigh: amount(m.High), High: amount(m.Most), Weight: model.Int(1),
				}})
				card.Entries = append(card.Entries, model.Entry{Measure: id, Actual: amount(m.Actual), Num: amount(m.Num), Den: amount(m.Den)})
			}
			g, err := grade.Of(card, plan, rs, grade.Said{})
			if err != nil {
				t.Fatal(err)
			}
			for i, m := range x.Measure {
				if got := g.Lines[i].Value.Or(-1).Fixed(); got != m.Value {
					t.Errorf("value %d = %s, want %s", i+1, got, m.Value)
				}
				if got := g.Lines[i].Capaian.Or(-1).Fixed(); m.Capaian != "" && got != m.Capaian {
					t.Errorf("capaian %d = %s, want %s", i+1, got, m.Capaian)
				}
			}
			if got := g.Results.Or(-1).Fixed(); x.Results != "" && got != x.Results {
				t.Errorf("results = %s, want %s", got, x.Results)
			}
		})
	}
	for _, x := range w.Final {
		t.Run(x.About, func(t *testing.T) {
			rs, ok := rules.Find(x.RuleSet)
			if !ok {
				t.Fatalf("no rule set %q", x.RuleSet)
			}
			said := grade.Said{Behaviour: amount(x.Behaviour)}
			if x.Idea {
				said.Idea = "antrean daring"
			}
			got := grade.Combine(*rs.Formula, model.MustNumber(x.Results), said)
			if got.Value.Or(-1).Fixed() != x.Value || got.Predicate.String() != x.Predicate {
				t.Errorf("%s %s, want %s %s", got.Value.Or(-1).Fixed(), got.Predicate, x.Value, x.Predicate)
			}
		})
	}
}

// amount is a number of an example; nothing for "".
func amount(s string) model.Amount {
	if s == "" {
		return model.Amount{}
	}
	return model.Some(model.MustNumber(s))
}
