// Package rulesets is the page of the rule sets: which is in use and since when,
// its source, and what of it nobody has verified. Enter chooses another, with the
// checks that the command line makes.
package rulesets

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/ruleset"
	"kinerja/ui/widget/table"
)

// Desk is what this page reads and does.
type Desk interface {
	// RuleSets lists those that the program brings along, then one's own.
	RuleSets() (ruleset.Choices, error)
	// UseRules puts another into use.
	UseRules(ref string) error
	// UseRulesFor puts one into use for people of a kind; "": none of their own.
	UseRulesFor(kind model.EmployeeKind, ref string) error
	Namer
}

// The columns, as Cell numbers them.
const (
	colName = iota
	colVersion
	colDecides
	colUnverified
)

// Page is the list of rule sets.
type Page struct {
	env  nav.Env
	desk Desk
	plan model.PlanID // that is to name one; "": one is put into use

	data   nav.Load[read]
	using  nav.Load[string]
	table  *table.Table
	whole  bool // all that the chosen one holds is shown
	scroll pane.Scroll

	width, height int
}

// New makes the page, for all or for one plan.
func New(env nav.Env, desk Desk, route nav.RuleSets) *Page {
	p := &Page{env: env, desk: desk, plan: route.Plan}
	h := env.Text.Rules.Head
	p.table = table.New(env.Text, env.Styles, []table.Column{
		colName:       {Title: h.Name, Min: 29, Max: 50},
		colVersion:    {Title: h.Version, Min: 7, Max: 7, Right: true, Level: 3},
		colDecides:    {Title: h.Decides, Min: 22, Max: 24, Level: 1},
		colUnverified: {Title: h.Unverified, Min: 18, Max: 18, Right: true, Level: 2},
	})
	return p
}

// Init reads the rule sets.
func (p *Page) Init() tea.Cmd {
	desk, plan := p.desk, p.plan
	return p.data.Start(func() (read, error) { return load(desk, plan) })
}

// Update takes answers, and the keys that are no action.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.table.SetLen(p.Len())
		at := slices.IndexFunc(p.data.Data.List, func(c ruleset.Choice) bool { return p.used(c) })
		p.table.MoveTo(max(0, at))
		return nil
	case p.using.Take(msg):
		return p.taken()
	}
	if use, ok := msg.(useMsg); ok && use.page == p {
		if p.plan != "" {
			return p.name(use)
		}
		return p.take(use)
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch keys := p.env.Keys; {
	case key.Matches(k, keys.Esc):
		return nav.Back
	case key.Matches(k, keys.PageUp):
		p.scroll.By(1-p.height, len(p.lines()), p.height)
	case key.Matches(k, keys.PageDown):
		p.scroll.By(p.height-1, len(p.lines()), p.height)
	case p.whole && key.Matches(k, keys.Up):
		p.scroll.By(-1, len(p.lines()), p.height)
	case p.whole && key.Matches(k, keys.Down):
		p.scroll.By(1, len(p.lines()), p.height)
	default:
		p.table.Press(k, keys)
		p.scroll.Reset()
	}
	return nil
}

// useMsg: a person said yes to another rule set.
type useMsg struct {
	page   *Page
	choice ruleset.Choice
	kind   *model.EmployeeKind // for whom alone; nil: for all
	none   bool                // the kind's own is taken away
}

// chosen is the rule set under the cursor.
func (p *Page) chosen() (ruleset.Choice, bool) {
	if i := p.table.Cursor(); i < p.Len() {
		return p.data.Data.List[i], true
	}
	return ruleset.Choice{}, false
}

// used reports whether a rule set is the one in use, or the one that the plan
// names.
func (p *Page) used(c ruleset.Choice) bool {
	if p.plan != "" {
		return c.Fault == "" && c.Rules.Ref() == rules.Own(p.data.Data.row.Plan)
	}
	return c.Fault == "" && c.Rules.Ref() == p.env.Rules.File.Ref()
}

// Actions says what can be done here.
func (p *Page) Actions() []nav.Action {
	k, w := p.env.Keys, p.env.Text.Rules
	use, why := "", ""
	switch c, ok := p.chosen(); {
	case !ok:
		use, why = w.Reading, w.Reading
	case c.Fault != "":
		use, why = c.Fault, c.Fault
	case p.used(c) && p.plan != "":
		use = w.Page.PlanHas
	case p.used(c):
		use = w.Page.InUse
	}
	name := w.Page.Whole
	if p.whole {
		name = p.env.Text.Credit.CloseWhy
	}
	list := []nav.Action{
		{ID: "enter", Name: w.Go, Binding: k.Enter, Why: use, Main: true, Run: p.ask},
		{ID: "why", Name: name, Binding: k.Why, Why: why, Main: true, Run: p.open},
	}
	if p.plan != "" {
		list = append(p.naming(use), list[1:]...)
	} else {
		for _, kind := range ruleset.Settable() {
			list = append(list, p.forKind(kind, use))
		}
	}
	if p.whole {
		list = append(list, nav.Action{ID: "close", Name: name, Binding: k.Esc, Run: p.open})
	}
	return list
}

// open opens and closes all that a rule set holds.
func (p *Page) open() tea.Cmd {
	p.whole = !p.whole
	p.scroll.Reset()
	return nil
}

// ask asks before another rule set is put into use.
func (p *Page) ask() tea.Cmd {
	c, _ := p.chosen()
	text := lang.Fill(p.env.Text.Rules.Page.Ask, "name", lang.Inert(c.Rules.Name.In(p.env.Text.Code)))
	return nav.Ask(text, func() tea.Msg { return useMsg{page: p, choice: c} })
}

// forKind is the action that puts the chosen one into use for a kind of staff, or
// takes it away where it is theirs.
func (p *Page) forKind(kind model.EmployeeKind, why string) nav.Action {
	t, w := p.env.Text, p.env.Text.Rules.Page
	c, _ := p.chosen()
	a := nav.Action{ID: "for_" + kind.String(), Name: lang.Fill(w.GoFor, "kind", t.EmployeeKind(kind)), Why: why}
	if why == w.InUse { // by all, but not by a kind that has its own
		a.Why = ""
	}
	ask, use := w.AskFor, useMsg{page: p, choice: c, kind: &kind}
	if slices.Contains(ruleset.Kinds(p.env.Rules, c.Rules), kind) {
		a.Name, a.Why = lang.Fill(w.GoNone, "kind", t.EmployeeKind(kind)), ""
		ask, use.none = w.AskNone, true
	}
	text := lang.Fill(ask, "kind", t.EmployeeKind(kind), "name", lang.Inert(c.Rules.Name.In(t.Code)))
	a.Run = func() tea.Cmd { return nav.Ask(text, func() tea.Msg { return use }) }
	return a
}

func (p *Page) take(use useMsg) tea.Cmd {
	if p.using.Busy {
		return nil
	}
	c := use.choice
	desk, t, ref := p.desk, p.env.Text, c.Rules.ID // without a version: a newer one takes its place
	for _, other := range p.data.Data.List {
		if other.Fault == "" && other.Rules.ID == ref && other.Rules.Version != c.Rules.Version {
			ref = c.Rules.Ref()
			break
		}
	}
	if use.kind != nil {
		if use.none {
			c.Rules, ref = rules.RuleSet{}, ""
		}
		said := ruleset.ChosenFor(t, *use.kind, c.Rules) + " " + t.Rules.KeptWith
		return p.using.Start(func() (string, error) { return said, desk.UseRulesFor(*use.kind, ref) })
	}
	said := lang.Fill(t.Rules.Chosen, "name", lang.Inert(c.Rules.Name.In(t.Code)), "version", c.Rules.Version) + " " + t.Rules.KeptWith
	return p.using.Start(func() (string, error) { return said, desk.UseRules(ref) })
}

// taken opens the program anew: no page goes on with the rule set before.
func (p *Page) taken() tea.Cmd {
	if err := p.using.Err; err != nil {
		return nav.Fail(err)
	}
	if p.plan != "" {
		return tea.Batch(nav.Say(p.using.Data), func() tea.Msg { return nav.ChangedMsg{} })
	}
	return nav.Again(nav.AgainMsg{First: nav.RuleSets{}, Said: p.using.Data})
}

// Len is how many rule sets there are.
func (p *Page) Len() int { return len(p.data.Data.List) }

// Cell is one cell of the table.
func (p *Page) Cell(row, col int) string {
	t, c := p.env.Text, p.data.Data.List[row]
	switch col {
	case colName:
		mark := "  "
		if p.used(c) || p.plan == "" && c.Fault == "" && len(ruleset.Kinds(p.env.Rules, c.Rules)) > 0 {
			mark = "* "
		}
		if c.Fault != "" {
			return mark + lang.Inert(c.File)
		}
		if kinds := ruleset.For(t, p.env.Rules, c.Rules); kinds != "" {
			return mark + lang.Inert(c.Rules.Name.In(t.Code)) + " (" + kinds + ")"
		}
		return mark + lang.Inert(c.Rules.Name.In(t.Code))
	case colVersion:
		if c.Fault != "" {
			return lang.None
		}
		return t.Count(c.Rules.Version)
	case colDecides:
		if c.Fault != "" {
			return t.Rules.Page.Refused
		}
		return ruleset.Decides(t, c.Rules)
	}
	if c.Fault != "" {
		return lang.None
	}
	return t.Count(ruleset.Unverified(c.Rules))
}

// lines are the list and what is to be known about the chosen one, or all that
// it holds.
func (p *Page) lines() []string {
	t, s := p.env.Text, p.env.Styles
	c, ok := p.chosen()
	if !ok {
		return nil
	}
	title := " " + s.Header.Render(lang.Inert(c.Rules.Name.In(t.Code)))
	if c.Fault != "" {
		title = " " + s.Header.Render(lang.Inert(c.File))
	}
	if p.whole {
		return append([]string{title}, p.wrap(ruleset.Lines(t, c.Rules)...)...)
	}
	p.table.Resize(p.width, p.Len()+1)
	lines := append(append(p.head(), strings.Split(p.table.View(p), "\n")...), "", title)
	return append(lines, p.about(c)...)
}

// about is since when the chosen one is in use, its source, and what nobody has
// verified.
func (p *Page) about(c ruleset.Choice) []string {
	t, w := p.env.Text, p.env.Text.Rules
	if c.Fault != "" {
		return p.wrap(lang.Fill(w.Refused, "why", c.Fault))
	}
	use := w.Page.NotUsed
	switch since := p.data.Data.Since; {
	case p.plan != "" && p.used(c):
		use = w.Page.PlanHas
	case p.plan != "":
		use = ""
	case p.used(c) && since != 0:
		use = lang.Fill(w.Page.Since, "date", t.Date(since))
	case p.used(c) && c.Rules.ID == model.DefaultRuleSet:
		use = w.Page.Always
	case p.used(c):
		use = w.Page.Unrecorded
	}
	if kinds := ruleset.For(t, p.env.Rules, c.Rules); kinds != "" {
		if p.plan == "" && !p.used(c) {
			use = ""
		}
		use = strings.TrimSpace(use + " " + lang.Fill(w.Page.For, "kinds", kinds))
	}
	list := []string{lang.Fill(w.Source, "source", lang.Inert(c.Rules.Source))}
	if use != "" {
		list = append([]string{use}, list...)
	}
	if c.File != "" {
		list = append(list, lang.Fill(w.Own, "file", lang.Inert(c.File)))
	}
	lines := p.wrap(list...)
	if ruleset.Unverified(c.Rules) == 0 {
		return lines
	}
	lines = append(lines, " "+p.env.Styles.Warning.Render(w.Page.Unverified))
	for _, text := range ruleset.Doubts(t, c.Rules) {
		lines = append(lines, pane.Hang(text, p.width, 2, 4)...)
	}
	return lines
}

func (p *Page) wrap(list ...string) (lines []string) {
	for _, text := range list {
		indent := len(text) - len(strings.TrimLeft(text, " "))
		lines = append(lines, pane.Hang(strings.TrimLeft(text, " "), p.width, 1+indent, 3+indent)...)
	}
	return lines
}

// View draws the page in its room.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.data.Err != nil && !p.data.Have:
		return strings.Join(pane.Wrap(t.Error(p.data.Err), p.width), "\n")
	case !p.data.Have:
		return t.Rules.Reading
	}
	return p.scroll.View(t, p.env.Styles, p.lines(), p.width, p.height)
}

// Resize gives the page its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Rules.Title }

// Typing is never so: nothing is typed here.
func (p *Page) Typing() bool { return false }
