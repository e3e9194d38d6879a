package credit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/ui/nav"
	page "kinerja/ui/screen/credit"
	"kinerja/ui/uitest"
)

// desk gives one person's credit, and keeps balances as a store would.
type desk struct {
	in   credit.Input
	kept []credit.Base
	err  error
}

func (d *desk) Credit(id model.EmployeeID) (credit.Row, error) {
	return credit.Row{Staff: model.StaffRow{Employee: id, Name: "Rina Hartati, A.Md.Keb."}, Account: credit.Of(d.in)}, d.err
}

func (d *desk) SetBase(b credit.Base) (credit.Base, error) {
	if err := b.Check(d.in.Today); err != nil {
		return b, err
	}
	d.kept = append(d.kept, b)
	d.in.Bases = append(d.in.Bases, b)
	return b, nil
}

func judged(post model.PostID, when string, state model.EvaluationState, p model.Predicate) credit.Judged {
	period, err := model.ParsePeriod(when)
	if err != nil {
		panic(err)
	}
	return credit.Judged{Post: post, Evaluation: model.Evaluation{ID: "e", Plan: model.PlanID("plan-" + when), Period: period, State: state, Predicate: p}}
}

// rina rose from Terampil to Mahir in July 2025.
func rina() *desk {
	return &desk{in: credit.Input{
		Employee: model.Employee{ID: "rina", Grade: "III/a"}, Today: 2026_10_05,
		Posts: []model.Post{
			{ID: "mahir", Position: "Bidan Mahir", Kind: model.PostFunctional, From: 2025_07_01},
			{ID: "terampil", Position: "Bidan Terampil", Kind: model.PostFunctional, From: 2019_03_01, To: 2025_06_30},
		},
		Judged: []credit.Judged{
			judged("terampil", "2025", model.Final, model.Good), judged("mahir", "2025", model.Final, model.VeryGood),
			judged("mahir", "2026-Q1", model.Final, model.NeedsImprovement), judged("mahir", "2026-Q2", model.Shared, model.Good),
		},
	}}
}

// cases are the people whose page the goldens show, and the keys pressed.
func cases() map[string]func(*desk) []string {
	return map[string]func(*desk) []string{
		"split": func(*desk) []string { return nil },
		"why":   func(*desk) []string { return []string{"down", "x"} },
		"gap":   func(*desk) []string { return []string{"down", "down", "down", "x"} },
		"base": func(d *desk) []string {
			d.in.Bases = []credit.Base{{ID: "b", Level: credit.Mahir, Points: model.MustNumber("37.5"), Until: 2025_09_30, Document: "PAK 800/12/2025"}}
			return []string{"x"}
		},
		"moved": func(d *desk) []string {
			d.in.Bases = []credit.Base{{ID: "b", Level: credit.Mahir, Months: 41, Until: 2025_12_31, Document: "SK 821/7/2025"}}
			return nil
		},
		"met": func(d *desk) []string {
			d.in.Bases = []credit.Base{{ID: "b", Level: credit.Mahir, Points: model.Int(50), Until: 2025_12_31, Document: "PAK"}}
			return nil
		},
		"pppk": func(d *desk) []string { d.in.Employee.Kind = model.PPPK; return nil },
		"none": func(d *desk) []string {
			d.in.Posts = []model.Post{{ID: "sopir", Position: "Pengemudi", Kind: model.PostOperative}}
			d.in.Judged = nil
			return nil
		},
		"unread": func(d *desk) []string {
			d.in.Posts = []model.Post{{ID: "x", Position: "Bidan Pelaksana", Kind: model.PostFunctional}}
			return nil
		},
		"form": func(*desk) []string { return []string{"a", "right"} },
	}
}

func open(t *testing.T, language, name string, width, height int) (*page.Page, *desk) {
	t.Helper()
	d := rina()
	keys := cases()[name](d)
	p := page.New(uitest.Env(t, language), d, nav.Credit{Employee: "rina"})
	uitest.Open(p, width, height)
	uitest.Press(p, keys...)
	return p, d
}

func TestPage(t *testing.T) {
	for name := range cases() {
		for _, language := range []string{"id", "en"} {
			for _, size := range [][2]int{{80, 24}, {120, 36}, {60, 15}} {
				t.Run(fmt.Sprintf("%s_%s_%dx%d", name, language, size[0], size[1]), func(t *testing.T) {
					p, _ := open(t, language, name, size[0], size[1]-4)
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

// The form keeps a balance: what was typed, in the reader's way of writing.
func TestSettingTheBalance(t *testing.T) {
	p, d := open(t, "id", "split", 80, 20)
	uitest.Press(p, "a", "down", "3", "7", ",", "5", "down", "3", "1", "-", "1", "2", "-", "2", "0", "2", "5", "down", "P", "A", "K", " ", "7")
	if !p.Typing() || p.Unsaved() == "" {
		t.Fatalf("typing %v, unsaved %q", p.Typing(), p.Unsaved())
	}
	uitest.Press(p, "ctrl+s")
	want := credit.Base{Employee: "rina", Points: model.MustNumber("37.5"), Until: 2025_12_31, Document: "PAK 7", Level: credit.Mahir}
	if len(d.kept) != 1 || d.kept[0] != want || p.Typing() {
		t.Fatalf("kept %+v\n%s", d.kept, p.View())
	}
	uitest.Run(p, p.Init())
	if !strings.Contains(p.View(), "37,50") || !strings.Contains(p.View(), "PAK 7") {
		t.Errorf("it is not shown:\n%s", p.View())
	}
	// Years in rank of who moved in: 3,5 years are 42 months.
	uitest.Press(p, "a", "right", "down", "3", ",", "5", "down", "3", "1", "-", "1", "2", "-", "2", "0", "2", "5", "down", "S", "K", "ctrl+s")
	if len(d.kept) != 2 || d.kept[1].Months != 42 || d.kept[1].Points != 0 {
		t.Errorf("kept %+v\n%s", d.kept, p.View())
	}
}

// What is refused stays on the form, said beside its field; giving up asks.
func TestRefusedStays(t *testing.T) {
	p, d := open(t, "id", "split", 80, 20)
	uitest.Press(p, "a", "down", "2", "0", "0", "0", "0", "down", "3", "1", "-", "1", "2", "-", "2", "0", "2", "5", "down", "P", "ctrl+s")
	if len(d.kept) != 0 || !p.Typing() || !strings.Contains(p.View(), "20000") {
		t.Errorf("kept %+v\n%s", d.kept, p.View())
	}
	asked := uitest.Press(p, "esc")
	if len(asked) != 1 {
		t.Fatalf("asked %v", asked)
	}
	ask, ok := asked[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "belum tersimpan") {
		t.Fatalf("asked %v", asked)
	}
	p.Update(ask.Yes())
	if p.Typing() {
		t.Errorf("still open:\n%s", p.View())
	}
}

// Enter goes to the evaluation of a line; Esc closes the answer, then the page.
func TestKeys(t *testing.T) {
	p, _ := open(t, "id", "split", 80, 20)
	year, _ := model.NewPeriod(model.Year, 2025, 1)
	if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.Evaluation{Plan: "plan-2025", Period: year}}) {
		t.Errorf("enter asks for %v", asked)
	}
	uitest.Press(p, "x")
	if !strings.Contains(p.View(), "100 % (Baik) × koefisien 5 (Terampil) × 6/12 = 2,50") {
		t.Errorf("x does not answer:\n%s", p.View())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 0 || strings.Contains(p.View(), "Mengapa") {
		t.Errorf("Esc first closes the answer: %v", asked)
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 1 || asked[0] != tea.Msg(nav.BackMsg{}) {
		t.Errorf("Esc goes back, not %v", asked)
	}
}

// Who may not record a balance, and for whom there is none, is said why.
func TestWhoMayNot(t *testing.T) {
	for _, name := range []string{"none", "unread"} {
		p, d := open(t, "id", name, 80, 20)
		uitest.Press(p, "a")
		for _, a := range p.Actions() {
			if a.ID == "add" && a.Why == "" || p.Typing() || len(d.kept) > 0 {
				t.Errorf("%s: %+v", name, a)
			}
		}
	}
	env := uitest.Env(t, "id")
	env.Me = model.Actor{ID: "rina", Employee: "rina", Roles: model.RolesOf(model.RoleStaff)}
	p := page.New(env, rina(), nav.Credit{Employee: "rina"})
	uitest.Open(p, 80, 20)
	if uitest.Press(p, "a"); p.Typing() {
		t.Error("staff record their own balance")
	}
}

func TestTroubleIsSaid(t *testing.T) {
	env := uitest.Env(t, "id")
	p := page.New(env, &desk{err: model.ErrNotAllowed}, nav.Credit{Employee: "rina"})
	uitest.Open(p, 400, 20)
	if got := strings.TrimSpace(p.View()); got != env.Text.Error(model.ErrNotAllowed) {
		t.Errorf("got %q", got)
	}
}
