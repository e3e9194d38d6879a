package theme

import (
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// luminance is WCAG 2.1's relative luminance of #rrggbb.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	if got := contrast(t, "#000000", "#ffffff"); math.Abs(got-21) > 0.01 {
		t.Fatalf("black on white is %.2f", got)
	}
	for name, p := range palettes() {
		for what, colour := range map[string]string{
			"dim": p.dim, "title": p.title, "warning": p.warning, "good": p.good, "bad": p.bad, "key": p.key,
		} {
			for _, ground := range p.grounds {
				if colour != "" && contrast(t, colour, ground) < 4.5 {
					t.Errorf("%s: %s on %s is %.2f", name, what, ground, contrast(t, colour, ground))
				}
			}
			if colour != "" && len(p.grounds) == 0 {
				t.Errorf("%s colours %s on an unknown ground", name, what)
			}
		}
		for what, pair := range map[string][2]string{
			"chosen": {p.chosen, p.chosenGround}, "cell": {p.cell, p.cellGround}, "typing": {p.mode, p.modeGround},
		} {
			if got := contrast(t, pair[0], pair[1]); got < 4.5 {
				t.Errorf("%s: %s is %.2f", name, what, got)
			}
		}
	}
}

func renderer(profile termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(profile)
	return r
}

// Mono has no colour at all, and still tells the cursor and typing apart.
func TestMonoHasNoColour(t *testing.T) {
	s, err := Make(renderer(termenv.TrueColor), Choice{Theme: "mono"})
	if err != nil {
		t.Fatal(err)
	}
	for name, style := range map[string]lipgloss.Style{
		"title": s.Title, "dim": s.Dim, "header": s.Header, "chosen": s.Chosen, "cell": s.Cell, "marked": s.Marked,
		"warning": s.Warning, "good": s.Good, "bad": s.Bad, "key": s.Key, "typing": s.Typing, "question": s.Question, "rule": s.Rule,
	} {
		out := style.Render("x")
		for _, colour := range []string{"[3", ";3", "[48", ";48", "[9"} {
			if strings.Contains(out, colour) {
				t.Errorf("%s has colour: %q", name, out)
			}
		}
	}
	if s.Cell.Render("x") == "x" || s.Typing.Render("x") == "x" || s.Cell.Render("x") == s.Chosen.Render("x") {
		t.Error("mono does not tell the cell, typing and the chosen row apart")
	}
}

func TestAutoFollowsTheGround(t *testing.T) {
	r := renderer(termenv.TrueColor)
	look := func(c Choice) string {
		s, err := Make(r, c)
		if err != nil {
			t.Fatal(err)
		}
		return s.Title.Render("x")
	}
	if look(Choice{Ground: Dark}) != look(Choice{Theme: "dark"}) || look(Choice{Ground: Light}) != look(Choice{Theme: "light"}) {
		t.Error("auto is neither dark on dark nor light on light")
	}
	if got := look(Choice{}); strings.Contains(got, "38;") {
		t.Errorf("text is coloured on an unknown ground: %q", got)
	}
	if New(r, true, true).Title.Render("x") != look(Choice{Theme: "mono"}) || New(r, false, true).Title.Render("x") != look(Choice{Theme: "dark"}) ||
		New(r, false, false).Title.Render("x") != look(Choice{Theme: "light"}) {
		t.Error("New gives other looks than Make")
	}
}

func TestUnknownNamesAreRefused(t *testing.T) {
	for _, c := range []Choice{{Theme: "pink"}, {Glyphs: "emoji"}} {
		if _, err := Make(renderer(termenv.Ascii), c); !errors.Is(err, ErrTheme) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// Plain glyphs keep every width and leave nothing that an old console lacks.
func TestPlainGlyphs(t *testing.T) {
	s, err := Make(renderer(termenv.Ascii), Choice{Poor: true})
	if err != nil {
		t.Fatal(err)
	}
	view := "▸ Rina … ─── › ‹ ▲▼ → ← ↑↓ │ – — · × ≥ ≤ ÷ ≈ Σ ✓ █▁ �"
	got := s.Glyphs.Plain(view)
	if ansi.StringWidth(got) != ansi.StringWidth(view) {
		t.Errorf("width %d, want %d: %q", ansi.StringWidth(got), ansi.StringWidth(view), got)
	}
	for _, r := range got {
		if r > 127 {
			t.Errorf("%q is left", r)
		}
	}
	rich, _ := Make(renderer(termenv.Ascii), Choice{})
	if rich.Glyphs.Plain(view) != view || rich.Glyphs.Cursor != "▸" {
		t.Error("unicode glyphs are changed")
	}
	for _, g := range []Glyphs{s.Glyphs, rich.Glyphs} {
		for _, sign := range []string{g.Cursor, g.Ellipsis, g.Rule, g.Crumb, g.Up, g.Down, g.Arrow, g.Bar} {
			if ansi.StringWidth(sign) != 1 {
				t.Errorf("%q is not one cell wide", sign)
			}
		}
	}
}
