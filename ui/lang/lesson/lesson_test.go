package lesson_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/rubric"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
)

// Each behaviour that was seen is named with its score, in both languages; what was
// not seen is not; a session without scores says how far it is.
func TestFrom(t *testing.T) {
	d, err := rubric.Parse("2026-08-14; instruksi 3,-,4; oleh Hasan; tahap refleksi; catatan lanjutkan | 2026-09-28; oleh Sari; tahap pra-observasi")
	if err != nil {
		t.Fatal(err)
	}
	gauge := model.Gauge{Code: "OBS", Unit: "1–4", Source: rubric.Source}
	for language, want := range map[string][]string{
		"id": {
			"1 observasi kelas: 3,5 · skala 1–4 belum diverifikasi",
			"14 Agustus 2026, Hasan (refleksi): rerata 3,5 dari 2 perilaku · Instruksi pembelajaran: pertanyaan yang menstimulasi diskusi dan berpikir kritis 3, diskusi kelompok interaktif, kritis, inklusif 4 · catatan: lanjutkan",
			"28 September 2026, Sari (pra-observasi)",
		},
		"en": {
			"1 classroom observation: 3.5 · scale 1–4 not verified",
			"14 August 2026, Hasan (reflection): mean 3.5 of 2 behaviours · Instruction: questions that stimulate discussion and critical thinking 3, group discussion that is interactive, critical, inclusive 4 · note: lanjutkan",
			"28 September 2026, Sari (pre-observation)",
		},
	} {
		text, err := lang.Read(language)
		if err != nil {
			t.Fatal(err)
		}
		if got := lesson.From(text, gauge, d.Entry()); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:\n%s", language, strings.Join(got, "\n"))
		}
		typed := lesson.From(text, gauge, model.Entry{Actual: model.Some(model.Int(3))})
		if len(typed) != 1 || !strings.HasPrefix(typed[0], text.Observe.Alone) {
			t.Errorf("%s: typed as one number: %q", language, typed)
		}
		if other := lesson.From(text, model.Gauge{Unit: "%"}, model.Entry{Actual: model.Some(0)}); other != nil {
			t.Errorf("%s: another indicator: %q", language, other)
		}
	}
}
