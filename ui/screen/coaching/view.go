package coaching

import (
	"github.com/charmbracelet/x/ansi"

	"kinerja/model/coaching"
	"kinerja/ui/lang"
	"kinerja/ui/lang/aided"
	"kinerja/ui/nav"
	"kinerja/ui/widget/chart"
	"kinerja/ui/widget/pane"
)

// lay makes the lines of the plan on screen. The cursor stays on what it was on.
func (p *Page) lay() {
	was, b := p.body.Chosen(), &p.body
	b.Clear()
	r, any := p.shown()
	if !any || !p.data.Have {
		return
	}
	t, s, w := p.env.Text, p.env.Styles, p.env.Text.Coaching
	for _, line := range pane.Styled(s.Header, aided.Head(t, r.Coaching), p.width) {
		b.Add(line)
	}
	for _, text := range aided.Plan(t, r) {
		p.say(text)
	}
	if next := nextOf(r.State); next != "" {
		b.Add("")
		b.Add(" " + s.Title.Render(w.WhoseTurn))
		b.Choose(w.Next[r.State.String()], lead{act: next})
	}
	p.items(r)
	p.effect(r)
	if words := aided.Words(t, r); len(words) > 0 {
		b.Add("")
		for _, text := range words {
			p.say(text)
		}
	}
	b.Settle(b.Room(p.height), func(l lead) bool { return l == was }, func(l lead) bool { return l.item != "" && l.item == was.item })
}

// say adds a sentence, what does not fit below it.
func (p *Page) say(text string) {
	for _, line := range pane.Hang(text, p.width, 1, 3) {
		p.body.Add(line)
	}
}

// items are the things of a plan, each part under its heading.
func (p *Page) items(r coaching.Row) {
	t, s := p.env.Text, p.env.Styles
	part := coaching.Part(0)
	for _, x := range r.Items() {
		if x.Part != part {
			part = x.Part
			p.body.Add("")
			p.body.Add(" " + s.Title.Render(t.Coaching.Headings[part.String()]))
		}
		lines := pane.Hang(aided.Item(t, r, x, p.env.Today()), p.width-pane.Marker, 0, 2)
		p.body.Choose(lines[0], lead{act: nav.DoneItem, item: x.ID, done: !x.Done.IsZero()})
		for _, line := range lines[1:] {
			p.body.Add("  " + line)
		}
	}
}

// effect is the line of the measure, with what it says.
func (p *Page) effect(r coaching.Row) {
	t, s := p.env.Text, p.env.Styles
	if r.Measure == "" {
		return
	}
	p.body.Add("")
	p.body.Add(" " + s.Title.Render(t.Coaching.Over))
	h, known := p.data.Data.effects[r.ID]
	if !known {
		p.say(t.Coaching.Later)
		return
	}
	for _, line := range p.line(h) {
		p.body.Add(" " + line)
	}
	texts := aided.Effect(t, h)
	if p.alone {
		texts = texts[:len(texts)-1]
	}
	for _, text := range texts {
		p.say(text)
	}
	p.say(t.Coaching.Caution)
}

// line draws what the measure reached over the periods; that in which the plan began
// is marked.
func (p *Page) line(h coaching.Helped) []string {
	t, full := p.env.Text, p.env.Rules.File.Cap
	var points []chart.Point
	began := 0
	for i, x := range h.Line {
		note := ""
		if x.Period == h.Row.Period {
			began, note = i, t.Coaching.Began
		}
		points = append(points, chart.Point{Label: t.Period(x.Period), Value: t.FixedAmount(x.Reach), Note: note, Height: x.Reach})
	}
	return chart.Spark(p.env.Styles, points, began, full/2, full, max(1, p.width-1))
}

// View draws the plan in its room.
func (p *Page) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Edit.Reading)
	case len(p.data.Data.list) == 0:
		text := t.Coaching.None + " " + t.Coaching.About
		if p.env.May(coaching.VerbStart) == "" {
			text += " " + lang.Fill(t.Coaching.AboutHow, "key", p.env.Keys.Coach.Help().Key)
		}
		return words(text)
	}
	return p.body.View(t, s, p.width, p.height)
}
