package sessions

import (
	"cmp"
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/model/session"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// Speaker is a desk on which somebody says that it was explained to them.
type Speaker interface {
	Acknowledge(id session.ID, w model.Word, people ...model.EmployeeID) (session.Session, error)
}

// FormDesk is what the forms read and do.
type FormDesk interface {
	Desk
	Choices
	Voices
	PlanSession(s session.Session) (session.Session, error)
}

// Choices is what forms choose from.
type Choices interface {
	Own() model.UnitID // the unit that is shown; "": all
	Units() (model.Units, error)
	Instruments() ([]model.Instrument, error)
	People() ([]model.StaffRow, error)
}

// Voices is where the word of somebody else is said.
type Voices interface {
	Signs(employee model.EmployeeID) (voice.PIN, error)
	// Voiced is the desk on which a word is said as said says it.
	Voiced(said voice.Said) (Speaker, error)
}

// filling is what the forms have in common.
type filling struct {
	env   nav.Env
	desk  FormDesk
	route nav.EditSession
}

// read reads what a form needs.
func (f filling) read() (l loaded, err error) {
	if f.route.ID != "" {
		if l.row, err = f.desk.Session(f.route.ID); err != nil {
			return l, err
		}
	}
	switch f.route.For {
	case nav.ForSession:
		if l.units, err = f.desk.Units(); err == nil {
			l.instruments, err = f.desk.Instruments()
		}
		if l.own = f.desk.Own(); l.own == "" {
			for _, u := range byName(l.units) {
				if u.Parent == "" && !u.Void {
					l.own = u.ID
					break
				}
			}
		}
	case nav.ForAttendee:
		l.staff, err = f.desk.People()
	case nav.ForAcknowledge:
		l.pin, err = f.desk.Signs(f.route.Employee)
	}
	return l, err
}

// byName lists units.
func byName(units model.Units) []model.Unit {
	return slices.SortedFunc(maps.Values(units), func(a, b model.Unit) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}

// Kind is the page that the forms are of.
func (f filling) Kind() string { return f.env.Text.Session.Title }

// Changed follows nothing: which fields are shown follows by itself.
func (f filling) Changed(*Form, string) {}

// attend keeps what stands about one person.
func (f filling) attend(a session.Attendee) func() (formpage.Kept, error) {
	desk, id, t := f.desk, f.route.ID, f.env.Text
	return func() (formpage.Kept, error) {
		s, err := desk.Attend(id, a)
		return formpage.Kept{Said: t.Plural(t.Session.Done.Attended, 1, "topic", lang.Inert(s.Topic))}, err
	}
}

// head names the session that a form is about.
func (f filling) head(p *Form) form.Field {
	return form.Field{Kind: form.Head, Label: lang.Inert(p.Data().row.Topic) + " · " + met.Days(f.env.Text, p.Data().row.Session)}
}

// attendee is the form of another person on the list.
type attendee struct{ filling }

func (f attendee) Title() string { return f.env.Text.Session.Page.AddPerson }

// Fields ask who, and whether they came.
func (f attendee) Fields(p *Form) []form.Field {
	w := f.env.Text.Session
	var list []form.Option
	for _, s := range p.Data().staff {
		if _, listed := p.Data().row.Find(s.Employee); !listed {
			list = append(list, form.Option{Value: string(s.Employee), Label: lang.Inert(s.Name), Note: lang.Inert(s.Position)})
		}
	}
	return []form.Field{
		f.head(p),
		{ID: fieldWho, Label: w.Page.Who, Hint: w.Page.WhoHint, Kind: form.Pick, Need: true, Options: list},
		{ID: fieldPassed, Label: w.Came, Kind: form.Tick},
	}
}

// Save puts the person on the list.
func (f attendee) Save(p *Form) func() (formpage.Kept, error) {
	return f.attend(session.Attendee{Employee: model.EmployeeID(p.Form().Value(fieldWho)), Came: p.Form().Value(fieldPassed) == form.Ticked})
}

// marks is the form of the marks of one person.
type marks struct{ filling }

func (f marks) Title() string { return f.env.Text.Session.Page.Marks }

// Fields ask for the marks.
func (f marks) Fields(p *Form) []form.Field {
	t, w, r := f.env.Text, f.env.Text.Session.Page, p.Data().row
	a, _ := r.Find(f.route.Employee)
	number := func(id, label string, n model.Amount) form.Field {
		value := ""
		if v, ok := n.Get(); ok {
			value = t.Typed(v)
		}
		return form.Field{ID: id, Label: label, Hint: lang.Fill(w.MarkHint, "most", t.Number(r.Most)), Kind: form.Number, Value: value, Check: func(value string) string {
			if n, err := model.ParseNumber(value, t.Decimal()); err == nil && (n < 0 || n > r.Most) {
				return t.Why(model.ErrNumberRange)
			}
			return ""
		}}
	}
	passed := ""
	if a.Passed {
		passed = form.Ticked
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Inert(r.Staff[f.route.Employee].Name)},
		number(fieldPre, w.MarkBefore, a.Pre), number(fieldPost, w.MarkAfter, a.Post),
		{ID: fieldPassed, Label: w.MarkPassed, Kind: form.Tick, Value: passed},
	}
}

// Save keeps the marks.
func (f marks) Save(p *Form) func() (formpage.Kept, error) {
	a, _ := p.Data().row.Find(f.route.Employee)
	a.Employee = f.route.Employee
	a.Pre, _ = p.Form().Number(fieldPre) // the form checked them
	a.Post, _ = p.Form().Number(fieldPost)
	a.Passed = p.Form().Value(fieldPassed) == form.Ticked
	return f.attend(a)
}

// stepped is the form of a step that takes a reason.
type stepped struct{ filling }

func (f stepped) Title() string { return f.env.Text.Session.Steps[f.route.Step] }

// Fields ask for the reason.
func (f stepped) Fields(p *Form) []form.Field {
	return []form.Field{f.head(p), {ID: fieldReason, Label: f.env.Text.Session.Page.StepReason, Kind: form.Long, Need: true, Max: session.MostText}}
}

// Save takes the step.
func (f stepped) Save(p *Form) func() (formpage.Kept, error) {
	desk, t, route, reason := f.desk, f.env.Text, f.route, p.Form().Value(fieldReason)
	return func() (formpage.Kept, error) {
		s, err := desk.StepSession(route.ID, route.Step, model.Word{Reason: reason})
		return formpage.Kept{Said: lang.Fill(t.Session.Done.Stepped, "topic", lang.Inert(s.Topic), "state", met.State(t, s))}, err
	}
}
