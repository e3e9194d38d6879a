// Package account is what the command line answers programs about who works here.
package account

import (
	"time"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/cli/answer"
)

// User is one who may log in.
type User struct {
	Schema    int      `json:"schema"`
	ID        user.ID  `json:"id"`
	User      string   `json:"user"`
	Employee  *string  `json:"employee"`
	Display   *string  `json:"display"`
	Roles     []string `json:"roles"` // granted
	PINSet    *string  `json:"pin_set"`
	Temporary bool     `json:"temporary"`
	Closed    bool     `json:"closed"`
}

// UserOf is a user for programs.
func UserOf(u user.User) User {
	out := User{
		Schema: answer.Schema, ID: u.ID, User: u.Name, Employee: answer.OrNull(string(u.Employee)), Display: answer.OrNull(u.Display),
		Roles: words(u.Roles), Temporary: u.Temporary, Closed: u.Closed,
	}
	if !u.Changed.IsZero() {
		out.PINSet = answer.OrNull(u.Changed.String())
	}
	return out
}

// Guarded says whether the file asks who works, and by which names they log in;
// with the recovery code where one was made.
type Guarded struct {
	Schema  int      `json:"schema"`
	Guarded bool     `json:"guarded"`
	Users   []string `json:"users"`
	Code    *string  `json:"recovery_code"`
}

// GuardedBy is Guarded; code may be "".
func GuardedBy(users []string, code string) Guarded {
	return Guarded{Schema: answer.Schema, Guarded: len(users) > 0, Users: append([]string{}, users...), Code: answer.OrNull(code)}
}

// Me is who works.
type Me struct {
	Schema   int      `json:"schema"`
	Actor    string   `json:"actor"`
	Name     string   `json:"name"`
	User     *string  `json:"user"`
	Employee *string  `json:"employee"`
	Roles    []string `json:"roles"`
	Via      string   `json:"via"` // "signed": with the own PIN; "own": the file asks nobody
	Last     *string  `json:"last_login"`
	Failed   int      `json:"failed"`
}

// MeOf is an actor for programs, with how the login went.
func MeOf(a model.Actor, in user.Entered) Me {
	me := Me{
		Schema: answer.Schema, Actor: a.ID, Name: a.Name, User: answer.OrNull(in.User.Name), Employee: answer.OrNull(string(a.Employee)),
		Roles: words(a.Roles), Via: "own", Failed: in.Failed,
	}
	if a.Via == model.Signed {
		me.Via = "signed"
	}
	if !in.Last.IsZero() {
		me.Last = answer.OrNull(in.Last.UTC().Format(time.RFC3339))
	}
	return me
}

func words(roles model.Roles) []string {
	list := []string{}
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		if roles.Has(r) {
			list = append(list, r.String())
		}
	}
	return list
}
