package record_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/record"
	"kinerja/ui/uitest"
)

// book is a record of so many changes, the newest first, and how many were read.
type book struct {
	about string
	lines []record.Line
	read  int
	err   error
}

func (b *book) Changes(_ nav.Record, older model.FactKey, most int) (record.Part, error) {
	from := 0
	for i, l := range b.lines {
		if l.Key == older {
			from = i + 1
		}
	}
	to := min(len(b.lines), from+most)
	b.read += to - from
	return record.Part{About: b.about, Lines: b.lines[from:to]}, b.err
}

// long is a record of n changes of results.
func long(n int) *book {
	b := &book{}
	for i := range n {
		b.lines = append(b.lines, record.Line{
			Key: model.FactKey{Site: "s", Seq: uint64(n - i)}, Change: model.ChangeID(fmt.Sprint("c", n-i)), Record: "card 1", Verb: model.VerbEnter,
			At: uitest.Noon.Add(-time.Duration(i) * time.Hour), Who: "dr. Sari", What: "memasukkan realisasi", About: fmt.Sprintf("Bidan %05d", n-i),
			More: []string{"IDL: 71,50 → 92,00"}, Place: nav.Person{Employee: "rina"},
		})
	}
	return b
}

func open(t *testing.T, b *book) *record.Page {
	t.Helper()
	p := record.New(uitest.Env(t, "id"), b, nav.Record{})
	uitest.Open(p, 78, 20)
	return p
}

func sees(t *testing.T, p *record.Page, want bool, text string) {
	t.Helper()
	flat := strings.Join(strings.Fields(p.View()), " ")
	if strings.Contains(flat, text) != want {
		t.Errorf("%q on the page is %v:\n%s", text, !want, p.View())
	}
}

// A record of tens of thousands of changes is read as far as one scrolls, and to
// its end where one searches; its place opens with Enter.
func TestALongRecord(t *testing.T) {
	b := long(20000)
	p := open(t, b)
	if b.read > 500 {
		t.Errorf("%d read at the beginning", b.read)
	}
	sees(t, p, true, "200 perubahan dibaca · masih ada yang lebih lama")
	for range 30 {
		uitest.Press(p, "pgdown")
	}
	if b.read < 200 || b.read > 1000 {
		t.Errorf("%d read after 30 pages", b.read)
	}
	uitest.Press(p, "l")
	uitest.Type(p, "00007")
	uitest.Press(p, "enter")
	if b.read != 20000 || p.Len() != 1 {
		t.Errorf("of %d read %d are found", b.read, p.Len())
	}
	sees(t, p, true, "IDL: 71,50 → 92,00")
	asked := uitest.Press(p, "enter")
	if len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.Person{Employee: "rina"}}) {
		t.Errorf("Enter asks for %v", asked)
	}
	uitest.Press(p, "esc")
	if p.Len() != 20000 {
		t.Errorf("%d without the filter", p.Len())
	}
}

// On the page about somebody, the rows do not say the name again before what
// differs between them.
func TestAboutSomebody(t *testing.T) {
	b := long(2)
	b.about, b.lines[0].About = "Rina Hartati", "Rina Hartati · TW II 2026"
	p := open(t, b)
	uitest.Press(p, "down")
	sees(t, p, true, "memasukkan realisasi TW II 2026")
}

// What was taken back says by whom; an undoing that was undone took nothing back.
func TestTakenBack(t *testing.T) {
	b := long(6)
	for i, l := range []struct {
		verb           model.Verb
		change, undoes string
	}{
		{model.VerbWithdraw, "c6", ""}, {model.VerbRedo, "c5", "c4"}, {model.VerbUndo, "c4", "c2"}, {model.VerbShare, "c3", ""}, {model.VerbEnter, "c2", ""}, {model.VerbEnter, "c1", ""},
	} {
		b.lines[i].Verb, b.lines[i].Change, b.lines[i].Undoes = l.verb, model.ChangeID(l.change), model.ChangeID(l.undoes)
	}
	b.lines[0].Who, b.lines[1].Who, b.lines[2].Who = "Budi", "Citra", "Dewi"
	p := open(t, b)
	for _, want := range []string{"", "", "Diurungkan oleh Citra", "Ditarik kembali oleh Budi", "", ""} {
		for _, mark := range []string{"Diurungkan oleh Citra", "Ditarik kembali oleh Budi", "Diurungkan oleh Dewi"} {
			sees(t, p, mark == want, mark)
		}
		uitest.Press(p, "down")
	}
	b.lines = b.lines[2:] // without the redo
	p = open(t, b)
	uitest.Press(p, "end", "up")
	sees(t, p, true, "Diurungkan oleh Dewi")
}

// What is written is all that fits the filter, not only what was read.
func TestWriting(t *testing.T) {
	b := long(900)
	p := open(t, b)
	_, text := uitest.Wrote(t, uitest.Press(p, "w"))
	if n := strings.Count(text, "\n"); n != 900 {
		t.Errorf("%d changes written", n)
	}
	uitest.Press(p, "l")
	uitest.Type(p, "bidan 0000")
	uitest.Press(p, "enter")
	if _, text = uitest.Wrote(t, uitest.Press(p, "w")); strings.Count(text, "\n") != 9 || !strings.Contains(text, "IDL: 71,50 → 92,00") {
		t.Errorf("written:\n%s", text)
	}
}

// A change that has no page says so; a long one is read whole; trouble is told.
func TestOneChange(t *testing.T) {
	b := long(3)
	b.lines[0].Place, b.lines[0].More = nil, strings.Split(strings.Repeat("naik,", 30), ",")
	p := open(t, b)
	if _, done, why := nav.Press(p.Actions(), uitest.Key("enter")); !done || !strings.Contains(why, "tidak mempunyai halaman") {
		t.Errorf("Enter says %q", why)
	}
	sees(t, p, true, "baris lagi: i")
	uitest.Press(p, "i", "end")
	uitest.Fits(t, p.View(), 78, 20)
	sees(t, p, false, "Tindakan")
	uitest.Press(p, "esc")
	sees(t, p, true, "Tindakan")
	sees(t, open(t, &book{}), true, "Belum ada perubahan")
	sees(t, open(t, &book{err: errors.New("x")}), false, "Membaca")
}
