// Package observe is the form of the lessons that a value of classroom observation
// stands on: one is added, or one that is kept goes on or is mended. Each is kept;
// their mean is the value.
package observe

import (
	"errors"
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rubric"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Desk is what this form reads and does.
type Desk interface {
	PlanRow(id model.PlanID) (planning.Row, error)
	Card(id model.PlanID, p model.Period) (model.Card, error)
	Enter(id model.PlanID, p model.Period, entries []model.Entry, reason string) (model.Card, error)
}

// The fields, as rubric's errors name them; a behaviour is fieldScore.
const (
	fieldWhich, fieldOn, fieldBy      = "observasi", "tanggal", "pengamat"
	fieldStage, fieldFocus, fieldNote = "tahap", "fokus", "catatan"
	fieldScores                       = "nilai"
	fresh, everything                 = "new", "all"
)

// fieldScore is the field of one behaviour.
func fieldScore(f rubric.Focus, n int) string { return f.String() + "." + strconv.Itoa(n+1) }

// loaded is what one reading brings.
type loaded struct {
	name    string
	measure model.Measure
	entry   model.Entry
	lessons rubric.Detail
}

// Page is the form of the lessons of one value.
type Page = formpage.Page[loaded]

// lessons is what the form is for.
type lessons struct {
	env   nav.Env
	desk  Desk
	at    nav.Observe
	shown string                       // the observation in the form
	typed map[string]map[string]string // what was typed for others
}

// New makes the form of the lessons of one value of a plan.
func New(env nav.Env, desk Desk, at nav.Observe) *Page {
	name := []string{"observe", string(at.Plan), at.Period.String(), string(at.Measure)}
	x := &lessons{env: env, desk: desk, at: at, shown: fresh, typed: map[string]map[string]string{}}
	return formpage.New(env, x, formpage.Setup[loaded]{
		Name: name, Read: func() (loaded, error) { return read(desk, at) }, Field: fieldOn, Alias: map[string]string{fieldScores: fieldStage},
	})
}

// read brings the value as it is.
func read(desk Desk, at nav.Observe) (l loaded, err error) {
	row, err := desk.PlanRow(at.Plan)
	if err != nil {
		return l, err
	}
	l.name = row.Staff.Name
	measures := row.Plan.In(at.Period).Measures
	i := slices.IndexFunc(measures, func(m model.Measure) bool { return m.ID == at.Measure })
	if i < 0 || !rubric.Takes(measures[i].Gauge) {
		return l, model.ErrNotFound
	}
	l.measure = measures[i]
	card, err := desk.Card(at.Plan, at.Period)
	l.entry = card.Entry(at.Measure)
	l.lessons, _ = rubric.Of(l.entry)
	return l, err
}

// Title is the page's crumb.
func (x *lessons) Title() string { return x.env.Text.Observe.Form.Title }

// Kind is the page that the value is of.
func (x *lessons) Kind() string { return x.env.Text.Results.Title }

// chosen is the place of the observation in the form; ok is false for a new one.
func (x *lessons) chosen(p *Page) (n int, ok bool) {
	n, err := strconv.Atoi(p.Form().Value(fieldWhich))
	return n - 1, err == nil && n <= len(p.Data().lessons)
}

// Changed brings another observation into the form, once it is chosen; what was
// typed for the one before waits.
func (x *lessons) Changed(p *Page, id string) {
	f := p.Form()
	which := f.Value(fieldWhich)
	if id != fieldWhich || which == x.shown {
		return
	}
	typed := f.Typed()
	delete(typed, fieldWhich)
	x.typed[x.shown], x.shown = typed, which
	for id, value := range x.values(p) {
		f.SetValue(id, value)
	}
	f.Retype(x.typed[which], nil)
}

// observation is what the form says.
func (x *lessons) observation(f *form.Form) (o rubric.Observation, err error) {
	if o.On, err = f.Date(fieldOn); err != nil {
		return o, &model.FieldError{Field: fieldOn, Value: f.Value(fieldOn), Err: err}
	}
	o.By, o.Note = f.Value(fieldBy), f.Value(fieldNote)
	o.Stage, _ = rubric.ParseStage(f.Value(fieldStage)) // a Choice is one of its options
	for focus := range rubric.Focus(rubric.Focuses) {
		for n := range rubric.Behaviours {
			v, err := score(f.Value(fieldScore(focus, n)))
			if err != nil {
				return o, &model.FieldError{Field: fieldScore(focus, n), Err: err}
			}
			o.Scores[focus][n] = v
		}
	}
	return o, o.Check()
}

// score is what one behaviour was given; 0 where it was not seen.
func score(text string) (uint8, error) {
	if model.NoValue(text) {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < rubric.Lowest || n > rubric.Highest {
		return 0, rubric.ErrScale
	}
	return uint8(n), nil
}

// others are the observations beside the one in the form.
func (x *lessons) others(p *Page) rubric.Detail {
	if n, ok := x.chosen(p); ok {
		return p.Data().lessons.Without(n)
	}
	return p.Data().lessons
}

// Save enters the value with all its observations.
func (x *lessons) Save(p *Page) func() (formpage.Kept, error) {
	o, err := x.observation(p.Form())
	all := x.others(p).With(o)
	if err == nil {
		err = all.Check(x.at.Period)
	}
	keep, l := x.keep(p, all), p.Data()
	return func() (k formpage.Kept, _ error) {
		if err != nil {
			return k, err
		}
		return formpage.Kept{Said: x.said(x.env.Text.Observe.Form.Kept, l, all)}, keep()
	}
}

// keep enters the value that observations come to; the note of the cell stays.
func (x *lessons) keep(p *Page, all rubric.Detail) func() error {
	e := all.Entry()
	e.Measure, e.Note = x.at.Measure, p.Data().entry.Note
	desk, at := x.desk, x.at
	return func() error {
		_, err := desk.Enter(at.Plan, at.Period, []model.Entry{e}, "")
		return err
	}
}

// said is a sentence about the value that is kept now.
func (x *lessons) said(text string, l loaded, all rubric.Detail) string {
	t := x.env.Text
	return lang.Fill(text, "name", lang.Inert(l.name), "code", lang.Inert(l.measure.Gauge.Code), "value", t.Amount(all.Value()))
}

// Actions are those beside the ones of every form.
func (x *lessons) Actions(p *Page) []nav.Action {
	w := x.env.Text.Observe.Form
	a := nav.Action{ID: "remove", Name: w.Remove, Run: func() tea.Cmd { return x.remove(p) }}
	if _, ok := x.chosen(p); !ok {
		a.Why = w.NotStored
	}
	return []nav.Action{a}
}

// remove takes the observation in the form away, after a question.
func (x *lessons) remove(p *Page) tea.Cmd {
	n, ok := x.chosen(p)
	if !ok {
		return nil
	}
	t, l, rest := x.env.Text, p.Data(), x.others(p)
	keep := x.keep(p, rest)
	said := nav.Say(x.said(t.Observe.Form.Removed, l, rest))
	return nav.Ask(lang.Fill(t.Observe.Form.AskRemove, "session", lesson.Session(t, l.lessons[n])), func() tea.Msg {
		if err := keep(); err != nil {
			return nav.FailMsg{Err: err}
		}
		return tea.BatchMsg{func() tea.Msg { return nav.ChangedMsg{} }, p.Drop, said}
	})
}

// why is the reason for which a score is refused, beside its field.
func (x *lessons) why(value string) string {
	if _, err := score(value); err != nil {
		return x.env.Text.Why(err)
	}
	return ""
}

// inside refuses a day outside of the period.
func (x *lessons) inside(p *Page) func(string) string {
	return func(string) string {
		day, err := p.Form().Date(fieldOn)
		switch {
		case err != nil:
			return x.env.Text.Why(errors.Join(model.ErrBadDate, err))
		case !x.at.Period.Has(day):
			return x.env.Text.Why(rubric.ErrOutside)
		}
		return ""
	}
}
