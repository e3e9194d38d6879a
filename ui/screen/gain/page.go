// Package gain is the form of what a gain is computed from: the means of pretest
// and posttest, the maximum, the pupils, and which of the two ways. A class list
// can be pasted into it; its means and counts are taken and no mark is kept, not
// even in the draft of the form.
package gain

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/gain"
	"kinerja/model/planning"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Desk is what this form reads and does.
type Desk interface {
	PlanRow(id model.PlanID) (planning.Row, error)
	Card(id model.PlanID, p model.Period) (model.Card, error)
	Enter(id model.PlanID, p model.Period, entries []model.Entry, reason string) (model.Card, error)
}

// The fields, as gain's errors name them.
const (
	fieldPre, fieldPost, fieldMax = "pretes", "postes", "maksimum"
	fieldPupils, fieldOut         = "murid", "dikecualikan"
	fieldWhich, fieldMean         = "gain_dari", "gain"
)

// loaded is what one reading brings.
type loaded struct {
	name    string
	measure model.Measure
	entry   model.Entry
}

// Page is the form of one value.
type Page struct {
	env   nav.Env
	desk  Desk
	route nav.Gain

	data   nav.Load[loaded]
	saving nav.Load[model.Entry]
	form   *form.Form
	draft  string // came back before the form was there
	told   string // what a pasted list came to
	failed bool   // it could not be read
	done   bool   // it was kept, or given up

	width, height int
}

// New makes the form of one value of a plan.
func New(env nav.Env, desk Desk, route nav.Gain) *Page {
	return &Page{env: env, desk: desk, route: route}
}

// Init reads the value as it is.
func (p *Page) Init() tea.Cmd {
	desk, at := p.desk, p.route
	return p.data.Start(func() (l loaded, err error) {
		row, err := desk.PlanRow(at.Plan)
		if err != nil {
			return l, err
		}
		l.name = row.Staff.Name
		measures := row.Plan.In(at.Period).Measures
		i := slices.IndexFunc(measures, func(m model.Measure) bool { return m.ID == at.Measure })
		if i < 0 || measures[i].Gauge.Direction != model.Gain {
			return l, model.ErrNotFound
		}
		l.measure = measures[i]
		card, err := desk.Card(at.Plan, at.Period)
		l.entry = card.Entry(at.Measure)
		return l, err
	})
}

// dropMsg: a person gave up what was typed.
type dropMsg struct{ page *Page }

// Update takes answers, a pasted list, and the keys of the form.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch {
	case p.data.Take(msg):
		p.fill()
		return nil
	case p.saving.Take(msg):
		return p.saved()
	case msg == tea.Msg(dropMsg{p}):
		p.done = true
		return nav.Back
	}
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok || p.saving.Busy:
		return nil
	case p.form == nil:
		if k.Type == tea.KeyEsc {
			return nav.Back
		}
		return nil
	case k.Paste && strings.ContainsAny(string(k.Runes), "\t\n\r;"):
		p.paste(string(k.Runes))
		return nil
	}
	switch p.form.Press(k) {
	case form.Submit:
		return p.save()
	case form.Escape:
		return p.giveUp()
	case form.Changed:
		p.told, p.failed = "", false
	}
	return nil
}

func (p *Page) giveUp() tea.Cmd {
	what := p.Unsaved()
	if what == "" {
		return nav.Back
	}
	return nav.Ask(lang.Fill(p.env.Text.Frame.LeaveUnsaved, "what", what), func() tea.Msg { return dropMsg{p} })
}

// fill makes the form of what was read; one that is there stays as it was typed.
func (p *Page) fill() {
	if p.data.Err != nil || p.form != nil {
		return
	}
	p.form = form.New(form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}, p.fields()...)
	p.retype()
}

// detail is what the form says; an error where it says no gain yet.
func (p *Page) detail() (gain.Detail, error) {
	var d gain.Detail
	for id, to := range map[string]*model.Number{fieldPre: &d.Pre, fieldPost: &d.Post, fieldMax: &d.Max} {
		a, err := p.form.Number(id)
		if err != nil || !a.Present() {
			return d, errors.Join(model.ErrMissing, err)
		}
		*to = a.Or(0)
	}
	n, err := p.counts()
	if err != nil {
		return d, err
	}
	d.Pupils, d.LeftOut = n[0], n[1]
	d.Which, _ = gain.ParseWhich(p.form.Value(fieldWhich)) // a Choice is one of its options
	if d.Which == gain.Pupils {
		a, err := p.form.Number(fieldMean)
		if err != nil || !a.Present() {
			return d, errors.Join(model.ErrMissing, err)
		}
		d.Mean = a.Or(0)
	}
	return d, d.Check()
}

// paste takes a class list: its means and counts go into the form.
func (p *Page) paste(text string) {
	t := p.env.Text
	most, err := p.form.Number(fieldMax)
	rows, errRows := block.Parse(text)
	pairs, errPairs := gain.ReadPairs(rows)
	if err = errors.Join(err, errRows, errPairs); err == nil {
		var d gain.Detail
		if d, err = gain.FromPairs(pairs, most.Or(gain.UsualMax), gain.Pupils); err == nil {
			for id, value := range map[string]string{
				fieldPre: t.Typed(d.Pre), fieldPost: t.Typed(d.Post), fieldMax: t.Typed(d.Max), fieldMean: t.Typed(d.Mean),
				fieldPupils: strconv.Itoa(d.Pupils), fieldOut: strconv.Itoa(d.LeftOut),
			} {
				p.form.Fill(id, value)
			}
			p.failed, p.told = false, lang.Fill(t.Gain.Form.Pasted, "pupils", t.Plural(t.Gain.Pupils, d.Pupils), "out", t.Plural(t.Gain.LeftOut, d.LeftOut))
			return
		}
	}
	why := t.Error(err)
	var field *model.FieldError
	if errors.As(err, &field) {
		why = strings.TrimSpace(t.Field(field.Field)+" "+lang.Inert(field.Value)) + ": " + t.Why(field.Err)
	}
	p.failed, p.told = true, lang.Fill(t.Gain.Form.NotPasted, "why", strings.TrimRight(why, "."))
}

func (p *Page) submit() tea.Cmd {
	if p.form != nil && !p.saving.Busy && p.form.Submit() {
		return p.save()
	}
	return nil
}

func (p *Page) save() tea.Cmd {
	d, err := p.detail()
	if err != nil {
		return p.refused(err)
	}
	e := d.Entry()
	e.Measure, e.Note = p.route.Measure, p.data.Data.entry.Note
	desk, at := p.desk, p.route
	return p.saving.Start(func() (model.Entry, error) {
		_, err := desk.Enter(at.Plan, at.Period, []model.Entry{e}, "")
		return e, err
	})
}

// refused says what is wrong beside its field.
func (p *Page) refused(err error) tea.Cmd {
	var field *model.FieldError
	if errors.As(err, &field) && p.form.Has(field.Field) {
		p.form.Fail(field.Field, p.env.Text.Why(field.Err))
		return nil
	}
	return nav.Fail(err)
}

func (p *Page) saved() tea.Cmd {
	if p.saving.Err != nil {
		return p.refused(p.saving.Err)
	}
	p.done = true
	t, l := p.env.Text, p.data.Data
	said := lang.Fill(t.Gain.Form.Kept, "name", lang.Inert(l.name), "code", lang.Inert(l.measure.Gauge.Code), "value", t.Amount(p.saving.Data.Actual))
	return tea.Batch(func() tea.Msg { return nav.ChangedMsg{} }, nav.Back, nav.Say(said))
}

// Actions says how the form is sent and given up.
func (p *Page) Actions() []nav.Action {
	if p.form == nil {
		return nil
	}
	list := nav.Filling(p.form, p.env.Keys, nav.Action{Name: p.form.SaveName(), Run: p.submit})
	return append(list, nav.Action{ID: "paste", Name: p.env.Text.Gain.Form.Paste, Binding: p.env.Keys.Paste, Main: true})
}

// Resize gives the form its room.
func (p *Page) Resize(width, height int) { p.width, p.height = width, height }

// Title is the page's crumb.
func (p *Page) Title() string { return p.env.Text.Gain.Form.Title }

// Kind is the page that the value is of.
func (p *Page) Kind() string { return p.env.Text.Results.Title }

// Typing says that letters go into the form.
func (p *Page) Typing() bool { return p.form != nil && p.form.Typing() }

// Pastes says that a class list can be put down here.
func (p *Page) Pastes() bool { return p.form != nil && !p.saving.Busy }

// Draft is what was typed and is not kept yet: means and counts.
func (p *Page) Draft() (name, text string) {
	name = "gain/" + string(p.route.Plan) + "/" + p.route.Period.String() + "/" + string(p.route.Measure)
	switch {
	case p.done:
		return name, ""
	case p.form == nil:
		return name, p.draft
	}
	typed := p.form.Typed()
	if typed == nil {
		return name, ""
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return name, "" // strings alone always become JSON
	}
	return name, string(raw)
}

// Redraft puts back what was typed before.
func (p *Page) Redraft(text string) {
	p.draft = text
	p.retype()
}

// retype brings a draft into the form, once there is one.
func (p *Page) retype() {
	if p.form == nil || p.draft == "" {
		return
	}
	var typed map[string]string
	if json.Unmarshal([]byte(p.draft), &typed) == nil {
		p.form.Retype(typed, nil)
	}
	p.draft = ""
}

// Unsaved names what was typed.
func (p *Page) Unsaved() string {
	if p.form == nil || p.done {
		return ""
	}
	return p.form.Unsaved()
}
