package results

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/pasting"
	"kinerja/ui/widget/reader"
	"kinerja/ui/widget/worksheet"
)

// agreed is the yes to values that go over others.
type agreed struct {
	page    *Page
	changes []outbox.Change
	left    worksheet.Left
}

// fill does what a draft says, and says which cells took no value.
func (p *Page) fill(d *block.Draft) tea.Cmd {
	left := p.source().Left(d)
	if d.Count().Changed == 0 {
		return p.sayFilled(nil, left)
	}
	return p.keep(p.source().Changes(d), left)
}

// keep enters many values; where some are outside what is to be expected, it
// asks one reason for all of these first.
func (p *Page) keep(list []outbox.Change, left worksheet.Left) tea.Cmd {
	for _, c := range list {
		if p.sheet.Outside(c.Cell.Plan, c.Entry) {
			p.hold(worksheet.Question{Changes: list, Left: left})
			return nil
		}
	}
	p.enter(list, "")
	return p.sayFilled(list, left)
}

// sayFilled says what went in and what did not; all that did not can be listed
// from the menu until the next filling.
func (p *Page) sayFilled(list []outbox.Change, left worksheet.Left) tea.Cmd {
	t := p.env.Text
	p.left = left
	how := lang.Fill(t.Cells.LeftHow, "key", p.env.Keys.Now(p.env.Keys.Palette, true), "name", t.Cells.Go.Left)
	return nav.Say(worksheet.Filled(t, list, left, how))
}

// listLeft lists what did not go in.
func (p *Page) listLeft() tea.Cmd { p.mode, p.reader = leftOut, reader.Reader{}; return nil }

// fillDown copies the first row of the range down. Without one a cell takes the
// value above it, as in Excel; in the first row, where nothing is above, its own
// value goes into every row below that is shown, after a question.
func (p *Page) fillDown() tea.Cmd {
	if p.grid.Typing() {
		return p.spread()
	}
	if why := p.closed(); why != "" {
		return nav.Say(why)
	}
	span, ranged := p.grid.Selected()
	if i, c, _ := p.cursor(); !ranged && span.Top == 0 && p.sheet.Entry(i, c).Actual.Present() {
		e := p.sheet.Entry(i, c)
		if d, others := p.source().Spread(span.Top, c, e); len(p.sheet.Shown) > 1 {
			if d.Count().Changed == 0 {
				return p.fill(d)
			}
			return p.askFill(d, e, others)
		}
	}
	if span.Rows() == 1 {
		span.Top--
	}
	if span.Top < 0 {
		k := p.env.Keys
		return nav.Say(lang.Fill(p.env.Text.Cells.NothingAbove, "range", k.Now(k.Range, false), "down", k.Now(k.Down, false), "fill", k.Now(k.FillDown, false)))
	}
	return p.fill(block.Down(p.sheet, span))
}

// fillRight copies the first column of the range to the right, or the one at
// the left where only one is meant.
func (p *Page) fillRight() tea.Cmd {
	if why := p.closed(); why != "" {
		return nav.Say(why)
	}
	span, _ := p.grid.Selected()
	if span.Columns() == 1 {
		span.Left--
	}
	if span.Left < 0 {
		return nav.Say(p.env.Text.Cells.NothingBeside)
	}
	return p.fill(block.Right(p.sheet, span))
}

// spread puts what is being typed here and into every row below that is shown;
// it asks when other values would go.
func (p *Page) spread() tea.Cmd {
	e, ok := p.typed(p.grid.Text())
	if !ok {
		return nil
	}
	row, column, _ := p.grid.Cursor()
	d, others := p.source().Spread(row, column, e)
	if others == 0 {
		p.giveUp()
		return p.fill(d)
	}
	return p.askFill(d, e, others)
}

// askFill asks before a value goes over others.
func (p *Page) askFill(d *block.Draft, e model.Entry, others int) tea.Cmd {
	list, left := p.source().Changes(d), p.source().Left(d)
	return nav.Ask(p.source().AskFill(e, len(list), others), func() tea.Msg { return agreed{p, list, left} })
}

// giveUp ends typing.
func (p *Page) giveUp() {
	p.grid.Cancel()
	p.fault, p.preview = "", nil
}

// clear takes the values under the cursor or in the range away.
func (p *Page) clear() tea.Cmd {
	span, ranged := p.grid.Selected()
	if !ranged {
		if why := p.refusal(); why != "" {
			return nav.Say(why)
		}
	} else if why := p.closed(); why != "" {
		return nav.Say(why)
	}
	d := block.Spread(p.sheet, span, model.Entry{})
	if !ranged {
		if list := p.source().Changes(d); len(list) > 0 {
			p.enter(list, "")
		}
		return nil
	}
	return p.fill(d)
}

// copy hands the range, the cell or what is being typed to the clipboard.
func (p *Page) copy() tea.Cmd {
	t := p.env.Text
	span, _ := p.grid.Selected()
	text := p.grid.Text()
	if _, _, there := p.grid.Cursor(); !there {
		return nav.Say(t.Results.NobodyHere)
	}
	if !p.grid.Typing() {
		text = p.source().Copy(span)
	}
	said := t.Plural(t.Cells.Copied, span.Cells())
	return func() tea.Msg { return nav.CopyMsg{Text: text, Said: said} }
}

// pasteMore takes what is pasted while a preview is open: the rest of the block,
// or another one in its place.
func (p *Page) pasteMore(text string) tea.Cmd {
	text = p.piece.Before(text, p.env.Now())
	row, column := p.pasted.Place(p.sheet)
	p.dropPaste()
	p.grid.Goto(row, column)
	return p.paste(text)
}

// paste puts a block down as a preview. One value goes into every cell of the
// range, without one.
func (p *Page) paste(text string) tea.Cmd {
	t := p.env.Text
	if p.grid.Typing() { // what was typed is not lost
		if cmd := p.leave(p.grid.Leaving()); p.grid.Typing() || p.mode != entering {
			return cmd
		}
	}
	if why := p.closed(); why != "" {
		return nav.Say(why)
	}
	values, err := block.Parse(text)
	switch {
	case err != nil:
		return nav.Say(t.Cells.TooMany)
	case len(values) == 0:
		return nav.Say(t.Cells.NothingPasted)
	}
	span, _ := p.grid.Selected()
	if len(values) == 1 && len(values[0]) == 1 {
		e, ok := p.typed(values[0][0])
		if !ok {
			why := p.fault
			p.fault = ""
			return nav.Say(why)
		}
		return p.fill(block.Spread(p.sheet, span, e))
	}
	block := pasting.New(t, p.env.Styles, p.sheet, values, span.Top, span.Left)
	if block.Draft().Foreign {
		return p.foreign(block.Draft().Unknown)
	}
	p.piece = pasting.Piece{Text: text, At: p.env.Now()}
	p.grid.Deselect()
	p.grid.Goto(span.Top, span.Left)
	p.mode, p.pasted = previewing, block
	p.arrange()
	p.grid.Goto(p.pasted.First(span.Top, span.Left))
	return nil
}

// foreign says that a block is about people of another sheet, and of which.
func (p *Page) foreign(called []string) tea.Cmd {
	desk, period, unit, say := p.desk, p.period, p.unit, p.source().Foreign(p.env.Keys, called)
	return func() tea.Msg {
		return nav.SaidMsg{Text: say(func(in model.InstrumentID) (model.Sheet, error) { return desk.Sheet(period, in, unit) })}
	}
}

// pasteAgain puts the block down on the sheet that was just read.
func (p *Page) pasteAgain() {
	if p.pasted.Open() && !p.pasted.Again(p.sheet) {
		p.dropPaste()
	}
}

// pressPreview moves about in the preview, and mends what was pasted.
func (p *Page) pressPreview(k tea.KeyMsg) tea.Cmd {
	return p.askPreview(p.pasted.Press(k, p.grid, p.env.Keys))
}

func (p *Page) askPreview(a grid.Ask) tea.Cmd {
	switch a.Kind {
	case grid.Block:
		p.giveUp()
		return p.pasteMore(a.Text)
	case grid.Begin:
		if i, c, ok := p.cursor(); ok && p.pasted.Refusal(i, c) != "" {
			return nav.Say(p.pasted.Refusal(i, c))
		}
	}
	return p.ask(tea.KeyMsg{}, a)
}

// takeMeant puts the number that was probably meant in place of a pasted one.
func (p *Page) takeMeant() tea.Cmd {
	p.pasted.TakeMeant(p.grid)
	p.arrange()
	return nil
}

// dropPaste takes the preview away.
func (p *Page) dropPaste() tea.Cmd {
	open := p.pasted.Open()
	if p.mode, p.pasted = entering, (pasting.Preview{}); open {
		p.arrange()
	}
	return nil
}

// keepPaste does what the preview shows; it stays until the reason is given for
// values that need one.
func (p *Page) keepPaste() tea.Cmd {
	d := p.pasted.Draft()
	if d.Count().Changed == 0 {
		return nav.Say(p.env.Text.Cells.Nothing)
	}
	cmd := p.fill(d)
	if p.mode != reasoning {
		p.dropPaste()
	}
	return cmd
}
