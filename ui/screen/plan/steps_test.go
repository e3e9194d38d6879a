package plan_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/plan"
	"kinerja/ui/uitest"
)

// recorder is a real file that remembers what is ordered for drafts.
type recorder struct {
	*store.Desk
	orders *orders
}

type orders struct {
	plans, renewed []model.PlanID
	on             model.Date
	document       string
}

func (r recorder) Agree(ids []model.PlanID, on model.Date, document string) (int, error) {
	*r.orders = orders{plans: ids, on: on, document: document}
	return len(ids), nil
}

func (r recorder) Renew(ids []model.PlanID) (planning.Renewed, error) {
	r.orders.renewed = ids
	return planning.Renewed{Plans: len(ids) - 1, Filled: 1}, nil
}

// drafts is a file with drafts for 2027, and an instrument with a second version.
func drafts(t *testing.T) (*plan.List, *orders) {
	t.Helper()
	s, _ := storetest.District(t, 12)
	d := storetest.Owner(s)
	if _, err := d.MakePlans(planning.Order{Year: 2027, Draft: true}); err != nil {
		t.Fatal(err)
	}
	all, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range all {
		if _, err := d.AddInstrument(in.NextVersion(in.Version + 1)); err != nil {
			t.Fatal(err)
		}
	}
	r := recorder{d, &orders{}}
	l := plan.NewList(uitest.Env(t, "id"), r, nav.Plans{Year: 2027}, "")
	uitest.Open(l, 100, 24)
	return l, r.orders
}

// do runs the action of the menu with this identity.
func do(t *testing.T, l *plan.List, id string) (said string) {
	t.Helper()
	for _, a := range l.Actions() {
		if a.ID != id {
			continue
		}
		if a.Why != "" {
			t.Fatalf("%s: %s", a.Name, a.Why)
		}
		for _, msg := range uitest.Run(l, a.Run()) {
			if ask, ok := msg.(nav.AskMsg); ok {
				said = ask.Question
				for _, msg := range uitest.Run(l, ask.Yes) {
					if s, ok := msg.(nav.SaidMsg); ok {
						said += "\n" + s.Text
					}
				}
			}
		}
		return said
	}
	t.Fatalf("no action %s", id)
	return ""
}

// The list says that drafts wait, and the menu records their agreement: it asks
// for a day and the document.
func TestAgreeingUponDrafts(t *testing.T) {
	l, ordered := drafts(t)
	if view := ansi.Strip(l.View()); !strings.Contains(view, "SKP masih konsep") || !strings.Contains(view, "memakai versi lama") {
		t.Errorf("nothing says what waits:\n%s", view)
	}
	do(t, l, "agree")
	uitest.Press(l, "ctrl+s")
	if len(ordered.plans) != 0 {
		t.Fatal("agreed without a day")
	}
	uitest.Type(l, "5-1-2026")
	uitest.Press(l, "ctrl+s")
	if len(ordered.plans) != 0 {
		t.Fatal("agreed on a paper that nobody named")
	}
	uitest.Type(l, "SKP 2026")
	uitest.Press(l, "ctrl+s")
	if len(ordered.plans) != l.Len() || ordered.on != 20260105 || ordered.document != "SKP 2026" {
		t.Errorf("%d of %d plans on %v, %q", len(ordered.plans), l.Len(), ordered.on, ordered.document)
	}
	if l.Typing() {
		t.Error("the form stays open")
	}
}

// The plan under the cursor goes to the next year by the same key as on its page.
func TestCopyFromTheList(t *testing.T) {
	l, _ := drafts(t)
	for _, msg := range uitest.Press(l, "c") {
		if open, ok := msg.(nav.OpenMsg); ok {
			if to, ok := open.Route.(nav.SKP); ok && to.Copy && to.Plan != "" {
				return
			}
		}
	}
	t.Error("c does not copy")
}

// The newest version is taken after a question that says what happens; what
// stays is said.
func TestTakingTheNewestVersion(t *testing.T) {
	l, ordered := drafts(t)
	uitest.Press(l, "space", "space")
	said := do(t, l, "renew")
	if len(ordered.renewed) != 2 || !strings.Contains(said, "target sendiri tetap") || !strings.Contains(said, "1 SKP konsep memakai versi terbaru") || !strings.Contains(said, "1 tetap dengan versi lama") {
		t.Errorf("%d plans, said %q", len(ordered.renewed), said)
	}
}
