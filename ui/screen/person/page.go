// Package person is the page about one person: who it is, every period as a
// series with digits, and one period with its score, its working and how far
// its evaluation has come. It changes nothing; e goes to the forms that do.
package person

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/credit"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/nav"
)

// Desk is what this page reads.
type Desk interface {
	Profile(id model.EmployeeID) (model.Profile, error)
	Units() (model.Units, error)
	UnitResults(p model.Period) (unitresult.Results, error)
}

// read is what one reading of the file brings.
type read struct {
	profile model.Profile
	units   model.Units
	results []model.Result // oldest first
	// led is the unit that suggests the rating of each result; nil where the aid does.
	led []*unitresult.Led
}

// Page is one person.
type Page struct {
	env  nav.Env
	desk Desk
	who  model.EmployeeID

	data   nav.Load[read]
	figure []figures // of each result

	wanted  model.Period // from the route, until the first reading
	at      int          // which result
	measure int          // which line of its working
	why     bool         // that line is being asked why

	top           int // first line of the body in sight
	width, height int
}

// New makes the page of one person. A route without a period shows the newest
// with values.
func New(env nav.Env, desk Desk, route nav.Person) *Page {
	return &Page{env: env, desk: desk, who: route.Employee, wanted: route.Period, at: -1}
}

// Init reads the person.
func (p *Page) Init() tea.Cmd {
	desk, who := p.desk, p.who
	return p.data.Start(func() (r read, err error) {
		if r.profile, err = desk.Profile(who); err != nil {
			return r, err
		}
		r.results = oldestFirst(r.profile.Results)
		if r.units, err = desk.Units(); err == nil {
			r.led, err = heads(desk, r.units, r.results)
		}
		return r, err
	})
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	before, had := p.chosen()
	if p.data.Take(msg) {
		p.take(before, had)
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc):
		return nav.Back
	case key.Matches(k, keys.Left):
		p.show(p.at - 1)
	case key.Matches(k, keys.Right):
		p.show(p.at + 1)
	case key.Matches(k, keys.Up):
		p.move(-1)
	case key.Matches(k, keys.Down):
		p.move(1)
	case key.Matches(k, keys.PageUp):
		p.scroll(-p.height + 1)
	case key.Matches(k, keys.PageDown):
		p.scroll(p.height - 1)
	case key.Matches(k, keys.Home):
		p.move(-p.measures())
	case key.Matches(k, keys.End):
		p.move(p.measures())
	}
	return nil
}

// take works out what was read, and stays on the plan and period it was on.
func (p *Page) take(before model.Result, had bool) {
	if p.data.Err != nil {
		return
	}
	list := p.data.Data.results
	p.figure = make([]figures, len(list))
	for i, r := range list {
		p.figure[i] = reckon(r, p.env.Rules, p.data.Data.profile.Employee.Kind)
	}
	at, usual := -1, usualPeriod(list)
	for i, r := range list { // the newest that fits wins
		switch {
		case had && r.Plan.ID == before.Plan.ID && period(r) == period(before),
			!had && p.wanted != 0 && period(r) == p.wanted,
			!had && p.wanted == 0 && valued(r) && period(r) == usual:
			at = i
		}
	}
	if at < 0 {
		at = len(list) - 1
	}
	p.at = at
	p.measure = max(0, min(p.measure, p.measures()-1))
	p.why = p.why && p.measures() > 0
	p.top = min(p.top, p.lastTop())
}

// usualPeriod is the period that is shown when none was asked for.
func usualPeriod(list []model.Result) model.Period {
	var used []model.Period
	for _, r := range list {
		if valued(r) {
			used = append(used, period(r))
		}
	}
	usual, _ := model.Usual(used)
	return usual
}

// chosen is the result on show.
func (p *Page) chosen() (model.Result, bool) {
	if list := p.data.Data.results; p.at >= 0 && p.at < len(list) {
		return list[p.at], true
	}
	return model.Result{}, false
}

// show goes to another result; the ends hold.
func (p *Page) show(at int) {
	if n := len(p.data.Data.results); n > 0 {
		p.at = max(0, min(at, n-1))
		p.measure = max(0, min(p.measure, p.measures()-1))
		p.why = p.why && p.measures() > 0
		p.top = 0
	}
}

// measures is how many lines the working on show has.
func (p *Page) measures() int {
	if p.at < 0 || p.at >= len(p.figure) {
		return 0
	}
	return len(p.figure[p.at].score.Steps)
}

// move puts the cursor on another indicator and keeps it in sight. Where there
// is none, and beyond the last one, it scrolls.
func (p *Page) move(by int) {
	to := max(0, min(p.measure+by, p.measures()-1))
	if to == p.measure {
		p.scroll(max(-1, min(by, 1)))
		return
	}
	p.measure = to
	if p.why && !p.wide() {
		p.top = 0 // another answer begins at its beginning
		return
	}
	line := p.rowLine(p.measure)
	p.top = max(min(p.top, line), line-p.room()+1)
	p.scroll(0)
}

func (p *Page) scroll(by int) { p.top = max(0, min(p.top+by, p.lastTop())) }

// Actions says what can be done about this person.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Person
	noPeriod, noIndicator, noPlan := "", "", ""
	switch n := len(p.data.Data.results); {
	case n == 0:
		noPeriod = t.NeedsResult
	case n == 1:
		noPeriod = t.OneResult
	}
	if p.measures() == 0 {
		noIndicator = t.NeedsIndicator
	}
	if len(p.data.Data.profile.Plans) == 0 {
		noPlan = t.NeedsPlan
	}
	list := []nav.Action{
		{ID: "why", Name: k.Why.Help().Desc, Binding: k.Why, Why: noIndicator, Main: true, Run: p.ask},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: noPeriod, Main: true, Run: p.older},
		{ID: "enter", Name: t.OpenEvaluation, Binding: k.Enter, Why: noPlan, Main: true, Run: p.open},
		{ID: "edit", Name: k.Edit.Help().Desc, Binding: k.Edit, Why: p.mayEdit(), Main: true, Run: p.edit},
	}
	switch _, ok := p.chosen(); {
	case noPlan != "" && len(p.data.Data.profile.Posts) > 0 && p.env.MayOpen(nav.Positions{}):
		list[2] = nav.Action{ID: "enter", Name: p.env.Text.Plan.Make, Binding: k.Enter, Main: true, Run: func() tea.Cmd {
			return nav.Open(nav.Positions{Year: p.env.Now().Year(), Employee: p.data.Data.profile.Employee.ID})
		}}
	case !ok: // nothing to evaluate yet
		list[2].Name = t.OpenResults
	}
	list = append(list,
		nav.Action{ID: "detail", Name: t.OpenPlan, Binding: k.Detail, Why: noPlan, Run: p.openPlan},
		nav.Action{ID: "results", Name: t.OpenResults, Why: noPlan, Run: p.openResults}) // by the menu: every letter means something else
	list = append(list, nav.Action{ID: "action", Name: p.env.Text.Action.Open, Why: noPlan, Run: p.openActions})
	list = append(list, nav.Action{ID: "self", Name: p.env.Text.Assessment.Open, Why: noPlan, Run: p.openSelfView})
	list = append(list, nav.Action{ID: "credit", Name: p.env.Text.Credit.Title, Why: p.noCredit(), Run: p.openCredit})
	list = append(list, nav.Action{ID: "feedback", Name: k.Feedback.Help().Desc, Binding: k.Feedback, Main: true, Run: p.talk})
	list = append(list, p.objecting(),
		nav.Action{ID: "add", Name: p.env.Text.Tenure.Form.Title, Binding: k.Add, Why: p.mayEdit(), Run: func() tea.Cmd { return nav.Open(nav.Transfer{Employee: p.who}) }},
		nav.Action{ID: "coach", Name: p.env.Text.Coaching.Go.Start, Binding: k.Coach, Why: noIndicator, Run: p.coach},
		nav.Action{ID: "coaching", Name: p.env.Text.Coaching.List, Run: func() tea.Cmd { return nav.Open(nav.Coaching{Employee: p.who}) }},
		nav.Action{ID: "leave", Name: p.env.Text.Tenure.Leave.Title, Run: func() tea.Cmd { return nav.Open(nav.Leave{Employee: p.who}) }},
		p.env.History(nav.Record{Employee: p.who}))
	if p.why {
		list[0].Name = t.CloseWhy
		list = append(list, nav.Action{ID: "close", Name: t.CloseWhy, Binding: k.Esc, Run: p.ask})
	}
	return list
}

// noCredit says why the person has no credit points.
func (p *Page) noCredit() string {
	pr := p.data.Data.profile
	a := credit.Of(credit.Input{Employee: pr.Employee, Posts: pr.Posts, Today: p.env.Today()})
	if a.Standing == credit.Functional || a.Standing == credit.LevelUnknown {
		return ""
	}
	return p.env.Text.Credit.Standings[a.Standing]
}

func (p *Page) openCredit() tea.Cmd { return nav.Open(nav.Credit{Employee: p.who}) }

// mayEdit says why the person cannot be edited.
func (p *Page) mayEdit() string {
	if !access.May(p.env.Me, model.VerbEditEmployee, model.RelNone) {
		return p.env.Text.Error(model.ErrNotAllowed)
	}
	return ""
}

func (p *Page) edit() tea.Cmd { return nav.Open(nav.EditPerson{Employee: p.who}) }

// ask opens and closes the answer why.
func (p *Page) ask() tea.Cmd {
	p.why = !p.why
	p.top = 0
	if !p.why || p.wide() {
		p.top = max(0, min(p.rowLine(p.measure)-p.room()+1, p.lastTop()))
	}
	return nil
}

// older goes to the result before; from the oldest back to the newest.
func (p *Page) older() tea.Cmd {
	if p.at == 0 {
		p.show(len(p.data.Data.results) - 1)
	} else {
		p.show(p.at - 1)
	}
	return nil
}

// talk goes to the conversation with this person.
func (p *Page) talk() tea.Cmd {
	r := nav.Feedback{Employee: p.who}
	if shown, ok := p.chosen(); ok {
		r.Period = period(shown)
	}
	return nav.Open(r)
}

// coach starts a coaching plan about the indicator that the cursor is on.
func (p *Page) coach() tea.Cmd {
	r, _ := p.chosen()
	return nav.Open(nav.StartCoaching{Employee: p.who, Plan: r.Plan.ID, Period: period(r), Measure: p.figure[p.at].score.Steps[p.measure].Measure})
}

// open goes to the evaluation of the period on show; where there is nothing to
// evaluate yet, to where results are entered.
func (p *Page) open() tea.Cmd {
	if r, ok := p.chosen(); ok {
		return nav.Open(nav.Evaluation{Plan: r.Plan.ID, Period: period(r)})
	}
	return p.openResults()
}

// openPlan goes to the plan of the period on show.
func (p *Page) openPlan() tea.Cmd {
	if r, ok := p.chosen(); ok {
		return nav.Open(nav.Plan{Plan: r.Plan.ID})
	}
	return nav.Open(nav.Plan{Plan: p.data.Data.profile.Plans[0].ID})
}

// openActions goes to what was planned for these results.
func (p *Page) openActions() tea.Cmd {
	if r, ok := p.chosen(); ok {
		return nav.Open(nav.ActionPlan{Plan: r.Plan.ID, Period: period(r)})
	}
	return nav.Open(nav.ActionPlan{Plan: p.data.Data.profile.Plans[0].ID})
}

// openSelfView goes to how the person sees the period on show.
func (p *Page) openSelfView() tea.Cmd {
	if r, ok := p.chosen(); ok {
		return nav.Open(nav.SelfView{Plan: r.Plan.ID, Period: period(r)})
	}
	return nav.Open(nav.SelfView{Plan: p.data.Data.profile.Plans[0].ID})
}

// openResults goes to where these results are entered.
func (p *Page) openResults() tea.Cmd {
	if r, ok := p.chosen(); ok {
		return nav.Open(nav.Results{Period: period(r), Instrument: r.Plan.Instrument, Employee: p.who, Unit: r.Plan.Unit})
	}
	plan := p.data.Data.profile.Plans[0]
	return nav.Open(nav.Results{Instrument: plan.Instrument, Employee: p.who, Unit: plan.Unit})
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	p.width, p.height = width, height
	p.top = min(p.top, p.lastTop())
}

// Title is the person's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Staff.Title
	}
	return lang.Inert(p.data.Data.profile.Employee.FullName())
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Staff.Title }

// Crumb is the period on show, with the days of it where these are not all, and leave.
func (p *Page) Crumb() string {
	if r, ok := p.chosen(); ok {
		return span.With(p.env.Text.Period(period(r)), span.Of(p.env.Text, r.Plan, period(r)))
	}
	return ""
}

// Place is the period on show.
func (p *Page) Place() nav.Route {
	if r, ok := p.chosen(); ok {
		return nav.Person{Employee: p.who, Period: period(r)}
	}
	return nav.Person{Employee: p.who, Period: p.wanted}
}

// Typing is never so: this page takes no text.
func (p *Page) Typing() bool { return false }

// ShowAlone has nothing to hide: the page names this person and the evaluator.
func (p *Page) ShowAlone(bool) {}
