package proof_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/proof"
)

func TestPiece(t *testing.T) {
	text := uitest.Env(t, "id").Text
	for _, tt := range []struct {
		e    action.Evidence
		want string
	}{
		{action.Evidence{Name: "kohort.xlsx", Place: "/stik/kohort.xlsx", Digest: "9f", Size: 2_930, On: 2026_09_30}, "kohort.xlsx · /stik/kohort.xlsx · 3 KiB · 30 September 2026"},
		{action.Evidence{Name: "a.csv", Place: "/a.csv", Digest: "9f", Size: 1023}, "a.csv · /a.csv · 1.023 byte"},
		{action.Evidence{Name: "https://contoh.id", Place: "https://contoh.id", Note: "dua\nbaris"}, "https://contoh.id · dua baris"},
		{action.Evidence{Name: "\x1b[2Jfoto", Place: "map"}, "\ufffd[2Jfoto · map"},
	} {
		if got := proof.Piece(text, tt.e); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// Nothing is said of a plan for which nobody plans actions, nor of a measure for
// which nothing is planned.
func TestSummary(t *testing.T) {
	text := uitest.Env(t, "id").Text
	q3, _ := model.ParsePeriod("2026-Q3")
	plan := model.Plan{ID: "p", Year: 2026, Measures: []model.Measure{
		{ID: "m1", Gauge: model.Gauge{Code: "IDL"}}, {ID: "m2", Gauge: model.Gauge{Code: "K6"}}, {ID: "m3", Gauge: model.Gauge{Code: "IKM"}},
	}}
	s := action.New(plan, q3)
	if got := proof.Summary(text, s, plan); got != "" {
		t.Errorf("of nothing: %q", got)
	}
	s.Actions = []action.Action{{ID: "a", Measure: "m1", Text: "x", Evidence: []action.Evidence{{ID: "e", Name: "Foto"}}}, {ID: "b", Measure: "m2", Text: "y"}}
	if got, want := proof.Summary(text, s, plan), "Bukti dukung: IDL 1 · belum ada: K6"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for measure, want := range map[model.ElementID]string{"m1": " · Foto", "m2": " · belum ada bukti"} {
		if got := proof.Of(text, s, plan, measure, 60); len(got) != 2 || got[1] != want {
			t.Errorf("%s: %q, want %q", measure, got, want)
		}
	}
	if got := proof.Of(text, s, plan, "m3", 60); got != nil {
		t.Errorf("of a measure for which nothing is planned: %q", got)
	}
}
