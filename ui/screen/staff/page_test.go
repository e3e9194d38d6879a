package staff_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/staff"
	"kinerja/ui/uitest"
)

// office is a list of people in memory.
type office struct {
	rows    []model.StaffRow
	units   model.Units
	periods []model.Period
	stands  map[model.EmployeeID]model.Standing
	asked   []int // how many people each question was about
	err     error
}

type roster []model.StaffRow

func (r roster) Len() int                 { return len(r) }
func (r roster) Row(i int) model.StaffRow { return r[i] }

func (o *office) Staff(byUnit bool) (staff.List, error) {
	list := slices.Clone(o.rows)
	if byUnit {
		slices.SortStableFunc(list, func(a, b model.StaffRow) int { return strings.Compare(o.units[a.Unit].Name, o.units[b.Unit].Name) })
	}
	return roster(list), o.err
}
func (o *office) Units() (model.Units, error)      { return o.units, nil }
func (o *office) Periods() ([]model.Period, error) { return o.periods, nil }
func (o *office) Latest(ids []model.EmployeeID, p model.Period) (map[model.EmployeeID]model.Standing, error) {
	o.asked = append(o.asked, len(ids))
	found := map[model.EmployeeID]model.Standing{}
	for _, id := range ids {
		if s, ok := o.stands[id]; ok && s.Period == p {
			found[id] = s
		}
	}
	return found, nil
}

func period(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// few is an office of eight people in two health centres.
func few() *office {
	o := &office{
		units:   model.Units{"tr": {ID: "tr", Name: "Puskesmas Tanjung Raya"}, "sp": {ID: "sp", Name: "Puskesmas Simpang Padang"}},
		periods: []model.Period{period("2026-Q2"), period("2026-Q3")},
		stands:  map[model.EmployeeID]model.Standing{},
	}
	for i, p := range [][3]string{
		{"Ani Lestari, A.Md.Keb.", "Bidan Terampil", "tr"}, {"Budi Santoso, S.Kep., Ns.", "Perawat Ahli Pertama", "tr"},
		{"Citra Dewi, A.Md.Keb.", "Bidan Terampil", "sp"}, {"Dedi Kurniawan", "Tenaga Administrasi", "sp"},
		{"Eka Putri Maharani", "Perawat Terampil", "tr"}, {"Fitri Handayani, A.Md.Keb.", "Bidan Terampil", "tr"},
		{"dr. Gilang Ramadhan", "Dokter Ahli Muda", "sp"}, {"Siti Aminah, A.Md.Keb.", "Bidan Mahir", "sp"},
	} {
		id := model.EmployeeID(fmt.Sprintf("e%d", i))
		o.rows = append(o.rows, model.StaffRow{Employee: id, Name: p[0], Number: model.NIP(fmt.Sprintf("19870314201204100%d", i+1)), Position: p[1], Unit: model.UnitID(p[2])})
	}
	measures := []model.Measure{{ID: "a"}, {ID: "b"}, {ID: "c"}}
	stand := func(id model.EmployeeID, p model.Period, entered int, predicate model.Predicate, state model.EvaluationState) {
		s := model.Standing{Employee: id, Period: p, Plan: model.Plan{Measures: measures}}
		for _, m := range measures[:entered] {
			s.Card = s.Card.With(model.Entry{Measure: m.ID, Actual: model.Some(model.Int(90))})
		}
		s.Evaluation = model.Evaluation{Predicate: predicate, State: state}
		o.stands[id] = s
	}
	stand("e0", period("2026-Q3"), 3, model.Good, model.Shared)
	stand("e1", period("2026-Q3"), 2, model.NoPredicate, model.EvaluationDraft)
	stand("e2", period("2026-Q3"), 3, model.NeedsImprovement, model.Rated)
	stand("e3", period("2026-Q2"), 3, model.VeryGood, model.Final)
	return o
}

// many is an office of n people with long, wide and hostile names among them.
func many(n int) *office {
	o := few()
	base := o.rows
	o.rows = nil
	for i := range n {
		r := base[i%len(base)]
		r.Employee, r.Name = model.EmployeeID(fmt.Sprint("m", i)), fmt.Sprintf("%s %05d", r.Name, i)
		o.rows = append(o.rows, r)
	}
	return o
}

const width, height = 78, 20 // what a page has of 80×24

func open(t *testing.T, o *office, language string) *staff.Page {
	p := staff.New(uitest.Env(t, language), o, nav.Staff{})
	uitest.Open(p, width, height)
	return p
}

func TestGolden(t *testing.T) {
	long := few()
	long.rows[1].Name = strings.Repeat("Raden Ajeng ", 10)
	long.rows[2].Name = "\x1b[31mCitra\u202e Dewi"
	long.rows[3].Name = "漢字 Dedi"
	one := few()
	one.rows = one.rows[:1]
	for _, tt := range []struct {
		name string
		from *office
		keys []string
	}{
		{"empty", &office{}, nil}, {"one", one, nil}, {"few", few(), []string{"down", "down"}},
		{"names", long, nil}, {"filter", few(), []string{"l", "b", "i", "d", "a", "n", "space", "t", "e"}},
		{"kept", few(), []string{"l", "b", "i", "d", "a", "n", "enter"}}, {"nohits", few(), []string{"l", "z", "z"}},
		{"byunit", few(), []string{"o"}}, {"before", few(), []string{"2026-Q2"}}, {"scrolled", many(10_000), []string{"end", "pgup"}},
		{"fault", &office{err: model.ErrBusy}, nil},
	} {
		for _, language := range []string{"id", "en"} {
			t.Run(tt.name+"/"+language, func(t *testing.T) {
				p := open(t, tt.from, language)
				uitest.Go(t, p, tt.keys...)
				uitest.Fits(t, p.View(), width, height)
				uitest.Golden(t, p.Crumb()+"\n"+p.View())
			})
		}
	}
}

func TestEverySizeFits(t *testing.T) {
	p := staff.New(uitest.Env(t, "id"), many(500), nav.Staff{})
	for _, size := range [][2]int{{118, 32}, {58, 11}, {40, 10}, {18, 4}, {1, 1}, {0, 0}, {300, 90}} {
		uitest.Open(p, size[0], size[1])
		if size[0] >= 58 {
			uitest.Fits(t, p.View(), size[0], size[1])
		}
	}
}

func TestEnterOpensTheChosen(t *testing.T) {
	p := open(t, few(), "id")
	asked := uitest.Press(p, "down", "enter")
	if len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.Person{Employee: "e1"}}) {
		t.Errorf("asked for %v", asked)
	}
	if asked := uitest.Press(p, "f"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.Feedback{Employee: "e1"}}) {
		t.Errorf("f asked for %v", asked)
	}
	asked = uitest.Go(t, p, "2026-Q2", "enter")
	if len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.Person{Employee: "e1", Period: period("2026-Q2")}}) {
		t.Errorf("with a period chosen: asked for %v", asked)
	}
	if asked := uitest.Press(open(t, &office{}, "id"), "enter", "o", "t", "l"); len(asked) != 0 {
		t.Errorf("an empty list asks for %v", asked)
	}
}

// Words in any order, over name, number, position and unit.
func TestFilter(t *testing.T) {
	for _, tt := range []struct {
		words string
		want  int
	}{
		{"siti", 1}, {"SITI aminah", 1}, {"aminah siti", 1}, {"bidan tanjung", 2}, {"198703142012041008", 1}, {"dokter", 1}, {" ", 8}, {"zz", 0},
	} {
		p := open(t, few(), "id")
		uitest.Press(p, "l")
		uitest.Type(p, tt.words)
		if p.Len() != tt.want {
			t.Errorf("%q finds %d, want %d", tt.words, p.Len(), tt.want)
		}
		uitest.Press(p, "backspace", "ctrl+u")
		if p.Len() != 8 {
			t.Errorf("%q taken away leaves %d", tt.words, p.Len())
		}
	}
}

// Letters are text while typing and actions before and after.
func TestFilterIsATypingMode(t *testing.T) {
	p := open(t, few(), "id")
	uitest.Press(p, "l", "t", "o")
	if !p.Typing() || p.Len() != 1 { // "Santoso", and not the order or the period
		t.Fatalf("typing %v, %d people", p.Typing(), p.Len())
	}
	uitest.Press(p, "enter")
	if p.Typing() || p.Len() != 1 {
		t.Errorf("Enter: typing %v, %d people", p.Typing(), p.Len())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 0 || p.Len() != 8 {
		t.Errorf("Esc takes the filter first: asked %v, %d people", asked, p.Len())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 1 || asked[0] != (nav.BackMsg{}) {
		t.Errorf("a second Esc goes back: %v", asked)
	}
}

func TestPasteIntoTheFilter(t *testing.T) {
	p := open(t, few(), "id")
	uitest.Press(p, "l")
	uitest.Send(p, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("siti\naminah"), Paste: true})
	if p.Len() != 1 {
		t.Errorf("%d people", p.Len())
	}
}

// The cursor stays on the person when the order or the data change.
func TestCursorStaysOnThePerson(t *testing.T) {
	o := few()
	p := open(t, o, "id")
	uitest.Press(p, "down", "down", "o")
	if asked := uitest.Press(p, "enter"); asked[0] != (nav.OpenMsg{Route: nav.Person{Employee: "e2"}}) {
		t.Errorf("after ordering: %v", asked)
	}
	o.rows = append([]model.StaffRow{{Employee: "new", Name: "Abdul", Unit: "sp"}}, o.rows...)
	uitest.Run(p, p.Init())
	if asked := uitest.Press(p, "enter"); asked[0] != (nav.OpenMsg{Route: nav.Person{Employee: "e2"}}) {
		t.Errorf("after reading again: %v", asked)
	}
	uitest.Press(p, "l")
	uitest.Type(p, "citra")
	uitest.Press(p, "esc")
	if asked := uitest.Press(p, "enter"); asked[0] != (nav.OpenMsg{Route: nav.Person{Employee: "e2"}}) {
		t.Errorf("after the filter: %v", asked)
	}
}

// The cursor goes to somebody who was just added, whether the list was read
// before or after that is known; the menu makes the plans next.
func TestCursorGoesToWhoIsNew(t *testing.T) {
	for _, readFirst := range []bool{true, false} {
		o := few()
		p := open(t, o, "id")
		o.rows = append([]model.StaffRow{{Employee: "new", Name: "Abdul", Unit: "sp"}}, o.rows...)
		if readFirst {
			uitest.Run(p, p.Init())
		}
		uitest.Press(p, "l") // a filter that does not fit
		uitest.Type(p, "zzz")
		uitest.Press(p, "enter")
		uitest.Run(p, p.Update(nav.AddedMsg{Employee: "new"}))
		if !readFirst {
			uitest.Run(p, p.Init())
		}
		if asked := uitest.Press(p, "enter"); asked[0] != (nav.OpenMsg{Route: nav.Person{Employee: "new"}}) {
			t.Errorf("read first %v: %v", readFirst, asked)
		}
		i := slices.IndexFunc(p.Actions(), func(a nav.Action) bool { return a.ID == "plans" })
		if asked := uitest.Run(p, p.Actions()[i].Run()); asked[0] != (nav.OpenMsg{Route: nav.Positions{}}) {
			t.Errorf("make plans: %v", asked)
		}
	}
}

// Ten thousand people cost what a screen of them costs.
func TestStandingsOfVisibleRowsOnly(t *testing.T) {
	o := many(10_000)
	p := open(t, o, "id")
	uitest.Press(p, "end", "pgup", "pgup", "home")
	for _, n := range o.asked {
		if n > 3*height {
			t.Errorf("asked about %d people at once", n)
		}
	}
	before := len(o.asked)
	uitest.Press(p, "down", "down", "up")
	if len(o.asked) != before {
		t.Errorf("moving within the screen asked %d times", len(o.asked)-before)
	}
}

// What stands there after an error is what was there before, and the sentence.
// a asks how, and leads to the form or to the file; Esc leaves it; who may not
// add people is told so.
func TestAdding(t *testing.T) {
	p := open(t, few(), "id")
	if asked := uitest.Press(p, "a"); len(asked) != 0 || !strings.Contains(p.View(), "Seorang") {
		t.Fatalf("a asks for %v:\n%s", asked, p.View())
	}
	english := open(t, few(), "en")
	uitest.Press(english, "a")
	uitest.Golden(t, p.View()+"\n----\n"+english.View())
	if uitest.Press(p, "esc"); strings.Contains(p.View(), "Seorang") {
		t.Error("Esc does not leave the question")
	}
	for keys, want := range map[string]nav.Route{"a enter": nav.EditPerson{}, "a down enter": nav.Intake{Kind: "staff", Then: nav.Positions{Year: 2026}}} {
		if asked := uitest.Press(p, strings.Fields(keys)...); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v", keys, asked)
		}
	}
	env := uitest.Env(t, "id")
	env.Me.Roles = model.RolesOf(model.RoleAuditor)
	p = staff.New(env, few(), nav.Staff{})
	uitest.Open(p, width, height)
	if uitest.Press(p, "a"); strings.Contains(p.View(), "Seorang") {
		t.Error("an auditor adds people")
	}
}

func TestErrorIsASentence(t *testing.T) {
	o := &office{err: errors.New("runtime error")}
	if got := ansi.Strip(open(t, o, "id").View()); strings.Contains(got, "runtime") || !strings.Contains(got, "kesalahan") {
		t.Errorf("view %q", got)
	}
}

func BenchmarkKeyAtAHundredThousand(b *testing.B) {
	p := staff.New(uitest.Env(b, "id"), many(100_000), nav.Staff{})
	uitest.Open(p, 118, 32)
	for range b.N {
		p.Update(tea.KeyMsg{Type: tea.KeyDown})
		p.View()
	}
}

func BenchmarkFilterKeyAtAHundredThousand(b *testing.B) {
	p := staff.New(uitest.Env(b, "id"), many(100_000), nav.Staff{})
	uitest.Open(p, 118, 32)
	uitest.Press(p, "l")
	for range b.N {
		uitest.Send(p, uitest.Key("t"))
		uitest.Send(p, uitest.Key("backspace"))
	}
}

// The list goes into a file as it is on screen, with the standings of everybody
// on it, also of those out of sight.
func TestWriteTheList(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		t.Run(language, func(t *testing.T) {
			o := few()
			p := staff.New(uitest.Env(t, language), o, nav.Staff{})
			uitest.Open(p, 78, 6)
			m, all := uitest.Wrote(t, uitest.Press(p, "w"))
			uitest.Press(p, "l")
			uitest.Type(p, "bidan")
			uitest.Go(t, p, "enter", "o", "2026-Q2")
			_, few := uitest.Wrote(t, uitest.Press(p, "w"))
			o.periods = nil
			p = staff.New(uitest.Env(t, language), o, nav.Staff{})
			uitest.Open(p, 78, 6)
			early, none := uitest.Wrote(t, uitest.Press(p, "w"))
			uitest.Golden(t, m.Name+"\n"+all+"\n----\n"+few+"\n----\n"+early.Name+"\n"+none)
		})
	}
}

// The list comes back with the cursor on the person it was on.
func TestPlace(t *testing.T) {
	p := staff.New(uitest.Env(t, "id"), few(), nav.Staff{Employee: "e4"})
	if got := p.Place(); got != (nav.Staff{Employee: "e4"}) { // before anything is read
		t.Errorf("place %+v", got)
	}
	uitest.Open(p, width, height)
	uitest.Press(p, "down")
	place := p.Place()
	if place != (nav.Staff{Employee: "e5"}) {
		t.Errorf("place %+v", place)
	}
	again := staff.New(uitest.Env(t, "id"), few(), place.(nav.Staff))
	uitest.Open(again, width, height)
	if again.View() != p.View() {
		t.Errorf("comes back as\n%s", again.View())
	}
}
