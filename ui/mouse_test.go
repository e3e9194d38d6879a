package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/screen/staff"
	"kinerja/ui/uitest"
)

// clinicDesk is the list of staff with its frame and the mouse.
func clinicDesk(t *testing.T) *desk {
	d := &desk{t: t, env: uitest.Env(t, "id")}
	d.Router = NewRouter(d.env, func(nav.Route) nav.Screen { return staff.New(d.env, thirtyEight(), nav.Staff{}) }, nav.Staff{}, nil)
	d.finder = over.NewFinder(thirtyEight())
	d.do(d.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

func click(x, y int) tea.MouseMsg {
	return tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
}

// place finds a text on the screen.
func (d *desk) place(text string) (x, y int) {
	d.t.Helper()
	for y, line := range strings.Split(ansi.Strip(d.View()), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			return ansi.StringWidth(line[:i]), y
		}
	}
	d.t.Fatalf("no %q on screen:\n%s", text, d.View())
	return 0, 0
}

func (d *desk) clicks(text string) {
	d.t.Helper()
	x, y := d.place(text)
	d.send(click(x, y))
	d.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
}

// A click chooses, a second one opens, as Enter does.
func TestClickChoosesAndOpens(t *testing.T) {
	d := clinicDesk(t)
	d.clicks("dr. Gilang Ramadhan")
	d.sees("▸ dr. Gilang Ramadhan")
	if len(d.stack) != 1 {
		t.Fatal("the first click opens")
	}
	d.clicks("▸ dr. Gilang Ramadhan")
	if got, ok := d.stack[len(d.stack)-1].route.(nav.Person); !ok || got.Employee != "e4" {
		t.Errorf("the second click opens %+v", d.stack[len(d.stack)-1].route)
	}
	d.press("down")
	for _, y := range []int{0, 1, 2, 21, 22} { // crumb, summary, gap, rule, message
		d.send(click(5, y))
	}
	if len(d.stack) != 2 || d.over != nil || !strings.Contains(d.View(), "▸ Budi") {
		t.Errorf("a click beside the list does something:\n%s", d.View())
	}
}

// A click on a key of the last line presses it.
func TestClickOnTheKeys(t *testing.T) {
	d := clinicDesk(t)
	d.clicks("l filter")
	if !d.top().Typing() {
		t.Fatal("filter is not begun")
	}
	d.press("b", "i", "d", "a", "n")
	d.clicks("F1 tombol")
	d.sees("Di semua halaman")
	d.clicks("Esc tutup")
	d.sees("MENGETIK")
	d.send(click(3, 23)) // the word MENGETIK is no key
	d.sees("MENGETIK")
	d.clicks("Esc hapus filter")
	d.clicks("g halaman")
	d.sees("Realisasi")
}

// Entries of what lies over a page are chosen by a click; a question is
// answered in its line only.
func TestClickOverThePage(t *testing.T) {
	d := clinicDesk(t)
	d.press("g")
	d.clicks("Realisasi")
	if len(d.stack) != 2 || d.over != nil {
		t.Errorf("%d pages, over them %v", len(d.stack), d.over)
	}
	d.press("/", "g", "i", "l")
	d.clicks("dr. Gilang")
	if got, ok := d.stack[len(d.stack)-1].route.(nav.Person); !ok || got.Employee != "e4" {
		t.Errorf("opened %+v", d.stack[len(d.stack)-1].route)
	}
	d.press(":")
	d.clicks("keluar")
	d.sees("Keluar?")
	d.send(click(5, 5))
	d.sees("Keluar?")
	d.clicks("n/Esc tidak")
	if d.over != nil || d.quit {
		t.Fatal("no is not taken for an answer")
	}
	d.press("q")
	d.clicks("y ya")
	if !d.quit {
		t.Error("yes is not taken for an answer")
	}
}

// The wheel moves in lists, not in texts, and answers no question.
func TestWheel(t *testing.T) {
	turn := func(b tea.MouseButton) tea.MouseMsg {
		return tea.MouseMsg{X: 5, Y: 5, Button: b, Action: tea.MouseActionPress}
	}
	d := clinicDesk(t)
	d.send(turn(tea.MouseButtonWheelDown))
	d.sees("▸ Dedi Kurniawan")
	d.send(turn(tea.MouseButtonWheelUp))
	d.sees("▸ Ani Lestari")
	d.press("/", "a")
	d.send(turn(tea.MouseButtonWheelDown))
	d.sees("▸ Dedi Kurniawan")
	d.press("esc", "q")
	d.send(turn(tea.MouseButtonWheelDown))
	d.sees("Keluar?")
	d.press("n", "l")
	d.send(turn(tea.MouseButtonWheelDown))
	d.sees("▸ Ani Lestari")
	d.press("esc")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 10})
	d.send(turn(tea.MouseButtonWheelDown))
	d.send(click(1, 9))
	if d.over != nil {
		t.Error("something unseen is clicked")
	}
}
