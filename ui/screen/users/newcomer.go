package users

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// newcomer lets somebody else log in; the first time with whoever works here, who
// gets a PIN too.
type newcomer struct {
	base
	suggested, mine string // names to log in by that nobody typed
}

func (x *newcomer) Title() string { return x.env.Text.Door.Users.Add }

func (x *newcomer) Fields(p *Form) (list []form.Field) {
	w, s := x.env.Text.Door.Users, p.Data()
	staff := options(s)
	if !s.Guarded {
		list = append(list, form.Field{Kind: form.Head, Label: w.First}, form.Field{Kind: form.Head}, form.Field{Kind: form.Head, Label: w.Me})
		if x.env.Me.Employee == "" {
			list = append(list, form.Field{ID: fieldMe, Label: w.WhoMe, Hint: w.WhoMeHint, Kind: form.Pick, Need: true, Options: staff, Add: w.WhoAdd})
		} else {
			x.mine = user.Suggest(x.env.Me.Name, nil)
		}
		list = append(list, form.Field{ID: fieldMyName, Label: w.User, Hint: w.UserHint, Need: true, Max: 32, Value: x.mine})
		list = append(list, x.twice(p, fieldMySecret, fieldMyAgain, w.PIN, func() (user.User, string, model.NIP) { return x.typed(p, fieldMe, fieldMyName) })...)
		list = append(list, form.Field{Kind: form.Head}, form.Field{Kind: form.Head, Label: w.Them})
	}
	list = append(list,
		form.Field{ID: fieldWho, Label: w.Who, Hint: w.WhoHint, Kind: form.Pick, Need: true, Options: staff, Add: w.WhoAdd},
		form.Field{ID: fieldName, Label: w.User, Hint: w.UserHint, Need: true, Max: 32},
		form.Field{ID: fieldSecret, Label: w.TempPIN, Hint: w.TempHint, Kind: form.Secret, Need: true, Check: func(typed string) string {
			return x.fits(typed, func() (user.User, string, model.NIP) { return x.typed(p, fieldWho, fieldName) })
		}},
	)
	return append(list, x.ticks(user.Place{}, 0)...)
}

// options are the staff to choose from.
func options(s State) (list []form.Option) {
	for _, x := range s.Staff {
		list = append(list, form.Option{Value: string(x.Row.Employee), Label: x.Row.Name, Note: x.Row.Position})
	}
	return list
}

// typed is who is meant by two fields, as CheckSecret has to know them.
func (x *newcomer) typed(p *Form, who, name string) (u user.User, shown string, number model.NIP) {
	f := p.Form()
	u = user.User{Name: user.Fold(f.Value(name))}
	id := model.EmployeeID(f.Value(who))
	if who == fieldMe && id == "" {
		id = x.env.Me.Employee
	}
	staff, ok := p.Data().of(id)
	if !ok {
		u.Display = f.Added(who)
		return u, u.Display, ""
	}
	u.Employee = id
	return u, staff.Row.Name, staff.Number
}

// Changed proposes a name to log in by, and ticks what follows from the place.
func (x *newcomer) Changed(p *Form, id string) {
	f, s := p.Form(), p.Data()
	switch id {
	case fieldMe:
		x.mine = x.propose(p, fieldMe, fieldMyName, x.mine)
	case fieldWho:
		x.suggested = x.propose(p, fieldWho, fieldName, x.suggested)
		staff, _ := s.of(model.EmployeeID(f.Value(fieldWho)))
		placed(f, staff.Place)
	}
}

// propose fills in a name to log in by where nobody typed one.
func (x *newcomer) propose(p *Form, who, name, before string) string {
	f := p.Form()
	if typed := f.Value(name); typed != "" && typed != before {
		return before
	}
	_, shown, _ := x.typed(p, who, name)
	var taken []user.User
	for _, u := range p.Data().Users {
		if !u.Closed {
			taken = append(taken, u.User)
		}
	}
	for _, other := range []string{fieldMyName, fieldName} {
		if other != name && f.Value(other) != "" {
			taken = append(taken, user.User{Name: user.Fold(f.Value(other))})
		}
	}
	next := user.Suggest(shown, taken)
	f.Fill(name, next)
	return next
}

// Save lets them in from now on.
func (x *newcomer) Save(p *Form) func() (formpage.Kept, error) {
	f, desk, w := p.Form(), x.desk, x.env.Text.Door.Users
	them, shown, _ := x.typed(p, fieldWho, fieldName)
	them.Roles, them.Temporary = granted(f), true // whoever types it knows it
	second := user.New{User: them, Secret: f.Value(fieldSecret)}
	name := lang.Inert(shown)
	if p.Data().Guarded {
		return func() (formpage.Kept, error) {
			_, err := desk.AddUser(second)
			return formpage.Kept{Said: lang.Fill(w.Added, "name", name)}, beside(x.env, fieldSecret, err)
		}
	}
	me, _, _ := x.typed(p, fieldMe, fieldMyName)
	first := user.New{User: me, Secret: f.Value(fieldMySecret)}
	twins := slices.Contains([]string{first.Name}, second.Name)
	return func() (formpage.Kept, error) {
		if twins {
			return formpage.Kept{}, &model.FieldError{Field: fieldName, Value: second.Name, Err: model.ErrExists}
		}
		again, err := desk.First(first, second)
		again.First, again.Said = nav.Users{}, lang.Fill(w.AddedFirst, "name", name)
		return formpage.Kept{Said: again.Said, Then: nav.Again(again)}, beside(x.env, fieldSecret, err)
	}
}

// beside puts what is wrong with a PIN beside its field.
func beside(env nav.Env, field string, err error) error {
	if err == nil {
		return nil
	}
	for _, bad := range []error{user.ErrShort, user.ErrLong, user.ErrTrivial, user.ErrBirth, user.ErrNumber, user.ErrOwnName, user.ErrSame} {
		if errors.Is(err, bad) {
			return formpage.Refusal{Field: field, Why: env.Text.Why(bad)}
		}
	}
	if wait := (*user.WaitError)(nil); errors.Is(err, user.ErrWrong) || errors.As(err, &wait) {
		return formpage.Refusal{Field: fieldOld, Why: env.Text.Door.Users.OldWrong, Err: err}
	}
	return err
}
