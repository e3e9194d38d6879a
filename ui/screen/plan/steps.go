package plan

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// What is done to drafts: they are agreed upon, or made anew from the newest
// version of their instrument. Both are in the menu alone.

// agreement is the form of the day and the paper on which drafts were agreed.
type agreement struct {
	rows   []planning.Row
	form   *form.Form
	saving nav.Load[int]
}

// The answers to two questions, once somebody said yes.
type (
	agreeMsg struct{ form *agreement }
	renewMsg struct {
		list  *List
		plans []model.PlanID
	}
)

// picked are the plans on the list that were chosen; not those that a filter hides.
func (l *List) picked() (rows []planning.Row) {
	for _, row := range l.chosen.Seen(l.Len(), l.plan) {
		rows = append(rows, l.at(row))
	}
	return rows
}

// among are the plans that ok says yes to: of those chosen, else of all that are
// listed.
func (l *List) among(ok func(planning.Row) bool) (rows []planning.Row) {
	all := l.picked()
	if len(all) == 0 {
		for i := range l.Len() {
			all = append(all, l.at(i))
		}
	}
	for _, r := range all {
		if ok(r) {
			rows = append(rows, r)
		}
	}
	return rows
}

func draft(r planning.Row) bool { return !planning.Binding(r.Plan) }

// older reports a draft made from a version that is not the newest.
func (l *List) older(r planning.Row) bool {
	return r.Renewable(planning.NewestOf(l.data.Data.instruments, r.Instrument))
}

// steps are the actions on drafts, and the copy of one plan.
func (l *List) steps(none string) []nav.Action {
	t := l.env.Text
	drafts, older := l.among(draft), l.among(l.older)
	noDraft, noOlder := none, none
	if none == "" && len(drafts) == 0 {
		noDraft = t.Plan.NoDrafts
	}
	if none == "" && len(older) == 0 {
		noOlder = t.Plan.NoOlder
	}
	return []nav.Action{
		{ID: "agree", Name: t.Plural(t.Plan.Agree, len(drafts)), Why: noDraft, Run: func() tea.Cmd { l.askAgreement(drafts); return nil }},
		{ID: "renew", Name: t.Plural(t.Plan.Renew, len(older)), Why: noOlder, Run: func() tea.Cmd { return l.askRenew(older) }},
		{ID: "copy-to", Name: lang.Fill(t.SKP.Page.CopyTo, "year", l.data.Data.year+1), Binding: l.env.Keys.Copy, Why: none, Run: func() tea.Cmd {
			row, _ := l.row()
			return nav.Open(nav.SKP{Plan: row.Plan.ID, Copy: true})
		}},
	}
}

// todo says above the list what waits for somebody: drafts, and those of an
// older version.
func (l *List) todo() (lines []string) {
	t, s := l.env.Text, l.env.Styles
	menu := l.env.Keys.Now(l.env.Keys.Palette, true)
	add := func(p lang.Plural, ok func(planning.Row) bool) {
		n := 0
		for _, r := range l.data.Data.rows {
			if ok(r) {
				n++
			}
		}
		if n > 0 {
			lines = append(lines, s.Dim.Render(ansi.Truncate(t.Plural(p, n, "menu", menu), l.width, s.Glyphs.Ellipsis)))
		}
	}
	add(t.Plan.Drafts, draft)
	add(t.Plan.Older, l.older)
	return lines
}

// askAgreement opens the form.
func (l *List) askAgreement(rows []planning.Row) {
	t := l.env.Text
	l.agree = &agreement{rows: rows, form: form.New(form.Look{Keys: l.env.Keys, Styles: l.env.Styles, Text: t},
		form.Field{ID: "on", Label: t.Positions.On, Kind: form.Date, Need: true, Until: l.env.Today()},
		form.Field{ID: "document", Label: t.Plan.Document, Hint: t.SKP.Page.DocumentHint, Need: true, Max: 120},
	)}
}

func (a *agreement) actions(l *List) []nav.Action {
	return nav.Filling(a.form, l.env.Keys, nav.Action{Name: a.form.SaveName(), Run: func() tea.Cmd {
		if a.form.Submit() {
			return l.sure()
		}
		return nil
	}})
}

func (a *agreement) view(env nav.Env, width, height int) string {
	title := env.Text.Plural(env.Text.Plan.AgreeTitle, len(a.rows))
	lines := append(strings.Split(ansi.Wordwrap(title, max(1, width), ""), "\n"), "")
	return strings.Join(append(lines, a.form.View(width, max(1, height-len(lines)))), "\n")
}

// sure asks about weights that do not sum to 100 before a plan binds.
func (l *List) sure() tea.Cmd {
	t, a := l.env.Text, l.agree
	var odd []string
	seen := map[string]bool{}
	for _, r := range a.rows {
		var sum model.Number
		for _, m := range r.Plan.Measures {
			sum += m.Gauge.Weight
		}
		text := lang.Fill(t.Positions.WeightsOf, "code", lang.Inert(r.Instrument.Code), "n", t.Number(sum))
		if sum != model.Int(100) && !seen[text] {
			seen[text], odd = true, append(odd, text)
		}
	}
	yes := func() tea.Msg { return agreeMsg{a} }
	if len(odd) == 0 {
		return yes
	}
	return nav.Ask(lang.Fill(t.Plan.OddWeights, "list", strings.Join(odd, ", ")), yes)
}

// askRenew says what happens to whom, and asks.
func (l *List) askRenew(rows []planning.Row) tea.Cmd {
	return nav.Ask(l.env.Text.Plural(l.env.Text.Plan.AskRenew, len(rows)), func() tea.Msg { return renewMsg{l, ids(rows)} })
}

func ids(rows []planning.Row) (list []model.PlanID) {
	for _, r := range rows {
		list = append(list, r.Plan.ID)
	}
	return list
}

// step takes what belongs to these actions, and reports whether msg did.
func (l *List) step(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	desk := l.desk
	switch m := msg.(type) {
	case agreeMsg:
		a := l.agree
		if a == nil || m.form != a || a.saving.Busy {
			return nil, true
		}
		on, _ := a.form.Date("on") // checked by the form
		plans, document := ids(a.rows), a.form.Value("document")
		return a.saving.Start(func() (int, error) { return desk.Agree(plans, on, document) }), true
	case renewMsg:
		if m.list != l || l.renewing.Busy {
			return nil, true
		}
		return l.renewing.Start(func() (planning.Renewed, error) { return desk.Renew(m.plans) }), true
	}
	if l.renewing.Take(msg) {
		return l.renewed(), true
	}
	if l.agree == nil {
		return nil, false
	}
	if l.agree.saving.Take(msg) {
		return l.agreed(), true
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil, false
	}
	switch l.agree.form.Press(k) {
	case form.Submit:
		return l.sure(), true
	case form.Escape:
		l.agree = nil
	}
	return nil, true
}

func (l *List) agreed() tea.Cmd {
	if err := l.agree.saving.Err; err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	said := l.env.Text.Plural(l.env.Text.Plan.Agreed, l.agree.saving.Data)
	l.chosen.Drop(ids(l.agree.rows)...)
	l.agree = nil
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
}

func (l *List) renewed() tea.Cmd {
	if err := l.renewing.Err; err != nil {
		return func() tea.Msg { return nav.FailMsg{Err: err} }
	}
	t, done := l.env.Text, l.renewing.Data
	said := t.Plural(t.Plan.Renewed, done.Plans)
	if done.Filled > 0 {
		said += " " + t.Plural(t.Plan.StayFilled, done.Filled)
	}
	l.chosen.Drop(ids(l.picked())...)
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said))
}
