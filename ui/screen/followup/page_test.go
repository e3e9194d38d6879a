package followup_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	rows "kinerja/model/followup"
	"kinerja/ui/nav"
	"kinerja/ui/screen/followup"
	"kinerja/ui/uitest"
)

var q3 = model.PeriodAt(model.Quarter, 2026_08_01)

// desk finds what it is told to.
type desk struct{ list []rows.Row }

func (d *desk) FollowUps() ([]rows.Row, error) { return d.list, nil }

func (d *desk) Units() (model.Units, error) {
	return model.Units{"u": {ID: "u", Name: "Puskesmas Tanjung Raya"}}, nil
}

func all() *desk {
	row := func(name string) model.StaffRow {
		return model.StaffRow{Employee: model.EmployeeID(name), Name: name, Unit: "u"}
	}
	return &desk{[]rows.Row{
		{Kind: rows.Coaching, ID: "1", Staff: row("Ani Lestari, A.Md.Keb."), State: "running", About: "IDL", By: rows.ByEvaluator, Mine: true, Until: 2026_09_20, Plan: "p", Period: q3},
		{Kind: rows.Objection, ID: "2", Staff: row("Budi Santoso"), State: "explained", By: rows.BySuperior, Until: 2026_10_19, Plan: "p", Period: q3},
		{Kind: rows.Session, ID: "3", Staff: model.StaffRow{Name: "Pelatihan KIA", Unit: "u"}, State: "planned", About: "pelatihan", By: rows.ByTeam, Until: 2026_11_02},
		{Kind: rows.CheckIn, ID: "4", Staff: row("Dewi"), By: rows.ByEvaluator, Until: 2026_11_02},
		{Kind: rows.Award, ID: "5", Staff: row("Eka"), State: "checked", About: "Pegawai terbaik TW III", By: rows.BySuperior, Period: q3},
		{Kind: rows.Coaching, ID: "6", Staff: row("Fitri"), State: "proposed", By: rows.ByStaff},
	}}
}

func open(t *testing.T, d *desk, language string, width, height int) *followup.Page {
	t.Helper()
	p := followup.New(uitest.Env(t, language), d)
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
				uitest.Type(p, map[string]string{"id": "terlambat", "en": "late"}[language])
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// Enter leads to the thing itself; what has no page says so.
func TestEveryRowLeadsOn(t *testing.T) {
	d := all()
	p := open(t, d, "id", 118, 32)
	for i, want := range []nav.Route{
		nav.Coaching{Employee: "Ani Lestari, A.Md.Keb.", ID: "1"}, nav.Objection{Plan: "p", Period: q3}, nav.Session{ID: "3"},
		nav.Feedback{Employee: "Dewi"}, nav.Award{Employee: "Eka", ID: "5"}, nav.Coaching{Employee: "Fitri", ID: "6"},
	} {
		for _, a := range p.Actions() {
			if a.ID == "enter" && (a.Why == "") != (want != nil) {
				t.Errorf("row %d: %q", i, a.Why)
			}
		}
		var got nav.Route
		for _, msg := range uitest.Press(p, "enter") {
			if m, ok := msg.(nav.OpenMsg); ok {
				got = m.Route
			}
		}
		if got != want {
			t.Errorf("row %d leads to %+v", i, got)
		}
		uitest.Press(p, "down")
	}
	// What is done goes, and the cursor stays with what it was on.
	uitest.Press(p, "home", "down")
	d.list = d.list[1:]
	uitest.Run(p, p.Init())
	found := false
	for _, msg := range uitest.Press(p, "enter") {
		found = found || msg == tea.Msg(nav.OpenMsg{Route: nav.Objection{Plan: "p", Period: q3}})
	}
	if !found {
		t.Error("the cursor is on something else")
	}
}

// The filter finds by kind, person, whose turn it is and what is late; late is said
// in words.
func TestFilter(t *testing.T) {
	for words, want := range map[string]string{"giliran anda": "1 dari 6", "terlambat": "1 dari 6", "bimbingan": "2 dari 6", "atasan": "2 dari 6", "budi": "1 dari 6", "pegawai terbaik": "1 dari 6"} {
		p := open(t, all(), "id", 118, 32)
		uitest.Press(p, "l")
		uitest.Type(p, words)
		if view := ansi.Strip(p.View()); !strings.Contains(view, want) {
			t.Errorf("%s:\n%s", words, view)
		}
	}
	if view := ansi.Strip(open(t, all(), "id", 118, 32).View()); !strings.Contains(view, "6 terbuka · 1 terlambat · 1 giliran Anda") || !strings.Contains(view, "TERLAMBAT, 20 Sep") {
		t.Errorf("the list:\n%s", view)
	}
}

// The whole list is written, whatever the filter shows.
func TestWriting(t *testing.T) {
	p := open(t, all(), "id", 118, 32)
	uitest.Press(p, "l")
	uitest.Type(p, "budi")
	uitest.Press(p, "enter")
	m, text := uitest.Wrote(t, uitest.Press(p, "w"))
	if m.Name != "tindak-lanjut-2026-10-05" || strings.Count(text, "\n") < 6 || !strings.Contains(text, "Fitri") {
		t.Errorf("%s:\n%s", m.Name, text)
	}
}
