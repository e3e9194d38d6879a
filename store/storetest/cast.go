package storetest

import (
	"testing"

	"kinerja/model"
	"kinerja/store"
)

// Cast is a member of staff of the sample district whose evaluation of a period is not
// shared yet, with whoever evaluates them, that one's evaluator, and somebody else.
type Cast struct {
	Store                          *store.Store
	Plan                           model.Plan
	Staff, Evaluator, Above, Other model.EmployeeID
}

// NewCast finds such people in a period of 2026.
func NewCast(t testing.TB, p model.Period) Cast {
	t.Helper()
	s, district := District(t, 0)
	owner := Owner(s)
	rows, _, _, err := owner.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	head, err := owner.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Post.Evaluator != district.Head() || head.Evaluator.ID == "" {
			continue
		}
		if e, err := owner.Evaluation(r.Plan.ID, p); err != nil || e.State >= model.Shared {
			continue
		}
		return Cast{Store: s, Plan: r.Plan, Staff: r.Plan.Employee, Evaluator: district.Head(), Above: head.Evaluator.ID, Other: rows[0].Plan.Employee}
	}
	t.Fatal("nobody to evaluate")
	return Cast{}
}

// Signed is somebody's desk, with their own PIN, in the roles of staff and some others.
func (c Cast) Signed(id model.EmployeeID, roles ...model.Role) *store.Desk {
	return c.Store.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(append(roles, model.RoleStaff)...), Via: model.Signed})
}
