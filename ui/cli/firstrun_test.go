//go:build !windows

package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/config"
	"kinerja/store/storetest"
)

// officeList writes a list of 38 people as offices keep it: titles above, name
// and NIP in one cell, a column that counts, columns that nobody needs. The
// second sheet is something else.
func officeList(t *testing.T, path string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, v any) {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "DAFTAR PEGAWAI UPTD PUSKESMAS TANJUNG RAYA")
	set("A2", "KEADAAN 30 SEPTEMBER 2026")
	for i, head := range []string{"No", "Nama\nNIP", "Gol. Ruang", "Jabatan", "Alamat"} {
		set(fmt.Sprintf("%c4", 'A'+i), head)
	}
	given := []string{"Ani", "Budi", "Citra", "Debora", "Eko", "Fitri", "Gilang", "Hesti", "Indah", "Joko"}
	family := []string{"Lestari", "Santoso", "Dewi", "Rahayu"}
	position := []string{"Bidan Terampil", "Perawat Mahir", "Dokter Ahli Pertama", "Pengadministrasi Umum", "Sanitarian Terampil"}
	for i := range 38 {
		name, job := given[i%10]+" "+family[i/10]+", S.Kep.", position[i%5]
		if i == 9 {
			name, job = "dr. Sari Wulandari, M.K.M.", "Kepala Puskesmas"
		}
		nip := fmt.Sprintf("%d%02d%02d%d%02d%d%03d", 1970+i%20, 1+i%12, 1+i%28, 1996+i%20, 1+i%12, 1+i%2, i+1)
		row := i + 5
		set(fmt.Sprintf("A%d", row), i+1)
		set(fmt.Sprintf("B%d", row), name+"\n"+nip)
		set(fmt.Sprintf("C%d", row), "III/a")
		set(fmt.Sprintf("D%d", row), job)
		set(fmt.Sprintf("E%d", row), "Jl. Merdeka "+strconv.Itoa(i))
	}
	set("D45", "Kepala Puskesmas,") // who signs it
	set("D49", "dr. Sari Wulandari, M.K.M.")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// nobody is the environment of somebody who has never used the program.
func nobody(dir string) []string {
	return append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+filepath.Join(dir, ".config"), "XDG_DATA_HOME="+filepath.Join(dir, ".data"),
		"KINERJA_CONFIG=", "BEGUN="+strconv.FormatInt(time.Now().UnixNano(), 10), "TERM=tmux-256color", "LANG=id_ID.UTF-8")
}

// hand types and counts the keys.
type hand struct {
	*window
	menu, text int // keys that choose, and letters of what is typed
}

func (h *hand) press(keys string) { h.menu += utf8.RuneCountInString(keys); h.keys(keys) }
func (h *hand) write(text string) { h.text += utf8.RuneCountInString(text); h.keys(text) }

// From nothing to 38 people with plans, out of a list as the office keeps it
// (UX 2, first run): four answers, the file, the preview, the instruments, the
// agreement on paper. Beside what is written out (names, a date), it takes
// fewer than thirty keys.
func TestFirstRunWithAListOf38(t *testing.T) {
	dir := t.TempDir()
	officeList(t, filepath.Join(dir, "Unduhan", "DAFTAR PEGAWAI 2026.xlsx"))
	begun := time.Now()
	h := &hand{window: opened(t, nobody(dir))}
	h.until("Bahasa Indonesia")
	h.press("\r")
	h.until("2 dari 4")
	h.write("Puskesmas Tanjung Raya")
	h.press("\r\r")
	h.until("3 dari 4")
	h.write("dr. Sari Wulandari, M.K.M.")
	h.press("\r\r\r")
	h.until("4 dari 4")
	h.press("\r")
	h.until("Ambil daftar pegawai dari Excel?")
	h.press("\r")
	h.until("DAFTAR PEGAWAI 2026.xlsx")
	h.press("\r")
	h.until("38 orang: 38 masuk (37 baru, 1 berubah)")
	h.press("\r")
	h.until("38 orang belum punya SKP 2026")
	h.press("\r")
	h.until("Tanggal kesepakatan")
	h.press("\r") // agreed on paper
	h.write("5-1-2026")
	h.press("\r\r")
	h.until("38 SKP 2026 dibuat")
	took := time.Since(begun)
	h.quit()
	t.Logf("%d keys that choose, %d letters written, %v on the machine's side", h.menu, h.text, took.Round(time.Millisecond))
	if h.menu > 20 || h.menu+h.text > 90 || took > 30*time.Second {
		t.Errorf("%d keys and %d letters in %v", h.menu, h.text, took)
	}
	checkBegun(t, dir)

	// The next start is in the same language, for the same person, on the staff.
	w := opened(t, nobody(dir))
	w.until("38 orang")
	w.quit()
}

// checkBegun looks at what the first run left.
func checkBegun(t *testing.T, dir string) {
	t.Helper()
	c, err := config.Load(filepath.Join(dir, ".config", "kinerja", "config.toml"))
	if err != nil || c.Language != "id" || c.Me == "" {
		t.Errorf("settings %+v, %v", c, err)
	}
	s, err := store.Open(filepath.Join(dir, ".data", "kinerja", "kinerja.db"), storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer storetest.Close(t, s)
	desk := storetest.Owner(s)
	people, err := desk.People()
	if err != nil || len(people) != 38 {
		t.Errorf("%d people, %v", len(people), err)
	}
	plans, err := desk.Plans(2026, "")
	if err != nil || len(plans) != 38 {
		t.Errorf("%d plans, %v", len(plans), err)
	}
	for _, p := range people {
		post := p.Posts[0]
		head := p.Employee.ID == model.EmployeeID(c.Me)
		if head && (len(p.Employee.Number) != 18 || post.Evaluator != "") || !head && post.Evaluator != model.EmployeeID(c.Me) {
			t.Errorf("%s %s under %q", p.Employee.Number, p.Employee.Name, post.Evaluator)
		}
	}
	q3, _ := model.ParsePeriod("2026-Q3")
	if sh, err := desk.Sheet(0, "", ""); err != nil || sh.Period.Year() != q3.Year() {
		t.Errorf("opens with %v, %v", sh.Period, err)
	}
}

// The sample in the other language: it says what it is, and goes on in another
// language with what was done in it. From the settings one comes to one's own
// file, which it did not touch; nothing is kept but the language.
func TestFirstRunWithTheSample(t *testing.T) {
	dir := t.TempDir()
	w := opened(t, nobody(dir))
	w.until("Bahasa Indonesia")
	w.keys("\x1b[B\x1b[B\x1b[B\r") // the sample, in English
	w.until("SAMPLE DATA")
	w.keys("g0")
	w.until("Read a list of staff")
	w.keys("\x1b[B\x1b[B\x1b[B\r") // units
	w.until("Puskesmas Tanjung Raya")
	w.keys("a")
	w.until("New unit")
	w.keys("Pustu Percobaan\x13")
	w.until("Pustu Percobaan is saved")
	w.keys("\x1b")
	w.until("Read a list of staff")
	w.keys("\x1b[F\x1b[A\x1b[A\x1b[A\r") // the language
	w.until("Pengaturan")
	w.keys("\x1b[H\x1b[B\x1b[B\x1b[B\r")
	w.until("Pustu Percobaan") // what was done in the sample is still there
	w.keys("\x1b")
	w.until("Ambil daftar pegawai")
	w.keys("\x1b[F\r") // away from the sample
	w.until("Selamat datang")
	w.quit()
	s, err := store.Open(filepath.Join(dir, ".data", "kinerja", "kinerja.db"), storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer storetest.Close(t, s)
	if people, err := storetest.Owner(s).People(); err != nil || len(people) != 0 {
		t.Errorf("%d people in one's own file, %v", len(people), err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, ".config", "kinerja", "config.toml"))
	if err != nil || strings.TrimSpace(string(raw)) != `language = "id"` {
		t.Errorf("settings %q, %v", raw, err)
	}
}
