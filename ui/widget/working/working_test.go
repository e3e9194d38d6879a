package working_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/working"
)

// measure is a measure of a plan; its code is its identity.
func measure(code, name, unit string, d model.Direction, target string, weight int64) model.Measure {
	return model.Measure{ID: model.ElementID(code), Gauge: model.Gauge{
		Code: code, Name: model.Text{ID: name, EN: name + " (en)"}, Unit: unit, Direction: d,
		Target: model.MustNumber(target), Weight: model.Int(weight), Source: "Permenkes 4/2019",
	}}
}

func entry(code, actual string) model.Entry {
	a, num, den, err := model.ParseEntry(actual, model.DecimalPoint)
	if err != nil {
		panic(err)
	}
	return model.Entry{Measure: model.ElementID(code), Actual: a, Num: num, Den: den}
}

// sketch is the plan drawn in UX 4.
func sketch() model.Plan {
	return model.Plan{Measures: []model.Measure{
		measure("IDL", "Imunisasi dasar lengkap", "%", model.Higher, "90", 30),
		measure("K6", "Ibu hamil K6", "%", model.Higher, "100", 25),
		measure("IKM", "Kepuasan pasien", "IKM", model.Higher, "76.61", 25),
		measure("TUNGGU", "Waktu tunggu", "menit", model.Lower, "60", 20),
	}}
}

// odd is a plan with everything that can go wrong with a card.
func odd() (model.Plan, model.Card) {
	zero := measure("NOL", "Target nol", "kasus", model.Higher, "0", 10)
	none := measure("TELAT", "Terlambat", "hari", model.Zero, "0", 10)
	ranged := measure("TD", "Tekanan darah", "mmHg", model.Range, "110", 20)
	ranged.Gauge.TargetHigh = model.Some(model.Int(130))
	own := measure("PRIMA", "Pelayanan prima", "", model.Higher, "50", 20)
	own.Gauge.Cap = model.Some(model.Int(100))
	plan := model.Plan{Measures: []model.Measure{
		measure("MISS", "Belum diisi", "%", model.Higher, "90", 10), zero, none, ranged, own,
		measure("LAMA", "Waktu tunggu", "menit", model.Lower, "60", 30),
	}}
	return plan, model.Card{Entries: []model.Entry{
		entry("NOL", "5"), entry("TELAT", "2"), entry("TD", "120"), entry("PRIMA", "47/52"), entry("LAMA", "150"),
	}}
}

func scoreOf(t *testing.T, card model.Card, plan model.Plan) score.Score {
	t.Helper()
	s, err := score.Of(card, plan, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func full() model.Card {
	return model.Card{Entries: []model.Entry{entry("IDL", "94"), entry("K6", "90"), entry("IKM", "84.2"), entry("TUNGGU", "45")}}
}

func TestLines(t *testing.T) {
	oddPlan, oddCard := odd()
	for _, tt := range []struct {
		name string
		plan model.Plan
		card model.Card
	}{
		{"full", sketch(), full()},
		{"part", sketch(), model.Card{Entries: []model.Entry{entry("IDL", "94"), entry("K6", "90")}}},
		{"empty", sketch(), model.Card{}},
		{"odd", oddPlan, oddCard},
	} {
		for _, language := range lang.Languages() {
			for _, width := range []int{60, 79, 120} {
				t.Run(fmt.Sprintf("%s_%s_%d", tt.name, language, width), func(t *testing.T) {
					env := uitest.Env(t, language)
					lines := working.Choose(env.Text, env.Styles, env.Rules.File, scoreOf(t, tt.card, tt.plan), "IDL", width)
					uitest.Golden(t, strings.Join(lines, "\n"))
					uitest.Fits(t, strings.Join(lines, "\n"), width, 24)
				})
			}
		}
	}
}

// Decimal points stand under one another, and the weight stays on the smallest
// screen: what was reached, times the weight, is what it adds.
func TestNumbersStandUnderOneAnother(t *testing.T) {
	env := uitest.Env(t, "id")
	for width, want := range map[int][]string{
		79: {"target ", "90    ", "76,61 ", "bobot"}, 58: {"real.  cap. %", "bobot   nilai", "  30   31,33"},
	} {
		view := ansi.Strip(strings.Join(working.Choose(env.Text, env.Styles, env.Rules.File, scoreOf(t, full(), sketch()), "IDL", width), "\n"))
		for _, text := range want {
			if !strings.Contains(view, text) {
				t.Errorf("no %q in %d cells:\n%s", text, width, view)
			}
		}
		uitest.Fits(t, view, width, 24)
	}
}

func TestWhy(t *testing.T) {
	oddPlan, oddCard := odd()
	for _, tt := range []struct {
		code model.ElementID
		s    score.Score
	}{
		{"TUNGGU", scoreOf(t, full(), sketch())},
		{"PRIMA", scoreOf(t, oddCard, oddPlan)},
		{"TELAT", scoreOf(t, oddCard, oddPlan)},
		{"LAMA", scoreOf(t, oddCard, oddPlan)},
	} {
		for _, language := range lang.Languages() {
			t.Run(string(tt.code)+"_"+language, func(t *testing.T) {
				env := uitest.Env(t, language)
				lines := working.Why(env.Text, env.Styles, gain.Cuts{}, tt.s, tt.code, 79)
				uitest.Golden(t, strings.Join(lines, "\n"))
				uitest.Fits(t, strings.Join(lines, "\n"), 79, 24)
			})
		}
	}
	env := uitest.Env(t, "id")
	if got := working.Why(env.Text, env.Styles, gain.Cuts{}, scoreOf(t, full(), sketch()), "none", 79); got != nil {
		t.Errorf("a measure that is not there: %q", got)
	}
}

// A value taken from a survey says from which; one typed over it does not.
func TestWhySaysWhereAValueWasTaken(t *testing.T) {
	const source = "skm 01JAAAAAAAAAAAAAAAAAAAAAAA 2026-Q3 212 1/9 84.2"
	for actual, want := range map[string]bool{"84.2": true, "85": false} {
		taken := entry("IKM", actual)
		taken.Source = source
		for language, text := range map[string]string{"id": "Asal          dari SKM unit kerjanya TW III 2026, n = 212, bobot 1/9", "en": "from the SKM of their own unit Q3 2026, n = 212, weight 1/9"} {
			env := uitest.Env(t, language)
			got := ansi.Strip(strings.Join(working.Why(env.Text, env.Styles, gain.Cuts{}, scoreOf(t, model.Card{Entries: []model.Entry{taken}}, sketch()), "IKM", 79), "\n"))
			if strings.Contains(got, text) != want {
				t.Errorf("%s with %s:\n%s", actual, source, got)
			}
		}
	}
}

// The target of a part of the period is worked out from that of the whole.
func TestWhyATargetIsThatOfAPart(t *testing.T) {
	period, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	plan := sketch()
	plan.Measures = append(plan.Measures, measure("KUNJ", "Kunjungan rumah", "kunjungan", model.Higher, "120", 10))
	plan.Measures[4].Gauge.Aggregate = model.Sum
	plan.Year, plan.To = 2026, 2026_08_14
	card := model.Card{Entries: []model.Entry{entry("KUNJ", "52")}}
	for language, text := range map[string]string{
		"id": "120 × 45 ÷ 92 hari = 58,70 kunjungan",
		"en": "120 × 45 ÷ 92 days = 58.70 visits",
	} {
		env := uitest.Env(t, language)
		got := ansi.Strip(strings.Join(working.Why(env.Text, env.Styles, gain.Cuts{}, scoreOf(t, card, plan.In(period)), "KUNJ", 79), "\n"))
		if !strings.Contains(got, text) {
			t.Errorf("%s is missing:\n%s", text, got)
		}
	}
}

// Each direction has its formula, and its numbers are those of the step.
func TestFormula(t *testing.T) {
	text, err := lang.Read("id")
	if err != nil {
		t.Fatal(err)
	}
	gauge := func(d model.Direction, target, high, limit string) model.Measure {
		m := measure("A", "A", "", d, target, 1)
		if high != "" {
			m.Gauge.TargetHigh = model.Some(model.MustNumber(high))
		}
		if limit != "" {
			m.Gauge.Limit = model.Some(model.MustNumber(limit))
		}
		return m
	}
	for _, tt := range []struct {
		m          model.Measure
		value      string
		want, note string
	}{
		{gauge(model.Higher, "90", "", ""), "94", "94 ÷ 90 × 100 = 104,44 %", ""},
		{gauge(model.Higher, "80", "90", ""), "70", "70 ÷ 80 × 100 = 87,50 %", ""},
		{gauge(model.Higher, "80", "90", ""), "99", "99 ÷ 90 × 100 = 110,00 %", ""},
		{gauge(model.Higher, "80", "90", ""), "85", "85 di dalam 80 s.d. 90 = 100 %", "inside-range"},
		{gauge(model.Lower, "60", "", ""), "45", "(1 + (1 - 45 ÷ 60)) × 100 = 125,00 %", "capped"},
		{gauge(model.Lower, "7", "8", ""), "6.5", "(1 + (1 - 6,5 ÷ 7)) × 100 = 107,14 %", ""},
		{gauge(model.Lower, "60", "", ""), "150", "(1 + (1 - 150 ÷ 60)) × 100 = -50,00 %", "floored"},
		{gauge(model.Range, "110", "130", ""), "99", "99 ÷ 110 × 100 = 90,00 %", ""},
		{gauge(model.Range, "110", "130", ""), "143", "(1 + (1 - 143 ÷ 130)) × 100 = 90,00 %", ""},
		{gauge(model.Range, "110", "130", ""), "130", "130 di dalam 110 s.d. 130 = 100 %", "inside-range"},
		{gauge(model.Zero, "0", "", "4"), "1", "(1 - 1 ÷ 4) × 100 = 75,00 %", ""},
		{gauge(model.Zero, "0", "", "4"), "0", "0 = 100 %", ""},
		{gauge(model.Zero, "0", "", ""), "3", "realisasi 3, batas tidak ditetapkan, jadi tidak dihitung", "no-limit"},
		{gauge(model.Higher, "0", "", ""), "3", "target 0 tidak dapat menjadi pembagi, jadi tidak dihitung", "target-zero"},
		{gauge(model.Higher, "9", "", ""), "-", "belum ada realisasi, jadi tidak dihitung (bukan nol)", "missing"},
		{gauge(model.Gain, "0.5", "", ""), "0.55", "0,55 ÷ 0,5 × 100 = 110,00 %", ""},
	} {
		s := scoreOf(t, model.Card{Entries: []model.Entry{entry("A", tt.value)}}, model.Plan{Measures: []model.Measure{tt.m}})
		step := s.Steps[0]
		if got := working.Formula(text, step); got != tt.want || step.Note.Code.String() != tt.note {
			t.Errorf("%v %s: %q (%s), want %q (%s)", tt.m.Gauge.Direction, tt.value, got, step.Note.Code, tt.want, tt.note)
		}
	}
}

// Whatever stands in a name, and however narrow the room: lines fit, and no
// control character passes.
func TestHostileNamesFit(t *testing.T) {
	for _, name := range []string{
		strings.Repeat("Cakupan pelayanan kesehatan ", 10), "界界界界界界界界界界界界界界界界界界", "\x1b[31mred\x07\r\n\u202eevil", "שלום עולם שלום עולם", "e\u0301\u0301\u0301 👩‍👩‍👧‍👦", "",
	} {
		plan := sketch()
		plan.Measures[0].Gauge.Name = model.Text{ID: name, EN: name}
		plan.Measures[1].Gauge.Target = 9_000_000_000_000_000_000
		s := scoreOf(t, full(), plan)
		for width := 1; width <= 200; width += 7 {
			env := uitest.Env(t, "id")
			for _, lines := range [][]string{
				working.Lines(env.Text, env.Styles, env.Rules.File, s, width),
				working.Why(env.Text, env.Styles, gain.Cuts{}, s, "IDL", width),
			} {
				view := strings.Join(lines, "\n")
				uitest.Fits(t, view, width, 10_000)
				if strings.ContainsAny(ansi.Strip(view), "\x1b\x07\r\u202e") {
					t.Errorf("width %d: %q acts on the terminal", width, name)
				}
			}
		}
	}
}

// A threshold that was set says so, and is not called the program's own.
func TestThresholdsSayWhoseTheyAre(t *testing.T) {
	env := uitest.Env(t, "id")
	set := env.Rules.File.With(model.Int(105), model.Int(80), model.Int(80), model.Int(120))
	s, err := score.Of(full(), sketch(), set)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(working.Lines(env.Text, env.Styles, set, s, 79), "\n")
	for _, want := range []string{"mulai 105", "Batas 80 dan 105 dari setelan"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

// A value beyond what is to be expected counts, and is never passed over in
// silence.
func TestImplausibleValuesAreNamed(t *testing.T) {
	env := uitest.Env(t, "id")
	plan := sketch()
	plan.Measures[0].Gauge.High = model.Some(model.Int(100))
	for actual, want := range map[string]bool{"100": false, "1250": true} {
		card := model.Card{Entries: []model.Entry{entry("IDL", actual)}}
		got := strings.Join(working.Lines(env.Text, env.Styles, env.Rules.File, scoreOf(t, card, plan), 79), "\n")
		if strings.Contains(got, "! IDL 1.250 di luar rentang wajar") != want {
			t.Errorf("%s:\n%s", actual, got)
		}
	}
}
