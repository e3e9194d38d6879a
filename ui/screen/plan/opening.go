package plan

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Setter gives plans targets of their own.
type Setter interface {
	// Told lists what was shared of plans of one year, whose targets stay, and the
	// periods from which others may hold; now is the one in which people work.
	Told(plans []model.PlanID) (told map[model.PlanID][]planning.Told, starts []model.Period, now model.Period, err error)
	SetTargets(o planning.TargetOrder) (planning.Revised, error)
}

// told is what was shared of some plans, and from when other targets may hold.
type told struct {
	by     map[model.PlanID][]planning.Told
	starts []model.Period
	now    model.Period // the one of them in which people work; 0: none
}

// opening reads what the form of targets has to know before it is shown: what
// cannot change any more is said before anybody types.
type opening struct {
	rows  []planning.Row
	focus string // a field
	load  nav.Load[told]
}

func (o *opening) start(desk Setter, rows []planning.Row, focus string) tea.Cmd {
	o.rows, o.focus = rows, focus
	plans := ids(rows)
	return o.load.Start(func() (t told, err error) {
		t.by, t.starts, t.now, err = desk.Told(plans)
		return t, err
	})
}

// take makes the form of the answer, or says why there is none.
func (o *opening) take(env nav.Env, desk Setter, msg tea.Msg) (edit *targets, cmd tea.Cmd, taken bool) {
	if !o.load.Take(msg) {
		return nil, nil, false
	}
	if err := o.load.Err; err != nil {
		return nil, func() tea.Msg { return nav.FailMsg{Err: err} }, true
	}
	first, ok := o.load.Data.first(o.rows)
	if !ok {
		return nil, o.load.Data.noneFree(env.Text, o.rows[0]), true
	}
	edit = newTargets(env, desk, o.rows, o.load.Data, first)
	if o.focus != "" {
		edit.form.Focus(o.focus)
	}
	return edit, nil, true
}

// noneFree says that a year has no period left that could be agreed upon anew.
func (t told) noneFree(text *lang.Texts, row planning.Row) tea.Cmd {
	last := t.by[row.Plan.ID]
	return nav.Say(lang.Fill(text.Plan.NoneFree, "name", lang.Inert(row.Staff.Name), "year", row.Plan.Year,
		"period", shared(text, last[len(last)-1])))
}

// first is the first period, from the one in which people work, in which nothing
// of any of the plans was shared; where somebody has none left, of the others. It
// is false where nobody has.
func (t told) first(rows []planning.Row) (first model.Period, ok bool) {
	for _, r := range rows {
		p, free := planning.FirstFree(t.starts, t.now, t.by[r.Plan.ID])
		if free && (!ok || p.Compare(first) > 0) {
			first, ok = p, true
		}
	}
	return first, ok
}

// stay says whose period was shared, and when: their targets stay if others hold
// from a period on.
func (t told) stay(text *lang.Texts, rows []planning.Row, from model.Period) string {
	var who []string
	for _, r := range rows {
		if way := planning.InTheWay(from, t.by[r.Plan.ID]); len(way) > 0 {
			who = append(who, lang.Inert(r.Staff.Name)+": "+shared(text, way[len(way)-1]))
		}
	}
	const most = 3
	n := len(who)
	if n == 0 {
		return ""
	}
	if n > most {
		who = append(who[:most], text.Plural(text.Plan.Others, n-most))
	}
	return text.Plural(text.Plan.Stay, n, "list", strings.Join(who, "; "))
}

// anew are the fields by which plans are agreed upon anew from a period on; for
// drafts only the reason.
func (t told) anew(env nav.Env, rows []planning.Row, first model.Period) []form.Field {
	text := env.Text.Plan
	agreed := func(*form.Form) bool {
		return slices.ContainsFunc(rows, func(r planning.Row) bool { return r.Plan.State == model.PlanAgreed })
	}
	var starts []form.Option
	for _, p := range t.starts {
		starts = append(starts, form.Option{Value: p.String(), Label: env.Text.Period(p)})
	}
	reaches := func(value string) string { // refuses where everybody was told something
		from, err := model.ParsePeriod(value)
		for _, r := range rows {
			if err != nil || len(planning.InTheWay(from, t.by[r.Plan.ID])) == 0 {
				return ""
			}
		}
		return text.AllTold
	}
	return []form.Field{
		{Kind: form.Head, Label: text.AgreedAnew, When: agreed},
		{ID: "from", Label: text.From, Hint: text.FromHint, Kind: form.Choice, Value: first.String(), Options: starts, When: agreed, Check: reaches},
		{ID: "on", Label: text.On, Kind: form.Date, Need: true, When: agreed, Until: env.Today()},
		{ID: "document", Label: text.Document, Hint: text.DocumentHint, Need: true, Max: 120, When: agreed},
		{ID: "reason", Label: text.Reason, Max: 200, Need: true},
	}
}

// note says who keeps what, from the period that is chosen.
func (t told) note(text *lang.Texts, rows []planning.Row, chosen string) string {
	from, err := model.ParsePeriod(chosen)
	if err != nil {
		return ""
	}
	if stay := t.stay(text, rows, from); stay != "" {
		return stay
	}
	return t.keep(text, rows)
}

// keep says which periods of one person keep their targets.
func (t told) keep(text *lang.Texts, rows []planning.Row) string {
	list := t.by[rows[0].Plan.ID]
	if len(rows) != 1 || len(list) == 0 {
		return ""
	}
	var parts []string
	for _, one := range list {
		parts = append(parts, shared(text, one))
	}
	return lang.Fill(text.Plan.Keeps, "list", strings.Join(parts, ", "))
}

func shared(t *lang.Texts, one planning.Told) string {
	return lang.Fill(t.Plan.Shared, "period", t.Period(one.Period), "on", t.Date(one.On))
}

// agreements says which targets hold when, of a plan that was agreed anew, and by
// which instrument where that changed too.
func agreements(t *lang.Texts, p model.Plan, all []model.Instrument, width int) (lines []string) {
	if len(p.Agreements) < 2 {
		return nil
	}
	for i, a := range slices.Backward(p.Agreements) {
		text := t.Agreement(t.Plan.Agreement, i+1, a, planning.Said(p, a))
		if i := slices.IndexFunc(all, func(in model.Instrument) bool { return in.ID == a.Instrument }); i >= 0 && planning.Moved(p) {
			text += " · " + lang.Inert(all[i].Code) + " " + lang.Fill(t.Plan.Version, "n", a.Version)
		}
		lines = append(lines, strings.Split(ansi.Wordwrap(text, max(1, width), ""), "\n")...)
	}
	return lines
}
