package results

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model/listing"
	"kinerja/model/sheet"
	"kinerja/ui/nav"
	"kinerja/ui/widget/about"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/worksheet"
)

// source is the sheet as the grid reads it.
func (p *Page) source() worksheet.Source {
	return worksheet.Source{
		Text: p.env.Text, Styles: p.env.Styles, Rules: p.env.Rules, Gain: p.env.Gain, Sheet: p.sheet, Queue: &p.queue, Pasted: &p.pasted,
		Guess: func() *sheet.Person { return p.preview },
	}
}

func (p *Page) name(i int) string { return about.Name(p.sheet, i) }

func (p *Page) code(c int) string { return figure.Code(p.sheet.Columns[c].Gauge) }

// write writes the sheet on screen into a file.
func (p *Page) write() tea.Cmd {
	name, table := p.source().Listing()
	return nav.Write(name, func() (listing.Table, error) { return table, nil })
}

// arrange gives the grid its columns, its rows and its last line.
func (p *Page) arrange() { p.source().Arrange(p.grid) }
