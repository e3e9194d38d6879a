// Package tie knows how who works here stands to whom a page is about: to a person, to
// the holder of a plan, or to the head of a unit. What a page offers depends on it
// (nav.Env.Asked).
//
// It reads off the event loop, and keeps what it read until the data change. While it
// does not know yet, a page offers what the roles allow to anybody.
package tie

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/ties"
	"kinerja/ui/nav"
)

// Ties are those that were asked for. The zero Ties know none, and never will.
type Ties struct {
	Desk *store.Desk // nil: there is no file

	known map[ties.Subject]nav.Tie
	fresh map[ties.Subject]bool // asked for since the data changed last
	load  nav.Load[answer]
}

type answer struct {
	about ties.Subject
	tie   nav.Tie
}

// To is how who works here stands to whom a page is about, as far as it was read.
func (t *Ties) To(s nav.Screen, at nav.Route) nav.Tie { return t.known[of(s, at)] }

// Ask reads how who works here stands to whom a page is about; nil where that is known.
func (t *Ties) Ask(s nav.Screen, at nav.Route) tea.Cmd {
	about := of(s, at)
	if t.Desk == nil || !about.Some() || t.fresh[about] {
		return nil
	}
	if t.fresh == nil {
		t.fresh = map[ties.Subject]bool{}
	}
	t.fresh[about] = true
	desk := t.Desk
	return t.load.Start(func() (answer, error) {
		rels, err := ties.Of(desk, about)
		return answer{about, nav.Tie{Known: err == nil, Relations: rels}}, nil // of what is gone there is no tie
	})
}

// Take keeps an answer.
func (t *Ties) Take(msg tea.Msg) {
	if !t.load.Take(msg) {
		return
	}
	if t.known == nil {
		t.known = map[ties.Subject]nav.Tie{}
	}
	t.known[t.load.Data.about] = t.load.Data.tie
}

// Changed asks anew for each, once a page is about it; until then what was holds.
func (t *Ties) Changed() { t.fresh = nil }

// Period is the one that a page shows; 0: none, or the newest.
func Period(s nav.Screen, at nav.Route) model.Period {
	if f := reflect.ValueOf(where(s, at)).FieldByName("Period"); f.IsValid() {
		p, _ := f.Interface().(model.Period)
		return p
	}
	return 0
}

// where is the route of what a page shows now.
func where(s nav.Screen, at nav.Route) nav.Route {
	switch p := s.(type) {
	case nav.Abouter:
		return p.About()
	case nav.Placer:
		return p.Place()
	}
	return at
}

// of is what a page is about: what it says itself, or where it is, or how one came.
func of(s nav.Screen, at nav.Route) (about ties.Subject) {
	at = where(s, at)
	v := reflect.ValueOf(at)
	field := func(name string) string {
		if v.Kind() != reflect.Struct {
			return ""
		}
		if f := v.FieldByName(name); f.Kind() == reflect.String {
			return f.String()
		}
		return ""
	}
	switch at.(type) {
	case nav.Workplace, nav.Situation, nav.UnitResult:
		about = ties.Subject{Unit: model.UnitID(field("Unit"))}
		about.Top = about.Unit == ""
	default:
		about = ties.Subject{Employee: model.EmployeeID(field("Employee"))}
		if about.Employee == "" {
			about.Plan = model.PlanID(field("Plan"))
		}
	}
	return about
}
