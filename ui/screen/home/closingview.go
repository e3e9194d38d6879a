package home

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/lang/waits"
	"kinerja/ui/widget/table"
)

// Lines of the page that are neither stages nor table: a blank line, how many
// there are, all about the chosen one.
const below = 3

// View draws the page in its room.
func (p *Closing) View() string {
	t := p.env.Text
	a := p.data.Data.agenda
	switch {
	case p.data.Err != nil:
		return p.words(t.Error(p.data.Err))
	case !p.data.Have:
		return p.words(t.Home.Reading)
	case a.Cases == 0:
		return p.words(lang.Fill(t.Home.Nobody, "period", t.Period(a.Period), "unit", p.whose()))
	case p.ending != nil:
		return p.endingView()
	}
	lines := append(append(p.intro(), p.stages()...), "")
	switch {
	case len(a.Obstacles) == 0:
		period := t.Period(a.Period)
		lines = append(lines, p.words(lang.Fill(t.Home.NoObstacles, "period", period)), "", p.words(p.readyHow()))
		return strings.Join(lines, "\n")
	case len(p.shown) == 0:
		lines = append(lines, p.head(), p.words(lang.Fill(t.Home.NoHits, "words", lang.Inert(strings.TrimSpace(p.filter.Words())))))
		return strings.Join(lines, "\n")
	}
	return strings.Join(append(lines, p.head(), p.table.View(p), p.detail()), "\n")
}

func (p *Closing) whose() string {
	if name := p.data.Data.agenda.Unit.Name; name != "" {
		return lang.Inert(name)
	}
	return p.env.Text.Home.Whole
}

// readyHow says what comes next where nothing stands in the way.
func (p *Closing) readyHow() string {
	t, a := p.env.Text, p.data.Data.agenda
	if a.Closed != nil {
		return t.Home.ClosedHow
	}
	return lang.Fill(t.Home.NoObstaclesHow, "period", t.Period(a.Period), "key", p.env.Keys.Edit.Help().Key)
}

// low is the room in lines below which the page keeps its lines for the list.
const low = 16

// intro says at the head of the page whether the period is closed, how many
// people are through, and what closing does.
func (p *Closing) intro() []string {
	t, s, a := p.env.Text, p.env.Styles, p.data.Data.agenda
	var lines []string
	say := func(text string, style lipgloss.Style) {
		for _, l := range strings.Split(p.words(text), "\n") {
			lines = append(lines, style.Render(l))
		}
	}
	if a.Closed != nil {
		say(t.Closed(a.Closed)+".", s.Title)
	}
	if p.height < low {
		return lines
	}
	waits := map[model.EmployeeID]bool{}
	for _, o := range a.Obstacles[len(a.Units):] {
		waits[o.Staff.Employee] = true
	}
	left := min(len(waits), a.People)
	say(lang.Fill(t.Home.Through, "n", t.Count(a.People-left), "people", t.Plural(t.Common.People, a.People), "left", t.Count(left)), s.Header)
	if a.Closed == nil {
		say(lang.Fill(t.Home.ClosingDoes, "period", t.Period(a.Period)), s.Dim)
	}
	return lines
}

// stages is the checklist, in as many columns as there is room for: a mark, the
// stage, how many of how many.
func (p *Closing) stages() []string {
	t, s, a := waits.Words{Texts: p.env.Text}, p.env.Styles, p.data.Data.agenda
	label := 0
	for stage := range agenda.Stages {
		label = max(label, ansi.StringWidth(t.Stage(stage)))
	}
	count := t.CountOf
	columns := p.columns(label, ansi.StringWidth(count(a.Cases, a.Cases)))
	if columns < 2 { // a narrow screen has few lines as well
		count = t.CountShort
		columns = p.columns(label, ansi.StringWidth(count(a.Cases, a.Cases)))
	}
	digits := ansi.StringWidth(count(a.Cases, a.Cases))
	rows := (int(agenda.Stages) + columns - 1) / columns
	lines := make([]string, rows)
	for stage := range agenda.Stages {
		mark := " "
		if a.Stages[stage].Done == a.Stages[stage].Of {
			mark = doneMark
		}
		row := int(stage) % rows
		if int(stage) >= rows {
			lines[row] += strings.Repeat(" ", 2*gap)
		}
		lines[row] += mark + " " + table.Fit(t.Stage(stage), label, false, s.Glyphs.Ellipsis) + " " +
			table.Fit(count(a.Stages[stage].Done, a.Stages[stage].Of), digits, true, s.Glyphs.Ellipsis)
	}
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(0, p.width), s.Glyphs.Ellipsis)
	}
	return lines
}

// columns is how many cells of the checklist stand side by side.
func (p *Closing) columns(label, digits int) int {
	cell := 2 + label + 1 + digits
	return max(1, min(int(agenda.Stages), (p.width+2*gap)/(cell+2*gap)))
}

// doneMark stands before a stage that everybody has come through; the digits
// say so too.
const doneMark = "✓"

// head says how many obstacles there are, and how they stand.
func (p *Closing) head() string {
	t, s := waits.Words{Texts: p.env.Text}, p.env.Styles
	all := len(p.data.Data.agenda.Obstacles)
	many, ofHead := t.Plural(t.Home.Obstacles, all), all-agenda.Blocking(p.data.Data.agenda.Obstacles)
	if ofHead > 0 { // as Home counts them, and the rest
		many = lang.Fill(t.Home.WithHead, "obstacles", t.Plural(t.Home.Obstacles, all-ofHead), "n", t.Count(ofHead))
	}
	order := [...]string{byPerson: t.Home.ByPerson, byKind: t.Home.ByKind, byActor: t.Home.ByActor}[p.order]
	if !p.filter.Shown() {
		text := many + " · " + p.whose() + " · " + order
		return ansi.Truncate(s.Text.Render(text), max(0, p.width), s.Glyphs.Ellipsis)
	}
	hits := lang.Fill(t.Home.Hits, "n", t.Count(len(p.shown)), "all", t.Count(all)) + " · " + order
	return p.filter.View(s, t.Home.Filter, hits, p.width)
}

// Len is how many lines the table has, headings among them.
func (p *Closing) Len() int { return len(p.rows) }

// Heading is what a line of the table says over those that follow.
func (p *Closing) Heading(row int) string { return p.rows[row].heading }

// Cell is one cell of the table.
func (p *Closing) Cell(row, at int) string {
	o := p.obstacle(row)
	switch p.column(at) {
	case colPerson:
		if o.Last != 0 {
			return span.With(o.Staff.Name, span.Days(p.env.Text, o.First, o.Last))
		}
		return o.Staff.Name
	case colObstacle:
		return waits.Words{Texts: p.env.Text}.Obstacle(o)
	case colActor:
		return p.who[p.shown[p.rows[row].at]]
	}
	return p.unit(o)
}

// actor is who must act: whoever works here is addressed, and the member of
// staff is not named twice in a row.
func (p *Closing) actor(o agenda.Obstacle) string {
	t := waits.Words{Texts: p.env.Text}
	switch {
	case agenda.Mine(p.env.Me, o):
		return t.Home.You
	case o.By == agenda.ByStaff:
		return t.MustAct(o.By, "")
	}
	return t.MustAct(o.By, o.Name)
}

// detail is what the row has no room for: until when, and what was cut.
func (p *Closing) detail() string {
	t, s := waits.Words{Texts: p.env.Text}, p.env.Styles
	row := p.table.Cursor()
	o := p.obstacle(row)
	var parts []string
	if o.Due.Kind == agenda.Objection || o.Due.Kind == agenda.PostEnd { // that the period ends concerns every row
		parts = append(parts, t.Due(o.Due, p.data.Data.agenda.Today))
	}
	shown := colUnit + 1
	if p.order == byActor {
		shown--
	}
	parts = append(parts, p.table.Cut(p, shown)...)
	return s.Dim.Render(ansi.Truncate(lang.Inert(strings.Join(parts, " · ")), max(0, p.width), s.Glyphs.Ellipsis))
}

// words shows sentences in the page's room.
func (p *Closing) words(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
