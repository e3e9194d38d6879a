package referral_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store"
	"kinerja/store/referral"
	"kinerja/store/storetest"
)

// cast are the desks of the people of a cast.
type cast struct {
	s                                     *store.Store
	owner, staff, evaluator, above, other referral.Desk
	plan                                  model.Plan
	signed                                func(model.EmployeeID, ...model.Role) referral.Desk
}

func newCast(t *testing.T) cast {
	t.Helper()
	c := storetest.NewCast(t, model.PeriodAt(model.Quarter, 2026_09_30))
	as := func(id model.EmployeeID, roles ...model.Role) referral.Desk {
		return referral.Desk{Desk: c.Signed(id, roles...)}
	}
	return cast{
		c.Store, referral.Desk{Desk: storetest.Owner(c.Store)}, as(c.Staff), as(c.Evaluator, model.RoleEvaluator),
		as(c.Above, model.RoleEvaluator, model.RoleSuperior), as(c.Other), c.Plan, as,
	}
}

// The counsellor's address is set by who keeps the file and read by everybody.
func TestContact(t *testing.T) {
	c := newCast(t)
	if got, err := c.staff.Contact(); err != nil || got.Known() {
		t.Errorf("before anybody said: %+v, %v", got, err)
	}
	said := support.Contact{Name: "Ratna Ningsih, M.Psi.", Place: "Poli Konseling RSUD", Hours: "Selasa 09.00–12.00", Phone: "0811-000-111", Key: "age1x"}
	if err := c.staff.SetContact(said); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("set by anybody: %v", err)
	}
	if err := c.owner.SetContact(support.Contact{Place: "di sini"}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("nobody's address: %v", err)
	}
	for _, phone := range []string{"0811", said.Phone} {
		x := said
		x.Phone = phone
		if err := c.owner.SetContact(x); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := c.staff.Contact(); err != nil || got.Phone != said.Phone || got.Name != said.Name {
		t.Errorf("%+v, %v", got, err)
	}
}

// A referral keeps its day and what may be known; who else may read of it follows from
// what the person allowed, in lists and in the record of changes alike.
func TestReferToCounsellor(t *testing.T) {
	c := newCast(t)
	who := c.plan.Employee
	for name, d := range map[string]interface {
		MayRefer(model.EmployeeID) error
	}{"the person": c.staff, "somebody else": c.other, "the superior": c.above} {
		if err := d.MayRefer(who); err == nil || !errors.Is(err, model.ErrNotAllowed) && !errors.Is(err, model.ErrSelf) {
			t.Errorf("%s refers: %v", name, err)
		}
	}
	if _, err := c.staff.ReferToCounsellor(who, support.Allow{}); !errors.Is(err, model.ErrSelf) {
		t.Errorf("for oneself: %v", err)
	}
	open, err := c.evaluator.ReferToCounsellor(who, support.Allow{Evaluator: support.Made, Superior: support.Made})
	if err != nil || open.Employee != who {
		t.Fatalf("%+v, %v", open, err)
	}
	shut, err := c.evaluator.ReferToCounsellor(who, support.Allow{})
	if err != nil || shut.Employee != "" {
		t.Fatalf("%+v, %v", shut, err)
	}
	auditor := c.signed("", model.RoleAuditor)
	team := c.signed(c.other.Actor().Employee, model.RoleTeam, model.RoleManager, model.RoleAdmin)
	for name, x := range map[string]struct {
		desk  referral.Desk
		lists int
	}{"who referred": {c.evaluator, 2}, "the superior": {c.above, 1}, "the team": {team, 0}, "the inspectorate": {auditor, 0}} {
		if list, err := x.desk.Referrals(); err != nil || len(list) != x.lists {
			t.Errorf("%s sees %d referrals, %v", name, len(list), err)
		}
		entries, err := x.desk.RecordOf(store.RecordQuery{})
		if errors.Is(err, model.ErrNotAllowed) {
			continue // who may read nothing of the whole record reads nothing of this
		}
		if err != nil || len(entries) == 0 {
			t.Fatalf("%s: %d facts, %v", name, len(entries), err)
		}
		for _, e := range entries {
			if e.Fact.Header.Kind == model.KindReferral {
				t.Errorf("%s reads of a referral in the record", name)
			}
		}
	}
	if list, err := c.staff.Referrals(); err != nil || len(list) != 1 || list[0].ID != open.ID {
		t.Errorf("the person sees %+v, %v", list, err)
	}
	if _, err := c.evaluator.LastSaved(); !errors.Is(err, model.ErrNothing) {
		t.Errorf("a referral is named as what was saved last: %v", err)
	}
	if _, err := c.evaluator.Undo(); err == nil {
		t.Error("a slip that left is undone")
	}
}

// Reading where the counsellor is changes no byte of the file and leaves no file
// beside it that was not there.
func TestReadingTheContactLeavesNothing(t *testing.T) {
	c := newCast(t)
	if err := c.owner.SetContact(support.Contact{Name: "Ratna"}); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(c.s.Path())
	before, err := os.ReadFile(c.s.Path())
	if err != nil {
		t.Fatal(err)
	}
	names, _ := os.ReadDir(dir)
	for range 3 {
		if _, err := c.staff.Contact(); err != nil {
			t.Fatal(err)
		}
	}
	after, err := os.ReadFile(c.s.Path())
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed: %v", err)
	}
	if now, _ := os.ReadDir(dir); len(now) != len(names) {
		t.Errorf("%d files beside it, before %d", len(now), len(names))
	}
	if lock, _ := os.ReadFile(c.s.Path() + ".lock"); bytes.Contains(lock, []byte("support")) {
		t.Errorf("the lock says what was read: %s", bytes.TrimSpace(lock))
	}
}
