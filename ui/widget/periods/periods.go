// Package periods lets a person choose a period in one line.
package periods

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Choice is one period out of a list, oldest first. Make one with New.
type Choice struct {
	list []model.Period
	at   int
}

// New offers a list, and a period to begin with; it need not be in the list.
func New(list []model.Period, at model.Period) Choice {
	c := Choice{list: With(list, at)}
	c.at = max(0, slices.Index(c.list, at))
	return c
}

// With is a list with a period in its place, once.
func With(list []model.Period, at model.Period) []model.Period {
	if slices.Contains(list, at) {
		return list
	}
	list = append(slices.Clone(list), at)
	slices.SortFunc(list, model.Period.Compare)
	return list
}

// Chosen is the period chosen.
func (c *Choice) Chosen() model.Period { return c.list[c.at] }

// Next goes to the next period, around the end.
func (c *Choice) Next() { c.at = (c.at + 1) % len(c.list) }

// Press takes a key that moves the choice; others do nothing.
func (c *Choice) Press(k tea.KeyMsg, keys *keys.Map) {
	last := len(c.list) - 1
	switch {
	case key.Matches(k, keys.Left, keys.Up, keys.BackTab):
		c.at = max(0, c.at-1)
	case key.Matches(k, keys.Right, keys.Down, keys.Tab):
		c.at = min(last, c.at+1)
	case key.Matches(k, keys.Home):
		c.at = 0
	case key.Matches(k, keys.End):
		c.at = last
	}
}

// Line asks for a period and lists those around the chosen one.
func (c *Choice) Line(t *lang.Texts, s *theme.Styles, ask string, width int) string {
	words := make([]string, 0, len(c.list))
	for i, period := range c.list {
		word := " " + t.Period(period) + " "
		if i == c.at {
			word = s.Cell.Render("[" + t.Period(period) + "]")
		}
		words = append(words, word)
	}
	// The oldest go out of sight until the chosen one is in it.
	from := 0
	ask += " "
	for from < c.at && ansi.StringWidth(ask+strings.Join(words[from:c.at+1], " ")) > width {
		if from++; from == 1 {
			ask += "‹ "
		}
	}
	return ansi.Truncate(ask+strings.Join(words[from:], " "), width, s.Glyphs.Ellipsis)
}
