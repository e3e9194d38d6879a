package results_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// A block about people of another sheet is offered to nobody, and the sentence
// says on which sheet they are and how one gets there.
func TestABlockOfAnotherSheet(t *testing.T) {
	for language, want := range map[string]string{
		"id": "Tidak satu pun dari 2 nama yang ditempel ada di lembar Bidan ini; tidak ada yang dimasukkan. 2 di antaranya ada di lembar Tenaga administrasi: pindah ke sana dengan ], lalu tempel lagi.",
		"en": "None of the 2 names that were pasted is on this sheet, Midwife; nothing goes in. 2 of them are on the sheet Clerk: go there with ], then paste again.",
	} {
		d := newDesk(8)
		d.hire(1, "Indah Sari")
		p := open(t, d, language)
		if got := said(paste(p, "Nama\tSurat\nHasan Basri\t80,32\nIndah Sari\t81")); got != want {
			t.Errorf("said %q", got)
		}
		if view := p.View(); strings.Contains(view, "80") || p.Unsaved() != "" {
			t.Errorf("it is offered:\n%s", view)
		}
	}
}

// Names that only a filter hides are on this sheet.
func TestABlockOfPeopleWhoAreFilteredOut(t *testing.T) {
	p := open(t, newDesk(8), "id")
	uitest.Press(p, "l")
	uitest.Type(p, "citra")
	uitest.Press(p, "enter")
	if got := said(paste(p, "Ani Lestari\t80\nBudi Santoso\t81")); !strings.Contains(got, "2 di antaranya tidak tampil karena filter: Esc menghapusnya") {
		t.Errorf("said %q", got)
	}
}

// In a closed period the first key is refused with who opens it again, and no
// key is offered that would change anything.
func TestNothingIsTypedInAClosedPeriod(t *testing.T) {
	d := newDesk(3)
	d.sheets[0].Closed = &model.ClosedError{Period: thisQuarter, Unit: "Puskesmas", By: "dr. Sari", On: 20261003}
	p := open(t, d, "id")
	for _, key := range []string{"9", "delete"} {
		if got := said(uitest.Press(p, key)); !strings.Contains(got, "ditutup 3 Oktober 2026 oleh dr. Sari") || !strings.Contains(got, "Kepala unit atau pengelola membukanya kembali") {
			t.Errorf("%s: said %q", key, got)
		}
	}
	if p.Typing() || p.Unsaved() != "" {
		t.Errorf("typing %v, unsaved %q", p.Typing(), p.Unsaved())
	}
	if got := said(paste(p, "1\t2\n3\t4")); !strings.Contains(got, "ditutup") {
		t.Errorf("a block: said %q", got)
	}
	uitest.Press(p, "shift+down")
	for _, id := range []string{"edit", "filldown", "fillright", "note"} {
		if whyNot(t, p, id) == "" {
			t.Errorf("%s is offered", id)
		}
	}
}

// A value that the file refuses takes the cursor back to its cell; what is typed
// without looking goes nowhere, and Esc drops the value.
func TestARefusedValueIsDropped(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	d.fail = model.ErrLocked
	put(p, "91", "enter")
	if i := strings.Index(ansi.Strip(p.View()), "▸Ani Lestari"); i < 0 || !strings.Contains(p.View(), "Esc atau u membuangnya") {
		t.Errorf("the cursor is not on the refused value, or its line does not say how to drop it:\n%s", p.View())
	}
	if got := said(uitest.Press(p, "7")); !strings.Contains(got, "Ani Lestari · IDL 91 ditolak") || p.Typing() {
		t.Errorf("said %q, typing %v:\n%s", got, p.Typing(), p.View())
	}
	if a := action(t, p, "esc"); !a.Main || a.Name != "buang nilai ini" {
		t.Errorf("the line of keys offers %q", a.Name)
	}
	asked := uitest.Press(p, "esc")
	if got, want := said(asked), "dibatalkan sebelum tersimpan: Ani Lestari · IDL 91"; got != want || p.Unsaved() != "" {
		t.Errorf("said %q, unsaved %q", got, p.Unsaved())
	}
	for _, m := range asked {
		if m == (nav.BackMsg{}) {
			t.Error("it left the page")
		}
	}
	if got := d.value(0, 0) + " " + d.value(1, 0); got != "92 71.5" {
		t.Errorf("the file holds %s", got)
	}
}

// Who has a target of their own bears a sign, and the line below says it.
func TestAnOwnTargetIsMarked(t *testing.T) {
	d := newDesk(3)
	d.sheets[0].Rows[0].Plan.Measures[1].Gauge.Target = number("95")
	p := open(t, d, "id")
	uitest.Press(p, "right")
	uitest.Press(p, "down")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "88,00^") || strings.Contains(view, "95,00^") {
		t.Errorf("the own target, and no other, is marked:\n%s", view)
	}
	uitest.Press(p, "up")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "target sendiri 95") {
		t.Errorf("the line does not say it:\n%s", view)
	}
	found := false
	for _, sign := range nav.SignsOf(p) {
		found = found || sign.Sign == "^"
	}
	if !found {
		t.Error("the sign is not explained")
	}
}

// Too little weight is said in the words of the list of evaluations; where there
// is room the value stands beside it.
func TestScantDataSayHowMuch(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	uitest.Press(p, "down", "down")
	put(p, "90", "enter")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "baru terisi 20 %") || strings.Contains(view, "100,00 baru") {
		t.Errorf("%s", view)
	}
	p.Resize(wideWidth+20, wideHeight)
	if view := ansi.Strip(p.View()); !strings.Contains(view, "100,00 baru terisi 20 %") {
		t.Errorf("%s", view)
	}
}

// Degrees stand behind every name of the column, or behind none.
func TestNamesOfOneColumnAreAlike(t *testing.T) {
	d := newDesk(4)
	p := open(t, d, "id")
	p.Resize(118, wideHeight)
	if view := ansi.Strip(p.View()); strings.Contains(view, "Ani Lestari, A.Md.Keb.") != strings.Contains(view, "Dewi Kartika Sari Wulandari Ningrum, A.Md.Keb.") {
		t.Errorf("%s", view)
	}
}

// The filter finds who holds a position, as that of the evaluations does.
func TestTheFilterFindsAPosition(t *testing.T) {
	d := newDesk(4)
	d.sheets[0].Rows[1].Staff.Position = "Bidan Mahir"
	p := open(t, d, "id")
	uitest.Press(p, "l")
	uitest.Type(p, "mahir")
	if view := p.View(); !strings.Contains(view, "Budi") || strings.Contains(view, "Ani Lestari") {
		t.Errorf("%s", view)
	}
}
