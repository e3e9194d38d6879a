package survey_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/nav"
	page "kinerja/ui/screen/survey"
	"kinerja/ui/uitest"
)

// desk keeps the surveys of one unit, with cells that they can fill.
type desk struct {
	list  []survey.Survey
	cells []survey.Cell
	fed   int
	empty bool // there is no unit
}

func (d *desk) Units() (model.Units, error) {
	if d.empty {
		return nil, nil
	}
	return model.Units{"pkm": {ID: "pkm", Name: "Puskesmas Tanjung Raya"}}, nil
}

func (d *desk) Surveys(model.UnitID) ([]survey.Survey, error) { return d.list, nil }

func (d *desk) WouldFeed(_ model.UnitID, p model.Period, w survey.Weight) (survey.Feed, error) {
	r, _ := survey.TrendOf(d.list, w).At(p)
	return survey.Feed{Result: r, Cells: d.cells}, nil
}

func (d *desk) FeedSurvey(u model.UnitID, p model.Period, w survey.Weight, replace bool) (survey.Feed, error) {
	f, err := d.WouldFeed(u, p, w)
	d.fed += len(f.Taken(replace))
	return f, err
}

func of(t *testing.T, period string, n, population int, averages string) survey.Survey {
	t.Helper()
	p, err := model.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	list, err := survey.ParseAverages(strings.Fields(averages))
	if err != nil {
		t.Fatal(err)
	}
	s, err := survey.Averages("pkm", p, n, list)
	if err != nil {
		t.Fatal(err)
	}
	s.Population = population
	return s
}

var (
	patients = model.Text{ID: "Kepuasan pasien (IKM)"}
	inside   = model.Text{ID: "Kepuasan layanan internal (SKM)"}
)

func asked(t *testing.T) *desk {
	last := of(t, "2026-Q3", 212, 500, "3.41 3.2 2.95 3.8 3.3 3.4 3.5 3.1 3.05")
	last.Source = "Laporan SKM no. 12"
	return &desk{
		list: []survey.Survey{of(t, "2026-Q2", 230, 480, "3.2 3.2 3.1 3.6 3.2 3.3 3.4 3 3"), last},
		cells: []survey.Cell{
			{Name: "Ani", Indicator: patients, Instrument: model.Text{ID: "Bidan"}, Fate: survey.Fills},
			{Name: "Budi", Indicator: inside, Instrument: model.Text{ID: "Administrasi"}, Fate: survey.Renews},
			{Name: "Citra", Indicator: patients, Instrument: model.Text{ID: "Bidan"}, Fate: survey.Replaces},
			{Name: "Dewi", Indicator: patients, Instrument: model.Text{ID: "Perawat"}, Fate: survey.Fills},
			{Name: "Eka", Indicator: patients, Instrument: model.Text{ID: "Bidan"}, Fate: survey.Fills},
		},
	}
}

func open(t *testing.T, d *desk, language string, width, height int) *page.Page {
	t.Helper()
	p := page.New(uitest.Env(t, language), d, nav.Survey{}, "")
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for name, keys := range map[string]string{"whole": "", "end": "end", "why": "x"} {
		for _, language := range []string{"id", "en"} {
			for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
				t.Run(fmt.Sprintf("%s_%s_%dx%d", name, language, size[0], size[1]), func(t *testing.T) {
					p := open(t, asked(t), language, size[0], size[1])
					uitest.Press(p, strings.Fields(keys)...)
					uitest.Fits(t, p.View(), size[0], size[1])
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

// said is what the page says after a key.
func said(asked []tea.Msg) (text string) {
	for _, m := range asked {
		if s, ok := m.(nav.SaidMsg); ok {
			text = s.Text
		}
	}
	return text
}

// The forms open for the unit, of the survey that is shown or of a new one; where
// one of another period was kept, that is shown.
func TestFormsOpen(t *testing.T) {
	p := open(t, &desk{}, "id", 78, 20)
	if got := p.View(); !strings.Contains(got, "Belum ada survei kepuasan. Tekan a") {
		t.Errorf("empty:\n%s", got)
	}
	p = open(t, asked(t), "id", 78, 20)
	q3, _ := model.ParsePeriod("2026-Q3")
	q2, _ := model.ParsePeriod("2026-Q2")
	for key, want := range map[string]nav.Route{"a": nav.EditSurvey{Unit: "pkm"}, "e": nav.EditSurvey{Unit: "pkm", Period: q3}} {
		if got := uitest.Press(p, key); len(got) != 1 || got[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v", key, got)
		}
	}
	p.Update(nav.AddedMsg{Employee: "new"})
	if got := ansi.Strip(p.View()); !strings.Contains(got, "TW III 2026") {
		t.Errorf("somebody new moves the period:\n%s", got)
	}
	p.Update(nav.AddedMsg{Period: q2})
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Puskesmas Tanjung Raya · TW II 2026") {
		t.Errorf("what was kept is not shown:\n%s", got)
	}
}

// Taking the index asks with the number of cells; typed values stay unless that
// was chosen.
func TestTake(t *testing.T) {
	d := asked(t)
	p := open(t, d, "id", 78, 20)
	ask, ok := uitest.Press(p, "enter")[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "Isi 4 sel dengan 82,53?") || !strings.Contains(ask.Question, "1 nilai yang sudah diketik tetap") ||
		!strings.Contains(ask.Question, "Kepuasan pasien (IKM) · Bidan 2, Perawat 1; Kepuasan layanan internal (SKM) · Administrasi 1.") {
		t.Fatalf("asked %+v", ask)
	}
	if got := said(uitest.Run(p, ask.Yes)); d.fed != 4 || got != "4 realisasi diisi IKM 82,53. u mengurungkan." {
		t.Errorf("%d filled, said %q", d.fed, got)
	}
	d.cells = d.cells[2:3]
	if got := said(uitest.Press(p, "enter")); got != "Tidak ada sel yang berubah. 1 nilai yang sudah diketik tetap." {
		t.Errorf("said %q", got)
	}
	for _, a := range p.Actions() {
		if a.ID == "replace" {
			ask, _ = uitest.Run(p, a.Run())[0].(nav.AskMsg)
		}
	}
	if !strings.Contains(ask.Question, "Isi 1 sel") {
		t.Errorf("asked %q", ask.Question)
	}
	d.cells = nil
	if got := said(uitest.Press(p, "enter")); !strings.HasPrefix(got, "Tidak ada pegawai unit ini") {
		t.Errorf("said %q", got)
	}
}

// What was counted from answer sheets is not overwritten by averages, a person
// without rights changes nothing, and another period is chosen.
func TestReasonsAndPeriods(t *testing.T) {
	d := asked(t)
	d.list[0].Averaged = false
	p := open(t, d, "id", 78, 20)
	uitest.Choose(t, p, "TW II 2026")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Puskesmas Tanjung Raya · TW II 2026") {
		t.Errorf("the period is not chosen:\n%s", got)
	}
	why := func() map[string]string {
		list := map[string]string{}
		for _, a := range p.Actions() {
			list[a.ID] = a.Why
		}
		return list
	}
	if got := why(); !strings.Contains(got["edit"], "lembar jawaban") || got["add"] != "" {
		t.Errorf("%v", got)
	}
	env := uitest.Env(t, "id")
	env.Me = model.Actor{ID: "x", Employee: "x", Roles: model.RolesOf(model.RoleAuditor)}
	p = page.New(env, d, nav.Survey{}, "")
	uitest.Open(p, 78, 20)
	if got := why(); got["add"] == "" || got["edit"] == "" || got["enter"] == "" || got["why"] != "" {
		t.Errorf("an auditor may: %v", got)
	}
	p = open(t, &desk{empty: true}, "id", 78, 20)
	if got := why(); !strings.Contains(p.View(), "Belum ada unit kerja") || got["add"] == "" {
		t.Errorf("without a unit:\n%s", p.View())
	}
}

// Where averages were entered nobody's answers are said to have been counted.
func TestWhyOfAverages(t *testing.T) {
	d := asked(t)
	p := open(t, d, "id", 118, 60)
	uitest.Press(p, "x")
	view := ansi.Strip(p.View())
	if !strings.Contains(view, "U9 rata-rata 3,05 (dimasukkan sebagai rata-rata)") || strings.Contains(view, "÷ 212") {
		t.Errorf("averages:\n%s", view)
	}
	for i := range d.list {
		d.list[i].Averaged = false
	}
	p = open(t, d, "id", 118, 60)
	uitest.Press(p, "x")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "÷ 212 = 3,05") {
		t.Errorf("counted:\n%s", view)
	}
}
