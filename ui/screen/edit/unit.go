package edit

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/ui/formpage"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// UnitDesk is what the form of a unit reads and does.
type UnitDesk interface {
	Reader
	AddUnit(u model.Unit) (model.Unit, error)
	EditUnit(u model.Unit, reason string) error
}

// unit is the form of one unit.
type unit struct {
	env     nav.Env
	desk    UnitDesk
	id      model.UnitID // "": a new one
	parent  model.UnitID // proposed for a new one
	touched bool         // the kind was chosen, and follows the name no more
	chosen  bool         // the unit above was chosen, and follows the kind no more
}

// NewUnit makes the form of a unit. A new one is proposed below the one that the
// route names, else below own, the unit of whoever is at the keyboard.
func NewUnit(env nav.Env, desk UnitDesk, route nav.EditUnit, own model.UnitID) *Page {
	x := &unit{env: env, desk: desk, id: route.Unit, touched: route.Unit != "", chosen: route.Parent != ""}
	if x.id == "" {
		x.parent = cmp.Or(route.Parent, own)
	}
	return newPage(env, desk, about{name: "unit/" + string(x.id) + "/" + string(x.parent)}, x)
}

func (x *unit) Title() string {
	if x.id == "" {
		return x.env.Text.Edit.NewUnit
	}
	return x.env.Text.Edit.Unit
}

func (x *unit) Kind() string { return x.env.Text.Edit.Units }

func (x *unit) Fields(p *Page) []form.Field {
	t, units := p.Env.Text.Edit, p.Data().units
	u := units[x.id]
	var kinds, zones []form.Option
	for _, k := range []model.UnitKind{model.UnitClinic, model.UnitSubClinic, model.UnitSchool, model.UnitOffice, model.UnitDivision, model.UnitOther} {
		kinds = append(kinds, form.Option{Value: k.String(), Label: p.Env.Text.UnitKind(k)})
	}
	for z := model.WIB; z <= model.WIT; z++ {
		zones = append(zones, form.Option{Value: z.String(), Label: z.String()})
	}
	above := slices.DeleteFunc(unitOptions(p), func(o form.Option) bool {
		return x.id != "" && units.Within(model.UnitID(o.Value), x.id) // itself, and what lies below
	})
	list := []form.Field{
		{ID: "name", Label: t.UnitName, Need: true, Max: 120, Value: u.Name},
		{ID: "unitkind", Label: t.UnitKind, Kind: form.Choice, Options: kinds, Value: u.Kind.String()},
		{ID: "code", Label: t.Code, Hint: t.CodeHint, Max: 40, Value: u.Code},
		{ID: "parent", Label: t.Parent, Hint: t.ParentHint, Kind: form.Pick, Options: above, Value: string(cmp.Or(u.Parent, x.parent))},
		{ID: "head", Label: t.Head, Hint: t.HeadHint, Kind: form.Pick, Options: peopleOptions(p, u.Head), Value: string(u.Head)},
		{ID: "npsn", Label: t.NPSN, Hint: t.NPSNHint, Max: 8, Value: u.NPSN, When: school, Check: func(v string) string {
			if len(v) != 8 || strings.Trim(v, "0123456789") != "" {
				return t.NPSNWrong
			}
			return ""
		}},
		{ID: "zone", Label: t.Zone, Kind: form.Choice, Options: zones, Value: u.Zone.String()},
	}
	if x.id != "" {
		list = append(list, form.Field{ID: "reason", Label: t.Reason, Hint: t.ReasonHint, Max: 200})
	}
	return list
}

func school(f *form.Form) bool { return f.Value("unitkind") == model.UnitSchool.String() }

// changed lets the kind of a new unit follow its name.
func (x *unit) Changed(p *Page, id string) {
	switch {
	case id == "parent":
		x.chosen = true
	case id == "unitkind":
		x.touched = true
		x.propose(p)
	case id == "name" && !x.touched:
		p.Form().Fill("unitkind", founding.KindOf(p.Form().Value("name")).String())
		x.propose(p)
	}
}

// propose takes back the own unit as the one above for what stands above such
// units: an office, or a division of one. One that was chosen stays.
func (x *unit) propose(p *Page) {
	if x.id != "" || x.chosen {
		return
	}
	above := string(x.parent)
	if kind, _ := model.ParseUnitKind(p.Form().Value("unitkind")); kind == model.UnitOffice || kind == model.UnitDivision {
		above = ""
	}
	p.Form().Fill("parent", above)
}

func (x *unit) Save(p *Page) func() (formpage.Kept, error) {
	f, u := p.Form(), p.Data().units[x.id]
	u.Name, u.Code = strings.Join(strings.Fields(f.Value("name")), " "), f.Value("code")
	u.Kind, _ = model.ParseUnitKind(f.Value("unitkind"))
	u.Parent, u.Head = model.UnitID(f.Value("parent")), model.EmployeeID(f.Value("head"))
	u.NPSN = ""
	if school(f) {
		u.NPSN = f.Value("npsn")
	}
	for z := model.WIB; z <= model.WIT; z++ {
		if z.String() == f.Value("zone") {
			u.Zone = z
		}
	}
	desk, id, reason := x.desk, x.id, f.Value("reason")
	return func() (formpage.Kept, error) {
		if id != "" {
			return formpage.Kept{Name: u.Name}, desk.EditUnit(u, reason)
		}
		_, err := desk.AddUnit(u)
		return formpage.Kept{Name: u.Name}, err
	}
}
