package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/person"
	"kinerja/ui/screen/staff"
	"kinerja/ui/uitest"
)

// While a page is shown to the person it is about, no key leads to anybody
// else; only Escape and the key for yes end it (UX 2.11).
func TestShownToThePersonAlone(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	rina, err := d.FindOne("rina hartati")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"id", "en"} {
		env := uitest.Env(t, language)
		r := NewRouter(env, func(route nav.Route) nav.Screen {
			if route, ok := route.(nav.Person); ok {
				return person.New(env, d, route)
			}
			return staff.New(env, thirtyEight(), nav.Staff{})
		}, nav.Staff{}, nil)
		r.recaller = d
		screen := func() string { return ansi.Strip(r.View()) }
		feed(r, tea.WindowSizeMsg{Width: 80, Height: 24})
		feed(r, nav.OpenMsg{Route: nav.Person{Employee: rina.Employee}})
		feed(r, uitest.Key(":"))
		for _, letter := range env.Text.Over.Show {
			feed(r, uitest.Key(string(letter)))
		}
		feed(r, uitest.Key("enter"))
		if !strings.Contains(screen(), env.Text.Over.Alone) {
			t.Fatalf("not shown alone:\n%s", screen())
		}
		t.Run(language, func(t *testing.T) { uitest.Golden(t, screen()) })
		for _, k := range []string{"g", "/", "ctrl+f", ":", "ctrl+k", "q", "ctrl+c", "u", "f", "e", "enter", "i", "t", "]", "?", "f1", "ctrl+s", "ctrl+v", "w"} {
			feed(r, uitest.Key(k))
			if got := screen(); !strings.Contains(got, env.Text.Over.Alone) || !strings.Contains(got, "Rina Hartati") {
				t.Fatalf("%s leads away:\n%s", k, got)
			}
		}
		for _, m := range []tea.Msg{ // what a page wished before, and the mouse
			nav.OpenMsg{Route: nav.Staff{}}, nav.BackMsg{}, nav.AskMsg{Question: "Citra?"}, nav.WriteMsg{},
			tea.MouseMsg{X: 5, Y: 5, Button: tea.MouseButtonLeft}, tea.MouseMsg{Button: tea.MouseButtonWheelDown}, tea.WindowSizeMsg{Width: 80, Height: 24},
		} {
			feed(r, m)
			if got := screen(); !strings.Contains(got, env.Text.Over.Alone) || !strings.Contains(got, "Rina Hartati") {
				t.Fatalf("%T leads away:\n%s", m, got)
			}
		}
		feed(r, uitest.Key("x")) // why may be asked
		feed(r, uitest.Key("x"))
		feed(r, uitest.Key("esc"))
		if !strings.Contains(screen(), env.Text.Over.AloneEnd) {
			t.Fatalf("Escape does not ask:\n%s", screen())
		}
		feed(r, uitest.Key("esc"))
		if !strings.Contains(screen(), env.Text.Over.Alone) {
			t.Fatalf("a second Escape ended it:\n%s", screen())
		}
		feed(r, uitest.Key("esc"))
		feed(r, uitest.Key("y"))
		if strings.Contains(screen(), env.Text.Over.Alone) {
			t.Fatalf("y does not end it:\n%s", screen())
		}
	}
}
