package unit

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/overview"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/around"
	"kinerja/ui/widget/chart"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/ruleset"
	"kinerja/ui/widget/spread"
	"kinerja/ui/widget/table"
	"kinerja/ui/widget/working"
)

const (
	label   = 17 // cells of a predicate's name
	bars    = 26 // cells of a bar with its digits
	share   = 8  // cells of a share
	cell    = 12 // cells of one value in the heat map
	nameMin = 18 // cells that an indicator's name keeps
	nameMax = 44
)

// best lists the predicates, best first.
func best() []model.Predicate {
	return []model.Predicate{model.VeryGood, model.Good, model.NeedsImprovement, model.Poor, model.VeryPoor}
}

// compose lays the page out in its room, the cursor on what it was on.
func (p *Page) compose() {
	on := p.leads.Chosen().key
	p.leads.Clear()
	if !p.data.Have {
		return
	}
	u, s := p.data.Data, p.env.Styles
	head := s.Header.Render(lang.Inert(u.Unit.Name))
	if u.Head != "" {
		head += " · " + lang.Inert(u.Head)
	}
	p.add(head)
	for i, text := range spread.ResultLines(p.env.Text, u, p.fold) {
		if p.say(text); i > 0 {
			continue
		}
		for _, off := range spread.Amiss(p.env.Text, u.Standing, p.guide) {
			p.warn(off) // what does not fit the result stands under it, and not below the fold
		}
	}
	p.composeSituation()
	p.composeSpread()
	p.composeLines()
	p.composeBelow()
	if to := (nav.Fairness{Period: u.Period}); p.env.MayOpen(to) {
		p.add("")
		p.choose(p.env.Text.Fairness.Title, choice{key: "fairness", route: to, why: []string{p.env.Text.Fairness.UnitsHow}})
	}
	p.leads.Settle(p.leads.Room(p.height), func(c choice) bool { return c.key == on })
}

func (p *Page) add(text string) { p.leads.Add(text) }
func (p *Page) say(text string) { p.leads.Say(text, p.width) }

// warn says what asks for a reason: what does not fit, until somebody gave one.
func (p *Page) warn(text string) {
	for _, l := range strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n") {
		if u := p.data.Data; u.Verdict(p.guide) == overview.NeedReason {
			l = p.env.Styles.Warning.Render(l)
		}
		p.add(l)
	}
}

func (p *Page) choose(text string, c choice) { p.leads.Choose(text, c) }

// composeSituation says what the unit worked under; Enter leads to its form, whoever
// may fill it in.
func (p *Page) composeSituation() {
	t, b := p.env.Text, p.data.Data.Situation
	lines := around.Lines(t, b)
	text := t.Situation.Title + ": " + around.Short(t, b)
	if !b.Said() {
		text = t.Situation.Title + ": " + lines[0]
	}
	c := choice{key: "situation", why: lines}
	if p.maySay() {
		c.route = p.situation()
	}
	p.choose(ansi.Truncate(text, max(0, p.width-pane.Marker), p.env.Styles.Glyphs.Ellipsis), c)
}

// composeSpread draws how many have which predicate against the pattern, and
// what does not fit.
func (p *Page) composeSpread() {
	t, s, u := p.env.Text, p.env.Styles, p.data.Data
	p.add("")
	p.add(s.Header.Render(spread.Heading(t, u.Standing)))
	if u.Result.Decided() && !u.Few {
		p.say(lang.Fill(t.Workplace.Pattern, "grade", t.Grade(u.Result.Grade), "source", p.guide.Source))
	}
	for _, predicate := range best() {
		p.composePredicate(predicate)
	}
	amiss := spread.Amiss(t, u.Standing, p.guide) // stands above, under the result
	for _, text := range spread.SpreadLines(t, u.Standing, p.guide) {
		if !slices.Contains(amiss, text) {
			p.say(text)
		}
	}
	p.say(t.Workplace.NeverMoves)
	if text := ruleset.Together(t, p.env.Rules); text != "" {
		p.say(text)
	}
}

func (p *Page) composePredicate(predicate model.Predicate) {
	t, s, u := p.env.Text, p.env.Styles, p.data.Data
	n, people := u.Counts[predicate], u.Counts.People()
	if u.Few {
		p.composeSome(predicate)
		return
	}
	text := table.Fit(t.Predicate(predicate), label, false, s.Glyphs.Ellipsis) + " " +
		chart.Bar(s, n, people, t.Count(n), 5, bars) + table.Fit(spread.Share(t, n, people)+" %", share+2, true, "")
	findings := u.Findings(p.guide)
	c := choice{key: predicate, route: nav.Evaluations{Period: u.Period, Filter: t.Predicate(predicate)}}
	for _, f := range findings {
		if f.Names(predicate) {
			for _, text := range spread.WhyFinding(t, u.Standing, f, p.guide.Source) {
				if !slices.Contains(c.why, text) {
					c.why = append(c.why, text) // of two limits on one predicate the count is the same
				}
			}
		}
	}
	if len(c.why) == 0 {
		c.why = append(c.why, lang.Fill(t.Workplace.WhyCount, "group", t.Predicate(predicate), "count", t.Count(n), "people", t.Count(people), "share", spread.Share(t, n, people)))
	}
	c.why = append(c.why, lang.Fill(t.Workplace.WhyRating, "none", t.Count(u.Counts[model.NoPredicate])))
	limits := ""
	if findings != nil {
		limits = spread.LimitsOn(t, predicate, findings)
	}
	if room := p.width - pane.Marker - ansi.StringWidth(text) - 2; ansi.StringWidth(limits) <= room {
		p.choose(text+"  "+limits, c)
		return
	}
	p.choose(text, c)
	for _, l := range strings.Split(ansi.Wordwrap(limits, max(1, p.width-2*pane.Marker), ""), "\n") {
		p.add(strings.Repeat(" ", 2*pane.Marker) + l)
	}
}

// composeSome draws the count of one predicate for who does not see all of them, so
// that no share of the whole is told.
func (p *Page) composeSome(predicate model.Predicate) {
	t, s, u := p.env.Text, p.env.Styles, p.data.Data
	text := table.Fit(t.Predicate(predicate), label, false, s.Glyphs.Ellipsis) + " "
	if !spread.Seen(u.Standing, predicate) {
		p.add(strings.Repeat(" ", pane.Marker) + text + s.Dim.Render(spread.FewRow(t)))
		return
	}
	p.add(strings.Repeat(" ", pane.Marker) + text + t.Plural(t.Common.People, u.Counts[predicate]))
}

// composeLines draws the indicators over the periods that there is room for, the
// newest last.
func (p *Page) composeLines() {
	t, s, u := p.env.Text, p.env.Styles, p.data.Data
	p.add("")
	p.add(s.Header.Render(t.Workplace.Indicators))
	if u.Unseen {
		p.say(spread.Unseen(t, u.Head))
		return
	}
	if len(u.Lines) == 0 {
		p.say(t.Workplace.NoIndicators)
		return
	}
	g := s.Glyphs
	p.say(lang.Fill(t.Workplace.HeatHow, "above", g.Up, "meets", "=", "below", g.Down))
	fit := max(1, min(len(u.Shown), (p.width-pane.Marker-nameMin)/cell))
	first := len(u.Shown) - fit
	name := max(nameMin, min(nameMax, p.width-pane.Marker-fit*cell))
	head := strings.Repeat(" ", pane.Marker+name)
	for _, period := range u.Shown[first:] {
		head += table.Fit(t.Period(period), cell, true, g.Ellipsis)
	}
	p.add(s.Header.Render(head))
	code := ""
	for _, l := range u.Lines {
		if l.Instrument.Code != code {
			code = l.Instrument.Code
			p.add(s.Dim.Render(lang.Inert(l.Instrument.Name.In(t.Code))))
		}
		text := table.Fit(lang.Inert(l.Gauge.Name.In(t.Code)), name, false, g.Ellipsis)
		c := choice{key: code + "/" + l.Gauge.Code, route: nav.Results{Period: u.Period, Instrument: l.Instrument.ID}}
		for i, x := range l.Cells[first:] {
			text += p.heat(x)
			c.why = append(c.why, p.whyCell(l, x, u.Shown[first+i])...)
		}
		p.choose(text, c)
	}
}

// heat is one cell: the digits, and a sign by how much of the target that is.
func (p *Page) heat(c overview.Cell) string {
	t, s := p.env.Text, p.env.Styles
	if !c.Value.Present() {
		return table.Fit(lang.None, cell, true, "")
	}
	digits := t.FixedAmount(c.Value)
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
	return table.Fit("", max(0, cell-ansi.StringWidth(digits)-2), false, "") + style.Render(digits+" "+sign)
}

func (p *Page) whyCell(l overview.Line, c overview.Cell, period model.Period) []string {
	t := p.env.Text
	if !c.Value.Present() {
		return nil
	}
	lines := []string{lang.Fill(t.Workplace.WhyCell, "indicator", lang.Inert(l.Gauge.Name.In(t.Code)), "period", t.Period(period),
		"people", t.Plural(t.Common.People, c.People), "value", t.FixedAmount(c.Value), "formula", working.Formula(t, c.Step))}
	if l.Gauge.Aggregate == model.Sum {
		lines = append(lines, lang.Fill(t.Workplace.WhyCellSum, "people", t.Count(c.People)))
	}
	return lines
}

// composeBelow puts the units below side by side, by counts of predicates, each
// in its own line: never a mean over different instruments.
func (p *Page) composeBelow() {
	t, s, u := p.env.Text, p.env.Styles, p.data.Data
	p.add("")
	p.add(s.Header.Render(t.Workplace.Below))
	if len(u.Children) == 0 {
		p.say(t.Workplace.NoneBelow)
		return
	}
	for _, child := range u.Children {
		people := child.Counts.People()
		text := lang.Fill(t.Workplace.Line, "unit", lang.Inert(child.Unit.Name), "grade", t.Grade(child.Result.Grade),
			"rated", t.Count(people), "all", t.Count(people+child.Counts[model.NoPredicate]))
		if child.Few {
			text = lang.Fill(t.Workplace.LineFew, "unit", lang.Inert(child.Unit.Name), "grade", t.Grade(child.Result.Grade))
		}
		c := choice{key: child.Unit.ID, route: nav.Workplace{Unit: child.Unit.ID, Period: u.Period}, why: spread.SpreadLines(t, child, p.guide)}
		p.choose(ansi.Truncate(strings.Repeat("  ", max(0, child.Depth-1))+text, max(1, p.width-pane.Marker), s.Glyphs.Ellipsis), c)
		var parts []string
		for _, predicate := range best() {
			if n := child.Counts[predicate]; n > 0 {
				parts = append(parts, t.Predicate(predicate)+" "+t.Count(n))
			}
		}
		if len(parts) > 0 {
			parts = append(parts, t.Verdict(child.Verdict(p.guide)))
			p.add(strings.Repeat(" ", 2*pane.Marker) + s.Dim.Render(strings.Join(parts, " · ")))
		}
	}
}

// View draws the page in its room, or the working of the chosen line.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Workplace.Reading
	case p.asking:
		return p.whole.View(t, s, p.why(), p.width, p.height)
	}
	return p.leads.View(t, s, p.width, p.height)
}

// why is the working of the chosen line, wrapped.
func (p *Page) why() []string {
	lines := []string{p.env.Styles.Header.Render(p.env.Text.Workplace.Why), ""}
	for _, why := range p.leads.Chosen().why {
		lines = append(lines, strings.Split(ansi.Wordwrap(why, max(1, p.width), ""), "\n")...)
	}
	return lines
}
