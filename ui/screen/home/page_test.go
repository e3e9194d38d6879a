package home_test

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/model/duty"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/talk"
	"kinerja/ui/nav"
	"kinerja/ui/screen/home"
	"kinerja/ui/theme"
	"kinerja/ui/uitest"
)

// office is a file in memory: the cases of each period.
type office struct {
	cases  map[string][]agenda.Case
	actor  model.Actor
	listed int
	path   string
	backup time.Time
	err    error
	reads  int
	closed *model.ClosedError
	ended  closing.Closing // of the page that closes
	refuse error
	head   model.EmployeeID // of the unit
	tells  bool             // that there is support
	duties []duty.Duty
}

func (o *office) Duties(model.Period) ([]duty.Duty, error) { return o.duties, o.err }

func (o *office) Preview(p model.Period) (closing.Preview, error) {
	a, err := o.Agenda(p)
	return closing.Preview{Unit: a.Unit, Period: a.Period, Obstacles: a.Obstacles, Closing: o.ended}, errors.Join(err, o.refuse)
}

func (o *office) Close(p model.Period, reason string) (closing.Closing, error) {
	act := closing.Act{By: "sari", On: 2026_10_05, Reason: reason}
	pre, err := o.Preview(p)
	if err != nil {
		return closing.Closing{}, err
	}
	for _, x := range pre.Obstacles {
		act.Left = append(act.Left, closing.Left{Employee: x.Staff.Employee, Kind: x.Kind.String(), Head: x.Head})
	}
	o.ended.Period = p
	if o.ended, err = closing.Close(o.ended, []model.UnitID{"tr"}, act); err == nil {
		o.closed = &model.ClosedError{Period: p, Unit: "Puskesmas Tanjung Raya", On: act.On, By: sari.Name}
	}
	return o.ended, err
}

func (o *office) Reopen(_ model.Period, reason string) (c closing.Closing, err error) {
	if o.ended, err = closing.Reopen(o.ended, closing.Act{By: "sari", On: 2026_10_05, Reason: reason}); err == nil {
		o.closed = nil
	}
	return o.ended, err
}

func (o *office) SupportSuggested() (bool, error) { return o.tells, nil }

func (o *office) Brief(p model.Period) (agenda.Agenda, error) {
	a, err := o.Agenda(p)
	a.Obstacles = nil
	return a, err
}

func (o *office) Agenda(p model.Period) (agenda.Agenda, error) {
	o.reads++
	var periods []model.Period
	for name := range o.cases {
		periods = append(periods, period(name))
	}
	slices.SortFunc(periods, model.Period.Compare)
	if !p.Valid() && len(periods) > 0 {
		p = periods[len(periods)-1]
	}
	m := agenda.New(p, 2026_10_05, rules.Only(rules.PermenPANRB6()), o.actor)
	m.HeadedBy(o.head)
	rank := map[model.EmployeeID]int{}
	for i, c := range o.cases[p.String()] {
		rank[c.Staff.Employee] = i
	}
	for _, c := range o.cases[p.String()] {
		c.Rank = rank[c.Staff.Employee]
		m.Add(c)
	}
	a := m.Done()
	a.Periods, a.Listed = periods, o.listed
	a.Close(o.closed)
	if len(o.cases) > 0 {
		a.Unit = model.Unit{ID: "tr", Name: "Puskesmas Tanjung Raya"}
	}
	return a, o.err
}

func (o *office) File() (string, time.Time, error) { return o.path, o.backup, nil }

func (o *office) Units() (model.Units, error) {
	return model.Units{"tr": {ID: "tr", Name: "Puskesmas Tanjung Raya"}}, nil
}

func period(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

var (
	sari = model.StaffRow{Employee: "sari", Name: "dr. Sari Wulandari", Unit: "tr"}
	agus = model.StaffRow{Employee: "agus", Name: "dr. Agus Salim, M.Kes."}
)

// somebody is a case with three indicators, of which so many have a value, and
// that has come as far as state.
func somebody(i int, name string, entered int, state model.EvaluationState) agenda.Case {
	id := fmt.Sprintf("e%03d", i)
	c := agenda.Case{
		Staff:     model.StaffRow{Employee: model.EmployeeID(id), Name: name, Number: model.NIP(fmt.Sprintf("1987031420120410%02d", i%100)), Unit: "tr"},
		Post:      model.Post{ID: model.PostID("p" + id), Unit: "tr", Evaluator: "sari"},
		Evaluator: sari, Superior: agus, Line: []model.EmployeeID{"sari", "agus"},
		Plan: model.Plan{ID: model.PlanID("plan" + id), Instrument: "bidan", Year: 2026, State: model.PlanAgreed},
	}
	for j, code := range []string{"IDL", "K6", "TELAT"} {
		measure := model.ElementID(code)
		c.Plan.Measures = append(c.Plan.Measures, model.Measure{ID: measure, Gauge: model.Gauge{
			Code: code, Name: model.Text{ID: code, EN: code}, Target: model.Int(90), Weight: model.Int(30), High: model.Some(model.Int(100)),
		}})
		if j < entered {
			c.Card = c.Card.With(model.Entry{Measure: measure, Actual: model.Some(model.Int(int64(80 + 5*j)))})
		}
	}
	if state == model.EvaluationDraft {
		return c
	}
	s, err := score.Of(c.Card, c.Plan, rules.PermenPANRB6())
	if err != nil {
		panic(err)
	}
	c.Evaluation = model.Evaluation{State: state, Score: s.Value, Share: s.Share, Predicate: model.Predicate(1 + i%5)}
	if state >= model.Received {
		c.Evaluation.Words = []model.Word{{Act: string(model.VerbReceive), On: model.Date(2026_09_28).Add(i % 7)}}
	}
	return c
}

// full is a clinic in the middle of its work: of every kind of obstacle one.
func full() *office {
	list := []agenda.Case{
		somebody(0, "Ani Lestari, A.Md.Keb.", 3, model.EvaluationDraft), somebody(1, "Budi Santoso, S.Kep., Ns.", 3, model.EvaluationDraft),
		somebody(2, "Citra Dewi, A.Md.Keb.", 1, model.EvaluationDraft), somebody(3, "Dedi Kurniawan", 0, model.EvaluationDraft),
		somebody(4, "Eka Putri Maharani", 3, model.Rated), somebody(5, "Fitri Handayani, A.Md.Keb.", 3, model.Rated),
		somebody(6, "dr. Gilang Ramadhan", 3, model.Shared), somebody(7, "Hendra Wijaya", 3, model.Received),
		somebody(8, "Indah Permata", 3, model.Received), somebody(9, "Joko Susilo", 3, model.Objected),
		somebody(10, "Kartika Sari", 3, model.Explained), somebody(11, "Lina Marlina", 3, model.Accepted),
		somebody(12, "Maman Suherman", 3, model.Final), somebody(13, "Nur Aini", 3, model.Rated),
		{Staff: model.StaffRow{Employee: "e020", Name: "Oki Setiawan"}},
		somebody(15, "Putri Ayu", 0, model.EvaluationDraft), somebody(16, "Rudi Hartono", 3, model.Rated),
		somebody(17, "Siti Aminah, A.Md.Keb.", 3, model.Rated), somebody(18, "Tono Wibowo", 3, model.Rated),
		somebody(19, "Umar Bakri", 3, model.EvaluationDraft),
	}
	list[1].Card = list[1].Card.With(model.Entry{Measure: "IDL", Actual: model.Some(model.Int(940))}) // a slip of the hand
	list[5].Card = list[5].Card.With(model.Entry{Measure: "IDL", Actual: model.Some(model.Int(70))})  // changed after the rating
	list[13].Plan.State = model.PlanDraft
	list[15].Plan, list[15].Post.ID = model.Plan{}, "p15"
	list[16].Post.Evaluator, list[16].Evaluator, list[16].Line = "", model.StaffRow{}, nil
	list[17].Evaluator.Void = true
	list[18].Line = []model.EmployeeID{"sari", "e018"}
	list[19].Plan.Measures = slices.Clone(list[19].Plan.Measures)
	list[19].Plan.Measures[0].Gauge.Target = -1 // as no program of today would keep it
	list[2].Talk = talk.Feedback{Kind: talk.CheckIn, Word: model.Word{Whose: "sari"}, Next: 2026_10_07}
	list[12].Talk = talk.Feedback{Kind: talk.CheckIn, Word: model.Word{Whose: "sari"}, Next: 2026_10_05}
	list[11].Talk = talk.Feedback{Kind: talk.CheckIn, Word: model.Word{Whose: "agus"}, Next: 2026_10_05}
	before := []agenda.Case{somebody(0, "Ani Lestari, A.Md.Keb.", 3, model.Final), somebody(1, "Budi Santoso, S.Kep., Ns.", 3, model.Final)}
	return &office{
		cases: map[string][]agenda.Case{"2026-Q3": list, "2026-Q2": before}, listed: 20, actor: model.Owner("sari", sari.Name),
		path: "/home/sari/Documents/Kinerja/kinerja.db", backup: time.Date(2026, 10, 5, 8, 1, 0, 0, time.UTC),
	}
}

// finished is a clinic where everything is final.
func finished(n int) *office {
	o := full()
	var list []agenda.Case
	for i := range n {
		list = append(list, somebody(i, fmt.Sprintf("Ani Lestari %d", i+1), 3, model.Final))
	}
	o.cases = map[string][]agenda.Case{"2026-Q3": list}
	return o
}

// many is an office of n people, all at the beginning.
func many(n int) *office {
	o := full()
	var list []agenda.Case
	for i := range n {
		c := somebody(0, fmt.Sprintf("Bidan Nomor %05d", i), i%4, model.EvaluationDraft)
		c.Staff.Employee = model.EmployeeID(fmt.Sprintf("m%05d", i))
		list = append(list, c)
	}
	o.cases = map[string][]agenda.Case{"2026-Q3": list}
	return o
}

// hostile is full with long, wide and harmful names.
func hostile() *office {
	o := full()
	list := o.cases["2026-Q3"]
	list[2].Staff.Name = strings.Repeat("Raden Ajeng ", 10)
	list[3].Staff.Name = "\x1b[31mCitra\u202e Dewi"
	list[4].Staff.Name = "漢字 Dedi"
	list[10].Superior.Name = strings.Repeat("Prof. Dr. ", 12)
	o.path = "/media/stick\x1b[2J/" + strings.Repeat("folder yang panjang/", 8) + "kinerja.db"
	return o
}

// running is a period that is not over, seen by a member of staff.
func running() *office {
	o := full()
	list := []agenda.Case{somebody(7, "Hendra Wijaya", 3, model.Received)}
	o.cases = map[string][]agenda.Case{"2026-Q4": list}
	o.actor = model.Actor{ID: "e007", Employee: "e007", Roles: model.RolesOf(model.RoleStaff)}
	return o
}

// What a page has of 80×24 and of 120×36.
var rooms = [][2]int{{78, 20}, {118, 32}}

func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		name string
		from *office
		keys []string
	}{
		{"full", full(), nil}, {"down", full(), []string{"down", "down", "down", "down"}}, {"end", full(), []string{"end"}},
		{"before", full(), []string{"2026-Q2"}}, {"empty", &office{path: "kinerja.db"}, nil}, {"nobody", &office{listed: 3, path: "kinerja.db", cases: map[string][]agenda.Case{"2026-Q3": nil}}, nil},
		{"finished", finished(38), nil}, {"one", finished(1), nil}, {"many", many(10_000), nil}, {"names", hostile(), nil},
		{"running", running(), nil}, {"fault", &office{err: model.ErrBusy}, nil},
	} {
		for _, language := range []string{"id", "en"} {
			for _, room := range rooms {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", tt.name, room[0], room[1], language), func(t *testing.T) {
					p := home.New(uitest.Env(t, language), tt.from)
					uitest.Open(p, room[0], room[1])
					uitest.Go(t, p, tt.keys...)
					uitest.Fits(t, p.View(), room[0], room[1])
					uitest.Golden(t, p.Title()+" · "+p.Crumb()+"\n"+p.View())
				})
			}
		}
	}
}

func TestClosingGolden(t *testing.T) {
	for _, tt := range []struct {
		name string
		from *office
		keys []string
	}{
		{"full", full(), nil}, {"down", full(), []string{"down", "down"}}, {"byperson", full(), []string{"o"}}, {"bykind", full(), []string{"o", "o"}}, {"ending", full(), []string{"e"}},
		{"filter", full(), []string{"l", "s", "a", "r", "i", "space", "b", "e", "l", "u", "m"}}, {"nohits", full(), []string{"l", "z", "z"}},
		{"before", full(), []string{"2026-Q2"}}, {"finished", finished(38), nil}, {"one", finished(1), nil}, {"many", many(10_000), []string{"end", "pgup"}},
		{"names", hostile(), []string{"down", "down"}}, {"nobody", &office{listed: 3, cases: map[string][]agenda.Case{"2026-Q3": nil}}, nil},
		{"fault", &office{err: model.ErrBusy}, nil},
	} {
		for _, language := range []string{"id", "en"} {
			for _, room := range rooms {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", tt.name, room[0], room[1], language), func(t *testing.T) {
					p := home.NewClosing(uitest.Env(t, language), tt.from, nav.Closing{})
					uitest.Open(p, room[0], room[1])
					uitest.Go(t, p, tt.keys...)
					uitest.Fits(t, p.View(), room[0], room[1])
					uitest.Golden(t, p.Title()+"\n"+p.View())
				})
			}
		}
	}
}

func TestEverySizeFits(t *testing.T) {
	for name, o := range map[string]*office{"full": full(), "names": hostile(), "many": many(500), "finished": finished(38), "empty": {}} {
		for _, size := range [][2]int{{58, 11}, {69, 20}, {70, 20}, {40, 10}, {18, 4}, {1, 1}, {0, 0}, {300, 90}} {
			first, closing := home.New(uitest.Env(t, "id"), o), home.NewClosing(uitest.Env(t, "id"), o, nav.Closing{})
			for _, s := range []nav.Screen{first, closing} {
				uitest.Open(s, size[0], size[1])
				uitest.Press(s, "end", "home", "down")
				if view := s.View(); size[0] >= 58 {
					uitest.Fits(t, view, size[0], size[1])
				}
			}
			// In the smallest room there is still a list to work with.
			if size == [2]int{58, 11} && name == "full" && !strings.Contains(ansi.Strip(closing.View()), "Rudi") {
				t.Errorf("no obstacle in %v:\n%s", size, closing.View())
			}
		}
	}
}

// Every choice of the first page leads somewhere, the cursor on the person.
func TestEnterGoesToThePlace(t *testing.T) {
	q3 := period("2026-Q3")
	want := map[string]nav.Route{
		"Oki Setiawan":             nav.EditPost{Employee: "e020"},
		"Rudi Hartono":             nav.EditPost{Employee: "e016", Post: "pe016", Field: "evaluator"},
		"Siti Aminah, A.Md.Keb.":   nav.EditPost{Employee: "e017", Post: "pe017", Field: "evaluator"},
		"Tono Wibowo":              nav.EditPost{Employee: "e018", Post: "pe018", Field: "evaluator"},
		"Putri Ayu":                nav.Positions{Year: 2026, Employee: "e015"},
		"Nur Aini":                 nav.Plan{Plan: "plane013"},
		"2 orang: realisasi belum": nav.Results{Period: q3, Instrument: "bidan", Employee: "e002"},
		"Budi Santoso":             nav.Results{Period: q3, Instrument: "bidan", Employee: "e001"},
		"Umar Bakri":               nav.Results{Period: q3, Instrument: "bidan", Employee: "e019"},
		"2 orang: belum dinilai":   nav.Evaluations{Period: q3, Employee: "e000"},
		"Fitri Handayani":          nav.Evaluation{Plan: "plane005", Period: q3},
		"5 orang: dinilai, belum":  nav.Evaluations{Period: q3, Employee: "e004"},
		"dr. Gilang Ramadhan":      nav.Evaluation{Plan: "plane006", Period: q3},
		"2 orang: hasil belum":     nav.Evaluations{Period: q3, Employee: "e007"},
		"Joko Susilo":              nav.Evaluation{Plan: "plane009", Period: q3},
		"Kartika Sari":             nav.Evaluation{Plan: "plane010", Period: q3},
		"2 orang: dialog kinerja":  nav.Feedback{},
		"Lina Marlina: dialog":     nav.Feedback{Employee: "e011"},
		"Lina Marlina: belum":      nav.Evaluation{Plan: "plane011", Period: q3},
		"SKP disepakati":           nav.Plan{Plan: "plane013"},
		"Realisasi cukup":          nav.Results{Period: q3, Instrument: "bidan", Employee: "e001"},
		"Diterima":                 nav.Evaluations{Period: q3, Employee: "e006"},
		"Tutup TW III 2026":        nav.Closing{Period: q3},
	}
	p := home.New(uitest.Env(t, "id"), full())
	uitest.Open(p, 118, 60)
	met := map[string]bool{}
	uitest.Press(p, "home")
	for last := ""; ; uitest.Press(p, "down") {
		line := marked(p.View())
		if line == last {
			break
		}
		last = line
		for begin, route := range want {
			if !strings.HasPrefix(line, begin) {
				continue
			}
			met[begin] = true
			if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: route}) {
				t.Errorf("%s: %v, want %v", begin, asked, route)
			}
		}
	}
	for begin := range want {
		if !met[begin] {
			t.Errorf("no choice begins with %q", begin)
		}
	}
}

// marked is the line that the cursor is on.
func marked(view string) string {
	for _, line := range strings.Split(ansi.Strip(view), "\n") {
		if rest, ok := strings.CutPrefix(line, "▸"); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

func TestEnterInAnEmptyFile(t *testing.T) {
	p := home.New(uitest.Env(t, "id"), &office{})
	uitest.Open(p, 78, 20)
	for _, route := range []nav.Route{nav.Intake{Kind: "staff"}, nav.Welcome{}, nav.EditPerson{}} {
		if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: route}) {
			t.Errorf("%v, want %v", asked, route)
		}
		uitest.Press(p, "down")
	}
}

// That there is support is one quiet line at the end of the person's own page, and
// leads to the page that writes nothing; without a reason there is no such line.
func TestSupportIsOneLine(t *testing.T) {
	const line = "dukungan tersedia untuk siapa saja"
	o := running()
	p := home.New(uitest.Env(t, "id"), o)
	uitest.Open(p, 118, 60)
	if strings.Contains(ansi.Strip(p.View()), line) {
		t.Error("it is said without a reason")
	}
	o.tells = true
	p = home.New(uitest.Env(t, "id"), o)
	uitest.Open(p, 118, 60)
	if view := ansi.Strip(p.View()); strings.Count(view, line) != 1 {
		t.Fatalf("it is not said:\n%s", view)
	}
	for range 20 {
		uitest.Press(p, "down")
	}
	if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.Support{}}) {
		t.Errorf("it leads to %v", asked)
	}
}

// In the list of obstacles Enter goes to the one person's own place.
func TestEnterOnAnObstacle(t *testing.T) {
	p := home.NewClosing(uitest.Env(t, "id"), full(), nav.Closing{Period: period("2026-Q3")})
	uitest.Open(p, 78, 20)
	uitest.Press(p, "l")
	uitest.Type(p, "hendra")
	uitest.Press(p, "enter")
	if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.Evaluation{Plan: "plane007", Period: period("2026-Q3")}}) {
		t.Errorf("%v", asked)
	}
}

// Esc takes the filter first; then it goes back.
func TestEsc(t *testing.T) {
	p := home.NewClosing(uitest.Env(t, "id"), full(), nav.Closing{})
	uitest.Open(p, 78, 20)
	all := p.Len()
	uitest.Press(p, "l", "o", "k", "i", "enter")
	if p.Typing() || p.Len() != 2 /* a heading, an obstacle */ {
		t.Fatalf("typing %v, %d obstacles", p.Typing(), p.Len())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 0 || p.Len() != all {
		t.Errorf("Esc takes the filter first: %v, %d obstacles", asked, p.Len())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 1 || asked[0] != (nav.BackMsg{}) {
		t.Errorf("a second Esc goes back: %v", asked)
	}
	first := home.New(uitest.Env(t, "id"), full())
	uitest.Open(first, 78, 20)
	if asked := uitest.Press(first, "esc"); len(asked) != 1 || asked[0] != (nav.BackMsg{}) {
		t.Errorf("Esc on the first page: %v", asked)
	}
}

// The cursor stays on what it was on when something changed, and in the order.
func TestCursorStays(t *testing.T) {
	o := full()
	p := home.New(uitest.Env(t, "id"), o)
	uitest.Open(p, 118, 60)
	for range 3 {
		uitest.Press(p, "down")
	}
	if line := marked(p.View()); !strings.HasPrefix(line, "2 orang: belum dinilai") {
		t.Fatalf("on %q", line)
	}
	o.cases["2026-Q3"] = slices.Delete(o.cases["2026-Q3"], 1, 2) // what stood above is gone with Budi
	uitest.Run(p, p.Init())
	if line := marked(p.View()); !strings.HasPrefix(line, "Ani Lestari, A.Md.Keb.: belum dinilai") {
		t.Errorf("on %q", line)
	}
	c := home.NewClosing(uitest.Env(t, "id"), full(), nav.Closing{})
	uitest.Open(c, 118, 32)
	uitest.Press(c, "down", "down", "down")
	was := uitest.Press(c, "enter")
	for range 3 {
		uitest.Press(c, "o")
		if now := uitest.Press(c, "enter"); !slices.Equal(now, was) {
			t.Errorf("after ordering: %v, was %v", now, was)
		}
	}
}

// What is done no longer waits: the cursor goes to the first thing that does,
// and not to what happens to stand at its place. So it begins.
func TestCursorOnTheFirstThatWaits(t *testing.T) {
	o := full()
	p := home.New(uitest.Env(t, "id"), o)
	uitest.Open(p, 78, 20)
	first := marked(p.View())
	if !strings.HasPrefix(first, "2 orang: realisasi belum lengkap") {
		t.Fatalf("begins on %q", first)
	}
	uitest.Press(p, "down", "down", "down", "down")
	if line := marked(p.View()); !strings.HasPrefix(line, "Fitri Handayani, A.Md.Keb.: berubah") {
		t.Fatalf("on %q", line)
	}
	o.cases["2026-Q3"] = slices.Delete(o.cases["2026-Q3"], 5, 6) // Fitri is rated anew
	uitest.Run(p, p.Init())
	if line := marked(p.View()); line != first {
		t.Errorf("on %q, want %q", line, first)
	}
	uitest.Press(p, "home") // the closing waits for nobody, and stays
	o.cases["2026-Q3"] = slices.Delete(o.cases["2026-Q3"], 0, 1)
	uitest.Run(p, p.Init())
	if line := marked(p.View()); !strings.HasPrefix(line, "Tutup TW III 2026") {
		t.Errorf("on %q", line)
	}
}

// A page that was read before the terminal had a size begins at its head.
func TestBeginsAtTheHead(t *testing.T) {
	p := home.New(uitest.Env(t, "id"), full())
	uitest.Open(p, 0, 0)
	p.Resize(78, 20)
	if got := ansi.Strip(p.View()); !strings.HasPrefix(got, "Puskesmas Tanjung Raya") {
		t.Errorf("begins with\n%s", got)
	}
}

// On a very wide screen a date still stands near what it is about.
func TestWideScreen(t *testing.T) {
	p := home.New(uitest.Env(t, "id"), full())
	uitest.Open(p, 198, 56)
	for _, line := range strings.Split(ansi.Strip(p.View()), "\n") {
		if n := ansi.StringWidth(strings.TrimRight(line, " ")); n > 118 {
			t.Errorf("%d cells: %s", n, line)
		}
	}
}

// On the first screen one sees how to close the period, and that more lies
// below; at the end, that more lies above. Old consoles have signs of their own.
func TestMoreIsSaid(t *testing.T) {
	for _, size := range [][2]int{{78, 20}, {58, 11}} {
		p := home.New(uitest.Env(t, "id"), full())
		uitest.Open(p, size[0], size[1])
		if got := ansi.Strip(p.View()); !strings.Contains(got, "Tutup TW III 2026: 24 hambatan") || !regexp.MustCompile(`\n▼ \d+ baris lagi · Berkas`).MatchString(got) {
			t.Errorf("%v:\n%s", size, got)
		}
		uitest.Press(p, "down", "pgdown")
		for range 60 {
			uitest.Press(p, "down")
		}
		if got := ansi.Strip(p.View()); !regexp.MustCompile(`\n▲ \d+ baris lagi · Berkas`).MatchString(got) {
			t.Errorf("%v at the end:\n%s", size, got)
		}
	}
	env := uitest.Env(t, "id")
	looks, err := theme.Make(lipgloss.NewRenderer(io.Discard), theme.Choice{Glyphs: "ascii"})
	if err != nil {
		t.Fatal(err)
	}
	env.Styles = looks
	p := home.New(env, full())
	uitest.Open(p, 78, 20)
	if got := looks.Glyphs.Plain(ansi.Strip(p.View())); !regexp.MustCompile(`\nv \d+ baris lagi - Berkas`).MatchString(got) {
		t.Errorf("in ascii:\n%s", got)
	}
}

// Changes that come while it reads make it read once more, not once each.
func TestReadsWaitForEachOther(t *testing.T) {
	o := full()
	for name, s := range map[string]nav.Screen{
		"home": home.New(uitest.Env(t, "id"), o), "closing": home.NewClosing(uitest.Env(t, "id"), o, nav.Closing{}),
	} {
		o.reads = 0
		s.Resize(78, 20)
		first := s.Init()
		for range 5 {
			if cmd := s.Init(); cmd != nil {
				t.Errorf("%s: a second reading at once", name)
			}
		}
		uitest.Run(s, first)
		if o.reads != 2 {
			t.Errorf("%s: read %d times, want 2", name, o.reads)
		}
	}
}

// Another period is chosen out of a list on both pages, and by nothing less.
func TestPeriod(t *testing.T) {
	for _, p := range []nav.Screen{home.New(uitest.Env(t, "id"), full()), home.NewClosing(uitest.Env(t, "id"), full(), nav.Closing{})} {
		uitest.Open(p, 78, 20)
		said := func() string { return strings.Split(p.View(), "\n")[1] } // a sentence that names the period
		now := said()
		if uitest.Press(p, "t"); said() != now {
			t.Error("the key alone changes the period")
		}
		if uitest.Choose(t, p, "2026-Q2"); said() == now {
			t.Error("the period is still the same")
		}
		if uitest.Choose(t, p, "2026-Q3"); said() != now {
			t.Error("no way back")
		}
	}
	one := home.New(uitest.Env(t, "id"), finished(2))
	uitest.Open(one, 78, 20)
	if _, _, why := nav.Press(one.Actions(), uitest.Key("t")); why != "hanya ada satu periode" {
		t.Errorf("why %q", why)
	}
}

func TestErrorIsASentence(t *testing.T) {
	for _, s := range []nav.Screen{home.New(uitest.Env(t, "id"), &office{err: errors.New("runtime error")}), home.NewClosing(uitest.Env(t, "id"), &office{err: errors.New("runtime error")}, nav.Closing{})} {
		uitest.Open(s, 78, 20)
		if got := ansi.Strip(s.View()); strings.Contains(got, "runtime") || !strings.Contains(got, "kesalahan") {
			t.Errorf("view %q", got)
		}
	}
}

func BenchmarkKeyAtAHundredThousand(b *testing.B) {
	p := home.NewClosing(uitest.Env(b, "id"), many(100_000), nav.Closing{})
	uitest.Open(p, 118, 32)
	for range b.N {
		p.Update(tea.KeyMsg{Type: tea.KeyDown})
		p.View()
	}
}

// A closed period says so at the page's head, since when and by whom.
func TestClosedPeriodIsSaid(t *testing.T) {
	for language, want := range map[string]string{"id": "TW III 2026 ditutup 3 Oktober 2026 oleh dr. Sari", "en": "Q3 2026 closed on 3 October 2026 by dr. Sari"} {
		o := full()
		o.closed = &model.ClosedError{Period: period("2026-Q3"), Unit: "Puskesmas", By: "dr. Sari", On: 20261003}
		p := home.New(uitest.Env(t, language), o)
		uitest.Open(p, 78, 20)
		if view := ansi.Strip(p.View()); !strings.Contains(view, want) {
			t.Errorf("%s: no %q in\n%s", language, want, view)
		}
	}
}
