package objection

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/rating"
)

// View draws the page in its room, and says how much is out of sight.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil:
		return strings.Join(pane.Wrap(t.Error(p.data.Err), p.width), "\n")
	case !p.data.Have:
		return t.Edit.Reading
	}
	return p.scroll.View(t, p.env.Styles, p.lines(), p.width, p.height)
}

// lines are all that the page says.
func (p *Page) lines() (list []string) {
	t, s, r := p.env.Text, p.env.Styles, &p.data.Data
	if !p.data.Have {
		return nil
	}
	say := func(style lipgloss.Style, text string) { list = append(list, pane.Styled(style, text, p.width)...) }
	say(s.Header, lang.Fill(t.CLI.Evaluate.State, "state", t.State(r.eval.State)))
	if len(r.list) == 0 {
		say(s.Text, t.Objection.None)
	}
	if clock := objecting.Clock(t, r.eval, p.env.Today()); clock != "" {
		say(s.Text, clock)
	}
	for i, row := range r.list {
		if i > 0 {
			list = append(list, " "+strings.Repeat("─", max(0, p.width-2)))
		}
		list = append(list, p.objection(row)...)
	}
	list = append(list, "")
	say(s.Dim, t.Objection.About)
	return list
}

// objection is one of them.
func (p *Page) objection(row objection.Row) (list []string) {
	t, s := p.env.Text, p.env.Styles
	list = append(list, pane.Styled(s.Title, t.Objection.States[row.State]+" · "+objecting.Next(t, row), p.width)...)
	head := func(text string) { list = append(list, "", " "+s.Header.Render(text)) }
	head(t.Objection.Heads.Ratings)
	list = append(list, p.beside(row.Objection)...)
	parts := objecting.Parts(t, row)
	if n := len(parts) - 1; !row.State.Open() { // how it ended is what one looks for
		parts = append([]objecting.Part{parts[n]}, parts[:n]...)
	}
	for _, part := range parts {
		head(part.Head)
		for _, l := range part.Lines {
			list = append(list, pane.Hang(l, p.width, 3, 5)...)
		}
	}
	if row.State == objection.Decided && row.New.Given() {
		if rs, err := rules.Of(p.data.Data.eval, p.env.Rules.File); err == nil && !rs.Computes() {
			head(t.Objection.Heads.Working)
			look := rating.Look{Keys: p.env.Keys, Styles: s, Text: t}
			list = append(list, rating.Matrix(look, rs, row.New.Result, row.New.Behaviour, p.width)...)
		}
	}
	return list
}

// beside are the ratings in columns; where these do not fit, one under the other.
func (p *Page) beside(o objection.Objection) (list []string) {
	rows := objecting.Beside(p.env.Text, o)
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	all := 3
	for _, w := range widths {
		all += w + 2
	}
	if all-2 > p.width {
		for _, r := range rows[1:] {
			list = append(list, pane.Hang(r[0]+":", p.width, 3, 5)...)
			for i, cell := range r[1:] {
				list = append(list, pane.Hang(rows[0][i+1]+": "+cell, p.width, 5, 7)...)
			}
		}
		return list
	}
	for i, r := range rows {
		line := "   "
		for j, cell := range r {
			line += cell + strings.Repeat(" ", widths[j]-ansi.StringWidth(cell)+2)
		}
		if line = strings.TrimRight(line, " "); i == 0 {
			line = p.env.Styles.Dim.Render(line)
		}
		list = append(list, line)
	}
	return list
}
