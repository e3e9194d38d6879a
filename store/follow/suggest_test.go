package follow_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/model/user"
	"kinerja/store/follow"
)

// That there is support is said to the person alone, and only where everybody has a login
// of their own.
func TestSupportSuggested(t *testing.T) {
	c := newCast(t)
	for range 2 {
		if _, err := c.evaluator.Give(talk.Feedback{Employee: c.plan.Employee, Kind: talk.Improve, Value: "akuntabel", Text: "terlambat menyerahkan laporan"}); err != nil {
			t.Fatal(err)
		}
	}
	suggested := func(d follow.Desk) bool {
		t.Helper()
		yes, err := d.SupportSuggested()
		if err != nil {
			t.Fatal(err)
		}
		return yes
	}
	if suggested(c.staff) {
		t.Error("in a file that asks nobody who works")
	}
	head := c.evaluator.Actor().Employee
	if _, err := c.s.As(model.Owner(head, "Sari")).Guard(
		user.New{User: user.User{Name: "sari"}, Secret: "582047"},
		user.New{User: user.User{Name: "rina", Employee: c.plan.Employee}, Secret: "739164"},
	); err != nil {
		t.Fatal(err)
	}
	if !suggested(c.staff) {
		t.Error("the person is not told")
	}
	for name, d := range map[string]follow.Desk{"the evaluator": c.evaluator, "the superior": c.above, "a colleague": c.other, "the inspectorate": c.signed("", model.RoleAuditor)} {
		if suggested(d) {
			t.Errorf("%s is told", name)
		}
	}
}
