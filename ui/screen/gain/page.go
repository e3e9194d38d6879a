// Package gain is the form of what a gain is computed from: the means of pretest
// and posttest, the maximum, the pupils, and which of the two ways. A class list
// can be pasted into it; its means and counts are taken and no mark is kept, not
// even in the draft of the form.
package gain

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/gain"
	"kinerja/model/planning"
	"kinerja/ui/formpage"
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
type Page = formpage.Page[loaded]

// value is what the form is for.
type value struct {
	env    nav.Env
	desk   Desk
	at     nav.Gain
	told   string // what a pasted list came to
	failed bool   // it could not be read
}

// New makes the form of one value of a plan.
func New(env nav.Env, desk Desk, at nav.Gain) *Page {
	name := []string{"gain", string(at.Plan), at.Period.String(), string(at.Measure)}
	return formpage.New(env, &value{env: env, desk: desk, at: at}, formpage.Setup[loaded]{Name: name, Read: func() (loaded, error) { return read(desk, at) }})
}

// read brings the value as it is.
func read(desk Desk, at nav.Gain) (l loaded, err error) {
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
}

// Title is the page's crumb.
func (x *value) Title() string { return x.env.Text.Gain.Form.Title }

// Kind is the page that the value is of.
func (x *value) Kind() string { return x.env.Text.Results.Title }

// Changed forgets what a pasted list came to: the form says something else now.
func (x *value) Changed(*Page, string) { x.told, x.failed = "", false }

// detail is what the form says; an error where it says no gain yet.
func detail(f *form.Form) (gain.Detail, error) {
	var d gain.Detail
	for id, to := range map[string]*model.Number{fieldPre: &d.Pre, fieldPost: &d.Post, fieldMax: &d.Max} {
		a, err := f.Number(id)
		if err != nil || !a.Present() {
			return d, errors.Join(model.ErrMissing, err)
		}
		*to = a.Or(0)
	}
	n, err := counts(f)
	if err != nil {
		return d, err
	}
	d.Pupils, d.LeftOut = n[0], n[1]
	d.Which, _ = gain.ParseWhich(f.Value(fieldWhich)) // a Choice is one of its options
	if d.Which == gain.Pupils {
		a, err := f.Number(fieldMean)
		if err != nil || !a.Present() {
			return d, errors.Join(model.ErrMissing, err)
		}
		d.Mean = a.Or(0)
	}
	return d, d.Check()
}

// Paste takes a class list: its means and counts go into the form. A single value
// goes where the cursor is.
func (x *value) Paste(p *Page, text string) bool {
	if !strings.ContainsAny(text, "\t\n\r;") {
		return false
	}
	t, f := x.env.Text, p.Form()
	most, err := f.Number(fieldMax)
	rows, errRows := block.Parse(text)
	pairs, errPairs := gain.ReadPairs(rows)
	if err = errors.Join(err, errRows, errPairs); err == nil {
		var d gain.Detail
		if d, err = gain.FromPairs(pairs, most.Or(gain.UsualMax), gain.Pupils); err == nil {
			for id, value := range map[string]string{
				fieldPre: t.Typed(d.Pre), fieldPost: t.Typed(d.Post), fieldMax: t.Typed(d.Max), fieldMean: t.Typed(d.Mean),
				fieldPupils: strconv.Itoa(d.Pupils), fieldOut: strconv.Itoa(d.LeftOut),
			} {
				f.Fill(id, value)
			}
			x.failed, x.told = false, lang.Fill(t.Gain.Form.Pasted, "pupils", t.Plural(t.Gain.Pupils, d.Pupils), "out", t.Plural(t.Gain.LeftOut, d.LeftOut))
			return true
		}
	}
	why := t.Error(err)
	var field *model.FieldError
	if errors.As(err, &field) {
		why = strings.TrimSpace(t.Field(field.Field)+" "+lang.Inert(field.Value)) + ": " + t.Why(field.Err)
	}
	x.failed, x.told = true, lang.Fill(t.Gain.Form.NotPasted, "why", strings.TrimRight(why, "."))
	return true
}

// PasteName is what the menu calls it.
func (x *value) PasteName() string { return x.env.Text.Gain.Form.Paste }

// Save enters the gain with what it was computed from.
func (x *value) Save(p *Page) func() (formpage.Kept, error) {
	d, errDetail := detail(p.Form())
	desk, at, t, l := x.desk, x.at, x.env.Text, p.Data()
	return func() (k formpage.Kept, err error) {
		if errDetail != nil {
			return k, errDetail
		}
		e := d.Entry()
		e.Measure, e.Note = at.Measure, l.entry.Note
		_, err = desk.Enter(at.Plan, at.Period, []model.Entry{e}, "")
		k.Said = lang.Fill(t.Gain.Form.Kept, "name", lang.Inert(l.name), "code", lang.Inert(l.measure.Gauge.Code), "value", t.Amount(e.Actual))
		return k, err
	}
}
