package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/widget/table"
)

// help lists what the keys do here and everywhere, from the page's actions
// and the table of keys alone.
type help struct {
	lines []string
	top   int
	room  int
}

// keyRoom is the room of the keys' column.
const keyRoom = 14

func newHelp(r *Router) *help {
	t, s, keys := r.env.Text.Frame, r.env.Styles, r.env.Keys
	h := &help{}
	add := func(b key.Binding, name, why string) {
		label := s.Key.Render(table.Fit(keys.Labels(b), keyRoom, false, s.Glyphs.Ellipsis))
		if why != "" {
			name += s.Dim.Render(" (" + why + ")")
		}
		h.lines = append(h.lines, "  "+label+"  "+name)
	}
	h.lines = append(h.lines, s.Header.Render(t.HelpHere))
	for _, a := range r.top().Actions() {
		add(a.Binding, a.Name, a.Why)
	}
	for _, b := range []key.Binding{keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.Home, keys.End} {
		add(b, b.Help().Desc, "")
	}
	h.lines = append(h.lines, "", s.Header.Render(t.HelpAlways))
	for _, b := range []key.Binding{keys.Help, keys.Pages, keys.Saved, keys.Esc, keys.Quit} {
		add(b, b.Help().Desc, "")
	}
	return h
}

func (h *help) press(r *Router, k tea.KeyMsg) tea.Cmd {
	keys := r.env.Keys
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
		r.over = nil
	}
	return nil
}

func (h *help) body(r *Router, width, height int) (string, bool) {
	h.room = max(1, height-2)
	h.top = max(0, min(h.top, len(h.lines)-h.room))
	shown := h.lines[h.top:min(len(h.lines), h.top+h.room)]
	title := r.env.Styles.Title.Render(r.env.Text.Frame.HelpTitle + " · " + r.top().Title())
	return ansi.Truncate(title, width, "") + "\n\n" + strings.Join(shown, "\n"), true
}

func (h *help) line(r *Router) string {
	if len(h.lines) <= h.room {
		return ""
	}
	t := r.env.Text
	return fill(t.Frame.Rows, "first", t.Count(h.top+1), "last", t.Count(min(len(h.lines), h.top+h.room)), "all", t.Count(len(h.lines)))
}

func (h *help) foot(r *Router) string { return r.env.Text.Frame.HelpMore }
