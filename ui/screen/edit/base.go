package edit

import (
	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/points"
)

// BaseDesk is what the form of an opening balance reads and does.
type BaseDesk interface {
	Reader
	Credit(id model.EmployeeID) (credit.Row, error)
	SetBase(b credit.Base) (credit.Base, error)
}

// According to what a balance is recorded.
const (
	onPaper = "paper"
	moved   = "moved"
)

// base is the form of one person's opening balance of credit points.
type base struct {
	env  nav.Env
	desk BaseDesk
}

// NewBase makes the form of an opening balance.
func NewBase(env nav.Env, desk BaseDesk, route nav.CreditBase) *Page {
	also := func(l *loaded) error {
		row, err := desk.Credit(route.Employee)
		l.account = row.Account
		return err
	}
	return newPage(env, desk, about{name: "credit/" + string(route.Employee), who: route.Employee, also: also}, &base{env, desk})
}

func (x *base) Title() string { return x.env.Text.Credit.SetBase }

func (x *base) Kind() string { return x.env.Text.Credit.Title }

func (x *base) Fields(p *Page) []form.Field {
	t := p.Env.Text.Credit
	paper := func(f *form.Form) bool { return f.Value("from") == onPaper }
	var levels []form.Option
	for _, l := range credit.Levels() {
		levels = append(levels, form.Option{Value: l.String(), Label: l.Name()})
	}
	inRank := func(string) string {
		if _, ok := x.months(p.Form()); !ok {
			return p.Env.Text.Why(model.ErrNumberRange)
		}
		return ""
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Inert(p.Data().who.Employee.FullName())},
		{ID: "from", Label: t.From, Hint: t.FromHint, Kind: form.Choice, Value: onPaper, Options: []form.Option{{Value: onPaper, Label: t.OnPaper}, {Value: moved, Label: t.Moved}}},
		{ID: "points", Label: t.Points, Hint: t.PointsHint, Kind: form.Number, Need: true, When: paper},
		{ID: "years", Label: t.InRank, Hint: t.InRankHint, Kind: form.Number, Need: true, Check: inRank, When: func(f *form.Form) bool { return !paper(f) }},
		{ID: "date", Label: t.Until, Hint: t.UntilHint, Kind: form.Date, Need: true, Until: p.Env.Today()},
		{ID: "document", Label: t.Document, Hint: t.PaperHint, Kind: form.Text, Need: true, Max: 200},
		{ID: "jenjang", Label: t.Level, Kind: form.Pick, Value: p.Data().account.Level.String(), Options: levels},
	}
}

func (x *base) Changed(*Page, string) {}

// months is how long somebody was in the rank before.
func (x *base) months(f *form.Form) (int, bool) {
	years, err := f.Number("years")
	months, ok := credit.MonthsOf(years.Or(0))
	return months, err == nil && ok
}

// save keeps the balance as the form says it.
func (x *base) Save(p *Page) func() (formpage.Kept, error) {
	f := p.Form()
	b := credit.Base{Employee: p.Data().who.Employee.ID, Document: f.Value("document")}
	b.Level, _ = credit.ParseLevel(f.Value("jenjang"))
	b.Until, _ = f.Date("date") // the form checked it
	if f.Value("from") == moved {
		b.Months, _ = x.months(f)
	} else {
		n, _ := f.Number("points")
		b.Points = n.Or(0)
	}
	desk, t, name := x.desk, x.env.Text, p.Data().who.Employee.FullName()
	return func() (formpage.Kept, error) {
		b, err := desk.SetBase(b)
		return formpage.Kept{Said: lang.Fill(t.Credit.Kept, "name", lang.Inert(name), "points", points.Points(t, b.Amount()))}, err
	}
}
