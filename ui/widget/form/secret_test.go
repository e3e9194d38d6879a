package form_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/form"
)

func ofKinds(t *testing.T, fields ...form.Field) *form.Form {
	t.Helper()
	env := uitest.Env(t, "id")
	return form.New(form.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}, fields...)
}

func presses(f *form.Form, names ...string) (last form.Ask) {
	for _, name := range names {
		last = f.Press(uitest.Key(name))
	}
	return last
}

// What a Secret holds is never drawn, never part of a draft, and does not come
// back once it was taken away; only its length is seen.
func TestASecretIsNeverShown(t *testing.T) {
	f := ofKinds(t, form.Field{ID: "pin", Label: "PIN", Kind: form.Secret}, form.Field{ID: "name", Label: "Nama"})
	presses(f, "4", "7", "1", "1", "left", "home", "9")
	if got := f.Value("pin"); got != "47119" {
		t.Fatalf("%q", got)
	}
	f.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("308\n"), Paste: true})
	if got := f.Value("pin"); got != "47119308" {
		t.Errorf("after a paste %q", got)
	}
	for range 2 { // with the cursor in it, and without
		view := ansi.Strip(f.View(60, 10))
		if strings.ContainsAny(view, "0123456789") || strings.Count(view, "•") != 8 {
			t.Errorf("drawn:\n%s", view)
		}
		presses(f, "tab")
	}
	if typed := f.Typed(); typed != nil {
		t.Errorf("a draft has %v", typed)
	}
	f.Retype(map[string]string{"pin": "000"}, nil)
	if got := f.Value("pin"); got != "47119308" {
		t.Errorf("a draft made it %q", got)
	}
	f.Focus("pin")
	presses(f, "ctrl+u", "ctrl+z")
	if got := f.Value("pin"); got != "" {
		t.Errorf("came back: %q", got)
	}
}

// A box is ticked with the space bar; one that is fixed says why not.
func TestTicks(t *testing.T) {
	f := ofKinds(t,
		form.Field{ID: "a", Label: "Administrator", Kind: form.Tick},
		form.Field{ID: "b", Label: "Penilai", Kind: form.Tick, Value: form.Ticked, Fixed: "mengikuti jabatan"},
	)
	if presses(f, "space") != form.Changed || f.Value("a") != form.Ticked || !f.Dirty() {
		t.Errorf("ticked: %q", f.Value("a"))
	}
	if presses(f, "space") != form.Changed || f.Value("a") != "" || f.Dirty() {
		t.Errorf("unticked: %q", f.Value("a"))
	}
	presses(f, "space", "down", "space")
	if f.Value("b") != form.Ticked {
		t.Error("what is fixed was unticked")
	}
	view := ansi.Strip(f.View(60, 10))
	for _, want := range []string{"[x] Administrator", "▸ [x] Penilai", "! mengikuti jabatan"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	if typed := f.Typed(); len(typed) != 1 || typed["a"] != form.Ticked {
		t.Errorf("a draft has %v", typed)
	}
	g := ofKinds(t, form.Field{ID: "a", Label: "Administrator", Kind: form.Tick})
	g.Retype(f.Typed(), nil)
	if g.Value("a") != form.Ticked {
		t.Error("the draft did not come back")
	}
}

// A Secret that was refused is typed anew: what is typed next is not added to what
// nobody sees.
func TestARefusedSecretIsTypedAnew(t *testing.T) {
	f := ofKinds(t, form.Field{ID: "pin", Label: "PIN", Kind: form.Secret}, form.Field{ID: "name", Label: "Nama"})
	for _, k := range "738291" {
		f.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{k}})
	}
	if f.Value("pin") != "738291" {
		t.Fatalf("%q was typed", f.Value("pin"))
	}
	f.Fail("pin", "tidak sama")
	for _, k := range "55" {
		f.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{k}})
	}
	if got := f.Value("pin"); got != "55" {
		t.Errorf("after it was refused the field holds %q", got)
	}
}
