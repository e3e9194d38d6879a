package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"kinerja/model"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// line writes one line of the result.
func (c *call) line(text string) { fmt.Fprintln(&c.out, text) }

// object writes one JSON object.
func (c *call) object(v any) error {
	e := json.NewEncoder(&c.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// failJSON says a failure to a program.
func (c *call) failJSON(word string, err error) {
	failure := struct {
		Error      string            `json:"error"`
		Message    string            `json:"message"`
		Candidates []model.Candidate `json:"candidates"`
	}{word, c.text.Error(err), []model.Candidate{}}
	var several *model.AmbiguousError
	if errors.As(err, &several) {
		failure.Candidates = several.Candidates
	}
	e := json.NewEncoder(c.env.Err)
	e.SetEscapeHTML(false)
	_ = e.Encode(failure) // there is nobody left to tell
}

// list writes a list: JSON, or columns for people; under --plain one line a
// thing with tabs between.
func (c *call) list(t export.Table, lines bool, empty string) error {
	if c.flag.json || lines {
		return export.JSON(&c.out, t, lines)
	}
	var heads []string
	var right []bool
	for _, col := range t.Columns {
		if !col.Hidden {
			heads = append(heads, col.Name)
			right = append(right, col.Kind == export.Number)
		}
	}
	var rows [][]string
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		var cells []string
		for i, col := range t.Columns {
			if !col.Hidden {
				cells = append(cells, c.cell(col.Kind, row[i]))
			}
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		c.note(empty)
		return nil
	}
	c.columns(heads, right, rows)
	return nil
}

func (c *call) cell(kind export.Kind, v export.Value) string {
	switch kind {
	case export.Number:
		return c.text.Amount(v.Number)
	case export.Date:
		return v.Date.String()
	}
	if v.Text == "" {
		return lang.None
	}
	return lang.Inert(v.Text)
}

// columns writes rows under their heads, each column as wide as its widest.
func (c *call) columns(heads []string, right []bool, rows [][]string) {
	if c.flag.plain {
		for _, r := range rows {
			c.line(strings.Join(r, "\t"))
		}
		return
	}
	widths := make([]int, len(heads))
	rows = append([][]string{heads}, rows...)
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for _, r := range rows {
		var b strings.Builder
		for i, cell := range r {
			fill := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if right[i] {
				b.WriteString(fill + cell)
			} else {
				b.WriteString(cell + fill)
			}
			b.WriteString("  ")
		}
		c.line(strings.TrimRight(b.String(), " "))
	}
}

// styles are the looks of results on the command line: none, and simple signs
// under --plain or where the settings say so.
func (c *call) styles() *theme.Styles {
	r := lipgloss.NewRenderer(&c.out)
	r.SetColorProfile(termenv.Ascii)
	glyphs := "auto"
	if c.flag.plain || c.conf.Glyphs == "ascii" {
		glyphs = "ascii"
	}
	s, err := theme.Make(r, theme.Choice{Theme: "mono", Glyphs: glyphs})
	if err != nil {
		panic(err) // both names stand in theme
	}
	return s
}
