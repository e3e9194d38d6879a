package clip

import (
	"io"
	"strings"

	osc52 "github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"
)

// Clipboard is that of the machine at which the person sits.
type Clipboard interface {
	Read() (string, error)
	Write(text string) error
}

// Board is where copies go to and pastes come from. A copy goes to the
// machine's clipboard, to the terminal's (which over ssh is the one at which
// the person sits), and stays here, so that it can always be pasted again.
type Board struct {
	Clip   Clipboard // nil: none, or somebody else's
	Out    io.Writer // the terminal; nil: it takes no copies
	Getenv func(string) string
	own    string
}

// PastedMsg brings what was on the clipboard.
type PastedMsg struct{ Text string }

// longest is how much a terminal is given: many take no more.
const longest = 74_000

// Copy keeps a text, and hands it on off the event loop.
func (b *Board) Copy(text string) tea.Cmd {
	b.own = text
	clip, out, seq := b.Clip, b.Out, b.sequence(text)
	return func() tea.Msg {
		if clip != nil {
			_ = clip.Write(text) // without one there is still the program's own
		}
		if out != nil && seq != "" {
			io.WriteString(out, seq) // a terminal that cannot be written to shows nothing anyway
		}
		return nil
	}
}

// sequence is OSC 52, wrapped for what lies between program and terminal. tmux
// takes it bare or wrapped, as it is set; of the two it ignores the other.
func (b *Board) sequence(text string) string {
	if len(text) > longest || b.Getenv == nil {
		return ""
	}
	seq := osc52.New(text)
	switch {
	case b.Getenv("TMUX") != "":
		return seq.String() + seq.Tmux().String()
	case b.Getenv("STY") != "":
		return seq.Screen().String()
	}
	return seq.String()
}

// Paste brings what is on the machine's clipboard, else what was copied here.
func (b *Board) Paste() tea.Cmd {
	clip, own := b.Clip, b.own
	return func() tea.Msg {
		if clip != nil {
			if text, err := clip.Read(); err == nil && text != "" {
				return PastedMsg{text}
			}
		}
		return PastedMsg{own}
	}
}

// TextOf is what keys would be as text; plain says that there is nothing among
// them that moves or acts. The marks of a bracketed paste that the console did
// not understand are taken off.
func TextOf(keys []tea.KeyMsg) (text string, plain bool) {
	var b strings.Builder
	acts := false
	for _, k := range keys {
		if k.Alt {
			b.WriteByte('\x1b')
		}
		switch k.Type {
		case tea.KeyRunes, tea.KeySpace:
			b.WriteString(string(k.Runes))
		case tea.KeyTab:
			b.WriteByte('\t')
		case tea.KeyEnter, tea.KeyCtrlJ:
			b.WriteByte('\n')
		case tea.KeyEsc:
			b.WriteByte('\x1b')
		default:
			acts = true
		}
	}
	text = strings.NewReplacer("\x1b[200~", "", "\x1b[201~", "").Replace(b.String())
	return text, !acts && !strings.Contains(text, "\x1b")
}
