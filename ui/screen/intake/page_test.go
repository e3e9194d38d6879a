package intake_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/offer"
	"kinerja/ui/nav"
	"kinerja/ui/screen/intake"
	"kinerja/ui/uitest"
)

// desk has a stick with a workbook, and answers as it is told.
type desk struct {
	orders []offer.Order
	answer func(offer.Order) (offer.Found, error)
	took   int
	fails  error
}

func changed(hour int) time.Time { return uitest.Noon.Add(-time.Duration(hour) * time.Hour) }

func (d *desk) Tables() ([]offer.Entry, error) {
	return []offer.Entry{
		{Path: "/media/sari/KINGSTON/pegawai 38.xlsx", Name: "pegawai 38.xlsx", Place: offer.Stick, Changed: changed(1), Size: 14_000},
		{Path: "/home/sari/Unduhan/lama.csv", Name: "lama\x1b[31m.csv", Place: offer.Downloads, Changed: changed(1000), Size: 900},
		{Path: "/media/sari/KINGSTON", Name: "KINGSTON", Place: offer.Stick, Folder: true},
		{Path: "/home/sari/Unduhan", Place: offer.Downloads, Folder: true},
	}, nil
}

func (d *desk) Folder(path string) ([]offer.Entry, error) {
	if path == "/home/sari/Unduhan/terkunci" {
		return nil, model.ErrReadOnly
	}
	return []offer.Entry{
		{Path: "/home/sari", Place: offer.Above, Folder: true},
		{Path: path + "/lama.csv", Name: "lama.csv", Changed: changed(1000), Size: 900},
		{Path: path + "/terkunci", Name: "terkunci", Folder: true},
	}, nil
}

func (d *desk) Look(ctx context.Context, o offer.Order, rows *atomic.Int64) (offer.Found, error) {
	d.orders = append(d.orders, o)
	rows.Store(38)
	f, err := d.answer(o)
	if f.Take != nil {
		f.Take = func(context.Context, *atomic.Int64) (offer.Taken, error) {
			d.took++
			return offer.Taken{Records: 72, Refused: "/media/sari/KINGSTON/pegawai 38.refused.csv"}, d.fails
		}
	}
	return f, err
}

func take(context.Context, *atomic.Int64) (offer.Taken, error) { return offer.Taken{}, nil }

// thirtyEight is the list of which two rows are refused.
func thirtyEight(offer.Order) (offer.Found, error) {
	f := offer.Found{
		File: "pegawai 38.xlsx", Sheet: "PNS", HeaderRow: 5, Fields: []string{"nip", "nama", "nama_nip", "jabatan", "golongan"},
		Columns: []offer.Column{{Name: "No"}, {Name: "Nama NIP", Field: "nama_nip"}, {Name: "Jabatan", Field: "jabatan"}, {Name: "Alamat"}},
		Rows:    38, New: 35, Changed: 1, Refused: 2, Take: take, RefusedTo: "/media/sari/KINGSTON/pegawai 38.refused.csv",
		Lines: []offer.Line{
			{Row: 12, Mark: offer.Refused, Text: "Nama NIP \"19801111200603100\": NIP harus 18 angka"},
			{Row: 25, Mark: offer.Refused, Text: "Nama NIP \"1,99E+17\": NIP dirusak oleh lembar kerja; ketik ulang sebagai teks"},
			{Row: 10, Mark: offer.Changed, Name: "dr. Sari Wulandari, M.K.M.", Text: "NIP: NON-0001 → 197503121999031002"},
		},
	}
	for i := range 35 {
		f.Lines = append(f.Lines, offer.Line{Row: 30 + i, Mark: offer.New, Name: fmt.Sprintf("Pegawai %02d", i), Text: "197503121999031002 · Bidan Terampil"})
	}
	return f, nil
}

func open(t *testing.T, language string, d *desk, route nav.Intake) *intake.Page {
	p := intake.New(uitest.Env(t, language), d, route)
	uitest.Open(p, 78, 20)
	return p
}

func shows(t *testing.T, p *intake.Page, want ...string) {
	t.Helper()
	got := ansi.Strip(p.View())
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %q:\n%s", w, got)
		}
	}
}

func asked[M any](list []tea.Msg) (m M, ok bool) {
	for _, msg := range list {
		if m, ok = msg.(M); ok {
			return m, true
		}
	}
	return m, false
}

// The newest file, what it offers, Enter: three keys in all.
func TestTakingAList(t *testing.T) {
	d := &desk{answer: thirtyEight}
	p := open(t, "id", d, nav.Intake{Kind: "staff"})
	uitest.Press(p, "enter")
	shows(t, p, "pegawai 38.xlsx · PNS · judul kolom di baris 5", "38 orang: 36 masuk (35 baru, 1 berubah), 2 ditolak", "Diabaikan: No, Alamat.", "NIP harus 18 angka", "Perbaiki di Excel", "KINGSTON/pegawai 38.refused.csv.")
	list := uitest.Press(p, "down", "enter")
	said, _ := asked[nav.SaidMsg](list)
	_, back := asked[nav.BackMsg](list)
	_, told := asked[nav.ChangedMsg](list)
	if d.took != 1 || !back || !told || !strings.Contains(said.Text, "36 masuk") || !strings.Contains(said.Text, "Berikutnya SKP mereka") || !strings.Contains(said.Text, "2 baris yang ditolak ada di /media/sari/KINGSTON/pegawai 38.refused.csv") {
		t.Errorf("took %d, back %v, told %v, said %q", d.took, back, told, said.Text)
	}
	// In the first run one goes on from here, and not back.
	p = open(t, "id", d, nav.Intake{Kind: "staff", Then: nav.Positions{Year: 2026}})
	list = uitest.Press(p, "enter", "enter")
	next, _ := asked[nav.InsteadMsg](list)
	if _, back := asked[nav.BackMsg](list); back || next.Route != (nav.Positions{Year: 2026}) {
		t.Errorf("back %v, then %+v", back, next.Route)
	}
}

// Several sheets are asked about; Esc goes back a step at a time.
func TestSheets(t *testing.T) {
	d := &desk{answer: func(o offer.Order) (offer.Found, error) {
		f, err := thirtyEight(o)
		f.Sheets = []string{"Petunjuk", "PNS", "PPPK"}
		if o.Sheet != "" {
			f.Sheet = o.Sheet
		}
		return f, err
	}}
	p := open(t, "id", d, nav.Intake{Kind: "staff"})
	uitest.Press(p, "enter")
	shows(t, p, "Lembar mana", "▸ PNS")
	uitest.Press(p, "enter") // the one that was read already
	shows(t, p, "pegawai 38.xlsx · PNS")
	if len(d.orders) != 1 {
		t.Errorf("read again: %+v", d.orders)
	}
	uitest.Press(p, "esc", "down", "enter")
	shows(t, p, "pegawai 38.xlsx · PPPK")
	if last := d.orders[len(d.orders)-1]; last.Sheet != "PPPK" {
		t.Errorf("order %+v", last)
	}
	uitest.Press(p, "esc", "esc")
	shows(t, p, "Pilih berkasnya")
	if _, back := asked[nav.BackMsg](uitest.Press(p, "esc")); !back {
		t.Error("Esc in the list does not leave")
	}
}

// Columns that were not understood are named by hand; two cannot be the same.
func TestNamingColumns(t *testing.T) {
	d := &desk{answer: func(o offer.Order) (offer.Found, error) {
		if o.Map["Tugas"] == "jabatan" {
			return thirtyEight(o)
		}
		return offer.Found{File: "x.csv", HeaderRow: 3, Fields: []string{"nip", "nama", "jabatan"}, Missing: []string{"nama", "jabatan"},
			Columns: []offer.Column{{Name: "Orang", Field: o.Map["Orang"]}, {Name: "Tugas", Field: o.Map["Tugas"]}}}, nil
	}}
	p := open(t, "id", d, nav.Intake{Kind: "staff"})
	uitest.Press(p, "enter")
	shows(t, p, "tidak menemukan kolom yang diperlukan: nama, jabatan", "Orang")
	uitest.Type(p, "nama")
	uitest.Press(p, "enter")
	uitest.Type(p, "nama")
	uitest.Press(p, "enter", "ctrl+s")
	shows(t, p, "sudah dipakai kolom Orang")
	if p.Unsaved() == "" {
		t.Error("the names of the columns would be lost without a question")
	}
	uitest.Type(p, "jabatan")
	uitest.Press(p, "enter", "ctrl+s")
	shows(t, p, "38 orang: 36 masuk")
	if last := d.orders[len(d.orders)-1]; last.Map["Orang"] != "nama" || last.Map["Tugas"] != "jabatan" {
		t.Errorf("order %+v", last)
	}
	// From the preview too, and back without a change.
	uitest.Press(p, "e")
	shows(t, p, "sebagai apa ia dibaca", "nama dan NIP")
	uitest.Press(p, "esc")
	shows(t, p, "38 orang")
	uitest.Press(p, "e")
	uitest.Type(p, "golongan")
	uitest.Press(p, "enter", "ctrl+s")
	if last := d.orders[len(d.orders)-1]; last.Map["No"] != "golongan" || last.Map["Tugas"] != "jabatan" {
		t.Errorf("order %+v", last)
	}
}

// A column that names unknown units is left out with three keys.
func TestUnitsThatNobodyKnows(t *testing.T) {
	d := &desk{answer: func(o offer.Order) (offer.Found, error) {
		f, err := thirtyEight(o)
		f.Columns = append(f.Columns, offer.Column{Name: "Unor", Field: "unit"})
		f.Fields = append(f.Fields, "unit")
		f.Astray = "Unor"
		return f, err
	}}
	p := open(t, "id", d, nav.Intake{Kind: "staff"})
	uitest.Press(p, "enter")
	shows(t, p, "tanpa kolom Unor")
	uitest.Press(p, "e", "backspace", "ctrl+s")
	if last := d.orders[len(d.orders)-1]; last.Map["Unor"] != "-" || len(last.Map) != 1 {
		t.Errorf("order %+v", last)
	}
}

func TestDecimalSign(t *testing.T) {
	d := &desk{answer: func(o offer.Order) (offer.Found, error) {
		if o.Decimal == model.DecimalAuto {
			return offer.Found{File: "x.csv", Undecided: []misread.DecimalColumn{{Name: "realisasi", Examples: []string{"1.234"}}}}, nil
		}
		return thirtyEight(o)
	}}
	p := open(t, "en", d, nav.Intake{Kind: "cards"})
	uitest.Press(p, "enter")
	shows(t, p, "realisasi (1.234)", "comma", "point")
	uitest.Press(p, "down", "enter")
	if last := d.orders[len(d.orders)-1]; last.Decimal != model.DecimalPoint {
		t.Errorf("order %+v", last)
	}
	shows(t, p, "38 rows: 36 taken")
}

// Folders are gone into and out of, the cursor where it was; one that cannot be
// read is said and left.
func TestFolders(t *testing.T) {
	p := open(t, "id", &desk{answer: thirtyEight}, nav.Intake{Kind: "staff"})
	uitest.Press(p, "end", "enter")
	shows(t, p, "/home/sari/Unduhan", "../ (folder di atasnya)", "terkunci/")
	list := uitest.Press(p, "end", "enter")
	if f, ok := asked[nav.FailMsg](list); !ok || !errors.Is(f.Err, model.ErrReadOnly) {
		t.Errorf("a locked folder: %+v", list)
	}
	shows(t, p, "▸ terkunci/")
	uitest.Press(p, "left")
	shows(t, p, "▸ Unduhan/")
}

// What goes wrong is said, and nothing on screen is lost.
func TestFailures(t *testing.T) {
	old := &misread.TableError{File: "x.xls", Err: misread.ErrOldFormat}
	d := &desk{answer: func(offer.Order) (offer.Found, error) { return offer.Found{}, old }}
	p := open(t, "id", d, nav.Intake{Kind: "staff"})
	if f, ok := asked[nav.FailMsg](uitest.Press(p, "enter")); !ok || !errors.Is(f.Err, misread.ErrOldFormat) {
		t.Error("an old format is not said")
	}
	shows(t, p, "Pilih berkasnya")
	d.answer, d.fails = thirtyEight, model.ErrFull
	if f, ok := asked[nav.FailMsg](uitest.Press(p, "enter", "enter")); !ok || !errors.Is(f.Err, model.ErrFull) {
		t.Error("a full disk is not said")
	}
	shows(t, p, "38 orang: 36 masuk")
	// A table that brings nothing cannot be taken.
	d.answer = func(offer.Order) (offer.Found, error) {
		return offer.Found{File: "x.csv", Rows: 38, Same: 38}, nil
	}
	d.took = 0
	uitest.Press(p, "esc", "enter", "enter")
	shows(t, p, "38 sudah sama", "sudah ada di program")
	if d.took != 0 {
		t.Error("nothing was taken")
	}
}

// Long work counts on screen, and Esc stops it.
func TestStopping(t *testing.T) {
	ready, stopped := make(chan struct{}), make(chan struct{})
	p := intake.New(uitest.Env(t, "id"), waiting{ready, stopped}, nav.Intake{Kind: "staff"})
	uitest.Open(p, 78, 20)
	cmd, _, _ := nav.Press(p.Actions(), uitest.Key("enter"))
	done := make(chan tea.Msg)
	go func() { done <- cmd() }()
	<-ready
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Membaca … 12.000 baris") {
		t.Errorf("while reading:\n%s", got)
	}
	p.Update(uitest.Key("x"))
	uitest.Press(p, "esc")
	<-stopped
	if f, ok := asked[nav.FailMsg](uitest.Run(p, p.Update(<-done))); !ok || !errors.Is(f.Err, model.ErrStopped) {
		t.Error("that it was stopped is not said")
	}
	shows(t, p, "Pilih berkasnya")
}

// waiting reads until it is stopped.
type waiting struct{ ready, stopped chan struct{} }

func (waiting) Tables() ([]offer.Entry, error)       { return (&desk{}).Tables() }
func (waiting) Folder(string) ([]offer.Entry, error) { return nil, nil }
func (w waiting) Look(ctx context.Context, _ offer.Order, rows *atomic.Int64) (offer.Found, error) {
	rows.Store(12_000)
	close(w.ready)
	<-ctx.Done()
	close(w.stopped)
	return offer.Found{}, model.ErrStopped
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d := &desk{answer: func(o offer.Order) (offer.Found, error) {
					f, err := thirtyEight(o)
					f.Sheets = []string{"PNS", "PPPK"}
					return f, err
				}}
				p := intake.New(uitest.Env(t, language), d, nav.Intake{Kind: "staff"})
				uitest.Open(p, size[0], size[1])
				views := []string{p.View()}
				for _, key := range []string{"enter", "enter", "e"} {
					uitest.Press(p, key)
					views = append(views, p.View())
				}
				d.answer = func(offer.Order) (offer.Found, error) {
					return offer.Found{File: "x.csv", Undecided: []misread.DecimalColumn{{Name: "realisasi", Examples: []string{"1.234", "2.500"}}}}, nil
				}
				uitest.Press(p, "esc", "esc", "esc", "enter")
				views = append(views, p.View())
				for _, v := range views {
					uitest.Fits(t, v, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// Who has no number is taken as non-ASN with one key, and refused again with it.
func TestTakingThoseWithoutANumber(t *testing.T) {
	d := &desk{answer: func(o offer.Order) (offer.Found, error) {
		f, err := thirtyEight(o)
		if !o.NonASN {
			f.Unnumbered = 2
		}
		return f, err
	}}
	p := open(t, "id", d, nav.Intake{Kind: "staff"})
	uitest.Press(p, "enter")
	shows(t, p, "2 orang tanpa NIP ditolak.", "sebagai non-ASN, dengan nomor NON-0001")
	uitest.Press(p, "a")
	if last := d.orders[len(d.orders)-1]; !last.NonASN || last.Path == "" {
		t.Errorf("reads %+v", last)
	}
	if strings.Contains(ansi.Strip(p.View()), "tanpa NIP") {
		t.Errorf("still offered:\n%s", p.View())
	}
	uitest.Press(p, "a")
	if last := d.orders[len(d.orders)-1]; last.NonASN {
		t.Errorf("reads %+v", last)
	}
}
