// Package user says who may log in: people with a name to log in by, the roles
// that were granted to them, and when their PIN was set last. What tells that a
// PIN is right is no part of it: that stands in a place of its own, is in no fact
// and never travels.
//
// The PIN says who works here. It does not encrypt the file: whoever can copy the
// file can read it.
package user

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kinerja/model"
)

// ID names one user.
type ID string

// User is one who may log in. A user is never removed: one who leaves is closed.
type User struct {
	ID        ID               `cbor:"1,keyasint"`
	Employee  model.EmployeeID `cbor:"2,keyasint,omitempty"` // "" for somebody who is on no list of staff: an auditor, HR of the district
	Name      string           `cbor:"3,keyasint"`           // to log in by: folded, unique among all users
	Display   string           `cbor:"4,keyasint,omitempty"` // what to call somebody who is no employee
	Roles     model.Roles      `cbor:"5,keyasint,omitempty"` // granted; what follows from the place comes on top (Roles)
	Changed   model.Date       `cbor:"6,keyasint,omitempty"` // day on which the PIN was set last
	Temporary bool             `cbor:"7,keyasint,omitempty"` // the PIN was set by somebody else: it is changed before anything else
	Closed    bool             `cbor:"8,keyasint,omitempty"`
	Void      bool             `cbor:"9,keyasint,omitempty"`
	PINs      uint32           `cbor:"10,keyasint,omitempty"` // how many PINs there were, so that each is a change of its own
}

// New is somebody who is to log in, with the PIN they begin with.
type New struct {
	User
	Secret string
}

// Row is a user as lists show one.
type Row struct {
	User
	Shown  string      // name of the employee, else Display
	Actual model.Roles // granted, and what follows from the place
	Last   time.Time   // of the last login; zero: never
	Failed int         // tries with a wrong PIN since then
}

// Entered says how a login went.
type Entered struct {
	User       User
	Shown      string    // name of the employee, else Display
	Last       time.Time // of the login before; zero: this is the first
	Failed     int       // tries with a wrong PIN since then
	MustChange bool      // the PIN was set by somebody else: nothing may be done before it is changed
}

// Recovered is what a recovery code gave: whose PIN is new, and the next code.
type Recovered struct {
	User User
	Code string
}

// ActorID is how facts name this user: an employee by their own identity.
func (u User) ActorID() string {
	if u.Employee != "" {
		return string(u.Employee)
	}
	return string(u.ID)
}

// Live reports somebody who may log in.
func (u User) Live() bool { return !u.Closed && !u.Void }

// Admin reports somebody who may log in and keeps the others' access.
func (u User) Admin() bool { return u.Live() && u.Roles.Has(model.RoleAdmin) }

// Grantable lists the roles that a user is granted. The others follow from the
// place in the office.
func Grantable() []model.Role {
	return []model.Role{model.RoleManager, model.RoleTeam, model.RoleCounsellor, model.RoleAuditor, model.RoleAdmin}
}

// Place is what somebody's place in the office makes of them, today.
type Place struct {
	Listed    bool // on the list of staff
	Heads     bool // a unit
	Evaluates bool // somebody, or heads a unit
	Superior  bool // evaluates somebody who evaluates
}

// Roles are those of somebody at work: what was granted, and what follows from
// the place.
func Roles(granted model.Roles, p Place) model.Roles {
	for role, is := range map[model.Role]bool{model.RoleStaff: p.Listed, model.RoleEvaluator: p.Evaluates, model.RoleSuperior: p.Superior} {
		if is {
			granted |= model.RolesOf(role)
		}
	}
	return granted
}

// Actor is this user at work, known by their own PIN. With a PIN that somebody
// else set they may do nothing but change it.
func (u User) Actor(shown string, p Place) model.Actor {
	a := model.Actor{ID: u.ActorID(), Employee: u.Employee, Name: shown, Via: model.Signed}
	if !u.Temporary {
		a.Roles = Roles(u.Roles, p)
	}
	return a
}

// The names to log in by.
const maxName = 32

// Fold makes a name to log in by comparable: as it is kept.
func Fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// Tidy returns the user as it is kept.
func (u User) Tidy() User {
	u.Name, u.Display = Fold(u.Name), strings.Join(strings.Fields(u.Display), " ")
	if u.Employee != "" {
		u.Display = ""
	}
	return u
}

// ErrName: a name to log in by is 1 to 32 letters a–z, digits, ".", "_" or "-",
// and begins with a letter.
var ErrName = errors.New("is no name to log in by")

// ErrRole: a role that is not granted but follows from the place.
var ErrRole = errors.New("follows from the place and is not granted")

// Check refuses a user that breaks a rule of its own, or takes the name or the
// employee of another. All are the users of the file.
func (u User) Check(all []User) error {
	if !nameFits(u.Name) {
		return &model.FieldError{Field: "user", Value: u.Name, Err: ErrName}
	}
	if u.Employee == "" && u.Display == "" {
		return &model.FieldError{Field: "display", Err: model.ErrMissing}
	}
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		if u.Roles.Has(r) && !slices.Contains(Grantable(), r) {
			return &model.FieldError{Field: "role", Value: r.String(), Err: ErrRole}
		}
	}
	for _, other := range all {
		if other.ID == u.ID || other.Void {
			continue
		}
		if other.Name == u.Name {
			return &model.FieldError{Field: "user", Value: u.Name, Err: model.ErrExists}
		}
		if u.Employee != "" && other.Employee == u.Employee && other.Live() && u.Live() {
			return &model.FieldError{Field: "employee", Value: other.Name, Err: model.ErrExists}
		}
	}
	return nil
}

func nameFits(name string) bool {
	if name == "" || len(name) > maxName || name[0] < 'a' || name[0] > 'z' {
		return false
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("._-", r) {
			return false
		}
	}
	return true
}

// ErrLastAdmin: the last administrator is neither closed nor loses the role.
var ErrLastAdmin = errors.New("is the last administrator")

// Change returns the users with u in the place of the one it was. It refuses to
// leave nobody who keeps the others' access.
func Change(all []User, u User) ([]User, error) {
	out, admins, was := slices.Clone(all), false, false
	found := false
	for i := range out {
		was = was || out[i].Admin()
		if out[i].ID == u.ID {
			out[i], found = u, true
		}
		admins = admins || out[i].Admin()
	}
	if !found {
		out, admins = append(out, u), admins || u.Admin()
	}
	if was && !admins {
		return nil, fmt.Errorf("%s: %w", u.Name, ErrLastAdmin)
	}
	return out, nil
}

// Find finds who may log in by a name. Case does not count.
func Find(all []User, name string) (User, error) {
	name = Fold(name)
	for _, u := range all {
		if u.Name == name && !u.Void {
			return u, nil
		}
	}
	return User{}, fmt.Errorf("user %q: %w", name, model.ErrNotFound)
}

// Suggest makes a name to log in by out of somebody's name: its first word that
// is no title and longer than two letters, unless another has it; then with the next words, then with a
// number.
func Suggest(name string, all []User) string {
	var words []string
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if strings.Contains(w, ".") {
			continue // dr., H., S.Kep.
		}
		w = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w)
		if w != "" {
			words = append(words, w)
		}
	}
	if long := slices.IndexFunc(words, func(w string) bool { return len(w) > 2 }); long > 0 {
		words = words[long:] // "I Putu", "Hj Ani"
	}
	try := "pengguna"
	for i := range words {
		if try = strings.Join(words[:i+1], "."); free(try, all) {
			return try
		}
	}
	for n := 2; ; n++ {
		if with := fmt.Sprintf("%.28s%d", try, n); free(with, all) {
			return with
		}
	}
}

// NameFor is the name that somebody logged in by before, else one that is made of
// what they are called.
func NameFor(u User, shown string, all []User) string {
	for _, was := range all {
		if u.Employee != "" && was.Employee == u.Employee && was.Closed {
			return was.Name
		}
	}
	if u.Employee == "" {
		shown = u.Display
	}
	return Suggest(shown, all)
}

func free(name string, all []User) bool {
	_, err := Find(all, name)
	return nameFits(name) && err != nil
}
