package leave_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	learnt "kinerja/model/leave"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/leave"
	"kinerja/ui/uitest"
)

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

// office is a real file with one midwife.
func office(t *testing.T) (*store.Desk, model.EmployeeID) {
	t.Helper()
	d := storetest.Owner(storetest.Open(t))
	u := must(d.AddUnit(model.Unit{Name: "Puskesmas Tanjung Raya", Kind: model.UnitClinic}))
	e := must(d.AddEmployee(model.Employee{Number: "197203031998111003", Name: "Ayu Kusuma", After: "A.Md.Keb."}, model.Post{Unit: u.ID, Position: "Bidan Terampil", From: 2020_01_01}))
	return d, e.ID
}

func list(t *testing.T, d *store.Desk, who model.EmployeeID, language string, width, height int) *leave.List {
	p := leave.NewList(uitest.Env(t, language), d, nav.Leave{Employee: who})
	uitest.Open(p, width, height)
	return p
}

func form(t *testing.T, d *store.Desk, who model.EmployeeID, language string, reduces bool, width, height int) *leave.Form {
	p := leave.NewForm(uitest.Env(t, language), d, nav.AddLeave{Employee: who}, reduces)
	uitest.Open(p, width, height)
	return p
}

// fill types a leave of annual kind.
func fill(p *leave.Form, kind, from, to string) {
	uitest.Type(p, kind)
	uitest.Press(p, "enter")
	uitest.Type(p, from)
	uitest.Press(p, "tab")
	uitest.Type(p, to)
	uitest.Press(p, "tab")
	uitest.Type(p, "SC 12")
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d, who := office(t)
				views := []string{list(t, d, who, language, size[0], size[1]).View()}
				p := form(t, d, who, language, false, size[0], size[1])
				views = append(views, p.View())
				fill(p, map[string]string{"id": "tahunan", "en": "annual"}[language], "10-8-2026", "31-8-2026")
				views = append(views, p.View())
				uitest.Press(p, "ctrl+s")
				must(d.AddLeave(learnt.Leave{Employee: who, Kind: learnt.Sick, From: 2026_09_01, To: 2026_09_02, Letter: "SKD 3", Reduces: true}))
				views = append(views, list(t, d, who, language, size[0], size[1]).View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A leave is kept with the answer of the setting unless it is said otherwise, and
// the form says what that does.
func TestALeaveIsKept(t *testing.T) {
	for _, reduces := range []bool{false, true} {
		d, who := office(t)
		p := form(t, d, who, "id", reduces, 78, 20)
		fill(p, "alasan", "10-8-2026", "31-8-2026")
		view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
		if !strings.Contains(view, "10–31 Agu: 22 hari.") || strings.Contains(view, "mengurangi target yang dijumlahkan. Belum diverifikasi") != reduces {
			t.Errorf("reduces %v:\n%s", reduces, p.View())
		}
		uitest.Press(p, "ctrl+s")
		rows := must(d.Leaves(learnt.Query{Employee: who}))
		if len(rows) != 1 || rows[0].Kind != learnt.Important || rows[0].Reduces != reduces || rows[0].Letter != "SC 12" {
			t.Errorf("kept: %+v", rows)
		}
		again := form(t, d, who, "id", reduces, 78, 20)
		fill(again, "besar", "31-8-2026", "30-9-2026")
		if uitest.Press(again, "ctrl+s"); !strings.Contains(ansi.Strip(again.View()), "sudah masuk cuti lain") || again.Unsaved() == "" {
			t.Errorf("a shared day is not refused beside its field:\n%s", again.View())
		}
	}
}

// A leave is taken off the list after a question, and not without the answer.
func TestALeaveIsTakenOff(t *testing.T) {
	d, who := office(t)
	must(d.AddLeave(learnt.Leave{Employee: who, Kind: learnt.Sick, From: 2026_09_01, To: 2026_09_02, Letter: "SKD 3"}))
	p := list(t, d, who, "id", 78, 20)
	asked := uitest.Press(p, "delete")
	var question nav.AskMsg
	for _, msg := range asked {
		if m, ok := msg.(nav.AskMsg); ok {
			question = m
		}
	}
	if !strings.Contains(question.Question, "cuti sakit 1–2 Sep") || len(must(d.Leaves(learnt.Query{}))) != 1 {
		t.Fatalf("asked %q", question.Question)
	}
	var changed bool
	for _, msg := range uitest.Run(p, question.Yes) {
		_, is := msg.(nav.ChangedMsg)
		changed = changed || is
	}
	if !changed || len(must(d.Leaves(learnt.Query{}))) != 0 {
		t.Error("it is still there")
	}
	empty := list(t, d, who, "id", 78, 20)
	for _, a := range empty.Actions() {
		if a.ID == "remove" && a.Why == "" {
			t.Error("nothing can be taken off an empty list")
		}
	}
}
