package record

import (
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// around is how many lines stand around table and detail: how many there are, a
// blank one above and one below the table.
const around = 3

// The columns, as Cell numbers them.
const (
	colWhen = iota
	colWho
	colWhat
	colAbout
)

func (p *Page) columns() []table.Column {
	t := p.env.Text.Record
	return []table.Column{
		colWhen:  {Title: t.When, Min: 16, Max: 16},
		colWho:   {Title: t.Who, Min: 14, Max: 30, Level: 1},
		colWhat:  {Title: t.What, Min: 20, Max: 38},
		colAbout: {Title: t.About, Min: 16},
	}
}

// below is how many lines tell the chosen change.
func (p *Page) below() int { return max(3, min(8, p.height/3)) }

// local is a moment as the clock of the reader shows it.
func (p *Page) local(at time.Time) time.Time { return at.In(p.env.Now().Location()) }

// when is a moment in few cells, as tables write it: day, month, year, clock.
func (p *Page) when(l Line) string {
	at := p.local(l.At)
	return at.Format("02/01/2006 ") + p.env.Text.Clock(at)
}

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	l := p.line(row)
	switch col {
	case colWhen:
		return p.when(l)
	case colWho:
		return l.Who
	case colWhat:
		if p.marks[p.at(row)] != "" {
			return "(" + l.What + ")"
		}
		return l.What
	}
	return p.beside(l.About)
}

// beside is what a change is about, without the name that the top line says.
func (p *Page) beside(about string) string {
	if rest, ok := strings.CutPrefix(about, p.about+" · "); ok && p.about != "" {
		return rest
	}
	return about
}

// told is the ith change shown, whole, in lines that fit the page.
func (p *Page) told(i int) []string {
	if i >= p.Len() {
		return nil
	}
	l := p.line(i)
	texts := []string{p.env.Text.Time(p.local(l.At)) + " · " + l.Who + " · " + l.What + " · " + l.About}
	if mark := p.marks[p.at(i)]; mark != "" {
		texts = append(texts, mark)
	}
	texts = append(texts, l.More...)
	if len(l.More) == 0 {
		texts = append(texts, p.env.Text.Record.Nothing)
	}
	var lines []string
	for _, text := range texts {
		lines = append(lines, strings.Split(ansi.Wrap(text, max(1, p.width), ""), "\n")...)
	}
	return lines
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil && len(p.lines) == 0:
		return ansi.Wrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Record.Reading
	case len(p.lines) == 0:
		return ansi.Wrap(t.Record.Empty, max(1, p.width), "")
	case p.whole:
		return p.reader.View(t, p.env.Styles, p.Kind(), p.told(p.table.Cursor()), p.width, p.height)
	}
	lines := []string{p.head(), ""}
	if p.Len() == 0 {
		words := lang.Fill(t.Record.NoHits, "words", lang.Inert(strings.TrimSpace(p.filter.Words())))
		return strings.Join(append(lines, ansi.Wrap(words, max(1, p.width), "")), "\n")
	}
	lines = append(lines, p.table.View(p), "")
	return strings.Join(append(lines, p.detail()...), "\n")
}

// head says how many changes were read, or fit the filter.
func (p *Page) head() string {
	t, s := p.env.Text, p.env.Styles
	count := t.Plural(t.Record.Counted, len(p.lines))
	if p.older {
		count = t.Plural(t.Record.Read, len(p.lines)) + " · " + t.Record.Older
	}
	if !p.filter.Shown() {
		return ansi.Truncate(s.Text.Render(count), p.width, s.Glyphs.Ellipsis)
	}
	hits := lang.Fill(t.Record.Hits, "n", t.Count(p.Len()), "all", t.Count(len(p.lines)))
	return p.filter.View(s, t.Record.Filter, hits, p.width)
}

// detail tells the chosen change as far as there is room.
func (p *Page) detail() []string {
	lines, room := p.told(p.table.Cursor()), p.below()
	if len(lines) <= room {
		return lines
	}
	t := p.env.Text
	rest := t.Plural(t.Frame.More, len(lines)-room+1)
	more := lang.Fill(t.Record.More, "lines", rest, "key", p.env.Keys.Detail.Help().Key)
	return append(lines[:room-1:room-1], p.env.Styles.Dim.Render(more))
}

// taken are the changes that were taken back by what was read, newest first.
type taken struct {
	undone    map[model.ChangeID]string
	withdrawn map[string]string // by record
}

// mark says by whom a change was taken back, and takes note of what it takes back
// itself: an undoing that was undone takes nothing back.
func (x *taken) mark(env nav.Env, l Line) string {
	if x.undone == nil {
		x.undone, x.withdrawn = map[model.ChangeID]string{}, map[string]string{}
	}
	t := env.Text.Record
	say := func(text string) string {
		return lang.Fill(text, "who", l.Who, "at", env.Text.Time(l.At.In(env.Now().Location())))
	}
	mark := x.undone[l.Change]
	switch {
	case mark == "" && l.Verb == model.VerbShare:
		mark = x.withdrawn[l.Record]
		delete(x.withdrawn, l.Record)
	case mark == "" && l.Verb == model.VerbWithdraw:
		x.withdrawn[l.Record] = say(t.Withdrawn)
	}
	if l.Undoes != "" && mark == "" && x.undone[l.Undoes] == "" {
		x.undone[l.Undoes] = say(t.Undone)
	}
	return mark
}
