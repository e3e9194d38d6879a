package intake_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/store/intake"
)

// A row names the rule set of its plan, of a new one and of one that stands:
// nothing of that is agreed anew. Without its version it is refused, and so is
// another one once results stand against it.
func TestPlansNameTheirRuleSet(t *testing.T) {
	k := staffKnown()
	columns := "nip;tahun;instrumen;aturan\n"
	k.put(t, read(t, file(t, "a.csv", columns+ayu+";2026;BIDAN;pp30@1\n"+head+";2026;BIDAN;\n"), intake.Plans, k, k.options()).Records)
	if own, none := k.plan(t, ayu).RuleSet, k.plan(t, head).RuleSet; own != "pp30@1" || none != model.DefaultRuleSet {
		t.Fatalf("%q, %q", own, none)
	}
	again := file(t, "b.csv", columns+ayu+";2026;;pp46@1\n"+head+";2026;;\n")
	p := read(t, again, intake.Plans, k, k.options())
	counts(t, p, 0, 1, 1, 0)
	if c := p.Changes[0]; c.Field != "aturan" || c.Before != "pp30@1" || c.After != "pp46@1" {
		t.Errorf("%+v", c)
	}
	k.put(t, p.Records)
	if now := k.plan(t, ayu); now.RuleSet != "pp46@1" || len(now.Agreements) != 0 || len(now.Words) != 1 {
		t.Errorf("agreed anew: %+v", now)
	}
	counts(t, read(t, again, intake.Plans, k, k.options()), 0, 0, 2, 0)

	for name, row := range map[string]string{"version": ayu + ";2026;;pp30\n", "word": ayu + ";2026;;@1\n"} {
		p := read(t, file(t, name+".csv", columns+row), intake.Plans, k, k.options())
		if counts(t, p, 0, 0, 0, 1); len(p.Refused) != 1 || !errors.Is(p.Refused[0].Err, model.ErrWord) {
			t.Errorf("%s: %+v", name, p.Refused)
		}
	}
	k.states[k.plan(t, ayu).ID] = model.Rated
	p = read(t, file(t, "c.csv", columns+ayu+";2026;;pp30@1\n"), intake.Plans, k, k.options())
	if counts(t, p, 0, 0, 0, 1); len(p.Refused) != 1 || !errors.Is(p.Refused[0].Err, model.ErrEntered) {
		t.Errorf("%+v", p.Refused)
	}
}
