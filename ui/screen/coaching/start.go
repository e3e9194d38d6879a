package coaching

import (
	"errors"
	"strconv"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/score"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// How many steps, promises and reviews the form takes; more are added on the page.
const (
	mostSteps    = 5
	mostPromises = 3
	mostReviews  = 3
)

// The fields of the form. Those of a step, promise or review have its number behind.
const (
	fieldKind, fieldMeasure, fieldProblem, fieldCause, fieldAim = "kind", "measure", "problem", "cause", "aim"
	fieldStep, fieldStepDay                                     = "step", "step-day"
	fieldPromise, fieldPromiseWho, fieldPromiseDay              = "promise", "promise-who", "promise-day"
	fieldReview                                                 = "review"
)

// measured is one measure of the period that the plan would be tied to.
type measured struct {
	step score.Step
	name string
}

// begin is what the form of a new plan needs.
type begin struct {
	who    model.Profile
	plan   model.PlanID
	period model.Period
	list   []measured
}

// StartForm is the form by which a plan is proposed.
type StartForm = formpage.Page[begin]

// start is what that form is for.
type start struct {
	env   nav.Env
	desk  Desk
	route nav.StartCoaching
	was   string // the problem as it was proposed last
}

// NewStart makes the form.
func NewStart(env nav.Env, desk Desk, route nav.StartCoaching) *StartForm {
	x := &start{env: env, desk: desk, route: route}
	return formpage.New(env, x, formpage.Setup[begin]{
		Name: []string{"coaching", string(route.Employee)}, Read: x.read,
		Alias: map[string]string{"cause": fieldCause + coaching.Causes()[0].String(), "step": fieldStep + "1", "promise": fieldPromise + "1", "review": fieldReview + "1"},
	})
}

// read finds the measures of the period that was named; else of the newest one that
// has values.
func (x *start) read() (b begin, err error) {
	if b.who, err = x.desk.Profile(x.route.Employee); err != nil {
		return b, err
	}
	for _, r := range b.who.Results {
		named := r.Plan.ID == x.route.Plan && r.Card.Period == x.route.Period
		if x.route.Plan != "" && !named {
			continue
		}
		rs, err := x.env.Rules.For(r.Plan, b.who.Employee.Kind)
		if errors.Is(err, model.ErrNotFound) {
			continue
		}
		sc, err := score.Of(r.Card, r.Plan, rs)
		if err != nil {
			return b, err
		}
		var list []measured
		for _, st := range sc.Steps {
			if st.Actual.Present() {
				list = append(list, measured{st, lang.Inert(st.Gauge.Name.In(x.env.Text.Code))})
			}
		}
		if len(list) > 0 {
			b.plan, b.period, b.list = r.Plan.ID, r.Card.Period, list
			return b, nil
		}
	}
	return b, nil
}

// Title is the page's crumb.
func (x *start) Title() string { return x.env.Text.Coaching.Form.Title }

// Kind is the page that the plan is of.
func (x *start) Kind() string { return x.env.Text.Coaching.Title }

// Fields are those of the form.
func (x *start) Fields(p *StartForm) []form.Field {
	t, w := x.env.Text, x.env.Text.Coaching
	var kinds []form.Option
	for _, k := range coaching.Kinds() {
		kinds = append(kinds, form.Option{Value: k.String(), Label: w.Kinds[k.String()], Note: w.KindNotes[k.String()]})
	}
	measures := []form.Option{{Value: "-", Label: w.Form.NoMeasure}}
	chosen := "-"
	for _, m := range p.Data().list {
		note := lang.Fill(w.Form.MeasureBare, "value", t.FixedAmount(m.step.Actual), "target", t.Number(m.step.Gauge.Target))
		if m.step.Reached.Present() {
			note = lang.Fill(w.Form.MeasureNote, "value", t.FixedAmount(m.step.Actual), "target", t.Number(m.step.Gauge.Target), "reach", t.FixedAmount(m.step.Reached))
		}
		measures = append(measures, form.Option{Value: string(m.step.Measure), Label: lang.Inert(m.step.Gauge.Code) + " " + m.name, Note: note})
		if m.step.Measure == x.route.Measure {
			chosen = string(m.step.Measure)
		}
	}
	x.was = x.proposed(p.Data(), chosen)
	list := []form.Field{
		{Kind: form.Head, Label: lang.Inert(p.Data().who.Employee.FullName())},
		{ID: fieldKind, Label: w.Form.Kind, Kind: form.Choice, Value: coaching.Guidance.String(), Options: kinds},
		{ID: fieldMeasure, Label: w.Form.Measure, Hint: w.Form.MeasureHint, Kind: form.Pick, Value: chosen, Need: true, Options: measures},
		{ID: fieldProblem, Label: w.Form.Problem, Hint: w.Form.ProblemHint, Value: x.was, Need: true, Max: 400},
		{Kind: form.Head, Label: w.Form.Causes},
	}
	for _, c := range coaching.Causes() {
		list = append(list, form.Field{ID: fieldCause + c.String(), Label: w.Causes[c.String()], Kind: form.Tick})
	}
	list = append(list, form.Field{ID: fieldAim, Label: w.Form.Aim, Hint: w.Form.AimHint, Need: true, Max: 400})
	return append(list, x.slots()...)
}

// proposed is the problem as the measure tells it; "" for no measure.
func (x *start) proposed(b begin, id string) string {
	t := x.env.Text
	for _, m := range b.list {
		if string(m.step.Measure) == id {
			return lang.Fill(t.Coaching.Form.Proposed, "name", m.name, "value", t.FixedAmount(m.step.Actual), "target", t.Number(m.step.Gauge.Target), "period", t.Period(b.period))
		}
	}
	return ""
}

// slots are the fields of steps, promises and reviews: one more is shown as soon as
// the one before is filled in.
func (x *start) slots() []form.Field {
	w := x.env.Text.Coaching.Form
	after := func(field string, n int) func(*form.Form) bool {
		if n == 1 {
			return nil
		}
		return func(f *form.Form) bool { return f.Value(at(field, n-1)) != "" }
	}
	filled := func(field string, n int) func(*form.Form) bool {
		return func(f *form.Form) bool { return f.Value(at(field, n)) != "" }
	}
	list := []form.Field{{Kind: form.Head, Label: w.Steps}}
	for n := 1; n <= mostSteps; n++ {
		list = append(list, form.Field{ID: at(fieldStep, n), Label: lang.Fill(w.Step, "n", n), Hint: w.StepHint, Max: 400, Need: n == 1, When: after(fieldStep, n)},
			form.Field{ID: at(fieldStepDay, n), Label: w.Day, Kind: form.Date, Need: true, When: filled(fieldStep, n)})
	}
	list = append(list, form.Field{Kind: form.Head, Label: w.Support})
	for n := 1; n <= mostPromises; n++ {
		list = append(list, form.Field{ID: at(fieldPromise, n), Label: lang.Fill(w.Promise, "n", n), Hint: w.PromiseHint, Max: 400, When: after(fieldPromise, n)},
			form.Field{ID: at(fieldPromiseWho, n), Label: w.Who, Hint: w.WhoHint, Need: true, Max: 200, When: filled(fieldPromise, n)},
			form.Field{ID: at(fieldPromiseDay, n), Label: w.Day, Kind: form.Date, Need: true, When: filled(fieldPromise, n)})
	}
	list = append(list, form.Field{Kind: form.Head, Label: w.Reviews})
	for n := 1; n <= mostReviews; n++ {
		list = append(list, form.Field{ID: at(fieldReview, n), Label: lang.Fill(w.Review, "n", n), Kind: form.Date, When: after(fieldReview, n)})
	}
	return list
}

func at(field string, n int) string { return field + strconv.Itoa(n) }

// Changed proposes the problem anew with another measure, where it still stands as
// it was proposed.
func (x *start) Changed(p *StartForm, id string) {
	f := p.Form()
	if id != fieldMeasure || f.Value(fieldProblem) != x.was {
		return
	}
	x.was = x.proposed(p.Data(), f.Value(fieldMeasure))
	f.SetValue(fieldProblem, x.was)
}

// Save proposes the plan.
func (x *start) Save(p *StartForm) func() (formpage.Kept, error) {
	f, b, desk, t := p.Form(), p.Data(), x.desk, x.env.Text
	c := coaching.Coaching{Employee: x.route.Employee, Problem: f.Value(fieldProblem), Aim: f.Value(fieldAim)}
	c.Kind, _ = coaching.ParseKind(f.Value(fieldKind))
	if m := f.Value(fieldMeasure); m != "-" {
		c.SKP, c.Period, c.Measure = b.plan, b.period, model.ElementID(m)
	}
	for _, cause := range coaching.Causes() {
		if f.Value(fieldCause+cause.String()) != "" {
			c.Causes = append(c.Causes, cause)
		}
	}
	day := func(field string, n int) model.Date { // what is no day was refused beside its field
		on, _ := f.Date(at(field, n))
		return on
	}
	for n := 1; n <= mostSteps && f.Value(at(fieldStep, n)) != ""; n++ {
		c = c.With(coaching.Item{Part: coaching.Step, Text: f.Value(at(fieldStep, n)), Due: day(fieldStepDay, n)})
	}
	for n := 1; n <= mostPromises && f.Value(at(fieldPromise, n)) != ""; n++ {
		c = c.With(coaching.Item{Part: coaching.Support, Text: f.Value(at(fieldPromise, n)), Who: f.Value(at(fieldPromiseWho, n)), Due: day(fieldPromiseDay, n)})
	}
	for n := 1; n <= mostReviews && f.Value(at(fieldReview, n)) != ""; n++ {
		c = c.With(coaching.Item{Part: coaching.Look, Due: day(fieldReview, n)})
	}
	name := lang.Inert(b.who.Employee.FullName())
	return func() (formpage.Kept, error) {
		if len(c.Causes) == 0 {
			return formpage.Kept{}, formpage.Refusal{Field: fieldCause + coaching.Causes()[0].String(), Why: t.Coaching.Form.CausesNeeded}
		}
		_, err := desk.StartCoaching(c)
		return formpage.Kept{Said: lang.Fill(t.Coaching.Kept.Started, "name", name)}, err
	}
}
