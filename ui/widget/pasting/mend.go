package pasting

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/ui/keys"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/grid"
)

// mend is a value that was put in place of the one pasted.
type mend struct {
	plan   model.PlanID
	column model.ElementID
	entry  model.Entry
}

// Set puts another value in place of the one pasted, also when the block is put
// down again. It is false where the block does not reach the cell, or the cell
// takes no value.
func (p *Preview) Set(person, column int, e model.Entry) bool {
	if !p.draft.Set(person, column, e) {
		return false
	}
	p.mended = append(p.mended, mend{p.sheet.People[person].Plan.ID, p.sheet.Columns[column].ID, e})
	return true
}

// Typed is what editing a cell of the block begins with: its value, or the text
// that is none; ok is false for a cell that the block does not reach.
func (p *Preview) Typed(person, column int) (text string, ok bool) {
	if !p.Open() {
		return "", false
	}
	c, ok := p.draft.At(person, column)
	if ok && c.Problem == block.NoNumber {
		return p.value(c), true
	}
	return figure.Editing(p.Text, c.Entry), ok
}

// Meant is the number that was probably meant in a cell of the block whose value
// is outside what is to be expected. What is within is not offered to a key that
// keeps the block elsewhere: it may well be right.
func (p *Preview) Meant(person, column int) (model.Number, bool) {
	c, ok := p.draft.At(person, column)
	if !ok || !c.Outside() {
		return 0, false
	}
	return about.Slip(p.sheet, person, c.Measure, c.Entry)
}

// TakeMeant puts the number that was probably meant in the place of the one
// pasted, and the cursor on the next cell that deserves a look.
func (p *Preview) TakeMeant(g *grid.Grid) {
	row, column, ok := g.Cursor()
	if !ok {
		return
	}
	if n, slipped := p.Meant(p.sheet.Shown[row], column); slipped {
		p.Set(p.sheet.Shown[row], column, model.Entry{Actual: model.Some(n)})
		p.ToNext(g)
	}
}

// ToNext puts the cursor on the next cell that deserves a look.
func (p *Preview) ToNext(g *grid.Grid) {
	if row, column, ok := g.Cursor(); ok {
		if row, column, ok = p.Next(row, column); ok {
			g.Goto(row, column)
		}
	}
}

// Press takes a key: Tab goes to the next cell that deserves a look, others move
// the cursor or type. The Ask is for the page: what is typed here, or another
// block.
func (p *Preview) Press(k tea.KeyMsg, g *grid.Grid, b *keys.Map) grid.Ask {
	switch {
	case g.Typing():
	case k.Paste:
		return grid.Ask{Kind: grid.Block, Text: string(k.Runes)}
	case key.Matches(k, b.Tab):
		p.ToNext(g)
		return grid.Ask{}
	}
	a := g.Press(k)
	g.Deselect()
	switch a.Kind {
	case grid.Begin, grid.Typed, grid.Leave, grid.Escaped, grid.Block:
		return a
	}
	return grid.Ask{}
}

// Refusal says why a cell cannot be typed into: the block does not reach it;
// "" where it does.
func (p *Preview) Refusal(person, column int) string {
	if _, ok := p.draft.At(person, column); ok {
		return ""
	}
	return p.place(person, column) + " · " + p.Text.Cells.Untouched
}

func (p *Preview) place(person, column int) string {
	return about.Name(p.sheet, person) + " · " + figure.Code(p.sheet.Columns[column].Gauge)
}
