package pages

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// Staff find what was said to them behind the page of conversations, answer it in
// their own words, and what they type survives; of what was said to others they see
// nothing.
func TestStaffAnswer(t *testing.T) {
	s, _ := storetest.District(t, 120)
	find := func(name string) model.StaffRow {
		row, err := storetest.Owner(s).FindOne(name)
		if err != nil {
			t.Fatal(err)
		}
		return row
	}
	rina, budi := find("rina hartati"), find("budi santoso")
	me := model.Actor{ID: string(rina.Employee), Employee: rina.Employee, Name: rina.Name, Roles: model.RolesOf(model.RoleStaff), Via: model.Signed}
	desk := s.As(me)
	env := uitest.Env(t, "id")
	env.Me = me
	build := Build(env, House{Desk: desk, File: s})

	p := build(nav.Feedback{})
	uitest.Open(p, 80, 40)
	if view := p.View(); !strings.Contains(view, "Dua kunjungan pekan lalu") || p.Title() != rina.Name {
		t.Fatalf("not her own conversation: %s\n%s", p.Title(), view)
	}
	uitest.Press(p, "enter")
	uitest.Type(p, "Mulai hari ini dicatat pada hari yang sama.")
	name, draft := p.(nav.Drafter).Draft()
	if name == "" || !strings.Contains(draft, "dicatat pada hari yang sama") {
		t.Errorf("no draft: %q %q", name, draft)
	}
	again := build(nav.Feedback{})
	again.(nav.Drafter).Redraft(draft)
	uitest.Open(again, 80, 40)
	uitest.Press(again, "ctrl+s")
	said, err := desk.Conversation(rina.Employee)
	if err != nil {
		t.Fatal(err)
	}
	last := said.Items[len(said.Items)-1]
	if last.Kind != talk.Answer || last.Text != "Mulai hari ini dicatat pada hari yang sama." || last.Word.Whose != rina.Employee || last.Word.By != rina.Employee || last.Word.Via != model.Signed {
		t.Errorf("the answer: %+v", last)
	}

	other := build(nav.Feedback{Employee: budi.Employee})
	uitest.Open(other, 80, 40)
	if view := other.View(); strings.Contains(view, "hipertensi") || strings.Contains(view, "posbindu") || !strings.Contains(view, "Dari Anda belum ada umpan balik") {
		t.Errorf("what was said to another:\n%s", view)
	}
	if _, err := desk.Give(talk.Feedback{Employee: budi.Employee, Kind: talk.Answer, To: "x", Text: "x"}); err == nil {
		t.Error("she answers what was said to another")
	}
}

// Who reads the conversations of others has the list of them.
func TestListOfConversations(t *testing.T) {
	s, d := storetest.District(t, 120)
	env := uitest.Env(t, "id")
	for name, roles := range map[string]model.Roles{"evaluator": model.RolesOf(model.RoleStaff, model.RoleEvaluator), "auditor": model.RolesOf(model.RoleAuditor)} {
		env.Me = model.Actor{ID: string(d.Head()), Employee: d.Head(), Roles: roles}
		p := Build(env, House{Desk: s.As(env.Me), File: s})(nav.Feedback{})
		uitest.Open(p, 80, 40)
		if view := p.View(); !strings.Contains(view, "Rina Hartati") || !strings.Contains(view, "Budi Santoso") {
			t.Errorf("%s:\n%s", name, view)
		}
	}
}
