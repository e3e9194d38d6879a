package pane_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/pane"
)

// The cursor goes from one line that leads somewhere to the next, stays on its
// thing when the page is laid out anew, and every line can be scrolled to.
func TestLeads(t *testing.T) {
	env := uitest.Env(t, "id")
	const height = 5
	var p pane.Leads[string]
	lay := func(names ...string) {
		on := p.Chosen()
		p.Clear()
		p.Add("kepala")
		p.Say("satu dua tiga empat", 10)
		for _, name := range names {
			p.Choose(name, name)
		}
		p.Add("kaki 1")
		p.Add("kaki 2")
		p.Settle(p.Room(height), func(s string) bool { return s == on })
	}
	view := func() string { return ansi.Strip(p.View(env.Text, env.Styles, 20, height)) }
	if p.Chosen() != "" || view() != "" {
		t.Errorf("the zero page shows %q", view())
	}
	lay("a", "b", "c")
	if got := view(); !strings.HasPrefix(got, "kepala\nsatu dua\ntiga empat\n") || !strings.Contains(got, " a\n") || !strings.Contains(got, "4 baris lagi") {
		t.Errorf("at first:\n%s", got)
	}
	p.Move(1, p.Room(height))
	lay("c", "b", "a", "d")
	if p.Chosen() != "b" {
		t.Errorf("laid out anew the cursor is on %q", p.Chosen())
	}
	p.Move(9, p.Room(height))
	if p.Chosen() != "d" || strings.Contains(view(), "kaki 2") {
		t.Errorf("on %q:\n%s", p.Chosen(), view())
	}
	p.Move(9, p.Room(height)) // at the end it scrolls to what stands beyond
	if got := view(); !strings.Contains(got, "kaki 2") {
		t.Errorf("at the end:\n%s", got)
	}
	p.Move(-9, p.Room(height))
	if got := view(); p.Chosen() != "c" || !strings.HasPrefix(got, "kepala") {
		t.Errorf("back at %q:\n%s", p.Chosen(), got)
	}
}

// A screen further takes the cursor along, so that what is acted upon is seen; a
// page that is text alone leaves it, and says so.
func TestPagingTakesTheCursorAlong(t *testing.T) {
	env := uitest.Env(t, "id")
	const height = 5
	var p pane.Leads[string]
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		p.Choose(name, name)
	}
	for range 8 {
		p.Add("teks")
	}
	room := p.Room(height)
	p.Settle(room)
	for _, step := range []struct {
		key  tea.KeyType
		on   string
		seen bool
	}{
		{tea.KeyPgDown, "d", true}, {tea.KeyPgDown, "g", true}, {tea.KeyPgUp, "d", true},
		{tea.KeyEnd, "h", true}, {tea.KeyPgDown, "h", true}, {tea.KeyPgDown, "h", false}, {tea.KeyHome, "a", true},
		{tea.KeyPgUp, "a", true},
	} {
		p.Press(env.Keys, tea.KeyMsg{Type: step.key}, room)
		if p.Chosen() != step.on || p.InSight(room) != step.seen {
			t.Errorf("%v: on %q, in sight %v; want %q, %v", step.key, p.Chosen(), p.InSight(room), step.on, step.seen)
		}
	}
}
