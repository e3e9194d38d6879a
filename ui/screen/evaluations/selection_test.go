package evaluations_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// Whom a filter hides is not shared, though selected: the question is about those
// on screen, the rest stay selected and counted, and once none of the selected
// can be seen s is about the person under the cursor. Who receives the result is
// named before who cannot.
func TestOnlyTheSelectedInSightAreShared(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	var midwives, others []model.BoardRow
	for _, r := range rows(t, d, unit) {
		if !fresh(r) {
			continue
		}
		list := &others
		if strings.Contains(r.Post.Position, "Bidan") {
			list = &midwives
		}
		if len(*list) >= 3 {
			continue
		}
		if *list = append(*list, r); len(*list) < 3 { // the third is not rated
			if _, err := d.Mark(r.Plan.ID, q3, score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: rules.PermenPANRB6()}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(midwives) < 3 || len(others) < 3 {
		t.Fatalf("%d midwives and %d others to begin with", len(midwives), len(others))
	}
	uitest.Run(p, p.Init())
	all := rows(t, d, unit)
	for _, r := range append(midwives, others...) {
		put(t, p, all, func(x model.BoardRow) bool { return x.Plan.ID == r.Plan.ID })
		uitest.Press(p, "space")
	}
	uitest.Press(p, "l")
	uitest.Type(p, "bidan")
	uitest.Press(p, "enter")
	sees := func(want ...string) {
		t.Helper()
		view, at := ansi.Strip(p.View()), 0
		for _, w := range want {
			i := strings.Index(view[at:], w)
			if i < 0 {
				t.Fatalf("no %q, or not in this order:\n%s", w, view)
			}
			at += i
		}
	}
	sees("3 dipilih (3 lagi di luar filter)")
	uitest.Press(p, "s")
	sees("kepada 2 orang?", "2 orang dapat:", "1 orang tidak dapat:")
	if view := ansi.Strip(p.View()); strings.Contains(view, others[0].Staff.Name) {
		t.Errorf("somebody out of sight is meant:\n%s", view)
	}
	uitest.Press(p, "y")
	for i, r := range append(midwives[:2:2], others[:2]...) {
		want := model.Shared
		if i > 1 {
			want = model.Rated
		}
		if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.State != want {
			t.Errorf("%s: %s, %v; want %s", r.Staff.Name, e.State, err, want)
		}
	}
	sees("1 dipilih (3 lagi di luar filter)")
	uitest.Press(p, "home")
	for range p.Len() {
		if p.Place().(nav.Evaluations).Employee != midwives[2].Staff.Employee {
			uitest.Press(p, "down")
		}
	}
	uitest.Press(p, "space")
	sees("0 dipilih (3 lagi di luar filter)")
	uitest.Press(p, "s")
	sees("tidak")
	if view := ansi.Strip(p.View()); strings.Contains(view, others[0].Staff.Name) {
		t.Errorf("none of the selected is in sight, and yet they are meant:\n%s", view)
	}
}

// Who believes that a reason is asked and types words rates nobody by them: from
// the first letter that means nothing in the choice they are text, which is shown
// and goes nowhere; Enter lets letters rate again.
func TestWordsRateNobody(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	uitest.Press(p, "enter")
	uitest.Type(p, "Cuti melahirkan sampai Agustus")
	if d.marks != 0 || !p.Typing() {
		t.Fatalf("%d ratings by words, typing %v:\n%s", d.marks, p.Typing(), ansi.Strip(p.View()))
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Bukan rating, diabaikan: Cuti melahirkan sampai Agustus") {
		t.Errorf("what is ignored is not said:\n%s", view)
	}
	uitest.Press(p, "enter", "s")
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.Result != model.Meets || e.Reason != "" {
		t.Errorf("afterwards: %s %q, %v", e.Result, e.Reason, err)
	}
}

// x asks also while the choice is open, and about the whole number; back in the
// list the choice is still open.
func TestWhyWhileChoosing(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	put(t, p, rows(t, d, unit), fresh)
	uitest.Press(p, "enter")
	var why bool
	for _, m := range uitest.Press(p, "x") {
		if open, ok := m.(nav.OpenMsg); ok {
			why = open.Route.(nav.Evaluation).Why
		}
	}
	uitest.Press(p, "s")
	if !why || d.marks != 1 {
		t.Errorf("asked why: %v; rated afterwards: %d", why, d.marks)
	}
}
