package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// question is a yes-or-no question over the page. Only the key for yes
// answers yes; any other takes the question away.
type question struct {
	text string
	yes  tea.Cmd
}

func (q *question) press(r *Router, k tea.KeyMsg) tea.Cmd {
	r.over = nil
	if !k.Paste && key.Matches(k, r.env.Keys.Yes) {
		return q.yes
	}
	return nil
}

func (q *question) body(*Router, int, int) (string, bool) { return "", false }

func (q *question) line(r *Router) string { return q.text }

func (q *question) foot(r *Router) string {
	return fill(r.env.Text.Frame.YesNo, "yes", r.env.Keys.Yes.Help().Key)
}
