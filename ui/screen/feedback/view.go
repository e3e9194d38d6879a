package feedback

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/talk"
	"kinerja/ui/lang"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/timeline"
)

const (
	above = 2 // lines over the timeline
	mark  = 2 // cells for the cursor's sign
)

// room is how many lines of the timeline are in sight: one is kept for saying
// that there are more.
func (p *Page) room() int {
	room := max(1, p.height-above)
	if p.all() > room && room > 1 {
		room--
	}
	return room
}

// draw lays the items out, each with a blank line after it, once for a room.
func (p *Page) draw() {
	if p.drawn != nil {
		return
	}
	p.drawn, p.from = make([][]string, 0, len(p.items())), p.from[:0]
	n := 0
	for _, f := range p.items() {
		lines := append(p.line.Lines(p.env.Text, p.env.Styles, f, "", max(1, p.width-mark)), "")
		p.from = append(p.from, n)
		p.drawn = append(p.drawn, lines)
		n += len(lines)
	}
}

// all is how many lines the timeline has, without the blank one at its end.
func (p *Page) all() int {
	p.draw()
	if n := len(p.from); n > 0 {
		return p.from[n-1] + len(p.drawn[n-1]) - 1
	}
	return 0
}

// show puts the cursor on an item and as much of it as fits in sight.
func (p *Page) show(at int) {
	p.at = max(0, min(at, len(p.items())-1))
	if len(p.items()) == 0 {
		p.top = 0
		return
	}
	p.draw()
	first, end := p.from[p.at], p.from[p.at]+len(p.drawn[p.at])-1
	p.top = min(max(p.top, end-p.room()), first)
	p.top = max(0, min(p.top, p.all()-p.room()))
}

// step moves to the next item, unless there is more of this one to read in that
// direction.
func (p *Page) step(by int) {
	if len(p.items()) == 0 {
		return
	}
	p.draw()
	first, end := p.from[p.at], p.from[p.at]+len(p.drawn[p.at])-1
	switch {
	case by > 0 && end > p.top+p.room(), by < 0 && first < p.top:
		p.top += by
	default:
		p.show(p.at + by)
	}
}

// scroll moves the view; the cursor comes along.
func (p *Page) scroll(by int) {
	p.top = max(0, min(p.top+by, p.all()-p.room()))
	for i, first := range p.from {
		last := first + len(p.drawn[i]) - 2
		if by > 0 && first <= p.top+p.room()-1 && i > p.at || by < 0 && last >= p.top && i < p.at {
			p.at = i
			if by < 0 {
				return
			}
		}
	}
}

// body is the part of the timeline in sight, the chosen item marked.
func (p *Page) body() []string {
	p.draw()
	s := p.env.Styles
	var lines []string
	for i, item := range p.drawn {
		for n, text := range item {
			line := p.from[i] + n
			if line < p.top || line >= p.top+p.room() {
				continue
			}
			sign := strings.Repeat(" ", mark)
			if i == p.at && text != "" && (n == 0 || line == p.top) {
				sign = s.Chosen.Render(s.Glyphs.Cursor) + " "
			}
			lines = append(lines, strings.TrimRight(sign+text, " "))
		}
	}
	if more := pane.More(p.env.Text, s.Glyphs, p.top, p.all()-p.top-p.room()); more != "" && p.height > above+1 {
		lines = append(lines, s.Dim.Render(ansi.Truncate(strings.Repeat(" ", mark)+more, p.width, s.Glyphs.Ellipsis)))
	}
	return lines
}

// head says how many items there are and when the next check-in is.
func (p *Page) head() string {
	t, s, w := p.env.Text, p.env.Styles, p.env.Text.Feedback
	standing := talk.StandingOf(p.data.Data.talk.Staff, p.items())
	due, how := w.NoDue, s.Text
	if next := standing.Due.Next; next != 0 {
		today := dayOf(p.env)
		if due = lang.Fill(w.Next, "day", timeline.Due(t, next, today)); next < today {
			how = s.Warning
		}
	}
	if p.data.Data.talk.Own {
		return s.Text.Render(ansi.Truncate(t.Talk.Own, p.width, s.Glyphs.Ellipsis))
	}
	text := lang.Fill(w.Head, "items", t.Plural(w.Items, len(p.items())), "due", due)
	return how.Render(ansi.Truncate(text, p.width, s.Glyphs.Ellipsis))
}

// empty says how to begin.
func (p *Page) empty() string {
	t := p.env.Text.Feedback
	var keys []string
	for _, a := range p.Actions() {
		if a.Main && a.Why == "" {
			keys = append(keys, a.Binding.Help().Key+" "+a.Name)
		}
	}
	text := lang.Fill(t.Empty, "name", p.Title())
	if p.data.Data.talk.Own {
		text = lang.Fill(p.env.Text.Talk.EmptyOwn, "name", p.Title())
	}
	if why := p.whyNot(); why == "" {
		text += "\n\n" + lang.Fill(t.EmptyHow, "keys", strings.Join(keys, ", "))
	}
	return ansi.Wordwrap(text, max(1, p.width), "")
}
