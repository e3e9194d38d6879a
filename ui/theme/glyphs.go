package theme

import "strings"

// Glyphs are the signs that pages draw. Each is one cell wide.
type Glyphs struct {
	Cursor   string // before the chosen row
	Ellipsis string // where text was cut
	Rule     string
	Crumb    string // between the crumbs
	Up, Down string // lower is better; more above or below
	Arrow    string
	Bar      string // between columns
	Marked   string // before what is selected

	plain *strings.Replacer // nil: signs are shown as they are
}

// Plain returns view with every sign that old consoles lack replaced by one of
// the same width. It changes nothing where the terminal has them all.
func (g Glyphs) Plain(view string) string {
	if g.plain == nil {
		return view
	}
	return g.plain.Replace(view)
}

func unicodeGlyphs() Glyphs {
	return Glyphs{Cursor: "▸", Ellipsis: "…", Rule: "─", Crumb: "›", Up: "▲", Down: "▼", Arrow: "→", Bar: "│", Marked: "•"}
}

func asciiGlyphs() Glyphs {
	return Glyphs{
		Cursor: ">", Ellipsis: "~", Rule: "-", Crumb: ">", Up: "^", Down: "v", Arrow: ">", Bar: "|", Marked: ":",
		plain: strings.NewReplacer("▸", ">", "…", "~", "─", "-", "•", ":", "›", ">", "‹", "<", "▲", "^", "▼", "v",
			"→", ">", "←", "<", "↑", "^", "↓", "v", "│", "|", "–", "-", "—", "-", "·", "-", "×", "x",
			"≥", ">", "≤", "<", "÷", "/", "≈", "~", "Σ", "S", "✓", "*", "█", "#", "▁", "_", "�", "?"),
	}
}
