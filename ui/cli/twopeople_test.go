//go:build !windows

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is a clinic whose head evaluates two, one of whom evaluates two more.
func shared(t *testing.T) (env []string, file string) {
	t.Helper()
	home := t.TempDir()
	file = filepath.Join(home, "kinerja.db")
	env = append(nobody(home), "KINERJA_CONFIG="+filepath.Join(home, "config.toml"))
	const head, budi = "197503121999032001", "198006142005011003"
	for name, text := range map[string]string{
		"config.toml": "me = \"" + head + "\"\nlanguage = \"id\"\nbackup_daily = false\ndb = '" + file + "'\n",
		"own.csv": "nip;nama;jabatan;mulai\n" + head + ";dr. Sari Wulandari;Kepala Puskesmas;2020-02-01\n" +
			budi + ";Budi Santoso;Bidan Terampil;2020-02-01\n198501012015012001;Bidan 01 Lestari;Bidan Terampil;2020-02-01\n",
		"his.csv": "nip;nama;jabatan;mulai\n198503032015012003;Bidan 03 Lestari;Bidan Terampil;2020-02-01\n" +
			"198504042015012004;Bidan 04 Lestari;Bidan Terampil;2020-02-01\n",
	} {
		if err := os.WriteFile(filepath.Join(home, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, env, "import", "staff", filepath.Join(home, "own.csv"), "--unit", "PKM-01=Puskesmas Uji", "--evaluator", head, "--apply")
	run(t, env, "import", "staff", filepath.Join(home, "his.csv"), "--unit", "PKM-01", "--evaluator", budi, "--apply")
	run(t, env, "plan", "make", "--year", "2026", "--on", "2026-01-15")
	return env, file
}

// menu runs an action of the menu by its name.
func (p *terminal) menu(name string) {
	p.t.Helper()
	p.press("ctrl+k")
	p.sees("Menu:")
	p.types(name)
	p.press("enter")
}

// sends types each text and Enter behind it.
func (p *terminal) sends(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		p.types(text)
		p.press("enter")
	}
}

// Two evaluators, one laptop: the first lets the second in, types a value and
// hands over; the second changes the temporary PIN, rates the own staff, and
// while typing a reason goes away; the first comes back to the own cell. The
// power goes while the screen is locked: nothing is lost, and the program begins
// at the door. No PIN was ever on the screen, nor is one in the file.
func TestTwoEvaluatorsOneLaptop(t *testing.T) {
	const mine, temporary, his = "471193", "820614", "730184"
	env, file := shared(t)
	var seen bytes.Buffer
	p := sit(t, env)
	p.log = &seen
	p.sees("Beranda", "Menunggu")
	p.menu("dapat masuk")
	p.sees("Berkas ini tidak meminta PIN")
	p.press("a")
	p.sees("Anda sendiri", "sari")
	p.press("enter")
	p.sends(mine, mine)
	p.types("budi sant")
	p.sees("▸ Budi Santoso")
	p.press("enter", "enter")
	p.types(temporary)
	p.press("ctrl+s")
	p.sees("Kode pemulihan, hanya kali ini", " - ")
	lost := p.line(" - ")
	p.kill() // before anybody wrote it down: whose code it is gets another
	p = sit(t, env)
	p.log = &seen
	p.sees("Masuk", "Nama pengguna")
	p.sends("sari", mine)
	p.sees("Kode sebelumnya belum terbukti ditulis", " - ")
	if p.line(" - ") == lost {
		t.Error("the code that was lost is shown again")
	}
	code := strings.Fields(p.line(" - "))
	p.sends("0000")
	p.sees("bandingkan kertas Anda")
	p.press("backspace", "backspace", "backspace", "backspace")
	p.sends(code[len(code)-1])
	p.sees("Kode pemulihan sudah ditulis", "dr. Sari Wulandari (Penilai)")

	p.menu("realisasi") // after the power cut one is on the page that was kept last, whichever that was
	p.sees("Bidan (4 orang)")
	p.press("tab")
	p.sends("92,5") // down, and back to the column where tabbing began
	p.sees("tersimpan")
	p.press("right")
	p.sees("Bidan 03 Lestari · K6")
	p.menu("ganti penilai")
	p.sees("Siapa yang hendak bekerja?", "▸ Budi Santoso (Penilai)")
	p.press("esc") // not after all
	p.sees("Bidan 03 Lestari · K6")
	p.menu("ganti penilai")
	p.sees("▸ Budi Santoso (Penilai)")
	p.press("enter")
	p.sees("Budi Santoso (Penilai)", "Enter masuk")
	p.sends(temporary)
	p.sees("PIN ini dari orang lain")
	p.sends(his, his)
	p.sees("Selamat datang, Budi Santoso", "Budi Santoso (Penilai)", "Beranda")

	p.press("g", "4")
	p.sees("0/2 dinilai", "Bidan 03 Lestari")
	p.press("enter")
	p.sees("Hasil kerja:")
	p.press("s")
	p.sees("atas dasar apa")
	p.types("Kunjungan")
	p.sees("sesuai: Kunjungan")
	p.menu("kunci layar")
	p.sees("Layar terkunci", "terkunci · Budi Santoso (Penilai)")
	p.gone("Kunjungan")
	if strings.Contains(p.text(), "Lestari") {
		t.Errorf("readable under the lock:\n%s", p.text())
	}
	p.press("q", "y", "g", "1", "enter")
	p.sees("PIN tidak benar")
	p.sends(his)
	p.sees("sesuai: Kunjungan", "Kunci dibuka")
	p.sends(" rumah")
	p.press("a")
	p.sees("1/2 dinilai")
	p.press("esc")

	p.menu("ganti penilai")
	p.sees("▸ dr. Sari Wulandari (Penilai)")
	p.press("enter")
	p.sees("Enter masuk")
	p.sends(his) // not hers
	p.sees("PIN tidak benar")
	p.sends(mine)
	p.sees("▸Bidan 03 Lestari", "dr. Sari Wulandari (Penilai)", "Masuk terakhir", "1 percobaan gagal")
	if line := p.line("Bidan 01 Lestari"); !strings.Contains(line, "92,50") {
		t.Errorf("the value is gone:\n%s", p.text())
	}
	p.menu("kunci layar")
	p.sees("Layar terkunci")
	p.settle()
	p.kill()

	p = sit(t, env)
	p.log = &seen
	p.sees("Masuk", "Nama pengguna")
	if text := p.text(); strings.Contains(text, "Sari") || strings.Contains(text, "sari") || strings.Contains(text, "Puskesmas") || strings.Contains(text, "Lestari") {
		t.Errorf("readable before somebody came in:\n%s", text)
	}
	p.sends("sari", mine)
	p.sees("▸Bidan 03 Lestari", "92,50")
	p.leave()

	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{mine, temporary, his} {
		if bytes.Contains(seen.Bytes(), []byte(secret)) {
			t.Errorf("the PIN %s was written to the terminal", secret)
		}
		if bytes.Contains(raw, []byte(secret)) {
			t.Errorf("the PIN %s stands in the file", secret)
		}
	}
}
