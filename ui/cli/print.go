package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"kinerja/model"
	"kinerja/ui/cli/page"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// line writes one line of the result.
func (c *call) line(text string) { fmt.Fprintln(&c.out, text) }

func (c *call) lines(list []string) {
	for _, l := range list {
		c.line(l)
	}
}

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
				cells = append(cells, c.cell(col.Kind, row[i]))
			}
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		c.note(empty)
		return nil
	}
	c.columns(heads, rows)
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

// columns writes rows under their heads: on a terminal shortened to its width,
// elsewhere whole.
func (c *call) columns(heads []page.Column, rows [][]string) {
	if c.flag.plain {
		for _, r := range rows {
			c.line(strings.Join(r, "\t"))
		}
		return
	}
	c.lines(page.Table(heads, rows, c.width(), c.styles().Glyphs.Ellipsis))
}

// width is how wide the terminal is that results go to; 0 where they go
// elsewhere.
func (c *call) width() int {
	out, ok := c.env.Out.(interface{ Fd() uintptr })
	if !ok || !terminal(c.env.Out) {
		return 0
	}
	w, _, err := term.GetSize(out.Fd())
	if err != nil {
		return 0
	}
	return w
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
