package person_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/person"
	"kinerja/ui/uitest"
)

// A quarter that is split by a transfer shows of each part its days, and, on top,
// the place and the evaluator of that part.
func TestPartsOfASplitQuarter(t *testing.T) {
	pr := rina()
	before, after := plan("plan-before", "post-before", "pustu"), plan("plan-after", "post-now", "raya")
	before.To, after.From = 2026_05_17, 2026_05_18
	pr.Posts[1].ID, pr.Posts[1].Evaluator = "post-before", "hasan"
	pr.Names = map[model.EmployeeID]string{"sari": "dr. Sari Wulandari, M.K.M.", "hasan": "Hasan Basri, S.K.M."}
	pr.Plans = []model.Plan{before, after}
	pr.Results = []model.Result{
		open(after, card(after, "2026-Q2", "94", "", "84.2", "", "", "")),
		open(before, card(before, "2026-Q2", "80", "", "84.2", "", "", "")),
	}
	p := person.New(uitest.Env(t, "id"), &desk{profile: pr}, nav.Person{Employee: "rina"})
	uitest.Open(p, 118, 32)
	head := func() string { return strings.Join(strings.SplitN(ansi.Strip(p.View()), "\n", 5)[:4], "\n") }
	if view := ansi.Strip(p.View()); !strings.Contains(view, "(1 Apr–17 Mei)") || !strings.Contains(view, "(18 Mei–30 Jun)") {
		t.Errorf("the parts have no days:\n%s", view)
	}
	if got := head(); !strings.Contains(got, "Puskesmas Tanjung Raya, Dinas Kesehatan (18 Mei–30 Jun)") || !strings.Contains(got, "dr. Sari") {
		t.Errorf("the new part says:\n%s", got)
	}
	uitest.Press(p, "left")
	if got := head(); !strings.Contains(got, "Pustu Sungai Lilin") || !strings.Contains(got, "Hasan Basri") || strings.Contains(got, "dr. Sari") {
		t.Errorf("the old part says:\n%s", got)
	}
}
