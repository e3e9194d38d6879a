package model_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// workedSplit is a period that several posts share: what each of them has for a
// target, by the days on which it is held.
type workedSplit struct {
	About, Period, Aggregate, Target string
	Part                             []struct {
		From, To        string // of the post; "": open
		Held, Days      int    // 0: the target is not reckoned by days
		Exact, Shown    string // the target that is used, and as it is shown
		Actual, Reached string // "": not asked
	}
}

func (w worked) splits(t *testing.T) {
	for _, x := range w.Split {
		t.Run(x.About, func(t *testing.T) {
			period, err := model.ParsePeriod(x.Period)
			if err != nil {
				t.Fatal(err)
			}
			aggregate, ok := model.ParseAggregate(x.Aggregate)
			if !ok {
				t.Fatalf("aggregate %q", x.Aggregate)
			}
			for _, part := range x.Part {
				post := model.Post{ID: "p", From: day(t, part.From), To: day(t, part.To)}
				plan := model.PlanFrom(model.Instrument{Indicators: []model.Indicator{{ID: "x", Gauge: model.Gauge{
					Code: "X", Target: model.MustNumber(x.Target), Aggregate: aggregate, Weight: model.Int(1)}}}}, post, period.Year()).In(period)
				g := plan.Measures[0].Gauge
				if int(g.Part.Held) != part.Held || int(g.Part.Days) != part.Days {
					t.Errorf("%s–%s: %d of %d days, want %d of %d", part.From, part.To, g.Part.Held, g.Part.Days, part.Held, part.Days)
				}
				if g.Target.String() != part.Exact || g.Target.Fixed() != part.Shown {
					t.Errorf("%s–%s: target %s, shown as %s; want %s, %s", part.From, part.To, g.Target, g.Target.Fixed(), part.Exact, part.Shown)
				}
				if part.Actual == "" {
					continue
				}
				card := model.Card{Entries: []model.Entry{{Measure: "x", Actual: model.Some(model.MustNumber(part.Actual))}}}
				s, err := score.Of(card, plan, rules.PermenPANRB6())
				if err != nil {
					t.Fatal(err)
				}
				if got := s.Steps[0].Reached.Or(0).Fixed(); got != part.Reached {
					t.Errorf("%s–%s: reached %s, want %s", part.From, part.To, got, part.Reached)
				}
			}
		})
	}
}

func day(t *testing.T, s string) model.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
