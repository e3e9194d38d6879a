package keys

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/lang"
)

func texts(t *testing.T, code string) *lang.Texts {
	t.Helper()
	text, err := lang.Read(code)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func bind(t *testing.T, overrides map[string]string) *Map {
	t.Helper()
	m, err := New(texts(t, "id"), overrides)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func rune1(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }

// The letters of UX 2.3, word by word.
func TestLettersKeepTheirMeaning(t *testing.T) {
	for _, code := range lang.Languages() {
		m, err := New(texts(t, code), nil)
		if err != nil {
			t.Fatal(err)
		}
		for letter, b := range map[rune]key.Binding{
			'a': m.Add, 'b': m.Coach, 'c': m.Copy, 'd': m.FillDown, 'e': m.Edit, 'f': m.Feedback, 'g': m.Pages,
			'h': m.History, 'i': m.Detail, 'k': m.Object, 'l': m.Filter, 'n': m.Note, 'o': m.Order, 'p': m.Print,
			'q': m.Quit, 'r': m.FillRight, 's': m.Share, 't': m.Period, 'u': m.Undo, 'v': m.Range, 'w': m.Write,
			'x': m.Why, 'y': m.Yes, '[': m.Previous, ']': m.Next, '/': m.Find, '?': m.Help, ':': m.Palette,
		} {
			if !key.Matches(rune1(letter), b) {
				t.Errorf("%s: %c does not match %v", code, letter, b.Keys())
			}
			if up := []rune(strings.ToUpper(string(letter)))[0]; !key.Matches(rune1(up), b) {
				t.Errorf("%s: capital %c does not match", code, up)
			}
		}
		for k, b := range map[tea.KeyType]key.Binding{
			tea.KeyCtrlZ: m.Undo, tea.KeyCtrlY: m.Redo, tea.KeyF1: m.Help, tea.KeyF2: m.Edit, tea.KeyCtrlS: m.Saved,
			tea.KeyCtrlK: m.Palette, tea.KeyCtrlF: m.Find, tea.KeyCtrlD: m.FillDown, tea.KeySpace: m.Space,
		} {
			if !key.Matches(tea.KeyMsg{Type: k, Runes: []rune(" ")}, b) && !key.Matches(tea.KeyMsg{Type: k}, b) {
				t.Errorf("%s: %v does not match %v", code, k, b.Keys())
			}
		}
	}
}

// Every binding of the Map is made, has a name, and stands in the table once.
func TestTableFillsTheMap(t *testing.T) {
	m := bind(t, nil)
	v := reflect.ValueOf(*m)
	for i := range v.NumField() {
		if v.Type().Field(i).Type != reflect.TypeFor[key.Binding]() {
			continue
		}
		b := v.Field(i).Interface().(key.Binding)
		if len(b.Keys()) == 0 || b.Help().Desc == "" || b.Help().Key == "" {
			t.Errorf("%s: keys %v, help %+v", v.Type().Field(i).Name, b.Keys(), b.Help())
		}
	}
	for _, code := range lang.Languages() {
		names := texts(t, code).Keys.Names
		seen := map[string]bool{}
		for _, id := range IDs() {
			if names[id] == "" || seen[id] {
				t.Errorf("%s: action %s: name %q, seen %v", code, id, names[id], seen[id])
			}
			seen[id] = true
		}
		if len(names) != len(seen) {
			t.Errorf("%s: %d names for %d actions", code, len(names), len(seen))
		}
	}
}

func TestNeverBoundKeysAreInNoDefault(t *testing.T) {
	for _, l := range table() {
		for _, k := range l.keys {
			if never(k) || k != " " && !possible(k) && k != "ctrl+c" {
				t.Errorf("%s is bound to %q", l.id, k)
			}
		}
	}
}

func TestOverrides(t *testing.T) {
	m := bind(t, map[string]string{"undo": "z f5", "copy": "space", "select": "f6"})
	if !key.Matches(rune1('z'), m.Undo) || !key.Matches(rune1('Z'), m.Undo) || !key.Matches(tea.KeyMsg{Type: tea.KeyF5}, m.Undo) {
		t.Errorf("undo is on %v", m.Undo.Keys())
	}
	if key.Matches(rune1('u'), m.Undo) {
		t.Error("undo is still on u")
	}
	if got := m.Undo.Help(); got.Key != "z" || got.Desc != "urungkan" {
		t.Errorf("help says %+v", got)
	}
	if got := m.Labels(m.Undo); got != "z · F5" {
		t.Errorf("labels %q", got)
	}
	if got := m.Now(m.Undo, true); got != "F5" {
		t.Errorf("while typing %q", got)
	}
	if got := m.Now(bind(t, nil).Undo, true); got != "Ctrl+Z" {
		t.Errorf("while typing %q", got)
	}
}

func TestRefusedOverrides(t *testing.T) {
	text := texts(t, "id")
	var clash *ClashError
	if _, err := New(text, map[string]string{"undo": "X"}); !errors.As(err, &clash) {
		t.Fatalf("clash: %v", err)
	}
	for _, want := range []string{"urungkan", "mengapa", "x"} {
		if !strings.Contains(text.Error(clash), want) {
			t.Errorf("%q does not say %q", text.Error(clash), want)
		}
	}
	var unknown *ActionError
	if _, err := New(text, map[string]string{"undoo": "z"}); !errors.As(err, &unknown) || !strings.Contains(text.Error(err), "undo redo") {
		t.Errorf("unknown action: %v", err)
	}
	for _, tt := range []struct {
		key   string
		never bool
	}{
		{"ctrl+a", true}, {"Ctrl+B", true}, {"ctrl+q", true}, {`ctrl+\`, true}, {"ctrl+enter", true}, {"ctrl+1", true},
		{"alt+0", true}, {"ctrl+pgup", true}, {"f10", true}, {"F11", true}, {"z ctrl+a", true},
		{"", false}, {"7", false}, {"ctrl+i", false}, {"ctrl+m", false}, {"zz", false}, {"f13", false}, {"alt+x", false},
	} {
		var bad *KeyError
		if _, err := New(text, map[string]string{"undo": tt.key}); !errors.As(err, &bad) || bad.Never != tt.never {
			t.Errorf("%q: %v", tt.key, err)
		} else if s := text.Error(bad); !strings.Contains(s, "urungkan") {
			t.Errorf("%q says %q", tt.key, s)
		}
	}
}

func TestMarkdown(t *testing.T) {
	got := bind(t, nil).Markdown()
	for _, want := range []string{"| Tombol | Guna |", "| `?` `F1` | tombol | `help` |", "| `u` `Ctrl+Z` | urungkan | `undo` |"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
