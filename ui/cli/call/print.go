package call

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"kinerja/ui/cli/page"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Line writes one line of the result.
func (c *Call) Line(text string) { fmt.Fprintln(&c.Out, text) }

// Lines writes lines of the result.
func (c *Call) Lines(list []string) {
	for _, l := range list {
		c.Line(l)
	}
}

// Object writes one JSON object.
func (c *Call) Object(v any) error {
	e := json.NewEncoder(&c.Out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// List writes a list: JSON, or columns for people; under --plain one line a
// thing with tabs between.
func (c *Call) List(t export.Table, lines bool, empty string) error {
	if c.Flag.JSON || lines {
		return export.JSON(&c.Out, t, lines)
	}
	var heads []page.Column
	for _, col := range t.Columns {
		if !col.Hidden {
			heads = append(heads, page.Column{
				Head: col.Name, Right: col.Kind == export.Number, Whole: col.Kind == export.Identifier, Last: col.Field == "name",
			})
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
				cells = append(cells, c.cell(col, row[i]))
			}
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		c.Note(empty)
		return nil
	}
	c.Columns(heads, rows)
	return nil
}

func (c *Call) cell(col export.Column, v export.Value) string {
	switch {
	case col.Kind == export.Number && col.Fixed:
		return c.Text.FixedAmount(v.Number)
	case col.Kind == export.Number:
		return c.Text.Amount(v.Number)
	case col.Kind == export.Date:
		return v.Date.String()
	}
	if v.Text == "" {
		return lang.None
	}
	return lang.Inert(v.Text)
}

// Columns writes rows under their heads: on a terminal shortened to its width,
// elsewhere whole.
func (c *Call) Columns(heads []page.Column, rows [][]string) {
	if c.Flag.Plain {
		for _, r := range rows {
			c.Line(strings.Join(r, "\t"))
		}
		return
	}
	c.Lines(page.Table(heads, rows, c.Width(), c.Styles().Glyphs.Ellipsis))
}

// Width is how wide the terminal is that results go to; 0 where they go
// elsewhere.
func (c *Call) Width() int {
	out, ok := c.Env.Out.(interface{ Fd() uintptr })
	if !ok || !Terminal(c.Env.Out) {
		return 0
	}
	w, _, err := term.GetSize(out.Fd())
	if err != nil {
		return 0
	}
	return w
}

// Styles are the looks of results on the command line: none, and simple signs
// under --plain or where the settings say so.
func (c *Call) Styles() *theme.Styles {
	r := lipgloss.NewRenderer(&c.Out)
	r.SetColorProfile(termenv.Ascii)
	glyphs := "auto"
	if c.Flag.Plain || c.Conf.Glyphs == "ascii" {
		glyphs = "ascii"
	}
	s, err := theme.Make(r, theme.Choice{Theme: "mono", Glyphs: glyphs})
	if err != nil {
		panic(err) // both names stand in theme
	}
	return s
}
