package worksheet

import (
	"cmp"
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/sheet"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/working"
)

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
	text, before, after := t.Recall.Value, figure.Typed(t, d.Before), figure.Typed(t, d.After)
	if d.Before.SameValue(d.After) {
		none := func(note string) string { return cmp.Or(lang.Inert(note), t.Cells.NoNote) }
		text, before, after = t.Cells.NoteChange, none(d.Before.Note), none(d.After.Note)
	}
	return lang.Fill(text, "name", about.Name(s.Sheet, s.Sheet.Shown[d.Row]),
		"code", figure.Code(s.Sheet.Columns[d.Column].Gauge), "before", before, "after", after)
}

// AskNote asks for the note on a cell; ok is false where there is none.
func (s Source) AskNote(person, column int, ok bool) string {
	if !ok {
		return ""
	}
	return lang.Fill(s.Text.Cells.AskNote, "name", about.Name(s.Sheet, person), "code", figure.Code(s.Sheet.Columns[column].Gauge))
}

// Edits names what the key for editing does to the cell under a cursor: a value
// that stands there is kept and edited, where a digit would replace it.
func (s Source) Edits(k *keys.Map, cursor func() (person, column int, ok bool)) string {
	if i, c, ok := cursor(); ok && s.Sheet.Entry(i, c).Actual.Present() {
		return s.Text.Cells.Go.Edits
	}
	return k.Edit.Help().Desc
}

// Selected names a range: whose rows, which indicators.
func (s Source) Selected(span sheet.Span) string {
	t := s.Text
	who := func(row int) string { return about.Name(s.Sheet, s.Sheet.Shown[row]) }
	code := func(column int) string { return figure.Code(s.Sheet.Columns[column].Gauge) }
	return lang.Fill(t.Cells.Selected, "rows", t.Count(span.Rows()), "columns", t.Count(span.Columns()),
		"from", who(span.Top), "to", who(span.Bottom), "first", code(span.Left), "last", code(span.Right))
}

// Standing says how safe a value is, or why it cannot change. saved is when it
// was saved from here; zero: it was not.
func (s Source) Standing(person int, at outbox.Cell, saved time.Time) string {
	t, state := s.Text, s.Sheet.People[person].State
	switch {
	case s.Queue.Last(at) != nil:
		return t.Results.Saving
	case s.Sheet.People[person].Away != nil:
		return t.Error(s.Sheet.People[person].Away)
	case state == model.Shared:
		return t.Results.LockedShared
	case (model.Evaluation{State: state}).LocksCard():
		return lang.Fill(t.Results.Locked, "state", t.State(state))
	case !saved.IsZero():
		return lang.Fill(t.Results.Saved, "at", t.Clock(saved))
	}
	return ""
}

// Working is how a person's score came about, and one value of it in full.
func (s Source) Working(person, column, width int) []string {
	width = max(1, width)
	if away := s.Sheet.People[person].Away; away != nil {
		return pane.Wrap(s.Text.Error(away), width)
	}
	score := s.Sheet.People[person].Score
	lines := working.Lines(s.Text, s.Styles, s.Sheet.People[person].Rules, score, width)
	if m, ok := s.Sheet.Measure(person, column); ok {
		lines = append(append(lines, ""), working.Why(s.Text, s.Styles, s.Gain, score, m.ID, width)...)
	}
	return append(lines, working.Since(s.Text, s.Sheet.People[person].Plan, s.Sheet.Period, width)...)
}

// About is what there is to know about a cell; saved is when values were saved
// from here.
func (s Source) About(person, column int, saved map[outbox.Cell]time.Time) about.Cell {
	a := about.Cell{Text: s.Text, Styles: s.Styles, Gain: s.Gain, Sheet: s.Sheet, Person: person, Column: column, Entry: s.Sheet.Entry(person, column)}
	if m, ok := s.Sheet.Measure(person, column); ok {
		at := Place(s.Sheet, person, m)
		a.State = s.Standing(person, at, saved[at])
	}
	return a
}

// Typing is what there is to know about a cell while an entry is typed into it.
func (s Source) Typing(person, column int, e model.Entry) about.Cell {
	return about.Cell{Text: s.Text, Styles: s.Styles, Sheet: s.Sheet, Person: person, Column: column, Entry: e, Typing: true}
}

// Refused reports whether the file will not take the value of a cell, however
// often it is tried.
func (s Source) Refused(person, column int) bool {
	j := s.Queue.Last(s.At(person, column))
	return j != nil && outbox.Lasting(j.Err)
}

// Stuck says what can be done about a value that the file refused.
func (s Source) Stuck(person, column int) string {
	t := s.Text
	return lang.Fill(t.Results.Stuck, "name", about.Name(s.Sheet, person), "code", figure.Code(s.Sheet.Columns[column].Gauge),
		"value", figure.Typed(t, s.Sheet.Entry(person, column)))
}

// Failure says why the file did not take a value; "" when it did, or while it is
// on its way.
func (s Source) Failure(person, column int) string {
	if j := s.Queue.Last(s.At(person, column)); j != nil && j.Err != nil {
		return s.Text.Error(j.Err)
	}
	return ""
}
