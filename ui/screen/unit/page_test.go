package unit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/model/situation"
	"kinerja/model/unitresult"
	"kinerja/ui/nav"
	"kinerja/ui/screen/unit"
	"kinerja/ui/uitest"
)

// desk holds one unit.
type desk struct{ unit overview.Unit }

func (d *desk) UnitOverview(id model.UnitID, p model.Period, _ rules.RuleSet) (overview.Unit, error) {
	u := d.unit
	if p.Valid() {
		u.Period = p
	}
	return u, nil
}

func quarter(n int) model.Period {
	p, _ := model.NewPeriod(model.Quarter, 2026, n)
	return p
}

// clinic is a "Baik" puskesmas of 40 whose distribution does not fit.
func clinic() *desk {
	u := overview.Unit{Head: "dr. Sari Wulandari", Leader: "Kepala Dinas", Periods: []model.Period{quarter(2), quarter(3)}, Shown: []model.Period{quarter(2), quarter(3)}}
	u.Unit, u.Period = model.Unit{ID: "pkm", Name: "Puskesmas Tanjung Raya"}, quarter(3)
	u.Counts = distribution.Counts{model.Good: 40}
	u.Result = unitresult.Result{
		Unit: "pkm", Period: quarter(3), State: unitresult.Set, Grade: unitresult.Good, Basis: "rencana aksi TW III", Decider: "Kepala Dinas Kesehatan",
		Words: []model.Word{{Act: "set", Via: model.Recorded, Document: "800/12", On: 20261002}},
	}
	gauge := model.Gauge{Code: "IDL", Name: model.Text{ID: "Imunisasi dasar lengkap", EN: "Full basic immunisation"}, Unit: "%", Target: model.Int(90), Aggregate: model.Ratio, Weight: model.Int(100)}
	line := overview.Line{Instrument: model.Instrument{ID: "bidan", Code: "BIDAN", Name: model.Text{ID: "Bidan", EN: "Midwives"}}, Gauge: gauge}
	for _, n := range []int64{70, 99} {
		var all sheet.Combined
		all.Add(model.Entry{Actual: model.Some(model.Int(n))})
		line.Cells = append(line.Cells, overview.CellOf(gauge, all, rules.PermenPANRB6()))
	}
	u.Lines = []overview.Line{line}
	u.Situation = situation.Beside{Situation: situation.New("pkm", quarter(3)), Counted: 40, On: 20260930}
	u.Situation.Vacancies, u.Situation.Access, u.Situation.Note = model.Some(model.Int(3)), situation.Remote, "jalan putus"
	below := overview.Standing{Unit: model.Unit{ID: "pustu", Name: "Pustu Mudik"}, Depth: 1, Period: quarter(3), Counts: distribution.Counts{model.Good: 3, model.VeryGood: 1}}
	u.Children = []overview.Standing{below}
	return &desk{u}
}

func opened(t *testing.T, d *desk, language string, width, height int) *unit.Page {
	t.Helper()
	env := uitest.Env(t, language)
	env.Me = model.Owner("", "Sari")
	p := unit.New(env, d, nav.Workplace{}, "pkm")
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 40}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := opened(t, clinic(), language, size[0], size[1])
				uitest.Fits(t, p.View(), size[0], size[1])
				uitest.Golden(t, p.View())
			})
		}
	}
}

// The page says what does not fit, in people, and that it blocks nothing; x says
// why with the numbers filled in.
func TestWhatDoesNotFit(t *testing.T) {
	p := opened(t, clinic(), "id", 118, 40)
	view := ansi.Strip(p.View())
	for _, want := range []string{"Baik: 40 orang, maks 28 orang (70 %): lebih 12", "Tidak seorang pun Butuh perbaikan atau Kurang/misconduct", "tidak mengubah rating siapa pun", "70,00 ▼", "99,00 ▲"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
	uitest.Press(p, "down", "down", "x")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "40 × 100 = 4000, dibandingkan dengan 70 × 40 = 2800") {
		t.Errorf("the working:\n%s", view)
	}
	uitest.Press(p, "esc")
	uitest.Press(p, "down", "down", "down", "down", "x")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "99 ÷ 90 × 100 = 110,00 %") {
		t.Errorf("the working of an indicator:\n%s", view)
	}
}

// What the unit worked under stands beside its numbers, x says the whole of it and
// what the file counts, and that it is used in nothing.
func TestWhatItWorkedUnder(t *testing.T) {
	p := opened(t, clinic(), "id", 118, 40)
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Keadaan unit: 3 formasi kosong · terpencil") {
		t.Errorf("not beside the numbers:\n%s", view)
	}
	uitest.Press(p, "home", "x")
	view := ansi.Strip(p.View())
	for _, want := range []string{"formasi kosong 3 · 40 orang menurut jabatan per 30 September 2026", "Catatan: jalan putus", "tidak dipakai dalam nilai"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
	for _, a := range p.Actions() {
		if a.ID == "situation" && a.Why != "" {
			t.Errorf("the menu does not lead to it: %s", a.Why)
		}
	}
}

// Enter leads into the lists, and the two things that can be done here to their
// forms; each says why it cannot be done.
func TestWays(t *testing.T) {
	p := opened(t, clinic(), "id", 118, 40)
	for keys, want := range map[string]nav.Route{
		"home enter":           nav.Situation{Unit: "pkm", Period: quarter(3)},
		"home down enter":      nav.Evaluations{Period: quarter(3), Filter: "Sangat baik"},
		"home down down enter": nav.Evaluations{Period: quarter(3), Filter: "Baik"},
		"end up up enter":      nav.Results{Period: quarter(3), Instrument: "bidan"},
		"end up enter":         nav.Workplace{Unit: "pustu", Period: quarter(3)},
		"end enter":            nav.Fairness{Period: quarter(3)},
		"e":                    nav.UnitResult{Unit: "pkm", Period: quarter(3), Grade: unitresult.Good, Basis: "rencana aksi TW III", Decider: "Kepala Dinas Kesehatan", Revise: true},
		"n":                    nav.UnitResult{Unit: "pkm", Period: quarter(3), Explain: true},
	} {
		if asked := uitest.Press(p, strings.Fields(keys)...); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v", keys, asked)
		}
	}
	d := clinic()
	d.unit.Result = unitresult.Result{}
	p = opened(t, d, "id", 118, 40)
	for _, a := range p.Actions() {
		if a.ID == "note" && !strings.Contains(a.Why, "belum ditetapkan") {
			t.Errorf("a reason for a distribution without a pattern: %q", a.Why)
		}
	}
	uitest.Choose(t, p, "2026-Q2")
	if got := p.Crumb(); got != "TW II 2026" {
		t.Errorf("t leads to %s", got)
	}
}

// While not everybody is rated the limits stand there for the whole number of
// people, and nothing is judged: the first two say nothing about 39.
func TestNotYetCompared(t *testing.T) {
	d := clinic()
	d.unit.Counts = distribution.Counts{model.NoPredicate: 37, model.VeryGood: 2}
	p := opened(t, d, "id", 118, 40)
	view := ansi.Strip(p.View())
	for _, want := range []string{"Baru 2 dari 39 dinilai: pola dibandingkan sesudah semua dinilai", "maks 27 orang (70 %)"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
	for _, verdict := range []string{"seharusnya", "Tidak seorang pun", "lebih ", "Semua sesuai"} {
		if strings.Contains(view, verdict) {
			t.Errorf("judged on two people (%q):\n%s", verdict, view)
		}
	}
	for _, a := range p.Actions() {
		if a.ID == "note" && !strings.Contains(a.Why, "Belum semua dinilai") {
			t.Errorf("a reason is asked for: %q", a.Why)
		}
	}
	uitest.Press(p, "down", "down", "x")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Baik: 0 orang sejauh ini. Pola untuk 39 orang: maks 27 orang (70 %)") {
		t.Errorf("the working:\n%s", view)
	}
}

// What does not fit is seen at once, under the result, at 80×24; its
// working counts once, and says which part is the letter's and which is read into it.
func TestMisfitStandsUnderTheResult(t *testing.T) {
	p := opened(t, clinic(), "id", 78, 20)
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	if len(lines) < 3 || !strings.HasPrefix(lines[1], "Capaian kinerja organisasi: Baik") || !strings.HasPrefix(lines[2], "Baik: 40 orang, maks 28 orang (70 %): lebih 12") {
		t.Errorf("not under the result:\n%s", p.View())
	}
	p = opened(t, clinic(), "id", 118, 40)
	uitest.Press(p, "down", "down", "x")
	view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
	if n := strings.Count(view, "Baik: 40 dari 40"); n != 1 {
		t.Errorf("the count is said %d times:\n%s", n, view)
	}
	for _, want := range []string{"Batas ini dari SE MenPANRB 3/2023", "menulis \"sebagian besar\"; bahwa itu berarti kelompok terbesar adalah bacaan program ini: bawaan program, belum diverifikasi"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
}

// Who only works there sees no small group, and no zero in place of one: neither a
// count nor a share of the whole; figures that are not theirs to see are named as such,
// with whom to ask. The form of what the unit worked under, and the page of raters, are
// no way of theirs.
func TestWhatStaffDoNotSee(t *testing.T) {
	d := clinic()
	d.unit.Counts, d.unit.Few, d.unit.Untold = distribution.Counts{model.NoPredicate: 4, model.Good: 29}, true, true
	d.unit.Lines, d.unit.Unseen, d.unit.Mine = nil, true, []model.Relation{model.RelUnit}
	env := uitest.Env(t, "id")
	env.Me = model.Actor{ID: "rina", Employee: "rina", Roles: model.RolesOf(model.RoleStaff)}
	p := unit.New(env, d, nav.Workplace{}, "pkm")
	uitest.Open(p, 118, 40)
	view := ansi.Strip(p.View())
	for _, want := range []string{
		"4 belum dinilai; yang sudah, per kelompok", "Baik              29 orang", "Sangat kurang     tidak terlihat: kurang dari 3 orang",
		"Tidak terlihat oleh Anda; tanyakan kepada dr. Sari Wulandari.", "Penilaian Anda sendiri belum disampaikan kepada Anda",
	} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
	for _, veil := range []string{"     0 ", "0,00 %", "100,00 %", "bebas", "Belum ada realisasi", "Penilai dan unit berdampingan"} {
		if strings.Contains(view, veil) {
			t.Errorf("%q is shown:\n%s", veil, view)
		}
	}
	if asked := uitest.Press(p, "home", "enter"); len(asked) != 0 {
		t.Errorf("Enter leads to %v", asked)
	}
}
