package worksheet

import (
	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/widget/figure"
)

// Parse reads what is typed into a cell as the entry it would be.
func (s Source) Parse(person, column int, text string) (model.Entry, error) {
	e := s.Sheet.Entry(person, column)
	m, _ := s.Sheet.Measure(person, column)
	e.Measure = m.ID
	err := figure.Parse(s.Text, text, m.Gauge, &e)
	return e, err
}

// With is a person as with an entry: the score that it would give.
func (s Source) With(person int, e model.Entry) *sheet.Person {
	who := s.Sheet.People[person]
	who.Score = who.Scored(who.Card.With(e))
	return &who
}

// Spread puts an entry into a row and every row below that is shown, and counts
// the other values that would go.
func (s Source) Spread(row, column int, e model.Entry) (d *block.Draft, others int) {
	d = block.Spread(s.Sheet, sheet.Between(row, column, s.Rows()-1, column), e)
	others = d.Count().Replaced
	if here, ok := d.At(s.Sheet.Shown[row], column); ok && here.Changed() && here.Was.Actual.Present() {
		others--
	}
	return d, others
}

// AskFill is the question before a draft of one value is done.
func (s Source) AskFill(e model.Entry, cells, others int) string {
	t := s.Text
	ask := lang.Fill(t.Cells.AskFill, "value", figure.Typed(t, e), "cells", t.Plural(t.Cells.OfCells, cells))
	if others > 0 {
		ask += " " + lang.Fill(t.Cells.AskReplace, "others", t.Plural(t.Cells.Others, others))
	}
	return ask
}

// Recalled is what undo or redo changed since the sheet was read before: where
// the first of it is, and in words; "" where none of it is on the sheet.
func (s Source) Recalled(list []sheet.Difference) (first sheet.Difference, told string) {
	if len(list) == 0 {
		return first, ""
	}
	people := map[int]bool{}
	for _, d := range list {
		people[s.Sheet.Shown[d.Row]] = true
	}
	return list[0], s.Told(list, len(people))
}
