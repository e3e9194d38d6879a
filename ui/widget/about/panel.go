package about

import (
	"cmp"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
	"kinerja/ui/lang/span"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/ngain"
	"kinerja/ui/widget/proof"
	"kinerja/ui/widget/skm"
	"kinerja/ui/widget/working"
)

// Known is what the file alone knows of a cell.
type Known struct {
	sheet.Trace
	At time.Time // when it was entered, in the zone of the people; zero: unknown
	By string    // who entered it
}

// KnownFrom is what a trace says, in a zone; me is who reads it.
func KnownFrom(tr sheet.Trace, me model.Actor, zone *time.Location) Known {
	k := Known{Trace: tr, At: time.Unix(0, tr.At).In(zone), By: tr.Name}
	if tr.Actor == me.ID {
		k.By = me.Name
	}
	return k
}

// Panel is all there is to know about the cell, the most needed first: what it
// measures and against what, what was reached, by whose hand, and before. line
// is what is being typed into it; nil: nothing is.
func (c Cell) Panel(known Known, line *grid.Line, width int) []string {
	t, s := c.Text, c.Styles
	column := c.Sheet.Columns[c.Column]
	m, planned := c.Sheet.Measure(c.Person, c.Column)
	title := lang.Fill(t.Cells.DetailOf, "name", Name(c.Sheet, c.Person), "code", figure.Code(column.Gauge), "period", t.Period(c.Sheet.Period))
	p := panel{labels: t.Cells.Labels, cell: c, width: width}
	p.lines = []string{s.Title.Render(ansi.Truncate(title, width, s.Glyphs.Ellipsis)), ""}
	g := m.Gauge
	if !planned {
		g = column.Gauge
	}
	l := t.Cells.Labels
	p.add(l.Indicator, lang.Inert(g.Name.In(t.Code)))
	p.add(l.Measured, c.measured(g))
	p.add(l.Combined, c.combined(g))
	p.add(l.Target, c.target(g, column.Gauge))
	p.add("", working.Agreed(t, c.Sheet.People[c.Person].Plan, c.Sheet.Period))
	p.add(l.Plausible, figure.Plausible(t, g))
	if !planned {
		p.add(l.Actual, s.Warning.Render(t.Cells.NotPlanned))
		return p.lines
	}
	p.actual(line)
	if line == nil {
		p.add(l.Origin, cmp.Or(skm.From(t, c.Entry, known.Unit, known.Survey), ngain.From(t, c.Gain, m.Gauge, c.Entry)))
		for i, line := range lesson.From(t, m.Gauge, c.Entry) {
			p.add(map[bool]string{true: l.Origin}[i == 0], line)
		}
	}
	p.add(l.Reason, lang.Inert(c.Entry.Reason))
	p.add(l.Note, lang.Inert(c.Entry.Note))
	if known.By != "" && !c.Typing {
		p.add(l.Entered, lang.Fill(t.Cells.EnteredBy, "name", lang.Inert(known.By), "at", t.Time(known.At)))
	}
	for i, e := range known.Evidence {
		p.add(map[bool]string{true: l.Evidence}[i == 0], proof.Piece(t, e))
	}
	p.add(l.State, c.State)
	p.add(l.Before, c.past(known.Past))
	p.add(l.Source, c.source(g))
	return p.lines
}

// panel is lines with a label before each.
type panel struct {
	labels lang.CellLabels
	cell   Cell
	width  int
	lines  []string
}

// add writes a label and what it says, on as many lines as that takes; what
// says nothing is left out.
func (p *panel) add(label, text string) {
	if text == "" {
		return
	}
	room := p.labels.Width() + 2
	for i, line := range strings.Split(ansi.Wrap(text, max(1, p.width-room), ""), "\n") {
		head := strings.Repeat(" ", room)
		if i == 0 {
			head = label + strings.Repeat(" ", max(0, room-ansi.StringWidth(label)))
		}
		p.lines = append(p.lines, ansi.Truncate(p.cell.Styles.Dim.Render(head)+line, p.width, ""))
	}
}

// actual is the value: as it is typed, or with the parts that it was made from.
func (p *panel) actual(line *grid.Line) {
	c, t, s := p.cell, p.cell.Text, p.cell.Styles
	m, _ := c.Sheet.Measure(c.Person, c.Column)
	value := lang.None
	if line != nil {
		before, on, after := line.Parts(min(24, max(1, p.width-p.labels.Width()-4)))
		value = s.Key.Render("[") + before + s.Cell.Render(on) + after + s.Key.Render("]")
	} else if n, ok := c.Entry.Actual.Get(); ok {
		value = figure.Number(t, c.Sheet.Columns[c.Column], n) + figure.Unit(t, m.Gauge)
	}
	if warning, warns := c.plausible(m); warns && line != nil {
		value += "  " + warning
	} else if warns {
		value += " · " + warning
	}
	p.add(p.labels.Actual, value)
	if num, ok := c.Entry.Num.Get(); ok && c.Entry.Den.Present() {
		p.add(p.labels.Parts, lang.Fill(t.Cells.Parts, "num", t.Number(num), "den", t.Number(c.Entry.Den.Or(0)),
			"value", t.FixedAmount(c.Entry.Actual)))
	} else if m.Gauge.Unit == "%" && line == nil {
		p.add(p.labels.Parts, s.Dim.Render(t.Cells.NoParts))
	}
}

// RoughSign stands before a combined value that is a plain mean for want of parts.
const RoughSign = "~"

// combined is how values of several people and periods become one, and what those
// of this sheet come to.
func (c Cell) combined(g model.Gauge) string {
	t, how := c.Text.Cells, c.Text.Cells.How[min(int(g.Aggregate), len(c.Text.Cells.How)-1)]
	n, ok := c.Sheet.Together[c.Column].Get()
	switch {
	case !ok || len(c.Sheet.People) < 2:
		return how
	case c.Sheet.Rough[c.Column]:
		return how + " · " + lang.Fill(t.Rough, "value", RoughSign+c.Text.Fixed(n))
	}
	return how + " · " + lang.Fill(t.Together, "value", c.Text.Fixed(n))
}

// measured is unit, direction, weight.
func (c Cell) measured(g model.Gauge) string {
	t := c.Text
	var parts []string
	if unit := t.Unit(g.Unit); unit != "" {
		parts = append(parts, unit)
	}
	return strings.Join(append(parts, t.Direction(g.Direction),
		lang.Fill(t.Cells.Weight, "weight", t.Number(g.Weight))), " · ")
}

// target is the target and whose it is.
func (c Cell) target(own, instrument model.Gauge) string {
	t := c.Text
	if part := own.Part; part.Days > 0 {
		return lang.Fill(t.Cells.PartTarget, "target", figure.Target(t, own), "held", part.Held, "days", part.Days, "away", span.Off(t, part), "full", t.FullTarget(own))
	}
	if own.Target == instrument.Target && own.TargetHigh == instrument.TargetHigh {
		return lang.Fill(t.Cells.TargetOfInstrument, "target", figure.Target(t, own))
	}
	return lang.Fill(t.Cells.OwnTarget, "target", figure.Target(t, own), "instrument", figure.Target(t, instrument))
}

// past lists what was reached in the periods before, the newest last.
func (c Cell) past(list []sheet.Past) string {
	var words []string
	for _, past := range list {
		if n, ok := past.Entry.Actual.Get(); ok {
			words = append(words, lang.Fill(c.Text.Results.Before, "period", c.Text.Period(past.Period),
				"value", figure.Number(c.Text, c.Sheet.Columns[c.Column], n)))
		}
	}
	return strings.Join(words, " · ")
}

// source is where the indicator comes from, and whether anybody verified it.
func (c Cell) source(g model.Gauge) string {
	source := c.Text.Source(g.Source)
	if !g.Unverified {
		return source
	}
	return strings.TrimPrefix(source+" · "+c.Styles.Warning.Render(c.Text.Cells.Unverified), " · ")
}
