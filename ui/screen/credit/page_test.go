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

// desk gives one person's credit.
type desk struct {
	in  credit.Input
	err error
}

func (d *desk) Credit(id model.EmployeeID) (credit.Row, error) {
	return credit.Row{Staff: model.StaffRow{Employee: id, Name: "Rina Hartati, A.Md.Keb."}, Account: credit.Of(d.in)}, d.err
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

// opens reports whether the form of the opening balance is asked for.
func opens(asked []tea.Msg) bool {
	return len(asked) == 1 && asked[0] == tea.Msg(nav.OpenMsg{Route: nav.CreditBase{Employee: "rina"}})
}

// Who may not record a balance, and for whom there is none, is said why.
func TestWhoMayNot(t *testing.T) {
	for _, name := range []string{"none", "unread"} {
		p, _ := open(t, "id", name, 80, 20)
		for _, a := range p.Actions() {
			if a.ID == "add" && a.Why == "" {
				t.Errorf("%s: %+v", name, a)
			}
		}
	}
	env := uitest.Env(t, "id")
	env.Me = model.Actor{ID: "rina", Employee: "rina", Roles: model.RolesOf(model.RoleStaff)}
	p := page.New(env, rina(), nav.Credit{Employee: "rina"})
	uitest.Open(p, 80, 20)
	if asked := uitest.Press(p, "a"); opens(asked) {
		t.Error("staff record their own balance")
	}
	p, _ = open(t, "id", "split", 80, 20)
	if asked := uitest.Press(p, "a"); !opens(asked) {
		t.Errorf("the form does not open: %v", asked)
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
