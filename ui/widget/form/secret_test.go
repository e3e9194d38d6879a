package form_test

import (
	"fmt"
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

// While nobody may try again nothing is taken, the seconds count, and then it is said
// that one may; the other fields go on as ever.
func TestASecretIsHeld(t *testing.T) {
	f := ofKinds(t, form.Field{ID: "name", Label: "Nama"}, form.Field{ID: "pin", Label: "PIN", Kind: form.Secret, Need: true, Whose: "Rina"})
	f.Focus("pin")
	presses(f, "4", "7")
	left := 2
	f.Hold("pin", func() string {
		if left == 0 {
			return ""
		}
		return fmt.Sprintf("tunggu %d detik", left)
	}, "coba lagi")
	presses(f, "1", "2", "space", "enter")
	f.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("308"), Paste: true})
	if view := ansi.Strip(f.View(60, 10)); f.Value("pin") != "" || !strings.Contains(view, "! tunggu 2 detik") || strings.Contains(view, "harus diisi") {
		t.Errorf("taken, %q:\n%s", f.Value("pin"), view)
	}
	if f.Submit() {
		t.Error("sent while nobody may try")
	}
	left = 1
	if view := ansi.Strip(f.View(60, 10)); !strings.Contains(view, "! tunggu 1 detik") {
		t.Errorf("does not count:\n%s", view)
	}
	left = 0
	if view := ansi.Strip(f.View(60, 10)); !strings.Contains(view, "coba lagi") || strings.Contains(view, "!") {
		t.Errorf("does not say that one may:\n%s", view)
	}
	if presses(f, "4", "7"); f.Value("pin") != "47" || !f.Submit() || f.Whose() != "Rina" {
		t.Errorf("not taken afterwards: %q", f.Value("pin"))
	}
}

// What is missing is complained about until it is there, whoever puts it there; what
// the file refused until that field is typed into.
func TestAComplaintGoesOnceItIsRight(t *testing.T) {
	var f *form.Form
	f = ofKinds(t, form.Field{ID: "who", Label: "Siapa", Need: true}, form.Field{ID: "name", Label: "Nama", Need: true},
		form.Field{ID: "again", Label: "Ulangi", Need: true, Check: func(v string) string {
			if v != f.Value("name") {
				return "tidak sama"
			}
			return ""
		}})
	f.Submit()
	f.Fill("name", "rin")
	if n := f.Faults(); n != 2 {
		t.Errorf("%d complaints after another field filled one in:\n%s", n, ansi.Strip(f.View(60, 10)))
	}
	f.Focus("again")
	presses(f, "r", "i", "n", "a", "enter")
	if view := ansi.Strip(f.View(60, 10)); !strings.Contains(view, "tidak sama") {
		t.Fatalf("not compared:\n%s", view)
	}
	f.Focus("name")
	if presses(f, "a"); strings.Contains(ansi.Strip(f.View(60, 10)), "tidak sama") {
		t.Errorf("the complaint stays:\n%s", ansi.Strip(f.View(60, 10)))
	}
	f.Fail("name", "sudah dipakai")
	f.Focus("who")
	if presses(f, "x"); !strings.Contains(ansi.Strip(f.View(60, 10)), "sudah dipakai") {
		t.Error("what was refused is forgotten")
	}
}

// Whoever begins to type the letter while the cursor still stands on the choice before
// it writes the letter, and changes nothing; letters of answers choose, as ever.
func TestTextGoesOnward(t *testing.T) {
	for typed, want := range map[string][2]string{
		"800/12 p": {"paper", "800/12 p"}, "surat p m 7": {"paper", "surat p m 7"}, "pemberitahuan 3": {"paper", "pemberitahuan 3"},
		"p": {"own", ""}, "pm": {"paper", ""}, "pp": {"own", ""}, "menurut": {"paper", ""},
	} {
		f := ofKinds(t, form.Field{ID: "how", Label: "Diketahui dari", Kind: form.Choice, Onward: true, Value: "paper", Options: []form.Option{
			{Value: "paper", Label: "menurut surat"}, {Value: "own", Label: "PIN sendiri"},
		}}, form.Field{ID: "letter", Label: "Menurut", When: func(f *form.Form) bool { return f.Value("how") == "paper" }},
			form.Field{ID: "pin", Label: "PIN", Kind: form.Secret, When: func(f *form.Form) bool { return f.Value("how") == "own" }})
		for _, r := range typed {
			presses(f, strings.ReplaceAll(string(r), " ", "space"))
		}
		if f.Value("how") != want[0] || f.Value("letter") != want[1] {
			t.Errorf("%q: %s, %q", typed, f.Value("how"), f.Value("letter"))
		}
		if want[1] == "" {
			continue
		}
		presses(f, "up", "right", "left")
		if f.Value("letter") != want[1] {
			t.Errorf("%q is lost when the choice changes: %q", typed, f.Value("letter"))
		}
		presses(f, "right", "4")
		if f.Value("pin") != "4" || f.Value("letter") != want[1] {
			t.Errorf("digits do not go to the PIN: %q", f.Value("pin"))
		}
	}
}
