package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
)

func period(t testing.TB, s string) model.Period {
	t.Helper()
	p, err := model.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParsePeriod(t *testing.T) {
	for text, want := range map[string]string{
		"2026-Q3": "2026-Q3", "2026-q3": "2026-Q3", "Q3 2026": "2026-Q3", "Q3-2026": "2026-Q3", "2026 Q3": "2026-Q3", "2026Q3": "",
		"TW III 2026": "2026-Q3", "tw iii 2026": "2026-Q3", "TW-3-2026": "2026-Q3", "TW3/2026": "2026-Q3", "triwulan 3 2026": "2026-Q3",
		"Triwulan III Tahun 2026": "2026-Q3", "TW. IV 2026": "2026-Q4", "TW V 2026": "", "TW 5 2026": "", "Q0 2026": "",
		"2026-07": "2026-07", "07/2026": "2026-07", "2026-7": "2026-07", "2026-13": "", "2026-00": "", "bulan 7 2026": "2026-07", "VII 2026": "",
		"2026-S1": "2026-S1", "semester II 2026": "2026-S2", "Sem 2 2026": "2026-S2", "S3 2026": "",
		"2026": "2026", " 2026 ": "2026", "1899": "", "3000": "", "26-Q3": "", "": "", "Q3": "", "2026-Q3-1-2": "", "2026-2026": "", "٢٠٢٦": "",
	} {
		p, err := model.ParsePeriod(text)
		if got := p.String(); got != want || (err == nil) != (want != "") {
			t.Errorf("ParsePeriod(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestPeriodDays(t *testing.T) {
	for _, tt := range []struct {
		text, first, last string
		days              int
	}{
		{"2026-Q1", "2026-01-01", "2026-03-31", 90},
		{"2024-Q1", "2024-01-01", "2024-03-31", 91},
		{"2026-Q3", "2026-07-01", "2026-09-30", 92},
		{"2024-02", "2024-02-01", "2024-02-29", 29},
		{"2026-02", "2026-02-01", "2026-02-28", 28},
		{"2026-12", "2026-12-01", "2026-12-31", 31},
		{"2026-S2", "2026-07-01", "2026-12-31", 184},
		{"2026", "2026-01-01", "2026-12-31", 365},
	} {
		p := period(t, tt.text)
		if p.First().String() != tt.first || p.Last().String() != tt.last || p.Days() != tt.days {
			t.Errorf("%s: %v to %v, %d days", tt.text, p.First(), p.Last(), p.Days())
		}
	}
	var none model.Period
	if none.Valid() || none.Days() != 0 || none.First() != 0 || none.Next() != 0 || none.Has(0) || none.Contains(none) || none.String() != "" {
		t.Error("no period must have no days")
	}
}

func TestPeriodOrder(t *testing.T) {
	want := []string{"2025-Q4", "2026", "2026-S1", "2026-Q1", "2026-01", "2026-02", "2026-Q2", "2026-04", "2026-S2", "2026-Q3", "2026-12", "2027-01"}
	var got []model.Period
	for i := range want {
		got = append(got, period(t, want[(i*5)%len(want)]))
	}
	slices.SortFunc(got, model.Period.Compare)
	for i, p := range got {
		if p.String() != want[i] {
			t.Errorf("place %d: %v, want %s", i, p, want[i])
		}
	}
}

func TestPeriodContains(t *testing.T) {
	for _, tt := range []struct {
		outer, inner string
		want         bool
	}{
		{"2026", "2026-Q3", true}, {"2026", "2026", true}, {"2026-S2", "2026-Q3", true}, {"2026-S1", "2026-Q3", false},
		{"2026-Q3", "2026-09", true}, {"2026-Q3", "2026-10", false}, {"2026-Q3", "2026", false}, {"2025", "2026-01", false},
	} {
		if got := period(t, tt.outer).Contains(period(t, tt.inner)); got != tt.want {
			t.Errorf("%s contains %s: %v", tt.outer, tt.inner, got)
		}
	}
}

func TestPeriodNeighbours(t *testing.T) {
	for before, after := range map[string]string{"2026-Q4": "2027-Q1", "2026-12": "2027-01", "2026-S2": "2027-S1", "2026": "2027", "2026-Q2": "2026-Q3"} {
		a, b := period(t, before), period(t, after)
		if a.Next() != b || b.Prev() != a {
			t.Errorf("%s and %s: next %v, prev %v", before, after, a.Next(), b.Prev())
		}
	}
	if last := period(t, "2999-12"); last.Next() != 0 {
		t.Errorf("after the last month comes %v", last.Next())
	}
}

func TestPeriodProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := model.Date(19500101).Add(rapid.IntRange(0, 60_000).Draw(t, "day"))
		kind := rapid.SampledFrom([]model.PeriodKind{model.Month, model.Quarter, model.Semester, model.Year}).Draw(t, "kind")
		p := model.PeriodAt(kind, day)
		if !p.Valid() || p.Kind() != kind || !p.Has(day) {
			t.Fatalf("%v on %v = %v", kind, day, p)
		}
		if p.Last().Add(1) != p.Next().First() || p.Next().Prev() != p {
			t.Fatalf("%v ends on %v, the next begins on %v", p, p.Last(), p.Next().First())
		}
		if p.Compare(p.Next()) >= 0 || p.Has(p.Next().First()) || p.Contains(p.Next()) {
			t.Fatalf("%v and its next are not apart", p)
		}
		if back, err := model.ParsePeriod(p.String()); err != nil || back != p {
			t.Fatalf("%v reads back as %v, %v", p, back, err)
		}
		if again, err := model.NewPeriod(kind, p.Year(), p.N()); err != nil || again != p {
			t.Fatalf("%v made again = %v, %v", p, again, err)
		}
	})
}

// One stray monthly entry must not move everybody's work to its month.
func TestUsualPeriodIsTheNewestQuarter(t *testing.T) {
	for _, tt := range []struct{ used, want string }{
		{"", ""},
		{"2026-Q2 2026-Q3 2026-07 2026-12", "2026-Q3"},
		{"2026-12 2026-Q3 2026-Q2", "2026-Q3"},
		{"2026-07 2026-12", "2026-12"},
		{"2026 2026-S1", "2026-S1"},
	} {
		var used []model.Period
		for _, s := range strings.Fields(tt.used) {
			used = append(used, period(t, s))
		}
		if got, ok := model.Usual(used); got.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("of %q: %v, %v", tt.used, got, ok)
		}
	}
}
