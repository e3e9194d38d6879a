//go:build !windows

package cli_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The journeys of UX 1 on the whole program, as an evaluator walks them.

// run calls the command line.
func run(t *testing.T, env []string, args ...string) string {
	t.Helper()
	cmd := exec.Command("kinerja", args...)
	cmd.Env = env
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("kinerja %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// clinic makes, by the command line, a file with a head and n midwives who
// have plans for 2026, and the environment of the head.
func clinic(t *testing.T, n int) (env []string, nips []string) {
	t.Helper()
	home := t.TempDir()
	env = append(nobody(home), "KINERJA_CONFIG="+filepath.Join(home, "config.toml"))
	var b strings.Builder
	b.WriteString("nip;nama;jabatan;mulai\n197503121999032001;dr. Sari Wulandari;Kepala Puskesmas;2020-02-01\n")
	for i := range n {
		nips = append(nips, fmt.Sprintf("1985%02d%02d2015012%03d", 1+i%12, 1+i%28, 1+i))
		fmt.Fprintf(&b, "%s;Bidan %02d Lestari;Bidan Terampil;2020-02-01\n", nips[i], i+1)
	}
	list := filepath.Join(home, "pegawai.csv")
	settings := "me = \"197503121999032001\"\nlanguage = \"id\"\nbackup_daily = false\n"
	for path, text := range map[string]string{list: b.String(), filepath.Join(home, "config.toml"): settings} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, env, "import", "staff", list, "--unit", "PKM-01=Puskesmas Uji", "--evaluator", "197503121999032001", "--apply")
	run(t, env, "plan", "make", "--year", "2026", "--on", "2026-01-15")
	return env, nips
}

// block is a table of results as it is copied from a spreadsheet, within what
// is to be expected of a midwife's indicators.
func block(n int) string {
	var b strings.Builder
	for r := range n {
		fmt.Fprintf(&b, "%d,5\t%d\t%d,25\t%d\t0\t%d\t%d\t%d\n", 80+r%20, 81+r%19, 70+r%25, 30+r%30, 85+r%15, 75+r%20, 3+r%7)
	}
	return b.String()
}

// values counts what is entered in the third quarter.
func values(t *testing.T, env []string) (n int) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(run(t, env, "export", "cards", "--period", "2026-Q3"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], "realisasi")
	for _, row := range rows[1:] {
		if row[at] != "" {
			n++
		}
	}
	return n
}

// 38 × 8 results pasted as a block, undone with one key, and entered again.
func TestAQuarterPastedUndoneAndPastedAgain(t *testing.T) {
	env, _ := clinic(t, 38)
	p := sit(t, env)
	p.sees("Beranda", "Menunggu")
	p.press("g", "3")
	p.sees("Bidan (38 orang)")
	p.pastes(block(38))
	p.sees("PRATINJAU", "304")
	p.press("enter")
	p.sees("gabungan 38", "semua lengkap", "304 sel diisi")
	p.press("ctrl+s")
	p.sees("tersimpan")
	if n := values(t, env); n != 38*8 {
		t.Errorf("%d values are in the file, pasted %d", n, 38*8)
	}
	p.press("u")
	p.sees("iurungkan:", "38 belum lengkap")
	if n := values(t, env); n != 0 {
		t.Errorf("%d values are left after one undo", n)
	}
	p.press("home")
	p.pastes(block(38))
	p.sees("PRATINJAU", "304")
	p.press("enter")
	p.sees("tersimpan")
	p.leave()
	if n := values(t, env); n != 38*8 {
		t.Errorf("%d values after pasting again", n)
	}
	run(t, env, "verify", "--deep")
}

// A whole unit rated and shared on the list: one departs from the suggestion
// with its reason, one is withdrawn with a reason.
func TestAUnitRatedAndShared(t *testing.T) {
	env, nips := clinic(t, 38)
	enterAll(t, env, nips)
	p := sit(t, env)
	p.sees("Beranda", "Menunggu")
	p.press("g", "4")
	p.sees("0/38 dinilai", "Bidan 01")
	p.press("enter")
	p.sees("a di atas", "s sesuai", "b di bawah")
	before := p.keys
	for i := range 38 {
		name := fmt.Sprintf("Bidan %02d", i+1)
		p.sees("▸ " + name)
		line := p.line(name)
		letter := map[bool]string{true: "b", false: "s"}[strings.Contains(line, "di bawah")]
		if strings.Contains(line, "di atas") {
			letter = "a"
		}
		if i == 4 { // departs, and says why
			p.press("a")
			p.sees("Alasan berbeda dari saran")
			typed := p.keys
			p.types("memimpin imunisasi kejar di dua desa")
			before += p.keys - typed // what a reason takes is not counted
			p.press("enter")
		} else {
			p.press(letter)
		}
		p.sees("▸ "+name, "Perilaku kerja:") // the same person's other rating
		p.press("s")
	}
	p.sees("38/38 dinilai", "Semua yang tampil sudah dinilai.") // nobody rates herself
	t.Logf("%d keys for %d ratings of 38 people", p.keys-before, 2*38)
	if p.keys-before > 78 {
		t.Errorf("%d keys for 76 ratings", p.keys-before)
	}
	// All at once, with one question that names who cannot be shared and why.
	p.press("home", "v", "end", "s")
	p.sees("Sampaikan hasil kepada 38 orang?", "38 orang dapat:", "1 orang tidak dapat:")
	p.press("end")
	p.sees("dr. Sari Wulandari: belum ada Penilai")
	p.press("y")
	p.sees("38 orang: sudah disampaikan")
	if n := states(t, env, "shared"); n != 38 {
		t.Errorf("%d of 38 are shared", n)
	}
	// One is withdrawn, with its reason.
	p.press("esc", "home", "left", "left", "left", "enter")
	p.sees("Bidan 01 Lestari", "sudah disampaikan", ">BAIK<")
	p.press("u")
	p.sees("Tarik kembali hasil Bidan 01 Lestari", "Alasan")
	p.press("enter")
	p.sees("harus diisi")
	p.types("angka IDL keliru disalin")
	p.press("enter")
	p.sees("sudah dinilai, BELUM DISAMPAIKAN")
	if n := states(t, env, "shared"); n != 37 {
		t.Errorf("%d are shared after one was withdrawn", n)
	}
	p.leave()
	if record := run(t, env, "record", nips[0], "--limit", "1"); !strings.Contains(record, "angka IDL keliru disalin") {
		t.Errorf("the record does not give the reason:\n%s", record)
	}
	if card := run(t, env, "card", nips[4]); !strings.Contains(card, "memimpin imunisasi kejar") {
		t.Errorf("the card does not give the reason of the departure:\n%s", card)
	}
	run(t, env, "verify", "--deep")
}

// The phone question: a slash, four letters and Enter, and whoever calls is told
// that it may not be read out yet; the answer stands with its working.
func TestThePhoneQuestion(t *testing.T) {
	path, env, _ := districtFile(t)
	p := sit(t, env, "--db", path)
	p.sees("Beranda", "Menunggu")
	before := p.keys
	p.press("/")
	p.types("rina")
	p.sees("Rina Hartati", "BELUM DISAMPAIKAN, jangan dibacakan")
	p.press("enter")
	p.sees("Rina Hartati, A.Md.Keb.", "105,31", "BELUM DISAMPAIKAN")
	if n := p.keys - before; n > 6 {
		t.Errorf("%d keys", n)
	}
	p.press("esc")
	p.sees("Beranda", "Menunggu")
	p.leave()
}

// states counts the evaluations of the third quarter in a state.
func states(t *testing.T, env []string, state string) int {
	t.Helper()
	return strings.Count(run(t, env, "list", "evaluations", "--period", "2026-Q3", "--json"), `"state":"`+state+`"`)
}

// enterAll enters a quarter's results of everybody from one table.
func enterAll(t *testing.T, env []string, nips []string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("nip;periode;kode;realisasi\n")
	for r, nip := range nips {
		line := strings.Split(strings.Split(block(38), "\n")[r], "\t")
		for c, code := range []string{"IDL", "K6", "IKM", "TUNGGU", "TELAT", "KF", "DS", "JP"} {
			fmt.Fprintf(&b, "%s;2026-Q3;%s;%s\n", nip, code, line[c])
		}
	}
	path := filepath.Join(t.TempDir(), "realisasi.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, env, "import", "cards", path, "--apply")
}
