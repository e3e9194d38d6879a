// Package worksheet draws a sheet of results in a grid: values with what is to
// be known about them, the aid, the line that combines all, and the line above
// that says how the sheet stands.
package worksheet

import (
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/gain"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/theme"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/pasting"
)

const widestName = 44 // cells

// Source is a sheet as the grid reads it, with what is not in the file yet.
type Source struct {
	Text   *lang.Texts
	Styles *theme.Styles
	Rules  rules.Book
	Sheet  *sheet.Sheet
	Gain   gain.Cuts
	Queue  *outbox.Queue
	Pasted *pasting.Preview
	Guess  func() *sheet.Person // somebody with what is being typed; nil: nobody
}

// Rows is how many people are shown.
func (s Source) Rows() int { return len(s.Sheet.Shown) }

// Name is the name in a row,
// and of a part of the period which.
func (s Source) Name(row int) string { return s.name(s.Sheet.Shown[row]) }

func (s Source) name(i int) string {
	p := &s.Sheet.People[i]
	return span.Named(s.Text, p.Staff.Name, p.Plan, s.Sheet.Period)
}

// Typed is what editing a value begins with.
func (s Source) Typed(row, column int) string {
	i := s.Sheet.Shown[row]
	if text, coming := s.Pasted.Typed(i, column); coming {
		return text
	}
	return figure.Editing(s.Text, s.Sheet.Entry(i, column))
}

// Place names the value of a measure in the queue.
func Place(s *sheet.Sheet, i int, m model.Measure) outbox.Cell {
	return outbox.Cell{Plan: s.People[i].Plan.ID, Period: s.Period, Measure: m.ID}
}

// Computed is the place of a value that is computed: a gain, or what was observed
// in lessons; ok is the cursor's.
func (s Source) Computed(person, column int, ok bool) (at outbox.Cell, observed, computed bool) {
	if !ok {
		return at, false, false
	}
	m, planned := s.Sheet.Measure(person, column)
	observed = rubric.Takes(m.Gauge)
	return Place(s.Sheet, person, m), observed, planned && (observed || m.Gauge.Direction == model.Gain)
}

// Change is one value on its way from the sheet into the file.
func (s Source) Change(i int, m model.Measure, e model.Entry) outbox.Change {
	return outbox.Change{Cell: Place(s.Sheet, i, m), Entry: e, Was: s.Sheet.People[i].Card.Entry(m.ID)}
}

// Changes are those of a draft.
func (s Source) Changes(d *block.Draft) []outbox.Change {
	cells := d.Changes("")
	list := make([]outbox.Change, len(cells))
	for i, c := range cells {
		list[i] = outbox.Change{Cell: Place(s.Sheet, c.Person, c.Measure), Entry: c.Entry, Was: c.Was}
	}
	return list
}

// Cell is one value, or a score and what it suggests.
func (s Source) Cell(row, column int) grid.Cell {
	i, n := s.Sheet.Shown[row], len(s.Sheet.Columns)
	if column >= n {
		return grid.Cell{Text: s.aid(i, column-n)}
	}
	if c, coming := s.Pasted.Cell(i, column); coming {
		return c
	}
	m, ok := s.Sheet.Measure(i, column)
	if !ok {
		return grid.Cell{}
	}
	if s.Sheet.InWords(i, column) {
		return grid.Cell{Text: s.Text.SKP.ShortWords}
	}
	e := s.Sheet.People[i].Card.Entry(m.ID)
	value, present := e.Actual.Get()
	c := grid.Cell{Text: lang.None, Note: e.Note != ""}
	if present {
		c.Text = figure.Number(s.Text, s.Sheet.Columns[column], value)
	}
	j := s.Queue.Last(Place(s.Sheet, i, m))
	_, slipped := about.Slip(s.Sheet, i, m, e)
	switch {
	case j != nil && j.Err != nil:
		c.Mark = grid.Unsaved
	case present && !m.Gauge.Plausible(value):
		c.Mark = grid.Warn
	case j != nil:
		c.Mark = grid.Saving
	case slipped:
		c.Mark = grid.Doubt
	case about.OwnTarget(s.Sheet.Columns[column].Gauge, m.Gauge):
		c.Mark = grid.Own
	}
	return c
}

// aid is a person's score, or what it suggests; while typing, what it would be.
func (s Source) aid(i, which int) string {
	score := s.Sheet.People[i].Score
	if guess := s.Guess(); guess != nil && guess.Plan.ID == s.Sheet.People[i].Plan.ID {
		score = guess.Score
	}
	switch {
	case s.Sheet.People[i].Away != nil: // what there is to it stands in the line below
		return lang.None
	case which == 0:
		return s.Text.FixedAmount(score.Value)
	case score.Suggested == model.NotRated && score.Value.Present():
		return s.scant(score.Share)
	case score.Suggested == model.NotRated:
		return s.Text.Results.TooLittle
	}
	return s.Text.RatingShort(score.Suggested)
}

// scant says of how much weight there are data, as the list of evaluations does.
func (s Source) scant(share model.Number) string {
	return lang.Fill(s.Text.Results.Filled, "share", s.Text.Number(share.Round()))
}

// most is the most that anybody's score can be.
func (s Source) most() model.Number {
	most := s.Rules.File.Cap
	for i := range s.Sheet.People {
		most = max(most, s.Sheet.People[i].Rules.Cap)
	}
	return most
}

// Arrange gives a grid its columns, its rows and its last line.
func (s Source) Arrange(g *grid.Grid) {
	t := s.Text
	list := make([]grid.Column, 0, len(s.Sheet.Columns)+2)
	for c, col := range s.Sheet.Columns {
		width := ansi.StringWidth(figure.Number(t, col, col.Widest))
		if col.Minus {
			width++
		}
		list = append(list, grid.Column{
			Head: figure.Head(s.Styles, col.Gauge), Target: figure.Target(t, col.Gauge), Width: max(width, s.Pasted.Width(c)),
		})
	}
	suggestion := ansi.StringWidth(t.Results.TooLittle)
	long := 0
	if s.Sheet.Incomplete > 0 {
		long = ansi.StringWidth(s.scant(model.Int(99)))
	}
	for _, word := range t.Common.RatingsShort {
		suggestion = max(suggestion, ansi.StringWidth(word))
	}
	list = append(list,
		grid.Column{Head: t.Results.Score, Width: ansi.StringWidth(t.Fixed(s.most())), Computed: true},
		grid.Column{Head: t.Results.Suggestion, Width: suggestion, Wish: long, Computed: true, Words: true})
	wish := 0
	for i := range s.Sheet.People {
		wish = max(wish, len(s.name(i)))
		if wish >= widestName {
			wish = widestName
			break
		}
	}
	g.SetColumns(list)
	g.SetSource(s, wish, lang.FindNamesakes(len(s.Sheet.People), func(i int) string { return s.Sheet.People[i].Staff.Name }))
	g.SetFoot(s.Foot())
}
