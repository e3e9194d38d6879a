package users

import (
	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// The fields.
const (
	fieldMe, fieldMyName, fieldMySecret, fieldMyAgain = "me", "my_user", "my_pin", "my_again"
	fieldWho, fieldName, fieldSecret, fieldAgain      = "employee", "user", "pin", "again"
	fieldOld                                          = "old"
)

// Form is one form about people who may log in.
type Form = formpage.Page[State]

// base is what all the forms have.
type base struct {
	env  nav.Env
	desk Desk
	name string // whom it is about, by the name to log in by
}

func (b base) Kind() string          { return b.env.Text.Door.Users.Title }
func (b base) Changed(*Form, string) {}

// who is whom it is about.
func (b base) who(p *Form) user.Row {
	u, _ := find(p.Data(), b.name)
	return u
}

// NewForm makes the form of a route.
func NewForm(env nav.Env, desk Desk, route nav.EditUser) *Form {
	b := base{env, desk, route.User}
	var task formpage.Task[State]
	name := "user/" + route.User
	switch route.For {
	case nav.ForRoles:
		task, name = &roles{b}, name+"/roles"
	case nav.ForReset:
		task, name = &reset{b}, name+"/pin"
	case nav.ForOwn:
		task, name = &change{b}, "user/own"
	case nav.ForOff:
		task, name = &off{b}, "user/off"
	default:
		task, name = &newcomer{base: b}, "user/new"
	}
	return formpage.New(env, task, formpage.Setup[State]{Name: []string{name}, Read: desk.Look})
}

// ticks are the roles as boxes: what follows from the place is ticked and cannot
// be changed, the others are granted.
func (b base) ticks(place user.Place, granted model.Roles) (fields []form.Field) {
	w := b.env.Text.Door.Users
	fields = append(fields, form.Field{Kind: form.Head}, form.Field{Kind: form.Head, Label: w.Roles})
	for _, r := range []model.Role{model.RoleStaff, model.RoleEvaluator, model.RoleSuperior} {
		box := form.Field{ID: r.String(), Label: w.Plain[r.String()], Kind: form.Tick, Fixed: w.Fixed, Hint: w.Fixed, Value: ticked(user.Roles(0, place).Has(r))}
		box.When = func(f *form.Form) bool { return f.Value(r.String()) != "" }
		fields = append(fields, box)
	}
	for _, r := range user.Grantable() {
		fields = append(fields, form.Field{ID: r.String(), Label: w.Plain[r.String()], Kind: form.Tick, Hint: w.RolesHint, Value: ticked(granted.Has(r))})
	}
	return fields
}

func ticked(is bool) string {
	if is {
		return form.Ticked
	}
	return ""
}

// granted are the roles that are ticked.
func granted(f *form.Form) (roles model.Roles) {
	for _, r := range user.Grantable() {
		if f.Value(r.String()) != "" {
			roles |= model.RolesOf(r)
		}
	}
	return roles
}

// placed ticks what follows from a place.
func placed(f *form.Form, place user.Place) {
	for _, r := range []model.Role{model.RoleStaff, model.RoleEvaluator, model.RoleSuperior} {
		f.SetValue(r.String(), ticked(user.Roles(0, place).Has(r)))
	}
}

// twice are the fields of a PIN of one's own choice; of says whose it is.
func (b base) twice(p *Form, secret, again string, label string, of func() (user.User, string, model.NIP)) []form.Field {
	t := b.env.Text
	return []form.Field{
		{ID: secret, Label: label, Hint: t.Door.NewHint, Kind: form.Secret, Need: true, Check: func(typed string) string {
			return b.fits(typed, of)
		}},
		{ID: again, Label: t.Door.Again, Kind: form.Secret, Need: true, Check: func(typed string) string {
			if typed != p.Form().Value(secret) {
				return t.Door.AgainWrong
			}
			return ""
		}},
	}
}

// fits says why a PIN is refused; "" when it is not.
func (b base) fits(typed string, of func() (user.User, string, model.NIP)) string {
	u, shown, number := of()
	if err := user.CheckSecret(typed, u, shown, number); err != nil {
		return b.env.Text.Why(err)
	}
	return ""
}

// row is what CheckSecret has to know of a user.
func row(s State, u user.Row) (user.User, string, model.NIP) {
	staff, _ := s.of(u.Employee)
	return u.User, u.Shown, staff.Number
}

// of finds somebody on the list of staff.
func (s State) of(id model.EmployeeID) (Staff, bool) {
	for _, x := range s.Staff {
		if id != "" && x.Row.Employee == id {
			return x, true
		}
	}
	return Staff{}, false
}

// roles changes what somebody may do, and their name to log in by.
type roles struct{ base }

func (x *roles) Title() string { return x.env.Text.Door.Users.Edit }

func (x *roles) Fields(p *Form) []form.Field {
	u, w := x.who(p), x.env.Text.Door.Users
	staff, _ := p.Data().of(u.Employee)
	list := []form.Field{{Kind: form.Head, Label: lang.Inert(u.Shown)}}
	if u.Employee == "" {
		list = append(list, form.Field{ID: "display", Label: x.env.Text.Door.Users.Who, Value: u.Display, Need: true, Max: 80})
	}
	list = append(list, form.Field{ID: fieldName, Label: w.User, Hint: w.UserHint, Value: u.Name, Need: true, Max: 32})
	return append(list, x.ticks(staff.Place, u.Roles)...)
}

func (x *roles) Save(p *Form) func() (formpage.Kept, error) {
	u, f, desk := x.who(p), p.Form(), x.desk
	name, display, may := f.Value(fieldName), f.Value("display"), granted(f)
	said := lang.Fill(x.env.Text.Door.Users.Edited, "name", lang.Inert(u.Shown))
	return func() (formpage.Kept, error) {
		return formpage.Kept{Said: said}, desk.EditUser(u.ID, name, display, may)
	}
}

// reset gives somebody a temporary PIN.
type reset struct{ base }

func (x *reset) Title() string { return x.env.Text.Door.Users.ResetTitle }

func (x *reset) Fields(p *Form) []form.Field {
	w, u := x.env.Text.Door.Users, x.who(p)
	list := []form.Field{{Kind: form.Head, Label: lang.Fill(w.ResetHow, "name", lang.Inert(u.Shown))}, {Kind: form.Head}}
	list = append(list, x.twice(p, fieldSecret, fieldAgain, w.TempPIN, func() (user.User, string, model.NIP) { return row(p.Data(), u) })...)
	list[2].Hint = w.TempHint
	return list
}

func (x *reset) Save(p *Form) func() (formpage.Kept, error) {
	u, secret, desk := x.who(p), p.Form().Value(fieldSecret), x.desk
	said := lang.Fill(x.env.Text.Door.Users.ResetSaid, "name", lang.Inert(u.Shown))
	return func() (formpage.Kept, error) {
		return formpage.Kept{Said: said}, beside(x.env, fieldSecret, desk.ResetSecret(u.ID, secret))
	}
}

// change is about the own PIN.
type change struct{ base }

func (x *change) Title() string { return x.env.Text.Door.Users.ChangeTitle }

func (x *change) Fields(p *Form) []form.Field {
	w := x.env.Text.Door.Users
	list := []form.Field{
		{Kind: form.Head, Label: w.ChangeHow}, {Kind: form.Head},
		{ID: fieldOld, Label: w.Old, Hint: x.env.Text.Door.SecretHint, Kind: form.Secret, Need: true},
	}
	return append(list, x.twice(p, fieldSecret, fieldAgain, x.env.Text.Door.NewSecret, func() (user.User, string, model.NIP) {
		for _, u := range p.Data().Users {
			if own(x.env, u.User) {
				return row(p.Data(), u)
			}
		}
		return user.User{}, "", ""
	})...)
}

func (x *change) Save(p *Form) func() (formpage.Kept, error) {
	f, desk := p.Form(), x.desk
	old, secret := f.Value(fieldOld), f.Value(fieldSecret)
	said := x.env.Text.Door.Users.Changed
	return func() (formpage.Kept, error) {
		return formpage.Kept{Said: said}, beside(x.env, fieldSecret, desk.ChangeSecret(old, secret))
	}
}

// off turns PINs off.
type off struct{ base }

func (x *off) Title() string { return x.env.Text.Door.Users.OffTitle }

func (x *off) Fields(*Form) []form.Field {
	t := x.env.Text.Door
	return []form.Field{
		{Kind: form.Head, Label: t.Users.OffHow}, {Kind: form.Head},
		{ID: fieldOld, Label: t.Users.Old, Hint: t.SecretHint, Kind: form.Secret, Need: true},
	}
}

func (x *off) Save(p *Form) func() (formpage.Kept, error) {
	secret, desk := p.Form().Value(fieldOld), x.desk
	said := x.env.Text.Door.Users.OffSaid
	return func() (formpage.Kept, error) {
		return formpage.Kept{Said: said, Then: nav.Again(nav.AgainMsg{Open: true, First: nav.Users{}, Said: said})}, beside(x.env, fieldOld, desk.Unguard(secret))
	}
}
