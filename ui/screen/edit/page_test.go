package edit_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/tenure"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/edit"
	"kinerja/ui/uitest"
)

// desk is a real file with its head, a bidan and a second unit.
type desk struct {
	*store.Desk
	above *tenure.Outsider // evaluator outside who was introduced last
}

func (d desk) Everyone() ([]model.StaffRow, error) {
	roster, err := d.Roster(store.RosterQuery{Gone: true})
	if err != nil {
		return nil, err
	}
	var rows []model.StaffRow
	for i := range roster.Len() {
		rows = append(rows, roster.Row(i))
	}
	return rows, nil
}

// Succeed is what the adapter of the program does.
func (d desk) Succeed(p model.Post, ends model.PostID) (model.Post, error) {
	who, err := d.Profile(p.Employee)
	if err != nil {
		return p, err
	}
	p.ID = model.PostID(store.NewID())
	posts, err := tenure.After(p, who.Posts, ends)
	if err != nil {
		return p, err
	}
	_, err = d.Apply(context.Background(), model.VerbAddPost, slices.Values([]any{posts[0], posts[1]}), nil)
	return p, err
}

// HireUnder and Under keep who was introduced, and what they are
// to evaluate as it would be without.
func (d desk) HireUnder(above tenure.Outsider, e model.Employee, p model.Post) (model.Employee, error) {
	*d.above = above
	p.Evaluator = ""
	return d.AddEmployee(e, p)
}

func (d desk) Under(above tenure.Outsider, p model.Post, _ model.PostID, reason string) error {
	*d.above = above
	p.Evaluator = ""
	if p.ID != "" {
		return d.EditPost(p, reason)
	}
	_, err := d.AddPost(p)
	return err
}

type office struct {
	desk
	me, ayu    model.EmployeeID
	unit, next model.UnitID
}

func newOffice(t *testing.T) office {
	t.Helper()
	s := storetest.Open(t)
	q3, _ := model.ParsePeriod("2026-Q3")
	e, err := s.As(model.Owner("", "")).Begin(founding.Beginning{
		Unit:   model.Unit{Name: "Puskesmas Tanjung Raya", Code: "PKM-01", Kind: model.UnitClinic},
		Person: model.Employee{Number: "197503121999031002", Name: "Sari Wulandari", Before: "dr."},
		Post:   model.Post{Position: "Kepala Puskesmas"}, Period: q3,
	})
	if err != nil {
		t.Fatal(err)
	}
	o := office{desk: desk{s.As(model.Owner(e.ID, e.FullName())), new(tenure.Outsider)}, me: e.ID}
	pr := must(o.Profile(e.ID))
	o.unit = pr.Unit.ID
	ayu := must(o.AddEmployee(model.Employee{Number: "197203031998111003", Name: "Ayu Kusuma", Grade: "III/a"},
		model.Post{Unit: o.unit, Position: "Bidan Terampil", Evaluator: e.ID, From: 20200101}))
	o.ayu = ayu.ID
	o.next = must(o.AddUnit(model.Unit{Name: "Pustu Lubuk", Parent: o.unit, Kind: model.UnitSubClinic})).ID
	return o
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func (o office) env(t *testing.T, language string) nav.Env {
	env := uitest.Env(t, language)
	env.Me = o.Actor()
	return env
}

func (o office) person(t *testing.T, language string, route nav.EditPerson) *edit.Page {
	p := edit.NewPerson(o.env(t, language), o, route, o.unit)
	uitest.Open(p, 78, 20)
	return p
}

func (o office) post(t *testing.T, route nav.EditPost) *edit.Page {
	p := edit.NewPost(o.env(t, "id"), o, route)
	uitest.Open(p, 78, 20)
	return p
}

func (o office) unitForm(t *testing.T, route nav.EditUnit) *edit.Page {
	p := edit.NewUnit(o.env(t, "id"), o, route, o.unit)
	uitest.Open(p, 78, 20)
	return p
}

// saved reports whether the page was left after a change, and fails on a refusal.
func saved(t *testing.T, asked []tea.Msg) bool {
	t.Helper()
	back, changed := false, false
	for _, msg := range asked {
		switch msg := msg.(type) {
		case nav.FailMsg:
			t.Error(msg.Err)
		case nav.BackMsg:
			back = true
		case nav.ChangedMsg:
			changed = true
		}
	}
	return back && changed
}

func view(s nav.Screen) string { return ansi.Strip(s.View()) }

// A person is added with the keyboard alone: titles are set apart, the NIP tells
// the kind, unit and evaluator are those of who is at the keyboard.
func TestAddingAPerson(t *testing.T) {
	o := newOffice(t)
	p := o.person(t, "id", nav.EditPerson{})
	uitest.Type(p, "Ns. Rina Hartati, S.Kep.")
	uitest.Press(p, "enter")
	uitest.Type(p, "19970521 202021 2 001")
	if !strings.Contains(view(p), "[PPPK]") {
		t.Errorf("the NIP does not tell the kind:\n%s", view(p))
	}
	uitest.Press(p, "enter")
	uitest.Type(p, "19970521 202021 2 001")
	uitest.Press(p, "ctrl+s")
	if !strings.Contains(view(p), "ini NIP, bukan gelar") {
		t.Errorf("a NIP is taken as a title:\n%s", view(p))
	}
	uitest.Press(p, "ctrl+u", "enter", "enter", "enter", "enter")
	uitest.Type(p, "Perawat Ahli Pertama")
	if p.Unsaved() == "" {
		t.Error("what was typed would be lost without a question")
	}
	asked := uitest.Press(p, "ctrl+s")
	if !saved(t, asked) || p.Unsaved() != "" {
		t.Fatalf("not saved:\n%s", view(p))
	}
	rina := must(o.FindOne("rina hartati"))
	question, yes := "", tea.Cmd(nil)
	for _, msg := range asked {
		if ask, ok := msg.(nav.AskMsg); ok {
			question, yes = ask.Question, ask.Yes
		}
	}
	if !strings.HasPrefix(question, "SKP 2026 untuk Ns. Rina Hartati, S.Kep. belum ada. Buat dari instrumen Perawat (PERAWAT) sekarang?") {
		t.Fatalf("the plan is not asked about: %q", question)
	}
	if to := yes(); to != tea.Msg(nav.OpenMsg{Route: nav.Positions{Year: 2026, Employee: rina.Employee}}) {
		t.Errorf("yes leads to %v", to)
	}
	if !slices.Contains(asked, tea.Msg(nav.AddedMsg{Employee: rina.Employee})) {
		t.Errorf("no list hears of who is new: %v", asked)
	}
	pr := must(o.Profile(rina.Employee))
	e := pr.Employee
	if e.Name != "Rina Hartati" || e.Before != "Ns." || e.After != "S.Kep." || e.Kind != model.PPPK || e.Number != "199705212020212001" {
		t.Errorf("%+v", e)
	}
	if pr.Unit.ID != o.unit || pr.Evaluator.ID != o.me || pr.Posts[0].Position != "Perawat Ahli Pertama" {
		t.Errorf("%+v under %s", pr.Posts, pr.Evaluator.Name)
	}
	must(o.Undo())
	if _, err := o.FindOne("rina hartati"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("after undo: %v", err)
	}
}

// Numbers are refused with the model's sentence; one that somebody has, or
// almost, names the holder.
func TestNumbers(t *testing.T) {
	o := newOffice(t)
	for _, tt := range []struct{ name, number, want string }{
		{"Budi", "12345", "NIP harus 18 angka"},
		{"Budi", "199913121999031002", "bukan tanggal lahir"},
		{"Budi", "1.97203E+17", "dirusak oleh lembar kerja"},
		{"Budi", "19720303 199811 1 003", "sudah NIP Ayu Kusuma"},
		{"Hj. AYU  Kusuma, S.ST.", "197203031998111008", "beda satu angka dari NIP Ayu Kusuma"},
		{"Ayu Kusuma", "197203031998110103", "angka"}, // digits that changed places are no NIP here, or near
		{"Ayu Kusuma Putri", "197203031998111008", ""},
		{"Budi", "", "belum diisi"},
	} {
		p := o.person(t, "id", nav.EditPerson{})
		uitest.Type(p, tt.name)
		uitest.Press(p, "tab")
		uitest.Type(p, tt.number)
		uitest.Press(p, "tab", "tab", "tab", "tab", "tab")
		uitest.Type(p, "Bidan")
		asked := uitest.Press(p, "ctrl+s")
		if tt.want == "" != saved(t, asked) || !strings.Contains(view(p), tt.want) {
			t.Errorf("%s %s: want %q\n%s", tt.name, tt.number, tt.want, view(p))
		}
	}
	// Who is not ASN has a local number, or gets one.
	p := o.person(t, "id", nav.EditPerson{})
	uitest.Type(p, "Maya")
	uitest.Press(p, "tab", "tab", "tab", "tab", "left", "tab", "tab")
	uitest.Type(p, "Sopir")
	if !saved(t, uitest.Press(p, "ctrl+s")) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	if maya := must(o.FindOne("maya")); maya.Number != "NON-0001" {
		t.Errorf("%+v", maya)
	}
}

// A record is corrected with a reason; the number that is there may stay.
func TestCorrectingAPerson(t *testing.T) {
	o := newOffice(t)
	p := o.person(t, "id", nav.EditPerson{Employee: o.ayu, Record: true})
	uitest.Press(p, "tab", "tab", "tab")
	uitest.Type(p, "S.Tr.Keb.")
	uitest.Press(p, "tab", "tab", "tab")
	uitest.Type(p, "30-6-2026")
	uitest.Press(p, "tab")
	uitest.Type(p, "SK pensiun")
	if !saved(t, uitest.Press(p, "enter")) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	e := must(o.Profile(o.ayu)).Employee
	if e.After != "S.Tr.Keb." || e.Left != 20260630 || e.Number != "197203031998111003" || e.Grade != "III/a" {
		t.Errorf("%+v", e)
	}
	list := must(o.Record(o.ayu, 1))
	if len(list) != 1 || list[0].Fact.Payload.Reason != "SK pensiun" {
		t.Errorf("%+v", list)
	}
}

// A transfer ends the old post the day before; an acting post stands beside.
func TestPosts(t *testing.T) {
	o := newOffice(t)
	p := o.post(t, nav.EditPost{Employee: o.ayu})
	uitest.Type(p, "Bidan Mahir")
	uitest.Press(p, "tab")
	uitest.Type(p, "pustu")
	uitest.Press(p, "enter", "tab", "tab", "tab")
	uitest.Type(p, "1-7-2026")
	asked := uitest.Press(p, "ctrl+s")
	if !saved(t, asked) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	plan := slices.ContainsFunc(asked, func(msg tea.Msg) bool {
		ask, ok := msg.(nav.AskMsg)
		return ok && strings.HasPrefix(ask.Question, "SKP 2026 untuk Ayu Kusuma belum ada. Buat dari instrumen Bidan (BIDAN)") &&
			ask.Yes() == tea.Msg(nav.OpenMsg{Route: nav.Positions{Year: 2026, Employee: o.ayu}})
	})
	if !plan {
		t.Errorf("the plan for the new post is not asked about: %v", asked)
	}
	posts := must(o.Profile(o.ayu)).Posts
	if len(posts) != 2 || posts[0].Position != "Bidan Mahir" || posts[0].Unit != o.next || posts[0].From != 20260701 || posts[1].To != 20260630 {
		t.Errorf("%+v", posts)
	}
	p = o.post(t, nav.EditPost{Employee: o.ayu})
	uitest.Type(p, "Penanggung Jawab Pustu")
	uitest.Press(p, "tab", "tab", "tab", "right") // Plt.
	if !strings.Contains(view(p), "tetap, di sampingnya") {
		t.Errorf("an acting post ends the other:\n%s", view(p))
	}
	if !saved(t, uitest.Press(p, "ctrl+s")) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	acting := false
	for _, x := range must(o.Profile(o.ayu)).Posts {
		acting = acting || x.Acting && x.To == 0
	}
	if !acting {
		t.Errorf("no acting post: %+v", must(o.Profile(o.ayu)).Posts)
	}
	// A post is corrected, and ended.
	old := must(o.Profile(o.ayu)).Posts
	p = o.post(t, nav.EditPost{Employee: o.ayu, Post: posts[0].ID})
	uitest.Press(p, "tab", "tab", "tab", "tab", "tab")
	uitest.Type(p, "31-12-2026")
	if !saved(t, uitest.Press(p, "ctrl+s")) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	for _, x := range must(o.Profile(o.ayu)).Posts {
		if x.ID == posts[0].ID && x.To != 20261231 {
			t.Errorf("%+v, before %+v", x, old)
		}
	}
}

func TestAnEndBeforeTheBeginning(t *testing.T) {
	o := newOffice(t)
	p := o.post(t, nav.EditPost{Employee: o.ayu, Post: must(o.Profile(o.ayu)).Posts[0].ID})
	uitest.Press(p, "tab", "tab", "tab", "tab", "tab")
	uitest.Type(p, "31-12-2019")
	if saved(t, uitest.Press(p, "ctrl+s")) || !strings.Contains(view(p), "akhir mendahului awal") {
		t.Errorf("taken, or not said:\n%s", view(p))
	}
}

// A transfer without its first day is refused beside the field.
func TestATransferNeedsItsDay(t *testing.T) {
	o := newOffice(t)
	p := o.post(t, nav.EditPost{Employee: o.ayu})
	uitest.Type(p, "Bidan Mahir")
	if saved(t, uitest.Press(p, "ctrl+s")) || !strings.Contains(view(p), "! belum diisi") {
		t.Errorf("taken, or not said:\n%s", view(p))
	}
}

// A unit is added, corrected, and does not become its own ancestor; a code that
// is taken says so.
func TestUnits(t *testing.T) {
	o := newOffice(t)
	p := o.unitForm(t, nav.EditUnit{})
	uitest.Type(p, "SD Negeri  7")
	if !strings.Contains(view(p), "[sekolah]") || !strings.Contains(view(p), "NPSN") {
		t.Errorf("the kind does not follow the name:\n%s", view(p))
	}
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "pkm-01")
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "ayu")
	uitest.Press(p, "enter")
	uitest.Type(p, "123")
	uitest.Press(p, "ctrl+s")
	if !strings.Contains(view(p), "NPSN harus 8 angka") {
		t.Errorf("an NPSN of three digits:\n%s", view(p))
	}
	uitest.Type(p, "45678")
	if saved(t, uitest.Press(p, "ctrl+s")) || !strings.Contains(view(p), "! sudah dipakai") {
		t.Errorf("a code that is taken:\n%s", view(p))
	}
	uitest.Press(p, "backspace")
	if !saved(t, uitest.Press(p, "ctrl+s")) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	found := false
	for _, u := range must(o.Units()) {
		found = found || u.Name == "SD Negeri 7" && u.Kind == model.UnitSchool && u.Code == "pkm-0" && u.Head == o.ayu && u.NPSN == "12345678"
	}
	if !found {
		t.Errorf("%+v", must(o.Units()))
	}
	p = o.unitForm(t, nav.EditUnit{Unit: o.unit})
	uitest.Press(p, "tab", "tab", "tab")
	uitest.Type(p, "pustu")
	if !strings.Contains(view(p), "tidak ada yang cocok") {
		t.Errorf("a unit under one that lies below it:\n%s", view(p))
	}
}

// What can be edited of a person is listed, and leads to its form.
func TestChoice(t *testing.T) {
	o := newOffice(t)
	c := edit.NewChoice(o.env(t, "id"), o, nav.EditPerson{Employee: o.ayu})
	uitest.Open(c, 78, 20)
	post := must(o.Profile(o.ayu)).Posts[0].ID
	for keys, want := range map[string]nav.Route{
		"home enter": nav.EditPerson{Employee: o.ayu, Record: true}, "home down enter": nav.EditPost{Employee: o.ayu, Post: post},
		"end up up enter": nav.EditPost{Employee: o.ayu}, "end up enter": nav.Transfer{Employee: o.ayu}, "end enter": nav.Leave{Employee: o.ayu}, "a": nav.EditPost{Employee: o.ayu},
	} {
		if asked := uitest.Press(c, strings.Fields(keys)...); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v", keys, asked)
		}
	}
}

// A change elsewhere brings new choices, and leaves what is being typed.
func TestTypingOutlivesAChange(t *testing.T) {
	o := newOffice(t)
	p := o.person(t, "id", nav.EditPerson{})
	uitest.Type(p, "Budi")
	must(o.AddUnit(model.Unit{Name: "Pustu Baru"}))
	uitest.Run(p, p.Init())
	if !strings.Contains(view(p), "Budi") {
		t.Errorf("what was typed is gone:\n%s", view(p))
	}
	uitest.Press(p, "tab", "tab", "tab", "tab", "tab", "tab", "tab")
	uitest.Type(p, "baru")
	if !strings.Contains(view(p), "Pustu Baru") {
		t.Errorf("the new unit is not offered:\n%s", view(p))
	}
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				o := newOffice(t)
				env := o.env(t, language)
				pages := []nav.Screen{
					edit.NewPerson(env, o, nav.EditPerson{}, o.unit), edit.NewPerson(env, o, nav.EditPerson{Employee: o.ayu, Record: true}, o.unit),
					edit.NewChoice(env, o, nav.EditPerson{Employee: o.ayu}), edit.NewPost(env, o, nav.EditPost{Employee: o.ayu}),
					edit.NewPost(env, o, nav.EditPost{Employee: o.ayu, Post: must(o.Profile(o.ayu)).Posts[0].ID}),
					edit.NewUnit(env, o, nav.EditUnit{}, o.unit), edit.NewUnit(env, o, nav.EditUnit{Unit: o.unit}, o.unit),
				}
				var views []string
				for _, p := range pages {
					uitest.Open(p, size[0], size[1])
					uitest.Fits(t, p.View(), size[0], size[1])
					views = append(views, p.Title()+"\n"+p.View())
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A new unit is proposed below the one the list was on, else below one's own.
func TestANewUnitIsProposedBelowAnother(t *testing.T) {
	o := newOffice(t)
	for parent, want := range map[model.UnitID]string{"": "Puskesmas Tanjung Raya", o.next: "Pustu Lubuk"} {
		if got := view(o.unitForm(t, nav.EditUnit{Parent: parent})); !strings.Contains(got, want) {
			t.Errorf("below %q:\n%s", parent, got)
		}
	}
}

// From "nobody is named as evaluator" the cursor stands on the evaluator. A name
// that is on no list is introduced in the same form; typing does not touch the
// position.
func TestTheOwnEvaluatorIsOnNoList(t *testing.T) {
	o := newOffice(t)
	p := o.post(t, nav.EditPost{Employee: o.me, Post: must(o.Profile(o.me)).Posts[0].ID, Field: "evaluator"})
	uitest.Type(p, "drg. Budi Harahap")
	if got := view(p); !strings.Contains(got, "Kepala Puskesmas") || !strings.Contains(got, "tambah drg. Budi Harahap sebagai Penilai di luar unit") {
		t.Fatalf("nothing to go on with:\n%s", got)
	}
	uitest.Press(p, "enter")
	if got := view(p); !strings.Contains(got, "Penilai di luar unit") || !strings.Contains(got, "Instansi/unit") {
		t.Fatalf("nobody is asked about:\n%s", got)
	}
	uitest.Press(p, "tab")
	uitest.Type(p, "197203031998111003")
	uitest.Press(p, "tab")
	if got := view(p); !strings.Contains(got, "sudah NIP Ayu Kusuma") {
		t.Errorf("a number of somebody who is here:\n%s", got)
	}
	uitest.Press(p, "up", "ctrl+u")
	uitest.Type(p, "197005061995031001")
	uitest.Press(p, "tab")
	uitest.Type(p, "Kepala Dinas Kesehatan")
	uitest.Press(p, "tab")
	uitest.Type(p, "pustu lubuk")
	if saved(t, uitest.Press(p, "ctrl+s")) || !strings.Contains(view(p), "! ini unit kerja di sini") {
		t.Errorf("a unit of one's own as the office above:\n%s", view(p))
	}
	uitest.Press(p, "ctrl+u")
	uitest.Type(p, "Dinas Kesehatan")
	if !saved(t, uitest.Press(p, "ctrl+s")) {
		t.Fatalf("not saved:\n%s", view(p))
	}
	want := tenure.Outsider{
		Person:   model.Employee{Number: "197005061995031001", Name: "Budi Harahap", Before: "drg."},
		Position: "Kepala Dinas Kesehatan", Office: "Dinas Kesehatan", Above: o.unit,
	}
	if *o.above != want {
		t.Errorf("%+v", *o.above)
	}
}

// An office is proposed below nobody: it stands above the unit at hand. A pustu is
// proposed below that one.
func TestOfficeIsProposedBelowNobody(t *testing.T) {
	o := newOffice(t)
	for name, want := range map[string]model.UnitID{"Pustu Hulu": o.unit, "Dinas Kesehatan": ""} {
		p := edit.NewUnit(o.env(t, "id"), o, nav.EditUnit{}, o.unit)
		uitest.Open(p, 78, 20)
		uitest.Type(p, name)
		uitest.Press(p, "ctrl+s")
		found := false
		for _, u := range must(o.Units()) {
			if u.Name == name {
				found = true
				if u.Parent != want {
					t.Errorf("%s lies below %q", name, u.Parent)
				}
			}
		}
		if !found {
			t.Errorf("%s was not kept:\n%s", name, p.View())
		}
	}
}
