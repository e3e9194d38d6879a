package menu_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/menu"
)

func items() []menu.Item {
	return []menu.Item{
		{Head: "Data", Label: "Instrumen", Note: "apa yang diukur"},
		{Label: "Unit kerja", Note: "nama, jenis, induk dan kepala, dan masih banyak lagi yang tidak muat di satu baris"},
		{Head: "Program", Label: "Bahasa\x1b[31m", Note: "id"},
	}
}

func TestMoving(t *testing.T) {
	e := uitest.Env(t, "id")
	var m menu.Menu
	if m.Chosen() != -1 || m.Press(uitest.Key("x"), e.Keys) {
		t.Error("an empty menu chooses, or takes x")
	}
	m.SetItems(items()...)
	for _, tt := range []struct {
		key string
		at  int
	}{{"down", 1}, {"tab", 2}, {"down", 2}, {"up", 1}, {"home", 0}, {"up", 0}, {"end", 2}, {"shift+tab", 1}} {
		if !m.Press(uitest.Key(tt.key), e.Keys) || m.Chosen() != tt.at {
			t.Errorf("%s: at %d, want %d", tt.key, m.Chosen(), tt.at)
		}
	}
	m.MoveTo(2)
	m.SetItems(items()[:1]...)
	if m.Chosen() != 0 {
		t.Errorf("of one item, %d is chosen", m.Chosen())
	}
}

// Whatever the room, the chosen item is in sight and nothing is wider.
func TestView(t *testing.T) {
	e := uitest.Env(t, "id")
	for _, size := range [][2]int{{78, 20}, {40, 3}, {30, 1}, {30, 0}} {
		var m menu.Menu
		m.SetItems(items()...)
		for i, want := range []string{"Instrumen", "Unit kerja", "Bahasa"} {
			m.MoveTo(i)
			got := m.View(e.Text, e.Styles, size[0], size[1])
			uitest.Fits(t, got, size[0], max(1, size[1]))
			if size[1] > 0 && !strings.Contains(ansi.Strip(got), want) {
				t.Errorf("%v: %s is out of sight:\n%s", size, want, got)
			}
		}
	}
	var m menu.Menu
	m.SetItems(items()...)
	if got := ansi.Strip(m.View(e.Text, e.Styles, 60, 4)); !strings.HasSuffix(got, "\n ▼ 4 baris lagi") {
		t.Errorf("what is below is not said:\n%s", got)
	}
	if m.MoveTo(2); !strings.HasSuffix(ansi.Strip(m.View(e.Text, e.Styles, 60, 4)), "\n ▲ 4 baris lagi") {
		t.Errorf("what is above is not said:\n%s", m.View(e.Text, e.Styles, 60, 4))
	}
	m.MoveTo(0)
	uitest.Golden(t, m.View(e.Text, e.Styles, 60, 12))
	if m.Click(0) || !m.Click(1) || m.Chosen() != 0 || m.Click(99) {
		t.Error("clicks")
	}
	if !m.Click(2) || m.Chosen() != 1 {
		t.Errorf("a click on the second chose %d", m.Chosen())
	}
}
