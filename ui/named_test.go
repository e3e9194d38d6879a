package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/pages"
	"kinerja/ui/uitest"
)

// The top line calls who works here as the record does, from the moment that
// the record is changed, and so does a page that is opened then.
func TestTheTopLineFollowsTheRecord(t *testing.T) {
	s := storetest.Open(t)
	q3, _ := model.ParsePeriod("2026-Q3")
	me, err := storetest.Owner(s).Begin(founding.Beginning{
		Unit:   model.Unit{Name: "Puskesmas Uji", Kind: model.UnitClinic},
		Person: model.Employee{Number: "197503121999031002", Name: "Sari", Before: "dr."},
		Post:   model.Post{Position: "Kepala Puskesmas"}, Period: q3,
	})
	if err != nil {
		t.Fatal(err)
	}
	env, desk := uitest.Env(t, "id"), s.As(model.Owner(me.ID, me.FullName()))
	env.Me = desk.Actor()
	house := pages.House{Desk: desk, File: s}
	r := NewRouter(env, pages.Build(env, house), nav.Staff{}, nil)
	r.follow(house)
	feed(r, tea.WindowSizeMsg{Width: 80, Height: 24})
	me.Name, me.Before, me.After = "Sari Wulandari", "", "dr."
	if err := desk.EditEmployee(me, ""); err != nil {
		t.Fatal(err)
	}
	feed(r, nav.ChangedMsg{})
	if top, _, _ := strings.Cut(ansi.Strip(r.View()), "\n"); !strings.Contains(top, "Sari Wulandari, dr.") {
		t.Errorf("the top line is %q", top)
	}
}
