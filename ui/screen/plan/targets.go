package plan

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// targets is the form that gives some plans of one instrument own targets. For
// one person it begins with the targets as they are; for several what stays
// empty stays as each has it.
type targets struct {
	env    nav.Env
	desk   Setter
	rows   []planning.Row
	told   told
	form   *form.Form
	saving nav.Load[planning.Revised]
}

func newTargets(env nav.Env, desk Setter, rows []planning.Row, told told, first model.Period) *targets {
	t := env.Text
	e := &targets{env: env, desk: desk, rows: rows, told: told}
	one := len(rows) == 1
	var fields []form.Field
	for _, m := range rows[0].Plan.Measures {
		g := m.Gauge
		hint := lang.Inert(g.Name.In(t.Code)) + " (" + t.Unit(g.Unit) + ")"
		if i := slices.IndexFunc(rows[0].Instrument.Indicators, func(i model.Indicator) bool { return i.ID == m.Indicator }); i >= 0 {
			hint += " · " + lang.Fill(t.Plan.Instruments, "target", t.Number(rows[0].Instrument.Indicators[i].Gauge.Target))
		}
		low, high := "", ""
		if n, ok := g.TargetHigh.Get(); ok && one {
			high = t.Typed(n)
		}
		if one {
			low = t.Typed(g.Target)
		}
		fields = append(fields, form.Field{ID: string(m.ID), Label: lang.Inert(g.Code), Hint: hint, Kind: form.Number, Value: low, Need: one})
		if g.TargetHigh.Present() {
			fields = append(fields, form.Field{ID: "high " + string(m.ID), Label: lang.Inert(g.Code) + " " + t.Plan.UpTo, Hint: hint, Kind: form.Number, Value: high, Need: one})
		}
	}
	e.form = form.New(form.Look{Keys: env.Keys, Styles: env.Styles, Text: t}, append(fields, told.anew(env, rows, first)...)...)
	return e
}

func (e *targets) actions() []nav.Action {
	return nav.Filling(e.form, e.env.Keys, nav.Action{Name: e.form.SaveName(), Run: func() tea.Cmd {
		if e.form.Submit() {
			return e.save()
		}
		return nil
	}})
}

// update takes keys and the answer of the file; open is false once the form is
// done with.
func (e *targets) update(msg tea.Msg) (cmd tea.Cmd, open bool) {
	if e.saving.Take(msg) {
		if err := e.saving.Err; err != nil {
			return func() tea.Msg { return nav.FailMsg{Err: err} }, true
		}
		t, done := e.env.Text, e.saving.Data
		said := t.Plural(t.Plan.Changed, done.Changed)
		if done.Changed == 0 {
			said = t.Plan.NothingChanged
		}
		if n := len(done.Skipped); n > 0 {
			said += " " + t.Plural(t.Plan.Skipped, n, "list", e.skipped(done.Skipped))
		}
		return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Say(said)), false
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil, true
	}
	switch e.form.Press(k) {
	case form.Submit:
		return e.save(), true
	case form.Escape:
		return nil, false
	}
	return nil, true
}

// skipped names whom an order passed over, and why.
func (e *targets) skipped(list []planning.Skip) string {
	var who []string
	for _, s := range list {
		for _, r := range e.rows {
			if r.Plan.ID == s.Plan {
				who = append(who, lang.Inert(r.Staff.Name)+" ("+e.env.Text.Why(s.Err)+")")
			}
		}
	}
	return strings.Join(who, ", ")
}

// save reads the form and keeps the targets, off the loop.
func (e *targets) save() tea.Cmd {
	if e.saving.Busy {
		return nil
	}
	on, _ := e.form.Date("on")
	from, _ := model.ParsePeriod(e.form.Value("from")) // a draft has none
	order := planning.TargetOrder{From: from, On: on, Document: e.form.Value("document"), Reason: e.form.Value("reason")}
	for _, r := range e.rows {
		order.Plans = append(order.Plans, r.Plan.ID)
	}
	for _, m := range e.rows[0].Plan.Measures {
		low, err := e.form.Number(string(m.ID))
		if err != nil || !low.Present() {
			continue // the field has said so; or it stays as it is
		}
		target := planning.Target{Measure: m.ID, Low: low.Or(0), High: m.Gauge.TargetHigh}
		if m.Gauge.TargetHigh.Present() {
			if high, err := e.form.Number("high " + string(m.ID)); err == nil && high.Present() {
				target.High = high
			}
		}
		gauge := m.Gauge
		gauge.Target, gauge.TargetHigh = target.Low, target.High
		if err := gauge.Check(); err != nil {
			e.form.Fail(string(m.ID), e.env.Text.Why(err))
			return nil
		}
		order.Targets = append(order.Targets, target)
	}
	desk := e.desk
	return e.saving.Start(func() (planning.Revised, error) { return desk.SetTargets(order) })
}

func (e *targets) view(width, height int) string {
	t := e.env.Text
	title := lang.Inert(e.rows[0].Staff.Name)
	if n := len(e.rows); n > 1 {
		title = t.Plural(t.Plan.ForMany, n, "code", lang.Inert(e.rows[0].Instrument.Code))
	}
	return formView(e.env, e.form, title, e.told.note(t, e.rows, e.form.Value("from")), width, height)
}

func (e *targets) unsaved() string { return e.form.Unsaved() }
