package form

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textarea"
	tea "github.com/charmbracelet/bubbletea"
)

// longest is how many characters a Long field without a bound of its own takes.
const longest = 10_000

// newArea makes the field of a longer text: bubbles' own, with our looks, and
// without the keys that mean something else in this program (UX 2.3).
func newArea(look Look, limit int) textarea.Model {
	a := textarea.New()
	a.Prompt, a.ShowLineNumbers, a.Placeholder = "", false, ""
	a.MaxHeight = 0
	if a.CharLimit = limit; limit == 0 {
		a.CharLimit = longest
	}
	plain := textarea.Style{
		Base: look.Styles.Text, CursorLine: look.Styles.Text, CursorLineNumber: look.Styles.Text, EndOfBuffer: look.Styles.Text,
		LineNumber: look.Styles.Text, Placeholder: look.Styles.Dim, Prompt: look.Styles.Text, Text: look.Styles.Text,
	}
	a.FocusedStyle, a.BlurredStyle = plain, plain
	a.Blur() // takes the new style
	a.Cursor.Style, a.Cursor.TextStyle = look.Styles.Text, look.Styles.Text
	a.Cursor.SetMode(cursor.CursorStatic)
	m := &a.KeyMap
	for b, list := range map[*key.Binding][]string{
		&m.CharacterForward: {"right"}, &m.CharacterBackward: {"left"},
		&m.WordForward: {"ctrl+right"}, &m.WordBackward: {"ctrl+left"},
		&m.LineNext: {"down"}, &m.LinePrevious: {"up"},
		&m.DeleteWordBackward: {"ctrl+w"}, &m.DeleteBeforeCursor: {"ctrl+u"}, &m.DeleteCharacterBackward: {"backspace", "ctrl+h"}, &m.DeleteCharacterForward: {"delete"},
		&m.InsertNewline: {"enter"}, &m.LineStart: {"home"}, &m.LineEnd: {"end"},
		&m.InputBegin: {"ctrl+home"}, &m.InputEnd: {"ctrl+end"},
	} {
		b.SetKeys(list...)
	}
	for _, b := range []*key.Binding{
		&m.DeleteWordForward, &m.DeleteAfterCursor, &m.Paste, &m.CapitalizeWordForward,
		&m.LowercaseWordForward, &m.UppercaseWordForward, &m.TransposeCharacterBackward,
	} {
		b.SetEnabled(false)
	}
	return a
}

// write gives a key to a longer text, and reports whether it is one for it.
func (fd *field) write(k tea.KeyMsg) bool {
	switch k.Type {
	case tea.KeyRunes:
		k.Runes = []rune(seen(string(k.Runes)))
		k.Paste = false
	case tea.KeySpace, tea.KeyEnter, tea.KeyBackspace, tea.KeyDelete, tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight,
		tea.KeyHome, tea.KeyEnd, tea.KeyCtrlHome, tea.KeyCtrlEnd, tea.KeyCtrlLeft, tea.KeyCtrlRight, tea.KeyCtrlW, tea.KeyCtrlU:
	default:
		return false
	}
	// The command only makes a cursor blink, and ours does not.
	fd.area, _ = fd.area.Update(k)
	return true
}

// seen takes out of a text what cannot be seen or would turn it around; line
// breaks stay.
func seen(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, s)
}
