package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kinerja/model"
	"kinerja/model/fairness"
)

// workedFairness are raters side by side: cases as "rater, kind of unit, value,
// suggested, result, behaviour, predicate".
type workedFairness struct {
	About       string
	Cases, Want []string
}

func (w worked) raters(t *testing.T) {
	for _, x := range w.Fairness {
		t.Run(x.About, func(t *testing.T) {
			var cases []fairness.Case
			for _, line := range x.Cases {
				f := strings.Fields(line)
				kind, _ := model.ParseUnitKind(f[1])
				c := fairness.Case{Rater: model.EmployeeID(f[0]), Line: fairness.LineOf(kind), Score: model.Some(model.MustNumber(f[2]))}
				c.Suggested, _ = model.ParseRating(f[3])
				c.Result, _ = model.ParseRating(f[4])
				c.Behaviour, _ = model.ParseRating(f[5])
				c.Predicate, _ = model.ParsePredicate(f[6])
				cases = append(cases, c)
			}
			var got []string
			for _, r := range fairness.Compare(cases) {
				got = append(got, fmt.Sprintf("%s %s n=%d mean=%s spread=%s above=%d behaviour=%d top=%d up=%d down=%d same=%d expected=%s lean=%s %s",
					r.Rater, r.Line, r.N, fixed(r.Mean), fixed(r.Spread), r.ResultTop, r.BehaviourTop, r.Top, r.Up, r.Down, r.Same, fixed(r.Expected), fixed(r.Lean), r.Verdict))
			}
			if diff := cmp.Diff(x.Want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func fixed(a model.Amount) string {
	if n, ok := a.Get(); ok {
		return n.Fixed()
	}
	return "-"
}
