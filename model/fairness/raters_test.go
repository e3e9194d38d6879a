package fairness_test

import (
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/fairness"
)

func drawn(t *rapid.T) []fairness.Case {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) fairness.Case {
		c := fairness.Case{
			Rater:     model.EmployeeID(rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "rater")),
			Line:      rapid.SampledFrom([]model.UnitKind{model.UnitClinic, model.UnitSchool}).Draw(t, "line"),
			Suggested: model.Rating(rapid.IntRange(0, 3).Draw(t, "suggested")),
			Result:    model.Rating(rapid.IntRange(1, 3).Draw(t, "result")),
			Behaviour: model.Rating(rapid.IntRange(1, 3).Draw(t, "behaviour")),
		}
		if rapid.Bool().Draw(t, "scored") {
			c.Score = model.Some(model.Number(rapid.Int64Range(0, 1_500_000).Draw(t, "score")))
		}
		return c
	}), 0, 60).Draw(t, "cases")
}

// Everybody counts once; too few tell nothing but their count; no figure leaves
// its bounds; and the order of the cases changes no figure.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cases := drawn(t)
		all := 0
		byKey := map[string]fairness.Rater{}
		for _, r := range fairness.Compare(cases) {
			all += r.N
			byKey[r.Line.String()+string(r.Rater)] = r
			if r.N < fairness.Least {
				if r.Verdict != fairness.TooFew || r.Scored+r.Same+r.Up+r.Down+r.Top+r.ResultTop+r.Compared != 0 || r.Mean.Present() || r.Spread.Present() || r.Lean.Present() || r.Expected.Present() {
					t.Fatalf("figures of %d people: %+v", r.N, r)
				}
				continue
			}
			if r.Up+r.Down > r.Suggested || r.Suggested > r.N || r.Same > r.N || r.Spread.Or(0) < 0 || r.Spread.Or(0) > model.Int(150) {
				t.Fatalf("%+v", r)
			}
			if n := r.Lean.Or(0); n > model.Int(2) || n < -model.Int(2) || r.Expected.Or(0) > model.Int(100) {
				t.Fatalf("%+v", r)
			}
		}
		if all != len(cases) {
			t.Fatalf("%d of %d people", all, len(cases))
		}
		for i, j := 0, len(cases)-1; i < j; i, j = i+1, j-1 {
			cases[i], cases[j] = cases[j], cases[i]
		}
		for _, r := range fairness.Compare(cases) {
			was := byKey[r.Line.String()+string(r.Rater)]
			if was.Mean != r.Mean || was.Spread != r.Spread || was.Lean != r.Lean || was.Verdict != r.Verdict || was.Same != r.Same {
				t.Fatalf("another order: %+v, %+v", was, r)
			}
		}
	})
}

// A school is never held against a puskesmas, and raters who rate alike lean
// nowhere.
func TestWithinALine(t *testing.T) {
	var cases []fairness.Case
	for range 6 {
		cases = append(cases,
			fairness.Case{Rater: "A", Line: model.UnitClinic, Suggested: model.Meets, Result: model.Meets, Behaviour: model.Meets},
			fairness.Case{Rater: "B", Line: model.UnitSchool, Suggested: model.Meets, Result: model.Below, Behaviour: model.Meets})
	}
	list := fairness.Compare(cases)
	if len(list) != 2 || list[0].Verdict != fairness.Incomparable || list[1].Verdict != fairness.Incomparable {
		t.Errorf("%+v", list)
	}
	for range 6 {
		cases = append(cases, fairness.Case{Rater: "C", Line: model.UnitClinic, Suggested: model.Meets, Result: model.Meets, Behaviour: model.Above})
	}
	list = fairness.Compare(cases)
	if list[0].Verdict != fairness.Alike || list[0].Lean != model.Some(0) || list[0].Colleagues != 6 {
		t.Errorf("%+v", list[0])
	}
}
