package score_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// A score that moved after the rating says what moved it: of a plan agreed upon
// once only results can; where the targets before give the score as it was, the
// target; else either.
func TestShifted(t *testing.T) {
	rs := rules.PermenPANRB6()
	target := func(n string) model.Plan {
		return planOf(model.Gauge{Target: num(n), Weight: model.Int(100)})
	}
	once, card := target("95"), cardOf("95")
	anew := once
	anew.Agreements = []model.Agreement{{ID: "first", Measures: target("100").Measures}, {ID: "second", Measures: once.Measures}}
	card.Entries[0].Target = some("95") // an own target is that of the newest agreement
	for _, test := range []struct {
		name, then string
		plan       model.Plan
		want       score.Shift
	}{
		{"agreed upon once", "90", once, score.ByResults},
		{"the same result under 100", "95", anew, score.ByTarget},
		{"another result too", "80", anew, score.ByEither},
	} {
		if got := score.Shifted(some(test.then), card, test.plan, rs); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
	if card.Entries[0].Target != some("95") {
		t.Error("the card was changed")
	}
}
