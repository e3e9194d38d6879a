package follow_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/storetest"
)

// Feedback comes from leader, colleagues and subordinates, and each item says from
// which; of somebody else's conversation they read what they gave and no more.
func TestColleaguesGiveAndReadTheirOwn(t *testing.T) {
	s, district := storetest.District(t, 120)
	owner := storetest.Owner(s)
	find := func(name string) model.StaffRow {
		row, err := owner.FindOne(name)
		if err != nil {
			t.Fatal(err)
		}
		return row
	}
	rina, head := find("rina hartati"), district.Head()
	as := func(id model.EmployeeID, roles ...model.Role) *store.Desk {
		return s.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(roles...)})
	}
	mates, err := follow.Desk{Desk: as(rina.Employee, model.RoleStaff)}.Colleagues()
	if err != nil || len(mates) < 2 {
		t.Fatalf("%d colleagues: %v", len(mates), err)
	}
	units := map[model.EmployeeID]bool{}
	var mate model.StaffRow
	for _, m := range mates {
		units[m.Staff.Employee] = true
		if m.Staff.Unit != rina.Unit || m.Staff.Number != "" || m.Items != 0 {
			t.Errorf("%+v is no colleague without a number", m)
		}
		if m.Staff.Employee != head {
			mate = m.Staff
		}
	}
	if !units[head] || units[rina.Employee] {
		t.Errorf("the evaluator is listed %v, oneself %v", units[head], units[rina.Employee])
	}
	// The evaluator of another unit is one of those, too.
	pr, err := owner.Profile(head)
	if err != nil {
		t.Fatal(err)
	}
	boss := pr.Posts[len(pr.Posts)-1].Evaluator
	above, err := follow.Desk{Desk: as(head, model.RoleStaff, model.RoleEvaluator)}.Colleagues()
	if err != nil || len(above) != 1 || above[0].Staff.Employee != boss || above[0].Staff.Unit == rina.Unit {
		t.Errorf("to the head %d are near, the first %+v (%v)", len(above), above, err)
	}
	giver := as(rina.Employee, model.RoleStaff)
	for _, tt := range []struct {
		to   model.EmployeeID
		want talk.Source
	}{{mate.Employee, talk.Peer}, {head, talk.Subordinate}} {
		kept, err := giver.Give(talk.Feedback{Employee: tt.to, Kind: talk.Appreciation, Text: "membantu saya di posyandu", Source: talk.Leader})
		if err != nil || kept.Source != tt.want {
			t.Fatalf("given as %q (%v), want %q", kept.Source, err, tt.want)
		}
		if _, err := as(head, model.RoleStaff, model.RoleEvaluator).Give(talk.Feedback{Employee: mate.Employee, Kind: talk.Note, Text: "dari pimpinan"}); err != nil {
			t.Fatal(err)
		}
		c, err := giver.Conversation(tt.to)
		if err != nil || !c.Own || len(c.Items) != 1 || c.Items[0].ID != kept.ID || c.Staff.Number != "" {
			t.Errorf("reads %d items, own %v, number %q (%v)", len(c.Items), c.Own, c.Staff.Number, err)
		}
	}
	whole, err := as(mate.Employee, model.RoleStaff).Conversation(mate.Employee)
	if err != nil || whole.Own || whole.Items[len(whole.Items)-1].Source != talk.Leader {
		t.Errorf("the person reads %+v (%v)", whole.Items[len(whole.Items)-1], err)
	}
	for name, f := range map[string]talk.Feedback{
		"a check-in":      {Employee: mate.Employee, Kind: talk.CheckIn, Text: "dibahas"},
		"another's word":  {Employee: mate.Employee, Kind: talk.Note, Text: "kata orang", Other: "Kepala Desa", Word: model.Word{Document: "surat 1"}},
		"another's unit":  {Employee: find("aceng permana").Employee, Kind: talk.Note, Text: "jauh"},
		"who is answered": {Employee: mate.Employee, Kind: talk.Answer, To: whole.Items[0].ID, Text: "atas nama", Word: model.Word{Document: "surat 1"}},
	} {
		if _, err := giver.Give(f); !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	kept, err := as(head, model.RoleStaff, model.RoleEvaluator).Give(talk.Feedback{Employee: mate.Employee, Kind: talk.Appreciation, Text: "ramah", Other: " Kepala Desa Sukamaju ", Word: model.Word{Document: "surat 3/2026"}})
	if err != nil || kept.Source != talk.Other || kept.Other != "Kepala Desa Sukamaju" || kept.Word.Via != model.Recorded || kept.Word.Whose != "" {
		t.Errorf("another party: %+v (%v)", kept, err)
	}
}
