package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// places lists the pages there are, each with its digit (UX 3).
func places(t *lang.Texts) []place {
	return []place{
		{'2', t.Frame.Pages.Staff, nav.Staff{}},
		{'3', t.Frame.Pages.Results, nav.Results{}},
		{'4', t.Frame.Pages.Evaluations, nav.Evaluations{}},
	}
}

// list is the list of pages: a digit, or Enter on the chosen one, goes there.
type list struct{ at int }

func newList(r *Router) *list { return &list{} }

func (l *list) press(r *Router, k tea.KeyMsg) tea.Cmd {
	keys := r.env.Keys
	switch {
	case key.Matches(k, keys.Up):
		l.at = max(0, l.at-1)
	case key.Matches(k, keys.Down):
		l.at = min(len(r.places)-1, l.at+1)
	case key.Matches(k, keys.Enter):
		return l.visit(r, l.at)
	case key.Matches(k, keys.Esc, keys.Pages, keys.Quit), k.Type == tea.KeyCtrlC:
		r.over = nil
	case len(k.Runes) == 1 && !k.Paste:
		for i, p := range r.places {
			if p.digit == k.Runes[0] {
				return l.visit(r, i)
			}
		}
	}
	return nil
}

func (l *list) visit(r *Router, i int) tea.Cmd {
	r.over = nil
	return r.visit(r.places[i].route)
}

func (l *list) body(r *Router, width, height int) (string, bool) {
	s := r.env.Styles
	lines := []string{s.Title.Render(r.env.Text.Frame.PagesTitle), ""}
	for i, p := range r.places {
		line := "  " + string(p.digit) + "  " + p.name + " "
		if i == l.at {
			line = s.Chosen.Render(s.Glyphs.Cursor + line[1:])
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n"), true
}

func (l *list) line(*Router) string { return "" }

func (l *list) foot(r *Router) string { return r.env.Text.Frame.PagesHow }
