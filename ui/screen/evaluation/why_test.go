package evaluation_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	deeds "kinerja/model/action"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/uitest"
)

// Who asks from the list why the number is what it is sees the whole working with
// its total; the arrows go from there to the indicators and back.
func TestWhyBeginsWithTheTotal(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	for _, size := range [][2]int{{width, height}, {wideWidth, wideHeight}} {
		p := evaluation.New(uitest.Env(t, "id"), d, nav.Evaluation{Plan: plan.ID, Period: q3, Why: true}, unit)
		uitest.Open(p, size[0], size[1])
		view := func() string { return ansi.Strip(p.View()) }
		for _, want := range []string{"Mengapa nilai ", "Saran: ", " = "} {
			if !strings.Contains(view(), want) {
				t.Errorf("no %q:\n%s", want, view())
			}
		}
		uitest.Press(p, "down")
		if !strings.Contains(view(), "Mengapa: Imunisasi") {
			t.Errorf("below the total stands no indicator:\n%s", view())
		}
		uitest.Press(p, "up")
		if !strings.Contains(view(), "Mengapa nilai ") {
			t.Errorf("above the indicators stands no total:\n%s", view())
		}
	}
}

// x asks why also while the choice is open; letters rate nobody meanwhile, and
// afterwards the choice is open again.
func TestWhyInTheChoice(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "enter", "x", "a")
	if e := state(t, d, plan); e.Begun() || !strings.Contains(ansi.Strip(p.View()), "Mengapa: ") {
		t.Errorf("asked why: %+v\n%s", e, ansi.Strip(p.View()))
	}
	uitest.Press(p, "esc", "s")
	if e := state(t, d, plan); e.Result != model.Meets {
		t.Errorf("the choice is not open again: %+v", e)
	}
	uitest.Press(p, "down") // words in the choice of behaviour rate nobody
	uitest.Type(p, "Cuti sakit")
	if e := state(t, d, plan); e.Behaviour != model.NotRated || !p.Typing() {
		t.Errorf("rated by words: %+v", e)
	}
}

// Where actions are planned the page says how much evidence each indicator has, why
// lists it, and i leads to it; elsewhere it says nothing.
func TestEvidence(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	p := open(t, d, unit, plan, "id")
	view := func() string { return ansi.Strip(p.View()) }
	if strings.Contains(view(), "Bukti dukung") {
		t.Errorf("evidence where nobody plans actions:\n%s", view())
	}
	s, err := d.ChangeActions(plan.ID, q3, deeds.Put(deeds.Action{Measure: plan.Measures[0].ID, Text: "Sweeping"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Register kohort", "Foto kegiatan"} {
		if _, err := d.ChangeActions(plan.ID, q3, deeds.Show(s.Actions[0].ID, deeds.Evidence{Name: name, Place: "lemari 2"})); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.ChangeActions(plan.ID, q3, deeds.Put(deeds.Action{Measure: plan.Measures[1].ID, Text: "Kelas ibu"})); err != nil {
		t.Fatal(err)
	}
	p = open(t, d, unit, plan, "id")
	code := func(i int) string { return plan.Measures[i].Gauge.Code }
	want := "Bukti dukung: " + code(0) + " 2 · belum ada: " + code(1)
	if got := view(); !strings.Contains(got, want) || strings.Contains(got, want+",") {
		t.Errorf("no %q:\n%s", want, view())
	}
	uitest.Press(p, "x")
	if !strings.Contains(view(), "Bukti dukung nilai ini:") || !strings.Contains(view(), "· Register kohort · lemari 2") {
		t.Errorf("why does not list it:\n%s", view())
	}
	if asked := uitest.Press(p, "i"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.ActionPlan{Plan: plan.ID, Period: q3}}) {
		t.Errorf("i asks for %v", asked)
	}
}
