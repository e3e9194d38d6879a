package score_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// The kernel treats a measure that is told in words as Of does: nothing is compared,
// and its weight is no missing data.
func TestKernelLeavesOutWhatIsToldInWords(t *testing.T) {
	in, rs := eight(), rules.PermenPANRB6()
	k, err := score.NewKernel(in, rs)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range [][]int{nil, {0}, {0, 3}, {0, 1, 2, 3, 4, 5, 6, 7}} {
		plan := model.Plan{Outline: model.Outline{Approach: model.Qualitative}}
		card := model.Card{}
		values := people(1)
		for i, x := range in {
			plan.Measures = append(plan.Measures, model.Measure{ID: x.ID, Gauge: x.Gauge})
			values[i].Actual = model.Some(x.Gauge.Target + model.Scale)
		}
		for _, i := range words {
			values[i] = score.Value{Words: true}
			plan.Outline.Yardsticks = append(plan.Outline.Yardsticks, model.Yardstick{ID: in[i].ID, Text: "terlaksana baik"})
		}
		for i, v := range values {
			if v.Actual.Present() {
				card.Entries = append(card.Entries, model.Entry{Measure: in[i].ID, Actual: v.Actual})
			}
		}
		want, err := score.Of(card, plan, rs)
		if err != nil {
			t.Fatal(err)
		}
		got, err := k.Of(values)
		if err != nil || got.Value != want.Value || got.Share != want.Share || got.Suggested != want.Suggested {
			t.Errorf("%v in words: %+v, want %v of %v, %v", words, got, want.Value, want.Share, want.Suggested)
		}
		if want.Share != model.Int(100) {
			t.Errorf("%v in words: %v of the weight is there", words, want.Share)
		}
	}
}
