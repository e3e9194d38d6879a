package assessment

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/ui/lang"
	"kinerja/ui/lang/assess"
	"kinerja/ui/widget/pane"
)

// View draws the page in its room.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil && !p.data.Have:
		return ansi.Wordwrap(p.env.Text.Error(assess.Error(p.env.Text, p.data.Err, false)), max(1, p.width), "")
	case !p.data.Have:
		return p.env.Text.Assessment.Page.Reading
	}
	return p.scroll.View(p.env.Text, p.env.Styles, p.lines(), p.width, p.height)
}

// seen is what may be shown: to the person whom the evaluator shows the page, the
// evaluator's side only once it is shared.
func (p *Page) seen() (assessment.Standing, []assessment.Row) {
	st, rows := p.st(), p.data.Data.rows
	if p.alone && st.Open && st.Evaluation.State < model.Shared {
		st.Open, st.Own = false, true
		hidden := make([]assessment.Row, len(rows))
		for i, r := range rows {
			r.Other, r.Note = model.NotRated, ""
			hidden[i] = r
		}
		rows = hidden
	}
	return st, rows
}

// lines are those of the page, before it is scrolled.
func (p *Page) lines() (list []string) {
	if !p.data.Have {
		return nil
	}
	t, s := p.env.Text, p.env.Styles
	w := t.Assessment
	st, rows := p.seen()
	for _, line := range assess.Stage(t, st, rows) {
		list = append(list, pane.Wrap(line, p.width)...)
	}
	list = append(list, pane.Styled(s.Dim, w.Unscored, p.width)...)
	if !st.Own && !st.Open || st.Assessment.Content.Empty() {
		return list
	}
	last := assessment.Part(255)
	for _, r := range rows {
		if r.Part != last {
			list = append(list, "", s.Header.Render(p.heading(st, r.Part)))
			last = r.Part
		}
		list = append(list, p.row(st, r)...)
	}
	c := st.Assessment.Content
	for _, part := range []struct{ name, text string }{{w.Helped, c.Helped}, {w.Hindered, c.Hindered}, {w.Wished, c.Wished}} {
		list = append(list, "", s.Header.Render(" "+part.name))
		if part.text == "" {
			list = append(list, s.Dim.Render("   "+w.NotSaid))
			continue
		}
		list = append(list, p.paragraphs(part.text, 3)...)
	}
	return list
}

// The columns: what it is about, the own rating, the other side, a sign.
const nameRoom, sideRoom, otherRoom = 25, 14, 21

// rooms are how wide the columns of a part are. In little room names of values,
// which have no other side, keep theirs.
func (p *Page) rooms(part assessment.Part) (name, side int) {
	switch {
	case p.width >= 72:
		return nameRoom, sideRoom
	case part == assessment.Values:
		return nameRoom, 10
	}
	return 19, 10
}

// heading names a part, and the columns once there are two.
func (p *Page) heading(st assessment.Standing, part assessment.Part) string {
	w := p.env.Text.Assessment
	name := map[assessment.Part]string{assessment.Overall: w.OverAll, assessment.Measures: w.Measures, assessment.Values: w.About}[part]
	other := map[assessment.Part]string{assessment.Overall: w.Other, assessment.Measures: w.AidSays}[part]
	if part == assessment.Values {
		return " " + name
	}
	if !st.Open {
		other = ""
	}
	room, side := p.rooms(part)
	own := w.Own
	if ansi.StringWidth(own) >= side {
		own, _, _ = strings.Cut(own, " ")
	}
	return p.cells(cell{" " + name, room}, cell{own, side}, cell{other, 0})
}

// cell is a text in a column of a width; the last column has none.
type cell struct {
	text  string
	width int
}

// cells puts texts in columns, a blank at least between them.
func (p *Page) cells(list ...cell) string {
	var b strings.Builder
	for _, c := range list {
		text := c.text
		if c.width > 0 {
			text = ansi.Truncate(text, c.width-1, p.env.Styles.Glyphs.Ellipsis)
			text += strings.Repeat(" ", c.width-ansi.StringWidth(text))
		}
		b.WriteString(text)
	}
	return strings.TrimRight(b.String(), " ")
}

// row is one thing with both sides, and what was said of it below.
func (p *Page) row(st assessment.Standing, r assessment.Row) []string {
	t, s := p.env.Text, p.env.Styles
	name := "  " + assess.Name(t, st.Plan, r)
	room, side := p.rooms(r.Part)
	own := cell{assess.Rating(t, r.Own.Rating), side}
	line := p.cells(cell{name, room}, own)
	if st.Open && r.Part != assessment.Values {
		line = p.cells(cell{name, room}, own, cell{assess.Other(t, r), otherRoom}, cell{assess.Mark(t, r), 0})
	}
	if needed := assess.Needed(t, st, r); needed != "" {
		line = p.cells(cell{name, room}, own, cell{s.Warning.Render(needed), 0})
	}
	if r.Differs() {
		line = s.Warning.Render(line)
	}
	list := []string{line}
	if r.Own.Text != "" {
		list = append(list, p.paragraphs(r.Own.Text, 5)...)
	}
	if r.Note != "" {
		for _, l := range p.paragraphs(lang.Fill(t.Assessment.Noted, "text", r.Note), 5) {
			list = append(list, s.Dim.Render(l))
		}
	}
	return list
}

// paragraphs are the lines that somebody typed, each wrapped.
func (p *Page) paragraphs(text string, indent int) (list []string) {
	for _, line := range strings.Split(text, "\n") {
		list = append(list, pane.Hang(lang.Inert(line), p.width, indent, indent)...)
	}
	return list
}
