package evaluation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/uitest"
)

func under(t *testing.T, d *desk, unit model.UnitID, plan model.Plan, rs rules.RuleSet, language string, w, h int) *evaluation.Page {
	t.Helper()
	env := uitest.Env(t, language)
	env.Rules = rules.Only(rs)
	p := evaluation.New(env, d, nav.Evaluation{Plan: plan.ID, Period: q3}, unit)
	uitest.Open(p, w, h)
	return p
}

// Under a formula the page takes the value of behaviour where the next thing is
// to be done, shows the formula with its numbers and the bands, answers why with
// the whole working, and goes on to be shared, received, accepted and final.
func TestByFormula(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	p := under(t, d, unit, plan, rules.PP30(), "id", 78, 60)
	view := func() string { return ansi.Strip(p.View()) }
	if got := view(); !strings.Contains(got, "Berikutnya: Isi nilai perilaku (0 s.d. 120). Nilai hasil kerja") || strings.Contains(got, "Saran:") || strings.Contains(got, "di bawah ") {
		t.Fatalf("before:\n%s", got)
	}
	uitest.Press(p, "enter")
	if !p.Typing() {
		t.Fatalf("Enter does not open the number:\n%s", view())
	}
	uitest.Type(p, "x")
	if uitest.Press(p, "enter"); !p.Typing() {
		t.Errorf("x is taken:\n%s", view())
	}
	uitest.Press(p, "esc")
	uitest.Type(p, "95")
	uitest.Press(p, "enter")
	e := state(t, d, plan)
	value := strings.ReplaceAll(e.Computed.Or(0).Fixed(), ".", ",")
	if e.State != model.Rated || e.BehaviourValue != model.Some(model.Int(95)) {
		t.Fatalf("%+v", e)
	}
	got := view()
	for _, want := range []string{"× 70 % = ", "[95,00] × 30 % = 28,50", "Ide baru: tidak ada", "Nilai " + value + ": ", "PP 30/2019 (70/30)", "BAIK<", "Sangat baik: mulai 110, dan dengan ide baru", "Menuju Sangat baik"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not there:\n%s", want, got)
		}
	}
	uitest.Press(p, "x")
	if got := view(); !strings.Contains(got, "Perhitungan menurut PP 30/2019 (70/30)") || !strings.Contains(got, "Perilaku 95,00 × 30 % = 28,50") {
		t.Errorf("why:\n%s", got)
	}
	uitest.Press(p, "x", "i")
	uitest.Type(p, "Antrean lewat pesan")
	uitest.Press(p, "enter")
	if e := state(t, d, plan); e.Idea != "Antrean lewat pesan" || !strings.Contains(view(), "Ide baru: Antrean lewat pesan") {
		t.Errorf("%+v\n%s", e, view())
	}
	uitest.Press(p, "s", "y")
	if e := state(t, d, plan); e.State != model.Shared {
		t.Fatalf("not shared: %+v\n%s", e, view())
	}
	if asked := uitest.Press(p, "9"); p.Typing() {
		t.Errorf("what was shared takes a number: %v", asked)
	}
	for i, want := range []model.EvaluationState{model.Received, model.Accepted, model.Final} {
		uitest.Press(p, "enter", "ctrl+s", "y")
		if i == 2 {
			uitest.Press(p, "y")
		}
		if e := state(t, d, plan); e.State != want {
			t.Fatalf("%v, not %v:\n%s", e.State, want, view())
		}
	}
	if got := view(); !strings.Contains(got, "[95,00] × 30 % = 28,50") || !strings.Contains(got, "Nilai "+value) {
		t.Errorf("final:\n%s", got)
	}
	// Under the rule in force the page still shows what was computed.
	p = under(t, d, unit, plan, rules.PermenPANRB6(), "id", 78, 60)
	if got := view(); !strings.Contains(got, "Nilai "+value) || strings.Contains(got, "hasil kerja ↓") {
		t.Errorf("by another rule:\n%s", got)
	}
}

// How the page looks under a formula: before, while the number is typed, after,
// and where too little is entered.
func TestFormulaGolden(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d, unit := clinic(t)
				plan := find(t, d, unit, fresh)
				var views []string
				for _, rs := range []rules.RuleSet{rules.PermenPANRB8(), rules.PP46()} {
					p := under(t, d, unit, plan, rs, language, size[0], size[1])
					see := func() { uitest.Fits(t, p.View(), size[0], size[1]); views = append(views, p.View()) }
					see()
					uitest.Type(p, "88")
					see()
					uitest.Press(p, "enter")
					see()
					uitest.Press(p, "end")
					see()
				}
				thin := find(t, d, unit, func(r model.BoardRow, s model.Rating) bool { return s == model.NotRated && !r.Evaluation.Begun() })
				p := under(t, d, unit, thin, rules.PP30(), language, size[0], size[1])
				views = append(views, p.View())
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}
