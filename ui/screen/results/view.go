package results

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/widget/about"
)

// Room that is not the grid's.
const around = 2 // lines: how the sheet stands, all about one cell

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.width < 1 || p.height < 1:
		return ""
	case p.sheet == nil && p.load.Err != nil:
		return p.words(lang.Fill(t.Results.ReadFailed, "why", t.Error(p.load.Err)))
	case p.sheet == nil:
		return p.words(t.Results.Reading)
	case p.mode == explaining, p.mode == leftOut:
		title, lines := p.lines()
		return p.reader.View(t, p.env.Styles, title, lines, p.width, p.height)
	}
	body := p.grid.View()
	if len(p.sheet.People) == 0 {
		year := cmp.Or(p.sheet.Period.Year(), p.env.Now().Year())
		body = p.pad(p.words(lang.Fill(t.Results.Empty, "year", year) + "\n\n" + t.Results.EmptyHow))
	} else if len(p.sheet.Shown) == 0 {
		body = p.pad(p.words(lang.Fill(t.Results.NoHits, "words", lang.Inert(p.filter))))
	}
	// A long sentence grows upward, over the grid, so that nothing moves.
	below := p.below()
	lines := strings.Split(p.status()+"\n"+body, "\n")
	if _, _, ok := p.cursor(); ok && p.detailed && p.mode != previewing {
		lines = p.withPanel(lines)
	}
	lines = append(lines[:max(1, len(lines)+1-len(below))], below...)
	if len(lines) > p.height { // what is being typed stays in sight
		lines = lines[len(lines)-p.height:]
	}
	return strings.Join(lines, "\n")
}

// pad makes text as high as the grid would be.
func (p *Page) pad(text string) string {
	return text + strings.Repeat("\n", max(0, p.height-around-1-strings.Count(text, "\n")))
}

// words shows sentences in the page's room.
func (p *Page) words(text string) string {
	return ansi.Wrap(text, max(1, p.width), "")
}

// status says what is not saved, what is incomplete, how the rows stand, and
// which of the indicators are on screen.
func (p *Page) status() string {
	switch {
	case len(p.sheet.People) == 0:
		return ""
	case p.pasted.Open():
		return p.pasted.Status(p.width)
	}
	return p.source().Status(p.grid, p.order, p.filter, p.width)
}

// below is the line under the grid: a question, a fault, or all about one
// cell.
func (p *Page) below() []string {
	t, s := p.env.Text.Results, p.env.Styles
	one := func(line string) []string { return []string{line} }
	switch {
	case p.mode == filtering:
		return one(p.line.Prompt(p.env.Styles, p.width, s.Text.Render(t.AskFilter)))
	case p.mode == reasoning:
		return p.held.Lines(p.source(), p.env.Keys, p.width, p.height)
	case p.mode == noting:
		return one(p.line.Prompt(p.env.Styles, p.width, s.Text.Render(p.source().AskNote(p.cursor()))))
	case p.mode == previewing && !p.grid.Typing():
		i, c, _ := p.cursor()
		return p.pasted.Lines(i, c, p.width)
	case p.fault != "":
		return about.Fault(p.env.Styles, p.width, p.fault)
	}
	if why := p.failure(); why != "" {
		return about.Fault(p.env.Styles, p.width, lang.Fill(t.NotSaved, "why", why))
	}
	return one(p.detail())
}

// failure says why the value under the cursor is not saved; "" when it is, or
// while it is on its way.
func (p *Page) failure() string {
	if i, c, ok := p.cursor(); ok && !p.grid.Typing() {
		return p.source().Failure(i, c)
	}
	return ""
}

// detail is all about the cell under the cursor, or which cells are selected.
func (p *Page) detail() string {
	i, c, ok := p.cursor()
	if !ok {
		return ""
	}
	if span, ranged := p.grid.Selected(); ranged {
		return ansi.Truncate(p.source().Selected(span), p.width, p.env.Styles.Glyphs.Ellipsis)
	}
	return p.aboutCell(i, c).Line(p.width)
}

// aboutCell is what there is to know about a cell, with what is being typed
// into it.
func (p *Page) aboutCell(i, c int) about.Cell {
	if !p.grid.Typing() {
		return p.source().About(i, c, p.saved)
	}
	e, _ := p.parse(p.grid.Text())
	return p.source().Typing(i, c, e)
}

// lines are what stands in the grid's place: how a score came about, or what
// did not go in.
func (p *Page) lines() (title string, lines []string) {
	t := p.env.Text
	if p.mode == leftOut {
		return t.Cells.LeftTitle, p.left.Lines(p.env.Styles, p.width)
	}
	i, c, ok := p.cursor()
	if !ok {
		return "", nil
	}
	title = lang.Fill(t.Results.WhyOf, "name", lang.Inert(p.sheet.People[i].Staff.Name))
	return title, p.source().Working(i, c, p.width)
}
