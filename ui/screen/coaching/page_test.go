package coaching_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/pages"
	"kinerja/ui/uitest"
)

var q1, q3 = model.PeriodAt(model.Quarter, 2026_03_31), model.PeriodAt(model.Quarter, 2026_09_30)

var sizes = [][2]int{{78, 20}, {118, 32}, {58, 11}}

// office is the sample as its head of puskesmas has it, with one of her midwives.
type office struct {
	file *store.Store
	desk *store.Desk
	me   model.Actor
	rina model.Profile
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func newOffice(t *testing.T) office {
	t.Helper()
	file, district := storetest.District(t, 0)
	o := office{file: file, me: model.Owner(district.Head(), "")}
	o.desk = file.As(o.me)
	o.rina = must(o.desk.Profile(must(o.desk.FindOne("Rina Hartati")).Employee))
	return o
}

// page makes the page of a route, as the program does.
func (o office) page(t *testing.T, language string, route nav.Route, width, height int) nav.Screen {
	t.Helper()
	env := uitest.Env(t, language)
	env.Me = o.me
	p := pages.Build(env, pages.House{Desk: o.desk, File: o.file})(route)
	uitest.Open(p, width, height)
	return p
}

func (o office) plans(t *testing.T) []coaching.Row {
	t.Helper()
	return must(follow.Desk{Desk: o.desk}.Coachings(follow.Asked{Employee: o.rina.Employee.ID}))
}

// begun keeps a plan about K6 that has run since the first quarter.
func (o office) begun(t *testing.T) coaching.Coaching {
	t.Helper()
	d, plan := follow.Desk{Desk: o.desk}, o.rina.Plans[0]
	i := slices.IndexFunc(plan.Measures, func(m model.Measure) bool { return m.Gauge.Code == "K6" })
	p := must(d.StartCoaching(coaching.Coaching{
		Employee: o.rina.Employee.ID, Kind: coaching.Guidance, SKP: plan.ID, Period: q1, Measure: plan.Measures[i].ID,
		Problem: "Ibu hamil di dua desa tidak datang pada kunjungan keenam.", Causes: []coaching.Cause{coaching.Tool, coaching.Process}, Aim: "K6 100 % pada TW III",
		Steps:    []coaching.Task{{Text: "mendata ibu hamil per desa", Due: 2026_05_04}, {Text: "kunjungan rumah tiap Kamis", Due: 2026_12_31}},
		Promises: []coaching.Promise{{Text: "sepeda motor tiap Kamis", Who: "Kepala Puskesmas", Due: 2026_04_20}},
		Reviews:  []coaching.Review{{Due: 2026_07_06}, {Due: 2026_12_07}},
	}))
	p = must(d.StepCoaching(p.Employee, p.ID, coaching.Agree, model.Word{Document: "BA 7", On: 2026_04_02}, 0, ""))
	p = must(d.StepCoaching(p.Employee, p.ID, coaching.Begin, model.Word{On: 2026_04_03}, 0, ""))
	return must(d.WriteCoaching(must(p.Done(p.Steps[0].ID, 2026_05_02, ""))))
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				o := newOffice(t)
				who := o.rina.Employee.ID
				start := nav.StartCoaching{Employee: who, Plan: o.rina.Plans[0].ID, Period: q3, Measure: o.rina.Plans[0].Measures[0].ID}
				screens := []nav.Screen{o.page(t, language, nav.Coaching{Employee: who}, size[0], size[1]), o.page(t, language, start, size[0], size[1])}
				c := o.begun(t)
				screens = append(screens, o.page(t, language, nav.Coaching{Employee: who}, size[0], size[1]))
				end := o.page(t, language, nav.Coaching{Employee: who}, size[0], size[1])
				uitest.Press(end, "end", "pgdown")
				screens = append(screens, end)
				for _, act := range []nav.CoachingAct{{Act: nav.DoneItem, Item: c.Reviews[0].ID}, {Act: nav.AddItem}, {Act: coaching.Close}, {Act: coaching.Agree}} {
					act.Employee, act.ID = who, c.ID
					screens = append(screens, o.page(t, language, act, size[0], size[1]))
				}
				var views []string
				for _, s := range screens {
					uitest.Fits(t, s.View(), size[0], size[1])
					views = append(views, s.Title()+"\n"+s.View())
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A plan is proposed by the form, with measure and value of the line it came from; what
// is missing is said beside its field.
func TestAPlanIsProposed(t *testing.T) {
	o := newOffice(t)
	who, measure := o.rina.Employee.ID, o.rina.Plans[0].Measures[1]
	p := o.page(t, "id", nav.StartCoaching{Employee: who, Plan: o.rina.Plans[0].ID, Period: q3, Measure: measure.ID}, 78, 60)
	uitest.Press(p, "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab")
	uitest.Type(p, "100 % pada TW IV")
	uitest.Press(p, "tab")
	uitest.Type(p, "kunjungan rumah")
	if uitest.Press(p, "ctrl+s"); len(o.plans(t)) != 0 {
		t.Fatal("kept without a day")
	}
	uitest.Type(p, "20-11-2026")
	uitest.Press(p, "tab")
	uitest.Type(p, "baca pedoman")
	uitest.Press(p, "tab")
	uitest.Type(p, "30-11-2026")
	uitest.Press(p, "tab", "tab") // the third step stays empty
	uitest.Type(p, "sepeda motor")
	uitest.Press(p, "tab")
	uitest.Type(p, "Kepala Puskesmas")
	uitest.Press(p, "tab")
	uitest.Type(p, "10-11-2026")
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "7-12-2026")
	if uitest.Press(p, "ctrl+s"); len(o.plans(t)) != 0 || !strings.Contains(ansi.Strip(p.View()), "pilih sedikitnya satu penyebab") {
		t.Fatalf("kept without a cause:\n%s", ansi.Strip(p.View()))
	}
	uitest.Press(p, "space", "ctrl+s")
	list := o.plans(t)
	if len(list) != 1 {
		t.Fatalf("not kept:\n%s", ansi.Strip(p.View()))
	}
	c := list[0]
	if c.State != coaching.Proposed || c.Measure != measure.ID || c.Code != "K6" || c.Value != model.Some(model.Int(90)) || c.Target != model.Int(100) || c.Period != q3 ||
		len(c.Steps) != 2 || c.Steps[1].Due != 2026_11_30 || len(c.Promises) != 1 || c.Promises[0].Who != "Kepala Puskesmas" || len(c.Reviews) != 1 ||
		!slices.Equal(c.Causes, []coaching.Cause{coaching.Skill}) || !strings.HasPrefix(c.Problem, "Ibu hamil K6 90,00 dari target 100") {
		t.Errorf("kept %+v", c.Coaching)
	}
}

// opened is where a key leads.
func opened(asked []tea.Msg) nav.Route {
	for _, msg := range asked {
		if m, ok := msg.(nav.OpenMsg); ok {
			return m.Route
		}
	}
	return nil
}

// From the page everything is done: agreed, begun, a review held, closed.
func TestAPlanRunsItsCourse(t *testing.T) {
	o := newOffice(t)
	c := o.begun(t)
	who := c.Employee
	p := o.page(t, "id", nav.Coaching{Employee: who}, 118, 60)
	uitest.Press(p, "down")
	for _, a := range p.Actions() {
		if a.ID == "enter" && a.Why == "" {
			t.Error("what is done can be done again")
		}
	}
	uitest.Press(p, "down", "down", "down")
	route := opened(uitest.Press(p, "enter"))
	if route != (nav.CoachingAct{Employee: who, ID: c.ID, Act: nav.DoneItem, Item: c.Reviews[0].ID}) {
		t.Fatalf("Enter leads to %+v", route)
	}
	f := o.page(t, "id", route, 78, 20)
	uitest.Press(f, "tab")
	uitest.Type(f, "jalan")
	uitest.Press(f, "ctrl+s")
	if r := o.plans(t)[0].Reviews[0]; r.Held.IsZero() || r.Note != "jalan" {
		t.Errorf("the review: %+v", r)
	}
	f = o.page(t, "id", nav.CoachingAct{Employee: who, ID: c.ID, Act: nav.AddItem}, 78, 20)
	uitest.Press(f, "right", "tab")
	uitest.Type(f, "telepon jaga")
	uitest.Press(f, "tab")
	uitest.Type(f, "Dinas")
	uitest.Press(f, "tab")
	uitest.Type(f, "1-12-2026")
	uitest.Press(f, "ctrl+s")
	if list := o.plans(t)[0].Promises; len(list) != 2 || list[1].Who != "Dinas" || list[1].Due != 2026_12_01 {
		t.Errorf("the promises: %+v", list)
	}
	uitest.Press(p, "home")
	route = opened(uitest.Press(p, "enter"))
	f = o.page(t, "id", route, 78, 20)
	if uitest.Press(f, "ctrl+s"); !o.plans(t)[0].State.Open() {
		t.Fatal("closed without an outcome")
	}
	uitest.Type(f, "tidak berubah")
	uitest.Press(f, "enter", "ctrl+s")
	if r := o.plans(t)[0]; r.State != coaching.Closed || r.Outcome != coaching.Unchanged {
		t.Errorf("%v %v\n%s", r.State, r.Outcome, ansi.Strip(f.View()))
	}
	p = o.page(t, "id", nav.Coaching{Employee: who}, 118, 60)
	for _, a := range p.Actions() {
		if (a.ID == "enter" || a.ID == "add" || a.ID == "cancelled") && a.Why == "" {
			t.Errorf("%s on what has ended", a.ID)
		}
	}
}

// The member of staff agrees by their own PIN: then no paper is asked for. A wrong
// one is said beside its field.
func TestAgreedByTheirPIN(t *testing.T) {
	o := newOffice(t)
	c := must(follow.Desk{Desk: o.desk}.StartCoaching(coaching.Coaching{
		Employee: o.rina.Employee.ID, Kind: coaching.Coached, Problem: "ragu", Causes: []coaching.Cause{coaching.Skill}, Aim: "mandiri",
	}))
	must(o.desk.Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"}, user.New{User: user.User{Name: "rina", Employee: c.Employee}, Secret: "602915"}))
	her, _, err := o.file.Enter("rina", "602915")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.file.As(her).ChangeSecret("602915", "284067"); err != nil {
		t.Fatal(err)
	}
	if o.me, _, err = o.file.Enter("sari", "830217"); err != nil {
		t.Fatal(err)
	}
	o.desk = o.file.As(o.me)
	f := o.page(t, "id", nav.CoachingAct{Employee: c.Employee, ID: c.ID, Act: coaching.Agree}, 78, 20)
	uitest.Press(f, "right", "tab")
	uitest.Type(f, "111111")
	if uitest.Press(f, "ctrl+s"); o.plans(t)[0].State != coaching.Proposed || !strings.Contains(ansi.Strip(f.View()), "PIN salah") {
		t.Fatalf("a wrong PIN:\n%s", ansi.Strip(f.View()))
	}
	uitest.Type(f, "284067")
	uitest.Press(f, "ctrl+s")
	if r := o.plans(t)[0]; r.State != coaching.Agreed || r.Words[0].Whose != c.Employee || r.Words[0].Via != model.Signed {
		t.Errorf("%+v\n%s", r.Words, ansi.Strip(f.View()))
	}
	if view := ansi.Strip(o.page(t, "id", nav.Coaching{Employee: c.Employee}, 118, 32).View()); !strings.Contains(view, "PIN sendiri") || !strings.Contains(view, "Penilai memulai bimbingan") {
		t.Errorf("the page:\n%s", view)
	}
}

// Shown to the person alone, the page says nothing of colleagues.
func TestShownAlone(t *testing.T) {
	o := newOffice(t)
	o.begun(t)
	p := o.page(t, "id", nav.Coaching{Employee: o.rina.Employee.ID}, 118, 60)
	if !strings.Contains(ansi.Strip(p.View()), "Rekan yang tidak dibimbing") {
		t.Fatalf("colleagues:\n%s", ansi.Strip(p.View()))
	}
	p.(nav.Shower).ShowAlone(true)
	if view := ansi.Strip(p.View()); strings.Contains(view, "Rekan") {
		t.Errorf("shown to her:\n%s", view)
	}
}
