package person_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/screen/person"
	"kinerja/ui/uitest"
)

// desk gives one person. Tests change it between readings, as a store would.
type desk struct {
	profile model.Profile
	err     error
	heads   model.EmployeeID // of the health centre, whose result is outstanding
}

func (d *desk) UnitResults(p model.Period) (unitresult.Results, error) {
	return unitresult.Results{"raya": {Unit: "raya", Period: p, State: unitresult.Set, Grade: unitresult.Outstanding}}, nil
}

func (d *desk) Profile(model.EmployeeID) (model.Profile, error) { return d.profile, d.err }

func (d *desk) Units() (model.Units, error) {
	return model.Units{
		"dinkes": {ID: "dinkes", Name: "Dinas Kesehatan"},
		"raya":   {ID: "raya", Name: "Puskesmas Tanjung Raya", Parent: "dinkes", Head: d.heads},
		"pustu":  {ID: "pustu", Name: "Pustu Sungai Lilin", Parent: "raya"},
	}, nil
}

func measure(code, name, unit string, d model.Direction, target string, weight int64) model.Measure {
	return model.Measure{ID: model.ElementID(code), Gauge: model.Gauge{
		Code: code, Name: model.Text{ID: name}, Unit: unit, Direction: d,
		Target: model.MustNumber(target), Weight: model.Int(weight), Source: "Permenkes 4/2019 tentang SPM Kesehatan",
	}}
}

func plan(id model.PlanID, post model.PostID, unit model.UnitID) model.Plan {
	return model.Plan{ID: id, Post: post, Employee: "rina", Unit: unit, Year: 2026, Instrument: "BIDAN", RuleSet: "permenpanrb6",
		Measures: []model.Measure{
			measure("IDL", "Imunisasi dasar lengkap", "%", model.Higher, "90", 20),
			measure("K6", "Ibu hamil K6", "%", model.Higher, "100", 20),
			measure("IKM", "Kepuasan pasien", "IKM", model.Higher, "76.61", 20),
			measure("TUNGGU", "Waktu tunggu", "menit", model.Lower, "60", 20),
			measure("KF", "Kunjungan nifas lengkap", "%", model.Higher, "95", 10),
			measure("TELAT", "Laporan terlambat", "laporan", model.Lower, "2", 10),
		},
		Words: []model.Word{{Act: "agreed", Whose: "rina", By: "sari", Via: model.Recorded, Document: "berita acara SKP no. 12/2026", On: 2026_01_12}},
	}
}

// card holds values for the measures in their order; "" is no value.
func card(p model.Plan, period string, values ...string) model.Card {
	when, err := model.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	c := model.Card{Plan: p.ID, Period: when}
	for i, v := range values {
		a, num, den, err := model.ParseEntry(v, model.DecimalPoint)
		if err != nil {
			panic(err)
		}
		if a.Present() {
			c.Entries = append(c.Entries, model.Entry{Measure: p.Measures[i].ID, Actual: a, Num: num, Den: den})
		}
	}
	return c
}

// rated is a result rated on what its card says.
func rated(p model.Plan, c model.Card, state model.EvaluationState, result, behaviour model.Rating) model.Result {
	rs := rules.PermenPANRB6()
	s, err := score.Of(c, p, rs)
	if err != nil {
		panic(err)
	}
	e := model.Evaluation{Plan: p.ID, Period: c.Period, State: state, Result: result, Behaviour: behaviour, Suggested: s.Suggested,
		Predicate: rs.Predicate(result, behaviour), RuleSet: rs.Ref(), Score: s.Value, Share: s.Share}
	on := c.Period.Last().Add(5)
	e.Words = append(e.Words, model.Word{Act: string(model.VerbRate), Whose: "sari", By: "sari", On: on})
	if state >= model.Shared {
		e.Words = append(e.Words, model.Word{Act: string(model.VerbShare), Whose: "sari", By: "sari", On: on.Add(1)})
	}
	if state == model.Final {
		e.Words = append(e.Words,
			model.Word{Act: string(model.VerbReceive), Whose: "rina", By: "sari", Via: model.Recorded, Document: "surat no. 800/17, 8 Juli 2026", On: on.Add(3)},
			model.Word{Act: string(model.VerbFinalise), Whose: "sari", By: "sari", On: on.Add(9)})
		e.Frozen = &model.Frozen{Measures: p.Measures, Entries: c.Entries, Rules: rs.Digest()}
	}
	return model.Result{Plan: p, Card: c, Evaluation: e}
}

func open(p model.Plan, c model.Card) model.Result { return model.Result{Plan: p, Card: c} }

// rina is a midwife with four quarters: two final, one rated, one at work.
func rina() model.Profile {
	now := plan("plan-now", "post-now", "raya")
	pr := model.Profile{
		Employee:  model.Employee{ID: "rina", Number: "198705152010012003", Name: "Rina Hartati", After: "A.Md.Keb.", Grade: "III/b"},
		Evaluator: model.Employee{ID: "sari", Before: "dr.", Name: "Sari Wulandari", After: "M.K.M."},
		Posts: []model.Post{
			{ID: "post-now", Employee: "rina", Unit: "raya", Position: "Bidan Terampil", Evaluator: "sari", From: 2019_03_01},
			{ID: "post-old", Employee: "rina", Unit: "pustu", Position: "Bidan Pelaksana", From: 2010_01_01, To: 2019_02_28},
		},
		Plans: []model.Plan{now},
		Results: []model.Result{
			open(now, card(now, "2026-Q3", "94", "", "84.2", "", "", "")),
			rated(now, card(now, "2026-Q2", "94", "90", "84.2", "45", "47/52", "2"), model.Rated, model.Meets, model.Above),
			rated(now, card(now, "2026-Q1", "88", "84", "80.1", "62", "91", "2"), model.Final, model.Meets, model.Meets),
			rated(now, card(now, "2025-Q4", "70", "71", "74", "80", "80", "3"), model.Final, model.Below, model.Meets),
		},
	}
	pr.Unit = model.Unit{ID: "raya", Name: "Puskesmas Tanjung Raya"}
	return pr
}

// cases are the people whose page the goldens show.
func cases() map[string]func(*model.Profile) []string {
	return map[string]func(*model.Profile) []string{
		"full":    func(*model.Profile) []string { return []string{"left"} },
		"missing": func(*model.Profile) []string { return nil },
		"final":   func(*model.Profile) []string { return []string{"t", "t", "down", "down"} },
		"why":     func(*model.Profile) []string { return []string{"left", "down", "down", "down", "x"} },
		"end":     func(*model.Profile) []string { return []string{"left", "end", "pgdown"} },
		"noplan": func(p *model.Profile) []string {
			p.Plans, p.Results = nil, nil
			return nil
		},
		"noresults": func(p *model.Profile) []string {
			p.Results = nil
			return nil
		},
		"nopost": func(p *model.Profile) []string {
			p.Posts, p.Plans, p.Results, p.Evaluator = nil, nil, nil, model.Employee{}
			p.Employee.Kind, p.Employee.Number, p.Employee.Left = model.NonASN, "NON-0007", 2026_06_30
			return nil
		},
		"two": func(p *model.Profile) []string {
			acting := plan("plan-acting", "post-acting", "pustu")
			p.Posts = append([]model.Post{{ID: "post-acting", Employee: "rina", Unit: "pustu", Position: "Kepala Pustu", Acting: true, From: 2026_07_01}}, p.Posts...)
			p.Plans = append(p.Plans, acting)
			p.Results = append(p.Results, open(acting, card(acting, "2026-Q3", "91", "95", "80", "60", "90", "1")))
			return nil
		},
		"changed": func(p *model.Profile) []string {
			p.Results[1].Card = card(p.Results[1].Plan, "2026-Q2", "94", "99", "84.2", "45", "47/52", "2")
			return []string{"left"}
		},
		"finalchanged": func(p *model.Profile) []string {
			p.Results[2].Card = card(p.Results[2].Plan, "2026-Q1", "98", "99", "84.2", "45", "95", "2")
			return []string{"left", "left"}
		},
		"departed": func(p *model.Profile) []string {
			e := &p.Results[1].Evaluation
			e.Result, e.Predicate = model.Below, model.NeedsImprovement
			e.Reason = "Dua laporan kematian ibu tidak dikirim tepat waktu walau sudah diingatkan."
			return []string{"left"}
		},
		"longname": func(p *model.Profile) []string {
			p.Employee.Name = strings.TrimSpace(strings.Repeat("Raden Ayu Siti Nurhaliza ", 5))[:120]
			return nil
		},
		"hostile": func(p *model.Profile) []string {
			p.Employee.Name = "\x1b[31mRina\u202e\x07 界界"
			p.Results[0].Plan.Measures[0].Gauge.Name = model.Text{ID: "שלום\x1b]0;x\x07 界"}
			return nil
		},
	}
}

func page(t *testing.T, language, name string, width, height int) (*person.Page, *desk) {
	t.Helper()
	d := &desk{profile: rina()}
	keys := cases()[name](&d.profile)
	p := person.New(uitest.Env(t, language), d, nav.Person{Employee: "rina"})
	uitest.Open(p, width, height)
	uitest.Press(p, keys...)
	return p, d
}

// The frame keeps a column on either side and four lines for itself, so these
// are the rooms that a page has at 80×24 and 120×36.
func TestPage(t *testing.T) {
	for name := range cases() {
		for _, language := range lang.Languages() {
			for _, size := range [][2]int{{80, 24}, {120, 36}} {
				t.Run(fmt.Sprintf("%s_%s_%dx%d", name, language, size[0], size[1]), func(t *testing.T) {
					p, _ := page(t, language, name, size[0]-2, size[1]-4)
					uitest.Fits(t, p.View(), size[0]-2, size[1]-4)
					uitest.Golden(t, p.Title()+" | "+p.Crumb()+"\n"+p.View())
				})
			}
		}
	}
}

// Every indicator and everything below can be reached in any room, and nothing
// is ever wider or higher than it.
func TestEverythingIsReachable(t *testing.T) {
	for name := range cases() {
		for _, size := range [][2]int{{58, 11}, {78, 20}, {118, 32}, {200, 60}, {20, 3}, {1, 1}} {
			p, _ := page(t, "id", name, size[0], size[1])
			uitest.Press(p, "home")
			for range 12 {
				view := p.View()
				uitest.Fits(t, view, size[0], size[1])
				if strings.ContainsAny(view, "\x07\u202e\r") {
					t.Errorf("%s: text from outside acts on the terminal", name)
				}
				if strings.Contains(view, "Alat bantu") && size[1] > 10 && !strings.Contains(view, "▸") {
					t.Errorf("%s at %v: the cursor is out of sight:\n%s", name, size, view)
				}
				uitest.Press(p, "down")
			}
			for range 12 {
				uitest.Press(p, "pgdown")
				uitest.Fits(t, p.View(), size[0], size[1])
			}
		}
	}
	p, _ := page(t, "id", "full", 78, 12)
	uitest.Press(p, "end", "pgdown", "pgdown", "pgdown")
	if view := p.View(); !strings.Contains(view, "Bidan Pelaksana, Pustu Sungai Lilin") {
		t.Errorf("the old post cannot be reached:\n%s", view)
	}
}

// What was frozen is shown, whatever the card says by now.
func TestFinalIsNotComputedAnew(t *testing.T) {
	before, _ := page(t, "id", "final", 78, 20)
	after, d := page(t, "id", "final", 78, 20)
	pinned := before.View()
	d.profile.Results[2].Plan.Measures = slices.Clone(d.profile.Results[2].Plan.Measures)
	d.profile.Results[2].Plan.Measures[0].Gauge.Target = model.Int(10)
	uitest.Run(after, after.Init())
	for _, line := range strings.Split(pinned, "\n") {
		if strings.Contains(line, "Imunisasi") && !strings.Contains(after.View(), line) {
			t.Errorf("%q is gone:\n%s", line, after.View())
		}
	}
	if !strings.Contains(after.View(), "Realisasi berubah sesudah final") {
		t.Errorf("the change is not told:\n%s", after.View())
	}
}

func TestPeriods(t *testing.T) {
	p, d := page(t, "id", "full", 78, 20)
	if p.Crumb() != "TW II 2026" {
		t.Errorf("left of the newest is %s", p.Crumb())
	}
	uitest.Press(p, "t", "t")
	if p.Crumb() != "TW IV 2025" {
		t.Errorf("twice the period before is %s", p.Crumb())
	}
	uitest.Press(p, "T")
	if p.Crumb() != "TW III 2026" {
		t.Errorf("after the oldest comes %s", p.Crumb())
	}
	uitest.Press(p, "right")
	if p.Crumb() != "TW III 2026" {
		t.Errorf("right of the newest is %s", p.Crumb())
	}
	// A reading in between, with a new period, leaves the page where it was.
	now := d.profile.Plans[0]
	d.profile.Results = append([]model.Result{open(now, card(now, "2026-Q4", "90"))}, d.profile.Results...)
	uitest.Run(p, p.Init())
	if p.Crumb() != "TW III 2026" {
		t.Errorf("after reading again it shows %s", p.Crumb())
	}
}

func TestRoutePeriod(t *testing.T) {
	first, err := model.ParsePeriod("2026-Q1")
	if err != nil {
		t.Fatal(err)
	}
	p := person.New(uitest.Env(t, "id"), &desk{profile: rina()}, nav.Person{Employee: "rina", Period: first})
	uitest.Open(p, 78, 20)
	if p.Crumb() != "TW I 2026" {
		t.Errorf("the route's period is not shown: %s", p.Crumb())
	}
	if got := p.Place(); got != (nav.Person{Employee: "rina", Period: first}) {
		t.Errorf("place %+v", got)
	}
	// A newest period in which nothing was entered is not what one came for.
	d := &desk{profile: rina()}
	d.profile.Results[0].Card.Entries = nil
	p = person.New(uitest.Env(t, "id"), d, nav.Person{Employee: "rina"})
	uitest.Open(p, 78, 20)
	if p.Crumb() != "TW II 2026" {
		t.Errorf("the newest with values is TW II 2026, not %s", p.Crumb())
	}
}

func TestKeys(t *testing.T) {
	p, _ := page(t, "id", "full", 78, 20)
	third, _ := model.ParsePeriod("2026-Q2")
	for key, want := range map[string]nav.Route{
		"enter": nav.Evaluation{Plan: rina().Results[0].Plan.ID, Period: third}, "i": nav.Plan{Plan: rina().Results[0].Plan.ID},
		"f": nav.Feedback{Employee: "rina", Period: third},
	} {
		if asked := uitest.Press(p, key); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v, want %v", key, asked, want)
		}
	}
	// b starts a coaching plan about the indicator that the cursor is on.
	measures := rina().Results[0].Plan.Measures
	uitest.Press(p, "down")
	coach := nav.StartCoaching{Employee: "rina", Plan: rina().Results[0].Plan.ID, Period: third, Measure: measures[1].ID}
	if asked := uitest.Press(p, "b"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: coach}) {
		t.Errorf("b asks for %v, want %v", asked, coach)
	}
	inMenu := func(p *person.Page) nav.Action {
		actions := p.Actions()
		return actions[slices.IndexFunc(actions, func(a nav.Action) bool { return a.ID == "results" })]
	}
	want := nav.OpenMsg{Route: nav.Results{Period: third, Unit: "raya", Instrument: "BIDAN", Employee: "rina"}}
	if asked := uitest.Run(p, inMenu(p).Run()); len(asked) != 1 || asked[0] != tea.Msg(want) {
		t.Errorf("results ask for %v, want %v", asked, want)
	}
	// With a plan and no results there is nothing to evaluate: Enter fills it in.
	d := &desk{profile: rina()}
	d.profile.Plans, d.profile.Results = []model.Plan{rina().Results[0].Plan}, nil
	bare := person.New(uitest.Env(t, "id"), d, nav.Person{Employee: "rina"})
	uitest.Open(bare, 78, 20)
	for key, want := range map[string]nav.Route{
		"enter": nav.Results{Unit: "raya", Instrument: "BIDAN", Employee: "rina"}, "i": nav.Plan{Plan: rina().Results[0].Plan.ID},
	} {
		if asked := uitest.Press(bare, key); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("without results %s asks for %v, want %v", key, asked, want)
		}
	}
	uitest.Press(p, "x")
	if !strings.Contains(p.View(), "Mengapa: ") {
		t.Errorf("x does not answer:\n%s", p.View())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 0 || strings.Contains(p.View(), "Mengapa: ") {
		t.Errorf("Esc first closes the answer: %v", asked)
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 1 || asked[0] != tea.Msg(nav.BackMsg{}) {
		t.Errorf("Esc goes back, not %v", asked)
	}
}

// Nobody can press what cannot be done: it says why.
func TestActionsSayWhyNot(t *testing.T) {
	p, _ := page(t, "id", "noplan", 78, 20)
	for _, a := range p.Actions() {
		// Who has no plan can be moved, be on leave and be coached; there can be talk, a history and an opening balance, a record is there to be
		// corrected, and Enter makes the plan.
		if (a.Why == "") != (a.ID == "feedback" || a.ID == "edit" || a.ID == "credit" || a.ID == "enter" || a.ID == "history" || a.ID == "add" || a.ID == "leave" || a.ID == "coaching") {
			t.Errorf("%s without a plan: %q", a.ID, a.Why)
		}
	}
	if asked := uitest.Press(p, "x", "t", "left", "down", "pgdown", "end"); len(asked) != 0 {
		t.Errorf("asked for %v", asked)
	}
	if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.Positions{Year: 2026, Employee: "rina"}}) {
		t.Errorf("Enter asks for %v", asked)
	}
}

// e goes to the forms, for whoever may change people.
func TestEditing(t *testing.T) {
	p, _ := page(t, "id", "full", 78, 20)
	asked := uitest.Press(p, "e")
	if len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.EditPerson{Employee: "rina"}}) {
		t.Errorf("e asks for %v", asked)
	}
}

func TestTroubleIsSaid(t *testing.T) {
	d := &desk{err: model.ErrNotAllowed}
	env := uitest.Env(t, "id")
	p := person.New(env, d, nav.Person{Employee: "rina"})
	uitest.Open(p, 400, 20)
	if got := strings.TrimSpace(p.View()); got != env.Text.Error(model.ErrNotAllowed) {
		t.Errorf("got %q", got)
	}
	// A number that cannot be computed does not take the page with it.
	d = &desk{profile: rina()}
	d.profile.Results[0].Plan.Measures = []model.Measure{measure("A", "A", "", model.Higher, "1", -1)}
	p = person.New(env, d, nav.Person{Employee: "rina"})
	uitest.Open(p, 78, 20)
	uitest.Press(p, "right", "x", "down")
	if !strings.Contains(p.View(), "Nilai tidak dapat dihitung") || !strings.Contains(p.View(), "Rina") {
		t.Errorf("got\n%s", p.View())
	}
}

// Credit points are there for functional posts only; the menu says why not.
func TestCreditOfFunctionalPosts(t *testing.T) {
	credit := func(change func(*model.Profile)) (string, []tea.Msg) {
		d := &desk{profile: rina()}
		change(&d.profile)
		p := person.New(uitest.Env(t, "id"), d, nav.Person{Employee: "rina"})
		uitest.Open(p, 78, 20)
		actions := p.Actions()
		a := actions[slices.IndexFunc(actions, func(a nav.Action) bool { return a.ID == "credit" })]
		return a.Why, uitest.Run(p, a.Run())
	}
	why, asked := credit(func(*model.Profile) {})
	if why != "" || len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.Credit{Employee: "rina"}}) {
		t.Errorf("%q, %v", why, asked)
	}
	if why, _ := credit(func(pr *model.Profile) { pr.Posts[0].Position = "Sopir" }); !strings.Contains(why, "Bukan jabatan fungsional") {
		t.Errorf("of a driver: %q", why)
	}
	if why, _ := credit(func(pr *model.Profile) { pr.Employee.Kind = model.NonASN }); !strings.Contains(why, "Bukan ASN") {
		t.Errorf("of who is not ASN: %q", why)
	}
}

// Of the head of a unit whose result is decided the result suggests, and nothing
// else does: what the aid says stands beside it as not holding. Of the same person
// as head of nothing the aid suggests.
func TestOneSuggestionForTheHead(t *testing.T) {
	period, err := model.ParsePeriod("2026-Q2")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		head      model.EmployeeID
		has, none string
	}{
		{"rina", "Saran: di atas ekspektasi, dari capaian Puskesmas Tanjung Raya: Istimewa", "Saran: sesuai ekspektasi ("},
		{"", "Saran: sesuai ekspektasi (", "dari capaian Puskesmas"},
	} {
		p := person.New(uitest.Env(t, "id"), &desk{profile: rina(), heads: tt.head}, nav.Person{Employee: "rina", Period: period})
		uitest.Open(p, 118, 60)
		if view := ansi.Strip(p.View()); !strings.Contains(view, tt.has) || strings.Contains(view, tt.none) {
			t.Errorf("head %q:\n%s", tt.head, view)
		}
	}
}
