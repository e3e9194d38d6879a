package keys

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// Press is the message of a binding's first key that acts, for what is chosen
// from the menu or with the mouse: it goes the way of a key. While typing a
// letter would be text.
func Press(b key.Binding, typing bool) tea.KeyMsg {
	name := "esc"
	for i, k := range b.Keys() {
		if i == 0 || typing && utf8.RuneCountInString(name) == 1 {
			name = k
		}
	}
	if name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	for _, t := range named {
		if k := (tea.KeyMsg{Type: t}); k.String() == name {
			return k
		}
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok && len(rest) == 1 {
		return tea.KeyMsg{Type: tea.KeyCtrlA + tea.KeyType(rest[0]-'a')}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// named are the keys that have a name and no letter.
var named = []tea.KeyType{
	tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyPgUp, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd,
	tea.KeyTab, tea.KeyShiftTab, tea.KeyEnter, tea.KeyEsc, tea.KeyInsert, tea.KeyDelete, tea.KeyBackspace,
	tea.KeyF1, tea.KeyF2, tea.KeyF3, tea.KeyF4, tea.KeyF5, tea.KeyF6, tea.KeyF7, tea.KeyF8, tea.KeyF9, tea.KeyF12,
}
