package skp_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/matrix"
	"kinerja/ui/screen/skp"
	"kinerja/ui/uitest"
)

// office is a clinic whose head evaluates two midwives, with drafts for 2026.
type office struct {
	*store.Desk
	file      *store.Store
	head, ani model.Plan
}

func newOffice(t *testing.T) office {
	t.Helper()
	s := storetest.Open(t)
	d := storetest.Owner(s)
	u, err := d.AddUnit(model.Unit{Name: "Puskesmas Uji", Code: "PU", Kind: model.UnitClinic})
	if err != nil {
		t.Fatal(err)
	}
	person := func(name, number, position string, evaluator model.EmployeeID) model.Employee {
		e, err := d.AddEmployee(model.Employee{Name: name, Number: model.NIP(number)}, model.Post{Unit: u.ID, Position: position, From: 20200101, Evaluator: evaluator})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	head := person("Sari Wulandari", "197505052000032003", "Kepala Puskesmas", "")
	ani := person("Ani Lestari", "198101012005012001", "Bidan Terampil", head.ID)
	person("Budi Santoso", "198202022006021002", "Bidan Terampil", head.ID)
	o := office{file: s, Desk: s.As(model.Owner(head.ID, "Sari Wulandari"))}
	made, err := o.MakePlans(planning.Order{Year: 2026, Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range made.Plans {
		switch p.Employee {
		case head.ID:
			o.head = p
		case ani.ID:
			o.ani = p
		}
	}
	o.write(t, o.head.ID, planning.PutOutcome(model.Outcome{Text: "Kematian ibu dan bayi turun"}, nil), planning.PutOutcome(model.Outcome{Text: "Pasien puas"}, nil))
	return o
}

func (o office) write(t *testing.T, id model.PlanID, edits ...planning.Edit) model.Plan {
	t.Helper()
	p, err := o.WritePlan(id, edits...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (o office) plan(t *testing.T) model.Plan {
	t.Helper()
	p, err := o.Plan(o.ani.ID)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// filled writes a whole plan for Ani.
func (o office) filled(t *testing.T) {
	t.Helper()
	head, err := o.Plan(o.head.ID)
	if err != nil {
		t.Fatal(err)
	}
	o.write(t, o.ani.ID,
		planning.PutOutcome(model.Outcome{Text: "Bayi di wilayah kerja mendapat imunisasi dasar lengkap sesuai umur, juga yang pindah masuk", Serves: model.Served{Plan: head.ID, Outcomes: []model.ElementID{head.Outline.Outcomes[0].ID}}},
			[]model.ElementID{o.ani.Measures[0].ID, o.ani.Measures[1].ID}),
		planning.PutOutcome(model.Outcome{Text: "Panitia HUT RI", Additional: true}, []model.ElementID{o.ani.Measures[7].ID}),
		planning.Expect("pelayanan", "Menyapa setiap pasien dengan nama"),
		planning.PutLine(planning.Resources, model.Line{Text: "Dua kader posyandu"}),
		planning.Approached(model.Qualitative), planning.InWords(o.ani.Measures[7].ID, "Upacara terlaksana tertib"),
	)
}

// act runs the action of an identity, as the menu does.
func act(t *testing.T, p nav.Screen, id string) {
	t.Helper()
	for _, a := range p.Actions() {
		if a.ID == id {
			if a.Why != "" {
				t.Fatalf("%s: %s", id, a.Why)
			}
			uitest.Run(p, a.Run())
			return
		}
	}
	t.Fatalf("no action %s", id)
}

// sure presses keys and answers the question that follows with yes.
func sure(t *testing.T, p nav.Screen, keys ...string) {
	t.Helper()
	for _, msg := range uitest.Press(p, keys...) {
		if ask, ok := msg.(nav.AskMsg); ok {
			uitest.Run(p, ask.Yes)
			return
		}
	}
	t.Fatalf("%v asks nothing", keys)
}

func whyNot(p nav.Screen, id string) string {
	for _, a := range p.Actions() {
		if a.ID == id {
			return a.Why
		}
	}
	return "no such action"
}

// The plan, its forms and the matrix, in every size and language.
func TestPages(t *testing.T) {
	o := newOffice(t)
	empty := o.head.ID
	o.filled(t)
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				env := uitest.Env(t, language)
				env.Me = o.Actor()
				p := skp.New(env, o, nav.SKP{Plan: o.ani.ID})
				uitest.Open(p, size[0], size[1])
				views := []string{p.View()}
				uitest.Press(p, "e")
				views = append(views, p.View())
				uitest.Press(p, "esc", "end")
				views = append(views, p.View())
				uitest.Press(p, "a")
				views = append(views, p.View())
				q := skp.New(env, o, nav.SKP{Plan: empty})
				uitest.Open(q, size[0], size[1])
				m := matrix.New(env, o, nav.Matrix{Plan: o.head.ID})
				uitest.Open(m, size[0], size[1])
				views = append(views, q.View(), m.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A result is added by a form, with its measures and the superior's result; what
// is no code of the plan is said beside the field.
func TestAddAResult(t *testing.T) {
	o := newOffice(t)
	p := skp.New(uitest.Env(t, "id"), o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 20)
	uitest.Press(p, "a")
	uitest.Type(p, "Bayi sehat")
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "IDL, XYZ")
	uitest.Press(p, "ctrl+s")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "tidak ada indikator XYZ") || len(o.plan(t).Outline.Outcomes) != 0 {
		t.Fatalf("kept, or not said:\n%s", view)
	}
	for range 5 {
		uitest.Press(p, "backspace")
	}
	uitest.Press(p, "tab")
	uitest.Type(p, "kematian")
	uitest.Press(p, "enter", "ctrl+s")
	got := o.plan(t).Outline
	if len(got.Outcomes) != 1 || got.Outcomes[0].Text != "Bayi sehat" || got.Outcomes[0].Serves.Plan != o.head.ID || got.Yardstick(o.ani.Measures[0].ID).Outcome != got.Outcomes[0].ID {
		t.Errorf("kept %+v\n%s", got, ansi.Strip(p.View()))
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "1. Bayi sehat") || !strings.Contains(view, "Kematian ibu dan bayi turun") {
		t.Errorf("the page shows:\n%s", view)
	}
}

// What was typed comes back after a power cut, into the same form.
func TestDraft(t *testing.T) {
	o := newOffice(t)
	env := uitest.Env(t, "id")
	p := skp.New(env, o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 20)
	uitest.Press(p, "a")
	uitest.Type(p, "Ibu hamil sehat")
	name, text := p.Draft()
	again := skp.New(env, o, nav.SKP{Plan: o.ani.ID})
	if at, _ := again.Draft(); at != name || text == "" {
		t.Fatalf("draft %q %q, %q", name, text, at)
	}
	again.Redraft(text)
	uitest.Open(again, 78, 20)
	if view := ansi.Strip(again.View()); !strings.Contains(view, "Ibu hamil sehat") || again.Unsaved() == "" {
		t.Fatalf("the form shows:\n%s", view)
	}
	uitest.Press(again, "ctrl+s")
	if list := o.plan(t).Outline.Outcomes; len(list) != 1 || list[0].Text != "Ibu hamil sehat" {
		t.Errorf("kept %+v", list)
	}
	if _, text := again.Draft(); text != "" {
		t.Errorf("a draft is left: %s", text)
	}
}

// From draft to agreed and back: each step says why it cannot be taken, needs its
// reason, and is seen on the page.
func TestSteps(t *testing.T) {
	o := newOffice(t)
	env := uitest.Env(t, "id")
	env.Me = o.Actor()
	p := skp.New(env, o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 20)
	if why := whyNot(p, "share"); !strings.Contains(why, "belum ada RHK utama") {
		t.Errorf("submitting an empty plan: %q", why)
	}
	o.filled(t)
	uitest.Run(p, p.Init())
	if why := whyNot(p, planning.Return); !strings.Contains(why, "Hanya SKP yang diajukan") {
		t.Errorf("returning a draft: %q", why)
	}
	uitest.Press(p, "s", "ctrl+s") // for somebody else: from a paper alone
	if o.plan(t).State != model.PlanDraft {
		t.Fatalf("submitted for another without a document: %v", o.plan(t).State)
	}
	uitest.Type(p, "SKP 1 Ani")
	uitest.Press(p, "ctrl+s")
	if view := ansi.Strip(p.View()); o.plan(t).State != model.PlanSubmitted || o.plan(t).Words[0].Document != "SKP 1 Ani" {
		t.Fatalf("not submitted: %v\n%s", o.plan(t).State, view)
	}
	if why := whyNot(p, "edit"); !strings.Contains(why, "tidak dapat diubah") {
		t.Errorf("writing in a submitted plan: %q", why)
	}
	act(t, p, planning.Return)
	uitest.Press(p, "ctrl+s")
	if o.plan(t).State != model.PlanSubmitted {
		t.Fatal("returned without a reason")
	}
	uitest.Type(p, "target K6 terlalu rendah")
	uitest.Press(p, "ctrl+s")
	if view := ansi.Strip(p.View()); o.plan(t).State != model.PlanReturned || !strings.Contains(view, "alasan: target K6 terlalu rendah") {
		t.Fatalf("%v:\n%s", o.plan(t).State, view)
	}
	act(t, p, planning.Agree)
	uitest.Press(p, "ctrl+s")
	if o.plan(t).State != model.PlanReturned {
		t.Fatal("agreed on no paper, without having been submitted")
	}
	uitest.Type(p, "SKP 7")
	uitest.Press(p, "ctrl+s")
	if o.plan(t).State != model.PlanAgreed {
		t.Fatalf("not agreed: %v\n%s", o.plan(t).State, ansi.Strip(p.View()))
	}
	act(t, p, planning.Reopen)
	uitest.Type(p, "tugas bertambah")
	uitest.Press(p, "ctrl+s")
	if o.plan(t).State != model.PlanRevised || whyNot(p, "add") != "" {
		t.Errorf("%v, %q", o.plan(t).State, whyNot(p, "add"))
	}
	act(t, p, planning.Agree) // from now on, as it is offered, and not from January
	uitest.Press(p, "tab")
	uitest.Type(p, "Adendum 1")
	uitest.Press(p, "ctrl+s")
	plan := o.plan(t)
	if n := len(plan.Agreements); n != 2 || plan.Agreements[1].From != model.PeriodAt(model.Quarter, env.Today()) {
		t.Errorf("%d agreements, the last from %v\n%s", n, plan.Agreements[n-1].From, ansi.Strip(p.View()))
	}
}

// One's own plan is handed in by a yes alone: no paper is asked for.
func TestOwnWordNeedsNoPaper(t *testing.T) {
	o := newOffice(t)
	env := uitest.Env(t, "id")
	env.Me = o.Actor()
	head, err := o.Plan(o.head.ID)
	if err != nil {
		t.Fatal(err)
	}
	var all []model.ElementID
	for _, m := range head.Measures {
		all = append(all, m.ID)
	}
	for _, x := range head.Outline.Outcomes {
		o.write(t, head.ID, planning.PutOutcome(x, all[:1]))
		all = all[1:]
	}
	p := skp.New(env, o, nav.SKP{Plan: head.ID})
	uitest.Open(p, 78, 20)
	sure(t, p, "s")
	if head, err = o.Plan(head.ID); err != nil || head.State != model.PlanSubmitted || head.Words[0].Via != model.Own {
		t.Errorf("%v %+v %v", head.State, head.Words, err)
	}
}

// The plan of this year becomes the draft of the next by one key and a yes; a
// second time says that it is there.
func TestCopyIntoTheNextYear(t *testing.T) {
	o := newOffice(t)
	o.filled(t)
	env := uitest.Env(t, "id")
	env.Me = o.Actor()
	p := skp.New(env, o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 20)
	copied := func() (opened nav.Route, said string) {
		for _, msg := range uitest.Press(p, "c") {
			if ask, ok := msg.(nav.AskMsg); ok {
				for _, msg := range uitest.Run(p, ask.Yes) {
					switch m := msg.(type) {
					case nav.OpenMsg:
						opened = m.Route
					case nav.SaidMsg:
						said = m.Text
					}
				}
			}
		}
		return opened, said
	}
	next := model.PlanOf(o.ani.Post, 2027)
	opened, said := copied()
	if opened != (nav.SKP{Plan: next}) || !strings.Contains(said, "konsep SKP 2027 dibuat") {
		t.Errorf("opened %+v, said %q", opened, said)
	}
	if made, err := o.Plan(next); err != nil || made.State != model.PlanDraft || len(made.Outline.Outcomes) != 2 {
		t.Errorf("made %v %+v, %v", made.State, made.Outline.Outcomes, err)
	}
	listed := skp.New(env, o, nav.SKP{Plan: o.ani.ID, Copy: true}) // from the list: asks at once
	asked := false
	for _, msg := range uitest.Open(listed, 78, 20) {
		ask, ok := msg.(nav.AskMsg)
		asked = asked || ok && strings.Contains(ask.Question, "konsep SKP 2027")
	}
	if !asked || listed.Place() != (nav.SKP{Plan: o.ani.ID}) {
		t.Errorf("asked %v, comes back to %+v", asked, listed.Place())
	}
	if opened, said = copied(); opened != nil || !strings.Contains(said, "sudah punya SKP 2027") {
		t.Errorf("again opened %+v, said %q", opened, said)
	}
}

// PgDn takes the cursor along: what is edited or removed is what one sees.
func TestPagingTakesTheCursorAlong(t *testing.T) {
	o := newOffice(t)
	o.filled(t)
	p := skp.New(uitest.Env(t, "id"), o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 12)
	for _, key := range []string{"pgdown", "pgdown", "pgdown", "pgup", "end", "pgup", "home", "pgdown"} {
		uitest.Press(p, key)
		if view := ansi.Strip(p.View()); !strings.Contains(view, "▸") && whyNot(p, "edit") == "" {
			t.Errorf("after %s what is edited is not in sight:\n%s", key, view)
		}
	}
}

// The guide lines stand under each value, as on the form; a line that was added has
// the cursor.
func TestGuidesAndNewLine(t *testing.T) {
	o := newOffice(t)
	o.filled(t)
	p := skp.New(uitest.Env(t, "id"), o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 200)
	if view := ansi.Strip(p.View()); !strings.Contains(view, "· Memahami dan memenuhi kebutuhan masyarakat") {
		t.Errorf("no guides:\n%s", view)
	}
	p.Resize(78, 12)
	uitest.Press(p, "end", "a")
	uitest.Type(p, "Teguran tertulis")
	uitest.Press(p, "ctrl+s")
	for _, line := range strings.Split(ansi.Strip(p.View()), "\n") {
		if strings.Contains(line, "▸") && strings.Contains(line, "Teguran tertulis") {
			return
		}
	}
	t.Errorf("the cursor is elsewhere:\n%s", ansi.Strip(p.View()))
}

// Whoever evaluates nobody has no matrix with holes.
func TestMatrixOfNobody(t *testing.T) {
	o := newOffice(t)
	o.filled(t)
	m := matrix.New(uitest.Env(t, "id"), o, nav.Matrix{Plan: o.ani.ID})
	uitest.Open(m, 78, 20)
	if view := ansi.Strip(m.View()); strings.Contains(view, "belum ada yang mendukung") || !strings.Contains(view, "tidak menilai pegawai lain") {
		t.Errorf("the matrix says:\n%s", view)
	}
}

// The form of a result lists the codes with what they mean.
func TestCodesHaveNames(t *testing.T) {
	o := newOffice(t)
	p := skp.New(uitest.Env(t, "id"), o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 30)
	uitest.Press(p, "a", "tab", "tab")
	view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
	if g := o.ani.Measures[1].Gauge; !strings.Contains(view, g.Code+" "+g.Name.In("id")) {
		t.Errorf("the form says:\n%s", view)
	}
}

// A result is removed after a question.
func TestRemove(t *testing.T) {
	o := newOffice(t)
	o.filled(t)
	p := skp.New(uitest.Env(t, "id"), o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 20)
	sure(t, p, "delete")
	if list := o.plan(t).Outline.Outcomes; len(list) != 1 || list[0].Text != "Panitia HUT RI" {
		t.Errorf("left %+v", list)
	}
}
