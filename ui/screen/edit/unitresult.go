package edit

import (
	"errors"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/unitresult"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// UnitResultDesk is what the form of a unit's result reads and does.
type UnitResultDesk interface {
	Reader
	ProposeUnitResult(o unitresult.Order) (unitresult.Result, error)
	SetUnitResult(o unitresult.Order) (unitresult.Result, error)
	ExplainDistribution(o unitresult.Order, g distribution.Guide) (unitresult.Result, error)
	Voices
}

// Voices is where the word of the leader above is said.
type Voices interface {
	// Signs tells whether somebody can say a thing by their own PIN.
	Signs(employee model.EmployeeID) (voice.PIN, error)
	// Voiced is the desk on which a word is said as said says it.
	Voiced(said voice.Said) (Decider, error)
}

// Decider decides what a unit reached.
type Decider interface {
	SetUnitResult(o unitresult.Order) (unitresult.Result, error)
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
	x := &unitResult{env, desk, route}
	return newPage(env, desk, about{name: name + string(route.Unit) + "/" + route.Period.String(), also: x.leader}, x)
}

// leader finds out who decides, the leader above whoever heads the unit, and whether
// they can say so here by their own PIN. Who may not read who that is records it from
// a paper.
func (x *unitResult) leader(l *loaded) error {
	head := l.units[x.route.Unit].Head
	if x.route.Explain || head == "" {
		return nil
	}
	pr, err := x.desk.Profile(head)
	if errors.Is(err, model.ErrNotAllowed) {
		return nil
	}
	above := pr.Evaluator
	if err != nil || above.ID == "" || above.ID == x.env.Me.Employee {
		return err
	}
	l.leader = word.Asked{Whose: above.ID, Name: above.FullName()}
	l.leader.PIN, err = x.desk.Signs(above.ID)
	return err
}

// proposed reports a draft: nobody's word yet.
func proposed(f *form.Form) bool { return f.Value("state") == unitresult.Draft.String() }

// decided are the fields of whose word the decision is: from a paper, or by the own
// PIN of the leader above. A draft is a proposal, and asks for none.
func (x *unitResult) decided(p *Page) []form.Field {
	t := p.Env.Text
	w := t.Workplace
	list := p.Data().leader.Fields(t,
		form.Field{ID: "decider", Label: w.Decider, Hint: w.DeciderHint, Max: 120, Value: x.route.Decider},
		form.Field{ID: "document", Label: w.Document, Hint: w.DocumentHint, Max: 120},
		form.Field{ID: "date", Label: w.On, Kind: form.Date, Value: day(p.Env.Today())},
	)
	for i, f := range list {
		if f.ID == word.How || f.ID == word.Secret {
			list[i].When = func(fm *form.Form) bool { return !proposed(fm) && (f.When == nil || f.When(fm)) }
		}
	}
	return list
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
	}
	list = append(list, x.decided(p)...)
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
	keep, t := desk.SetUnitResult, x.env.Text
	switch {
	case proposed(f):
		keep = desk.ProposeUnitResult
	case word.Signing(f): // the leader's own word, now: no paper
		by := p.Data().leader.Said(f)
		said = lang.Fill(t.Workplace.KeptSigned, "unit", lang.Inert(p.Data().units[x.route.Unit].Name), "period", t.Period(x.route.Period), "name", lang.Inert(p.Data().leader.Name))
		o.Decider, o.Document, o.On = p.Data().leader.Name, "", 0
		return func() (formpage.Kept, error) {
			own, err := desk.Voiced(by)
			if err != nil {
				return formpage.Kept{}, formpage.Refuse(t, word.Secret, err)
			}
			_, err = own.SetUnitResult(o)
			return formpage.Kept{Said: said}, err
		}
	}
	return func() (formpage.Kept, error) {
		_, err := keep(o)
		return formpage.Kept{Said: said}, err
	}
}
