package frame_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/frame"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

// In a narrow room the way out of what one types stays in the line of keys; so does
// that of what lies over a page. Nothing is cut.
func TestTheWayOutStays(t *testing.T) {
	env := uitest.Env(t, "id")
	k := env.Keys
	page := []nav.Action{
		{ID: "saved", Name: "lanjut menilai", Binding: k.Saved, Main: true}, {ID: "enter", Name: "lanjut", Binding: k.Enter, Main: true},
		{ID: "right", Name: "ganti", Binding: k.Right, Main: true}, {ID: "esc", Name: "batal", Binding: k.Esc, Main: true},
	}
	over := []over.Hint{
		{Label: "Enter", Name: "buka", Binding: k.Enter}, {Label: "Tab", Name: "orang lain", Binding: k.Tab},
		{Label: "F1", Name: "lupa PIN", Binding: k.Help}, {Label: "Esc", Name: "keluar", Binding: k.Esc},
	}
	for _, width := range []int{58, 78, 118} {
		for name, parts := range map[string][]frame.Part{"page": frame.Keys(env, page, true, false, width), "over": frame.Over(env, over, true, width)} {
			line := ansi.Strip(frame.Foot(parts))
			if !strings.Contains(line, "Esc ") || ansi.StringWidth(line) > width {
				t.Errorf("%s, %d: %q", name, width, line)
			}
			if width > 58 && !strings.HasPrefix(line, "MENGETIK") {
				t.Errorf("%s, %d: no state in %q", name, width, line)
			}
		}
	}
	if line := ansi.Strip(frame.Foot(frame.Over(env, over, true, 30))); ansi.StringWidth(line) > 30 || !strings.HasSuffix(line, "Esc keluar") {
		t.Errorf("narrow: %q", line)
	}
}

// The top line names whose PIN is asked for, for as long as it is.
func TestTopNamesWhosePINIsAsked(t *testing.T) {
	env := uitest.Env(t, "id")
	env.Me.Name = "dr. Sari Wulandari"
	if line := ansi.Strip(frame.Top(env, page{}, nav.By([]nav.Action{{}, {By: "Rina Hartati"}}), 58)); !strings.HasSuffix(line, "PIN Rina Hartati") || strings.Contains(line, "Sari") {
		t.Errorf("%q", line)
	}
	if line := ansi.Strip(frame.Top(env, page{}, nav.By(nil), 58)); !strings.Contains(line, "dr. Sari Wulandari") {
		t.Errorf("%q", line)
	}
}

type page struct{ nav.Screen }

func (page) Title() string { return "Evaluasi" }
