// Package results is the grid on which results are entered: the people of one
// instrument down, its indicators across, for one period.
//
// A value is kept durably when its cell is left: it goes into a queue, and the
// queue into the file, one value at a time and off the event loop. What the
// file did not take stays on the page, is marked, tried again at the next key
// or change, and asked about before the page is left. What another window
// changes arrives by reading again; it never moves a row, and never touches
// what is being typed or is not yet saved.
package results

import (
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/figure"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/outbox"
	"kinerja/ui/widget/pasting"
	"kinerja/ui/widget/reader"
	"kinerja/ui/widget/worksheet"
)

// Desk is what this page reads and changes.
type Desk interface {
	// Sheet reads one instrument in one period, for the people at or below
	// unit. Zero values mean the newest period, the first instrument, all.
	Sheet(p model.Period, in model.InstrumentID, unit model.UnitID) (model.Sheet, error)
	// EnterMany keeps values of plans: one change, one undo, all or nothing.
	EnterMany(p model.Period, list []sheet.Filled, reason string) ([]model.Card, error)
	// Trace reads where a value comes from.
	Trace(plan model.PlanID, p model.Period, measure model.ElementID) (sheet.Trace, error)
	// Undo and Redo take back and do again the newest change of this person.
	Undo() (model.ChangeInfo, error)
	Redo() (model.ChangeInfo, error)
}

// mode says what takes the keys.
type mode uint8

const (
	entering   mode = iota // the grid
	filtering              // the filter is typed
	reasoning              // the reason for a value outside its range is typed
	explaining             // a score is shown with its working
	noting                 // a note is typed
	previewing             // a pasted block is looked at
	leftOut                // what did not go in is listed
)

// Page is the grid of results.
type Page struct {
	env  nav.Env
	desk Desk

	period     model.Period
	instrument model.InstrumentID
	unit       model.UnitID
	wanted     nav.Results // where the cursor goes after the first reading

	load  nav.Load[*sheet.Sheet]
	sheet *sheet.Sheet // nil until read
	saves int          // counts what was saved; a reading begun before is too old
	begun int          // saves when the last reading began

	queue   outbox.Queue
	saving  nav.Load[[]model.Card]
	recalls nav.Load[recalled]
	saved   map[outbox.Cell]time.Time
	last    time.Time // of the newest saving
	answer  bool      // somebody asked whether all is saved
	mine    int       // changes made on this sheet that undo can take back
	undone  int       // of these, taken back

	grid     *grid.Grid
	order    sheet.Order
	filter   string
	mode     mode
	line     grid.Line          // what filter or note are typed in
	held     worksheet.Question // waits for its reason
	left     worksheet.Left     // what did not go in the last time
	pasted   pasting.Preview
	piece    pasting.Piece
	detailed bool // the panel about the cell is open
	trace    nav.Load[sheet.Trace]
	traced   outbox.Cell   // what trace is about
	fault    string        // why what is typed cannot be left
	preview  *sheet.Person // the person under the cursor with what is being typed
	reader   reader.Reader

	width, height int
}

// New makes the page. The zero Results opens the newest period with values and
// the first instrument; unit limits it to a unit and those below, "" does not.
func New(env nav.Env, desk Desk, at nav.Results, unit model.UnitID) *Page {
	t := env.Text.Results
	return &Page{
		env: env, desk: desk, period: at.Period, instrument: at.Instrument, wanted: at, unit: unit,
		saved: map[outbox.Cell]time.Time{},
		grid:  grid.New(env.Keys, env.Styles, grid.Labels{Names: t.Names, Target: t.Target}),
	}
}

// Init reads the sheet, and tries again what could not be saved.
func (p *Page) Init() tea.Cmd {
	p.queue.Retry()
	p.traced = outbox.Cell{}
	return tea.Batch(p.read(), p.run(), p.look())
}

func (p *Page) read() tea.Cmd {
	desk, period, in, unit, rs := p.desk, p.period, p.instrument, p.unit, p.env.Rules
	p.begun = p.saves
	return p.load.Start(func() (*sheet.Sheet, error) {
		raw, err := desk.Sheet(period, in, unit)
		if err != nil {
			return nil, err
		}
		return sheet.Build(raw, rs), nil
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.load.Take(msg):
		return p.take()
	case p.saving.Take(msg):
		return p.kept()
	case p.recalls.Take(msg):
		return p.recalled()
	case p.trace.Take(msg):
		return nil
	}
	switch msg := msg.(type) {
	case confirmed:
		if msg.page == p {
			return p.recall(msg.kind)
		}
	case agreed:
		if msg.page == p {
			p.giveUp()
			return p.then(p.keep(msg.changes, msg.left))
		}
	case tea.KeyMsg:
		return p.then(p.press(msg))
	}
	return nil
}

// then adds the next saving to what a key asked for; what failed before is
// tried again.
func (p *Page) then(cmd tea.Cmd) tea.Cmd {
	p.queue.Retry()
	return tea.Batch(cmd, p.run(), p.look())
}

// press takes a key that no action took.
func (p *Page) press(k tea.KeyMsg) tea.Cmd {
	if p.sheet == nil && p.load.Err != nil && !p.load.Busy {
		return p.read()
	}
	switch p.mode {
	case filtering:
		if p.line.Take(k) {
			p.search(p.line.Text())
		}
	case noting:
		p.line.Take(k)
	case reasoning:
		p.held.Press(k, p.env.Keys)
	case explaining, leftOut:
		_, lines := p.lines()
		p.reader.Press(k, p.env.Keys, len(lines), p.height)
	case previewing:
		return p.pressPreview(k)
	default:
		a := p.grid.Press(k)
		if i, c, ok := p.cursor(); ok && a.Kind == grid.Begin && p.source().Refused(i, c) { // it was meant for the next one
			return nav.Say(p.source().Stuck(i, c))
		}
		return p.ask(k, a)
	}
	return nil
}

// take puts what was read on screen. A reading that began before the last
// saving may not know it, and is asked for again.
func (p *Page) take() tea.Cmd {
	switch {
	case p.load.Err != nil && p.sheet == nil:
		return nil
	case p.load.Err != nil:
		p.period, p.instrument = p.sheet.Period, p.sheet.Instrument.ID
		return nav.Fail(p.load.Err)
	case p.begun != p.saves:
		return p.read()
	}
	was, typing := p.under()
	p.adopt(p.load.Data)
	if now, _ := p.under(); typing && now != was { // another window was quicker
		return nav.Say(lang.Fill(p.env.Text.Results.Elsewhere, "value", figure.Typed(p.env.Text, now)))
	}
	return nil
}

// under is what the file has in the cell that is being typed into.
func (p *Page) under() (model.Entry, bool) {
	if i, c, ok := p.cursor(); ok && p.grid.Typing() {
		return p.sheet.Entry(i, c), true
	}
	return model.Entry{}, false
}

// Place is where the page comes back to when it is opened again.
func (p *Page) Place() nav.Route {
	at := nav.Results{Period: p.period, Instrument: p.instrument, Employee: p.wanted.Employee, Measure: p.wanted.Measure}
	if i, c, ok := p.cursor(); ok {
		at.Employee, at.Measure = p.sheet.People[i].Staff.Employee, p.sheet.Columns[c].ID
	}
	return at
}

// adopt makes s the sheet on screen. The cursor stays on its person and
// indicator, rows stay where they are, and what is not saved stays in its cell.
func (p *Page) adopt(s *sheet.Sheet) {
	at, column, typing := model.PlanID(""), p.wanted.Measure, p.grid.Typing()
	if i, c, ok := p.cursor(); ok {
		at, column = p.sheet.People[i].Plan.ID, p.sheet.Columns[c].ID
	}
	if p.sheet != nil && p.sheet.Period == s.Period && p.sheet.Instrument.ID == s.Instrument.ID {
		s.Follow(p.sheet, func(plan model.PlanID) bool { return p.queue.Holds(plan) || typing && plan == at })
	} else {
		p.mine, p.undone, p.filter, p.left = 0, 0, "", worksheet.Left{}
		s.Shown = s.Sorted(p.order, "")
	}
	p.sheet, p.period, p.instrument = s, s.Period, s.Instrument.ID
	p.show(func(c outbox.Change) model.Entry { return c.Entry }, slices.Collect(p.queue.Waiting())...)
	p.pasteAgain()
	p.arrange()
	if row, ok := p.source().Row(p.wanted.Employee, at); ok {
		p.grid.Goto(row, s.Column(column))
	}
	p.wanted = nav.Results{}
	p.guess()
}

// show puts values that are not in the file into the sheet, as far as they are
// of it: what was entered, or what stood there before.
func (p *Page) show(which func(outbox.Change) model.Entry, jobs ...outbox.Job) {
	for _, j := range jobs {
		p.source().Put(j.Changes, which)
	}
}

// cursor is the person and the column under the cursor, as the sheet counts
// them.
func (p *Page) cursor() (i, c int, ok bool) {
	row, column, ok := p.grid.Cursor()
	if !ok || p.sheet == nil || row >= len(p.sheet.Shown) || column >= len(p.sheet.Columns) {
		return 0, 0, false
	}
	return p.sheet.Shown[row], column, true
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.grid.Resize(width, height-around-p.panelRoom())
}

// Title is the page's crumb: the instrument and how many people have it.
func (p *Page) Title() string {
	if p.sheet == nil || len(p.sheet.People) == 0 {
		return p.Kind()
	}
	t := p.env.Text
	return lang.Fill(t.Results.Heading, "instrument", lang.Inert(p.sheet.Instrument.Name.In(t.Code)),
		"people", t.Plural(t.Common.People, len(p.sheet.People)))
}

// Kind is what the page is.
func (p *Page) Kind() string { return p.env.Text.Results.Title }

// Crumb is the period.
func (p *Page) Crumb() string { return p.env.Text.Period(p.period) }

// Signs says what stands beside values.
func (p *Page) Signs() []lang.Sign { return worksheet.Signs(p.env.Text, p.env.Styles) }

// Typing says that printable characters are text now.
func (p *Page) Typing() bool {
	return p.grid.Typing() || p.mode == filtering || p.mode == reasoning || p.mode == noting
}

// Pastes says that a block of values can be put down here now.
func (p *Page) Pastes() bool { return p.mode == entering || p.mode == previewing }

// Unsaved names the values that the file does not have.
func (p *Page) Unsaved() string {
	t := p.env.Text
	var parts []string
	if n := p.queue.Values(); n > 0 {
		parts = append(parts, t.Plural(t.Results.Values, n))
	}
	if p.mode == previewing {
		n := p.pasted.Draft().Count().Changed
		parts = append(parts, lang.Fill(t.Cells.Pending, "values", t.Plural(t.Results.Values, n)))
	}
	i, c, ok := p.cursor()
	switch {
	case p.mode == reasoning && p.held.Key == nil:
		parts = append(parts, t.Plural(t.Results.Waiting, len(p.held.Changes)))
	case p.mode == noting && ok && p.line.Text() != p.sheet.Entry(i, c).Note:
		parts = append(parts, lang.Fill(t.Results.NoteTyped, "name", p.name(i), "code", p.code(c)))
	case ok && p.grid.Typing():
		parts = append(parts, lang.Fill(t.Results.BeingTyped, "name", p.name(i), "code", p.code(c), "text", p.grid.Text()))
	}
	return strings.Join(parts, " · ")
}
