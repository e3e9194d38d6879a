package plan_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/plan"
	"kinerja/ui/uitest"
)

// agreed finds an agreed plan that was told, or was not, and adds a version of
// its instrument that f changes.
func agreed(t *testing.T, d *store.Desk, wasTold bool, f func(*model.Instrument)) (planning.Row, model.Instrument) {
	t.Helper()
	rows, _, _, err := d.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Plan.State != model.PlanAgreed || r.Instrument.Code != "BIDAN" || told(t, d, r.Plan.ID) != wasTold {
			continue
		}
		next := r.Instrument.NextVersion(r.Instrument.Version + 1)
		f(&next)
		if next, err = d.AddInstrument(next); err != nil {
			t.Fatal(err)
		}
		return r, next
	}
	t.Fatal("nobody fits")
	return planning.Row{}, model.Instrument{}
}

// flat is a page as one line, however it is wrapped.
func flat(p *plan.Page) string { return strings.Join(strings.Fields(ansi.Strip(p.View())), " ") }

// moving opens the form of the instrument, fills it in and sends it; it returns
// what was asked of the router.
func moving(t *testing.T, p *plan.Page) []tea.Msg {
	t.Helper()
	for _, a := range p.Actions() {
		if a.ID == "instrument" && a.Why == "" {
			uitest.Run(p, a.Run())
		}
	}
	if !p.Typing() {
		t.Fatalf("no form:\n%s", ansi.Strip(p.View()))
	}
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "2-3-2026")
	uitest.Press(p, "tab")
	uitest.Type(p, "Adendum SKP")
	uitest.Press(p, "tab")
	uitest.Type(p, "versi baru")
	return uitest.Press(p, "ctrl+s")
}

// Somebody agreed goes to the newest version from the first period that was not
// shared: the page says that there is one, weights are asked about, the periods
// before stay with the old version, and one undo takes it back.
func TestAnotherInstrument(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	row, next := agreed(t, d, true, func(in *model.Instrument) { in.Indicators[0].Gauge.Weight += model.Int(6) })
	p := plan.New(uitest.Env(t, "id"), d, nav.Plan{Plan: row.Plan.ID})
	uitest.Open(p, 78, 20)
	if view := flat(p); !strings.Contains(view, "BIDAN sudah punya v2") {
		t.Errorf("nothing says that there is a later version:\n%s", view)
	}
	asked := moving(t, p)
	if view := flat(p); !strings.Contains(view, "BIDAN v2") || !strings.Contains(view, "tetap seperti disepakati") {
		t.Errorf("the form says neither what is proposed nor what stays:\n%s", view)
	}
	if len(asked) != 1 {
		t.Fatalf("asked %v", asked)
	}
	ask, ok := asked[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "BIDAN berjumlah 106") {
		t.Fatalf("%+v", asked[0])
	}
	said := ""
	for _, msg := range uitest.Run(p, ask.Yes) {
		switch msg := msg.(type) {
		case nav.SaidMsg:
			said = msg.Text
		case nav.FailMsg:
			t.Fatal(msg.Err)
		}
	}
	if !strings.Contains(said, "diukur dengan BIDAN v2, berlaku mulai") || p.Typing() {
		t.Errorf("said %q, the form is open: %v", said, p.Typing())
	}
	after, err := d.Plan(row.Plan.ID)
	if err != nil || len(after.Agreements) != 2 {
		t.Fatalf("%+v, %v", after.Agreements, err)
	}
	from := after.Agreements[1].From
	if before := after.In(from.Prev()); before.Version != row.Plan.Version || before.Instrument != row.Plan.Instrument {
		t.Errorf("%v is measured by version %d", from.Prev(), before.Version)
	}
	if now := after.In(from); now.Instrument != next.ID || now.Version != 2 {
		t.Errorf("%v is measured by version %d", from, now.Version)
	}
	if view := flat(p); !strings.Contains(view, "Adendum SKP, 2 Maret 2026 · BIDAN v2") {
		t.Errorf("the agreements do not name their instrument:\n%s", view)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if after, err = d.Plan(row.Plan.ID); err != nil || after.Instrument != row.Plan.Instrument || len(after.Agreements) != 0 {
		t.Errorf("after undo: %+v, %v", after, err)
	}
}

// Results of an indicator that the other version has not are in the way: the
// form says so beside the period and stays open, with what was typed.
func TestAnotherInstrumentLosesNoResults(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	row, _ := agreed(t, d, false, func(in *model.Instrument) {
		last := len(in.Indicators) - 1
		in.Indicators[0].Gauge.Weight += in.Indicators[last].Gauge.Weight
		in.Indicators = in.Indicators[:last]
	})
	_, _, now, err := d.Told([]model.PlanID{row.Plan.ID})
	if err != nil {
		t.Fatal(err)
	}
	gone := row.Plan.Measures[len(row.Plan.Measures)-1]
	if _, err := d.Enter(row.Plan.ID, now, []model.Entry{{Measure: gone.ID, Actual: model.Some(model.Int(1))}}, ""); err != nil {
		t.Fatal(err)
	}
	p := plan.New(uitest.Env(t, "id"), d, nav.Plan{Plan: row.Plan.ID})
	uitest.Open(p, 78, 24)
	moving(t, p)
	view := flat(p)
	if !p.Typing() || p.Unsaved() == "" || !strings.Contains(view, "sudah ada realisasi yang tidak dapat dibawa") || !strings.Contains(view, "Tidak lagi diukur: "+gone.Gauge.Code) {
		t.Errorf("open %v:\n%s", p.Typing(), view)
	}
	if after, err := d.Plan(row.Plan.ID); err != nil || after.Instrument != row.Plan.Instrument {
		t.Errorf("moved all the same: %v", err)
	}
}
