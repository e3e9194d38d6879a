package over

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	bindings "kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/table"
)

// Help lists what the keys do here and everywhere, from the page's actions and
// the table of keys alone.
type Help struct {
	env   nav.Env
	title string
	lines []string
	top   int
	room  int
}

// keyRoom is the room of the keys' column.
const keyRoom = 14

// NewHelp lists the keys of a page, and what its signs mean; always are the keys
// of every page.
func NewHelp(env nav.Env, title string, actions []nav.Action, always []key.Binding, signs ...lang.Sign) *Help {
	t, s, keys := env.Text.Over, env.Styles, env.Keys
	h := &Help{env: env, title: title, room: 1}
	line := func(label, name string) {
		h.lines = append(h.lines, "  "+s.Key.Render(table.Fit(label, keyRoom, false, s.Glyphs.Ellipsis))+"  "+name)
	}
	add := func(b key.Binding, name, why string) {
		if why != "" {
			name += s.Dim.Render(" (" + why + ")")
		}
		line(keys.Labels(b), name)
	}
	h.lines = append(h.lines, s.Header.Render(t.Here))
	var menu []nav.Action // what has no key of its own
	for _, a := range nav.Once(actions) {
		if len(a.Binding.Keys()) == 0 {
			menu = append(menu, a)
			continue
		}
		add(a.Binding, a.Name, a.Why)
	}
	for _, b := range []key.Binding{keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.Home, keys.End} {
		add(b, b.Help().Desc, "")
	}
	if len(signs) > 0 {
		h.lines = append(h.lines, "", s.Header.Render(t.Signs))
	}
	for _, sign := range signs {
		line(sign.Sign, sign.Means)
	}
	if len(menu) > 0 {
		h.lines = append(h.lines, "", s.Header.Render(lang.Fill(t.InMenu, "keys", keys.Labels(keys.Palette))))
	}
	for _, a := range menu {
		add(a.Binding, a.Name, a.Why)
	}
	h.lines = append(h.lines, "", s.Header.Render(t.Always))
	for _, b := range always {
		add(b, b.Help().Desc, "")
	}
	h.lines = append(h.lines, "", s.Header.Render(t.Filling))
	line(bindings.Label(env.Text, "f2"), t.Replace)
	line(bindings.Label(env.Text, "ctrl+u"), t.Clear)
	return h
}

// Press scrolls, or takes the help away.
func (h *Help) Press(k tea.KeyMsg) Done {
	keys := h.env.Keys
	switch {
	case key.Matches(k, keys.Up):
		h.top--
	case key.Matches(k, keys.Down):
		h.top++
	case key.Matches(k, keys.PageUp):
		h.top -= h.room
	case key.Matches(k, keys.PageDown):
		h.top += h.room
	case key.Matches(k, keys.Home):
		h.top = 0
	case key.Matches(k, keys.End):
		h.top = len(h.lines)
	case key.Matches(k, keys.Esc, keys.Help, keys.Enter, keys.Quit), k.Type == tea.KeyCtrlC:
		return closed()
	}
	return Done{}
}

// Body is the part of the list that has room.
func (h *Help) Body(width, height int) (string, bool) {
	h.room = max(1, height-2)
	h.top = max(0, min(h.top, len(h.lines)-h.room))
	shown := h.lines[h.top:min(len(h.lines), h.top+h.room)]
	title := h.env.Styles.Title.Render(h.env.Text.Over.Keys + " · " + h.title)
	lines := append([]string{title, ""}, shown...)
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], width, h.env.Styles.Glyphs.Ellipsis)
	}
	return strings.Join(lines, "\n"), true
}

// Line says how many lines are out of sight.
func (h *Help) Line() string {
	return pane.More(h.env.Text, h.env.Styles.Glyphs, h.top, len(h.lines)-h.top-h.room)
}

// Foot says how to scroll and leave.
func (h *Help) Foot() []Hint {
	t, k := h.env.Text.Over, h.env.Keys
	return []Hint{upDown(h.env, t.Scroll), hint(h.env, k.Esc, t.Close, false)}
}

// Typing is never so.
func (h *Help) Typing() bool { return false }
