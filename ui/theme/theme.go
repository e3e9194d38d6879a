// Package theme holds the looks of the program: styles by meaning, made for
// one terminal. It is the only place that makes a style or names a colour.
//
// Colour never carries meaning alone: whatever a style says, a word or a sign
// says too, so that mono, and a terminal without any attribute, lose nothing.
package theme

import (
	"errors"
	"fmt"
	"slices"

	"github.com/charmbracelet/lipgloss"
)

// ErrTheme is the answer to a theme or a set of glyphs that does not exist.
var ErrTheme = errors.New("no such theme or glyphs")

// Names lists the themes that settings can choose; the first is the default.
func Names() []string { return []string{"auto", "light", "dark", "contrast", "mono"} }

// GlyphNames lists the sets of glyphs that settings can choose.
func GlyphNames() []string { return []string{"auto", "ascii"} }

// Styles are the looks by meaning. They are read, never changed.
type Styles struct {
	Title    lipgloss.Style // the page's crumb
	Dim      lipgloss.Style // what stands back: units, hints
	Header   lipgloss.Style // head of a table
	Chosen   lipgloss.Style // the row the cursor is on
	Cell     lipgloss.Style // the cell the cursor is in
	Marked   lipgloss.Style // what is selected
	Warning  lipgloss.Style // worth a look; stands beside a sign or a word
	Good     lipgloss.Style
	Bad      lipgloss.Style
	Key      lipgloss.Style // a key's label
	Typing   lipgloss.Style // the word that letters are text now
	Question lipgloss.Style
	Rule     lipgloss.Style
	Text     lipgloss.Style // the rest

	Glyphs Glyphs
}

// Ground is what is known of the colour behind the text.
type Ground uint8

// The grounds. On an unknown one the automatic theme colours no text, so that
// it can be read on any.
const (
	Unknown Ground = iota
	Dark
	Light
)

// Choice is what settings and terminal say about looks.
type Choice struct {
	Theme  string // one of Names; "" is auto
	Ground Ground // decides auto
	Glyphs string // one of GlyphNames; "" is auto
	Poor   bool   // the terminal lacks signs beyond its code page: decides auto glyphs
}

// Make returns the looks of choice for the terminal of r.
func Make(r *lipgloss.Renderer, choice Choice) (*Styles, error) {
	if choice.Theme == "" {
		choice.Theme = "auto"
	}
	if choice.Glyphs == "" {
		choice.Glyphs = "auto"
	}
	if !slices.Contains(Names(), choice.Theme) {
		return nil, fmt.Errorf("theme %q: %w", choice.Theme, ErrTheme)
	}
	if !slices.Contains(GlyphNames(), choice.Glyphs) {
		return nil, fmt.Errorf("glyphs %q: %w", choice.Glyphs, ErrTheme)
	}
	name := choice.Theme
	if name == "auto" {
		name = [...]string{Unknown: "calm", Dark: "dark", Light: "light"}[choice.Ground]
	}
	s := mono(r)
	if p, coloured := palettes()[name]; coloured {
		s = p.dress(s)
	}
	s.Glyphs = unicodeGlyphs()
	if choice.Glyphs == "ascii" || choice.Glyphs == "auto" && choice.Poor {
		s.Glyphs = asciiGlyphs()
	}
	return s, nil
}

// New returns mono, or the theme for a dark or a light ground.
func New(r *lipgloss.Renderer, isMono, dark bool) *Styles {
	name := "light"
	switch {
	case isMono:
		name = "mono"
	case dark:
		name = "dark"
	}
	s, err := Make(r, Choice{Theme: name})
	if err != nil {
		panic(err) // all three stand in Names
	}
	return s
}

// mono tells things apart by weight, line and inversion alone.
func mono(r *lipgloss.Renderer) *Styles {
	plain := r.NewStyle()
	bold := plain.Bold(true)
	return &Styles{
		Title: bold, Dim: plain, Header: bold, Chosen: bold, Cell: plain.Reverse(true), Marked: plain.Underline(true),
		Warning: bold, Good: plain, Bad: bold, Key: bold, Typing: plain.Reverse(true), Question: bold, Rule: plain, Text: plain,
	}
}
