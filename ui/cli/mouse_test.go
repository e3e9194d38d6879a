//go:build !windows

package cli_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// clicks clicks on a text that is on the screen, as terminals tell it.
func (p *terminal) clicks(text string) {
	p.t.Helper()
	p.sees(text)
	for y, line := range strings.Split(p.text(), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			x := ansi.StringWidth(line[:i]) + 1
			p.send(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", x, y+1, x, y+1))
			return
		}
	}
	p.t.Fatalf("%q is broken over lines", text)
}

// One goes to a page, a row and a cell with the mouse alone, and types there.
func TestTheMouse(t *testing.T) {
	env, _ := clinic(t, 6)
	p := sit(t, env)
	p.sees("Beranda", "Menunggu")
	p.clicks("g halaman")
	p.clicks("3  Realisasi")
	p.sees("Bidan (6 orang)", "▸Bidan 01")
	p.clicks("Bidan 04 Lestari")
	p.sees("Bidan 04 Lestari · IDL")
	p.types("88")
	p.press("tab")
	p.sees("tersimpan")
	p.clicks("Bidan 02 Lestari") // the column stays
	p.sees("Bidan 02 Lestari · K6")
	p.types("77")
	p.clicks("Bidan 05 Lestari") // what is typed is kept when one clicks away
	p.sees("Bidan 05 Lestari · K6")
	p.press("esc")
	p.sees("Beranda", "Menunggu")
	p.leave()
	if card := run(t, env, "card", "Bidan 02", "--period", "2026-Q3"); !strings.Contains(card, "77,00") {
		t.Errorf("the value is not kept:\n%s", card)
	}
}
