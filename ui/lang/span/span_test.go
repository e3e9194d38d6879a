package span_test

import (
	"testing"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
)

// A row about a part of a period says which; the days are not cut off with a long
// name, and a whole period says nothing.
func TestNamed(t *testing.T) {
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	plan := model.Plan{Year: 2026, To: 2026_08_14}
	for language, want := range map[string]string{"id": "Siti Aminah · 1 Jul–14 Agu", "en": "Siti Aminah · 1 Jul–14 Aug"} {
		text, err := lang.Read(language)
		if err != nil {
			t.Fatal(err)
		}
		got := span.Named(text, "Siti Aminah, S.Keb.", plan, q3)
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if fit := (lang.Namesakes{}).Fit(got, 22, "…"); fit != "Siti … · 1 Jul–14 Agu" && fit != "Siti A… · 1 Jul–14 Agu" && fit != "Siti A… · 1 Jul–14 Aug" {
			t.Errorf("in 22 cells: %q", fit)
		}
		if whole := span.Named(text, "Siti Aminah, S.Keb.", plan, q3.Prev()); whole != "Siti Aminah, S.Keb." {
			t.Errorf("a whole quarter: %q", whole)
		}
	}
}

// Leave stands beside the name: one with its days, several with how many; after the
// days of a part; and what is outside of the part is not of it.
func TestLeaveBesideTheName(t *testing.T) {
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	text, err := lang.Read("id")
	if err != nil {
		t.Fatal(err)
	}
	august := model.Away{ID: "a", From: 2026_08_10, To: 2026_08_31}
	for _, x := range []struct {
		plan model.Plan
		want string
	}{
		{model.Plan{Year: 2026, Away: []model.Away{august}}, "Siti · cuti 10–31 Agu"},
		{model.Plan{Year: 2026, Away: []model.Away{{ID: "b", From: 2026_06_20, To: 2026_07_01}}}, "Siti · cuti 1 Jul"},
		{model.Plan{Year: 2026, Away: []model.Away{{ID: "b", From: 2026_07_30, To: 2026_08_02}}}, "Siti · cuti 30 Jul–2 Agu"},
		{model.Plan{Year: 2026, Away: []model.Away{{ID: "b", From: 2026_07_01, To: 2026_07_02}, august}}, "Siti · cuti 24 hari"},
		{model.Plan{Year: 2026, To: 2026_08_14, Away: []model.Away{august}}, "Siti · 1 Jul–14 Agu, cuti 10–14 Agu"},
		{model.Plan{Year: 2026, Away: []model.Away{{ID: "b", From: 2026_01_01, To: 2026_01_02}}}, "Siti"},
	} {
		if got := span.Named(text, "Siti", x.plan, q3); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
	if off := span.Off(text, model.Part{Away: 22}); off != " (tanpa 22 hari cuti, belum diverifikasi)" {
		t.Errorf("taken off: %q", off)
	}
}
