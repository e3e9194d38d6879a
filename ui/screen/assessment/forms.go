package assessment

import (
	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/rules"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/assess"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Form is one of the two forms: the person writes, or somebody types from a paper.
type Form = formpage.Page[assessment.Standing]

// The fields, as model's errors name them; of a measure or a value "measure:ID".
const (
	fieldResult, fieldBehaviour             = "result", "behaviour"
	fieldMeasure, fieldValue                = "measure:", "value:"
	fieldHelped, fieldHindered, fieldWished = "helped", "hindered", "wished"
	fieldDocument, fieldDate                = "document", "date"
	ratingOf                                = "rating/"
)

// NewForm makes one of the forms.
func NewForm(env nav.Env, desk Desk, route nav.EditSelfView) *Form {
	kind := "write"
	if route.Record {
		kind = "record"
	}
	f := filling{env, desk, route}
	return formpage.New(env, f, formpage.Setup[assessment.Standing]{
		Name: []string{"assessment", kind, string(route.Plan), route.Period.String()},
		Read: f.read,
	})
}

// filling is what a form is for.
type filling struct {
	env   nav.Env
	desk  Desk
	route nav.EditSelfView
}

// read reads what was written; what cannot be written has no form.
func (f filling) read() (assessment.Standing, error) {
	st, err := f.desk.Assessment(f.route.Plan, f.route.Period)
	if err == nil {
		err = st.Write
		if f.route.Record {
			err = st.Record
		}
	}
	return st, assess.Error(f.env.Text, err, st.Own)
}

// Title is what the form does.
func (f filling) Title() string {
	if f.route.Record {
		return f.env.Text.Assessment.Page.FormRecord
	}
	return f.env.Text.Assessment.Page.Form
}

// Kind is the page that the forms are of.
func (f filling) Kind() string { return f.env.Text.Assessment.Title }

// Changed follows nothing.
func (filling) Changed(*Form, string) {}

// Fields are the two ratings over all, measures, values, and three texts; from a
// paper first which one it is.
func (f filling) Fields(p *Form) []form.Field {
	t, st := f.env.Text, p.Data()
	w, c := t.Assessment.Page, st.Assessment.Content
	head := func(text string) form.Field { return form.Field{Kind: form.Head, Label: text} }
	list := []form.Field{head(lang.Inert(st.Staff.Name) + " · " + t.Period(st.Assessment.Period))}
	if f.route.Record {
		given, _ := st.Assessment.Given()
		list = append(list,
			form.Field{ID: fieldDocument, Label: w.Paper, Hint: w.PaperHint + " " + w.RecordHint, Need: true, Max: assessment.MostLine, Value: given.Document},
			form.Field{ID: fieldDate, Label: w.Day, Hint: w.DayHint, Kind: form.Date, Until: f.env.Today()})
	}
	list = append(list, head(t.Assessment.OverAll),
		f.rating(fieldResult, t.Evaluation.Results, w.ResultHint, c.Result), f.rating(fieldBehaviour, t.Evaluation.Behaviour, w.ResultHint, c.Behaviour))
	if len(st.Plan.Measures) > 0 {
		list = append(list, head(t.Assessment.Measures))
	}
	for _, m := range st.Plan.Measures {
		list = append(list, f.both(fieldMeasure+string(m.ID), lang.Inert(m.Gauge.Code), lang.Inert(m.Gauge.Name.In(t.Code)), assessment.On(c.Measures, m.ID))...)
	}
	list = append(list, head(t.Assessment.About))
	for _, b := range rules.Behaviours() {
		list = append(list, f.both(fieldValue+b.Code, b.Name.In(t.Code), b.Guides[0].In(t.Code), assessment.On(c.Values, model.ElementID(b.Code)))...)
	}
	long := func(id, label, hint, value string) form.Field {
		return form.Field{ID: id, Label: label, Hint: hint, Kind: form.Long, Max: assessment.MostText, Value: value}
	}
	return append(list, head(t.Assessment.Title), long(fieldHelped, t.Assessment.Helped, w.HelpedHint, c.Helped),
		long(fieldHindered, t.Assessment.Hindered, w.HinderedHint, c.Hindered), long(fieldWished, t.Assessment.Wished, w.WishedHint, c.Wished))
}

// rating is the choice of a rating, or of none.
func (f filling) rating(id, label, hint string, r model.Rating) form.Field {
	t := f.env.Text
	field := form.Field{ID: id, Label: label, Hint: hint, Kind: form.Choice, Value: r.String()}
	for i, each := range []model.Rating{model.Above, model.Meets, model.Below} {
		field.Options = append(field.Options, form.Option{Value: each.String(), Label: t.RatingShort(each), Letter: string("asb"[i])})
	}
	field.Options = append(field.Options, form.Option{Value: "", Label: t.Assessment.Page.None})
	return field
}

// both are rating and sentence of a measure or a value.
func (f filling) both(id, label, hint string, r assessment.Remark) []form.Field {
	w := f.env.Text.Assessment.Page
	return []form.Field{
		f.rating(ratingOf+id, label, hint, r.Rating),
		{ID: id, Label: w.Text, Hint: w.TextHint, Max: assessment.MostLine, Value: r.Text},
	}
}

// Save takes what the form says.
func (f filling) Save(p *Form) func() (formpage.Kept, error) {
	in, t := p.Form(), f.env.Text
	rated := func(id string) model.Rating {
		r, _ := model.ParseRating(in.Value(id))
		return r
	}
	c := assessment.Content{
		Result: rated(fieldResult), Behaviour: rated(fieldBehaviour),
		Helped: in.Value(fieldHelped), Hindered: in.Value(fieldHindered), Wished: in.Value(fieldWished),
	}
	for _, m := range p.Data().Plan.Measures {
		id := fieldMeasure + string(m.ID)
		c.Measures = append(c.Measures, assessment.Remark{ID: m.ID, Rating: rated(ratingOf + id), Text: in.Value(id)})
	}
	for _, b := range rules.Behaviours() {
		id := fieldValue + b.Code
		c.Values = append(c.Values, assessment.Remark{ID: model.ElementID(b.Code), Rating: rated(ratingOf + id), Text: in.Value(id)})
	}
	document := in.Value(fieldDocument)
	on, _ := in.Date(fieldDate) // the form has checked it
	own := p.Data().Own
	return func() (formpage.Kept, error) {
		if f.route.Record {
			err := f.desk.RecordAssessment(f.route.Plan, f.route.Period, c, document, on)
			return formpage.Kept{Said: t.Assessment.Page.KeptRecord}, assess.Error(t, err, own)
		}
		err := f.desk.WriteAssessment(f.route.Plan, f.route.Period, c)
		return formpage.Kept{Said: lang.Fill(t.Assessment.Page.Kept, "hidden", t.Assessment.Stage.Hidden)}, assess.Error(t, err, own)
	}
}
