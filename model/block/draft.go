// Package block is many values at once on their way into a sheet: filled down
// or right, or pasted from a spreadsheet.
//
// A Draft says of every cell what it would hold and why one cannot take its
// value; nothing is changed by making one. It promises that no value lands in
// a cell that the reader of the draft cannot see: rows beyond those shown are
// counted, never wrapped.
package block

import (
	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/sheet"
)

// Problem says why a cell does not take its value.
type Problem uint8

// The problems.
const (
	Fine       Problem = iota
	NotPlanned         // the person's plan has no such measure
	Locked             // the evaluation was shared
	NoNumber           // Err says what is wrong with the text
	Twice              // another row of the block is about the same cell
)

// Cell is one cell of a draft. Person and Column are places in a sheet.
type Cell struct {
	Person, Column int
	Line           int    // of the block, from 1; 0 for a fill
	Text           string // as it was pasted
	Measure        model.Measure
	Was, Entry     model.Entry
	Problem        Problem
	Err            error
}

// Changed reports whether the cell would hold another value.
func (c Cell) Changed() bool { return c.Problem == Fine && !c.Entry.Repeats(c.Was) }

// Outside reports a new value that is outside what is to be expected.
func (c Cell) Outside() bool {
	n, ok := c.Entry.Actual.Get()
	return ok && c.Changed() && !c.Measure.Gauge.Plausible(n)
}

// Draft is what a block would do to a sheet.
type Draft struct {
	Cells []Cell

	Headed  bool     // the first line named indicators
	Named   bool     // a column named people
	Unknown []string // names that are nobody's on the sheet, or more than one person's
	Foreign bool     // a column names people, and hardly any of the sheet: nothing is offered by place
	Strange []string // headings that are no indicator
	Below   int      // lines beyond the last row shown
	Beside  int      // columns beyond the last indicator

	at map[[2]int]int // place of a cell by person and column
}

// At is the cell of a person and a column.
func (d *Draft) At(person, column int) (Cell, bool) {
	i, ok := d.at[[2]int{person, column}]
	if !ok {
		return Cell{}, false
	}
	return d.Cells[i], true
}

// Set gives a cell of the draft another value than the one that was pasted. It
// is false where the draft does not reach the cell, or the cell takes no value.
func (d *Draft) Set(person, column int, e model.Entry) bool {
	i, ok := d.at[[2]int{person, column}]
	if !ok {
		return false
	}
	c := &d.Cells[i]
	if c.Problem != Fine && c.Problem != NoNumber {
		return false
	}
	c.Problem, c.Err = Fine, nil
	c.take(e)
	return true
}

// Count is what there is to say about a draft before it is kept.
type Count struct {
	Changed  int // cells that would hold another value
	Replaced int // of these, held one before
	Cleared  int // of these, would hold none
	Outside  int // of the changed, outside what is to be expected
	Refused  int // cells that do not take their value
}

// Count counts the cells by what becomes of them.
func (d *Draft) Count() (n Count) {
	for _, c := range d.Cells {
		switch {
		case c.Problem != Fine:
			n.Refused++
		case c.Changed():
			n.Changed++
			if c.Was.Actual.Present() {
				n.Replaced++
				if !c.Entry.Actual.Present() {
					n.Cleared++
				}
			}
			if c.Outside() {
				n.Outside++
			}
		}
	}
	return n
}

// Changes are the cells that would hold another value, with the reason beside
// those that are outside what is to be expected.
func (d *Draft) Changes(reason string) []Cell {
	var list []Cell
	for _, c := range d.Cells {
		if !c.Changed() {
			continue
		}
		if c.Outside() {
			c.Entry.Reason = reason
		}
		list = append(list, c)
	}
	return list
}

// Refused are the cells that do not take their value: one by one where what was
// pasted is no number, else those that one person has for one reason together.
func (d *Draft) Refused() (groups [][]Cell) {
	type key struct {
		person int
		why    Problem
	}
	at := map[key]int{}
	for _, c := range d.Cells {
		k := key{c.Person, c.Problem}
		i, known := at[k]
		switch {
		case c.Problem == Fine:
		case known && c.Problem != NoNumber:
			groups[i] = append(groups[i], c)
		default:
			at[k], groups = len(groups), append(groups, []Cell{c})
		}
	}
	return groups
}

// maker makes a draft against a sheet.
type maker struct {
	sheet *sheet.Sheet
	draft Draft
}

func newMaker(s *sheet.Sheet) *maker { return &maker{sheet: s, draft: Draft{at: map[[2]int]int{}}} }

// cell begins the cell of a row as shown and a column: what it holds, and
// whether it takes a value at all.
func (m *maker) cell(row, column int) Cell {
	i := m.sheet.Shown[row]
	c := Cell{Person: i, Column: column}
	who := m.sheet.People[i]
	measure, planned := m.sheet.Measure(i, column)
	switch {
	case !planned || m.sheet.InWords(i, column):
		c.Problem = NotPlanned
	case (model.Evaluation{State: who.State}).LocksCard():
		c.Problem = Locked
	}
	c.Measure, c.Was = measure, who.Card.Entry(measure.ID)
	c.Entry = c.Was
	c.Entry.Measure = measure.ID
	return c
}

// take gives a cell the value of an entry: note and own target stay, a reason
// was another value's. The value that it has already it may have, locked or not.
func (c *Cell) take(e model.Entry) {
	if e.Repeats(c.Was) {
		c.Entry = c.Was
		if c.Problem == Locked {
			c.Problem = Fine
		}
		return
	}
	c.Entry.Actual, c.Entry.Num, c.Entry.Den, c.Entry.Reason = e.Actual, e.Num, e.Den, ""
	if _, computed := gain.Of(e); computed {
		c.Entry.Source = e.Source
	}
}

// add keeps a cell; a second one for the same place is refused.
func (m *maker) add(c Cell) {
	key := [2]int{c.Person, c.Column}
	if _, taken := m.draft.at[key]; taken {
		c.Problem = Twice
	} else {
		m.draft.at[key] = len(m.draft.Cells)
	}
	m.draft.Cells = append(m.draft.Cells, c)
}

// Down copies the first row of a span into the rows below it.
func Down(s *sheet.Sheet, span sheet.Span) *Draft {
	m := newMaker(s)
	for row := span.Top + 1; row <= span.Bottom; row++ {
		for column := span.Left; column <= span.Right; column++ {
			c := m.cell(row, column)
			c.take(s.Entry(s.Shown[span.Top], column))
			m.add(c)
		}
	}
	return &m.draft
}

// Right copies the first column of a span into the columns beside it.
func Right(s *sheet.Sheet, span sheet.Span) *Draft {
	m := newMaker(s)
	for row := span.Top; row <= span.Bottom; row++ {
		for column := span.Left + 1; column <= span.Right; column++ {
			c := m.cell(row, column)
			c.take(s.Entry(s.Shown[row], span.Left))
			m.add(c)
		}
	}
	return &m.draft
}

// Spread puts one value into every cell of a span; an empty entry clears them.
func Spread(s *sheet.Sheet, span sheet.Span, e model.Entry) *Draft {
	m := newMaker(s)
	for row := span.Top; row <= span.Bottom; row++ {
		for column := span.Left; column <= span.Right; column++ {
			c := m.cell(row, column)
			c.take(e)
			m.add(c)
		}
	}
	return &m.draft
}
