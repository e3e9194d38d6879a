package grid_test

import (
	"strings"
	"testing"

	"kinerja/model/sheet"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/grid"
)

func TestSelecting(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want sheet.Span
		ok   bool
	}{
		{"down", sheet.Between(1, 0, 1, 0), false},
		{"shift+down shift+down shift+right", sheet.Between(0, 0, 2, 1), true},
		{"down right shift+up shift+left", sheet.Between(0, 0, 1, 1), true},
		{"shift+down down", sheet.Between(2, 0, 2, 0), false},
		{"shift+down esc", sheet.Between(1, 0, 1, 0), false},
		{"shift+end", sheet.Between(0, 0, 0, 4), true},
		{"down ctrl+shift+down", sheet.Between(1, 0, 29, 0), true},
		{"ctrl+end ctrl+shift+home", sheet.Between(0, 0, 29, 4), true},
		{"ctrl+end ctrl+shift+up", sheet.Between(0, 4, 29, 4), true},
		{"shift+down 5 esc", sheet.Between(1, 0, 1, 0), false},
		{"v down right", sheet.Between(0, 0, 1, 1), true},
		{"v pgdown end", sheet.Between(0, 0, 8, 4), true},
		{"v down v down", sheet.Between(2, 0, 2, 0), false},
		{"v down v shift+down", sheet.Between(0, 0, 2, 0), true},
		{"v down enter", sheet.Between(2, 0, 2, 0), false},
		{"v down tab", sheet.Between(1, 1, 1, 1), false},
		{"v", sheet.Between(0, 0, 0, 0), true},
	} {
		g := newGrid(t, 30, 5, 80, 10)
		for _, k := range strings.Fields(tt.keys) {
			if k == "v" {
				g.Range()
			} else {
				press(g, k)
			}
		}
		if got, ok := g.Selected(); got != tt.want || ok != tt.ok {
			t.Errorf("%s: selected %+v, %v; want %+v, %v", tt.keys, got, ok, tt.want, tt.ok)
		}
	}
}

// The range is seen without colour, and is given up with Esc before the page
// hears of it.
func TestSelectionIsSeenWithoutColour(t *testing.T) {
	g := newGrid(t, 3, 3, 80, 10)
	press(g, "shift+down", "shift+right")
	lines := strings.Split(g.View(), "\n")
	for line, want := range map[int]string{2: "•   0,0 •   0,1 ", 3: "•   1,0 ▸   1,1 "} {
		if !strings.Contains(lines[line], want) {
			t.Errorf("no %q in %q", want, lines[line])
		}
	}
	if a := g.Press(uitest.Key("esc")); a.Kind != grid.Moved {
		t.Errorf("the first Esc means %v", a.Kind)
	}
	if a := g.Press(uitest.Key("esc")); a.Kind != grid.Unknown {
		t.Errorf("the second Esc means %v", a.Kind)
	}
}

// Fewer rows than were selected are what is selected.
func TestSelectionFitsTheRows(t *testing.T) {
	g := newGrid(t, 30, 5, 80, 10)
	press(g, "down", "ctrl+shift+down")
	g.SetSource(numbers{rows: 3}, 20, nil)
	if got, ok := g.Selected(); got != sheet.Between(1, 0, 2, 0) || !ok {
		t.Errorf("selected %+v, %v", got, ok)
	}
}
