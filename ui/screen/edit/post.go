package edit

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/tenure"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// PostDesk is what the form of a post reads and does.
type PostDesk interface {
	Planner
	AddPost(p model.Post) (model.Post, error)
	EditPost(p model.Post, reason string) error
	// Under does one of the three, and puts the evaluator on file with it. ends
	// may be empty.
	Under(above tenure.Outsider, p model.Post, ends model.PostID, reason string) error
	// Succeed adds a post and ends another on the day before.
	Succeed(p model.Post, ends model.PostID) (model.Post, error)
}

// post is the form of one post of a person.
type post struct {
	env  nav.Env
	desk PostDesk
	id   model.PostID // "": a new one
	held model.Post   // as it is; of a new one the post held now
}

// NewPost makes the form of a post.
func NewPost(env nav.Env, desk PostDesk, route nav.EditPost) *Page {
	a := about{name: "post/" + string(route.Employee) + "/" + string(route.Post), who: route.Employee, field: route.Field}
	return newPage(env, desk, a, &post{env: env, desk: desk, id: route.Post})
}

func (x *post) Title() string {
	if x.id == "" {
		return x.env.Text.Edit.NewPost
	}
	return x.env.Text.Edit.Post
}

func (x *post) Kind() string { return x.env.Text.Staff.Title }

// The answers of the choices.
const (
	yes = "yes"
	no  = "no"
)

func answer(b bool) string {
	if b {
		return yes
	}
	return no
}

func (x *post) Fields(p *Page) []form.Field {
	t, who := p.Env.Text.Edit, p.Data().who
	x.held = model.Post{}
	for _, held := range who.Posts {
		if held.ID == x.id {
			x.held = held
		}
	}
	if x.id == "" {
		x.held, _ = model.MainPost(who.Posts, p.Env.Today(), p.Env.Today())
	}
	v := x.held
	if x.id == "" {
		v.Position, v.Level, v.From, v.To, v.Acting = "", "", 0, 0, false
	}
	var kinds []form.Option
	for k := model.PostOther; k <= model.PostExecutive; k++ {
		kinds = append(kinds, form.Option{Value: k.String(), Label: p.Env.Text.PostKind(k)})
	}
	others := slices.DeleteFunc(peopleOptions(p, v.Evaluator), func(o form.Option) bool { return o.Value == string(who.Employee.ID) })
	list := []form.Field{
		{Kind: form.Head, Label: lang.Inert(who.Employee.FullName())},
		{ID: "position", Label: t.Position, Hint: t.PositionHint, Need: true, Max: 120, Value: v.Position},
		{ID: "unit", Label: t.UnitOf, Kind: form.Pick, Need: true, Options: unitOptions(p), Value: string(v.Unit)},
		{ID: "evaluator", Label: t.Evaluator, Hint: t.EvaluatorHint, Kind: form.Pick, Options: others, Value: string(v.Evaluator), Add: t.AddEvaluator},
		{ID: "how", Label: t.How, Kind: form.Choice, Value: answer(v.Acting), Options: []form.Option{{Value: no, Label: t.Definite}, {Value: yes, Label: t.Acting}}},
		{ID: "from", Label: t.From, Hint: t.FromHint, Kind: form.Date, Value: day(v.From), Check: func(s string) string { return x.inOrder(p) }},
		{ID: "to", Label: t.To, Hint: t.ToHint, Kind: form.Date, Value: day(v.To), Check: func(s string) string { return x.inOrder(p) }},
		{ID: "kind", Label: t.PostKind, Kind: form.Choice, Options: kinds, Value: v.Kind.String()},
		{ID: "level", Label: t.Level, Max: 60, Value: v.Level},
	}
	list = slices.Insert(list, 4, outsider(p)...)
	if x.id != "" {
		return append(list, form.Field{ID: "reason", Label: t.Reason, Hint: t.ReasonHint, Max: 200})
	}
	if x.held.ID != "" {
		how := slices.IndexFunc(list, func(f form.Field) bool { return f.ID == "how" })
		list = slices.Insert(list, how+1, form.Field{ID: "ends", Label: t.Ends, Hint: t.EndsHint, Kind: form.Choice, Value: yes, Options: []form.Option{
			{Value: yes, Label: lang.Fill(t.EndsYes, "position", lang.Inert(x.held.Position))}, {Value: no, Label: t.EndsNo},
		}})
	}
	return list
}

// inOrder refuses an end before the beginning.
func (x *post) inOrder(p *Page) string {
	from, errFrom := p.Form().Date("from")
	to, errTo := p.Form().Date("to")
	if errFrom == nil && errTo == nil && to != 0 && to < from {
		return p.Env.Text.Why(model.ErrOrder)
	}
	return ""
}

// changed lets an acting post stand beside the one held, and a definite one end
// it.
func (x *post) Changed(p *Page, id string) {
	if id == "evaluator" {
		introduce(p)
	}
	if id == "how" && p.Form().Has("ends") {
		p.Form().Fill("ends", answer(p.Form().Value("how") == no))
	}
}

func (x *post) Save(p *Page) func() (formpage.Kept, error) {
	f, v := p.Form(), x.held
	if x.id == "" {
		v = model.Post{Employee: p.Data().who.Employee.ID}
	}
	v.Position, v.Level = f.Value("position"), f.Value("level")
	v.Unit, v.Evaluator = model.UnitID(f.Value("unit")), model.EmployeeID(f.Value("evaluator"))
	above, outside := introduced(p)
	v.Acting = f.Value("how") == yes
	v.Kind, _ = model.ParsePostKind(f.Value("kind"))
	from, errFrom := f.Date("from")
	to, errTo := f.Date("to")
	v.From, v.To = from, to
	desk, id, ends, reason := x.desk, x.id, x.held.ID, f.Value("reason")
	if f.Value("ends") != yes {
		ends = ""
	}
	today, t := p.Env.Today(), p.Env.Text
	return func() (formpage.Kept, error) {
		err := cmp.Or(errFrom, errTo) // the form has checked both
		switch {
		case err != nil:
		case outside:
			err = desk.Under(above, v, ends, reason)
		case id != "":
			err = desk.EditPost(v, reason)
		case ends != "":
			_, err = desk.Succeed(v, ends)
		default:
			_, err = desk.AddPost(v)
		}
		if err != nil {
			return formpage.Kept{}, err
		}
		k := formpage.Kept{Name: v.Position}
		if id == "" {
			k.Then = askPlan(t, unplanned(desk, v.Employee, v, today))
		}
		return k, nil
	}
}
