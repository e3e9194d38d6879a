package results

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/outbox"
)

// rows is the sheet as the grid reads it.
type rows struct{ *Page }

// Rows is how many people are shown.
func (r rows) Rows() int { return len(r.sheet.Shown) }

// Name is the name in a row.
func (r rows) Name(row int) string { return r.sheet.People[r.sheet.Shown[row]].Staff.Name }

// Typed is what editing a value begins with.
func (r rows) Typed(row, column int) string {
	e := r.sheet.Entry(r.sheet.Shown[row], column)
	t := r.env.Text
	if num, ok := e.Num.Get(); ok && e.Den.Present() {
		return t.Typed(num) + "/" + t.Typed(e.Den.Or(0))
	}
	if n, ok := e.Actual.Get(); ok {
		return t.Typed(n)
	}
	return ""
}

// Cell is one value, or a score and what it suggests.
func (r rows) Cell(row, column int) grid.Cell {
	i, n := r.sheet.Shown[row], len(r.sheet.Columns)
	if column >= n {
		return grid.Cell{Text: r.aid(i, column-n)}
	}
	m, ok := r.sheet.Measure(i, column)
	if !ok {
		return grid.Cell{}
	}
	e := r.sheet.People[i].Card.Entry(m.ID)
	value, present := e.Actual.Get()
	c := grid.Cell{Text: lang.None}
	if present {
		c.Text = r.number(column, value)
	}
	j := r.queue.Last(r.cell(i, m))
	switch {
	case j != nil && j.Err != nil:
		c.Mark = grid.Unsaved
	case present && !m.Gauge.Plausible(value):
		c.Mark = grid.Warn
	case j != nil:
		c.Mark = grid.Saving
	}
	return c
}

// aid is a person's score, or what it suggests; while typing, what it would be.
func (p *Page) aid(i, which int) string {
	s, t := p.scoreOf(i), p.env.Text
	if which == 0 {
		return t.FixedAmount(s.Value)
	}
	if s.Suggested == model.NotRated {
		return t.Results.TooLittle
	}
	return t.RatingShort(s.Suggested)
}

func (p *Page) scoreOf(i int) score.Score {
	who := p.sheet.People[i]
	if p.preview != nil && p.preview.Plan.ID == who.Plan.ID {
		return p.preview.Score
	}
	return who.Score
}

// number writes a value as its column does.
func (p *Page) number(c int, n model.Number) string {
	if p.sheet.Columns[c].Decimal {
		return p.env.Text.Fixed(n)
	}
	return p.env.Text.Number(n)
}

// typed writes an entry as it was typed: a fraction stays one.
func (p *Page) typed(e model.Entry) string {
	t := p.env.Text
	if num, ok := e.Num.Get(); ok && e.Den.Present() {
		return t.Number(num) + "/" + t.Number(e.Den.Or(0))
	}
	return t.Amount(e.Actual)
}

func (p *Page) cell(i int, m model.Measure) outbox.Cell {
	return outbox.Cell{Plan: p.sheet.People[i].Plan.ID, Period: p.sheet.Period, Measure: m.ID}
}

// name is a person's name without the titles that stand after it.
func (p *Page) name(i int) string {
	name, _, _ := strings.Cut(p.sheet.People[i].Staff.Name, ",")
	return lang.Inert(name)
}

func (p *Page) code(c int) string { return lang.Inert(p.sheet.Columns[c].Gauge.Code) }

// arrange gives the grid its columns, its rows and its last line.
func (p *Page) arrange() {
	t, s := p.env.Text, p.sheet
	list := make([]grid.Column, 0, len(s.Columns)+2)
	for c, col := range s.Columns {
		width := ansi.StringWidth(p.number(c, col.Widest))
		if col.Minus {
			width++
		}
		list = append(list, grid.Column{Head: p.head(col.Gauge), Target: p.target(col.Gauge), Width: width})
	}
	suggestion := ansi.StringWidth(t.Results.TooLittle)
	for _, word := range t.Common.RatingsShort {
		suggestion = max(suggestion, ansi.StringWidth(word))
	}
	list = append(list,
		grid.Column{Head: t.Results.Score, Width: ansi.StringWidth(t.Fixed(p.env.Rules.Cap)), Computed: true},
		grid.Column{Head: t.Results.Suggestion, Width: suggestion, Computed: true, Words: true})
	wish := 0
	for i := range s.People {
		wish = max(wish, len(s.People[i].Staff.Name))
		if wish >= widestName {
			wish = widestName
			break
		}
	}
	p.grid.SetColumns(list)
	p.grid.SetSource(rows{p}, wish)
	p.grid.SetFoot(p.foot())
}

// head is an indicator's code, its unit where that is short, and a sign where
// less is better.
func (p *Page) head(g model.Gauge) string {
	head := lang.Inert(g.Code)
	if unit := lang.Inert(g.Unit); unit != "" && unit != head && ansi.StringWidth(unit) <= 2 {
		head += " " + unit
	}
	if g.Direction == model.Lower || g.Direction == model.Zero {
		head += p.env.Styles.Glyphs.Down
	}
	return head
}

// target is what is to be reached, both ends of a range.
func (p *Page) target(g model.Gauge) string {
	t := p.env.Text
	if high, ok := g.TargetHigh.Get(); ok {
		return lang.Fill(t.Results.Range, "low", t.Number(g.Target), "high", t.Number(high))
	}
	return t.Number(g.Target)
}

// foot combines each indicator over all people, by its own rule. There is no
// combined score.
func (p *Page) foot() *grid.Foot {
	s, t := p.sheet, p.env.Text
	if len(s.People) < 2 {
		return nil
	}
	n := t.Count(len(s.People))
	_, what, _ := strings.Cut(t.Plural(t.Common.People, len(s.People)), " ")
	if name := strings.ToLower(lang.Inert(s.Instrument.Name.ID)); t.Code == "id" && ansi.StringWidth(name) <= 8 {
		what = name // "24 bidan"; English would need a plural
	}
	foot := &grid.Foot{Names: []string{
		lang.Fill(t.Results.Together, "n", n, "what", what), lang.Fill(t.Results.TogetherShort, "n", n),
	}}
	for c := range s.Columns {
		n, ok := s.Together[c].Get()
		switch {
		case !ok:
			foot.Cells = append(foot.Cells, lang.None)
		case s.Rough[c]:
			foot.Cells = append(foot.Cells, "~"+t.Fixed(n))
		case s.Columns[c].Decimal || n%model.Scale != 0:
			foot.Cells = append(foot.Cells, t.Fixed(n))
		default:
			foot.Cells = append(foot.Cells, t.Number(n))
		}
	}
	return foot
}
