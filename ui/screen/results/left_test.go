package results_test

import (
	"fmt"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/ui/uitest"
)

// sees fails the test unless the page shows every text.
func sees(t *testing.T, view string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(view, text) {
			t.Errorf("no %q in\n%s", text, view)
		}
	}
}

// The question why many values are not plausible names each of them with its
// range; the reason goes to these cells alone.
func TestTheQuestionNamesTheCells(t *testing.T) {
	d := newDesk(20)
	p := open(t, d, "id")
	var lines []string
	for i := range 15 {
		lines = append(lines, fmt.Sprint(150+i))
	}
	paste(p, strings.Join(lines, "\n")+"\n80")
	uitest.Press(p, "enter")
	sees(t, p.View(), "Ani Lestari · IDL 150! · wajar 0–100", "dan 9 lagi · Atas/Bawah menggulir", "! 15 nilai di luar wajar. Satu alasan (boleh kosong):")
	if strings.Contains(p.View(), "Pegawai 00015 · IDL") {
		t.Errorf("the last is in sight already:\n%s", p.View())
	}
	uitest.Press(p, "pgdown", "pgdown", "pgdown", "down", "down")
	sees(t, p.View(), "Pegawai 00015 · IDL 164! · wajar 0–100", "10–15 dari 15")
	if got, want := p.Unsaved(), "16 nilai menunggu alasan"; got != want {
		t.Errorf("while it asks %q is unsaved, want %q", got, want)
	}
	uitest.Type(p, "lintas wilayah")
	uitest.Press(p, "enter")
	e := func(person int) model.Entry {
		row := d.sheets[0].Rows[person]
		return d.card(row.Plan, thisQuarter).Entry(row.Plan.Measures[0].ID)
	}
	if e(0).Reason != "lintas wilayah" || e(14).Reason != "lintas wilayah" || e(15).Reason != "" || p.Unsaved() != "" {
		t.Errorf("reasons %q, %q, %q; unsaved %q", e(0).Reason, e(14).Reason, e(15).Reason, p.Unsaved())
	}
}

// What did not go in is named with why; the first few at once, all from the menu.
func TestWhatDidNotGoInIsNamed(t *testing.T) {
	d := newDesk(8)
	d.sheets[0].Rows[1].State = model.Final
	p := open(t, d, "id")
	if got := whyNot(t, p, "left"); got == "" {
		t.Error("a list of nothing can be opened")
	}
	paste(p, "Nama\tIDL\tK6\tXYZ\nAni Lestari\tabc\t70\t1\nBudi Santoso\t1\t2\t3\nCitra Dewi\t9x\t71\t1\nEko\t1\t2\t3")
	got := said(uitest.Press(p, "enter"))
	want := `2 sel diisi · 4 sel tidak diisi: Ani Lestari · IDL ("abc" bukan angka); Budi Santoso · IDL, K6 (terkunci: final); ` +
		`Citra Dewi · IDL ("9x" bukan angka); dan 2 lagi (semua: Ctrl+K, lihat yang tidak masuk)`
	if got != want {
		t.Errorf("said %q\nwant %q", got, want)
	}
	do(t, p, "left")
	uitest.Fits(t, p.View(), width, height)
	sees(t, p.View(), "Yang tidak masuk pada pengisian terakhir", "x Ani Lestari · IDL", "x Eko (tidak dikenal", "x kolom XYZ (bukan indikator")
	uitest.Press(p, "esc")
	sees(t, p.View(), "Pegawai")
}

// Whatever is typed or waits is unsaved, and Ctrl+S never says otherwise.
func TestWhatIsTypedIsNotCalledSaved(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	uitest.Press(p, "n")
	if p.Unsaved() != "" {
		t.Errorf("nothing typed, and %q is unsaved", p.Unsaved())
	}
	uitest.Type(p, "dari kohort")
	if got, want := p.Unsaved(), "catatan Ani Lestari · IDL"; got != want {
		t.Errorf("%q is unsaved, want %q", got, want)
	}
	if got := said(uitest.Press(p, "ctrl+s")); got != "Semua sudah tersimpan 14.03" || d.entered != 1 || p.Unsaved() != "" {
		t.Errorf("Ctrl+S in a note said %q after %d savings", got, d.entered)
	}
	paste(p, "1\t2\n3\t4")
	if got, want := said(uitest.Press(p, "ctrl+s")), "Belum tersimpan: tempelan 4 nilai."; got != want {
		t.Errorf("Ctrl+S in a preview said %q, want %q", got, want)
	}
}

// The way to the next instrument is among the first five keys, on the last one
// the way back.
func TestOtherInstrumentsAreOffered(t *testing.T) {
	p := open(t, newDesk(3), "id")
	main := func() (list []string) {
		for _, a := range p.Actions() {
			if a.Main && a.Why == "" {
				list = append(list, a.ID)
			}
		}
		return list[:5]
	}
	if got := strings.Join(main(), " "); got != "edit filldown why next detail" {
		t.Errorf("offers %s", got)
	}
	uitest.Press(p, "]")
	if got := strings.Join(main(), " "); got != "edit filldown why previous detail" {
		t.Errorf("on the last one offers %s", got)
	}
}
