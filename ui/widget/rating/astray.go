package rating

import (
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
)

// Stray takes a key that the open choice has no use for, and reports whether it
// was one. Who begins to type words believes that a reason is being asked; so
// from the first letter that means nothing here, everything typed is text, which
// gives no rating, is shown, and goes nowhere, until Unstray.
func (p *Pen) Stray(k tea.KeyMsg) bool {
	switch {
	case !p.Choosing():
		return false
	case k.Type == tea.KeyRunes && (p.Astray() || k.Paste || unicode.IsLetter(k.Runes[0]) || unicode.IsDigit(k.Runes[0])):
		p.astray += string(k.Runes)
	case !p.Astray():
		return false
	case k.Type == tea.KeySpace:
		p.astray += " "
	case k.Type == tea.KeyBackspace:
		list := []rune(p.astray)
		p.astray = string(list[:len(list)-1])
	}
	return true
}

// Astray reports that what is typed into the open choice is ignored.
func (p *Pen) Astray() bool { return p.hand == choosing && p.astray != "" }

// Unstray forgets what was typed: letters rate again. It is what Enter and Esc do.
func (p *Pen) Unstray() tea.Cmd {
	p.astray = ""
	return nil
}

// given remembers what is given, to be said to whom typed on without looking.
func (p *Pen) given(m Mark) Mark {
	p.last = lang.Inert(m.Name) + ", " + m.Of.Name(p.Look.Text) + ": " + p.Look.Text.RatingShort(m.Rating)
	return m
}

// ignored says what is ignored, and which rating was given before it.
func (p *Pen) ignored(width int) []string {
	t, s := p.Look.Text.Evaluation, p.Look.Styles
	head := t.Astray + " "
	text := lang.Inert(p.astray)
	if over := ansi.StringWidth(head+text) - width; over > 0 { // the end is what is being typed
		text = ansi.TruncateLeft(text, over+1, s.Glyphs.Ellipsis)
	}
	then := t.AstrayThen
	if p.last != "" {
		then = lang.Fill(t.AstrayLast, "last", p.last, "key", p.Look.Keys.Undo.Help().Key)
	}
	return []string{p.cut(s.Warning.Render(head)+text, width), p.dim(then, width)}
}
