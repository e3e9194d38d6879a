// Package intake takes a table from a file: one is chosen on screen, its columns
// are shown and can be named otherwise, and what it would change is seen before
// anything is written. Whatever takes long can be stopped with Esc.
package intake

import (
	"context"
	"strings"
	"sync/atomic"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/offer"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/menu"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads and does.
type Desk interface {
	// Tables lists the tables in the usual places, and the places.
	Tables() ([]offer.Entry, error)
	Folder(path string) ([]offer.Entry, error)
	// Look says what a table offers; rows counts those that were read.
	Look(ctx context.Context, o offer.Order, rows *atomic.Int64) (offer.Found, error)
}

// step is what the page asks.
type step uint8

const (
	files step = iota
	sheets
	columns
	decimal
	preview
)

// Page takes one table.
type Page struct {
	env   nav.Env
	desk  Desk
	route nav.Intake
	step  step

	entries nav.Load[[]offer.Entry]
	folder  string   // "": the usual places
	trail   []before // how one came to folder
	at      int      // where the cursor goes when the folder is read

	order  offer.Order
	found  nav.Load[offer.Found]
	taking nav.Load[offer.Taken]
	count  *atomic.Int64
	stop   context.CancelFunc // of what runs

	list    *table.Table
	lines   *table.Table
	sheet   menu.Menu
	comma   menu.Menu
	columns *form.Form

	width, height int
}

// before is a folder that one came from, and where the cursor was.
type before struct {
	folder string
	at     int
}

// New makes the page.
func New(env nav.Env, desk Desk, route nav.Intake) *Page {
	p := &Page{env: env, desk: desk, route: route, count: &atomic.Int64{}, stop: func() {}}
	p.list = table.New(env.Text, env.Styles, p.fileColumns())
	p.lines = table.New(env.Text, env.Styles, p.lineColumns())
	t := env.Text.Intake
	p.comma.SetItems(menu.Item{Label: t.Comma, Note: t.CommaNote}, menu.Item{Label: t.Point, Note: t.PointNote})
	return p
}

// Init reads where tables may be. What is being looked at stays.
func (p *Page) Init() tea.Cmd {
	if p.step != files {
		return nil
	}
	p.at = p.list.Cursor()
	return p.read()
}

func (p *Page) read() tea.Cmd {
	desk, folder := p.desk, p.folder
	return p.entries.Start(func() ([]offer.Entry, error) {
		if folder == "" {
			return desk.Tables()
		}
		return desk.Folder(folder)
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.entries.Take(msg):
		return p.listed()
	case p.found.Take(msg):
		return p.looked()
	case p.taking.Take(msg):
		return p.done()
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
		return nil
	case p.busy():
		if key.Matches(k, p.env.Keys.Esc) {
			p.stop()
		}
		return nil
	case p.step == columns:
		return p.fill(k)
	case key.Matches(k, p.env.Keys.Esc):
		return p.back()
	}
	switch p.step {
	case files:
		if key.Matches(k, p.env.Keys.Left) {
			return p.back()
		}
		p.list.Press(k, p.env.Keys)
	case sheets:
		p.sheet.Press(k, p.env.Keys)
	case decimal:
		p.comma.Press(k, p.env.Keys)
	case preview:
		p.lines.Press(k, p.env.Keys)
	}
	return nil
}

// busy reports work that Esc stops.
func (p *Page) busy() bool { return p.found.Busy || p.taking.Busy }

// listed shows a folder that was read; one that cannot be read is left again.
func (p *Page) listed() tea.Cmd {
	if err := p.entries.Err; err != nil {
		if len(p.trail) == 0 {
			return nil
		}
		return tea.Batch(p.back(), fail(err))
	}
	p.list.SetLen(len(p.entries.Data))
	p.list.MoveTo(p.at)
	return nil
}

func fail(err error) tea.Cmd { return func() tea.Msg { return nav.FailMsg{Err: err} } }

// back gives up the innermost thing: the preview, the choice of the sheet, the
// folder, the page.
func (p *Page) back() tea.Cmd {
	switch {
	case p.step == preview && len(p.found.Data.Sheets) > 1, p.step == decimal && len(p.found.Data.Sheets) > 1:
		p.step = sheets
		return nil
	case p.step != files:
		p.step, p.order = files, offer.Order{}
		return nil
	case len(p.trail) > 0:
		last := p.trail[len(p.trail)-1]
		p.trail = p.trail[:len(p.trail)-1]
		p.folder, p.at = last.folder, last.at
		return p.read()
	}
	return nav.Back
}

// open goes into a folder, or looks at a table.
func (p *Page) open() tea.Cmd {
	e := p.entries.Data[p.list.Cursor()]
	if e.Folder {
		p.trail = append(p.trail, before{p.folder, p.list.Cursor()})
		p.folder, p.at = e.Path, 0
		return p.read()
	}
	p.order = offer.Order{Kind: p.route.Kind, Path: e.Path}
	return p.look()
}

// look reads the table as it is ordered, off the loop.
func (p *Page) look() tea.Cmd {
	ctx, stop := context.WithCancel(context.Background())
	p.count, p.stop = &atomic.Int64{}, stop
	desk, order, count := p.desk, p.order, p.count
	return p.found.Start(func() (offer.Found, error) {
		defer stop()
		return desk.Look(ctx, order, count)
	})
}

// looked asks what has to be told before the table can be read, or shows what
// it offers.
func (p *Page) looked() tea.Cmd {
	if err := p.found.Err; err != nil {
		return fail(err)
	}
	f := p.found.Data
	if len(f.Sheets) > 1 && p.order.Sheet == "" {
		items := make([]menu.Item, len(f.Sheets))
		at := 0
		for i, name := range f.Sheets {
			items[i].Label = name
			if name == f.Sheet {
				at = i
			}
		}
		p.sheet.SetItems(items...)
		p.sheet.MoveTo(at)
		p.step = sheets
		return nil
	}
	return p.shown()
}

func (p *Page) shown() tea.Cmd {
	f := p.found.Data
	switch {
	case len(f.Missing) > 0:
		p.name()
	case len(f.Undecided) > 0:
		p.step = decimal
	default:
		p.step = preview
		p.lines.SetLen(len(f.Lines))
		p.lines.MoveTo(0)
	}
	return nil
}

// chooseSheet looks at another sheet than the one that was read first.
func (p *Page) chooseSheet() tea.Cmd {
	f := p.found.Data
	p.order.Sheet, p.order.Map, p.order.Decimal = f.Sheets[p.sheet.Chosen()], nil, model.DecimalAuto
	if p.order.Sheet == f.Sheet {
		return p.shown()
	}
	return p.look()
}

// nonASN reads the table again: who has no number is no ASN, or is refused again.
func (p *Page) nonASN() tea.Cmd {
	p.order.NonASN = !p.order.NonASN
	if p.order.Sheet == "" {
		p.order.Sheet = p.found.Data.Sheet
	}
	return p.look()
}

func (p *Page) chooseDecimal() tea.Cmd {
	p.order.Decimal = []model.Decimal{model.DecimalComma, model.DecimalPoint}[p.comma.Chosen()]
	return p.look()
}

// take takes all that is good, off the loop.
func (p *Page) take() tea.Cmd {
	ctx, stop := context.WithCancel(context.Background())
	p.count, p.stop = &atomic.Int64{}, stop
	take, count := p.found.Data.Take, p.count
	return p.taking.Start(func() (offer.Taken, error) {
		defer stop()
		return take(ctx, count)
	})
}

// done says what was taken and goes on.
func (p *Page) done() tea.Cmd {
	if err := p.taking.Err; err != nil {
		return fail(err)
	}
	p.step = files
	var next tea.Cmd = nav.Back
	if p.route.Then != nil {
		next = nav.Instead(p.route.Then)
	}
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, next, nav.Say(p.said()))
}

// said is what was taken, in words.
func (p *Page) said() string {
	t, f, took := p.env.Text, p.found.Data, p.taking.Data
	text := t.Plural(t.Intake.Took, f.New+f.Changed)
	if took.Records == 0 {
		text = t.Intake.TookNothing
	}
	if took.Refused != "" {
		text += " " + t.Plural(t.Intake.Wrote, f.Refused, "file", lang.Inert(took.Refused))
	}
	if p.route.Then == nil && took.Records > 0 { // else the next page says it
		text += " " + t.Intake.Next[p.route.Kind]
	}
	return strings.TrimSpace(text)
}

// Unsaved names the work that would go on unseen.
func (p *Page) Unsaved() string {
	if p.taking.Busy {
		return p.env.Text.Intake.Working
	}
	if p.step == columns {
		return p.columns.Unsaved()
	}
	return ""
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string {
	if title, ok := p.env.Text.Intake.Titles[p.route.Kind]; ok {
		return title
	}
	return p.route.Kind
}

// Typing says that letters go into the form of the columns.
func (p *Page) Typing() bool { return p.step == columns && !p.busy() && p.columns.Typing() }
