package fairness

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/fairness"
	"kinerja/model/overview"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/around"
	"kinerja/ui/widget/beside"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/spread"
	"kinerja/ui/widget/table"
)

const (
	figures = 8  // of a rater
	nameMin = 14 // cells that a name keeps
	nameMax = 40
	cell    = 13 // cells of one value in the heat map, at least
	cellMax = 26
	heatMin = 20 // cells that an indicator's name keeps
)

// columns are the figures of a rater that there is room for: their headings, how
// wide they stand, and the first of them. Left and right bring the others into sight.
func (p *Page) columns() (heads []string, wide []int, from int) {
	f := p.env.Text.Fairness
	all := []string{f.N, f.Mean, f.Spread, f.Results, f.Behaviour, f.Top, f.Up, f.Down}
	for i, h := range all {
		wide = append(wide, max(5, ansi.StringWidth(h), [...]int{0, 7, 6}[min(i, 2)])+1)
	}
	room, last := p.width-pane.Marker-nameMin, len(all)
	for from < min(p.first, last-1) && sum(wide[from:]) > room {
		from++
	}
	for last > from+1 && sum(wide[from:last]) > room {
		last--
	}
	return all[from:last], wide[from:last], from
}

func sum(list []int) (n int) {
	for _, x := range list {
		n += x
	}
	return n
}

// compose lays the page out in its room, the cursor on what it was on.
func (p *Page) compose() {
	on := p.leads.Chosen().key
	p.leads.Clear()
	if !p.data.Have {
		return
	}
	p.composeRaters()
	for _, g := range p.data.Data.units.Groups {
		p.composeUnits(g)
		p.composeHeat(g)
	}
	if len(p.data.Data.units.Groups) == 0 {
		p.leads.Add("")
		p.say(p.env.Text.Fairness.NoUnits)
	}
	p.leads.Settle(p.leads.Room(p.height), func(c choice) bool { return c.key == on })
}

func (p *Page) say(text string) { p.leads.Say(text, p.width) }

func (p *Page) head(text string) {
	for _, l := range strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n") {
		p.leads.Add(p.env.Styles.Header.Render(l))
	}
}

// row sets right-aligned figures behind a name.
func (p *Page) row(name string, figures []string, wide []int) string {
	room := max(nameMin, min(nameMax, p.width-pane.Marker-sum(wide)))
	text := table.Fit(lang.Inert(name), room, false, p.env.Styles.Glyphs.Ellipsis)
	for i, w := range wide {
		text += table.Fit(figures[i], w, true, p.env.Styles.Glyphs.Ellipsis)
	}
	return text
}

func (p *Page) composeRaters() {
	t, d := p.env.Text, p.data.Data.raters
	f := t.Fairness
	heads, wide, from := p.columns()
	var line model.UnitKind
	for i, r := range d.List {
		if i == 0 || r.Line != line {
			line = r.Line
			if i > 0 {
				p.leads.Add("")
			}
			p.head(lang.Fill(f.Raters, "line", t.UnitKind(line)))
			if i == 0 {
				p.say(f.RatersHow)
				if len(heads) < figures {
					p.say(lang.Fill(f.Figures, "from", t.Count(from+1), "to", t.Count(from+len(heads)), "all", t.Count(figures)))
				}
			}
			p.leads.Add(p.env.Styles.Header.Render(strings.Repeat(" ", pane.Marker) + p.row(f.Name, heads, wide)))
		}
		p.composeRater(r, wide, from)
	}
	if len(d.List) == 0 {
		p.head(f.Title)
		p.say(f.NoRaters)
	}
	if d.OwnOnly {
		p.say(f.OwnOnly)
	}
	p.say(lang.Fill(f.Defaults, "least", t.Count(fairness.Least), "apart", beside.Apart(t)))
}

func (p *Page) composeRater(r fairness.Rated, wide []int, from int) {
	t := p.env.Text
	f := t.Fairness
	row := []string{t.Count(r.N), t.FixedAmount(r.Mean), t.FixedAmount(r.Spread), t.Count(r.ResultTop), t.Count(r.BehaviourTop), t.Count(r.Top), t.Count(r.Up), t.Count(r.Down)}
	if r.Verdict == fairness.TooFew {
		row = append([]string{t.Count(r.N)}, slices.Repeat([]string{lang.None}, figures-1)...)
	}
	p.leads.Choose(p.row(beside.Name(r), row[from:], wide), choice{
		key: string(r.Rater.Rater) + r.Line.String(), part: ofRaters, why: func() []string { return append(beside.WhyRater(t, r.Rater), beside.UnderRater(t, r)...) },
	})
	var words []string
	switch r.Verdict {
	case fairness.TooFew:
		words = []string{f.Verdicts[r.Verdict]}
	default:
		words = []string{p.against(r), lang.Fill(f.Both, "same", spread.Share(t, r.Same, r.N), "expected", t.FixedAmount(r.Expected))}
		beside := f.Verdicts[r.Verdict]
		if r.Verdict != fairness.Incomparable {
			beside = lang.Fill(f.Beside, "lean", signed(t, r.Lean), "verdict", beside)
		}
		words = append(words, beside)
	}
	for _, w := range words {
		for _, l := range pane.Hang(w, p.width, 2*pane.Marker, 2*pane.Marker) {
			p.leads.Add(p.env.Styles.Dim.Render(l))
		}
	}
}

// against says of how many people the ratings lie above and below the suggestion,
// beside the colleagues of the line whose figures are shown.
func (p *Page) against(r fairness.Rated) string {
	t, f := p.env.Text, p.env.Text.Fairness
	up, down, all := 0, 0, 0
	for _, o := range p.data.Data.raters.List {
		if o.Line == r.Line && o.Rater.Rater != r.Rater.Rater && o.Verdict != fairness.TooFew {
			up, down, all = up+o.Up, down+o.Down, all+o.Suggested
		}
	}
	text := f.Ups
	if all > 0 {
		text = f.Peers
	}
	return lang.Fill(text, "up", t.Count(r.Up), "people", t.Count(r.Suggested), "down", t.Count(r.Down),
		"others", t.Count(up), "all", t.Count(all), "lower", t.Count(down))
}

// signed is a number with its sign.
func signed(t *lang.Texts, a model.Amount) string {
	if a.Or(0) > 0 {
		return "+" + t.FixedAmount(a)
	}
	return t.FixedAmount(a)
}

func (p *Page) composeUnits(g overview.Group) {
	t := p.env.Text
	f := t.Fairness
	p.leads.Add("")
	p.head(lang.Fill(f.Units, "line", t.UnitKind(g.Line)))
	p.say(f.UnitsHow)
	heads := []string{f.Rank, f.Mean, f.Band, f.Scored, f.Grade}
	wide := []int{12, 9, 10, 10, 19}
	for sum(wide) > p.width-pane.Marker-nameMin {
		heads, wide = heads[:len(heads)-1], wide[:len(wide)-1]
	}
	p.leads.Add(p.env.Styles.Header.Render(strings.Repeat(" ", pane.Marker) + p.row(f.Unit, heads, wide)))
	for _, s := range g.Sides {
		rank, band, grade := f.Hidden, lang.None, lang.None
		if s.Rank > 0 {
			rank, band = lang.Fill(f.Side, "rank", t.Count(s.Rank), "of", t.Count(s.Of)), t.RatingShort(s.Band)
		}
		if s.Result != unitresult.NoGrade {
			grade = t.Grade(s.Result)
		}
		p.leads.Choose(p.row(s.Unit.Name, []string{rank, t.FixedAmount(s.Mean), band, t.Count(s.Scored), grade}, wide), choice{
			key: "unit" + string(s.Unit.ID), part: ofUnits, route: nav.Workplace{Unit: s.Unit.ID, Period: p.data.Data.units.Period},
			why: func() []string { return beside.WhySide(t, s, p.env.Rules.File) },
		})
		if under := around.Short(t, s.Situation); under != "" {
			for _, l := range pane.Hang(under, p.width, 2*pane.Marker, 2*pane.Marker) {
				p.leads.Add(p.env.Styles.Dim.Render(l))
			}
		}
	}
}

// fit is how many units of a heat map there is room for.
func (p *Page) fit() int { return max(1, (p.width-pane.Marker-heatMin)/cell) }

func (p *Page) composeHeat(g overview.Group) {
	t, s := p.env.Text, p.env.Styles
	f := t.Fairness
	if len(g.Heat) == 0 {
		return
	}
	p.leads.Add("")
	p.head(f.Heat + ": " + t.UnitKind(g.Line))
	p.say(lang.Fill(f.HeatHow, "above", s.Glyphs.Up, "below", s.Glyphs.Down, "high", t.Number(p.env.Rules.File.Above), "low", t.Number(p.env.Rules.File.Meets)))
	first := max(0, min(p.first, len(g.Sides)-p.fit()))
	last := min(len(g.Sides), first+p.fit())
	if last-first < len(g.Sides) {
		p.say(lang.Fill(f.Columns, "from", t.Count(first+1), "to", t.Count(last), "all", t.Count(len(g.Sides))))
	}
	wide := max(cell, min(cellMax, (p.width-pane.Marker-nameMax)/max(1, last-first)))
	name := max(heatMin, min(nameMax, p.width-pane.Marker-(last-first)*wide))
	line := strings.Repeat(" ", pane.Marker+name)
	for _, side := range g.Sides[first:last] {
		line += " " + table.Fit(short(side.Unit.Name, wide-1), wide-1, true, s.Glyphs.Ellipsis)
	}
	p.leads.Add(s.Header.Render(line))
	code := ""
	for _, h := range g.Heat {
		if h.Instrument.Code != code {
			code = h.Instrument.Code
			p.leads.Add(s.Dim.Render(ansi.Truncate(lang.Inert(h.Instrument.Name.In(t.Code)), max(0, p.width), s.Glyphs.Ellipsis)))
		}
		title, each := lang.Inert(h.Gauge.Name.In(t.Code)), ""
		if h.Gauge.Aggregate == model.Sum {
			each = " (" + f.Each + ")"
		}
		text := table.Fit(ansi.Truncate(title, name-ansi.StringWidth(each), s.Glyphs.Ellipsis)+each, name, false, s.Glyphs.Ellipsis)
		for _, c := range h.Cells[first:last] {
			text += p.heat(c, wide, each != "")
		}
		p.leads.Choose(text, choice{
			key: g.Line.String() + code + "/" + h.Gauge.Code, part: ofHeat,
			route: nav.Results{Period: p.data.Data.units.Period, Instrument: h.Instrument.ID}, why: func() []string { return beside.WhyHeat(t, g, h) },
		})
	}
}

// short leaves the first word of a unit's name out where there is no room for it:
// it says the kind only, and "Puskesmas Tanjung Raya" stands under puskesmas.
func short(name string, room int) string {
	name = lang.Inert(name)
	if _, rest, ok := strings.Cut(name, " "); ok && ansi.StringWidth(name) > room {
		return rest
	}
	return name
}

// heat is one cell: the digits, and a sign by how much of the target that is.
// What adds up is told for each of its people, so that a large unit stands beside a
// small one.
func (p *Page) heat(c overview.Cell, wide int, each bool) string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case c.People == 0:
		return table.Fit(lang.None, wide-2, true, "") + "  "
	case c.People < overview.Told:
		return table.Fit(t.Fairness.Hidden, wide-2, true, "") + "  "
	case !c.Value.Present():
		return table.Fit(lang.None, wide-2, true, "") + "  "
	}
	value := c.Value
	if n, ok := value.Get(); ok && each {
		n, ok = model.MulDiv(n, 1, model.Number(c.People))
		if value = (model.Amount{}); ok {
			value = model.Some(n)
		}
	}
	digits := t.FixedAmount(value)
	if c.Rough {
		digits = "~" + digits
	}
	sign, style := " ", s.Text
	if c.Reached.Present() {
		switch p.env.Rules.File.Suggest(c.Reached, model.Int(100)) {
		case model.Above:
			sign, style = s.Glyphs.Up, s.Good
		case model.Meets:
			sign = "="
		case model.Below:
			sign, style = s.Glyphs.Down, s.Bad
		}
	}
	return strings.Repeat(" ", max(0, wide-ansi.StringWidth(digits)-2)) + style.Render(digits+" "+sign)
}

// View draws the page in its room, or the working of the chosen line.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Fairness.Reading
	case p.asking:
		return p.whole.View(t, s, p.why(), p.width, p.height)
	}
	return p.leads.View(t, s, p.width, p.height)
}

// why is the working of the chosen line, wrapped.
func (p *Page) why() []string {
	lines := []string{p.env.Styles.Header.Render(p.env.Text.Fairness.Why), ""}
	ask := p.leads.Chosen().why
	if ask == nil {
		return lines
	}
	for _, why := range ask() {
		lines = append(lines, strings.Split(ansi.Wordwrap(why, max(1, p.width), ""), "\n")...)
	}
	return lines
}
