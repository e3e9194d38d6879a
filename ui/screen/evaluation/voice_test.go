package evaluation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/uitest"
)

// Voiced opens the desk on which another's word is said.
func (d *desk) Voiced(said voice.Said) (evaluation.Judge, error) { return d.Desk.Voiced(said) }

// aside is the clinic kept by its head, where somebody else evaluates one person:
// both of them. With PINs, if wanted.
func aside(t *testing.T, guarded bool) (d *desk, env nav.Env, unit model.UnitID, about, evaluator model.BoardRow) {
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
		case about.Plan.ID == "" && r.Evaluation.State == model.EvaluationDraft && !r.Evaluation.Begun() && met(r):
			about = r
		}
	}
	post := about.Post
	post.Evaluator = evaluator.Staff.Employee
	if err := owner.EditPost(post, "koordinator"); err != nil {
		t.Fatal(err)
	}
	me := model.Owner(sample.Head(), "dr. Sari Wulandari")
	if guarded {
		_, err := s.As(me).Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"},
			user.New{User: user.User{Name: "koor", Employee: evaluator.Staff.Employee}, Secret: "495162"},
			user.New{User: user.User{Name: "pegawai", Employee: about.Staff.Employee}, Secret: "602915"})
		if err != nil {
			t.Fatal(err)
		}
		if me, _, err = s.Enter("sari", "830217"); err != nil {
			t.Fatal(err)
		}
		for name, pins := range map[string][2]string{"koor": {"495162", "731846"}, "pegawai": {"602915", "284067"}} {
			who, _, err := s.Enter(name, pins[0])
			if err != nil {
				t.Fatal(err)
			}
			if err := s.As(who).ChangeSecret(pins[0], pins[1]); err != nil {
				t.Fatal(err)
			}
		}
	}
	env = uitest.Env(t, "id")
	env.Me = me
	return &desk{Desk: s.As(me)}, env, unit, about, evaluator
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

// Whoever rates for another evaluator is asked once from what letter, and sees it
// said while they rate; it holds for the notes and for sharing too.
func TestRatingForAnotherEvaluator(t *testing.T) {
	d, env, unit, about, evaluator := aside(t, false)
	p := evaluation.New(env, d, nav.Evaluation{Plan: about.Plan.ID, Period: q3}, unit)
	uitest.Open(p, width, height)
	view := func() string { return strings.Join(strings.Fields(ansi.Strip(p.View())), " ") }
	uitest.Press(p, "enter")
	if !p.Typing() || !strings.Contains(view(), "Anda menilai untuk "+evaluator.Staff.Name) || strings.Contains(view(), "PIN") {
		t.Fatalf("not asked:\n%s", view())
	}
	uitest.Golden(t, p.View())
	if uitest.Press(p, "esc"); p.Typing() {
		t.Fatal("Esc does not give up")
	}
	uitest.Press(p, "enter")
	uitest.Type(p, "surat no. 7")
	if p.Unsaved() == "" {
		t.Error("what is typed is not said to be unsaved")
	}
	uitest.Press(p, "enter", "enter")
	uitest.Press(p, "s")
	if w := last(t, d, about.Plan.ID); w.Whose != evaluator.Staff.Employee || w.Via != model.Recorded || w.Document != "surat no. 7" || w.On != 2026_10_05 {
		t.Fatalf("%+v\n%s", w, view())
	}
	uitest.Press(p, "s", "esc")
	if !strings.Contains(view(), "Anda menilai untuk "+evaluator.Staff.Name+", menurut surat no. 7, 5 Oktober 2026.") {
		t.Errorf("it is not said:\n%s", view())
	}
	uitest.Press(p, "n", "enter")
	if strings.Contains(view(), "Tanggal surat") {
		t.Fatalf("asked again:\n%s", view())
	}
	uitest.Type(p, "teliti")
	uitest.Press(p, "ctrl+s", "esc", "s", "y")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != evaluator.Staff.Employee || w.Document != "surat no. 7" {
		t.Errorf("%+v\n%s", w, view())
	}
}

// The evaluator may type their own PIN instead: what is rated then is their own
// word. A PIN that is wrong is said beside its field, and is gone.
func TestTheEvaluatorTypesTheirPIN(t *testing.T) {
	for _, size := range [][2]int{{width, height}, {lowWidth, lowHeight}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			d, env, unit, about, evaluator := aside(t, true)
			p := evaluation.New(env, d, nav.Evaluation{Plan: about.Plan.ID, Period: q3}, unit)
			uitest.Open(p, size[0], size[1])
			uitest.Press(p, "enter", "right", "enter")
			uitest.Type(p, "111222")
			if strings.Contains(p.View(), "111222") {
				t.Fatal("the PIN is on screen")
			}
			uitest.Press(p, "enter")
			if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, "!") {
				t.Fatalf("a wrong PIN is taken:\n%s", view)
			}
			uitest.Fits(t, p.View(), size[0], size[1])
			uitest.Golden(t, p.View())
			uitest.Type(p, "731846")
			uitest.Press(p, "enter", "s", "s", "esc")
			if view := strings.Join(strings.Fields(ansi.Strip(p.View())), " "); size[0] == width && !strings.Contains(view, evaluator.Staff.Name+" menilai sendiri di sini") {
				t.Errorf("it is not said:\n%s", view)
			}
			uitest.Press(p, "s", "y")
			if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != evaluator.Staff.Employee || w.By != w.Whose || w.Via != model.Signed {
				t.Errorf("%+v\n%s", w, ansi.Strip(p.View()))
			}
		})
	}
}

// The employee may say by their own PIN that they received it and agree; or it is
// recorded from a letter as ever.
func TestTheEmployeeTypesTheirPIN(t *testing.T) {
	d, env, unit, about, evaluator := aside(t, true)
	from := d.From("surat no. 7", 2026_10_05)
	if _, err := from.Rate(about.Plan.ID, q3, score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: env.Rules.File}); err != nil {
		t.Fatal(err)
	}
	if _, err := from.Move(about.Plan.ID, q3, model.Shared, model.Word{}, env.Rules.File); err != nil {
		t.Fatal(err)
	}
	p := evaluation.New(env, d, nav.Evaluation{Plan: about.Plan.ID, Period: q3}, unit)
	uitest.Open(p, width, height)
	uitest.Press(p, "enter", "right", "enter")
	uitest.Type(p, "731846") // another's
	uitest.Press(p, "enter")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbShare) || w.Whose != evaluator.Staff.Employee || !p.Typing() {
		t.Fatalf("%+v\n%s", w, ansi.Strip(p.View()))
	}
	uitest.Golden(t, p.View())
	uitest.Type(p, "284067")
	if strings.Contains(p.View(), "284067") || !strings.Contains(p.View(), "•") && !strings.Contains(p.View(), "*") {
		t.Errorf("the PIN on screen:\n%s", ansi.Strip(p.View()))
	}
	if _, draft := p.Draft(); strings.Contains(draft, "284067") {
		t.Error("the PIN is in a draft")
	}
	uitest.Press(p, "enter")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbReceive) || w.Whose != about.Staff.Employee || w.By != w.Whose || w.Via != model.Signed || w.Document != "" || w.On != 2026_10_05 {
		t.Fatalf("%+v\n%s", w, ansi.Strip(p.View()))
	}
	if view := strings.Join(strings.Fields(ansi.Strip(p.View())), " "); p.Typing() {
		t.Errorf("the question stays:\n%s", view)
	}
	uitest.Press(p, "enter") // agreed, from a letter
	uitest.Type(p, "surat no. 9")
	uitest.Press(p, "enter", "enter")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbReceive) {
		t.Errorf("it was not asked: %+v", w)
	}
	uitest.Press(p, "enter", "enter", "y")
	if w := last(t, d, about.Plan.ID); w.Act != string(model.VerbAccept) || w.Via != model.Recorded || w.By != env.Me.Employee || w.Document == "" {
		t.Errorf("%+v\n%s", w, ansi.Strip(p.View()))
	}
}

// met reports somebody for whom the aid suggests the middle.
func met(r model.BoardRow) bool {
	s, err := score.Of(r.Card, r.Plan, rules.PermenPANRB6())
	return err == nil && s.Suggested == model.Meets
}

// Before sharing what was rated for another evaluator it is asked what letter says so:
// the question says that it is shared, not rated.
func TestSharingForAnotherEvaluator(t *testing.T) {
	for language, want := range map[string][2]string{"id": {"Anda menyampaikan untuk ", "lanjut menyampaikan"}, "en": {"You share for ", "go on to share"}} {
		d, env, unit, about, evaluator := aside(t, false)
		env.Text = uitest.Env(t, language).Text
		if _, err := d.From("surat no. 7", 2026_10_05).Rate(about.Plan.ID, q3, score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: env.Rules.File}); err != nil {
			t.Fatal(err)
		}
		p := evaluation.New(env, d, nav.Evaluation{Plan: about.Plan.ID, Period: q3}, unit)
		uitest.Open(p, width, height)
		uitest.Press(p, "s")
		view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
		if !p.Typing() || !strings.Contains(view, want[0]+evaluator.Staff.Name) || p.Actions()[0].Name != want[1] {
			t.Errorf("%s, %q:\n%s", language, p.Actions()[0].Name, view)
		}
	}
}
