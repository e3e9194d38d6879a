package over

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/nav"
)

// Question is a yes-or-no question. Only the key for yes answers yes, and only n
// and Esc answer no: a stray key, pressed for the page below, loses no question.
type Question struct {
	env  nav.Env
	text string
	yes  tea.Cmd
}

// Ask returns a question. yes runs when it is answered so.
func Ask(env nav.Env, text string, yes tea.Cmd) *Question { return &Question{env, text, yes} }

// Press answers.
func (q *Question) Press(k tea.KeyMsg) Done {
	if !k.Paste && key.Matches(k, q.env.Keys.Yes) {
		return Done{Close: true, Cmd: q.yes}
	}
	if key.Matches(k, q.env.Keys.Esc) || k.Type == tea.KeyRunes && !k.Paste && strings.EqualFold(string(k.Runes), no) {
		return closed()
	}
	return Done{}
}

// no declines, as Esc does, in both languages.
const no = "n"

// Body leaves the page in sight.
func (q *Question) Body(int, int) (string, bool) { return "", false }

// Line is the question.
func (q *Question) Line() string { return q.text }

// Foot says how it is answered.
func (q *Question) Foot() []Hint {
	t := q.env.Text.Over
	return []Hint{hint(q.env, q.env.Keys.Yes, t.Yes, false), {Name: t.No, Binding: q.env.Keys.Esc}}
}

// Typing is never so.
func (q *Question) Typing() bool { return false }
