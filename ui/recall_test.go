package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/pages"
	"kinerja/ui/uitest"
)

// feed gives a message to the router and runs what follows; the clock is left
// out.
func feed(r *Router, msg tea.Msg) {
	for todo := []tea.Msg{msg}; len(todo) > 0; {
		msg, todo = todo[0], todo[1:]
		_, cmd := r.Update(msg)
		for list := []tea.Cmd{cmd}; len(list) > 0; {
			cmd, list = list[0], list[1:]
			if cmd == nil {
				continue
			}
			switch m := cmd().(type) {
			case tea.BatchMsg:
				list = append(list, m...)
			case nil:
			default:
				todo = append(todo, m)
			}
		}
	}
}

// On a page without an undo of its own, u names what it would take back, asks,
// and does it; Ctrl+Y does it again. What cannot be taken back says so.
func TestUndoAnywhere(t *testing.T) {
	s := storetest.Open(t)
	d := storetest.Owner(s)
	if _, err := d.AddUnit(model.Unit{Name: "Puskesmas Uji", Code: "PU"}); err != nil {
		t.Fatal(err)
	}
	env := uitest.Env(t, "id")
	r := NewRouter(env, pages.Build(env, pages.House{Desk: d}), nav.Staff{}, nil)
	r.recaller = d
	feed(r, tea.WindowSizeMsg{Width: 80, Height: 24})
	feed(r, uitest.Key("u"))
	if view := ansi.Strip(r.View()); !strings.Contains(view, "Urungkan Puskesmas Uji") {
		t.Fatalf("no question:\n%s", view)
	}
	feed(r, uitest.Key("n"))
	if units, _ := d.Units(); len(units) != 1 {
		t.Fatal("undone without a yes")
	}
	feed(r, uitest.Key("u"))
	feed(r, uitest.Key("y"))
	if units, _ := d.Units(); len(units) != 0 || !strings.Contains(ansi.Strip(r.View()), "Diurungkan: Puskesmas Uji") {
		t.Fatalf("%d units after undo:\n%s", len(units), ansi.Strip(r.View()))
	}
	feed(r, uitest.Key("u"))
	if view := ansi.Strip(r.View()); !strings.Contains(view, "Tidak ada lagi") {
		t.Errorf("nothing left to undo:\n%s", view)
	}
	feed(r, uitest.Key("ctrl+y"))
	feed(r, uitest.Key("y"))
	if units, _ := d.Units(); len(units) != 1 {
		t.Errorf("%d units after redo", len(units))
	}
}
