package evaluations_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/uitest"
)

// Grade fails as a full disk does.
func (d *desk) Grade(plan model.PlanID, p model.Period, rs rules.RuleSet, said grade.Said) (model.Evaluation, error) {
	if d.fail != nil {
		return model.Evaluation{}, d.fail
	}
	return d.Desk.Grade(plan, p, rs, said)
}

func under(t *testing.T, d evaluations.Desk, unit model.UnitID, rs rules.RuleSet, language string, w, h int) *evaluations.Page {
	t.Helper()
	env := uitest.Env(t, language)
	env.Rules = rules.Only(rs)
	p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, w, h)
	return p
}

// enough reports whether a formula has something to compute with.
func enough(rs rules.RuleSet, some bool) func(model.BoardRow) bool {
	return func(r model.BoardRow) bool {
		g, err := grade.Of(r.Card, r.Plan, rs, grade.Said{})
		return err == nil && !r.Evaluation.Begun() && g.Enough == some
	}
}

// Under a formula the value of behaviour is typed into its cell: the value and
// its predicate follow, in the words of the rule set; nothing outside its range
// is taken; the idea is asked for where the rule set counts one.
func TestBehaviourIsTyped(t *testing.T) {
	for _, rs := range []rules.RuleSet{rules.PP30(), rules.PP30Peers(), rules.PermenPANRB8(), rules.PP46()} {
		t.Run(rs.ID, func(t *testing.T) {
			d, unit := clinic(t)
			p := under(t, d, unit, rs, "id", width, height)
			list := rows(t, d, unit)
			r := put(t, p, list, enough(rs, true))
			now := func() model.Evaluation {
				e, err := d.Evaluation(r.Plan.ID, q3)
				if err != nil {
					t.Fatal(err)
				}
				return e
			}
			uitest.Type(p, "1")
			if !p.Typing() || !strings.Contains(ansi.Strip(p.View()), "[1]") {
				t.Fatalf("a digit does not begin:\n%s", p.View())
			}
			uitest.Type(p, "30")
			if got := said(uitest.Press(p, "enter")); !strings.Contains(got, "dari 0 sampai") || !p.Typing() || now().BehaviourValue.Present() {
				t.Fatalf("130 is taken: %q\n%s", got, p.View())
			}
			if uitest.Press(p, "esc"); p.Typing() || p.Unsaved() != "" {
				t.Fatalf("Esc does not give up:\n%s", p.View())
			}
			uitest.Type(p, "92,5")
			if p.Unsaved() == "" {
				t.Error("what is typed is not said to be unsaved")
			}
			uitest.Press(p, "enter")
			want, err := grade.Of(r.Card, r.Plan, rs, grade.Said{Behaviour: model.Some(model.MustNumber("92.5"))})
			if err != nil {
				t.Fatal(err)
			}
			if e := now(); e.Computed != want.Value || e.Predicate != want.Predicate || e.State != model.Rated || e.RuleSet != rs.Ref() {
				t.Fatalf("%+v, want %v %v", e, want.Value, want.Predicate)
			}
			view := ansi.Strip(p.View())
			for _, text := range []string{"92,50", strings.ReplaceAll(want.Value.Or(0).Fixed(), ".", ","), rs.PredicateName(want.Predicate).In("id")} {
				if !strings.Contains(view, text) {
					t.Errorf("%q is not shown:\n%s", text, view)
				}
			}
			uitest.Press(p, "up")
			if asked := uitest.Press(p, "i"); rs.Formula.AsksIdea() != p.Typing() {
				t.Fatalf("the idea: %v, %v\n%s", p.Typing(), asked, p.View())
			}
			if rs.Formula.AsksIdea() {
				uitest.Type(p, "Antrean lewat pesan")
				uitest.Press(p, "enter")
				if e := now(); e.Idea != "Antrean lewat pesan" || e.BehaviourValue != want.Behaviour {
					t.Errorf("%+v", e)
				}
			}
			uitest.Press(p, "u")
			if e := now(); rs.Formula.AsksIdea() && e.Idea != "" || !rs.Formula.AsksIdea() && e.Computed.Present() {
				t.Errorf("not undone: %+v", e)
			}
		})
	}
}

// Where too little is entered nothing can be computed, and it is said what is
// missing; letters of ratings do nothing.
func TestNothingToComputeWith(t *testing.T) {
	d, unit := clinic(t)
	p := under(t, d, unit, rules.PP30(), "id", width, height)
	r := put(t, p, rows(t, d, unit), enough(rules.PP30(), false))
	if got := said(uitest.Press(p, "9")); !strings.Contains(got, "Data kurang: bobot yang terisi") || p.Typing() {
		t.Errorf("said %q\n%s", got, p.View())
	}
	uitest.Press(p, "a", "s", "b")
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.Begun() {
		t.Errorf("%+v, %v", e, err)
	}
}

// A whole column goes down with digits and Enter; a full disk loses none of it;
// what is rated is shared as ever.
func TestTheColumnAndTheSteps(t *testing.T) {
	d, unit := clinic(t)
	rs := rules.PP30()
	p := under(t, d, unit, rs, "id", width, height)
	list := rows(t, d, unit)
	n := 0
	for _, r := range list {
		if g, err := grade.Of(r.Card, r.Plan, rs, grade.Said{}); err != nil || !g.Enough || r.Evaluation.LocksCard() {
			uitest.Press(p, "down")
			continue
		}
		if n++; n == 3 {
			d.fail = model.ErrFull
		}
		uitest.Type(p, "95")
		if uitest.Press(p, "enter"); d.fail != nil {
			if p.Unsaved() == "" {
				t.Error("nothing is said to be unsaved on a full disk")
			}
			d.fail = nil
			uitest.Press(p, "ctrl+s")
		}
	}
	done := 0
	for _, r := range rows(t, d, unit) {
		if r.Evaluation.Computed.Present() && r.Evaluation.BehaviourValue == model.Some(model.Int(95)) {
			done++
		}
	}
	if done != n || n < 20 || p.Unsaved() != "" {
		t.Fatalf("%d of %d, unsaved %q", done, n, p.Unsaved())
	}
	uitest.Press(p, "home", "s")
	uitest.Press(p, "y")
	at := slices.IndexFunc(rows(t, d, unit), func(r model.BoardRow) bool {
		return r.Evaluation.State == model.Shared && r.Evaluation.Computed.Present()
	})
	if at < 0 {
		t.Errorf("nobody is shared:\n%s", p.View())
	}
}

// How the list looks under a formula.
func TestFormulaGolden(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{width, height}, {wideWidth, wideHeight}, {lowWidth, lowHeight}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d, unit := clinic(t)
				p := under(t, d, unit, rules.PP30(), language, size[0], size[1])
				uitest.Type(p, "95")
				uitest.Press(p, "enter")
				uitest.Type(p, "88")
				typing := p.View()
				uitest.Press(p, "enter", "up", "i")
				uitest.Fits(t, p.View(), size[0], size[1])
				uitest.Golden(t, typing+"\n----\n"+p.View())
			})
		}
	}
}
