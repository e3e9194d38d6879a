package tenure_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/tenure"
)

// What is foretold of a transfer is what plans of the two posts then come to.
func TestForesee(t *testing.T) {
	for _, x := range []struct {
		about        string
		from         model.Date
		last, begins model.Date
		kind         model.PeriodKind
		part, rest   int
		days         int
		split        bool
	}{
		{"in the middle", 2020_01_01, 2026_08_14, 2026_08_15, model.Quarter, 45, 47, 92, true},
		{"begun in the same quarter", 2026_07_10, 2026_08_14, 2026_08_15, model.Quarter, 36, 47, 92, true},
		{"at its end", 2020_01_01, 2026_09_30, 2026_10_01, model.Quarter, 92, 0, 92, false},
		{"by months", 2020_01_01, 2026_08_14, 2026_08_15, model.Month, 14, 17, 31, true},
		{"an end alone", 2020_01_01, 2026_08_14, 0, model.Quarter, 45, 0, 92, true},
		{"acting", 2020_01_01, 0, 2026_08_15, model.Quarter, 0, 47, 92, false},
		{"nothing yet", 2020_01_01, 0, 0, model.Quarter, 0, 0, 0, false},
	} {
		post := model.Post{ID: "p", From: x.from}
		o := tenure.Foresee(post, x.last, x.begins, x.kind)
		if o.Part != x.part || o.Rest != x.rest || o.Days != x.days || o.Split() != x.split {
			t.Errorf("%s: %+v", x.about, o)
		}
		if !o.Split() {
			continue
		}
		post.To = x.last
		in := model.Instrument{Indicators: []model.Indicator{{ID: "x", Gauge: model.Gauge{Code: "X", Target: model.Int(920), Aggregate: model.Sum, Weight: model.Int(1)}}}}
		if part := model.PlanFrom(in, post, 2026).In(o.Period).Measures[0].Gauge.Part; int(part.Held) != o.Part || int(part.Days) != o.Days {
			t.Errorf("%s: foretold %d/%d, the plan has %+v", x.about, o.Part, o.Days, part)
		}
	}
}
