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
