package sessions_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/session"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/sessions"
	"kinerja/ui/uitest"
)

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

// desk is a real file with an office and three people who have plans.
type desk struct {
	follow.Desk
	unit model.UnitID
	list []model.EmployeeID
}

func (d desk) Sessions() ([]session.Row, error) { return d.Desk.Sessions(follow.Asked{}) }

func (d desk) Session(id session.ID) (session.Row, error) {
	for _, r := range must(d.Sessions()) {
		if r.ID == id {
			return r, nil
		}
	}
	return session.Row{}, model.ErrNotFound
}

func (d desk) Own() model.UnitID { return d.unit }

func (d desk) People() (list []model.StaffRow, err error) {
	roster := must(d.Roster(store.RosterQuery{}))
	for i := range roster.Len() {
		list = append(list, roster.Row(i))
	}
	return list, nil
}

func (d desk) Voiced(said voice.Said) (sessions.Speaker, error) {
	own, err := d.Desk.Voiced(said)
	return follow.Desk{Desk: own}, err
}

func office(t *testing.T) desk {
	t.Helper()
	d := desk{Desk: follow.Desk{Desk: storetest.Owner(storetest.Open(t))}}
	u := must(d.AddUnit(model.Unit{Name: "Puskesmas Tanjung Raya", Kind: model.UnitClinic}))
	d.unit = u.ID
	for _, x := range [][2]string{{"Ayu Kusuma", "199001012015012001"}, {"Budi Santoso", "199201012016011001"}, {"Rina Hartati", "197203031998112003"}} {
		e := must(d.AddEmployee(model.Employee{Name: x[0], Number: model.NIP(x[1])}, model.Post{Unit: u.ID, Position: "Bidan Terampil", From: 2020_01_01}))
		d.list = append(d.list, e.ID)
	}
	must(d.MakePlans(planning.Order{Year: 2026, On: 2026_01_02, Document: "SKP 1"}))
	return d
}

// briefing is one about the instrument that they all are measured by, with two of
// them on its list: one came and took the test.
func (d desk) briefing() session.Session {
	in := must(d.Instruments())[0]
	for _, l := range must(d.Learners("", model.PeriodAt(model.Quarter, 2026_09_30))) {
		in = l.Instrument
	}
	s := must(d.PlanSession(session.Session{Unit: d.unit, Kind: session.Briefing, Topic: "Instrumen bidan 2026", From: 2026_07_01, To: 2026_07_02, Instrument: in.ID, Version: in.Version, Hours: model.Int(4), Most: model.Int(100), Place: "Aula", Speaker: "dr. Sari Wulandari"}))
	return must(d.Attend(s.ID, session.Attendee{Employee: d.list[0], Came: true, Pre: model.Some(model.Int(40)), Post: model.Some(model.Int(85)), Passed: true}, session.Attendee{Employee: d.list[1]}))
}

func list(t *testing.T, d desk, language string, width, height int) *sessions.List {
	p := sessions.NewList(uitest.Env(t, language), d)
	uitest.Open(p, width, height)
	return p
}

func one(t *testing.T, d desk, id session.ID, language string, width, height int) *sessions.Page {
	p := sessions.New(uitest.Env(t, language), d, nav.Session{ID: id})
	uitest.Open(p, width, height)
	return p
}

func form(t *testing.T, d desk, route nav.EditSession, language string, width, height int) *sessions.Form {
	p := sessions.NewForm(uitest.Env(t, language), d, route)
	uitest.Open(p, width, height)
	return p
}

func learners(t *testing.T, d desk, language string, width, height int) *sessions.Learners {
	p := sessions.NewLearners(uitest.Env(t, language), d, nav.Learners{Period: model.PeriodAt(model.Quarter, 2026_09_30)})
	uitest.Open(p, width, height)
	return p
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d := office(t)
				views := []string{list(t, d, language, size[0], size[1]).View(), learners(t, d, language, size[0], size[1]).View()}
				s := d.briefing()
				training := must(d.PlanSession(session.Session{Unit: d.unit, Kind: session.Training, Topic: "Pelatihan ANC terpadu", From: 2026_11_01, Code: "K6"}))
				must(d.Acknowledge(s.ID, model.Word{Document: "DH 3", On: 2026_07_02}, d.list[0]))
				views = append(views,
					list(t, d, language, size[0], size[1]).View(), one(t, d, s.ID, language, size[0], size[1]).View(), one(t, d, training.ID, language, size[0], size[1]).View(),
					learners(t, d, language, size[0], size[1]).View())
				for _, route := range []nav.EditSession{
					{}, {ID: s.ID, For: nav.ForAttendee}, {ID: s.ID, For: nav.ForMarks, Employee: d.list[0]}, {ID: s.ID, For: nav.ForAcknowledge, Employee: d.list[1]},
					{ID: s.ID, For: nav.ForStep, Step: session.Cancel},
				} {
					views = append(views, form(t, d, route, language, size[0], size[1]).View())
				}
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A new session is kept by its form, which says beside the field what is missing.
func TestANewSession(t *testing.T) {
	d := office(t)
	p := form(t, d, nav.EditSession{}, "id", 78, 20)
	if uitest.Press(p, "ctrl+s"); !strings.Contains(ansi.Strip(p.View()), "diisi") || len(must(d.Sessions())) != 0 {
		t.Errorf("a session without a topic:\n%s", p.View())
	}
	before := list(t, d, "id", 78, 20)
	p = form(t, d, nav.EditSession{}, "id", 78, 20)
	uitest.Press(p, "right", "tab")
	uitest.Type(p, "Pelatihan ANC")
	uitest.Press(p, "tab")
	uitest.Type(p, "K6")
	must(d.PlanSession(session.Session{Unit: d.unit, Kind: session.Training, Topic: "Lain", From: 2027_01_01, Code: "K6"}))
	uitest.Run(before, before.Init())
	for _, msg := range uitest.Press(p, "ctrl+s") {
		if _, opens := msg.(nav.OpenMsg); opens {
			t.Error("the form opens a page while it goes back: that page would be left at once")
		}
	}
	uitest.Run(before, before.Init())
	if view := ansi.Strip(before.View()); !strings.Contains(view, "▸ 5 Oktober 2026") {
		t.Errorf("the cursor is not on what is new:\n%s", view)
	}
	rows := must(d.Sessions())[1:]
	if len(rows) != 1 || rows[0].Session.Kind != session.Training || rows[0].Session.Code != "K6" || rows[0].Unit != d.unit || rows[0].From != 2026_10_05 || rows[0].To != rows[0].From {
		t.Fatalf("%+v\n%s", rows, p.View())
	}
	open := func() bool {
		for _, msg := range uitest.Press(list(t, d, "id", 78, 20), "down", "enter") {
			if m, ok := msg.(nav.OpenMsg); ok && m.Route == (nav.Session{ID: rows[0].ID}) {
				return true
			}
		}
		return false
	}
	if !open() {
		t.Error("Enter on the list does not open it")
	}
}

// Space marks who came, and takes it back; not of who said that it was explained.
func TestWhoCame(t *testing.T) {
	d := office(t)
	s := d.briefing()
	p := one(t, d, s.ID, "id", 78, 20)
	came := func(i int) bool { a, _ := must(d.Session(s.ID)).Find(d.list[i]); return a.Came }
	uitest.Press(p, "down", "space")
	if !came(1) || !came(0) || !strings.Contains(ansi.Strip(p.View()), "hadir 2 dari 2") {
		t.Fatalf("Space does not mark:\n%s", p.View())
	}
	if uitest.Press(p, "space"); came(1) {
		t.Error("Space does not take it back")
	}
	must(d.Acknowledge(s.ID, model.Word{Document: "DH 3", On: 2026_07_02}, d.list[1]))
	p = one(t, d, s.ID, "id", 78, 20)
	uitest.Press(p, "down", "space")
	for _, a := range p.Actions() {
		if (a.ID == "came" || a.ID == "enter") && a.Why == "" {
			t.Errorf("%s is offered of who said so already", a.ID)
		}
	}
	if !came(1) {
		t.Error("who said that it was explained did not come")
	}
	a, _ := must(d.Session(s.ID)).Find(d.list[0])
	if a.Pre != model.Some(model.Int(40)) {
		t.Error("marks were lost")
	}
}

// The word of somebody else is kept from a signed list, with its number; the form
// leads to nothing without.
func TestAcknowledged(t *testing.T) {
	d := office(t)
	s := d.briefing()
	var to nav.Route
	for _, msg := range uitest.Press(one(t, d, s.ID, "id", 78, 20), "enter") {
		if m, ok := msg.(nav.OpenMsg); ok {
			to = m.Route
		}
	}
	route, ok := to.(nav.EditSession)
	if !ok || route.For != nav.ForAcknowledge || route.Employee != d.list[0] {
		t.Fatalf("Enter opens %+v", to)
	}
	p := form(t, d, route, "id", 78, 20)
	told := func() model.Word { a, _ := must(d.Session(s.ID)).Find(d.list[0]); return a.Told }
	if uitest.Press(p, "ctrl+s"); !told().On.IsZero() {
		t.Fatal("kept without a document")
	}
	uitest.Type(p, "DH 3")
	uitest.Press(p, "ctrl+s")
	if w := told(); w.Via != model.Recorded || w.Document != "DH 3" || w.Whose != d.list[0] {
		t.Errorf("%+v\n%s", w, p.View())
	}
	if view := ansi.Strip(learners(t, d, "id", 78, 20).View()); !strings.Contains(view, "2 dari 3 pegawai belum") {
		t.Errorf("the coverage does not know it:\n%s", view)
	}
}

// Steps are asked before they are taken; what is done is not changed any more.
func TestSteps(t *testing.T) {
	d := office(t)
	s := d.briefing()
	p := one(t, d, s.ID, "id", 78, 20)
	for _, a := range p.Actions() {
		if a.ID != session.Begin {
			continue
		}
		for _, msg := range uitest.Run(p, a.Run()) {
			if m, ok := msg.(nav.AskMsg); ok {
				uitest.Run(p, m.Yes)
			}
		}
	}
	if now := must(d.Session(s.ID)); now.Session.State != session.Running {
		t.Fatalf("it is %s", now.Session.State)
	}
	must(d.StepSession(s.ID, session.End, model.Word{}))
	p = one(t, d, s.ID, "id", 78, 20)
	for _, a := range p.Actions() {
		switch a.ID {
		case "edit", session.Register, session.Begin, session.End, session.Cancel:
			if a.Why == "" {
				t.Errorf("%s is offered of what is done", a.ID)
			}
		}
	}
}
