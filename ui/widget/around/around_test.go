package around_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/situation"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/around"
)

func beside() situation.Beside {
	b := situation.Beside{Situation: situation.New("u", 202623), Counted: 14, On: 20260930}
	b.Vacancies, b.Needed, b.Present, b.DisasterDays = model.Some(model.Int(3)), model.Some(model.Int(12)), model.Some(model.Int(9)), model.Some(model.Int(1))
	b.Access, b.AccessWords, b.Note, b.Source = situation.VeryRemote, "perahu 3 jam", "banjir bandang", "surat 12/2026"
	return b
}

// What the unit says stands beside what the file counts; what was not said is not
// there, and none is not the same as not said.
func TestLines(t *testing.T) {
	env := uitest.Env(t, "id")
	want := []string{
		"formasi kosong 3 · kebutuhan 12 orang · yang ada 9 orang menurut unit · 14 orang menurut jabatan per 30 September 2026",
		"sangat terpencil (perahu 3 jam) · 1 hari bencana", "Catatan: banjir bandang", "Sumber: surat 12/2026",
		"Keterangan untuk membaca angka; tidak dipakai dalam nilai, rating atau urutan mana pun.",
	}
	if got := around.Lines(env.Text, beside()); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("\n%s", strings.Join(got, "\n"))
	}
	none := situation.Beside{Situation: situation.New("u", 202623), Counted: 1, On: 20260930}
	if got := around.Lines(env.Text, none); len(got) != 1 || got[0] != "belum diisi · 1 orang menurut jabatan per 30 September 2026" {
		t.Errorf("%q", got)
	}
	none.Vacancies = model.Some(0)
	if got := around.Lines(env.Text, none); !strings.HasPrefix(got[0], "formasi kosong 0 · 1 orang") {
		t.Errorf("%q", got)
	}
}

func TestShort(t *testing.T) {
	en := uitest.Env(t, "en").Text
	if got := around.Short(en, beside()); got != "3 vacant · lacks 3 people · very remote (perahu 3 jam) · 1 day of disaster" {
		t.Errorf("%q", got)
	}
	b := situation.Beside{Situation: situation.New("u", 202623), Counted: 12}
	if got := around.Short(en, b); got != "" {
		t.Errorf("of nothing said: %q", got)
	}
	b.Needed = model.Some(model.Int(13)) // beside the twelve who are counted
	if got := around.Short(en, b); got != "lacks 1 person" {
		t.Errorf("%q", got)
	}
	b.Needed, b.Access = model.Amount{}, situation.Ordinary
	if got := around.Short(en, b); got != "ordinary access" {
		t.Errorf("%q", got)
	}
	b.Note = "atap bocor"
	if got := around.Short(en, b); got != "atap bocor" {
		t.Errorf("%q", got)
	}
}
