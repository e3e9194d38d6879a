// Package credit is the page of one person's credit points: what is there, what
// is missing for a rank and a level, and the years line by line, each with its
// why. The opening balance is recorded from here.
package credit

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/credit"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/points"
	"kinerja/ui/widget/table"
)

// Desk is what this page does with the file.
type Desk interface {
	Credit(id model.EmployeeID) (credit.Row, error)
}

// Page is the credit of one person.
type Page struct {
	env  nav.Env
	desk Desk
	who  model.EmployeeID

	data   nav.Load[credit.Row]
	table  *table.Table
	why    bool // the line under the cursor is being asked why
	scroll pane.Scroll

	width, height int
}

// New makes the page of one person.
func New(env nav.Env, desk Desk, route nav.Credit) *Page {
	p := &Page{env: env, desk: desk, who: route.Employee}
	p.table = table.New(env.Text, env.Styles, p.columns())
	return p
}

// Init works out the credit.
func (p *Page) Init() tea.Cmd {
	desk, who := p.desk, p.who
	return p.data.Start(func() (credit.Row, error) { return desk.Credit(who) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		p.why = p.why && p.Len() > 0
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc):
		return nav.Back
	case key.Matches(k, keys.PageUp):
		p.scrollBy(-p.height + 1)
	case key.Matches(k, keys.PageDown):
		p.scrollBy(p.height - 1)
	default:
		p.move(k)
	}
	return nil
}

// move moves the cursor; where it can go no further, the text goes on.
func (p *Page) move(k tea.KeyMsg) {
	before := p.table.Cursor()
	p.table.Press(k, p.env.Keys)
	if p.table.Cursor() == before {
		switch {
		case key.Matches(k, p.env.Keys.Up):
			p.scrollBy(-1)
		case key.Matches(k, p.env.Keys.Down):
			p.scrollBy(1)
		}
		return
	}
	p.reveal()
}

// account is what was read.
func (p *Page) account() credit.Account { return p.data.Data.Account }

// chosen is the line under the cursor; false on the opening balance, and where
// there is none.
func (p *Page) chosen() (credit.Line, bool) {
	at := p.table.Cursor() - p.carried()
	if lines := p.account().Lines; at >= 0 && at < len(lines) {
		return lines[at], true
	}
	return credit.Line{}, false
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	noLine, noEvaluation := "", ""
	if p.Len() == 0 {
		noLine = t.Credit.NeedLine
	}
	if l, ok := p.chosen(); !ok || l.Plan == "" {
		noEvaluation = t.Credit.NeedEvaluation
	}
	list := []nav.Action{
		{ID: "why", Name: k.Why.Help().Desc, Binding: k.Why, Why: noLine, Main: true, Run: p.ask},
		{ID: "add", Name: t.Credit.SetBase, Binding: k.Add, Why: p.maySet(), Main: true, Run: func() tea.Cmd { return nav.Open(nav.CreditBase{Employee: p.who}) }},
		{ID: "enter", Name: t.Person.OpenEvaluation, Binding: k.Enter, Why: noEvaluation, Main: true, Run: p.open},
	}
	if p.why {
		list[0].Name = t.Credit.CloseWhy
		list = append(list, nav.Action{ID: "close", Name: t.Credit.CloseWhy, Binding: k.Esc, Run: p.ask})
	}
	return list
}

// maySet says why no opening balance can be recorded.
func (p *Page) maySet() string {
	a := p.account()
	switch {
	case !p.data.Have:
		return p.env.Text.Credit.Reading
	case a.Standing != credit.Functional:
		return points.Head(p.env.Text, a)
	case !access.MayAnybody(p.env.Me, model.VerbCreditBase):
		return p.env.Text.Error(model.ErrNotAllowed)
	}
	return ""
}

// ask opens and closes the answer why.
func (p *Page) ask() tea.Cmd {
	p.why = !p.why
	p.reveal()
	return nil
}

// open goes to the evaluation that a line stands on.
func (p *Page) open() tea.Cmd {
	l, _ := p.chosen()
	return nav.Open(nav.Evaluation{Plan: l.Plan, Period: l.Period})
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	if p.data.Have {
		p.reveal()
	}
}

// Title is the person's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Credit.Title
	}
	return lang.Inert(p.data.Data.Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Credit.Title }

// Place is this person's credit.
func (p *Page) Place() nav.Route { return nav.Credit{Employee: p.who} }

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }

// ShowAlone has nothing to hide: the page names this person only.
func (p *Page) ShowAlone(bool) {}
