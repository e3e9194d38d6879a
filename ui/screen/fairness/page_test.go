package fairness_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/fairness"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/model/situation"
	"kinerja/model/unitresult"
	"kinerja/ui/nav"
	page "kinerja/ui/screen/fairness"
	"kinerja/ui/uitest"
)

var q3, _ = model.ParsePeriod("2026-Q3")
var q2, _ = model.ParsePeriod("2026-Q2")

// desk holds raters and units.
type desk struct {
	raters fairness.Sheet
	units  overview.Comparison
}

func (d *desk) Raters(p model.Period) (fairness.Sheet, error) {
	s := d.raters
	if p.Valid() {
		s.Period = p
	}
	return s, nil
}

func (d *desk) CompareUnits(p model.Period, _ rules.Book) (overview.Comparison, error) {
	c := d.units
	c.Period = p
	return c, nil
}

// district has a strict and a mild rater, one of four people, and two puskesmas.
func district() *desk {
	var cases []fairness.Case
	add := func(rater string, n int, result model.Rating) {
		for i := range n {
			cases = append(cases, fairness.Case{
				Rater: model.EmployeeID(rater), Line: model.UnitClinic, Score: model.Some(model.Int(int64(95 + i))), Suggested: model.Meets,
				Result: result, Behaviour: model.Meets, Predicate: rules.PermenPANRB6().Predicate(result, model.Meets),
			})
		}
	}
	add("strict", 6, model.Below)
	add("mild", 7, model.Above)
	add("new", 4, model.Meets)
	names := map[model.EmployeeID]string{"strict": "dr. Slamet Utomo", "mild": "dr. Sari Wulandari", "new": "dr. Gusniar Jambak"}
	d := &desk{raters: fairness.Sheet{Period: q3, Periods: []model.Period{q2, q3}}}
	for _, r := range fairness.Compare(cases) {
		d.raters.List = append(d.raters.List, fairness.Rated{Rater: r, Name: names[r.Rater]})
	}
	g := overview.Group{Line: model.UnitClinic, Sides: []overview.Side{
		{Unit: model.Unit{ID: "melati", Name: "Puskesmas Melati"}, People: 4, Scored: 4, Sum: model.MustNumber("380.02"), Counts: distribution.Counts{model.Good: 4}},
		{Unit: model.Unit{ID: "raya", Name: "Puskesmas Tanjung Raya"}, People: 5, Scored: 5, Sum: model.Int(560), Result: unitresult.Good},
		{Unit: model.Unit{ID: "kecil", Name: "Puskesmas Kecil"}, People: 2, Scored: 2, Sum: model.Int(180)},
	}}
	gauge := model.Gauge{Code: "IDL", Name: model.Text{ID: "Imunisasi dasar lengkap", EN: "Full basic immunisation"}, Unit: "%", Target: model.Int(90), Aggregate: model.Mean, Weight: model.Int(100)}
	h := overview.Heat{Instrument: model.Instrument{ID: "bidan", Code: "BIDAN", Name: model.Text{ID: "Bidan", EN: "Midwives"}}, Gauge: gauge}
	for i, n := range []int64{70, 99, 91} {
		var all sheet.Combined
		for range []int{4, 3, 2}[i] {
			all.Add(model.Entry{Actual: model.Some(model.Int(n))})
		}
		h.Cells = append(h.Cells, overview.CellOf(gauge, all, rules.PermenPANRB6()))
	}
	remote := situation.Beside{Situation: situation.New("melati", q3), Counted: 9, On: 20260930}
	remote.Access, remote.AccessWords, remote.DisasterDays = situation.VeryRemote, "perahu 3 jam", model.Some(model.Int(12))
	g.Sides[0].Situation = remote
	d.raters.List[0].Under = []fairness.Under{{Name: "Puskesmas Melati", Beside: remote}}
	g.Heat = []overview.Heat{h}
	g.Tell(rules.PermenPANRB6())
	d.units.Groups = []overview.Group{g}
	return d
}

func opened(t *testing.T, d *desk, language string, width, height int) *page.Page {
	t.Helper()
	env := uitest.Env(t, language)
	env.Me = model.Owner("", "Sari")
	p := page.New(env, d, nav.Fairness{})
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 45}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := opened(t, district(), language, size[0], size[1])
				top := p.View()
				uitest.Fits(t, top, size[0], size[1])
				uitest.Press(p, "end")
				uitest.Fits(t, p.View(), size[0], size[1])
				uitest.Golden(t, top+"\n----\n"+p.View())
			})
		}
	}
}

// Strict and mild are said beside colleagues, of too few people only the count; x
// gives the working with the numbers in it, Enter goes to the unit.
func TestWhatIsSaid(t *testing.T) {
	p := opened(t, district(), "id", 118, 60)
	view := ansi.Strip(p.View())
	for _, want := range []string{
		"lebih ketat dari rekan: pada saran yang sama -1,64 tingkat", "lebih longgar dari rekan: pada saran", "terlalu sedikit untuk disimpulkan", "1 dari 2", "<3", "70,00 ▼", "99,00 ▲", "belum diverifikasi",
	} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
	if strings.Contains(view, "91,00") || strings.Contains(view, "90,00") {
		t.Errorf("what two people reached is told:\n%s", view)
	}
	uitest.Press(p, "home", "x")
	why := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
	for _, want := range []string{"585,00 ÷ 6 = 97,50", "di sini 6 orang, -6 tingkat; rekan 11 orang, 7 tingkat", "÷ 6 = -1,64"} {
		if !strings.Contains(why, want) {
			t.Errorf("the working does not say %q:\n%s", want, why)
		}
	}
	uitest.Press(p, "esc", "down", "down", "down")
	if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.Workplace{Unit: "raya", Period: q3}}) {
		t.Errorf("enter asks for %v", asked)
	}
	if asked := uitest.Press(p, "w"); len(asked) != 1 {
		t.Errorf("w asks for %v", asked)
	} else if w, ok := asked[0].(nav.WriteMsg); !ok || w.Name != "unit-berdampingan-2026-Q3" {
		t.Errorf("w asks for %+v", asked[0])
	}
	uitest.Choose(t, p, "2026-Q2")
	if got := p.Crumb(); got != "TW II 2026" {
		t.Errorf("t leads to %s", got)
	}
}

// What a unit worked under stands below its figures, and with x below those of
// whoever rates there; a unit of which nothing was said has no line.
func TestWhatUnitsWorkedUnder(t *testing.T) {
	p := opened(t, district(), "id", 118, 200)
	view := ansi.Strip(p.View())
	if strings.Count(view, "sangat terpencil (perahu 3 jam) · 12 hari bencana") != 1 || strings.Contains(view, "belum diisi") {
		t.Errorf("beside the units:\n%s", view)
	}
	uitest.Press(p, "home", "x")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Keadaan unit · Puskesmas Melati") || !strings.Contains(view, "9 orang menurut jabatan") || !strings.Contains(view, "tidak dipakai dalam nilai") {
		t.Errorf("beside a rater:\n%s", view)
	}
}

// Of each rater one sentence says what the figures come to, beside the colleagues
// whose figures are shown: the four people of the new one are in none of it.
func TestARaterInASentence(t *testing.T) {
	view := strings.Join(strings.Fields(ansi.Strip(opened(t, district(), "id", 118, 60).View())), " ")
	for _, want := range []string{
		"7 dari 7 orang dinilai di atas saran, 0 di bawah; rekan sekelompok 0 dari 6 di atas, 6 di bawah.",
		"0,00 % mendapat rating yang sama untuk hasil kerja dan perilaku (bila keduanya tak berkaitan: 0,00 %)",
	} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not said:\n%s", want, view)
		}
	}
	for _, code := range []string{"HK atas", "P atas", "saling lepas", "langkah"} {
		if strings.Contains(view, code) {
			t.Errorf("%q is for nobody:\n%s", code, view)
		}
	}
}

// In the smallest room the figures that do not fit are reached with right, and left
// leads back.
func TestEveryFigureIsReached(t *testing.T) {
	p := opened(t, district(), "id", 58, 40)
	if view := ansi.Strip(p.View()); strings.Contains(view, "turun\n") || !strings.Contains(view, "Angka 1–") || !strings.Contains(view, "dari 8; kiri/kanan menggeser") {
		t.Errorf("all of it is there, or nothing says that more is:\n%s", view)
	}
	for range 12 {
		uitest.Press(p, "right")
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, " turun\n") || !strings.Contains(view, "–8 dari 8") {
		t.Errorf("the last figure is not reached:\n%s", view)
	}
	for range 12 {
		uitest.Press(p, "left")
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Angka 1–") {
		t.Errorf("left does not lead back:\n%s", view)
	}
}

// What adds up is told for each of its people: 120 hours of four are 30 each.
func TestSumsStandPerPerson(t *testing.T) {
	d := district()
	gauge := model.Gauge{Code: "JP", Name: model.Text{ID: "Pengembangan kompetensi"}, Unit: "JP", Target: model.Int(20), Aggregate: model.Sum, Weight: model.Int(100)}
	h := overview.Heat{Instrument: d.units.Groups[0].Heat[0].Instrument, Gauge: gauge}
	for _, n := range []int{4, 3, 2} {
		var all sheet.Combined
		for range n {
			all.Add(model.Entry{Actual: model.Some(model.Int(30))})
		}
		h.Cells = append(h.Cells, overview.CellOf(gauge, all, rules.PermenPANRB6()))
	}
	d.units.Groups[0].Heat = []overview.Heat{h}
	view := ansi.Strip(opened(t, d, "id", 118, 60).View())
	if !strings.Contains(view, "Pengembangan kompetensi (per orang)") || strings.Count(view, "30,00") != 2 || strings.Contains(view, "120,00") {
		t.Errorf("sums stand beside each other:\n%s", view)
	}
	if !strings.Contains(view, "mulai 110 %, = mulai 90 %") {
		t.Errorf("the signs are not explained:\n%s", view)
	}
}
