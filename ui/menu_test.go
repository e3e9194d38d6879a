package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

func runWithNames(t *testing.T, width, height int) *desk {
	d := run(t, width, height)
	d.finder = over.NewFinder(thirtyEight())
	return d
}

// The phone question, all keys in one read, from a page that moves and from one
// that types.
func TestLookupFromEveryPage(t *testing.T) {
	d := runWithNames(t, 80, 24)
	d.send(runes("/gilang"))
	d.sees("Cari pegawai: gilang")
	d.sees("dr. Gilang Ramadhan · Dokter Ahli Muda")
	d.press("esc")
	if d.over != nil || len(d.stack) != 1 {
		t.Fatal("Esc does not close the lookup alone")
	}
	d.press("l", "ctrl+f")
	d.send(runes("198703142012041005")) // from a scanner, then its Enter
	d.press("enter")
	if got := d.stack[len(d.stack)-1].route; len(d.stack) != 2 || got.(nav.Person).Employee != "e4" {
		t.Errorf("the scanner opens %v", got)
	}
	if !d.stack[0].screen.Typing() {
		t.Error("what was being typed beneath is given up")
	}
	d.send(nav.ChangedMsg{}) // and the next lookup reads anew
	d.press("/", "enter")
	if got := d.stack[len(d.stack)-1].route; len(d.stack) != 3 || got.(nav.Person).Employee != "e4" {
		t.Errorf("the one looked up last is not the first: %v", got)
	}
}

// Without names to look in, the key is the page's.
func TestNoLookupWithoutNames(t *testing.T) {
	d := run(t, 80, 24)
	if d.press("/"); d.over != nil || strings.Join(d.at().keys, "") != "/" {
		t.Errorf("over the page %v, keys %q", d.over, d.at().keys)
	}
}

// The plans are a line of the settings; whoever types their name finds them from
// every page, in the words of the form or of the other language.
func TestMenuFindsThePlans(t *testing.T) {
	for _, words := range []string{"SKP", "rencana", "plan"} {
		d := run(t, 80, 24)
		d.press(":")
		d.send(runes(words))
		d.press("enter")
		if _, ok := d.stack[len(d.stack)-1].route.(nav.Plans); !ok {
			t.Errorf("%s leads to %v", words, d.stack[len(d.stack)-1].route)
		}
	}
}

// Raters and units side by side are found from every page, not only from a unit's.
func TestMenuFindsTheRaters(t *testing.T) {
	for _, words := range []string{"berdampingan", "kewajaran", "bandingkan", "peringkat"} {
		d := run(t, 80, 24)
		d.press(":")
		d.send(runes(words))
		d.press("enter")
		if _, ok := d.stack[len(d.stack)-1].route.(nav.Fairness); !ok {
			t.Errorf("%s leads to %v", words, d.stack[len(d.stack)-1].route)
		}
	}
}

func TestMenuRunsWhatThePageCanDo(t *testing.T) {
	d := runWithNames(t, 80, 24)
	d.press(":")
	d.sees("urutkan (belum ada pegawai)")
	d.send(runes("mengapa"))
	d.press("enter")
	if got := strings.Join(d.at().done, " "); got != "why" || d.over != nil {
		t.Errorf("ran %q, over the page %v", got, d.over)
	}
	// Help is the first line, the pages are the last, also while typing.
	d.press("l", "ctrl+k", "enter")
	d.sees("Di semua halaman")
	d.press("esc", "ctrl+k")
	d.send(runes("realisasi"))
	d.press("enter")
	if d.at().name != "Results" {
		t.Errorf("the menu leads to %s", d.at().name)
	}
	d.press(":")
	d.send(runes("keluar"))
	d.press("enter")
	d.sees("Keluar?")
	d.press("n", ":")
	d.send(runes("cari"))
	d.press("enter")
	d.sees("Cari pegawai:")
	d.press("esc", ":")
	d.send(runes("tersimpan"))
	d.press("enter")
	d.sees("Semua sudah tersimpan.")
}

// What the page does itself gets its key, as if it had been pressed.
func TestMenuPressesKeysOfThePage(t *testing.T) {
	d := run(t, 80, 24)
	for id, want := range map[string]string{"space": " ", "ctrl+d": "ctrl+d", "esc": "esc", "v": "v", "shift+tab": "shift+tab", "f2": "f2"} {
		k := d.env.Keys
		b := k.Space
		switch id {
		case "ctrl+d":
			b = k.FillDown
			b.SetKeys("ctrl+d")
		case "esc":
			b = k.Esc
		case "v":
			b = k.Range
		case "shift+tab":
			b = k.BackTab
		case "f2":
			b.SetKeys("f2")
		}
		p := &page{env: d.env}
		d.stack[0].screen = p
		d.do(d.act(nav.Action{Binding: b})())
		if got := strings.Join(p.keys, "|"); got != want {
			t.Errorf("%s comes to the page as %q", id, got)
		}
	}
}

// Every overlay stands any size, and a change of size while it is open.
func TestOverlaysAndSizes(t *testing.T) {
	for _, keys := range []string{"?", "g", ":", "/ a", "q"} {
		d := runWithNames(t, 80, 24)
		d.press(strings.Fields(keys)...)
		for _, size := range [][2]int{{120, 36}, {60, 15}, {59, 15}, {20, 5}, {1, 1}, {200, 60}, {80, 24}} {
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			uitest.Fits(t, d.View(), size[0], size[1])
			d.press("down")
			if keys == "q" {
				break // any key answers
			}
		}
		if keys != "q" && d.over == nil {
			t.Errorf("%s does not outlive a change of size", keys)
		}
	}
}

// A larger screen asks how the others on it stand.
func TestLookupAfterResizeAsksForTheRest(t *testing.T) {
	d := runWithNames(t, 60, 15)
	d.press("/", "a")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 40})
	if n := strings.Count(ansi.Strip(d.View()), "TW II 2026"); n < 12 {
		t.Errorf("%d of those on screen have a second line:\n%s", n, ansi.Strip(d.View()))
	}
}
