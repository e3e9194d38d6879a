package worksheet

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/block"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/outbox"
)

// named is how many of those left out a sentence names; the rest it counts.
const named = 3

// Left is what of a block or a filling did not go in, in words that stay true
// when the sheet changes.
type Left struct {
	Cells int      // that took no value
	Each  []string // which, and why: cells of one person together, then names, headings, rows and columns
}

// Left says what of a draft does not go in.
func (s Source) Left(d *block.Draft) (l Left) {
	t := s.Text
	for _, group := range d.Refused() {
		l.Cells += len(group)
		codes := make([]string, len(group))
		for i, c := range group {
			codes[i] = figure.Code(s.Sheet.Columns[c.Column].Gauge)
		}
		l.Each = append(l.Each, about.Name(s.Sheet, group[0].Person)+" · "+strings.Join(codes, ", ")+" ("+s.why(group[0])+")")
	}
	for _, name := range d.Unknown {
		l.Each = append(l.Each, lang.Fill(t.Cells.LeftName, "name", lang.Inert(name)))
	}
	for _, name := range d.Strange {
		l.Each = append(l.Each, lang.Fill(t.Cells.LeftColumn, "name", lang.Inert(name)))
	}
	if d.Below > 0 {
		l.Each = append(l.Each, t.Plural(t.Cells.Below, d.Below))
	}
	if d.Beside > 0 {
		l.Each = append(l.Each, t.Plural(t.Cells.Beside, d.Beside))
	}
	return l
}

// why says why a cell takes no value.
func (s Source) why(c block.Cell) string {
	t := s.Text
	switch c.Problem {
	case block.NotPlanned:
		return t.Cells.LeftPlan
	case block.Locked:
		return lang.Fill(t.Results.Locked, "state", t.State(s.Sheet.People[c.Person].State))
	case block.Twice:
		return t.Cells.LeftTwice
	}
	return lang.Fill(t.Cells.LeftNumber, "text", lang.Inert(strings.ReplaceAll(c.Text, "\n", " ")), "why", t.Why(c.Err))
}

// Lines lists all that did not go in.
func (l Left) Lines(s *theme.Styles, width int) (lines []string) {
	for _, each := range l.Each {
		lines = append(lines, strings.Split(ansi.Wrap(s.Bad.Render("x")+" "+each, max(1, width), ""), "\n")...)
	}
	return lines
}

// Filled says how many cells took a value, and which did not and why; how says
// where all of these are listed.
func Filled(t *lang.Texts, list []outbox.Change, left Left, how string) string {
	empty := 0
	for _, c := range list {
		if !c.Entry.Actual.Present() {
			empty++
		}
	}
	text := t.Plural(t.Cells.Filled, len(list))
	switch {
	case len(list) == 0:
		text = t.Cells.Nothing
	case empty == len(list):
		text = t.Plural(t.Cells.Emptied, len(list))
	}
	if len(left.Each) == 0 {
		return text
	}
	which := strings.Join(left.Each[:min(named, len(left.Each))], "; ")
	if more := len(left.Each) - named; more > 0 {
		which += "; " + lang.Fill(t.Cells.LeftMore, "n", t.Count(more), "how", how)
	}
	head := t.Cells.LeftOut
	if left.Cells > 0 {
		head = t.Plural(t.Cells.Skipped, left.Cells)
	}
	return text + " · " + head + ": " + which
}
