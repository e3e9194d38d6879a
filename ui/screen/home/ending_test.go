package home_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/home"
	"kinerja/ui/uitest"
)

// yes answers the one question that a page asked.
func yes(t *testing.T, p nav.Screen, asked []tea.Msg) (question string, more []tea.Msg) {
	t.Helper()
	for _, m := range asked {
		if q, ok := m.(nav.AskMsg); ok {
			return q.Question, uitest.Run(p, q.Yes)
		}
	}
	t.Fatalf("no question in %v", asked)
	return "", nil
}

func sees(t *testing.T, p nav.Screen, texts ...string) {
	t.Helper()
	view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
	for _, text := range texts {
		if !strings.Contains(view, text) {
			t.Errorf("no %q in\n%s", text, p.View())
		}
	}
}

// A quarter with something left is closed on its page: what closing does, what
// is left by kind, a reason, a yes. The page then says so; with another reason
// it is opened again.
func TestCloseAndOpenAgain(t *testing.T) {
	o := full()
	p := home.NewClosing(uitest.Env(t, "id"), o, nav.Closing{Period: period("2026-Q3")})
	uitest.Open(p, 118, 32)
	sees(t, p, "1 dari 20 orang selesai · 19 masih berjalan", "Menutup TW III 2026 mengunci realisasi")
	uitest.Press(p, "e")
	sees(t, p, "Masih tersisa 24 hambatan", "5 dinilai, belum disampaikan")
	if asked := uitest.Press(p, "enter"); len(asked) != 0 || o.closed != nil {
		t.Fatalf("closed without a reason: %v", asked)
	}
	uitest.Type(p, "sisa menyusul")
	question, more := yes(t, p, uitest.Press(p, "enter"))
	if !strings.HasPrefix(question, "Tutup TW III 2026 di Puskesmas Tanjung Raya?") {
		t.Errorf("asks %q", question)
	}
	if a, _ := o.ended.Last(); a.Reason != "sisa menyusul" || len(a.Left) != 24 || len(more) != 2 {
		t.Errorf("kept %+v, told %v", a, more)
	}
	sees(t, p, "TW III 2026 ditutup 5 Oktober 2026 oleh dr. Sari Wulandari.")
	uitest.Press(p, "e")
	uitest.Type(p, "data Agustus menyusul")
	if question, _ = yes(t, p, uitest.Press(p, "enter")); !strings.HasPrefix(question, "Buka kembali TW III 2026") || o.closed != nil {
		t.Errorf("asks %q, closed %v", question, o.closed)
	}
}

// Where nothing is left, one yes closes it.
func TestCloseWithNothingLeft(t *testing.T) {
	o := finished(3)
	p := home.NewClosing(uitest.Env(t, "id"), o, nav.Closing{})
	uitest.Open(p, 78, 20)
	sees(t, p, "3 dari 3 orang selesai", "Tekan e.")
	if yes(t, p, uitest.Press(p, "e")); o.closed == nil {
		t.Error("still open")
	}
	sees(t, p, "Tidak ada yang perlu dilakukan lagi")
}

// A period that is not over cannot be closed, nor by who may not; both say why.
func TestCloseSaysWhyNot(t *testing.T) {
	env := uitest.Env(t, "id")
	soon := home.NewClosing(env, running(), nav.Closing{})
	uitest.Open(soon, 78, 20)
	if _, _, why := nav.Press(soon.Actions(), uitest.Key("e")); why != "periode baru berakhir 31 Desember 2026" {
		t.Errorf("why %q", why)
	}
	env.Me = model.Actor{Employee: "e007", Roles: model.RolesOf(model.RoleStaff)}
	staff := home.NewClosing(env, full(), nav.Closing{})
	uitest.Open(staff, 78, 20)
	if _, _, why := nav.Press(staff.Actions(), uitest.Key("e")); why != env.Text.Error(model.ErrNotAllowed) {
		t.Errorf("why %q", why)
	}
}

// A reason that the file refused, or that was put aside, stands there again.
func TestReasonIsNotLost(t *testing.T) {
	o := full()
	p := home.NewClosing(uitest.Env(t, "id"), o, nav.Closing{})
	uitest.Open(p, 78, 20)
	uitest.Press(p, "e")
	uitest.Type(p, "sisa menyusul")
	if p.Unsaved() == "" {
		t.Error("leaving loses the reason without a word")
	}
	if name, text := p.Draft(); name != "closing/2026-Q3" || text != "sisa menyusul" {
		t.Errorf("draft %q %q", name, text)
	}
	uitest.Press(p, "esc", "e")
	sees(t, p, "sisa menyusul")
	asked := uitest.Press(p, "enter")
	o.refuse = model.ErrBusy
	if _, more := yes(t, p, asked); len(more) != 1 || more[0].(nav.FailMsg).Err == nil {
		t.Errorf("told %v", more)
	}
	sees(t, p, "sisa menyusul")
}

// Rows stand under who must act, and no row says it again; the cursor passes
// over the headings.
func TestGroupedByWhoMustAct(t *testing.T) {
	p := home.NewClosing(uitest.Env(t, "id"), full(), nav.Closing{})
	uitest.Open(p, 78, 20)
	view := ansi.Strip(p.View())
	if strings.Contains(view, "Penilai dr. Sari") || !strings.Contains(view, "\nAnda (") || strings.Contains(view, "▸Anda") {
		t.Error(view)
	}
	last := ""
	for range 60 {
		if line := marked(p.View()); line == "" {
			t.Fatalf("the cursor is on a heading after %q:\n%s", last, p.View())
		} else {
			last = line
		}
		uitest.Press(p, "down")
	}
	if strings.Contains(p.View(), "▼") {
		t.Errorf("60 times down is not the end:\n%s", p.View())
	}
	uitest.Press(p, "home")
	if sees(t, p, "Anda ("); strings.Contains(p.View(), "▲") {
		t.Errorf("home is not the beginning:\n%s", p.View())
	}
}

// The own rows of the unit's head keep nobody from closing: no reason is asked,
// Home counts none, and the page says whose they are.
func TestHeadsOwnRowsDoNotBlock(t *testing.T) {
	o := finished(3)
	own := somebody(9, sari.Name, 0, model.EvaluationDraft)
	own.Staff, own.Post.Evaluator, own.Evaluator, own.Line = sari, "", model.StaffRow{}, nil
	o.cases["2026-Q3"] = append(o.cases["2026-Q3"], own)
	o.head, o.actor = "sari", model.Owner("sari", sari.Name)
	env := uitest.Env(t, "id")
	env.Me = o.actor
	front := home.New(env, o)
	uitest.Open(front, 118, 32)
	sees(t, front, "Tutup TW III 2026: tidak ada hambatan")
	p := home.NewClosing(env, o, nav.Closing{})
	uitest.Open(p, 118, 32)
	sees(t, p, "Atasan (belum dicatat)")
	if yes(t, p, uitest.Press(p, "e")); o.closed == nil {
		t.Error("still open")
	}
	if a, _ := o.ended.Last(); len(a.Left) != 2 || !a.Left[0].Head {
		t.Errorf("kept %+v", a)
	}
}
