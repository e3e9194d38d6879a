package credit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/credit"
	"kinerja/ui/lang"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/points"
	"kinerja/ui/widget/table"
)

// The columns, as Cell numbers them.
const (
	colWhen = iota
	colLevel
	colPredicate
	colPercent
	colCoefficient
	colMonths
	colPoints
	colSum
	colBasis
)

func (p *Page) columns() []table.Column {
	w := p.env.Text.Credit.Columns
	return []table.Column{
		colWhen:        {Title: w.Year, Min: 12, Max: 14},
		colLevel:       {Title: w.Level, Min: 8, Max: 12, Level: 2},
		colPredicate:   {Title: w.Predicate, Min: 11, Max: 16, Level: 1},
		colPercent:     {Title: w.Percent, Min: 3, Max: 4, Right: true, Level: 3},
		colCoefficient: {Title: w.Coefficient, Min: 5, Max: 6, Right: true, Level: 3},
		colMonths:      {Title: w.Months, Min: 5, Max: 6, Right: true, Level: 3},
		colPoints:      {Title: w.Points, Min: 6, Max: 8, Right: true},
		colSum:         {Title: w.Sum, Min: 6, Max: 8, Right: true, Level: 1},
		colBasis:       {Title: w.Basis, Min: 22, Max: 34},
	}
}

// carried is 1 where the opening balance has a row of its own.
func (p *Page) carried() int {
	if p.account().HasBase {
		return 1
	}
	return 0
}

// Len is how many rows the table has: the opening balance, and the lines.
func (p *Page) Len() int { return p.carried() + len(p.account().Lines) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, a := p.env.Text, p.account()
	at := row - p.carried()
	if at < 0 {
		switch col {
		case colWhen:
			return t.Credit.Carried
		case colLevel:
			return a.Base.Level.Name()
		case colPoints:
			return points.Points(t, a.Base.Amount())
		case colSum:
			return points.Points(t, p.upTo(at))
		case colBasis:
			return lang.Inert(a.Base.Document)
		}
		return ""
	}
	l := a.Lines[at]
	switch col {
	case colWhen:
		return points.When(t, l)
	case colLevel:
		return l.Level.Name()
	case colMonths:
		return t.Count(l.Months())
	case colBasis:
		return points.Basis(t, l)
	}
	if l.Gap != credit.NoGap {
		return lang.None
	}
	switch col {
	case colPredicate:
		return t.Predicate(l.Predicate)
	case colPercent:
		return t.Count(credit.Percent(l.Predicate))
	case colCoefficient:
		return t.Number(l.Level.Coefficient())
	case colPoints:
		return points.Points(t, l.Points)
	}
	if !l.Counts {
		return lang.None
	}
	return points.Points(t, p.upTo(at))
}

// upTo is the sum of what counts up to a line, the balance with it; -1 is the
// balance alone.
func (p *Page) upTo(at int) credit.Points {
	a := p.account()
	sum := a.Counted()
	for _, l := range a.Lines[:at+1] {
		if l.Counts {
			sum += l.Points
		}
	}
	return sum
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Credit.Reading
	}
	lines, _, _ := p.text()
	return p.scroll.View(t, p.env.Styles, lines, p.width, p.height)
}

// text is the whole page; the lines from first to before end belong to the
// cursor: its row, and the answer why under the table.
func (p *Page) text() (lines []string, first, end int) {
	t, s, a := p.env.Text, p.env.Styles, p.account()
	lines = p.wrap(lines, points.Head(t, a))
	if a.Standing == credit.Functional || a.HasBase {
		lines = p.wrap(lines, points.Base(t, a))
	}
	if a.Standing == credit.Functional {
		lines = append(lines, "")
		for _, text := range pane.Wrap(points.Sum(t, a), p.width) {
			lines = append(lines, " "+s.Header.Render(strings.TrimPrefix(text, " ")))
		}
		lines = p.wrap(lines, points.Goals(t, a)...)
	}
	first = len(lines)
	if n := p.Len(); n > 0 {
		p.table.Resize(p.width, n+1)
		lines = append(append(lines, ""), strings.Split(p.table.View(p), "\n")...)
		first += 2 + p.table.Cursor()
	} else if a.Standing == credit.Functional {
		lines = p.wrap(append(lines, ""), t.Credit.Nothing)
	}
	end = first + 1
	if p.why {
		lines = append(lines, "")
		first = len(lines)
		lines = append(lines, p.answer()...)
		end = len(lines)
	}
	if list := points.Unverified(t, a); len(list) > 0 {
		lines = append(lines, "", " "+s.Warning.Render(t.Credit.Unverified))
		lines = p.wrap(lines, append(list, t.Credit.Rule)...)
	}
	return lines, first, end
}

// answer says why the line under the cursor says what it says.
func (p *Page) answer() []string {
	t := p.env.Text
	l, ok := p.chosen()
	about, list := t.Credit.Carried, []string{points.Base(t, p.account()), t.Credit.Rule}
	if ok {
		about, list = points.When(t, l), points.Why(t, p.account(), l)
	}
	return p.wrap([]string{" " + p.env.Styles.Header.Render(lang.Fill(t.Credit.Why, "about", about))}, list...)
}

func (p *Page) wrap(lines []string, list ...string) []string {
	for _, text := range list {
		lines = append(lines, pane.Hang(text, p.width, 1, 2)...)
	}
	return lines
}

// reveal brings what belongs to the cursor into sight.
func (p *Page) reveal() {
	lines, first, end := p.text()
	p.scroll.Show(first, end, len(lines), p.height)
}

func (p *Page) scrollBy(n int) {
	lines, _, _ := p.text()
	p.scroll.By(n, len(lines), p.height)
}
