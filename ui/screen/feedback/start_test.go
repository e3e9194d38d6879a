package feedback_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/feedback"
	"kinerja/ui/uitest"
)

// A starter is put into an empty text by one key, the next one by the same, and is
// never written over what somebody wrote; as it was put there it is not kept.
func TestStarters(t *testing.T) {
	_, d, _ := district(t)
	rina := find(t, d, "rina hartati")
	p := open(t, d, "id", nav.Feedback{Employee: rina}, sizes[1])
	before, err := d.Conversation(rina)
	if err != nil {
		t.Fatal(err)
	}
	has := func(want bool, text string) {
		t.Helper()
		if view := p.View(); strings.Contains(view, text) != want {
			t.Errorf("%q in sight: %v\n%s", text, !want, view)
		}
	}
	uitest.Press(p, "!")
	has(false, "Yang tampak dilakukan:")
	uitest.Press(p, "f4")
	has(true, "Yang tampak dilakukan:")
	has(true, "situasi – perilaku – dampak – langkah")
	uitest.Press(p, "ctrl+s")
	has(true, "lengkapi dahulu")
	uitest.Press(p, "f4")
	has(false, "Yang tampak dilakukan:")
	has(true, "Boleh diceritakan")
	uitest.Press(p, "f4")
	has(false, "Boleh diceritakan")
	uitest.Press(p, "f4")
	uitest.Type(p, "kotak vaksin disiapkan malam sebelumnya")
	for _, a := range p.Actions() {
		if a.ID == "starter" && a.Why == "" {
			t.Error("a starter is offered in the place of what was written")
		}
	}
	uitest.Press(p, "f4")
	has(true, "disiapkan malam")
	uitest.Press(p, "ctrl+s")
	said, err := d.Conversation(rina)
	if err != nil || len(said.Items) != len(before.Items)+1 {
		t.Fatalf("%d items, %v\n%s", len(said.Items), err, p.View())
	}
	last := said.Items[len(said.Items)-1]
	if strings.Contains(last.Text, "Yang tampak dilakukan:\n") || strings.HasSuffix(last.Text, ":") {
		t.Errorf("a question without an answer was kept: %q", last.Text)
	}
	if last.Kind != talk.Improve || !strings.Contains(last.Text, "Bantuan yang saya berikan: kotak vaksin") || last.Source != talk.Leader {
		t.Errorf("kept: %+v", last)
	}
}

// What the next check-in is about is agreed on at this one, and the next begins with
// it.
func TestAgendaOfCheckIns(t *testing.T) {
	_, d, _ := district(t)
	rina := find(t, d, "rina hartati")
	p := open(t, d, "id", nav.Feedback{Employee: rina}, sizes[1])
	uitest.Press(p, "a")
	uitest.Type(p, "Dua desa masih jauh dari target.")
	uitest.Press(p, "tab")
	uitest.Type(p, "Kunjungan tiap Selasa.")
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "Hasil kunjungan")
	uitest.Press(p, "enter")
	uitest.Type(p, "Kotak vaksin.")
	uitest.Press(p, "ctrl+s")
	said, err := d.Conversation(rina)
	if err != nil {
		t.Fatal(err)
	}
	last := said.Items[len(said.Items)-1]
	if last.Kind != talk.CheckIn || last.Agenda != "Hasil kunjungan\nKotak vaksin." || last.Agreed != "Kunjungan tiap Selasa." {
		t.Fatalf("kept: %+v\n%s", last, p.View())
	}
	if view := p.View(); !strings.Contains(view, "Agenda berikutnya: Hasil kunjungan") {
		t.Errorf("the timeline has no agenda:\n%s", view)
	}
	uitest.Press(p, "a")
	if view := p.View(); !strings.Contains(view, "Agenda yang disepakati: Hasil kunjungan Kotak vaksin.") {
		t.Errorf("the next check-in does not say what was agreed on:\n%s", view)
	}
	uitest.Press(p, "f4")
	if view := p.View(); !strings.Contains(view, "Kotak vaksin:") || !strings.Contains(view, "menurut agenda") {
		t.Errorf("the next check-in does not begin with its agenda:\n%s", view)
	}
}

// What an outsider said is recorded by name, and from a paper.
func TestAnotherParty(t *testing.T) {
	_, d, _ := district(t)
	rina := find(t, d, "rina hartati")
	p := open(t, d, "en", nav.Feedback{Employee: rina}, sizes[1])
	uitest.Press(p, "+")
	uitest.Type(p, "Came at night when she was called.")
	uitest.Press(p, "tab")
	uitest.Type(p, "Village head of Sukamaju")
	uitest.Press(p, "ctrl+s")
	if view := p.View(); !strings.Contains(view, "is missing") && !strings.Contains(view, "required") && !strings.Contains(view, "fill") {
		t.Errorf("no paper is asked for:\n%s", view)
	}
	uitest.Type(p, "meeting of 1 October 2026")
	uitest.Press(p, "ctrl+s")
	if view := p.View(); !strings.Contains(view, "other party Village head of Sukamaju") {
		t.Errorf("the timeline does not name them:\n%s", view)
	}
}

// A colleague gives the three kinds, reads what they gave, holds no check-in, and
// speaks for nobody else.
func TestColleague(t *testing.T) {
	s, d, _ := district(t)
	rina, budi := find(t, d, "rina hartati"), find(t, d, "budi santoso")
	desk := s.As(model.Actor{ID: string(rina), Employee: rina, Name: "Rina Hartati", Roles: model.RolesOf(model.RoleStaff)})
	p := feedback.New(env(t, "id", desk), voiced{desk}, nav.Feedback{Employee: budi})
	uitest.Open(p, 118, 32)
	all, err := storetest.Owner(s).Conversation(budi)
	if err != nil || len(all.Items) == 0 {
		t.Fatal(len(all.Items), err)
	}
	for _, f := range all.Items {
		if words := strings.Fields(f.Text); strings.Contains(p.View(), strings.Join(words[:min(4, len(words))], " ")) {
			t.Errorf("a colleague reads %q", f.Text)
		}
	}
	for _, a := range p.Actions() {
		if wrong := (a.Why == "") != (a.ID == "praise" || a.ID == "improve" || a.ID == "remark"); wrong {
			t.Errorf("%s: %q", a.ID, a.Why)
		}
	}
	uitest.Press(p, "+")
	if view := p.View(); strings.Contains(view, "Dari pihak lain") {
		t.Errorf("a colleague speaks for others:\n%s", view)
	}
	uitest.Type(p, "Menjaga posko sampai malam, semua pasien terlayani.")
	uitest.Press(p, "ctrl+s")
	if view := p.View(); !strings.Contains(view, "rekan kerja Rina Hartati") || !strings.Contains(view, "sampai malam") {
		t.Errorf("what was given is not there:\n%s", view)
	}
}
