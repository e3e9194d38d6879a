package results

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/working"
)

// Room that is not the grid's.
const (
	around     = 2  // lines: how the sheet stands, all about one cell
	widestName = 30 // cells
)

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
	case p.mode == explaining:
		return p.explanation()
	}
	body := p.grid.View()
	if len(p.sheet.People) == 0 {
		year := p.sheet.Period.Year()
		if !p.sheet.Period.Valid() {
			year = p.env.Now().Year()
		}
		body = p.pad(p.words(lang.Fill(t.Results.Empty, "year", year) + "\n\n" + lang.Fill(t.Results.EmptyHow, "year", year)))
	} else if len(p.sheet.Shown) == 0 {
		body = p.pad(p.words(lang.Fill(t.Results.NoHits, "words", lang.Inert(p.filter))))
	}
	// A long sentence grows upward, over the grid, so that nothing moves.
	below := p.below()
	lines := strings.Split(p.status()+"\n"+body, "\n")
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
	t, s := p.env.Text, p.env.Styles
	if len(p.sheet.People) == 0 {
		return ""
	}
	complete, order, filter := t.Results.Complete, t.Results.ByName, lang.None
	if n := p.sheet.Incomplete; n > 0 {
		complete = t.Plural(t.Results.Incomplete, n)
	}
	if p.order == sheet.MissingFirst {
		order = t.Results.MissingFirst
	}
	if p.filter != "" {
		filter = lang.Inert(p.filter)
	}
	left := s.Dim.Render(lang.Fill(t.Results.Status, "incomplete", complete, "order", order, "filter", filter))
	if n, _ := p.queue.Unsaved(); n > 0 {
		left = s.Bad.Render("* "+t.Plural(t.Results.Unsaved, n)) + s.Dim.Render(" · ") + left
	}
	first, last, all := p.grid.Shown()
	right := ""
	if last-first+1 < all {
		right = lang.Fill(t.Results.Indicators, "first", first, "last", last, "all", all)
		if first > 1 {
			right = "‹ " + right
		}
		if last < all {
			right += " ›"
		}
	}
	room := max(0, p.width-ansi.StringWidth(right))
	left = ansi.Truncate(left, max(0, room-1), s.Glyphs.Ellipsis)
	line := left + strings.Repeat(" ", max(0, room-ansi.StringWidth(left))) + s.Dim.Render(right)
	return ansi.Truncate(line, p.width, "")
}

// below is the line under the grid: a question, a fault, or all about one
// cell.
func (p *Page) below() []string {
	t, s := p.env.Text.Results, p.env.Styles
	one := func(line string) []string { return []string{line} }
	switch {
	case p.mode == filtering:
		return one(p.prompt(s.Text.Render(t.AskFilter)))
	case p.mode == reasoning:
		n := p.held.entry.Actual.Or(0)
		ask := lang.Fill(t.AskReason, "value", p.env.Text.Number(n), "range", p.plausible(p.held.m.Gauge))
		return one(p.prompt(s.Warning.Render(ask)))
	case p.mode == choosing:
		return one(p.choices())
	case p.fault != "":
		return p.sentence(p.fault)
	}
	if why := p.failure(); why != "" {
		return p.sentence(lang.Fill(t.NotSaved, "why", why))
	}
	return one(p.detail())
}

// sentence is something wrong in at most three lines.
func (p *Page) sentence(text string) []string {
	lines := strings.Split(ansi.Wrap(text, max(1, p.width), ""), "\n")
	lines = lines[:min(len(lines), 3)]
	for i := range lines {
		lines[i] = p.env.Styles.Bad.Render(lines[i])
	}
	return lines
}

// failure says why the value under the cursor is not saved; "" when it is, or
// while it is on its way.
func (p *Page) failure() string {
	i, c, ok := p.cursor()
	if !ok || p.grid.Typing() {
		return ""
	}
	m, _ := p.sheet.Measure(i, c)
	if j := p.queue.Last(p.cell(i, m)); j != nil && j.Err != nil {
		return p.env.Text.Error(j.Err)
	}
	return ""
}

// prompt is a question and the line that is typed for it.
func (p *Page) prompt(ask string) string {
	s := p.env.Styles
	ask = ansi.Truncate(ask, max(0, p.width-14), s.Glyphs.Ellipsis)
	before, on, after := p.line.Parts(max(1, p.width-4-ansi.StringWidth(ask)))
	return ansi.Truncate(ask+" "+s.Key.Render("[")+before+s.Cell.Render(on)+after+s.Key.Render("]"), p.width, "")
}

// choices lists the periods around the chosen one.
func (p *Page) choices() string {
	t, s := p.env.Text, p.env.Styles
	list, words := p.periods(), make([]string, 0, 8)
	for i, period := range list {
		words = append(words, " "+t.Period(period)+" ")
		if i == p.choice {
			words[i] = s.Cell.Render("[" + t.Period(period) + "]")
		}
	}
	// The oldest go out of sight until the chosen one is in it.
	from, ask := 0, t.Results.AskPeriod+" "
	for from < p.choice && ansi.StringWidth(ask+strings.Join(words[from:p.choice+1], " ")) > p.width {
		from, ask = from+1, t.Results.AskPeriod+" ‹ "
	}
	return ansi.Truncate(ask+strings.Join(words[from:], " "), p.width, s.Glyphs.Ellipsis)
}

// detail is all about the cell under the cursor. Where it does not fit, what
// is least needed goes first.
func (p *Page) detail() string {
	i, c, ok := p.cursor()
	if !ok {
		return ""
	}
	t, s := p.env.Text, p.env.Styles
	who, g := p.sheet.People[i], p.sheet.Columns[c].Gauge
	m, planned := p.sheet.Measure(i, c)
	if !planned {
		return ansi.Truncate(lang.Fill(t.Results.NotInPlan, "name", p.name(i), "code", p.code(c)), p.width, s.Glyphs.Ellipsis)
	}
	e := who.Card.Entry(m.ID)
	if p.grid.Typing() {
		if typed, err := p.parse(p.grid.Text()); err == nil {
			e = typed
		} else {
			e = model.Entry{}
		}
	}
	before, plausible := p.before(who, m, c), ""
	outside := false
	if n, present := e.Actual.Get(); present {
		outside = !m.Gauge.Plausible(n)
	}
	if r := p.plausible(g); r != "" && !outside {
		plausible = lang.Fill(t.Results.Plausible, "range", r)
	} else if outside {
		plausible = s.Warning.Render(lang.Fill(t.Results.Outside, "range", r))
		if e.Reason != "" && !p.grid.Typing() {
			plausible += " · " + lang.Fill(t.Results.Because, "reason", lang.Inert(e.Reason))
		}
	}
	state := ""
	if !p.grid.Typing() {
		state = p.standing(i, m)
	}
	return p.fitted([]string{p.name(i), p.valueOf(c, e), before, plausible, state}, outside)
}

// fitted joins the parts of the detail that have room: name, value, before,
// plausible range, state.
func (p *Page) fitted(parts []string, warns bool) string {
	join := func() string {
		var list []string
		for _, part := range parts {
			if part != "" {
				list = append(list, part)
			}
		}
		return strings.Join(list, " · ")
	}
	room := p.width
	drop := []int{3, 2}
	if warns {
		drop = []int{2}
	}
	for _, i := range drop {
		if ansi.StringWidth(join()) > room {
			parts[i] = ""
		}
	}
	if over := ansi.StringWidth(join()) - room; over > 0 {
		parts[0] = grid.FitName(parts[0], max(8, ansi.StringWidth(parts[0])-over), p.env.Styles.Glyphs.Ellipsis)
	}
	return ansi.Truncate(join(), room, p.env.Styles.Glyphs.Ellipsis)
}

// valueOf names a value as the detail does: "IDL 47/52 = 90,38 %".
func (p *Page) valueOf(c int, e model.Entry) string {
	t, g := p.env.Text, p.sheet.Columns[c].Gauge
	if num, ok := e.Num.Get(); ok && e.Den.Present() {
		return lang.Fill(t.Results.Fraction, "code", p.code(c), "num", t.Number(num), "den", t.Number(e.Den.Or(0)),
			"value", t.FixedAmount(e.Actual))
	}
	value := t.Amount(e.Actual)
	// A unit like "0–100" is a scale, and would read as part of the value.
	if unit := lang.Inert(g.Unit); e.Actual.Present() && unit != "" && (unit[0] < '0' || unit[0] > '9') {
		value += " " + unit
	}
	return lang.Fill(t.Results.Value, "code", p.code(c), "value", value)
}

// before is what was reached in the period before, its year only where it is
// another one.
func (p *Page) before(who sheet.Person, m model.Measure, c int) string {
	n, ok := who.Before.Entry(m.ID).Actual.Get()
	if !ok || !who.Before.Period.Valid() {
		return ""
	}
	t := p.env.Text
	period := t.Period(who.Before.Period)
	if y := who.Before.Period.Year(); y == p.sheet.Period.Year() {
		period = strings.TrimSuffix(period, lang.Fill(" {y}", "y", y))
	}
	return lang.Fill(t.Results.Before, "period", period, "value", p.number(c, n))
}

// plausible writes the range that is to be expected; "" where there is none.
func (p *Page) plausible(g model.Gauge) string {
	t := p.env.Text
	low, hasLow := g.Low.Get()
	high, hasHigh := g.High.Get()
	switch {
	case hasLow && hasHigh:
		return lang.Fill(t.Results.Range, "low", t.Number(low), "high", t.Number(high))
	case hasLow:
		return lang.Fill(t.Results.From, "low", t.Number(low))
	case hasHigh:
		return lang.Fill(t.Results.UpTo, "high", t.Number(high))
	}
	return ""
}

// standing says how safe a value is, or why it cannot change.
func (p *Page) standing(i int, m model.Measure) string {
	t, at := p.env.Text, p.cell(i, m)
	j := p.queue.Last(at)
	saved, here := p.saved[at]
	switch who := p.sheet.People[i]; {
	case j != nil:
		return t.Results.Saving
	case (model.Evaluation{State: who.State}).LocksCard():
		return lang.Fill(t.Results.Locked, "state", t.State(who.State))
	case here:
		return lang.Fill(t.Results.Saved, "at", t.Clock(saved))
	}
	return ""
}

// working is how the score of the person under the cursor came about, and the
// value under the cursor in full.
func (p *Page) working() []string {
	i, c, ok := p.cursor()
	if !ok {
		return nil
	}
	width := max(1, p.width)
	s := p.sheet.People[i].Score
	lines := working.Lines(p.env.Text, p.env.Styles, p.env.Rules, s, width)
	if m, ok := p.sheet.Measure(i, c); ok {
		lines = append(append(lines, ""), working.Why(p.env.Text, p.env.Styles, s, m.ID, width)...)
	}
	return lines
}

func (p *Page) whyRoom() int { return max(1, p.height-2) }

func (p *Page) explanation() string {
	i, _, ok := p.cursor()
	if !ok {
		return ""
	}
	lines := p.working()
	from := max(0, min(p.scroll, len(lines)-p.whyRoom()))
	shown := lines[from:min(len(lines), from+p.whyRoom())]
	title := lang.Fill(p.env.Text.Results.WhyOf, "name", lang.Inert(p.sheet.People[i].Staff.Name))
	if len(lines) > len(shown) {
		title += " · " + lang.Fill(p.env.Text.Results.Lines, "first", from+1, "last", from+len(shown), "all", len(lines))
	}
	out := []string{p.env.Styles.Title.Render(ansi.Truncate(title, p.width, p.env.Styles.Glyphs.Ellipsis)), ""}
	for _, l := range shown {
		out = append(out, ansi.Truncate(l, p.width, ""))
	}
	return strings.Join(out[:min(len(out), p.height)], "\n")
}
