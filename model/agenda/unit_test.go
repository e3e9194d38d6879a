package agenda_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
)

// What is open about the unit as a whole is said with who must act: its result
// first, then a distribution that does not fit it. Neither keeps the period open.
func TestUnitAsAWhole(t *testing.T) {
	guide := distribution.SE3()
	head, leader := model.StaffRow{Employee: "H", Name: "dr. Sari"}, model.StaffRow{Employee: "K", Name: "Kadis"}
	decided := unitresult.Result{Unit: "U", State: unitresult.Set, Grade: unitresult.Good}
	explained := decided
	explained.Exception = &unitresult.Exception{Grade: unitresult.Good, Counts: distribution.Counts{model.Good: 10}.Rated()}
	for name, x := range map[string]struct {
		s            overview.Standing
		head, leader model.StaffRow
		me           model.EmployeeID
		want         string // "": nothing is open
		by           agenda.By
		mine         bool
	}{
		"undecided":         {overview.Standing{}, head, leader, "H", "unit_not_decided", agenda.BySuperior, false},
		"undecided, mine":   {overview.Standing{}, head, leader, "K", "unit_not_decided", agenda.BySuperior, true},
		"nobody above":      {overview.Standing{}, head, model.StaffRow{}, "H", "unit_not_decided", agenda.ByAbove, false},
		"too many good":     {overview.Standing{Result: decided, Counts: distribution.Counts{model.Good: 10}}, head, leader, "H", "distribution_unexplained", agenda.ByEvaluator, true},
		"not all are rated": {overview.Standing{Result: decided, Counts: distribution.Counts{model.NoPredicate: 1, model.Good: 10}}, head, leader, "H", "", 0, false},
		"no head":           {overview.Standing{Result: decided, Counts: distribution.Counts{model.Good: 10}}, model.StaffRow{}, leader, "K", "distribution_unexplained", agenda.ByTeam, false},
		"nobody rated":      {overview.Standing{Result: decided}, head, leader, "H", "", 0, false},
		"explained":         {overview.Standing{Result: explained, Counts: distribution.Counts{model.Good: 10}}, head, leader, "H", "", 0, false},
		"not all are shown": {overview.Standing{Result: decided, Few: true}, head, leader, "H", "", 0, false},
	} {
		x.s.Unit = model.Unit{ID: "U", Name: "Puskesmas Melati"}
		actor := model.Actor{Employee: x.me, Roles: model.RolesOf(model.RoleEvaluator)}
		was := agenda.Agenda{Period: model.PeriodAt(model.Quarter, 20260930), Items: []agenda.Item{{Kind: agenda.NotRated, Mine: true, Due: agenda.Due{Kind: agenda.PeriodEnd, On: 20260930}}}}
		a := was.WithUnit(x.s, guide, actor, x.head, x.leader)
		if len(was.Items) != 1 || len(was.Units) != 0 {
			t.Fatalf("%s: what was given is changed", name)
		}
		if x.want == "" {
			if len(a.Units) != 0 || len(a.Items) != 1 {
				t.Errorf("%s: %+v", name, a.Units)
			}
			continue
		}
		if len(a.Units) != 1 || len(a.Items) != 2 {
			t.Fatalf("%s: %+v", name, a)
		}
		o := a.Units[0]
		if o.Kind.String() != x.want || o.By != x.by || agenda.Mine(actor, o) != x.mine || o.Staff.Name != "Puskesmas Melati" || agenda.Blocking(a.Units) != 0 {
			t.Errorf("%s: %+v", name, o)
		}
		if a.Items[1].Mine != x.mine || a.Items[1].First.Unit != "U" {
			t.Errorf("%s: %+v", name, a.Items)
		}
	}
}
