package edit

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/model/tenure"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// PersonDesk is what the form of a person reads and does.
type PersonDesk interface {
	Planner
	AddEmployee(e model.Employee, p model.Post) (model.Employee, error)
	EditEmployee(e model.Employee, reason string) error
	// HireUnder is AddEmployee, and puts the evaluator on file with it.
	HireUnder(above tenure.Outsider, e model.Employee, p model.Post) (model.Employee, error)
}

// person is the form of a person's record, and of the first post of a new one.
type person struct {
	env     nav.Env
	desk    PersonDesk
	id      model.EmployeeID // "": a new one
	unit    model.UnitID     // where new people work
	touched bool             // the kind was chosen, and follows the number no more
}

// NewPerson makes the form of a person; a new one works in unit, under whoever
// is at the keyboard, unless it is said otherwise.
func NewPerson(env nav.Env, desk PersonDesk, route nav.EditPerson, unit model.UnitID) *Page {
	return newPage(env, desk, about{name: "person/" + string(route.Employee), who: route.Employee}, &person{env: env, desk: desk, id: route.Employee, unit: unit, touched: route.Employee != ""})
}

func (x *person) Title() string {
	if x.id == "" {
		return x.env.Text.Edit.NewPerson
	}
	return x.env.Text.Edit.Person
}

func (x *person) Kind() string { return x.env.Text.Staff.Title }

func (x *person) Fields(p *Page) []form.Field {
	t, e := p.Env.Text.Edit, p.Data().who.Employee
	kinds := make([]form.Option, 0, 4)
	for k := model.PNS; k <= model.NonASN; k++ {
		kinds = append(kinds, form.Option{Value: k.String(), Label: p.Env.Text.EmployeeKind(k)})
	}
	title := func(v string) string { // a scanner, or a hand one line too far
		if len(nip.Clean(v)) == 18 && strings.Trim(nip.Clean(v), "0123456789") == "" {
			return t.NotTitle
		}
		return ""
	}
	list := []form.Field{
		{ID: "name", Label: t.Name, Hint: t.NameHint, Need: true, Max: 120, Value: e.Name},
		{ID: "number", Label: t.Number, Hint: t.NumberHint, Max: 40, Value: string(e.Number), Check: func(v string) string { return x.check(p, v) }},
		{ID: "before", Label: t.Before, Max: 60, Value: e.Before, Check: title},
		{ID: "after", Label: t.After, Max: 120, Value: e.After, Check: title},
		{ID: "kind", Label: t.Kind, Kind: form.Choice, Options: kinds, Value: e.Kind.String()},
		{ID: "grade", Label: t.Grade, Max: 20, Value: e.Grade},
	}
	if x.id != "" {
		return append(list,
			form.Field{ID: "left", Label: t.Left, Hint: t.LeftHint, Kind: form.Date, Value: day(e.Left)},
			form.Field{ID: "reason", Label: t.Reason, Hint: t.ReasonHint, Max: 200},
		)
	}
	list = append([]form.Field{{Kind: form.Head, Label: t.Identity}}, list...)
	list = append(list,
		form.Field{Kind: form.Head, Label: t.Work},
		form.Field{ID: "position", Label: t.Position, Hint: t.PositionHint, Need: true, Max: 120},
		form.Field{ID: "unit", Label: t.UnitOf, Kind: form.Pick, Need: true, Options: unitOptions(p), Value: string(x.unit)},
		form.Field{ID: "evaluator", Label: t.Evaluator, Hint: t.EvaluatorHint, Kind: form.Pick, Options: peopleOptions(p, ""), Value: string(p.Env.Me.Employee), Add: t.AddEvaluator},
	)
	return append(append(list, outsider(p)...), form.Field{ID: "from", Label: t.From, Hint: t.FromHint, Kind: form.Date})
}

// day is a date as a form shows it; "" for none.
func day(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d-%02d-%d", d.Day(), d.Month(), d.Year())
}

// folded is a name without its titles, as names are compared.
func folded(name string) string {
	_, name, _ = model.SplitName(name)
	return lang.Fold(strings.Join(strings.Fields(name), " "))
}

// changed lets the kind of employment follow a whole NIP.
func (x *person) Changed(p *Page, id string) {
	switch {
	case id == "evaluator":
		introduce(p)
	case id == "kind":
		x.touched = true
	case id == "number" && !x.touched:
		if _, info, err := nip.Parse(p.Form().Value("number"), p.Env.Today()); err == nil {
			p.Form().Fill("kind", info.Kind().String())
		}
	}
}

// check refuses what is no number of this kind of employment, and one that
// somebody has already, or almost.
func (x *person) check(p *Page, value string) string {
	t := p.Env.Text
	n, err := x.number(p, value)
	if err != nil {
		return t.Why(err)
	}
	name := folded(p.Form().Value("name"))
	for _, r := range p.Data().people {
		if r.Employee == x.id {
			continue
		}
		if r.Number == n {
			return lang.Fill(t.Edit.Taken, "name", lang.Inert(r.Name))
		}
		if name != "" && folded(r.Name) == name && near(string(r.Number), string(n)) {
			return lang.Fill(t.Edit.Near, "name", lang.Inert(r.Name))
		}
	}
	return ""
}

// number reads the number as the kind of employment has it. One that is there
// already may stay.
func (x *person) number(p *Page, value string) (model.NIP, error) {
	if old := p.Data().who.Employee.Number; old != "" && model.NIP(strings.ToUpper(nip.Clean(value))) == old {
		return old, nil
	}
	if kind, _ := model.ParseEmployeeKind(p.Form().Value("kind")); kind == model.NonASN {
		return nip.ParseLocal(value)
	}
	n, _, err := nip.Parse(value, p.Env.Today())
	return n, err
}

// near reports numbers that differ in one digit, or in two neighbours that
// changed places.
func near(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	var off []int
	for i := range len(a) {
		if a[i] != b[i] {
			off = append(off, i)
		}
	}
	return len(off) == 1 || len(off) == 2 && off[1] == off[0]+1 && a[off[0]] == b[off[1]] && a[off[1]] == b[off[0]]
}

func (x *person) Save(p *Page) func() (formpage.Kept, error) {
	f, e := p.Form(), p.Data().who.Employee
	before, name, after := model.SplitName(f.Value("name"))
	e.Name, e.Before, e.After = name, either(f.Value("before"), before), either(f.Value("after"), after)
	e.Kind, _ = model.ParseEmployeeKind(f.Value("kind"))
	e.Grade = f.Value("grade")
	e.Number = ""
	var err error
	if f.Value("number") != "" {
		e.Number, err = x.number(p, f.Value("number"))
	} else if e.Kind != model.NonASN || x.id != "" {
		err = &model.FieldError{Field: "nip", Err: model.ErrMissing}
	}
	desk, id, reason := x.desk, x.id, f.Value("reason")
	e.Left, _ = f.Date("left")
	from, _ := f.Date("from")
	post := model.Post{
		Unit: model.UnitID(f.Value("unit")), Position: f.Value("position"), Evaluator: model.EmployeeID(f.Value("evaluator")), From: from,
	}
	above, outside := introduced(p)
	today, t := p.Env.Today(), p.Env.Text
	return func() (formpage.Kept, error) {
		if err != nil {
			return formpage.Kept{}, err
		}
		if id != "" {
			return formpage.Kept{Name: e.FullName()}, desk.EditEmployee(e, reason)
		}
		add := desk.AddEmployee
		if outside {
			add = func(e model.Employee, p model.Post) (model.Employee, error) { return desk.HireUnder(above, e, p) }
		}
		made, err := add(e, post)
		if err != nil {
			return formpage.Kept{}, err
		}
		added := func() tea.Msg { return nav.AddedMsg{Employee: made.ID} }
		return formpage.Kept{Name: made.FullName(), Then: tea.Batch(added, askPlan(t, unplanned(desk, made.ID, post, today)))}, nil
	}
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
