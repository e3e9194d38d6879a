package edit

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/unitresult"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// UnitResultDesk is what the form of a unit's result reads and does.
type UnitResultDesk interface {
	Reader
	ProposeUnitResult(o unitresult.Order) (unitresult.Result, error)
	SetUnitResult(o unitresult.Order) (unitresult.Result, error)
	ExplainDistribution(o unitresult.Order, g distribution.Guide) (unitresult.Result, error)
}

// unitResult is the form by which a unit's result is decided, or the reason for
// its distribution given.
type unitResult struct {
	env   nav.Env
	desk  UnitResultDesk
	route nav.UnitResult
}

// NewUnitResult makes the form.
func NewUnitResult(env nav.Env, desk UnitResultDesk, route nav.UnitResult) *Page {
	name := "result/"
	if route.Explain {
		name = "spread/"
	}
	return newPage(env, desk, about{name: name + string(route.Unit) + "/" + route.Period.String()}, &unitResult{env, desk, route})
}

func (x *unitResult) Title() string {
	if x.route.Explain {
		return x.env.Text.Workplace.ExplainTitle
	}
	return x.env.Text.Workplace.SetTitle
}

func (x *unitResult) Kind() string { return x.env.Text.Workplace.Title }

func (x *unitResult) Fields(p *Page) []form.Field {
	t := p.Env.Text
	w := t.Workplace
	unit := lang.Inert(p.Data().units[x.route.Unit].Name)
	head := form.Field{Kind: form.Head, Label: lang.Fill(t.Survey.Head, "unit", unit, "period", t.Period(x.route.Period))}
	if x.route.Explain {
		return []form.Field{head, {ID: "reason", Label: w.ExplainReason, Hint: w.ExplainHint, Need: true, Max: 400}}
	}
	var grades []form.Option
	for _, g := range unitresult.Grades() {
		grades = append(grades, form.Option{Value: g.String(), Label: t.Grade(g)})
	}
	list := []form.Field{
		head,
		{ID: "result", Label: w.Grade, Kind: form.Choice, Options: grades, Value: x.route.Grade.String()},
		{ID: "basis", Label: w.BasisName, Hint: w.BasisHint, Need: true, Max: 400, Value: x.route.Basis},
		{ID: "decider", Label: w.Decider, Hint: w.DeciderHint, Max: 120, Value: x.route.Decider},
		{ID: "document", Label: w.Document, Hint: w.DocumentHint, Max: 120},
		{ID: "date", Label: w.On, Kind: form.Date, Value: day(p.Env.Today())},
	}
	if x.route.Revise {
		return append(list, form.Field{ID: "reason", Label: w.Reason, Hint: w.ReasonHint, Need: true, Max: 200})
	}
	return append(list, form.Field{ID: "state", Label: w.DraftOnly, Kind: form.Choice, Value: unitresult.Set.String(), Options: []form.Option{
		{Value: unitresult.Set.String(), Label: w.IsDecided}, {Value: unitresult.Draft.String(), Label: w.IsDraft},
	}})
}

func (x *unitResult) Changed(*Page, string) {}

func (x *unitResult) Save(p *Page) func() (formpage.Kept, error) {
	f, desk := p.Form(), x.desk
	o := unitresult.Order{Unit: x.route.Unit, Period: x.route.Period, Reason: f.Value("reason")}
	said := lang.Fill(x.env.Text.Workplace.Kept, "unit", lang.Inert(p.Data().units[x.route.Unit].Name), "period", x.env.Text.Period(x.route.Period))
	if x.route.Explain {
		return func() (formpage.Kept, error) {
			_, err := desk.ExplainDistribution(o, p.Env.Rules.File.Distribution())
			return formpage.Kept{Said: said}, err
		}
	}
	o.Grade, _ = unitresult.ParseGrade(f.Value("result"))
	o.Basis, o.Decider, o.Document = f.Value("basis"), f.Value("decider"), f.Value("document")
	o.On, _ = model.ParseDate(f.Value("date"))
	keep := desk.SetUnitResult
	if f.Value("state") == unitresult.Draft.String() {
		keep = desk.ProposeUnitResult
	}
	return func() (formpage.Kept, error) {
		_, err := keep(o)
		return formpage.Kept{Said: said}, err
	}
}
