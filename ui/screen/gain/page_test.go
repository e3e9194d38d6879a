package gain_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	learnt "kinerja/model/gain"
	"kinerja/model/planning"
	"kinerja/ui/nav"
	"kinerja/ui/screen/gain"
	"kinerja/ui/uitest"
)

const q3 = model.Period(202623)

// desk is a plan of one teacher with two indicators, of which one is a gain.
type desk struct {
	entry model.Entry
	kept  int
	fail  error
}

func (d *desk) PlanRow(id model.PlanID) (planning.Row, error) {
	return planning.Row{
		Staff: model.StaffRow{Name: "Dewi Anggraini, S.Pd."},
		Plan: model.Plan{ID: id, Year: 2026, Measures: []model.Measure{
			{ID: "g", Gauge: model.Gauge{Code: "NGAIN", Direction: model.Gain, Target: 3000, Weight: model.Int(60)}},
			{ID: "h", Gauge: model.Gauge{Code: "HADIR", Target: model.Int(95), Weight: model.Int(40)}},
		}},
	}, nil
}

func (d *desk) Card(model.PlanID, model.Period) (model.Card, error) {
	return model.Card{Entries: []model.Entry{d.entry}}, nil
}

func (d *desk) Enter(_ model.PlanID, _ model.Period, entries []model.Entry, _ string) (model.Card, error) {
	if d.fail != nil {
		return model.Card{}, d.fail
	}
	d.entry = entries[0]
	d.kept++
	return model.Card{Entries: entries}, nil
}

func open(t *testing.T, d *desk, language string, width, height int) *gain.Page {
	t.Helper()
	p := gain.New(uitest.Env(t, language), d, nav.Gain{Plan: "p", Period: q3, Measure: "g"})
	uitest.Open(p, width, height)
	return p
}

func paste(p *gain.Page, text string) []tea.Msg {
	return uitest.Send(p, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

const classList = "Nama\tPretes\tPostes\nAni\t40\t70\nBudi\t50\t80\nCitra\t100\t100\nDewi\t61,25\t-\nEka\t60,5\t90\n"

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d := &desk{}
				p := open(t, d, language, size[0], size[1])
				views := []string{p.View()}
				paste(p, classList)
				views = append(views, p.View())
				uitest.Press(p, "tab", "tab", "tab", "tab", "tab", "right")
				views = append(views, p.View())
				paste(p, "40\t70\n50\t101\n")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// What is typed is kept with the value, and comes back into the form; the note of
// the cell stays.
func TestMeansAreKept(t *testing.T) {
	d := &desk{entry: model.Entry{Measure: "g", Actual: model.Some(2000), Note: "kelas 8A"}}
	p := open(t, d, "id", 78, 20)
	uitest.Type(p, "18")
	uitest.Press(p, "tab")
	uitest.Type(p, "31,5")
	uitest.Press(p, "tab")
	uitest.Type(p, "40")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "N-gain (31,5 - 18) ÷ (40 - 18) = 0,6136") || !strings.Contains(view, "sedang") {
		t.Errorf("before it is kept:\n%s", view)
	}
	uitest.Press(p, "ctrl+s")
	got, ok := learnt.Of(d.entry)
	if !ok || got.String() != "18:31.5/40" || d.entry.Note != "kelas 8A" || d.entry.Measure != "g" {
		t.Fatalf("kept %+v", d.entry)
	}
	again := open(t, d, "id", 78, 20)
	if view := ansi.Strip(again.View()); !strings.Contains(view, "31,5") || again.Unsaved() != "" {
		t.Errorf("opened again:\n%s", view)
	}
}

// A class list leaves means and counts behind. Neither the draft nor the page has a
// pupil's mark or name.
func TestNoMarkIsKept(t *testing.T) {
	d := &desk{}
	p := open(t, d, "id", 78, 20)
	paste(p, classList)
	_, draft := p.Draft()
	for _, mark := range []string{"60,5", "61,25", "Eka", "70"} {
		if strings.Contains(draft, mark) || strings.Contains(p.View(), mark) {
			t.Errorf("%s is in the draft %s or on the page", mark, draft)
		}
	}
	if !strings.Contains(draft, "50,1667") {
		t.Errorf("draft %s", draft)
	}
	// The draft comes back after a crash, and both ways are there to be chosen.
	back := open(t, d, "id", 78, 20)
	back.Redraft(draft)
	uitest.Press(back, "tab", "tab", "tab", "tab", "tab", "right", "ctrl+s")
	got, ok := learnt.Of(d.entry)
	if !ok || got.String() != "50.1667:80@3-2=0.6156" || d.entry.Actual.String() != "0.6156" {
		t.Errorf("kept %+v as %s", d.entry, got)
	}
}

// What gives no gain is said beside its field, and nothing is kept.
func TestRefused(t *testing.T) {
	for _, tt := range []struct{ pre, post, want string }{
		{"100", "100", "sudah maksimum"}, {"45", "101", "di atas maksimum"}, {"-1", "50", "negatif"},
	} {
		d := &desk{}
		p := open(t, d, "id", 78, 20)
		uitest.Type(p, tt.pre)
		uitest.Press(p, "tab")
		uitest.Type(p, tt.post)
		uitest.Press(p, "ctrl+s")
		if view := ansi.Strip(p.View()); d.kept != 0 || !strings.Contains(view, tt.want) {
			t.Errorf("%s:%s, kept %d:\n%s", tt.pre, tt.post, d.kept, view)
		}
	}
	d := &desk{fail: model.ErrLocked}
	p := open(t, d, "id", 78, 20)
	paste(p, classList)
	if uitest.Press(p, "ctrl+s"); p.Unsaved() == "" {
		t.Error("what the file did not take is not there any more")
	}
}

// Only an indicator of gain has this form.
func TestAnotherIndicatorHasNone(t *testing.T) {
	p := gain.New(uitest.Env(t, "id"), &desk{}, nav.Gain{Plan: "p", Period: q3, Measure: "h"})
	uitest.Open(p, 78, 20)
	if p.Typing() || len(p.Actions()) != 0 {
		t.Errorf("it opens:\n%s", p.View())
	}
}
