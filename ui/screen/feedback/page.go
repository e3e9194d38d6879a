// Package feedback is the conversation about somebody's work: the list of those
// with whom it is time to talk, and one person's timeline, to which an item is
// added with one key. Nothing in it is ever changed; a mistake is corrected by
// another item. The page of one person shows nobody else's.
package feedback

import (
	"errors"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/talk"
	"kinerja/model/voice"
	"kinerja/ui/formpage/voicing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/timeline"
)

// Desk is what the page of one person reads and does.
type Desk interface {
	Conversation(id model.EmployeeID) (talk.Conversation, error)
	Profile(id model.EmployeeID) (model.Profile, error)
	Stands(id model.EmployeeID) ([]model.Relation, error)
	Giver
	voicing.Opener[Giver]
}

// Giver adds to the conversation.
type Giver interface {
	Give(f talk.Feedback) (talk.Feedback, error)
}

// read is what one reading of the file brings.
type read struct {
	talk  talk.Conversation
	plans []model.Plan
	pin   voice.PIN        // whether the person may say what they answer by their own PIN
	rels  []model.Relation // how whoever works here stands to the person
}

// Page is the conversation with one person.
type Page struct {
	env   nav.Env
	desk  Desk
	route nav.Feedback

	data  nav.Load[read]
	line  timeline.Timeline
	drawn [][]string // each item's lines in the present room; nil: to be drawn
	from  []int      // first line of each item

	at, top int // the chosen item, the first line in sight
	form    *writing
	draft   string // one that came before the conversation was read
	alone   bool   // it is shown to the person it is about

	width, height int
}

// New makes the page of one person. A route that names a measure or a value of
// behaviour says what a new item is about.
func New(env nav.Env, desk Desk, route nav.Feedback) *Page {
	return &Page{env: env, desk: desk, route: route, at: -1}
}

// dayOf is the day it is where the reader works.
func dayOf(env nav.Env) model.Date {
	y, m, d := env.Now().Date()
	return model.Date(y*10000 + int(m)*100 + d)
}

// Init reads the conversation.
func (p *Page) Init() tea.Cmd {
	desk, who := p.desk, p.route.Employee
	return p.data.Start(func() (r read, err error) {
		if r.talk, err = desk.Conversation(who); err != nil {
			return r, err
		}
		pr, err := desk.Profile(who)
		if errors.Is(err, model.ErrNotAllowed) { // a colleague's plan is not theirs to read
			err = nil
		}
		if r.plans = pr.Plans; err == nil {
			r.rels, err = desk.Stands(who)
		}
		if err == nil {
			r.pin, err = desk.Signs(who)
		}
		return r, err
	})
}

// items are what was said, the oldest first.
func (p *Page) items() []talk.Feedback { return p.data.Data.talk.Items }

// chosen is the item under the cursor.
func (p *Page) chosen() (talk.Feedback, bool) {
	if p.at < 0 || p.at >= len(p.items()) {
		return talk.Feedback{}, false
	}
	return p.items()[p.at], true
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	before, had := p.chosen()
	newest := p.at == len(p.items())-1
	if p.data.Take(msg) {
		p.take(before, had && !newest)
		return nil
	}
	if done, ok := msg.(givenUp); ok {
		if done.what == p.form {
			p.form = nil
		}
		return nil
	}
	if p.form != nil {
		cmd, open := p.form.update(msg)
		if !open {
			p.form = nil
		}
		return cmd
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc):
		return nav.Back
	case key.Matches(k, keys.Up):
		p.step(-1)
	case key.Matches(k, keys.Down):
		p.step(1)
	case key.Matches(k, keys.PageUp):
		p.scroll(-p.room() + 1)
	case key.Matches(k, keys.PageDown):
		p.scroll(p.room() - 1)
	case key.Matches(k, keys.Home):
		p.show(0)
	case key.Matches(k, keys.End):
		p.show(len(p.items()) - 1)
	}
	return nil
}

// take puts what was read on screen: the cursor stays on its item, or goes to
// the newest.
func (p *Page) take(before talk.Feedback, stay bool) {
	if p.data.Err != nil {
		return
	}
	p.line = timeline.New(p.data.Data.talk, dayOf(p.env))
	p.drawn = nil
	at := len(p.items()) - 1
	for i, f := range p.items() {
		if stay && f.ID == before.ID {
			at = i
		}
	}
	p.show(at)
	if p.draft != "" && p.form == nil {
		p.redraft(p.draft)
	}
	p.draft = ""
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	if p.form != nil {
		return p.form.actions()
	}
	k, t := p.env.Keys, p.env.Text.Feedback
	why := p.whyNot()
	item, ok := p.chosen()
	answer, correct := p.whyNoAnswer(), ""
	switch {
	case p.alone:
		why, answer, correct = t.Alone, t.Alone, t.Alone
	case !ok:
		answer, correct = t.NoItem, t.NoItem
	case p.line.Corrected(item.ID):
		correct = t.IsCorrected
	case !p.own(item):
		correct = t.NotOwnWord
	}
	held := why
	if held == "" && p.data.Data.talk.Own {
		held = p.env.Text.Talk.NotLeader
	}
	give := func(kind talk.Kind) func() tea.Cmd {
		return func() tea.Cmd { return p.write(talk.Feedback{Kind: kind}) }
	}
	list := []nav.Action{
		{ID: "praise", Name: t.Give[talk.Appreciation], Binding: k.Praise, Why: why, Main: true, Run: give(talk.Appreciation)},
		{ID: "improve", Name: t.Give[talk.Improve], Binding: k.Improve, Why: why, Main: true, Run: give(talk.Improve)},
		{ID: "add", Name: t.Give[talk.CheckIn], Binding: k.Add, Why: held, Main: true, Run: give(talk.CheckIn)},
		{ID: "enter", Name: t.Give[talk.Answer], Binding: k.Enter, Why: answer, Main: true, Run: func() tea.Cmd {
			return p.write(talk.Feedback{Kind: talk.Answer, To: item.ID})
		}},
		{ID: "remark", Name: t.Give[talk.Note], Binding: k.Remark, Why: why, Main: true, Run: give(talk.Note)},
		{ID: "period", Name: k.Period.Help().Desc, Binding: k.Period, Why: p.onePeriod(), Run: p.choosePeriod},
		{ID: "edit", Name: t.Correct, Binding: k.Edit, Why: correct, Run: func() tea.Cmd {
			f := item
			f.Corrects, f.Word.On = item.ID, 0
			return p.write(f)
		}},
	}
	return append(list, p.colleagues()...)
}

// colleagues leads from one's own conversation to those to whom one may give
// feedback.
func (p *Page) colleagues() []nav.Action {
	if p.env.Me.Employee != p.route.Employee || !p.env.MayOpen(nav.Colleagues{}) {
		return nil
	}
	a := nav.Action{ID: "colleagues", Name: p.env.Text.Talk.Colleagues, Binding: p.env.Keys.Feedback, Main: true,
		Run: func() tea.Cmd { return nav.Open(nav.Colleagues{}) }}
	if p.alone {
		a.Why = p.env.Text.Feedback.Alone
	}
	all := nav.Action{ID: "rounds", Name: p.env.Text.Round.Title, Why: a.Why, Run: func() tea.Cmd { return nav.Open(nav.Rounds{}) }}
	return []nav.Action{a, all}
}

// whyNot says why nothing can be given here.
func (p *Page) whyNot() string {
	me := p.env.Me
	switch {
	case !p.data.Have:
		return p.env.Text.Feedback.Reading
	case me.Employee != "" && me.Employee == p.route.Employee:
		return p.env.Text.Feedback.Self
	case !access.MayAny(me, model.VerbFeedback, p.data.Data.rels):
		return p.env.Text.Feedback.NotAllowed
	}
	return ""
}

func (p *Page) whyNoAnswer() string {
	rel := model.RelEvaluator
	if p.env.Me.Employee == p.route.Employee {
		rel = model.RelSelf
	}
	if !access.May(p.env.Me, model.VerbAnswer, rel) {
		return p.env.Text.Feedback.NotAllowed
	}
	return ""
}

// own reports whether the word of an item is one that whoever works here gives:
// their own, or one that they recorded.
func (p *Page) own(f talk.Feedback) bool {
	return f.Word.Whose == p.env.Me.Employee || f.Word.Via == model.Recorded && f.Word.By == p.env.Me.Employee
}

// Title is the person's name.
func (p *Page) Title() string {
	if !p.data.Have {
		return p.env.Text.Feedback.Title
	}
	return lang.Inert(p.data.Data.talk.Staff.Name)
}

// Kind is what the page is, beside others about the same person.
func (p *Page) Kind() string { return p.env.Text.Feedback.Title }

// Crumb is which item of how many.
func (p *Page) Crumb() string {
	if n := len(p.items()); n > 0 && p.form == nil {
		return p.env.Text.Count(p.at+1) + "/" + p.env.Text.Count(n)
	}
	return ""
}

// Typing says that keys are text: while an item is being written.
func (p *Page) Typing() bool { return p.form != nil && p.form.form.Typing() }

// Unsaved names the item that is being written.
func (p *Page) Unsaved() string {
	if p.form != nil && p.form.form.Dirty() {
		return p.env.Text.Feedback.Unsaved
	}
	return ""
}

// ShowAlone shows the conversation to the person it is about: it is read, and
// nothing is written into it in the evaluator's place.
func (p *Page) ShowAlone(on bool) { p.alone = on }

// Resize gives the page its room.
func (p *Page) Resize(width, height int) {
	if p.width != width {
		p.drawn = nil
	}
	p.width, p.height = width, height
	if len(p.items()) > 0 {
		p.show(p.at)
	}
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil && !p.data.Have:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Feedback.Reading
	case p.form != nil:
		return p.form.view(p.width, p.height)
	}
	lines := []string{p.head(), ""}
	if len(p.items()) == 0 {
		return strings.Join(append(lines, p.empty()), "\n")
	}
	return strings.Join(append(lines, p.body()...), "\n")
}
