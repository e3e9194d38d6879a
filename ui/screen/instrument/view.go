package instrument

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/widget/table"
)

// The columns, as Cell numbers them.
const (
	colCode = iota
	colName
	colUnit
	colDirection
	colTarget
	colWeight
	colPlausible
	colAggregate
)

func (p *Page) columns() []table.Column {
	t := p.env.Text.Instrument
	return []table.Column{
		colCode:      {Title: t.Code, Min: 8, Max: 12},
		colName:      {Title: t.Indicator, Min: 18, Max: 48},
		colUnit:      {Title: t.Unit, Min: 6, Max: 12},
		colDirection: {Title: t.Direction, Min: 22, Max: 24, Level: 1},
		colTarget:    {Title: t.Target, Min: 10, Max: 16, Right: true},
		colWeight:    {Title: t.Weight, Min: 6, Max: 8, Right: true},
		colPlausible: {Title: t.Plausible, Min: 10, Max: 16, Right: true, Level: 2},
		colAggregate: {Title: t.Aggregate, Min: 9, Max: 12, Level: 3},
	}
}

// Len is how many indicators there are.
func (p *Page) Len() int { return len(p.in.Indicators) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, g := p.env.Text, p.in.Indicators[row].Gauge
	switch col {
	case colCode:
		return g.Code
	case colName:
		return g.Name.In(t.Code)
	case colUnit:
		return t.Unit(g.Unit)
	case colDirection:
		return t.Direction(g.Direction)
	case colTarget:
		if high, ok := g.TargetHigh.Get(); ok {
			return t.Number(g.Target) + "–" + t.Number(high)
		}
		return t.Number(g.Target)
	case colWeight:
		return t.Number(g.Weight)
	case colPlausible:
		if !g.Low.Present() && !g.High.Present() {
			return lang.None
		}
		return t.Amount(g.Low) + "–" + t.Amount(g.High)
	}
	return t.Aggregate(g.Aggregate)
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.all.Err != nil:
		return p.words(t.Error(p.all.Err))
	case !p.all.Have:
		return p.words(t.Instrument.Reading)
	case p.mode == trying:
		return p.drawTrial()
	case p.form != nil:
		return p.drawForm()
	case p.Len() == 0:
		return strings.Join(append(p.head(), "", p.words(t.Instrument.Empty)), "\n")
	}
	lines := append(p.head(), "")
	p.table.Resize(p.width, max(2, p.height-len(lines)-4))
	lines = append(lines, p.table.View(p), p.foot(), "", p.detail())
	return strings.Join(lines, "\n")
}

// head says what the instrument is, for whom, and whether it can be changed.
func (p *Page) head() []string {
	t := p.env.Text.Instrument
	whom := t.Everyone
	if len(p.in.Positions) > 0 {
		whom = lang.Fill(t.For, "list", lang.Inert(strings.Join(p.in.Positions, ", ")))
	}
	state := t.IsDraft
	switch {
	case p.fresh:
		state = t.IsNew
	case p.in.Frozen:
		state = t.IsFrozen
	case p.in.Ready():
		state = t.IsReady
	}
	text := lang.Inert(p.in.Name.In(p.env.Text.Code)) + " · " + whom
	lines := []string{ansi.Truncate(p.env.Styles.Title.Render(text), p.width, p.env.Styles.Glyphs.Ellipsis)}
	return append(lines, strings.Split(p.words(state), "\n")...)
}

// foot is the sum of the weights, and what is missing to 100.
func (p *Page) foot() string {
	t := p.env.Text
	sum := p.in.Weights()
	text := lang.Fill(t.Instrument.Sum, "n", t.Number(sum))
	if left := model.Int(100) - sum; left != 0 {
		return p.env.Styles.Warning.Render("! " + text + " " + p.remainder(left))
	}
	return "  " + text
}

// detail is what the row has no room for.
func (p *Page) detail() string {
	t, g := p.env.Text, p.in.Indicators[min(p.table.Cursor(), p.Len()-1)].Gauge
	parts := []string{g.Name.In(t.Code), t.Direction(g.Direction), t.Aspect(g.Aspect), t.Aggregate(g.Aggregate)}
	if g.Source != "" {
		parts = append(parts, t.Source(g.Source))
	}
	if g.Unverified {
		parts = append(parts, t.Instrument.NotVerified)
	}
	text := ansi.Wordwrap(lang.Inert(strings.Join(parts, " · ")), max(1, p.width), "")
	lines := strings.Split(text, "\n")
	return p.env.Styles.Dim.Render(strings.Join(lines[:min(2, len(lines))], "\n"))
}

// drawForm draws a form under what it is about; for an indicator also what is
// left of the weights, as it is typed.
func (p *Page) drawForm() string {
	t := p.env.Text.Instrument
	title := t.NameTitle
	if p.mode == indicating {
		title = t.IndicatorTitle
	}
	lines := []string{p.env.Styles.Title.Render(ansi.Truncate(title, p.width, "")), ""}
	if p.mode != indicating {
		return strings.Join(append(lines, p.form.View(p.width, max(1, p.height-len(lines)))), "\n")
	}
	return strings.Join(append(lines, p.form.View(p.width, max(1, p.height-len(lines)-2)), "", p.live()), "\n")
}

// live says what the weights come to with what is being typed.
func (p *Page) live() string {
	t := p.env.Text
	sum := model.Number(0)
	for i, in := range p.in.Indicators {
		if i != p.which {
			sum += in.Gauge.Weight
		}
	}
	if a, err := p.form.Number("weight"); err == nil {
		sum += a.Or(0)
	}
	text := lang.Fill(t.Instrument.Sum, "n", t.Number(sum))
	if left := model.Int(100) - sum; left != 0 {
		text += " " + p.remainder(left)
	}
	return p.env.Styles.Dim.Render(ansi.Truncate(text, p.width, p.env.Styles.Glyphs.Ellipsis))
}

// drawTrial draws the values on the left and the working that follows on the
// right, or below where there is no room beside.
func (p *Page) drawTrial() string {
	t := p.env.Text.Instrument
	lines := strings.Split(p.words(t.TrialIntro), "\n")
	lines = append(lines, "")
	room := max(1, p.height-len(lines))
	const beside = 30
	if p.width >= beside+70 {
		work := p.clip(p.trial(p.width-beside-2), room)
		return strings.Join(append(lines, table.Beside(p.form.View(beside, room), strings.Join(work, "\n"), beside+2)), "\n")
	}
	values := min(len(p.in.Indicators)+1, max(3, room/3))
	work := p.clip(p.trial(p.width), max(1, room-values-1))
	lines = append(lines, p.form.View(p.width, values), "")
	return strings.Join(append(lines, work...), "\n")
}

// clip shows as much of the working as there is room for.
func (p *Page) clip(lines []string, room int) []string {
	p.top = max(0, min(p.top, len(lines)-room))
	return lines[p.top:min(len(lines), p.top+room)]
}

func (p *Page) words(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
