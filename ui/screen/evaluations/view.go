package evaluations

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
	"kinerja/ui/lang/span"
	"kinerja/ui/widget/computed"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/table"
	"kinerja/ui/widget/working"
)

// Lines around the table.
const (
	above = 2 // how far the period has come; a blank line
	below = 2 // the open choice, or all about the chosen person
)

// The columns, as Cell numbers them.
const (
	colName = iota
	colAid
	colResults
	colBehaviour
	colValue // under a formula
	colPredicate
	colState
)

// narrow is the width below which a row has short words: of the aid the letter
// that the choice has for what it suggests, and of the state one word.
const narrow = 75

func (p *Page) narrow() bool { return p.width < narrow }

// columns fit 80 cells without the predicate, which then stands below the
// table. In less room the words are short; then the aid goes.
func (p *Page) columns() []table.Column {
	if p.formula {
		return p.computedColumns()
	}
	h := p.env.Text.Evaluation.Head
	if p.narrow() {
		return []table.Column{
			colName:      {Title: h.Name, Name: true, Min: 13, Max: 40},
			colAid:       {Title: h.AidShort, Firm: true, Min: 8, Max: 8, Level: 1, Tight: true},
			colResults:   {Title: h.Results, Firm: true, Min: 9, Max: 9, Tight: true},
			colBehaviour: {Title: h.Behaviour, Firm: true, Min: 9, Max: 9, Tight: true},
			colValue:     {Level: 4, Min: never},
			colPredicate: {Level: 3, Min: narrow}, // never: it stands below the table
			colState:     {Title: h.State, Firm: true, Min: 12, Max: 12, Tight: true},
		}
	}
	return []table.Column{
		colName:      {Title: h.Name, Name: true, Min: 17, Max: 40},
		colAid:       {Title: h.Aid, Firm: true, Min: 16, Max: 17, Level: 1},
		colResults:   {Title: h.Results, Firm: true, Min: 9, Max: 11, Tight: true},
		colBehaviour: {Title: h.Behaviour, Firm: true, Min: 9, Max: 11, Tight: true},
		colValue:     {Level: 4, Min: never},
		colPredicate: {Title: h.Predicate, Firm: true, Min: 17, Max: 18, Level: 3},
		colState:     {Title: h.State, Firm: true, Min: 18, Max: 22, Level: 2, Tight: true},
	}
}

// Len is how many rows are on the list.
func (p *Page) Len() int { return len(p.board.Shown) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	i := p.board.Shown[row]
	r, e := &p.board.People[i], p.evaluation(i)
	text, sign, t := "", " ", p.env.Text
	given, own := "", false
	if r.By.Computes() {
		if given, own = p.computedCell(i, col); own && col != colBehaviour {
			return given
		}
	}
	switch col {
	case colName:
		return span.Named(t, r.Staff.Name, r.Plan, p.board.Period)
	case colAid:
		return computed.Aid(p.look(), r, p.narrow(), p.table.Width(colAid))
	case colPredicate:
		return computed.Predicate(p.env.Text, r, e)
	case colResults:
		text = p.ratingCell(e.Result)
		sign = p.unexplained(r, e)
	case colBehaviour:
		if text = p.ratingCell(e.Behaviour); own {
			text = p.pad(given, col)
		} else if e.Computed.Present() { // by another rule set
			text = t.FixedAmount(e.BehaviourValue)
		}
	case colState:
		if text = p.stateWord(e); p.narrow() {
			text = rating.StateWord(t, e)
		}
	}
	if col == p.col && row == p.table.Cursor() {
		return ">" + text
	}
	return sign + text
}

// unexplained marks a rating that stands against the aid without a reason; what
// there is to it stands below the table.
func (p *Page) unexplained(r *board.Person, e model.Evaluation) string {
	if r.Unexplained(e) {
		return "!"
	}
	return " "
}

func (p *Page) ratingCell(r model.Rating) string {
	if r == model.NotRated {
		return lang.None
	}
	return p.env.Text.RatingShort(r)
}

// stateWord says how far somebody has come, so that nobody reads out what was
// not shared.
func (p *Page) stateWord(e model.Evaluation) string { return rating.State(p.env.Text, e) }

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text.Evaluation
	switch {
	case p.data.Err != nil && p.board == nil:
		return p.sentences(p.env.Text.Error(p.data.Err))
	case p.board == nil:
		return t.Reading
	case p.voice.Open():
		return p.voice.View(p.width, p.height)
	case p.step != nil:
		return p.step.View(p.width, p.height)
	case len(p.board.People) == 0:
		return p.sentences(t.Empty + "\n\n" + lang.Fill(t.EmptyHow, "year", p.period.Year()))
	}
	lines := []string{p.head(), p.env.Styles.Warning.Render(p.cut(met.Untold(p.env.Text, p.board.Untold)))}
	if len(p.board.Shown) == 0 {
		lines = append(lines, p.sentences(lang.Fill(t.NoHits, "words", lang.Inert(strings.TrimSpace(p.filter.Text())))))
		return strings.Join(lines, "\n")
	}
	lines = append(lines, p.table.View(p))
	foot := p.pen.View(p.width)
	if p.entry.Open() {
		foot = p.entry.View(p.width)
	}
	if i, ok := p.cursor(); foot == nil || ok && p.pen.Choosing() && p.unmarked(i) != "" {
		foot = p.detail()
	}
	return strings.Join(append(lines, foot...), "\n")
}

// head says how many are rated, and what the ratings came to; while there is a
// filter, what is looked for.
func (p *Page) head() string {
	t, s := p.env.Text, p.env.Styles
	e := t.Evaluation
	if p.words || p.filter.Text() != "" {
		hits := lang.Fill(e.Hits, "n", t.Count(len(p.board.Shown)), "all", t.Count(len(p.board.People)))
		marked := ""
		if text := p.marked(); text != "" {
			marked = s.Marked.Render(text) + " · "
		}
		before, on, after := p.filter.Parts(max(8, p.width-ansi.StringWidth(e.Filter+marked+hits)-4))
		typed := s.Title.Render(lang.Inert(strings.TrimRight(before+on+after, " ")))
		if p.words {
			typed = s.Marked.Render(before) + s.Cell.Render(on) + s.Marked.Render(strings.TrimRight(after, " "))
		}
		return p.cut(e.Filter + " " + typed + "  " + marked + s.Dim.Render(hits))
	}
	rated, of := p.board.Rated()
	parts := []string{s.Title.Render(lang.Fill(e.Progress, "n", t.Count(rated), "all", t.Count(of)))}
	if p.board.Closed != nil {
		parts = append([]string{s.Title.Render(t.Closed(p.board.Closed))}, parts...)
	}
	if text := p.marked(); text != "" {
		parts = append(parts, s.Marked.Render(text))
	}
	parts = append(parts, e.Orders[p.order])
	for _, text := range p.tally {
		parts = append(parts, s.Dim.Render(text))
	}
	line := strings.Join(parts, " · ")
	for len(parts) > 1 && ansi.StringWidth(line) > p.width {
		parts = parts[:len(parts)-1]
		line = strings.Join(parts, " · ") + " · " + s.Glyphs.Ellipsis // not all that there are
	}
	return p.cut(line)
}

// detail is who the chosen person is, and what is to be known or done about the
// evaluation.
func (p *Page) detail() []string {
	i, ok := p.cursor()
	if !ok {
		return nil
	}
	t, s := p.env.Text, p.env.Styles
	r, e := &p.board.People[i], p.evaluation(i)
	who := []string{lang.Inert(r.Staff.Name)}
	if days := span.Of(t, r.Plan, p.board.Period); days != "" {
		who = append(who, days)
	}
	if e.Predicate != model.NoPredicate && p.table.Width(colPredicate) == 0 {
		who = append(who, computed.Predicate(p.env.Text, r, e))
	}
	if p.narrow() {
		who = append(who, rating.State(t, e))
	}
	if r.Post.Position != "" {
		who = append(who, lang.Inert(r.Post.Position))
	}
	if unit, ok := p.board.Units[r.Plan.Unit]; ok {
		who = append(who, lang.Inert(unit.Name))
	}
	what, because := p.task(i), rating.Because(t, e)
	unexplained := rating.Unexplained(p.look(), r, e)
	switch {
	case r.Err != nil:
		what = t.Error(r.Err)
	case unexplained != "":
		what = unexplained
	case r.Moved():
		what = rating.Moved(t, r)
	case because != "" && !e.LocksCard():
		what = because
	case p.foreign(i):
		what = p.unratable(i)
	case !e.LocksCard() && p.voice.Line(r, p.board.Names) != "":
		what = p.voice.Line(r, p.board.Names)
	case e.Result == model.NotRated && r.ByUnit():
		what = strings.Join(working.ByUnit(t, r.Rules, r.Score, *r.Led), " ")
	}
	return []string{p.cut(strings.Join(who, " · ")), s.Dim.Render(p.cut(what))}
}

// task says what is to be done next about somebody, and by whom.
func (p *Page) task(i int) string {
	if text := computed.Next(p.env.Text, &p.board.People[i], p.evaluation(i)); text != "" {
		return text
	}
	r := &p.board.People[i]
	return rating.Task(p.env.Text, r, p.evaluation(i), p.board.Names, p.env.Today())
}

func (p *Page) cut(text string) string {
	return ansi.Truncate(text, p.width, p.env.Styles.Glyphs.Ellipsis)
}

// sentences shows sentences in the page's room.
func (p *Page) sentences(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }

// Crumb is the period.
func (p *Page) Crumb() string {
	if p.board == nil {
		return ""
	}
	return p.env.Text.Period(p.period)
}
