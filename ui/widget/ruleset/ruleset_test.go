package ruleset_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/ruleset"
)

// A predicate is said in the words of the rule set by which it was made, whatever
// is in use by now; the rule in force says it as everywhere.
func TestPredicatesAreSaidAsTheirRuleSetDoes(t *testing.T) {
	for _, c := range []struct {
		by, now rules.RuleSet
		p       model.Predicate
		id, en  string
	}{
		{rules.PP30(), rules.PermenPANRB6(), model.NeedsImprovement, "Cukup", "Sufficient"},
		{rules.PP46(), rules.PP30(), model.VeryPoor, "Buruk", "Bad"},
		{rules.PermenPANRB6(), rules.PP30(), model.NeedsImprovement, "Butuh perbaikan", "Needs improvement"},
	} {
		e := model.Evaluation{RuleSet: c.by.Ref(), Predicate: c.p}
		for language, want := range map[string]string{"id": c.id, "en": c.en} {
			if got := ruleset.Predicate(uitest.Env(t, language).Text, e, c.now); got != want {
				t.Errorf("%s by %s: %q, want %q", c.p, c.by.ID, got, want)
			}
		}
	}
	text := uitest.Env(t, "id").Text
	gone := model.Evaluation{RuleSet: "gone@1", Predicate: model.Good}
	if got := ruleset.Predicate(text, gone, rules.PP30()); got != text.Predicate(model.Good) {
		t.Errorf("a rule set that is gone: %q", got)
	}
}

// What nobody verified is listed, and as often as it is counted.
func TestDoubts(t *testing.T) {
	for _, rs := range rules.All() {
		list := ruleset.Doubts(uitest.Env(t, "en").Text, rs)
		if len(list) != ruleset.Unverified(rs) || strings.Contains(strings.Join(list, ""), "{") {
			t.Errorf("%s: %q", rs.ID, list)
		}
	}
}
