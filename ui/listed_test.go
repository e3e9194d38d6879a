package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/pages"
	"kinerja/ui/uitest"
)

// Nothing that can be done is listed twice, by name or by key: on no page, and
// in none of the states that an action brings it to, in either language.
func TestNothingIsListedTwice(t *testing.T) {
	s, _ := storetest.District(t, 12)
	d := storetest.Owner(s)
	roster, err := d.Roster(store.RosterQuery{})
	if err != nil || roster.Len() == 0 {
		t.Fatal(err)
	}
	who, err := d.Profile(roster.Row(0).Employee)
	if err != nil {
		t.Fatal(err)
	}
	plan := model.PlanOf(who.Posts[0].ID, 2026)
	all, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	routes := []nav.Route{
		nav.Home{}, nav.Closing{}, nav.Staff{}, nav.Person{Employee: who.Employee.ID}, nav.Results{}, nav.Evaluations{},
		nav.Evaluation{Plan: plan}, nav.Feedback{}, nav.Feedback{Employee: who.Employee.ID}, nav.Instruments{},
		nav.Instrument{}, nav.Instrument{ID: all[0].ID}, nav.Plans{}, nav.Plan{Plan: plan}, nav.SKP{Plan: plan}, nav.Matrix{Plan: plan}, nav.Positions{Year: 2027}, nav.Units{},
		nav.EditPerson{}, nav.EditPerson{Employee: who.Employee.ID}, nav.EditPerson{Employee: who.Employee.ID, Record: true},
		nav.EditPost{Employee: who.Employee.ID}, nav.EditUnit{}, nav.Intake{Kind: "staff"}, nav.Settings{},
		nav.Welcome{}, nav.Welcome{Step: 1}, nav.Welcome{Step: 2}, nav.Welcome{Step: 3}, nav.Welcome{Step: 4},
	}
	for _, language := range []string{"id", "en"} {
		env := uitest.Env(t, language)
		for _, route := range routes {
			open := func() *Router {
				r := NewRouter(env, pages.Build(env, pages.House{Desk: d, File: s}), route, nil)
				r.recaller, r.finder = d, over.NewFinder(pages.Names{Desk: d})
				feed(r, tea.WindowSizeMsg{Width: 80, Height: 24})
				feed(r, nav.ChangedMsg{}) // reads the page
				return r
			}
			r := open()
			once(t, fmt.Sprintf("%s %T", language, route), r)
			for i, a := range r.top().Actions() {
				if a.Run == nil || a.Why != "" {
					continue
				}
				r := open()
				r.top().Actions()[i].Run() // what it would write is not written
				once(t, fmt.Sprintf("%s %T after %s", language, route, a.ID), r)
			}
		}
	}
}

// once fails the test if the menu or the help lists something twice.
func once(t *testing.T, where string, r *Router) {
	t.Helper()
	var names, labels []string
	for _, it := range r.items() {
		if it.Group == r.env.Text.Over.Pages {
			continue
		}
		names = append(names, it.Name)
		if it.Key != "" {
			labels = append(labels, it.Key)
		}
	}
	twice := func(what string, list []string) {
		slices.Sort(list)
		for i := 1; i < len(list); i++ {
			if list[i] == list[i-1] {
				t.Errorf("%s: the menu lists %s %q twice", where, what, list[i])
			}
		}
	}
	twice("name", names)
	twice("key", labels)
	r.help()
	body, _ := r.over.Body(300, 200)
	labels = nil
	for _, line := range strings.Split(ansi.Strip(body), "\n") {
		if line = strings.TrimRight(line, " "); !strings.HasPrefix(line, "  ") || len([]rune(line)) < 18 {
			continue
		}
		if label := strings.TrimSpace(string([]rune(line)[:16])); label != "" { // what has no key is in the menu alone
			labels = append(labels, label)
		}
	}
	twice("in the help", labels)
	r.over = nil
}
