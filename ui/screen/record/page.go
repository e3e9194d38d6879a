// Package record is the page of the record of changes, of one thing or of the
// whole file, newest first: who changed what and when, what it was and is, whose
// word it is, and who took it back. It reads a part at a time, as far as one
// scrolls or searches; nothing can be changed here.
package record

import (
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/widget/filter"
	"kinerja/ui/widget/reader"
	"kinerja/ui/widget/table"
)

// part is how many changes are read at a time.
const part = 200

// Line is one change in words, safe to be shown.
type Line struct {
	Key            model.FactKey
	Change, Undoes model.ChangeID
	Verb           model.Verb
	Record         string // which record changed: its kind and identity

	At               time.Time
	Who, What, About string
	More             []string // each value before and after, the reason, whose word it is

	Place nav.Route // where it can be seen; nil: nowhere
}

// Part is changes from the newest to the oldest, and what they are all about.
type Part struct {
	About string // the name of a person, a unit, an instrument; "": the whole file
	Lines []Line
}

// Desk is what this page reads.
type Desk interface {
	// Changes reads the newest changes of a thing that are older than one of
	// them; the zero key: the newest of all.
	Changes(of nav.Record, older model.FactKey, most int) (Part, error)
}

// Page is the page.
type Page struct {
	env   nav.Env
	desk  Desk
	route nav.Record

	data   nav.Load[Part]
	asked  int // how many were asked for last
	anew   bool
	about  string
	lines  []Line
	marks  []string // of each line, by whom it was taken back; "": by nobody
	folded []string // of each line all its words, in small letters
	taken  taken
	older  bool // there are more than those read

	filter filter.Filter
	hits   []int // of lines; nil: all

	table  *table.Table
	reader reader.Reader
	whole  bool // the chosen change is read whole

	width, height int
}

// New makes the page of a thing, or of the whole file.
func New(env nav.Env, desk Desk, route nav.Record) *Page {
	p := &Page{env: env, desk: desk, route: route}
	p.table = table.New(env.Text, env.Styles, p.columns())
	return p
}

// Init reads the newest changes, as many as were read before.
func (p *Page) Init() tea.Cmd {
	p.anew = true
	return p.read(model.FactKey{}, max(part, min(len(p.lines), p.table.Cursor()+part)))
}

func (p *Page) read(older model.FactKey, most int) tea.Cmd {
	desk, route := p.desk, p.route
	p.asked = most
	return p.data.Start(func() (Part, error) { return desk.Changes(route, older, most) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.take()
		return p.reach()
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case p.filter.Typing():
		if p.filter.Press(k) {
			p.search()
			p.table.MoveTo(0)
		} else {
			p.table.Press(k, p.env.Keys)
		}
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	case p.whole:
		p.reader.Press(k, p.env.Keys, len(p.told(p.table.Cursor())), p.height)
	default:
		p.table.Press(k, p.env.Keys)
	}
	return p.reach()
}

// take puts what was read below what is there, or in its place, the cursor on the
// change it was on.
func (p *Page) take() {
	if p.data.Err != nil {
		p.older = p.older && !p.anew
		return
	}
	var at model.FactKey
	if p.anew {
		if i := p.table.Cursor(); i < p.Len() {
			at = p.line(i).Key
		}
		p.lines, p.marks, p.folded, p.taken, p.anew = nil, nil, nil, taken{}, false
	}
	p.about = p.data.Data.About
	for _, l := range p.data.Data.Lines {
		mark := p.taken.mark(p.env, l)
		p.lines, p.marks = append(p.lines, l), append(p.marks, mark)
		words := append([]string{p.when(l), l.Who, l.What, l.About, mark}, l.More...)
		p.folded = append(p.folded, strings.ToLower(strings.Join(words, " ")))
	}
	p.older = len(p.data.Data.Lines) == p.asked
	p.search()
	for i := 0; at != (model.FactKey{}) && i < p.Len(); i++ {
		if p.line(i).Key == at {
			p.table.MoveTo(i)
		}
	}
}

// search finds the changes that fit the filter among those read.
func (p *Page) search() {
	p.hits, _ = p.filter.Hits(func() []string { return p.folded })
	p.table.SetLen(p.Len())
}

// reach reads on where the end of what was read comes into sight.
func (p *Page) reach() tea.Cmd {
	if !p.older || p.data.Busy || p.data.Err != nil || len(p.lines) == 0 || p.table.Cursor()+2*p.height < p.Len() {
		return nil
	}
	return p.read(p.lines[len(p.lines)-1].Key, part)
}

// Len is how many changes fit the filter.
func (p *Page) Len() int {
	if p.hits != nil {
		return len(p.hits)
	}
	return len(p.lines)
}

// at is which of the lines read the ith one shown is.
func (p *Page) at(i int) int {
	if p.hits != nil {
		return p.hits[i]
	}
	return i
}

func (p *Page) line(i int) Line { return p.lines[p.at(i)] }

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t, words := p.env.Keys, p.env.Text.Record, p.env.Text.Staff
	switch {
	case p.filter.Typing():
		return []nav.Action{
			{ID: "keep", Name: words.Keep, Binding: k.Enter, Main: true, Run: func() tea.Cmd { p.filter.Keep(); return nil }},
			{ID: "clear", Name: words.Clear, Binding: k.Esc, Main: true, Run: p.clear},
		}
	case p.whole:
		return []nav.Action{{ID: "detail", Name: t.NoDetails, Binding: k.Detail, Main: true, Run: p.turn}, {ID: "close", Name: t.NoDetails, Binding: k.Esc, Run: p.turn}}
	}
	none, place := "", ""
	switch {
	case p.Len() == 0:
		none, place = t.NoChange, t.NoChange
	case p.line(p.table.Cursor()).Place == nil:
		place = t.NoPlace
	}
	list := []nav.Action{
		{ID: "enter", Name: k.Enter.Help().Desc, Binding: k.Enter, Why: place, Main: true, Run: func() tea.Cmd { return nav.Open(p.line(p.table.Cursor()).Place) }},
		{ID: "detail", Name: t.Details, Binding: k.Detail, Why: none, Main: true, Run: p.turn},
		{ID: "filter", Name: k.Filter.Help().Desc, Binding: k.Filter, Why: p.nothing(), Main: true, Run: func() tea.Cmd { p.filter.Start(); return nil }},
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Main: true, Run: p.write},
	}
	if p.filter.Words() != "" {
		list = append(list, nav.Action{ID: "clear", Name: words.Clear, Binding: k.Esc, Main: true, Run: p.clear})
	}
	return list
}

// nothing says why nothing can be searched for.
func (p *Page) nothing() string {
	if len(p.lines) == 0 {
		return p.env.Text.Record.NoChange
	}
	return ""
}

func (p *Page) turn() tea.Cmd {
	p.whole, p.reader = !p.whole, reader.Reader{}
	return nil
}

func (p *Page) clear() tea.Cmd {
	p.filter.Clear()
	p.search()
	return p.reach()
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.table.Resize(width, height-around-p.below())
}

// Title is what the changes are about.
func (p *Page) Title() string {
	if p.about != "" {
		return p.about
	}
	return p.Kind()
}

// Kind is what the page is.
func (p *Page) Kind() string { return p.env.Text.Record.Title }

// Crumb is which change of how many that were read.
func (p *Page) Crumb() string {
	if p.Len() == 0 {
		return ""
	}
	more := ""
	if p.older {
		more = "+"
	}
	return p.env.Text.Count(p.table.Cursor()+1) + "/" + p.env.Text.Count(p.Len()) + more
}

// Typing says that letters go into the filter.
func (p *Page) Typing() bool { return p.filter.Typing() }
