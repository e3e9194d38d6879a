//go:build !windows

package cli_test

import (
	"strings"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
)

// remembered waits until the file keeps for the head, under a key, what text
// says: that alone outlives a power cut.
func remembered(t *testing.T, env []string, key func(*store.Desk) string, text string) {
	t.Helper()
	_, path, _ := strings.Cut(run(t, env, "config", "path"), "Berkas data: ")
	path, _, _ = strings.Cut(path, "\n")
	opt := storetest.Options()
	opt.Machine = ""
	s, err := store.Open(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	head, err := storetest.Owner(s).FindOne("197503121999032001")
	if err != nil {
		t.Fatal(err)
	}
	desk := s.As(model.Owner(head.Employee, head.Name))
	for late := time.Now().Add(patience); ; time.Sleep(100 * time.Millisecond) {
		got, err := desk.Place(key(desk))
		switch {
		case err != nil:
			t.Fatal(err)
		case text == "" && len(got) == 0, text != "" && strings.Contains(string(got), text):
			return
		case time.Now().After(late):
			t.Fatalf("%s holds %q, never %q", key(desk), got, text)
		}
	}
}

func place(*store.Desk) string { return "place" }

func noteAbout(number string) func(*store.Desk) string {
	return func(d *store.Desk) string {
		who, err := d.FindOne(number)
		if err != nil {
			return err.Error()
		}
		return "draft/feedback/" + string(who.Employee)
	}
}

// The power goes while a long note is being written, and while one enters
// results: one is where one was, nothing but the last two seconds is lost, and
// the program says what it has.
func TestThePowerGoes(t *testing.T) {
	env, nips := clinic(t, 6)
	p := sit(t, env)
	p.sees("Beranda", "Menunggu")
	p.press("g", "3")
	p.sees("Bidan (6 orang)")
	p.press("down", "down", "tab")
	p.types("92,5")
	p.press("enter")
	p.sees("tersimpan")
	p.press("up", "right")
	remembered(t, env, place, "Results")
	p.kill()

	p = sit(t, env)
	p.sees("Bidan (6 orang)", "Bidan 03 Lestari · K6", "Terakhir tersimpan", "K6 Bidan 03 Lestari 92,5")
	p.types("7") // the cell is the one that one was in
	p.press("enter")
	p.sees("tersimpan")
	p.press("g", "4")
	p.sees("0/6 dinilai")
	p.leave()
	if card := run(t, env, "card", "Bidan 03", "--period", "2026-Q3"); !strings.Contains(card, "7,00") || strings.Contains(card, "92,50") {
		t.Errorf("the value went to another cell:\n%s", card)
	}

	p = sit(t, env)         // after an end in order, too
	p.send("\x1b[B\x1b[Bf") // before anything is read, and all at once
	p.sees("Umpan balik › Bidan 03 Lestari")
	p.press("esc")
	p.sees("▸  Bidan 03", "0/6 dinilai")
	p.press("home", "f")
	p.sees("0 butir")
	p.press("!")
	note := "Laporan imunisasi terlambat dua pekan karena stok"
	p.types(note)
	p.sees("karena stok")
	remembered(t, env, noteAbout(nips[0]), note)
	p.kill()
	p = sit(t, env)
	p.sees("Naskah yang belum disimpan dikembalikan.", "karena stok")
	p.types(" kosong")
	p.press("ctrl+s")
	p.sees("stok kosong")
	p.gone("MENGETIK")
	remembered(t, env, noteAbout(nips[0]), "")
	p.kill()
	p = sit(t, env)
	p.sees("1 butir", "stok kosong")
	if strings.Contains(p.text(), "Naskah") {
		t.Errorf("a draft that was saved comes back:\n%s", p.text())
	}
	p.leave()
	run(t, env, "verify", "--deep")
}

// The power goes while a form is filled in: what was typed is back, in its
// fields; what is given up after the question is not.
func TestThePowerGoesOverAForm(t *testing.T) {
	env, _ := clinic(t, 2)
	p := sit(t, env)
	p.sees("Beranda", "Menunggu")
	p.press(":")
	p.types("survei kepuasan")
	p.press("enter")
	p.sees("Belum ada survei kepuasan")
	p.press("a")
	p.sees("Masukkan survei", "TW III 2026")
	p.press("tab")
	p.types("212")
	p.press("tab", "tab")
	p.types("3,41")
	p.sees("3,41")
	key := func(d *store.Desk) string {
		units, err := d.Units()
		if err != nil || len(units) != 1 {
			return "no unit"
		}
		for id := range units {
			return "draft/edit/survey/" + string(id) + "/" + model.Period(0).String()
		}
		return ""
	}
	remembered(t, env, key, "3,41")
	p.kill()

	p = sit(t, env)
	p.sees("Naskah yang belum disimpan dikembalikan.", "212", "3,41")
	p.press("esc")
	p.sees("Belum tersimpan")
	p.press("y")
	p.sees("Belum ada survei kepuasan")
	remembered(t, env, key, "")
	p.press("a")
	p.sees("Masukkan survei", "TW III 2026")
	if text := p.text(); strings.Contains(text, "3,41") || strings.Contains(text, "Naskah") {
		t.Errorf("what was given up comes back:\n%s", text)
	}
	p.kill()
}
