package award

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Proposing is what the page of proposals reads.
type Proposing interface {
	// Propose examines everybody of the unit that is shown over periods, oldest first.
	Propose(periods []model.Period, rule award.Rule) ([]award.Proposal, error)
	Periods() ([]model.Period, error)
}

// proposed is what one reading brings.
type proposed struct {
	list    []award.Proposal
	periods []model.Period // in use, the newest first
	period  model.Period
}

const (
	colWho = iota
	colResult
	colWhy
)

// Proposals is who meets the rule, and of everybody else why not.
type Proposals struct {
	env  nav.Env
	desk Proposing
	at   nav.Proposals

	data  nav.Load[proposed]
	table *table.Table

	width, height int
}

// NewProposals makes the page.
func NewProposals(env nav.Env, desk Proposing, route nav.Proposals) *Proposals {
	w := env.Text.Award.Columns
	return &Proposals{env: env, desk: desk, at: route, table: table.New(env.Text, env.Styles, []table.Column{
		colWho:    {Title: w.Name, Name: true, Min: 16, Max: 34},
		colResult: {Title: w.Result, Min: 14, Max: 26},
		colWhy:    {Title: w.Reasons, Min: 24, Max: 120},
	})}
}

// Init reads the list.
func (p *Proposals) Init() tea.Cmd {
	desk, at, rule := p.desk, p.at, p.env.Terms.Award
	return p.data.Start(func() (r proposed, err error) {
		if r.periods, err = desk.Periods(); err != nil || len(r.periods) == 0 {
			return r, err
		}
		tried := []model.Period{at.Period}
		if !at.Period.Valid() {
			first, _ := model.Usual(r.periods)
			tried = []model.Period{first, first.Prev(), first.Prev().Prev(), first}
		}
		for _, r.period = range tried {
			if r.list, err = desk.Propose(rule.Periods(r.period), rule); err != nil || anyFinal(r.list, r.period) {
				break
			}
		}
		return r, err
	})
}

// anyFinal reports that the evaluation of anybody is final in a period.
func anyFinal(list []award.Proposal, p model.Period) bool {
	return slices.ContainsFunc(list, func(x award.Proposal) bool {
		return !slices.ContainsFunc(x.Findings, func(f award.Finding) bool { return f.Condition == award.HasFinal && slices.Contains(f.Periods, p) })
	})
}

// Update takes answers, and the keys that are no action.
func (p *Proposals) Update(msg tea.Msg) tea.Cmd {
	if p.data.Take(msg) {
		p.table.SetLen(p.Len())
		p.lay()
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok:
	case key.Matches(k, p.env.Keys.Esc):
		return nav.Back
	default:
		p.table.Press(k, p.env.Keys)
	}
	return nil
}

func (p *Proposals) chosen() (award.Proposal, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.data.Data.list[i], true
	}
	return award.Proposal{}, false
}

// Actions says what can be done with the list.
func (p *Proposals) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text
	none := ""
	if p.Len() == 0 {
		none = t.Award.Page.NobodyHere
	}
	return []nav.Action{
		{ID: "enter", Name: t.Award.Page.Open, Binding: k.Enter, Why: none, Main: true, Run: p.open},
		{ID: "add", Name: t.Award.Page.New, Binding: k.Add, Why: none, Main: true, Run: p.nominate},
		p.env.PeriodOf(p.data.Data.periods, p.data.Data.period, p.choose),
		{ID: "write", Name: k.Write.Help().Desc, Binding: k.Write, Why: p.env.NoWriting(none), Run: p.write},
	}
}

func (p *Proposals) open() tea.Cmd {
	x, _ := p.chosen()
	return nav.Open(nav.Person{Employee: x.Staff.Employee, Period: p.data.Data.period})
}

func (p *Proposals) nominate() tea.Cmd {
	x, _ := p.chosen()
	return nav.Open(nav.AwardAct{Employee: x.Staff.Employee, Act: award.Nominate, Period: p.data.Data.period})
}

// choose goes to another period.
func (p *Proposals) choose(to model.Period) tea.Cmd {
	p.at.Period = to
	return p.Init()
}

func (p *Proposals) write() tea.Cmd {
	t, r, rule := p.env.Text, p.data.Data, p.env.Terms.Award
	return nav.Write(lang.Fill(t.Award.Page.ProposalsFile, "period", r.period), func() (listing.Table, error) { return awarding.Proposals(t, r.list, rule), nil })
}

// Len is how many people there are.
func (p *Proposals) Len() int { return len(p.data.Data.list) }

// Cell is one cell of the table.
func (p *Proposals) Cell(row, col int) string {
	t, x := p.env.Text, p.data.Data.list[row]
	switch col {
	case colWho:
		return x.Staff.Name
	case colResult:
		return awarding.Result(t, x)
	}
	return awarding.Reasons(t, x.Findings, p.env.Terms.Award)
}

// head says how many meet which rule.
func (p *Proposals) head() []string {
	t, r, rule := p.env.Text, p.data.Data, p.env.Terms.Award
	text := awarding.Rule(t, rule)
	if rule == award.Default() {
		text += " " + t.Award.Unverified
	}
	return append(p.lines(awarding.Head(t, r.list, rule.Periods(r.period))), p.lines(text)...)
}

// footLines is how many lines the foot has.
const footLines = 2

// foot is what does not fit its column of the line under the cursor: all reasons.
func (p *Proposals) foot() []string {
	x, _ := p.chosen()
	list := p.lines(lang.Inert(x.Staff.Name) + ": " + awarding.Reasons(p.env.Text, x.Findings, p.env.Terms.Award))
	for len(list) < footLines {
		list = append(list, "")
	}
	return list[:footLines]
}

// footed reports whether there is room for the foot.
func (p *Proposals) footed() bool { return p.height >= footLines+len(p.head())+4 }

func (p *Proposals) lines(text string) []string {
	return strings.Split(ansi.Wordwrap(text, max(1, p.width), ""), "\n")
}

// View draws the page in its room.
func (p *Proposals) View() string {
	t, s := p.env.Text, p.env.Styles
	words := func(text string) string { return ansi.Wordwrap(text, max(1, p.width), "") }
	switch {
	case p.data.Err != nil:
		return words(t.Error(p.data.Err))
	case !p.data.Have:
		return words(t.Award.Page.Reading)
	case len(p.data.Data.periods) == 0:
		return words(t.Home.NeedsPeriod)
	case p.Len() == 0:
		return words(lang.Fill(t.Award.Nobody, "period", t.Period(p.data.Data.period)))
	}
	parts := []string{s.Header.Render(strings.Join(p.head(), "\n")), p.table.View(p)}
	if p.footed() {
		parts = append(parts, s.Dim.Render(strings.Join(p.foot(), "\n")))
	}
	return strings.Join(parts, "\n")
}

// Resize gives the page its room.
func (p *Proposals) Resize(width, height int) {
	p.width, p.height = width, height
	p.lay()
}

// lay gives the table what head and foot leave.
func (p *Proposals) lay() {
	room := p.height - len(p.head())
	if p.footed() {
		room -= footLines
	}
	p.table.Resize(p.width, max(2, room))
}

// Title is the page's crumb.
func (p *Proposals) Title() string {
	return capital(p.env.Text.Award.Page.Proposals)
}

// Place is the page with the period that is shown.
func (p *Proposals) Place() nav.Route { return nav.Proposals{Period: p.at.Period} }

// Typing is never so: nothing is typed here.
func (p *Proposals) Typing() bool { return false }
