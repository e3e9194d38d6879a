package score_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// A measure whose success is told in words has no percentage, and its weight is
// left out, also of what was frozen; a number beside it is not looked at.
func TestInWords(t *testing.T) {
	plan := model.Plan{Measures: []model.Measure{
		{ID: "a", Gauge: gauge(model.Higher, "90", "30", func(g *model.Gauge) { g.Code = "A" })},
		{ID: "b", Gauge: gauge(model.Higher, "5", "70", func(g *model.Gauge) { g.Code = "B" })},
	}}
	card := model.Card{Entries: []model.Entry{{Measure: "a", Actual: some("90")}, {Measure: "b", Actual: some("1")}}}
	rs := rules.PermenPANRB6()
	before, err := score.Of(card, plan, rs)
	if err != nil || before.Value == some("100") {
		t.Fatalf("in numbers: %v, %v", before.Value, err)
	}
	plan.Outline = model.Outline{Approach: model.Qualitative, Yardsticks: []model.Yardstick{{ID: "b", Text: "Ilmu baru dipakai"}}}
	s, err := score.Of(card, plan, rs)
	if err != nil || s.Value != some("100") || s.Share != num("100") || s.Suggested != model.Meets || s.Steps[1].Note.Code.String() != "in-words" || s.Steps[1].Adds.Present() {
		t.Errorf("in words: %+v, %v", s, err)
	}
	for _, p := range score.Change(card, plan, rs, model.Above) {
		for _, w := range p.Values {
			if w.Measure == "b" {
				t.Errorf("a number is wished for where words count: %+v", w)
			}
		}
	}
	e := model.Evaluation{State: model.Final, RuleSet: rs.Ref(), Frozen: &model.Frozen{Measures: plan.Measures, Entries: card.Entries, Rules: rs.Digest(), Outline: plan.Outline}}
	if f, err := score.OfFinal(e); err != nil || f.Value != some("100") {
		t.Errorf("frozen: %+v, %v", f, err)
	}
	plan.Outline.Yardsticks = append(plan.Outline.Yardsticks, model.Yardstick{ID: "a", Text: "Semua bayi"})
	if s, err := score.Of(card, plan, rs); err != nil || s.Value.Present() || s.Suggested != model.NotRated || s.Share != num("100") {
		t.Errorf("all in words: %+v, %v", s, err)
	}
	plan.Outline.Approach = model.Quantitative // words beside a number change nothing
	if s, err := score.Of(card, plan, rs); err != nil || s.Value != before.Value {
		t.Errorf("in numbers again: %v, %v", s.Value, err)
	}
}
