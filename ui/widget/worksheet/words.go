package worksheet

import (
	"cmp"
	"strings"

	"kinerja/model/block"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/outbox"
)

// Filled says how many cells took a value, and how many did not.
func Filled(t *lang.Texts, list []outbox.Change, refused int) string {
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
	if refused > 0 {
		text += " · " + t.Plural(t.Cells.Skipped, refused)
	}
	return text
}

// Copy is a range as spreadsheets take it; one cell without the line's end.
func (s Source) Copy(span sheet.Span) string {
	var lines [][]string
	for row := span.Top; row <= span.Bottom; row++ {
		var cells []string
		for column := span.Left; column <= span.Right; column++ {
			cells = append(cells, s.Typed(row, column))
		}
		lines = append(lines, cells)
	}
	text := block.Write(lines)
	if span.Cells() == 1 {
		text = strings.TrimSuffix(text, "\n")
	}
	return text
}

// Label names what is entered: one value, or how many of whom.
func (s Source) Label(list []outbox.Change) string {
	if len(list) == 1 {
		c := list[0]
		return about.Name(s.Sheet, s.Sheet.At[c.Cell.Plan]) + " · " +
			figure.Code(s.Sheet.Gauge(c.Cell.Plan, c.Cell.Measure)) + " " + figure.Typed(s.Text, c.Entry)
	}
	return s.many(len(list), len(outbox.ByPlan(list)))
}

func (s Source) many(values, people int) string {
	t := s.Text
	return lang.Fill(t.Cells.Block, "values", t.Plural(t.Results.Values, values), "people", t.Plural(t.Common.People, people))
}

// Told names what changed: from what to what, or how many values of how many
// people.
func (s Source) Told(list []sheet.Difference, people int) string {
	if len(list) > 1 {
		return s.many(len(list), people)
	}
	t, d := s.Text, list[0]
	text, before, after := t.Results.Change, figure.Typed(t, d.Before), figure.Typed(t, d.After)
	if d.Before.SameValue(d.After) {
		none := func(note string) string { return cmp.Or(lang.Inert(note), t.Cells.NoNote) }
		text, before, after = t.Cells.NoteChange, none(d.Before.Note), none(d.After.Note)
	}
	return lang.Fill(text, "name", about.Name(s.Sheet, s.Sheet.Shown[d.Row]),
		"code", figure.Code(s.Sheet.Columns[d.Column].Gauge), "before", before, "after", after)
}
