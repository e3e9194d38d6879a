// Package coaching is the coaching plans (bimbingan kinerja) of one person, one on
// screen at a time: why there is one, what was agreed, what is done and what still
// waits, and what the measure did before and after, beside colleagues. Its forms
// propose a plan and take one step of it.
package coaching

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/word"
)

// Desk is what the page and its forms read and do.
type Desk interface {
	Reader
	Writer
}

// Reader is what they read.
type Reader interface {
	Profile(id model.EmployeeID) (model.Profile, error)
	// Coachings lists somebody's plans, the newest first, and Effects those of them
	// that are tied to a measure and agreed to, with what it did before and after.
	Coachings(who model.EmployeeID) ([]coaching.Row, error)
	Effects(who model.EmployeeID) ([]coaching.Helped, error)
	// Whose is whose word a step is, and how it can be known; the zero Asked where it
	// is that of whoever works.
	Whose(who model.EmployeeID, step string) (word.Asked, error)
}

// Writer is what they do.
type Writer interface {
	StartCoaching(p coaching.Coaching) (coaching.Coaching, error)
	WriteCoaching(p coaching.Coaching) (coaching.Coaching, error)
	// StepCoaching takes a step; said is how the word is known that it is.
	StepCoaching(said voice.Said, p coaching.Coaching, step, reason string, out coaching.Outcome, note string) (coaching.Coaching, error)
}

// read is what one reading of the file brings.
type read struct {
	who     model.Profile
	list    []coaching.Row // open ones first, then the newest first
	effects map[coaching.ID]coaching.Helped
}

// lead is what a line leads to: the next step of the plan, or one of its things.
type lead struct {
	act  string
	item model.ElementID
	done bool
}

// Page is the plans of one person.
type Page struct {
	env  nav.Env
	desk Desk
	who  model.EmployeeID

	data   nav.Load[read]
	wanted coaching.ID // from the route, until the first reading
	at     int         // which plan
	body   pane.Leads[lead]
	alone  bool

	width, height int
}

// New makes the page. A route without a plan shows the newest that is open.
func New(env nav.Env, desk Desk, route nav.Coaching) *Page {
	return &Page{env: env, desk: desk, who: route.Employee, wanted: route.ID}
}

// Init reads the plans.
func (p *Page) Init() tea.Cmd {
	desk, who := p.desk, p.who
	return p.data.Start(func() (r read, err error) {
		if r.who, err = desk.Profile(who); err != nil {
			return r, err
		}
		if r.list, err = desk.Coachings(who); err != nil {
			return r, err
		}
		slices.SortStableFunc(r.list, func(a, b coaching.Row) int {
			switch {
			case a.State.Open() == b.State.Open():
				return 0
			case a.State.Open():
				return -1
			}
			return 1
		})
		effects, err := desk.Effects(who)
		r.effects = map[coaching.ID]coaching.Helped{}
		for _, h := range effects {
			r.effects[h.Row.ID] = h
		}
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if on, had := p.shown(); p.data.Take(msg) {
		if had {
			p.wanted = on.ID
		}
		p.at = max(0, slices.IndexFunc(p.data.Data.list, func(r coaching.Row) bool { return r.ID == p.wanted }))
		p.lay()
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.body.Press(p.env.Keys, k, p.body.Room(p.height))
	}
	return nil
}

// shown is the plan on screen; false where there is none.
func (p *Page) shown() (coaching.Row, bool) {
	if p.at < len(p.data.Data.list) {
		return p.data.Data.list[p.at], true
	}
	return coaching.Row{}, false
}

// nextOf is the step that leads on from a state; "" at an end.
func nextOf(s coaching.State) string {
	return map[coaching.State]string{coaching.Proposed: coaching.Agree, coaching.Agreed: coaching.Begin, coaching.Running: coaching.Close}[s]
}

// verbOf is the right that an act takes.
func verbOf(act string) model.Verb {
	for _, s := range coaching.Steps() {
		if s.Name == act {
			return s.Verb
		}
	}
	return coaching.VerbWrite
}

// Actions says what can be done with the plan on screen.
func (p *Page) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Coaching
	r, any := p.shown()
	closed, ended, only, enter := "", "", "", ""
	switch {
	case !any:
		ended = w.Go.NoPlan
	case !r.State.Open():
		ended = w.Go.Ended
	}
	if closed = ended; closed == "" && r.State == coaching.Proposed {
		closed = p.env.Text.Coaching.States[r.State.String()]
	}
	if len(p.data.Data.list) < 2 {
		only = w.Go.OnePlan
	}
	at := p.body.Chosen()
	switch enter = ended; {
	case enter != "":
	case at.act == "":
		enter = w.Go.Nothing
	case at.done:
		enter = w.Go.Already
	default:
		enter = p.env.May(verbOf(at.act))
	}
	return []nav.Action{
		{ID: "enter", Name: p.enterName(at), Binding: k.Enter, Why: enter, Main: true, Run: func() tea.Cmd { return p.act(at.act, at.item) }},
		{ID: "add", Name: w.Go.Add, Binding: k.Add, Why: ended, Main: true, Run: func() tea.Cmd { return p.act(nav.AddItem, "") }},
		{ID: "coach", Name: w.Go.Start, Binding: k.Coach, Main: true, Run: func() tea.Cmd { return nav.Open(nav.StartCoaching{Employee: p.who}) }},
		{ID: "next", Name: w.Go.Other, Binding: k.Next, Why: only, Main: only == "", Run: func() tea.Cmd { return p.other(1) }},
		{ID: "previous", Name: w.Go.Before, Binding: k.Previous, Why: only, Run: func() tea.Cmd { return p.other(-1) }},
		{ID: "closed", Name: w.Go.Close, Why: closed, Run: func() tea.Cmd { return p.act(coaching.Close, "") }},
		{ID: "cancelled", Name: w.Go.Cancel, Why: ended, Run: func() tea.Cmd { return p.act(coaching.Cancel, "") }},
		p.env.History(nav.Record{Employee: p.who}),
	}
}

// enterName is what Enter does on a line.
func (p *Page) enterName(at lead) string {
	w := p.env.Text.Coaching.Go
	switch at.act {
	case coaching.Agree:
		return w.Agree
	case coaching.Begin:
		return w.Begin
	case coaching.Close:
		return w.Close
	}
	return w.Mark
}

func (p *Page) act(name string, item model.ElementID) tea.Cmd {
	r, _ := p.shown()
	return nav.Open(nav.CoachingAct{Employee: p.who, ID: r.ID, Act: name, Item: item})
}

// other goes to another plan, and from the last to the first.
func (p *Page) other(by int) tea.Cmd {
	n := len(p.data.Data.list)
	p.at = (p.at + by + n) % n
	p.lay()
	return nil
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.lay()
}

// Title is the person's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Coaching.Title
	}
	return lang.Inert(p.data.Data.who.Employee.FullName())
}

// Kind is what the page is.
func (p *Page) Kind() string { return p.env.Text.Coaching.Title }

// Crumb is which of several plans it is.
func (p *Page) Crumb() string {
	if n := len(p.data.Data.list); n > 1 {
		return lang.Fill(p.env.Text.Coaching.Which, "at", p.env.Text.Count(p.at+1), "all", p.env.Text.Count(n))
	}
	return ""
}

// Place is the plan on screen.
func (p *Page) Place() nav.Route {
	r, _ := p.shown()
	return nav.Coaching{Employee: p.who, ID: r.ID}
}

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }

// ShowAlone leaves colleagues' figures out: a small group would tell of each.
func (p *Page) ShowAlone(on bool) {
	p.alone = on
	p.lay()
}
