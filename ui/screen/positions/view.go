package positions

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/widget/table"
)

// The columns, as Cell numbers them.
const (
	colPosition = iota
	colCount
	colInstrument
)

// below is the room under the table: what the instrument
// under the cursor measures.
const below = 2

func (p *Page) columns() []table.Column {
	t := p.env.Text.Positions
	return []table.Column{
		colPosition:   {Title: t.Position, Min: 22, Max: 44},
		colCount:      {Title: t.Count, Min: 6, Max: 8, Right: true},
		colInstrument: {Title: t.Instrument, Min: 24, Max: 44},
	}
}

// Len is how many positions have nobody's plan yet.
func (p *Page) Len() int { return len(p.data.Data.Rows) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	r := p.data.Data.Rows[row]
	switch col {
	case colPosition:
		return r.Position
	case colCount:
		return p.env.Text.Count(r.Count)
	}
	in := p.instrument(r)
	text := in.Name.In(p.env.Text.Code) + " (" + in.Code + ")"
	if n := in.Weights(); n != model.Int(100) {
		text += " · " + lang.Fill(p.env.Text.Instruments.Weights, "n", p.env.Text.Number(n))
	}
	if _, other := p.choice[r.Position]; other {
		text += " *"
	}
	return text
}

// above is how many lines stand over the table.
func (p *Page) above() int { return len(p.intro()) + 1 }

// intro says what the page is for, in as many lines as it takes.
func (p *Page) intro() []string {
	t := p.env.Text
	d := p.data.Data
	posts := 0
	for _, r := range d.Rows {
		posts += r.Count
	}
	text := t.Plural(t.Positions.Intro, posts, "year", p.year)
	if d.Of.Employee != "" {
		text = lang.Fill(t.Positions.IntroOf, "name", lang.Inert(d.Of.Name), "year", p.year)
	}
	if d.Kept > 0 {
		text += " " + t.Plural(t.Positions.Kept, d.Kept)
	}
	if n := len(d.NoPost); n > 0 {
		text += " " + t.Plural(t.Positions.NoPost, n)
	}
	return strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n")
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil:
		return p.words(t.Error(p.data.Err))
	case !p.data.Have:
		return p.words(t.Positions.Reading)
	case p.Len() == 0 && p.data.Data.Kept == 0:
		return p.words(t.Positions.Empty)
	case p.Len() == 0:
		return p.words(t.Plural(t.Positions.AllHave, p.data.Data.Kept, "year", p.year))
	}
	if p.form != nil {
		lines := append(strings.Split(p.words(t.Positions.Agreed), "\n"), "")
		return strings.Join(append(lines, p.form.View(p.width, max(1, p.height-len(lines)))), "\n")
	}
	lines := append(p.intro(), "")
	p.table.Resize(p.width, max(2, p.height-len(lines)-below))
	lines = append(lines, p.table.View(p), p.measures())
	return strings.Join(lines, "\n")
}

// measures lists what the instrument under the cursor measures.
func (p *Page) measures() string {
	in := p.instrument(p.data.Data.Rows[p.table.Cursor()])
	names := make([]string, 0, len(in.Indicators))
	for _, i := range in.Indicators {
		names = append(names, lang.Inert(i.Gauge.Name.In(p.env.Text.Code)))
	}
	text := lang.Fill(p.env.Text.Positions.Measures, "code", lang.Inert(in.Code), "list", strings.Join(names, ", "))
	lines := strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n")
	if len(lines) > below {
		lines = lines[:below]
		lines[below-1] = ansi.Truncate(lines[below-1]+" …", p.width, p.env.Styles.Glyphs.Ellipsis)
	}
	return p.env.Styles.Dim.Render(strings.Join(lines, "\n"))
}

func (p *Page) words(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
