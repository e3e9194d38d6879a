package pages

import (
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/ui/door"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/screen/users"
)

// Names gives the lookup its directory.
type Names struct{ *store.Desk }

// Directory reads everybody's name.
func (d Names) Directory() (over.Directory, error) { return d.Desk.Directory() }

// Entrance lets people into a file. Desk is that of whoever works there; nil
// before anybody does.
type Entrance struct {
	File *store.Store
	Desk *store.Desk
}

// Enter lets somebody in by name and PIN.
func (e Entrance) Enter(name, secret string) (nav.Guest, error) {
	actor, in, err := e.File.Enter(name, secret)
	return nav.Guest{Actor: actor, User: in.User.Name, Last: in.Last, Failed: in.Failed, Must: in.MustChange}, err
}

// Renew sets the own PIN of somebody who came in, and lets them in with it. When
// they were here last is what it was.
func (e Entrance) Renew(g nav.Guest, old, secret string) (nav.Guest, error) {
	if err := e.File.As(g.Actor).ChangeSecret(old, secret); err != nil {
		return g, err
	}
	in, err := e.Enter(g.User, secret)
	in.Last, in.Failed = g.Last, g.Failed
	return in, err
}

// Recover sets the PIN of an administrator, by the recovery code.
func (e Entrance) Recover(code, secret string) (name, next string, err error) {
	r, err := e.File.Recover(code, secret)
	return r.User.Name, r.Code, err
}

// Written notes that the recovery code is on paper.
func (e Entrance) Written() error { return e.File.Written() }

// People are those who may come in and evaluate.
func (e Entrance) People() (list []door.Person, err error) {
	if e.Desk == nil {
		return nil, nil
	}
	rows, err := e.Desk.Evaluators()
	for _, u := range rows {
		list = append(list, door.Person{User: u.Name, ID: u.ActorID(), Name: u.Shown, Roles: u.Actual})
	}
	return list, err
}

// usersDesk gives the page of people who may log in what it needs.
type usersDesk struct {
	*store.Desk
	house House
}

// Look reads who may log in, and who could. Who may not is shown their own line.
func (d usersDesk) Look() (s users.State, err error) {
	if s.Guarded, err = d.house.File.Guarded(); err != nil {
		return s, err
	}
	s.Users, err = d.Users()
	if s.Keeps = err == nil; !s.Keeps {
		if !errors.Is(err, model.ErrNotAllowed) {
			return s, err
		}
		own, err := d.Account()
		if err != nil {
			return s, err
		}
		s.Users = []user.Row{{User: own, Shown: d.Actor().Name, Actual: d.Actor().Roles}}
		return s, nil
	}
	s.Staff, err = d.staff()
	return s, err
}

// staff is the list of staff with what each one's place makes of them.
func (d usersDesk) staff() (list []users.Staff, err error) {
	roster, err := d.Roster(store.RosterQuery{})
	if err != nil {
		return nil, err
	}
	places, err := d.Places()
	if err != nil {
		return nil, err
	}
	for i := range roster.Len() {
		row := roster.Row(i)
		list = append(list, users.Staff{Row: row, Number: row.Number, Place: places[row.Employee]})
	}
	slices.SortFunc(list, func(a, b users.Staff) int { return strings.Compare(a.Row.Name, b.Row.Name) })
	return list, nil
}

// First turns PINs on and lets the first person in with theirs.
func (d usersDesk) First(me, them user.New) (again nav.AgainMsg, err error) {
	if again.Code, err = d.Guard(me, them); err != nil {
		return again, err
	}
	g, err := Entrance{File: d.house.File}.Enter(me.Name, me.Secret)
	again.Guest = &g
	return again, err
}

// userOf makes a page about people who may log in.
func userOf(env nav.Env, house House, route nav.EditUser) nav.Screen {
	desk := usersDesk{house.Desk, house}
	if route.For == nav.ForUser {
		return users.NewChoice(env, desk, route)
	}
	return users.NewForm(env, desk, route)
}
