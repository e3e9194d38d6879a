package staff

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/widget/table"
)

// Lines around the table.
const (
	above = 2 // how many, in which order; a blank line
	below = 1 // all about the chosen person
)

func (p *Page) columns() []table.Column {
	t := p.env.Text.Staff
	return []table.Column{
		colName:     {Title: t.Name, Name: true, Min: 24, Max: 44},
		colNumber:   {Title: t.Number, Min: 21, Max: 21, Level: 3},
		colPosition: {Title: t.Position, Min: 20, Max: 36, Level: 1},
		colUnit:     {Title: t.Unit, Min: 22, Max: 36, Level: 2},
		colStanding: {Title: t.Standing, Min: 26, Max: 34},
	}
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text.Staff
	switch {
	case p.people.Err != nil:
		return p.words(p.env.Text.Error(p.people.Err))
	case !p.people.Have:
		return p.words(t.Reading)
	case p.adding:
		return p.env.Styles.Header.Render(t.AddHow) + "\n\n" + p.add.View(p.env.Text, p.env.Styles, p.width, max(1, p.height-2))
	case p.all() == 0:
		return p.words(t.Empty + "\n\n" + t.EmptyHow)
	}
	lines := []string{p.head(), ""}
	if p.Len() == 0 {
		lines = append(lines, p.words(lang.Fill(t.NoHits, "words", lang.Inert(strings.TrimSpace(p.filter.Words())))))
		return strings.Join(lines, "\n")
	}
	first, end := p.table.Visible() // of a long list, those side by side
	p.table.SetNamesakes(lang.FindNamesakes(end-first, func(i int) string { return p.row(first + i).Name }))
	lines = append(lines, p.table.View(p), p.detail())
	return strings.Join(lines, "\n")
}

// head says who is listed: the filter and its hits, or everybody.
func (p *Page) head() string {
	t, s := p.env.Text, p.env.Styles
	order := t.Staff.ByName
	if p.byUnit {
		order = t.Staff.ByUnit
	}
	count := t.Plural(t.Common.People, p.all()) + " · " + order
	if !p.filter.Shown() {
		return ansi.Truncate(s.Text.Render(count), p.width, s.Glyphs.Ellipsis)
	}
	hits := lang.Fill(t.Staff.Hits, "n", t.Count(p.Len()), "all", t.Count(p.all())) + " · " + order
	return p.filter.View(s, t.Staff.Filter, hits, p.width)
}

// detail is all about the chosen person that the row has no room for.
func (p *Page) detail() string {
	r := p.chosen()
	var parts []string
	for col, text := range []string{
		colName: r.Name, colNumber: r.Number.Grouped(), colPosition: r.Position, colUnit: p.people.Data.units[r.Unit].Name,
	} {
		if ansi.StringWidth(lang.Inert(text)) > p.table.Width(col) {
			parts = append(parts, text)
		}
	}
	return p.env.Styles.Dim.Render(ansi.Truncate(lang.Inert(strings.Join(parts, " · ")), p.width, p.env.Styles.Glyphs.Ellipsis))
}

// words shows sentences in the page's room.
func (p *Page) words(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }

// Crumb is the period. Which row of how many is not said up there, so that a
// move of the cursor leaves the top line as it is.
func (p *Page) Crumb() string {
	if p.now() == 0 {
		return ""
	}
	return p.env.Text.Period(p.now())
}
