package objection_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	contested "kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/objection"
	"kinerja/ui/uitest"
)

var q3 = model.PeriodAt(model.Quarter, 2026_09_30)

// desk is a real desk with what the pages ask of it.
type desk struct{ follow.Desk }

func (d desk) ObjectionsOf(who model.EmployeeID) ([]contested.Row, error) {
	return d.Objections(follow.Asked{Employee: who})
}

func (d desk) Voiced(said voice.Said) (objection.Keeper, error) {
	other, err := d.Desk.Voiced(said)
	return follow.Desk{Desk: other}, err
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

// case_ is one received evaluation in the sample district: rated below and meets, by
// the head of the clinic, whose evaluator decides.
type case_ struct {
	s                    *store.Store
	plan                 model.Plan
	staff, head, above   model.EmployeeID
	name, judge, decider string
}

func newCase(t *testing.T) case_ {
	t.Helper()
	s, district := storetest.District(t, 60)
	owner := storetest.Owner(s)
	c := case_{s: s, head: district.Head()}
	head := must(owner.Profile(c.head))
	c.above, c.judge, c.decider = head.Evaluator.ID, head.Employee.FullName(), head.Evaluator.FullName()
	rows, _, _, err := owner.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Post.Evaluator == c.head && must(owner.Evaluation(r.Plan.ID, q3)).State < model.Shared {
			c.plan, c.staff = r.Plan, r.Plan.Employee
			break
		}
	}
	if c.plan.ID == "" || c.above == "" {
		t.Fatal("the sample has nobody to object")
	}
	c.name = must(owner.Profile(c.staff)).Employee.FullName()
	judge := c.as(c.head, model.RoleEvaluator)
	must(judge.Mark(c.plan.ID, q3, store.Rating{Result: model.Below, Behaviour: model.Meets, Reason: "bukti", Rules: rules.PermenPANRB6()}))
	must(judge.Move(c.plan.ID, q3, model.Shared, model.Word{On: 2026_10_01}, rules.PermenPANRB6()))
	must(c.as(c.staff).Move(c.plan.ID, q3, model.Received, model.Word{On: 2026_10_02}, rules.PermenPANRB6()))
	return c
}

func (c case_) as(who model.EmployeeID, roles ...model.Role) desk {
	return desk{follow.Desk{Desk: c.s.As(model.Actor{ID: string(who), Employee: who, Roles: model.RolesOf(append(roles, model.RoleStaff)...), Via: model.Signed})}}
}

func (c case_) page(t *testing.T, d desk, language string, width, height int) *objection.Page {
	env := uitest.Env(t, language)
	env.Me = d.Actor()
	p := objection.New(env, d, nav.Objection{Plan: c.plan.ID, Period: q3})
	uitest.Open(p, width, height)
	return p
}

func (c case_) form(t *testing.T, d desk, do model.Verb, language string, width, height int) *objection.Form {
	env := uitest.Env(t, language)
	env.Me = d.Actor()
	p := objection.NewForm(env, d, nav.EditObjection{Plan: c.plan.ID, Period: q3, Do: do})
	uitest.Open(p, width, height)
	return p
}

func text(s string) string { return strings.Join(strings.Fields(ansi.Strip(s)), " ") }

// The page from receipt to decision and all of its forms, in every size.
func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				c := newCase(t)
				me, judge, above := c.as(c.staff), c.as(c.head, model.RoleEvaluator), c.as(c.above, model.RoleEvaluator, model.RoleSuperior)
				var views []string
				see := func(d desk, do ...model.Verb) {
					views = append(views, c.page(t, d, language, size[0], size[1]).View())
					for _, verb := range do {
						views = append(views, c.form(t, d, verb, language, size[0], size[1]).View())
					}
				}
				see(me, contested.VerbFile)
				views = append(views, c.form(t, judge, contested.VerbFile, language, size[0], size[1]).View())
				o := must(me.FileObjection(c.plan.ID, q3, contested.Objection{
					Reason: "Vaksin kosong enam minggu di gudang kabupaten, dan itu sudah dilaporkan.", Papers: contested.Papers("Kartu stok = map 3"),
					Asked: contested.Ratings{Result: model.Meets, Behaviour: model.Meets},
				}, model.Word{}))
				see(judge, contested.VerbExplain)
				must(judge.ExplainObjection(c.staff, o.ID, "Stok kosong dua minggu.", model.Word{}))
				must(above.HearObjection(c.staff, o.ID, contested.Hearing{Staff: "Menunjukkan kartu stok", Evaluator: "Belum melihatnya"}))
				see(above, contested.VerbHear, contested.VerbDecide, contested.VerbWithdraw)
				must(above.DecideObjection(c.staff, o.ID, contested.Upheld, contested.Ratings{}, "Kartu stok benar.", model.Word{}, rules.PermenPANRB6()))
				p := c.page(t, me, language, size[0], size[1])
				views = append(views, p.View())
				uitest.Press(p, "end")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// Each does their part by the forms: the person files with the ratings they ask for,
// the evaluator explains, the superior changes them; the evaluation goes along.
func TestEachByTheirOwnWord(t *testing.T) {
	c := newCase(t)
	me, judge, above := c.as(c.staff), c.as(c.head, model.RoleEvaluator), c.as(c.above, model.RoleEvaluator, model.RoleSuperior)
	f := c.form(t, me, contested.VerbFile, "id", 78, 24)
	if !strings.Contains(text(f.View()), "Ini pernyataan Anda sendiri.") || strings.Contains(text(f.View()), "Menurut") {
		t.Errorf("whose word:\n%s", f.View())
	}
	uitest.Type(f, "Vaksin kosong")
	uitest.Press(f, "tab")
	uitest.Type(f, "Kartu stok = map 3")
	uitest.Press(f, "tab", "right", "tab", "left", "ctrl+s")
	list := must(me.ObjectionsOf(c.staff))
	if len(list) != 1 || list[0].Reason != "Vaksin kosong" || len(list[0].Papers) != 1 || list[0].Papers[0].Where != "map 3" || !list[0].Asked.Given() || list[0].Words[0].Via != model.Signed {
		t.Fatalf("%+v\n%s", list, f.View())
	}
	f = c.form(t, judge, contested.VerbExplain, "id", 78, 24)
	uitest.Type(f, "Stok kosong dua minggu")
	uitest.Press(f, "ctrl+s")
	f = c.form(t, above, contested.VerbHear, "id", 78, 24)
	if uitest.Press(f, "ctrl+s"); !strings.Contains(text(f.View()), "salah satu pihak") {
		t.Errorf("a hearing in which nobody spoke:\n%s", f.View())
	}
	uitest.Type(f, "Menunjukkan kartu stok")
	uitest.Press(f, "ctrl+s")
	f = c.form(t, above, contested.VerbDecide, "id", 78, 24)
	uitest.Press(f, "end", "right", "right")
	for range 3 {
		if !strings.Contains(text(f.View()), "[diubah]") {
			uitest.Press(f, "right")
		}
	}
	uitest.Press(f, "tab", "tab", "tab")
	uitest.Type(f, "Sama saja")
	if uitest.Press(f, "ctrl+s"); !strings.Contains(text(f.View()), "rating sama dengan semula") || f.Unsaved() == "" {
		t.Fatalf("a change that changes nothing:\n%s", f.View())
	}
	uitest.Press(f, "left", "left")
	if !strings.Contains(text(f.View()), "Predikat: Butuh perbaikan → Baik") {
		t.Errorf("what it comes to:\n%s", f.View())
	}
	uitest.Press(f, "ctrl+s")
	list = must(me.ObjectionsOf(c.staff))
	if list[0].Outcome != contested.Changed || list[0].New.Result == model.Below || list[0].Old.Result != model.Below || len(list[0].Hearings) != 1 || list[0].Account == "" {
		t.Fatalf("%+v\n%s", list[0], f.View())
	}
	e := must(me.Evaluation(c.plan.ID, q3))
	if e.State != model.Decided || e.Predicate != list[0].New.Predicate || e.Predicate == model.NeedsImprovement {
		t.Errorf("%+v", e)
	}
}

// What somebody else types names its letter, and what cannot be done says why.
func TestRecordedFromALetter(t *testing.T) {
	c := newCase(t)
	judge := c.as(c.head, model.RoleEvaluator)
	f := c.form(t, judge, contested.VerbFile, "id", 78, 24)
	uitest.Type(f, "Vaksin kosong")
	uitest.Press(f, "tab", "tab", "tab")
	if uitest.Press(f, "ctrl+s"); len(must(judge.ObjectionsOf(c.staff))) != 0 {
		t.Fatalf("kept without a letter:\n%s", f.View())
	}
	uitest.Type(f, "surat 12")
	uitest.Press(f, "ctrl+s")
	list := must(judge.ObjectionsOf(c.staff))
	if len(list) != 1 || list[0].Words[0].Via != model.Recorded || list[0].Words[0].Whose != c.staff || list[0].Words[0].Document != "surat 12" {
		t.Fatalf("%+v\n%s", list, f.View())
	}
	p := c.page(t, judge, "id", 78, 40)
	why := map[string]string{}
	for _, a := range p.Actions() {
		why[a.ID] = a.Why
	}
	if why["object"] != "keberatan sudah diajukan dan belum diputus" || why["edit"] != "" || why["undo"] != "" || why["enter"] == "" {
		t.Errorf("%v", why)
	}
	if !strings.Contains(text(p.View()), "dicatat oleh "+c.judge+" menurut surat 12") {
		t.Errorf("how it is known:\n%s", p.View())
	}
	mine := c.page(t, c.as(c.staff), "id", 78, 40)
	for _, a := range mine.Actions() {
		if a.Why != uitest.Env(t, "id").Refusal() && (a.ID == "enter" || a.ID == "edit" || a.ID == "note") {
			t.Errorf("who was rated is offered %s (%s)", a.ID, a.Why)
		}
	}
}

// Who has a PIN says it at that moment on somebody else's desk; a wrong one is
// refused beside its field, and nothing is kept.
func TestByTheirOwnPIN(t *testing.T) {
	c := newCase(t)
	_, err := c.s.As(model.Owner(c.head, c.judge)).Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"},
		user.New{User: user.User{Name: "pegawai", Employee: c.staff}, Secret: "602915"})
	if err != nil {
		t.Fatal(err)
	}
	who, _, err := c.s.Enter("pegawai", "602915")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.s.As(who).ChangeSecret("602915", "284067"); err != nil {
		t.Fatal(err)
	}
	me, _, err := c.s.Enter("sari", "830217")
	if err != nil {
		t.Fatal(err)
	}
	d := desk{follow.Desk{Desk: c.s.As(me)}}
	f := c.form(t, d, contested.VerbFile, "id", 78, 30)
	uitest.Type(f, "Vaksin kosong")
	uitest.Press(f, "tab", "tab", "tab", "right", "tab")
	uitest.Type(f, "111111")
	if uitest.Press(f, "ctrl+s"); len(must(d.ObjectionsOf(c.staff))) != 0 || f.Unsaved() == "" {
		t.Fatalf("a wrong PIN:\n%s", f.View())
	}
	uitest.Type(f, "284067")
	uitest.Press(f, "ctrl+s")
	list := must(d.ObjectionsOf(c.staff))
	if len(list) != 1 || list[0].Words[0].Via != model.Signed || list[0].Words[0].By != c.staff {
		t.Fatalf("%+v\n%s", list, f.View())
	}
}

// Enter does what comes next: files where nobody objected yet, decides where somebody
// did.
func TestEnterDoesWhatComesNext(t *testing.T) {
	c := newCase(t)
	keeper := desk{follow.Desk{Desk: c.s.As(model.Owner(c.head, "dr. Sari"))}}
	leads := func() model.Verb {
		for _, msg := range uitest.Press(c.page(t, keeper, "id", 78, 20), "enter") {
			if m, ok := msg.(nav.OpenMsg); ok {
				return m.Route.(nav.EditObjection).Do
			}
		}
		return ""
	}
	if got := leads(); got != contested.VerbFile {
		t.Errorf("before an objection Enter leads to %q", got)
	}
	must(c.as(c.staff).FileObjection(c.plan.ID, q3, contested.Objection{Reason: "Vaksin kosong"}, model.Word{}))
	if got := leads(); got != contested.VerbDecide {
		t.Errorf("of an open objection Enter leads to %q", got)
	}
}
