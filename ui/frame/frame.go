// Package frame draws the lines around a page: the rule below it, what is said,
// the line of keys; and the little that fits where no page does.
package frame

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/crumb"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/theme"
)

const (
	most      = 5 // actions in the line of keys
	sentences = 4 // lines of what is said
)

// Exactly makes text n lines long.
func Exactly(text string, n int) []string {
	lines := strings.Split(text, "\n")
	for len(lines) < n {
		lines = append(lines, "")
	}
	return lines[:n]
}

// Top is where one is, at the left, and who works, at the right: for as long as
// somebody else types their own PIN there, whose that is.
func Top(env nav.Env, page nav.Screen, by string, width int) string {
	s := env.Styles
	at := crumb.Place{Thing: lang.Inert(page.Title())}
	if k, ok := page.(nav.Kinder); ok {
		at.Page = k.Kind()
	}
	more := ""
	if c, ok := page.(nav.Crumber); ok {
		more = lang.Inert(c.Crumb())
	}
	who := crumb.Who(lang.Inert(env.Me.Name), env.RoleName(), more)
	if by != "" {
		who = []string{lang.Fill(env.Text.Voice.PIN, "name", by)}
	}
	left, right := crumb.Look{Between: " " + s.Glyphs.Crumb + " ", Cut: s.Glyphs.Ellipsis}.Line(at, who, width)
	return Ends(s, left, right, width)
}

// Ends puts one text at either end of the top line.
func Ends(s *theme.Styles, left, right string, width int) string {
	space := strings.Repeat(" ", max(2, width-ansi.StringWidth(left)-ansi.StringWidth(right)))
	return s.Title.Render(left) + space + s.Text.Render(right)
}

// Rule parts the page from the lines below it, and says what label says of all:
// that it is a sample.
func Rule(s *theme.Styles, label string, width int) string {
	if label == "" {
		return s.Rule.Render(strings.Repeat(s.Glyphs.Rule, width))
	}
	rest := max(0, width-ansi.StringWidth(label)-4)
	return s.Rule.Render(strings.Repeat(s.Glyphs.Rule, rest)) + s.Warning.Render(" "+label+" ") + s.Rule.Render(strings.Repeat(s.Glyphs.Rule, 2))
}

// Said is a sentence as lines.
func Said(style lipgloss.Style, text string, width int) []string {
	lines := strings.Split(ansi.Wrap(lang.Inert(strings.ReplaceAll(text, "\n", " ")), max(1, width), ""), "\n")
	lines = lines[:min(len(lines), sentences)]
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

// Part is a piece of the line of keys: what it shows, and the key that a click on
// it stands for.
type Part struct {
	Text string
	Key  key.Binding
}

// Keys is the line of keys of a page: the word for typing, what matters there,
// and help; on the first page also the way to the others.
func Keys(env nav.Env, actions []nav.Action, typing, first bool, width int) []Part {
	s, k := env.Styles, env.Keys
	show := func(b key.Binding, name string) Part { return Part{s.Key.Render(k.Now(b, typing)) + " " + name, b} }
	last := []Part{show(k.Help, k.Help.Help().Desc)}
	if !typing && first {
		last = []Part{show(k.Pages, k.Pages.Help().Desc), last[0]}
	}
	list := Hints(env, nil, typing)
	room := width - cells(append(list, last...))
	count := 0
	takes := func(a nav.Action) int { return cells([]Part{show(a.Binding, a.Name)}) + 2 }
	out := slices.IndexFunc(actions, func(a nav.Action) bool { return typing && a.ID == "esc" && a.Main && a.Why == "" })
	if out >= 0 { // the way out of what one types has its room before anything else
		room, count = room-takes(actions[out]), 1
	}
	for i, a := range actions {
		switch wide := takes(a); {
		case i == out:
			list = append(list, show(a.Binding, a.Name))
		case a.Main && a.Why == "" && count < most && wide <= room:
			list, room, count = append(list, show(a.Binding, a.Name)), room-wide, count+1
		}
	}
	return append(list, last...)
}

// Hints are keys of an overlay as parts, after the word for typing.
func Hints(env nav.Env, list []over.Hint, typing bool) (parts []Part) {
	s := env.Styles
	if typing {
		parts = append(parts, Part{Text: s.Typing.Render(env.Text.Frame.Typing)})
	}
	for _, h := range list {
		text := s.Text.Render(h.Name)
		if h.Label != "" {
			text = s.Key.Render(h.Label) + " " + text
		}
		parts = append(parts, Part{text, h.Binding})
	}
	return parts
}

// Over is the line of keys of what lies over the page: where there is no room for
// all of it the word for typing goes first, then the key before the last, and so on.
func Over(env nav.Env, list []over.Hint, typing bool, width int) []Part {
	parts := Hints(env, list, typing)
	if typing && cells(parts) > width {
		parts = parts[1:]
	}
	for len(parts) > 2 && cells(parts) > width {
		parts = slices.Delete(parts, len(parts)-2, len(parts)-1)
	}
	return parts
}

// cells is the width of parts side by side.
func cells(parts []Part) (n int) {
	for _, p := range parts {
		n += ansi.StringWidth(p.Text) + 2
	}
	return max(0, n-2)
}

// Foot draws the line of keys.
func Foot(parts []Part) string {
	var list []string
	for _, p := range parts {
		list = append(list, p.Text)
	}
	return strings.Join(list, "  ")
}

// At is the key that stands x cells from the left in the line of keys.
func At(parts []Part, x int) (b key.Binding, ok bool) {
	at := 0
	for _, p := range parts {
		wide := ansi.StringWidth(p.Text)
		if x >= at && x < at+wide && len(p.Key.Keys()) > 0 {
			return p.Key, true
		}
		at += wide + 2
	}
	return b, false
}

// Small says a text in whatever room there is.
func Small(text string, width, height int) string {
	lines := strings.Split(ansi.Wrap(text, width, ""), "\n")
	lines = lines[:min(len(lines), height)]
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], width, "")
	}
	return strings.Join(lines, "\n")
}
