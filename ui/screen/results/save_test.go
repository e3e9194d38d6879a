package results_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// While the file takes nothing, everything stays on the page in the order in
// which it was typed; as soon as it does, the next key saves all of it.
func TestFailureAndRecovery(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	d.fail = model.ErrBusy
	asked := put(p, "91", "enter")
	if _, ok := asked[len(asked)-1].(nav.FailMsg); !ok {
		t.Errorf("the first failure is not told: %v", asked)
	}
	put(p, "72", "enter")
	uitest.Press(p, "up", "up")
	put(p, "90,5", "enter") // the first once more
	if got, want := p.Unsaved(), "2 nilai"; got != want {
		t.Errorf("unsaved = %q, want %q", got, want)
	}
	if !strings.Contains(p.View(), "90,50*") || !strings.Contains(p.View(), "BELUM TERSIMPAN") {
		t.Errorf("the page does not show what is unsaved:\n%s", p.View())
	}
	if got := d.value(0, 0); got != "92" {
		t.Errorf("the file holds %s", got)
	}
	d.fail = nil
	uitest.Press(p, "down")
	if a, b := d.value(0, 0), d.value(1, 0); a != "90.5" || b != "72" {
		t.Errorf("after recovery the file holds %s and %s, want 90.5 and 72", a, b)
	}
	if got := p.Unsaved(); got != "" {
		t.Errorf("unsaved after recovery: %q", got)
	}
	if got, want := said(uitest.Press(p, "ctrl+s")), "Semua sudah tersimpan 14.03"; got != want {
		t.Errorf("Ctrl+S says %q, want %q", got, want)
	}
}

// A value that the file refuses for good can be dropped with u.
func TestDropWhatCannotBeSaved(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	d.fail = model.ErrLocked
	put(p, "91", "enter")
	if got, want := said(uitest.Press(p, "u")), "dibatalkan sebelum tersimpan: Ani Lestari · IDL 91"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if p.Unsaved() != "" || !strings.Contains(p.View(), "92,00") {
		t.Errorf("unsaved %q:\n%s", p.Unsaved(), p.View())
	}
}

// One saving at a time: the second value waits for the answer to the first,
// and an undo for both.
func TestSavingsNeverRace(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Type(p, "91")
	first := p.Update(uitest.Key("enter")) // on its way
	uitest.Type(p, "73")
	second := p.Update(uitest.Key("enter"))
	cmd, _, _ := nav.Press(p.Actions(), uitest.Key("u"))
	if got := count(second) + count(cmd); got != 0 {
		t.Errorf("%d commands started while one was on its way", got)
	}
	uitest.Run(p, first)
	if a, b := d.value(0, 0), d.value(1, 0); a != "91" || b != "71.5" {
		t.Errorf("the file holds %s and %s, want 91 and (undone) 71.5", a, b)
	}
}

// count says how many commands hide in cmd.
func count(cmd tea.Cmd) int {
	if cmd == nil {
		return 0
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		n := 0
		for _, c := range batch {
			n += count(c)
		}
		return n
	}
	return 1
}

// A reading that began before a saving, and is answered after it, does not
// bring the old value back.
func TestOldReading(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	answer := p.Init()() // read, and on its way
	uitest.Type(p, "91")
	saved := p.Update(uitest.Key("enter"))()
	p.Update(saved)
	again := p.Update(answer)
	if !strings.Contains(p.View(), "91,00") {
		t.Errorf("the old value is back:\n%s", p.View())
	}
	uitest.Run(p, again)
	if !strings.Contains(p.View(), "91,00") {
		t.Errorf("the old value is back after reading again:\n%s", p.View())
	}
}

// The file refuses one value and takes the next: the older value of one cell
// never overwrites the newer one, and that of another cell follows by itself.
func TestOneFailsTheNextDoesNot(t *testing.T) {
	for _, key := range []string{"up", "down"} { // back to the same cell, on to another
		d := newDesk(8)
		p := open(t, d, "id")
		uitest.Type(p, "91")
		first := p.Update(uitest.Key("enter"))
		if key == "up" {
			p.Update(uitest.Key(key))
		}
		uitest.Type(p, "90,5")
		p.Update(uitest.Key("enter"))
		d.fail = model.ErrBusy
		answer := first()
		d.fail = nil
		uitest.Run(p, p.Update(answer))
		want := [2]string{"90.5", "71.5"}
		if key == "down" {
			want = [2]string{"91", "90.5"}
		}
		if got := [2]string{d.value(0, 0), d.value(1, 0)}; got != want || p.Unsaved() != "" {
			t.Errorf("%s: the file holds %v, want %v; unsaved %q", key, got, want, p.Unsaved())
		}
		uitest.Press(p, "down")
		if got := [2]string{d.value(0, 0), d.value(1, 0)}; got != want {
			t.Errorf("%s: after a key the file holds %v, want %v", key, got, want)
		}
	}
}

func TestUndoAndRedo(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	put(p, "88", "enter")
	put(p, "47/52", "enter")
	uitest.Press(p, "end", "pgdown")
	if got, want := said(uitest.Press(p, "u")), "Diurungkan: Budi Santoso · IDL 47/52 → 71,5"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if view := p.View(); !strings.Contains(view, "▸Budi Santoso    ▸ 71,50") {
		t.Errorf("the cursor did not go there:\n%s", view)
	}
	if got, want := said(uitest.Press(p, "ctrl+z")), "Diurungkan: Ani Lestari · IDL 88 → 92"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	asked := uitest.Press(p, "u")
	question, ok := asked[0].(nav.AskMsg)
	if !ok {
		t.Fatalf("undoing elsewhere does not ask: %v", asked)
	}
	if got, want := said(uitest.Run(p, question.Yes)), "Tidak ada lagi yang dapat diurungkan."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got, want := said(uitest.Press(p, "ctrl+y")), "Diulangi: Ani Lestari · IDL 92 → 88"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := d.value(0, 0); got != "88" {
		t.Errorf("the file holds %s, want 88", got)
	}
}
