package grade_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
)

func computing() (list []rules.RuleSet) {
	for _, rs := range rules.All() {
		if rs.Computes() {
			list = append(list, rs)
		}
	}
	return list
}

func one(g model.Gauge, actual model.Number) (model.Card, model.Plan) {
	return model.Card{Entries: []model.Entry{{Measure: "a", Actual: model.Some(actual)}}},
		model.Plan{Measures: []model.Measure{{ID: "a", Gauge: g}}}
}

// A better actual never has a smaller value, nor more behaviour, nor a new
// idea a worse predicate. The one exception is law: time and cost under
// PP 46/2011 beyond an efficiency of 24 %.
func TestBetterIsNeverWorse(t *testing.T) {
	sets := computing()
	rapid.Check(t, func(t *rapid.T) {
		rs := rapid.SampledFrom(sets).Draw(t, "rules")
		g := model.Gauge{Code: "A", Weight: model.Int(1),
			Aspect:    model.Aspect(rapid.IntRange(0, 3).Draw(t, "aspect")),
			Direction: rapid.SampledFrom([]model.Direction{model.Higher, model.Lower}).Draw(t, "direction"),
			Target:    model.Number(rapid.Int64Range(1, 2_000_000).Draw(t, "target"))}
		if rapid.Bool().Draw(t, "most") {
			g.High, g.Low = model.Some(g.Target), model.Some(g.Target)
		}
		a := model.Number(rapid.Int64Range(0, 3_000_000).Draw(t, "a"))
		b := a + model.Number(rapid.Int64Range(0, 500_000).Draw(t, "more"))
		if g.Direction == model.Lower {
			a, b = b, a
			if rs.Formula.KindOf(g) == rules.Efficient { // as far as the law lets less be better
				b = max(b, (g.Target*76+99)/100)
				a = max(a, b)
			}
		}
		low := model.Some(model.Number(rapid.Int64Range(0, int64(rs.Formula.MostBehaviour)).Draw(t, "behaviour")))
		high := model.Some(model.Number(rapid.Int64Range(int64(low.Or(0)), int64(rs.Formula.MostBehaviour)).Draw(t, "better")))
		grades := [3]grade.Grade{}
		for i, x := range []struct {
			actual model.Number
			said   grade.Said
		}{{a, grade.Said{Behaviour: low}}, {b, grade.Said{Behaviour: high}}, {b, grade.Said{Behaviour: high, Idea: "x"}}} {
			card, plan := one(g, x.actual)
			var err error
			if grades[i], err = grade.Of(card, plan, rs, x.said); err != nil {
				t.Fatal(err)
			}
		}
		for i := range 2 {
			if grades[i+1].Value.Or(0) < grades[i].Value.Or(0) || grades[i+1].Predicate < grades[i].Predicate {
				t.Fatalf("%s: %v then %v: %v %v, then %v %v", rs.Ref(), a, b,
					grades[i].Value, grades[i].Predicate, grades[i+1].Value, grades[i+1].Predicate)
			}
		}
	})
}

// PP 46/2011 is not monotone, and the program says what the regulation says.
func TestEfficiencyBeyond24Falls(t *testing.T) {
	g := model.Gauge{Code: "A", Aspect: model.Timeliness, Direction: model.Lower, Target: model.Int(100), Weight: model.Int(1)}
	got := func(actual int64) model.Number {
		card, plan := one(g, model.Int(actual))
		x, err := grade.Of(card, plan, rules.PP46(), grade.Said{})
		if err != nil {
			t.Fatal(err)
		}
		return x.Results.Or(-1)
	}
	if on, best, beyond := got(100), got(76), got(75); on != model.Int(76) || best != model.Int(100) || beyond != model.Int(75) {
		t.Errorf("on time %v, at 24 %% %v, at 25 %% %v", on, best, beyond)
	}
}

func TestMissingParts(t *testing.T) {
	rs := rules.PP30()
	g := model.Gauge{Code: "A", Direction: model.Higher, Target: model.Int(100), Weight: model.Int(1)}
	card, plan := one(g, model.Int(95))
	x, err := grade.Of(card, plan, rs, grade.Said{})
	if err != nil || x.Results.Or(0) != model.Int(95) || x.Value.Present() || x.Predicate != model.NoPredicate {
		t.Errorf("without behaviour: %+v, %v", x.Sum, err)
	}
	plan.Measures = append(plan.Measures, model.Measure{ID: "b", Gauge: g})
	said := grade.Said{Behaviour: model.Some(model.Int(95))}
	if x, err = grade.Of(card, plan, rs, said); err != nil || x.Enough || x.Value.Present() {
		t.Errorf("half of the weight: %+v, %v", x, err)
	}
	if _, err = grade.Of(card, plan, rules.PermenPANRB6(), said); !errors.Is(err, model.ErrNoFormula) {
		t.Errorf("without a formula: %v", err)
	}
	said.Behaviour = model.Some(model.MustNumber("120.01"))
	var field *model.FieldError
	if _, err = grade.Of(card, plan, rs, said); !errors.As(err, &field) || field.Field != "behaviour" {
		t.Errorf("beyond the scale: %v", err)
	}
	x.Sum = grade.Combine(*rs.Formula, model.Int(115), grade.Said{Behaviour: model.Some(model.Int(112))})
	if x.NeedsIdeaFrom.Or(0) != model.Int(110) || x.Predicate != model.Good {
		t.Errorf("an idea would help: %+v", x.Sum)
	}
}
