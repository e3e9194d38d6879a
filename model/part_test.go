package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
)

func counted(target model.Number, aggregate model.Aggregate) model.Instrument {
	g := model.Gauge{Code: "X", Target: target, Aggregate: aggregate, Weight: model.Int(1)}
	high := g
	high.Code, high.TargetHigh = "Y", model.Some(target+3)
	return model.Instrument{Indicators: []model.Indicator{{ID: "x", Gauge: g}, {ID: "y", Gauge: high}}}
}

// However a period is shared out among posts that follow one another, the targets
// of the parts add up to that of the whole, and no part is off by more than one
// ten-thousandth.
func TestPartsAddUpToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]model.PeriodKind{model.Month, model.Quarter, model.Semester, model.Year}).Draw(t, "kind")
		period := model.PeriodAt(kind, model.Date(2026_01_01).Add(rapid.IntRange(0, 1500).Draw(t, "at")))
		target := model.Number(rapid.Int64Range(0, 9e18/10_000).Draw(t, "target"))
		cuts := rapid.SliceOfNDistinct(rapid.IntRange(1, period.Days()-1), 0, 6, rapid.ID[int]).Draw(t, "cuts")
		slices.Sort(cuts)
		in := counted(target, model.Sum)
		var sum, high model.Number
		from := 0
		for _, cut := range append(cuts, period.Days()) {
			post := model.Post{ID: "p", From: period.First().Add(from), To: period.First().Add(cut - 1)}
			m := model.PlanFrom(in, post, period.Year()).In(period).Measures
			exact, _ := model.MulDiv(target, model.Number(cut-from), model.Number(period.Days()))
			if d := m[0].Gauge.Target - exact; d < -1 || d > 1 {
				t.Fatalf("%d of %d days of %v: %v, alone it would be %v", cut-from, period.Days(), target, m[0].Gauge.Target, exact)
			}
			sum, high, from = sum+m[0].Gauge.Target, high+m[1].Gauge.TargetHigh.Or(m[1].Gauge.Target), cut
		}
		if sum != target || high != target+3 {
			t.Fatalf("%v in %v parts: %v and %v, want %v and %v", period, len(cuts)+1, sum, high, target, target+3)
		}
	})
}

// A plan that was read for one period and then for another is that of the other.
func TestReadForAnotherPeriod(t *testing.T) {
	q3, _ := model.ParsePeriod("2026-Q3")
	plan := model.PlanFrom(counted(model.Int(120), model.Sum), model.Post{ID: "p", To: 2026_08_14}, 2026)
	if twice, once := plan.In(q3).In(q3), plan.In(q3); !slices.Equal(twice.Measures, once.Measures) {
		t.Errorf("read twice: %+v", twice.Measures[0].Gauge)
	}
	if back := plan.In(q3).In(q3.Prev()); !slices.Equal(back.Measures, plan.Measures) {
		t.Errorf("read for the quarter before: %+v", back.Measures[0].Gauge)
	}
	whole := model.PlanFrom(counted(model.Int(120), model.Sum), model.Post{ID: "p", From: 2020_01_01}, 2026)
	if &whole.In(q3).Measures[0] != &whole.Measures[0] {
		t.Error("a plan of the whole year is copied")
	}
}
