package home

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/agenda"
	"kinerja/model/duty"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/lang/waits"
	"kinerja/ui/nav"
	"kinerja/ui/widget/chart"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/table"
)

const (
	gap      = 2   // cells between what stands side by side
	sideFrom = 70  // cells from which progress and predicates stand side by side
	barMin   = 6   // cells from which a bar is worth drawing
	nameMin  = 10  // cells that a name keeps beside what it waits for
	widest   = 118 // cells beyond which what belongs together would stand apart
)

// noPeriod says why there is no other period to go to.
func noPeriod(t lang.Home, a agenda.Agenda) string {
	switch len(a.Periods) {
	case 0:
		return t.NeedsPeriod
	case 1:
		return t.OnePeriod
	}
	return ""
}

// compose lays the page out in its room, the cursor on what it was on.
func (p *Page) compose() {
	on := p.leads.Chosen().key
	p.leads.Clear()
	a := p.data.Data.agenda
	switch {
	case !p.data.Have:
		return
	case a.Listed == 0 && a.Cases == 0:
		p.composeEmpty()
	case a.Cases == 0:
		t := p.env.Text
		p.say(lang.Fill(t.Home.Nobody, "period", t.Period(a.Period), "unit", p.unit()))
		p.say(lang.Fill(t.Home.NobodyHow, "key", p.env.Keys.Period.Help().Key))
	default:
		p.composeHead()
		if !p.alone() {
			p.composeClosing()
		}
		p.composeItems()
		p.composeProgress()
		if p.env.MayOpen(nav.Coverage{}) {
			p.choose(p.env.Text.Tenure.Coverage.Line, choice{"coverage", nav.Coverage{Period: a.Period}})
		}
	}
	if p.data.Data.tell {
		p.choose(p.env.Text.Support.Quiet, choice{"support", nav.Support{}})
	}
	p.settle(on)
}

// alone reports whether whoever works here reads about themselves only: then nothing
// is counted, closed or compared.
func (p *Page) alone() bool { return !access.BeyondSelf(p.env.Me, model.VerbReadCard) }

// settle puts the cursor on what it was on, as long as that is there; else on the
// first thing that waits, or the first of all.
func (p *Page) settle(on any) {
	p.leads.Settle(p.room(), func(c choice) bool { return c.key == on },
		func(c choice) bool { _, waits := c.key.(itemKey); return waits })
}

func (p *Page) add(text string) { p.leads.Add(text) }

// say adds sentences in the page's room.
func (p *Page) say(text string) { p.leads.Say(text, p.width) }

// choose adds a line that one can go somewhere from.
func (p *Page) choose(text string, c choice) { p.leads.Choose(text, c) }

// composeEmpty says what to do first with a file without people.
func (p *Page) composeEmpty() {
	t := p.env.Text.Home
	p.say(t.Empty)
	p.add("")
	for _, c := range []struct {
		text  string
		route nav.Route
	}{{t.TakeList, nav.Intake{Kind: "staff"}}, {t.Begin, nav.Welcome{}}, {t.AddOne, nav.EditPerson{}}} {
		p.choose(c.text, choice{c.text, c.route})
	}
	p.add("")
	p.say(t.EmptyHow)
}

func (p *Page) unit() string {
	if name := p.data.Data.agenda.Unit.Name; name != "" {
		return lang.Inert(name)
	}
	return p.env.Text.Home.Whole
}

// composeHead names unit and people, and how long the period goes on.
func (p *Page) composeHead() {
	t, s, a := waits.Words{Texts: p.env.Text}, p.env.Styles, p.data.Data.agenda
	people := t.Plural(t.Common.People, a.People)
	if p.alone() {
		people = lang.Inert(p.env.Me.Name)
	}
	if a.Cases != a.People {
		people += " · " + t.Plural(t.Home.Posts, a.Cases)
	}
	room := max(nameMin, p.width-ansi.StringWidth(people)-3)
	p.add(s.Header.Render(ansi.Truncate(p.unit(), room, s.Glyphs.Ellipsis)) + " · " + people)
	p.say(t.PeriodEnd(a.Period, a.Today))
}

// composeClosing leads to the closing of the period. It stands at the head of the
// page, where it is seen on the smallest screen.
func (p *Page) composeClosing() {
	t, a := waits.Words{Texts: p.env.Text}, p.data.Data.agenda
	text := lang.Fill(t.Home.Closable, "period", t.Period(a.Period))
	if n := a.Blocking; n > 0 {
		text = lang.Fill(t.Home.Close, "period", t.Period(a.Period), "obstacles", t.Plural(t.Home.Obstacles, n))
	}
	if a.Closed != nil {
		text = t.Closed(a.Closed)
	}
	p.choose(text, choice{"close", nav.Closing{Period: a.Period}})
}

// composeItems lists what waits for whoever works here, then for others.
func (p *Page) composeItems() {
	t, s, a := waits.Words{Texts: p.env.Text}, p.env.Styles, p.data.Data.agenda
	p.add(s.Header.Render(t.Home.Yours))
	for _, d := range p.data.Data.duties {
		on := waits.OwedUntil(d)
		due := t.Due(on, a.Today)
		if on.Kind == agenda.PeriodEnd { // its day stands at the head of the page
			due = t.DueShort(on, a.Today)
		}
		p.wait(t.Owed(d), due, on, choice{itemKey{owed: d}, nav.Owed(d, p.env.Me.Employee)})
	}
	if len(p.data.Data.duties) == 0 && (len(a.Items) == 0 || !a.Items[0].Mine) {
		p.say("  " + lang.Fill(t.Home.Nothing, "period", t.Period(a.Period)))
	}
	for i, it := range a.Items {
		if !it.Mine && (i == 0 || a.Items[i-1].Mine) {
			p.add("")
			p.add(s.Header.Render(t.Home.Others))
		}
		p.item(it)
	}
}

// itemKey tells items apart.
type itemKey struct {
	kind agenda.Kind
	by   agenda.By
	mine bool
	owed duty.Duty
}

// across is how wide the lines are drawn that stand in columns.
func (p *Page) across() int { return min(p.width, widest) }

// item is one thing that waits: who, what, and at the right until when; below,
// where there is no room for both.
func (p *Page) item(it agenda.Item) {
	t, s, a := waits.Words{Texts: p.env.Text}, p.env.Styles, p.data.Data.agenda
	who := t.Plural(t.Common.People, it.Count)
	if it.Count == 1 {
		who = lang.Inert(it.First.Staff.Name)
		if it.First.Last != 0 {
			who = lang.Inert(span.With(it.First.Staff.Name, span.Days(p.env.Text, it.First.First, it.First.Last)))
		}
	}
	what := t.What(it.Kind)
	if it.Count == 1 {
		what = t.Obstacle(it.First)
	}
	if !it.Mine && it.By != agenda.ByStaff {
		what += " · " + lang.Inert(t.MustAct(it.By, it.Name))
	}
	due := t.Due(it.Due, a.Today)
	rest := ansi.StringWidth(lang.Fill(t.Home.Item, "who", "", "what", what)) + min(nameMin, ansi.StringWidth(who))
	room := p.across() - pane.Marker
	beside := func() bool { return due == "" || rest+gap+ansi.StringWidth(due) <= room }
	cut := max(0, ansi.StringWidth(who)-nameMin)
	if ends := it.Due.Kind == agenda.PeriodEnd || it.Due.Kind == agenda.PostEnd; ends && rest+cut+gap+ansi.StringWidth(due) > room {
		due = t.DueShort(it.Due, a.Today) // a name is not cut for a day that stands at the head of the page
	}
	if beside() && due != "" {
		room -= gap + ansi.StringWidth(due)
	}
	rest -= min(nameMin, ansi.StringWidth(who))
	who = ansi.Truncate(who, max(nameMin, room-rest), s.Glyphs.Ellipsis)
	p.wait(lang.Fill(t.Home.Item, "who", who, "what", what), due, it.Due, choice{itemKey{kind: it.Kind, by: it.By, mine: it.Mine}, itemPlace(it, a.Period)})
}

// wait is a line of something that waits, its day at the right; below, where there is no
// room for both.
func (p *Page) wait(text, due string, on agenda.Due, c choice) {
	s, room := p.env.Styles, p.across()-pane.Marker
	beside := due == "" || ansi.StringWidth(text)+gap+ansi.StringWidth(due) <= room
	if beside && due != "" {
		room -= gap + ansi.StringWidth(due)
		due = strings.Repeat(" ", gap) + p.late(on, due)
	}
	text = table.Fit(text, room, false, s.Glyphs.Ellipsis)
	if beside {
		p.choose(text+due, c)
		return
	}
	p.choose(text, c)
	p.add(strings.Repeat(" ", 2*pane.Marker) + p.late(on, ansi.Truncate(due, max(0, p.width-2*pane.Marker), s.Glyphs.Ellipsis)))
}

// late sets a date that is over apart from one to come; its words say so too.
func (p *Page) late(d agenda.Due, text string) string {
	if p.data.Data.agenda.Today.Until(d.On) < 0 {
		return p.env.Styles.Warning.Render(text)
	}
	return p.env.Styles.Dim.Render(text)
}

// composeProgress draws how far the period has come, the predicates beside it
// or below.
func (p *Page) composeProgress() {
	t, s, a := waits.Words{Texts: p.env.Text}, p.env.Styles, p.data.Data.agenda
	title, predicates := lang.Fill(t.Home.Progress, "period", t.Period(a.Period)), p.predicates()
	if p.alone() { // a predicate of one is on the page of the evaluation
		predicates = nil
	}
	beside := p.width >= sideFrom && len(predicates) > 0
	left, right := p.across()-pane.Marker, p.across()-pane.Marker
	if beside {
		left = (p.across() - pane.Marker - 2*gap) / 2
		right = p.across() - pane.Marker - 2*gap - left
	}
	head := s.Header.Render(title)
	if beside {
		head += strings.Repeat(" ", max(1, pane.Marker+left+2*gap-ansi.StringWidth(title))) + s.Header.Render(t.Home.Predicates)
	}
	p.add("")
	p.add(head)
	for stage := range agenda.Stages {
		done := a.Stages[stage]
		text := p.stage(stage, left)
		if beside && int(stage) < len(predicates) {
			text += strings.Repeat(" ", 2*gap) + p.predicate(predicates[stage], right)
		}
		route := stageOf(stage, a.Period)
		if done.Open && done.Done < done.Of {
			route = listOf(done.Next, a.Period, 2) // a list, for many may wait here
		}
		p.choose(text, choice{stage, route})
	}
	if !beside && len(predicates) > 0 {
		p.add("")
		p.add(s.Header.Render(t.Home.Predicates))
		for _, predicate := range predicates {
			p.add(strings.Repeat(" ", pane.Marker) + p.predicate(predicate, right))
		}
	}
}

// stage is one stage as a bar with its digits.
func (p *Page) stage(stage agenda.Stage, width int) string {
	t, a := waits.Words{Texts: p.env.Text}, p.data.Data.agenda
	label := 0
	for s := range agenda.Stages {
		label = max(label, ansi.StringWidth(t.Stage(s)))
	}
	count := t.CountOf
	if width-label-1-ansi.StringWidth(count(a.Cases, a.Cases)) < barMin {
		count = t.CountShort
	}
	done := a.Stages[stage]
	return p.bar(t.Stage(stage), label, done.Done, count(done.Done, done.Of), count(a.Cases, a.Cases), width)
}

// predicates are those to draw, best first; none yet last, while there is any.
func (p *Page) predicates() []model.Predicate {
	list := []model.Predicate{model.VeryGood, model.Good, model.NeedsImprovement, model.Poor, model.VeryPoor}
	if p.data.Data.agenda.Predicates[model.NoPredicate] > 0 {
		list = append(list, model.NoPredicate)
	}
	return list
}

// predicate is how many have one predicate, as a bar with its digits.
func (p *Page) predicate(predicate model.Predicate, width int) string {
	t, a := waits.Words{Texts: p.env.Text}, p.data.Data.agenda
	label := 0
	for q := model.NoPredicate; q <= model.VeryGood; q++ {
		label = max(label, ansi.StringWidth(t.Predicate(q)))
	}
	n := a.Predicates[predicate]
	return p.bar(t.Predicate(predicate), label, n, t.Count(n), t.Count(a.Cases), width)
}

func (p *Page) bar(name string, label, n int, digits, widest string, width int) string {
	s := p.env.Styles
	room := ansi.StringWidth(widest)
	label = min(label, max(0, width-room-1))
	return table.Fit(name, label, false, s.Glyphs.Ellipsis) + " " +
		chart.Bar(s, n, p.data.Data.agenda.Cases, digits, room, max(0, width-label-1))
}

// room is how many lines stand above the last one.
func (p *Page) room() int { return max(1, p.height-1) }

// View draws the page in its room: what is in sight, and below it how much is
// not, and where the file is.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil:
		return ansi.Wordwrap(t.Error(p.data.Err), max(1, p.width), "")
	case !p.data.Have:
		return t.Home.Reading
	}
	lines := p.leads.Seen(p.env.Styles, p.width, p.room())
	for len(lines) < p.height-1 {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, p.file()), "\n")
}

// file says how much is out of sight, where the file is, and when it was last
// backed up. Of a long path the end is shown, where its name stands.
func (p *Page) file() string {
	t, s, r := p.env.Text, p.env.Styles, p.data.Data
	above, below := p.leads.Hidden(p.room())
	more := pane.More(t, s.Glyphs, above, below)
	if more != "" {
		more += " · "
	}
	backup := t.Home.NoBackup
	if p.env.May(model.VerbBackup) != "" { // whoever keeps no copies is not told that there is none
		backup = ""
	} else if !r.backup.IsZero() {
		backup = lang.Fill(t.Home.FileBackup, "at", t.Time(r.backup))
	}
	if backup != "" {
		backup = " · " + backup
	}
	path := lang.Inert(r.path)
	room := p.width - ansi.StringWidth(lang.Fill(t.Home.File, "path", "")) - ansi.StringWidth(backup) - ansi.StringWidth(more)
	if over := ansi.StringWidth(path) - max(nameMin, room); over > 0 {
		path = ansi.TruncateLeft(path, over+1, s.Glyphs.Ellipsis)
	}
	text := ansi.Truncate(more+lang.Fill(t.Home.File, "path", path)+backup, max(0, p.width), s.Glyphs.Ellipsis)
	if rest, ok := strings.CutPrefix(text, more); ok {
		return s.Text.Render(more) + s.Dim.Render(rest)
	}
	return s.Text.Render(text)
}
