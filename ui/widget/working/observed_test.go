package working_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rubric"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/working"
)

// x on a value of classroom observation says every lesson behind it, and every
// behaviour that was seen in it.
func TestWhyOfLessons(t *testing.T) {
	d, err := rubric.Parse("2026-08-14; instruksi 3,4,3; oleh Hasan; tahap refleksi | 2026-09-04; perhatian 2,2,-; oleh Sari; catatan tenang")
	if err != nil {
		t.Fatal(err)
	}
	m := measure("OBS", "Nilai observasi kelas", "1–4", model.Higher, "3", 100)
	m.Gauge.Source = rubric.Source
	e := d.Entry()
	e.Measure = m.ID
	env := uitest.Env(t, "id")
	s := scoreOf(t, model.Card{Entries: []model.Entry{e}}, model.Plan{Measures: []model.Measure{m}})
	got := strings.Join(strings.Fields(ansi.Strip(strings.Join(working.Why(env.Text, env.Styles, gain.Cuts{}, s, m.ID, 79), "\n"))), " ")
	for _, want := range []string{
		"Realisasi 2,6667 1–4 Asal rerata 2 observasi kelas: 2,6667 · skala 1–4 belum diverifikasi 14 Agustus 2026, Hasan (refleksi): rerata 3,3333 dari 3 perilaku",
		"kegiatan yang memberi peran pada semua murid 4,", "Sari (observasi): rerata 2 dari 2 perilaku", "catatan: tenang Target 3",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
}
