package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/store"
)

// A plan that names a rule set is rated by that one and by no other; what was
// rated before is rated again before it is shared; once it is shared, the plan
// keeps its rule set; and to name one can be undone.
func TestPlanNamesItsRuleSet(t *testing.T) {
	c := newClosable(t)
	d, plan := c.d, c.here.ID
	both := store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "bukti", Rules: rules.PermenPANRB6()}
	if _, err := d.Rate(plan, q3, both); err != nil {
		t.Fatal(err)
	}
	own := rules.PP30()
	now, err := d.NameRules(plan, own.Ref())
	if err != nil || now.RuleSet != own.Ref() {
		t.Fatalf("%q, %v", now.RuleSet, err)
	}
	if _, err := d.NameRules(plan, own.Ref()); !errors.Is(err, model.ErrNothing) {
		t.Errorf("named twice: %v", err)
	}
	for _, bad := range []string{"pp30", "@1", "pp30@", "pp30@x", "pp30@0"} {
		if _, err := d.NameRules(plan, bad); !errors.Is(err, model.ErrWord) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := d.Rate(plan, q3, both); !errors.Is(err, rules.ErrOther) {
		t.Errorf("rated by another: %v", err)
	}
	if _, err := d.Move(plan, q3, model.Shared, model.Word{}, rules.PermenPANRB6()); !errors.Is(err, rules.ErrOther) {
		t.Errorf("shared what was rated by another: %v", err)
	}
	moved, err := d.MoveAll([]model.PlanID{plan}, q3, model.Shared, model.Word{}, rules.PermenPANRB6())
	if err != nil || len(moved) != 1 || !errors.Is(moved[0].Err, rules.ErrOther) {
		t.Errorf("%+v, %v", moved, err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if p, err := d.Plan(plan); err != nil || p.RuleSet != model.DefaultRuleSet {
		t.Fatalf("not undone: %q, %v", p.RuleSet, err)
	}

	if _, err := d.NameRules(plan, own.Ref()); err != nil {
		t.Fatal(err)
	}
	whole := make([]model.Entry, 0, len(c.here.Measures))
	for _, m := range c.here.Measures {
		whole = append(whole, model.Entry{Measure: m.ID, Actual: model.Some(m.Gauge.Target)})
	}
	if _, err := d.Enter(plan, q3, whole, "lengkap"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Grade(plan, q3, own, grade.Said{Behaviour: model.Some(model.Int(90))}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Move(plan, q3, model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{"pp46@1", ""} {
		var told *planning.RulesToldError
		if _, err := d.NameRules(plan, ref); !errors.As(err, &told) || told.Told.Period != q3 || !errors.Is(err, model.ErrLocked) {
			t.Errorf("%q after it was shared: %v", ref, err)
		}
	}
	e, err := d.Evaluation(plan, q3)
	if err != nil || e.RuleSet != own.Ref() || !e.Computed.Present() {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := d.NameRules(c.away.ID, ""); !errors.Is(err, model.ErrNothing) {
		t.Errorf("nothing to take away: %v", err)
	}
	verify(t, c.s)
}
