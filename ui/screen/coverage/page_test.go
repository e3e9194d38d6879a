package coverage_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/agenda"
	gaps "kinerja/model/coverage"
	"kinerja/ui/nav"
	"kinerja/ui/screen/coverage"
	"kinerja/ui/uitest"
)

var (
	q3   = model.PeriodAt(model.Quarter, 2026_08_01)
	sari = model.StaffRow{Employee: "sari", Name: "dr. Sari Wulandari"}
	here = model.Post{ID: "a", Unit: "u", Position: "Bidan Terampil"}
	next = model.Post{ID: "b", Unit: "u", Position: "Bidan Mahir"}
)

// desk finds what it is told to.
type desk struct{ findings []gaps.Finding }

func (d *desk) Coverage(p model.Period) (gaps.List, error) {
	if p == 0 {
		p = q3
	}
	return gaps.List{Period: p, Periods: []model.Period{q3.Prev(), q3}, People: 38, Findings: d.findings}, nil
}

func (d *desk) Units() (model.Units, error) {
	return model.Units{"u": {ID: "u", Name: "Puskesmas Tanjung Raya"}}, nil
}

func all() *desk {
	row := func(name string) model.StaffRow { return model.StaffRow{Employee: model.EmployeeID(name), Name: name} }
	return &desk{[]gaps.Finding{
		{Kind: gaps.Twice, Staff: row("Ani Lestari, A.Md.Keb."), First: 2026_08_15, Last: 2026_09_30, Post: here, Other: next},
		{Kind: gaps.Gap, Staff: row("Budi Santoso"), First: 2026_08_15, Last: 2026_08_31, Post: here, Other: next},
		{Kind: gaps.NoPlan, Staff: row("Citra Dewi"), First: 2026_07_01, Last: 2026_09_30, Post: here, Evaluator: sari, By: agenda.ByEvaluator},
		{Kind: gaps.PlanDays, Staff: row("Dewi"), First: 2026_07_01, Last: 2026_08_14, Post: here},
		{Kind: gaps.NoEvaluator, Staff: row("Eka"), First: 2026_07_01, Last: 2026_09_30, Post: here},
		{Kind: gaps.EvaluatorGone, Staff: row("Fitri"), First: 2026_07_01, Last: 2026_09_30, Post: here},
		{Kind: gaps.EvaluatorLeft, Staff: row("Gita"), First: 2026_09_01, Last: 2026_09_30, Post: here, Evaluator: sari},
		{Kind: gaps.OnLeave, Staff: row("Hadi"), First: 2026_08_10, Last: 2026_08_31, Post: here, Reduces: true},
	}}
}

func open(t *testing.T, d *desk, language string, width, height int) *coverage.Page {
	t.Helper()
	p := coverage.New(uitest.Env(t, language), d, nav.Coverage{})
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := open(t, all(), language, size[0], size[1])
				views := []string{p.View(), open(t, &desk{}, language, size[0], size[1]).View()}
				uitest.Press(p, "l")
				uitest.Type(p, "sari")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// Enter goes where each finding is put right.
func TestEveryFindingLeadsOn(t *testing.T) {
	d := all()
	p := open(t, d, "id", 118, 32)
	want := []nav.Route{
		nav.EditPost{Employee: "Ani Lestari, A.Md.Keb.", Post: "a", Field: "to"}, nav.EditPost{Employee: "Budi Santoso", Post: "b", Field: "from"},
		nav.Positions{Year: 2026, Employee: "Citra Dewi"}, nav.EditPost{Employee: "Dewi", Post: "a", Field: "from"},
		nav.EditPost{Employee: "Eka", Post: "a", Field: "evaluator"}, nav.EditPost{Employee: "Fitri", Post: "a", Field: "evaluator"},
		nav.EditPost{Employee: "Gita", Post: "a", Field: "evaluator"}, nav.Leave{Employee: "Hadi"},
	}
	if len(want) != int(gaps.Kinds) {
		t.Fatal("a kind is not tried")
	}
	for i, route := range want {
		found := false
		for _, msg := range uitest.Press(p, "enter") {
			found = found || msg == tea.Msg(nav.OpenMsg{Route: route})
		}
		if !found {
			t.Errorf("finding %d does not lead to %+v", i, route)
		}
		uitest.Press(p, "down")
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "7 temuan · TW III 2026") {
		t.Errorf("leave counts as a fault:\n%s", view)
	}
	// What is put right goes, and the cursor stays with what it was on.
	uitest.Press(p, "home", "down")
	d.findings = d.findings[1:]
	uitest.Run(p, p.Init())
	found := false
	for _, msg := range uitest.Press(p, "enter") {
		found = found || msg == tea.Msg(nav.OpenMsg{Route: want[1]})
	}
	if !found {
		t.Error("the cursor is on something else")
	}
}

// The whole list is written, whatever the filter shows.
func TestWriting(t *testing.T) {
	p := open(t, all(), "id", 118, 32)
	uitest.Press(p, "l")
	uitest.Type(p, "sari")
	uitest.Press(p, "enter")
	m, text := uitest.Wrote(t, uitest.Press(p, "w"))
	if m.Name != "cakupan-2026-Q3" || strings.Count(text, "\n") < 8 || !strings.Contains(text, "Hadi") {
		t.Errorf("%s:\n%s", m.Name, text)
	}
}
