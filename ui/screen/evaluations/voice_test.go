package evaluations_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/uitest"
)

// Voiced opens the desk on which another's word is said.
func (d *desk) Voiced(said voice.Said) (evaluations.Judge, error) { return d.Desk.Voiced(said) }

// aside is the clinic kept by its head, where somebody else evaluates one person:
// both of them.
func aside(t *testing.T) (d *desk, env nav.Env, unit model.UnitID, about, evaluator model.BoardRow) {
	t.Helper()
	_, d, env, unit, about, evaluator = file(t)
	return d, env, unit, about, evaluator
}

// file is aside with the file itself.
func file(t *testing.T) (s *store.Store, d *desk, env nav.Env, unit model.UnitID, about, evaluator model.BoardRow) {
	t.Helper()
	s, sample := storetest.District(t, 120)
	owner := storetest.Owner(s)
	units, err := owner.Units()
	if err != nil {
		t.Fatal(err)
	}
	for id, u := range units {
		if u.Name == "Puskesmas Tanjung Raya" {
			unit = id
		}
	}
	b, err := owner.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.Rows {
		switch {
		case r.Staff.Employee == sample.Head() || r.Post.Evaluator != sample.Head():
		case evaluator.Plan.ID == "":
			evaluator = r
		case about.Plan.ID == "" && fresh(r):
			about = r
		}
	}
	post := about.Post
	post.Evaluator = evaluator.Staff.Employee
	if err := owner.EditPost(post, "koordinator"); err != nil {
		t.Fatal(err)
	}
	me := model.Owner(sample.Head(), "dr. Sari Wulandari")
	env = uitest.Env(t, "id")
	env.Me = me
	return s, &desk{Desk: s.As(me)}, env, unit, about, evaluator
}

// last is the newest word on somebody's evaluation.
func last(t *testing.T, d *desk, plan model.PlanID) model.Word {
	t.Helper()
	e, err := d.Evaluation(plan, q3)
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Words) == 0 {
		return model.Word{}
	}
	return e.Words[len(e.Words)-1]
}

// On the list who is another evaluator's is passed by until it is said from what
// letter they are rated; then as everybody, and their group is shared with the rest.
func TestTheListAsksForAnotherEvaluator(t *testing.T) {
	d, env, unit, about, evaluator := aside(t)
	p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, width, height)
	view := func() string { return ansi.Strip(p.View()) }
	list := rows(t, d, unit)
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == about.Plan.ID })
	if !strings.Contains(view(), "Penilainya "+evaluator.Staff.Name) {
		t.Errorf("it is not said whose they are:\n%s", view())
	}
	uitest.Press(p, "enter")
	if !p.Typing() || !strings.Contains(view(), "Anda menilai untuk "+evaluator.Staff.Name) {
		t.Fatalf("not asked:\n%s", view())
	}
	uitest.Type(p, "surat no. 7")
	uitest.Press(p, "enter", "enter", "s")
	if w := last(t, d, about.Plan.ID); w.Whose != evaluator.Staff.Employee || w.Document != "surat no. 7" {
		t.Fatalf("%+v\n%s", w, view())
	}
	uitest.Press(p, "s", "esc")
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == about.Plan.ID })
	if !strings.Contains(view(), "Anda menilai untuk") {
		t.Errorf("it is not said:\n%s", view())
	}
	own := put(t, p, list, func(r model.BoardRow) bool {
		return fresh(r) && r.Plan.ID != about.Plan.ID && r.Post.Evaluator == env.Me.Employee
	})
	uitest.Press(p, "enter", "s", "s", "esc")
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == own.Plan.ID })
	uitest.Press(p, "space")
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == about.Plan.ID })
	uitest.Press(p, "space", "s", "y")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != evaluator.Staff.Employee || w.Via != model.Recorded {
		t.Errorf("%+v\n%s", w, view())
	}
	if w := last(t, d, own.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != env.Me.Employee || w.Via != model.Own {
		t.Errorf("%+v\n%s", w, view())
	}
}

// Sharing asks too, and one's own staff notice nothing of it.
func TestSharingAsksForAnotherEvaluator(t *testing.T) {
	d, env, unit, about, evaluator := aside(t)
	if _, err := d.From("surat no. 7", 2026_10_01).Rate(about.Plan.ID, q3, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "x", Rules: env.Rules.File}); err != nil {
		t.Fatal(err)
	}
	p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, width, height)
	put(t, p, rows(t, d, unit), func(r model.BoardRow) bool { return r.Plan.ID == about.Plan.ID })
	uitest.Press(p, "s")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Anda menyampaikan untuk "+evaluator.Staff.Name) {
		t.Fatalf("not asked:\n%s", view)
	}
	uitest.Type(p, "surat no. 8")
	uitest.Press(p, "enter", "enter")
	if view := ansi.Strip(p.View()); strings.Contains(view, "Tanggal surat") {
		t.Fatalf("asked again:\n%s", view)
	}
	uitest.Press(p, "y")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbShare) || w.Document != "surat no. 8" {
		t.Errorf("%+v", w)
	}
	put(t, p, rows(t, d, unit), func(r model.BoardRow) bool { return fresh(r) && r.Post.Evaluator == env.Me.Employee })
	uitest.Press(p, "enter", "s")
	if view := ansi.Strip(p.View()); strings.Contains(view, "Anda men") {
		t.Errorf("one's own staff:\n%s", view)
	}
}

// A selection of one's own staff and another evaluator's: one's own go first, and it is
// said who follows; they stay selected, and then it is asked how that judgement comes
// here, once for all of them.
func TestASelectionOfTwoEvaluators(t *testing.T) {
	for language, want := range map[string]string{"id": "1 orang dinilai oleh %s: tetap terpilih", "en": "1 person is rated by %s: still selected"} {
		d, env, unit, about, evaluator := aside(t)
		env.Text = uitest.Env(t, language).Text
		list := rows(t, d, unit)
		own := list[slices.IndexFunc(list, func(r model.BoardRow) bool {
			return fresh(r) && r.Plan.ID != about.Plan.ID && r.Post.Evaluator == env.Me.Employee
		})]
		for _, r := range []model.BoardRow{about, own} {
			if _, err := d.From("surat no. 7", 2026_10_01).Rate(r.Plan.ID, q3, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "x", Rules: env.Rules.File}); err != nil {
				t.Fatal(err)
			}
		}
		p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
		uitest.Open(p, width, height)
		put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == own.Plan.ID })
		uitest.Press(p, "space")
		put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == about.Plan.ID })
		uitest.Press(p, "space")
		said := ""
		for _, msg := range uitest.Press(p, "s") {
			if m, ok := msg.(nav.SaidMsg); ok {
				said = m.Text
			}
		}
		if want := fmt.Sprintf(want, evaluator.Staff.Name); !strings.Contains(said, want) || p.Typing() || strings.Contains(ansi.Strip(p.View()), about.Staff.Name) {
			t.Fatalf("%q, want %q:\n%s", said, want, ansi.Strip(p.View()))
		}
		uitest.Press(p, "y")
		if w := last(t, d, own.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != env.Me.Employee {
			t.Fatalf("own: %+v", w)
		}
		if w := last(t, d, about.Plan.ID); w.Act == string(model.VerbShare) {
			t.Fatalf("shared with the others: %+v", w)
		}
		uitest.Press(p, "s")
		if !p.Typing() {
			t.Fatalf("not asked then:\n%s", ansi.Strip(p.View()))
		}
		uitest.Type(p, "surat no. 9")
		uitest.Press(p, "enter", "enter", "y")
		if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != evaluator.Staff.Employee || w.Document != "surat no. 9" {
			t.Errorf("%+v\n%s", w, ansi.Strip(p.View()))
		}
	}
}

// One PIN of the evaluator is enough for all of theirs that are selected: what is shared
// then is their own word, of each of them.
func TestOnePINForAllOfTheirs(t *testing.T) {
	s, d, env, unit, about, evaluator := file(t)
	list := rows(t, d, unit)
	second := list[slices.IndexFunc(list, func(r model.BoardRow) bool {
		return fresh(r) && r.Plan.ID != about.Plan.ID && r.Plan.ID != evaluator.Plan.ID && r.Post.Evaluator == env.Me.Employee
	})]
	post := second.Post
	post.Evaluator = evaluator.Staff.Employee
	if err := d.EditPost(post, "koordinator"); err != nil {
		t.Fatal(err)
	}
	both := []model.PlanID{about.Plan.ID, second.Plan.ID}
	for _, plan := range both {
		if _, err := d.From("surat no. 7", 2026_10_01).Rate(plan, q3, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "x", Rules: env.Rules.File}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"},
		user.New{User: user.User{Name: "koor", Employee: evaluator.Staff.Employee}, Secret: "495162"}); err != nil {
		t.Fatal(err)
	}
	me, _, err := s.Enter("sari", "830217")
	if err != nil {
		t.Fatal(err)
	}
	env.Me, d.Desk = me, s.As(me)
	p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, width, height)
	for _, plan := range both {
		put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == plan })
		uitest.Press(p, "space")
	}
	uitest.Press(p, "s", "right", "down")
	if nav.By(p.Actions()) != evaluator.Staff.Name {
		t.Fatalf("the PIN is not asked for:\n%s", ansi.Strip(p.View()))
	}
	uitest.Type(p, "495162")
	uitest.Press(p, "enter", "y")
	for _, plan := range both {
		if w := last(t, d, plan); w.Act != string(model.VerbShare) || w.Whose != evaluator.Staff.Employee || w.By != w.Whose || w.Via != model.Signed {
			t.Errorf("%+v\n%s", w, ansi.Strip(p.View()))
		}
	}
}
