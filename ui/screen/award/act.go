package award

import (
	"cmp"
	"errors"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/awarding"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// The fields of the forms, beside those of whose word it is.
const (
	fieldWho, fieldKind, fieldOther, fieldPeriod = "pegawai", "kind", "other", "period"
	fieldReason, fieldOverruled                  = "reason", "overruled"
)

// ActDesk is what the form of a step reads and does.
type ActDesk interface {
	Reader
	Choices
	// Findings is how somebody stands by a rule over periods, oldest first.
	Findings(who model.EmployeeID, periods []model.Period, rule award.Rule) ([]award.Finding, error)
	Steps
}

// Choices is what the forms choose from.
type Choices interface {
	People() ([]model.StaffRow, error)
	Periods() ([]model.Period, error)
	// WhoseAward is whose word a step is, and how it can be known; the zero Asked where
	// it is that of whoever works.
	WhoseAward(who model.EmployeeID, step string) (word.Asked, error)
}

// Steps is what the forms do.
type Steps interface {
	Nominate(a award.Award) (award.Award, error)
	CheckAward(who model.EmployeeID, id award.ID, periods []model.Period, rule award.Rule, overruled string, w model.Word) (award.Award, error)
	// StepAward takes a step; said is how the word is known that it is.
	StepAward(said voice.Said, who model.EmployeeID, id award.ID, name string, w model.Word) (award.Award, error)
}

// loaded is what the form of a step needs.
type loaded struct {
	row     award.Row // of a new one: the person alone, where that is known
	staff   []model.StaffRow
	periods []model.Period
	found   []award.Finding
	asked   word.Asked
}

// ActForm is the form of one step of a nomination.
type ActForm = formpage.Page[loaded]

// act is what that form is for.
type act struct {
	env   nav.Env
	desk  ActDesk
	route nav.AwardAct
}

// NewAct makes the form.
func NewAct(env nav.Env, desk ActDesk, route nav.AwardAct) *ActForm {
	x := &act{env, desk, route}
	return formpage.New(env, x, formpage.Setup[loaded]{
		Name: []string{"award", string(route.Employee), string(route.ID), route.Act}, Read: x.read,
	})
}

func (x *act) read() (l loaded, err error) {
	if x.route.ID == "" {
		return x.readNew()
	}
	if l.row, err = find(x.desk, nav.Award{Employee: x.route.Employee, ID: x.route.ID}); err != nil {
		return l, err
	}
	if x.route.Act == award.Check {
		rule := x.env.Terms.Award
		l.found, err = x.desk.Findings(x.route.Employee, rule.Periods(l.row.Period), rule)
		return l, err
	}
	l.asked, err = x.desk.WhoseAward(x.route.Employee, x.route.Act)
	return l, err
}

func (x *act) readNew() (l loaded, err error) {
	if l.staff, err = x.desk.People(); err != nil {
		return l, err
	}
	l.periods, err = x.desk.Periods()
	return l, err
}

// Title is the page's crumb.
func (x *act) Title() string { return x.env.Text.Award.Page.Titles[x.route.Act] }

// Kind is the page that the nomination is of.
func (x *act) Kind() string { return x.env.Text.Award.Page.Kind }

// Fields are those of the form.
func (x *act) Fields(p *ActForm) []form.Field {
	t, w, today, d := x.env.Text, x.env.Text.Award.Page.Form, x.env.Today(), p.Data()
	if x.route.ID == "" {
		return x.nominating(p)
	}
	list := []form.Field{{Kind: form.Head, Label: lang.Inert(d.row.Staff.Name) + " · " + awarding.Line(t, d.row.Award)}}
	on := form.Field{ID: word.Date, Label: w.On, Kind: form.Date, Value: t.Date(today), Need: true, Until: today}
	switch x.route.Act {
	case award.Check:
		if !award.Met(d.found) {
			list = append(list, form.Field{ID: fieldOverruled, Label: w.Overruled, Hint: w.OverruledHint, Kind: form.Long, Need: true, Max: award.Most})
		}
	case award.Decide:
		list = append(list, form.Field{ID: word.Document, Label: w.Letter, Hint: w.LetterHint, Need: true, Max: 200})
	case award.HandOver:
		list = append(list, form.Field{ID: word.Document, Label: w.Paper, Max: 200})
	default:
		list = append(list, form.Field{ID: fieldReason, Label: w.Because, Kind: form.Long, Need: true, Max: award.Most})
	}
	return append(append(list, on), d.asked.Fields(t)...)
}

// nominating are the fields of a new nomination.
func (x *act) nominating(p *ActForm) []form.Field {
	t, w, d := x.env.Text, x.env.Text.Award.Page.Form, p.Data()
	var people, kinds, periods []form.Option
	for _, s := range d.staff {
		people = append(people, form.Option{Value: string(s.Employee), Label: lang.Inert(s.Name), Note: lang.Inert(s.Position)})
	}
	for _, kind := range x.env.Terms.KindsOr(t.Award.Kinds) {
		kinds = append(kinds, form.Option{Value: kind, Label: lang.Inert(kind)})
	}
	for _, each := range d.periods {
		periods = append(periods, form.Option{Value: each.String(), Label: t.Period(each)})
	}
	period := x.route.Period
	if !period.Valid() {
		period, _ = model.Usual(d.periods)
	}
	return []form.Field{
		{ID: fieldWho, Label: w.Person, Hint: w.PersonHint, Kind: form.Pick, Need: true, Options: people, Value: string(x.route.Employee)},
		{ID: fieldKind, Label: w.Kind, Kind: form.Pick, Options: kinds, Value: kinds[0].Value},
		{ID: fieldOther, Label: w.Other, Hint: w.OtherHint, Max: 200},
		{ID: fieldPeriod, Label: w.Period, Kind: form.Pick, Need: true, Options: periods, Value: period.String()},
		{ID: fieldReason, Label: w.Reason, Hint: w.ReasonHint, Kind: form.Long, Need: true, Max: award.Most},
	}
}

// Changed follows nothing.
func (x *act) Changed(*ActForm, string) {}

// Below says what the step means, and of a check how the person stands today.
func (x *act) Below(p *ActForm, width int) []string {
	t, s, lines := x.env.Text, x.env.Styles, []string{""}
	text := t.Award.Page.Texts[x.route.Act]
	for _, f := range p.Data().found {
		for _, found := range awarding.Finding(t, f, x.env.Terms.Award) {
			text += "\n" + awarding.Mark(t, f) + found
		}
	}
	for line := range strings.SplitSeq(ansi.Wordwrap(text, max(1, width-1), ""), "\n") {
		lines = append(lines, s.Dim.Render(" "+line))
	}
	return lines
}

// Save takes the step.
func (x *act) Save(p *ActForm) func() (formpage.Kept, error) {
	f, d, desk, name, t := p.Form(), p.Data(), x.desk, x.route.Act, x.env.Text
	done := func(who, kind string) formpage.Kept {
		return formpage.Kept{Said: lang.Fill(t.Award.Done[name], "name", lang.Inert(who), "kind", lang.Inert(kind))}
	}
	if x.route.ID == "" {
		a := award.Award{Employee: model.EmployeeID(f.Value(fieldWho)), Kind: cmp.Or(strings.TrimSpace(f.Value(fieldOther)), f.Value(fieldKind)), Reason: f.Value(fieldReason)}
		a.Period, _ = model.ParsePeriod(f.Value(fieldPeriod))
		who := ""
		for _, s := range d.staff {
			if s.Employee == a.Employee {
				who = s.Name
			}
		}
		return func() (formpage.Kept, error) { _, err := desk.Nominate(a); return done(who, a.Kind), err }
	}
	on, _ := f.Date(word.Date) // what is no day was refused beside its field
	w := model.Word{Document: f.Value(word.Document), Reason: f.Value(fieldReason), On: on}
	kept := done(d.row.Staff.Name, d.row.Kind)
	if name == award.Check {
		overruled, rule := f.Value(fieldOverruled), x.env.Terms.Award
		return func() (formpage.Kept, error) {
			_, err := desk.CheckAward(d.row.Employee, d.row.ID, rule.Periods(d.row.Period), rule, overruled, w)
			return kept, err
		}
	}
	said := d.asked.Said(f)
	return func() (formpage.Kept, error) {
		_, err := desk.StepAward(said, d.row.Employee, d.row.ID, name, w)
		var wait *user.WaitError
		if errors.Is(err, user.ErrWrong) || errors.As(err, &wait) {
			err = formpage.Refusal{Field: word.Secret, Why: t.Error(err)}
		}
		return kept, err
	}
}
