package rulesets

import (
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/ruleset"
)

// Namer lets a plan name a rule set of its own.
type Namer interface {
	PlanRow(id model.PlanID) (planning.Row, error)
	Told(plans []model.PlanID) (told map[model.PlanID][]planning.Told, starts []model.Period, now model.Period, err error)
	// NameRules takes a reference with its version; "": none of its own again.
	NameRules(id model.PlanID, ref string) (model.Plan, error)
}

// read is what one reading brings: the rule sets, and the plan that is to name one.
type read struct {
	ruleset.Choices
	row  planning.Row
	told []planning.Told // its periods that were shared
}

// load reads the rule sets, and a plan where there is one.
func load(desk Desk, plan model.PlanID) (r read, err error) {
	if r.Choices, err = desk.RuleSets(); err != nil || plan == "" {
		return r, err
	}
	if r.row, err = desk.PlanRow(plan); err != nil {
		return r, err
	}
	told, _, _, err := desk.Told([]model.PlanID{plan})
	r.told = told[plan]
	return r, err
}

// stays says why the plan keeps the rule set it goes by; "" where it can name
// another.
func (p *Page) stays() string {
	r := p.data.Data
	switch {
	case r.row.Plan.State == model.PlanClosed:
		return p.env.Text.Plan.Closed
	case len(r.told) > 0:
		return p.env.Text.Error(&planning.RulesToldError{Told: r.told[0]})
	}
	return ""
}

// naming are the actions while the page is about one plan. why says why the rule
// set under the cursor cannot be taken.
func (p *Page) naming(why string) []nav.Action {
	k, t := p.env.Keys, p.env.Text
	w, row := t.Rules.Page, p.data.Data.row
	c, _ := p.chosen()
	none := p.stays()
	if why == "" {
		why = none
	}
	if none == "" && rules.Own(row.Plan) == "" {
		none = w.PlanNone
	}
	fill := func(text string) string {
		return lang.Fill(text, "name", lang.Inert(c.Rules.Name.In(t.Code)), "who", lang.Inert(row.Staff.Name), "year", row.Plan.Year)
	}
	ask := func(text string, to useMsg) func() tea.Cmd {
		return func() tea.Cmd { return nav.Ask(fill(text), func() tea.Msg { return to }) }
	}
	return []nav.Action{
		{ID: "enter", Name: w.GoPlan, Binding: k.Enter, Why: why, Main: true, Run: ask(w.AskPlan, useMsg{page: p, choice: c})},
		{ID: "none", Name: w.GoPlanNone, Why: none, Run: ask(w.AskPlanNone, useMsg{page: p, none: true})},
	}
}

// name lets the plan name the rule set that a person said yes to, or none.
func (p *Page) name(use useMsg) tea.Cmd {
	if p.using.Busy {
		return nil
	}
	desk, plan, t, who, ref := p.desk, p.plan, p.env.Text, p.data.Data.row.Staff.Name, use.choice.Rules.Ref()
	if use.none {
		ref = ""
	}
	return p.using.Start(func() (string, error) {
		now, err := desk.NameRules(plan, ref)
		return ruleset.Named(t, who, now, use.choice.Rules), err
	})
}

// about the plan: whose it is, and which rule set it goes by now.
func (p *Page) head() []string {
	if p.plan == "" {
		return nil
	}
	t, row := p.env.Text, p.data.Data.row
	head := lang.Fill(t.Rules.Page.OfPlan, "who", lang.Inert(row.Staff.Name), "year", row.Plan.Year)
	lines := append([]string{" " + p.env.Styles.Header.Render(head)}, p.wrap(ruleset.OfPlan(t, p.env.Rules, row.Plan, row.Staff.Kind))...)
	if why := p.stays(); why != "" {
		lines = append(lines, p.wrap(why)...)
	}
	return append(lines, "")
}
