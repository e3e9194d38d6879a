package observe_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rubric"
	"kinerja/ui/nav"
	"kinerja/ui/screen/observe"
	"kinerja/ui/uitest"
)

const q3 = model.Period(202623)

// desk is a plan of one teacher with two indicators, of which one is observed.
type desk struct {
	entry model.Entry
	kept  int
	fail  error
}

func (d *desk) PlanRow(id model.PlanID) (planning.Row, error) {
	return planning.Row{
		Staff: model.StaffRow{Name: "Dewi Anggraini, S.Pd."},
		Plan: model.Plan{ID: id, Year: 2026, Measures: []model.Measure{
			{ID: "o", Gauge: model.Gauge{Code: "OBS", Unit: "1–4", Source: rubric.Source, Target: model.Int(3), Weight: model.Int(60)}},
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

func (d *desk) lessons(t *testing.T) string {
	t.Helper()
	list, ok := rubric.Of(d.entry)
	if !ok {
		t.Fatalf("no observations in %+v", d.entry)
	}
	return list.String()
}

func observed(t *testing.T, text string) model.Entry {
	t.Helper()
	list, err := rubric.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	e := list.Entry()
	e.Measure, e.Note = "o", "kelas 8A"
	return e
}

const two = "2026-08-14; instruksi 3,4,3; oleh Hasan; tahap observasi | 2026-09-04; perhatian 2,2,-; oleh Sari; tahap refleksi; catatan tenang"

func open(t *testing.T, d *desk, language string, width, height int) *observe.Page {
	t.Helper()
	env := uitest.Env(t, language)
	env.Me = model.Owner("e1", "dr. Sari Wulandari")
	p := observe.New(env, d, nav.Observe{Plan: "p", Period: q3, Measure: "o"})
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := open(t, &desk{}, language, size[0], size[1])
				views := []string{p.View()}
				uitest.Type(p, "14-8-2026")
				uitest.Press(p, "tab", "tab", "tab", "tab")
				uitest.Type(p, "4")
				uitest.Press(p, "tab")
				uitest.Type(p, "7")
				uitest.Press(p, "tab")
				views = append(views, p.View())
				p = open(t, &desk{entry: observed(t, two)}, language, size[0], size[1])
				uitest.Press(p, "up", "end", "down", "down", "down", "enter")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// What is seen in a lesson is kept, and the value is its mean; whoever is at the
// keyboard observed it unless somebody else is named; the note of the cell stays.
func TestALessonIsKept(t *testing.T) {
	d := &desk{entry: model.Entry{Measure: "o", Actual: model.Some(model.Int(2)), Note: "kelas 8A"}}
	p := open(t, d, "id", 78, 40)
	uitest.Type(p, "14-8-2026")
	uitest.Press(p, "tab", "tab", "tab", "tab", "tab", "tab", "tab")
	uitest.Type(p, "3")
	uitest.Press(p, "tab", "tab")
	uitest.Type(p, "4")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "rerata 3,5 dari 2 perilaku") || !strings.Contains(view, "belum diverifikasi") {
		t.Errorf("before it is kept:\n%s", view)
	}
	uitest.Press(p, "ctrl+s")
	if got := d.lessons(t); got != "2026-08-14; instruksi 3,-,4; oleh dr. Sari Wulandari; tahap observasi" {
		t.Errorf("kept %q\n%s", got, p.View())
	}
	if d.entry.Actual != model.Some(model.MustNumber("3.5")) || d.entry.Note != "kelas 8A" || d.entry.Measure != "o" {
		t.Errorf("kept %+v", d.entry)
	}
}

// A lesson that is kept goes on: only what is changed changes, and the others stay.
func TestALessonGoesOn(t *testing.T) {
	d := &desk{entry: observed(t, two)}
	p := open(t, d, "id", 78, 40)
	uitest.Press(p, "up")
	uitest.Type(p, "14 agu")
	uitest.Press(p, "enter", "tab", "tab", "right")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Hasan") || !strings.Contains(view, "tindak lanjut") {
		t.Fatalf("not in the form:\n%s", view)
	}
	uitest.Press(p, "ctrl+s")
	if got, want := d.lessons(t), strings.Replace(two, "oleh Hasan; tahap observasi", "oleh Hasan; tahap tindak_lanjut", 1); got != want {
		t.Errorf("kept\n%s\nwant\n%s", got, want)
	}
}

// Going to another observation and back loses nothing that was typed; a draft
// comes back into the observation that it was of.
func TestNothingTypedIsLost(t *testing.T) {
	d := &desk{entry: observed(t, two)}
	p := open(t, d, "id", 78, 40)
	uitest.Type(p, "20-8-2026")
	uitest.Press(p, "up")
	uitest.Type(p, "4 sep")
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); strings.Contains(view, "20-8-2026") || !strings.Contains(view, "tenang") {
		t.Fatalf("the other one is not in the form:\n%s", view)
	}
	uitest.Press(p, "up")
	uitest.Type(p, "baru")
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "20-8-2026") && !strings.Contains(view, "20-08-2026") {
		t.Errorf("what was typed is gone:\n%s", view)
	}
	p = open(t, d, "id", 78, 40)
	uitest.Press(p, "up")
	uitest.Type(p, "4 sep")
	uitest.Press(p, "enter", "tab")
	uitest.Type(p, "Hasan")
	_, draft := p.Draft()
	back := open(t, d, "id", 78, 40)
	back.Redraft(draft)
	uitest.Press(back, "ctrl+s")
	if got, want := d.lessons(t), strings.Replace(two, "oleh Sari", "oleh Hasan", 1); got != want {
		t.Errorf("kept\n%s\nwant\n%s", got, want)
	}
}

// One is taken away after a question; a new one has nothing to take away.
func TestALessonIsRemoved(t *testing.T) {
	d := &desk{entry: observed(t, two)}
	p := open(t, d, "id", 78, 40)
	find := func() (a nav.Action) {
		for _, a = range p.Actions() {
			if a.ID == "remove" {
				return a
			}
		}
		t.Fatal("nothing to take it away with")
		return a
	}
	if find().Why == "" {
		t.Error("a new observation can be removed")
	}
	uitest.Press(p, "up")
	uitest.Type(p, "14 agu")
	uitest.Press(p, "enter")
	asked := uitest.Run(p, find().Run())
	ask, ok := asked[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "14 Agustus 2026, Hasan") || d.kept != 0 {
		t.Fatalf("asks %v", asked)
	}
	uitest.Run(p, ask.Yes)
	if got := d.lessons(t); strings.Contains(got, "Hasan") || !strings.Contains(got, "Sari") || p.Unsaved() != "" {
		t.Errorf("left: %s", got)
	}
}

// What cannot be is said beside its field, and nothing is kept.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		day, score, want string
	}{
		"outside the period": {"1-10-2026", "3", "di luar periode ini"},
		"off the scale":      {"14-8-2026", "5", "nilainya 1, 2, 3 atau 4"},
		"nothing was seen":   {"14-8-2026", "", "belum ada perilaku yang dinilai"},
	} {
		t.Run(name, func(t *testing.T) {
			d := &desk{}
			p := open(t, d, "id", 78, 40)
			uitest.Type(p, tt.day)
			uitest.Press(p, "tab", "tab", "tab", "tab")
			uitest.Type(p, tt.score)
			uitest.Press(p, "ctrl+s")
			if view := ansi.Strip(p.View()); d.kept != 0 || !strings.Contains(view, tt.want) {
				t.Errorf("kept %d:\n%s", d.kept, view)
			}
		})
	}
	d := &desk{fail: model.ErrLocked, entry: observed(t, two)}
	p := open(t, d, "id", 78, 40)
	uitest.Press(p, "up")
	uitest.Type(p, "14 agu")
	uitest.Press(p, "enter", "tab")
	uitest.Type(p, "Hasanah")
	if uitest.Press(p, "ctrl+s"); p.Unsaved() == "" {
		t.Error("what the file did not take is not there any more")
	}
}

// Only an indicator of classroom observation has this form.
func TestAnotherIndicatorHasNone(t *testing.T) {
	p := observe.New(uitest.Env(t, "id"), &desk{}, nav.Observe{Plan: "p", Period: q3, Measure: "h"})
	uitest.Open(p, 78, 20)
	if p.Typing() || len(p.Actions()) != 0 {
		t.Errorf("it opens:\n%s", p.View())
	}
}
