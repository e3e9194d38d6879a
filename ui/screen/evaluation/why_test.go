package evaluation_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
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
