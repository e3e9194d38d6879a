// Package accounts keeps the rules about who may log in: it adds, changes and
// closes users in the file, sets their PINs, and finds out who somebody is by what
// they type. Who may do what to whom is asked above.
package accounts

import (
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/secrets"
	"kinerja/store/users"
)

// PlaceOf finds out what somebody's place in the office makes of them today.
func PlaceOf(t *cabinet.Tx, id model.EmployeeID) (p user.Place, err error) {
	if id == "" {
		return p, nil
	}
	all, err := Places(t)
	p = all[id]
	p.Listed = true
	return p, err
}

// actorOf is a user at work.
func actorOf(t *cabinet.Tx, u user.User) (model.Actor, error) {
	p, err := PlaceOf(t, u.Employee)
	return u.Actor(t.Shown(u), p), err
}

// Rows lists everybody who may log in, or could once, by the names they log in by.
func Rows(t *cabinet.Tx) ([]user.Row, error) {
	all, err := users.All(t.Tx)
	list := make([]user.Row, len(all))
	for i := 0; i < len(all) && err == nil; i++ {
		list[i], err = row(t, all[i])
	}
	slices.SortFunc(list, func(a, b user.Row) int { return strings.Compare(a.Name, b.Name) })
	return list, err
}

func row(t *cabinet.Tx, u user.User) (user.Row, error) {
	r := user.Row{User: u, Shown: t.Shown(u)}
	p, err := PlaceOf(t, u.Employee)
	if err != nil {
		return r, err
	}
	r.Actual = user.Roles(u.Roles, p)
	tries, err := secrets.TriesOf(t.Tx, u.Name)
	if err != nil && !errors.Is(err, model.ErrDamaged) {
		return r, err
	}
	r.Failed = tries.Count
	v, _, err := verifier(t, u)
	if errors.Is(err, model.ErrDamaged) {
		return r, nil // the list is what shows whose PIN must be set anew
	}
	r.Last = v.LastLogin()
	return r, err
}

// PINOf tells whether somebody on the list of staff has a PIN to say a thing by.
func PINOf(t *cabinet.Tx, id model.EmployeeID) (voice.PIN, error) {
	u, err := users.Of(t.Tx, string(id))
	switch {
	case errors.Is(err, model.ErrNotFound), err == nil && !t.Meta.Guarded:
		return voice.NoPIN, nil
	case err == nil && u.Temporary:
		return voice.Temporary, nil
	}
	return voice.OwnPIN, err
}

func verifier(t *cabinet.Tx, u user.User) (secrets.Verifier, bool, error) {
	at, err := secrets.OfUser(u.ID)
	if err != nil {
		return secrets.Verifier{}, false, err
	}
	return secrets.Read(t.Tx, at)
}

// Add keeps somebody new who is to log in. One who could once, the same person or
// by the same name, is let in again.
func Add(t *cabinet.Tx, n user.New, v secrets.Verifier) (user.User, error) {
	u := n.User.Tidy()
	all, err := users.All(t.Tx)
	if err != nil {
		return u, err
	}
	if u.Name == "" {
		u.Name = user.NameFor(u, t.Shown(u), all)
	}
	if u.PINs, u.Closed, u.Void = 0, false, false; u.ID == "" {
		u.ID = user.ID(ledger.MintID())
	}
	for _, was := range all {
		same := u.Employee != "" && was.Employee == u.Employee || u.Employee == "" && was.Employee == "" && was.Name == u.Name
		if was.Closed && same {
			u.ID, u.PINs = was.ID, was.PINs
		}
	}
	if u.Employee != "" {
		if _, err := t.Employee(u.Employee); err != nil {
			return u, err
		}
	}
	if err := u.Check(all); err != nil {
		return u, err
	}
	if _, err := user.Change(all, u); err != nil {
		return u, err
	}
	return u, setPIN(t, &u, n.Secret, v)
}

// Edit changes the name to log in by, what to call somebody who is no employee,
// and the roles that are granted. Whose user it is never changes.
func Edit(t *cabinet.Tx, id user.ID, name, display string, roles model.Roles) error {
	u, all, err := byID(t, id)
	if err != nil {
		return err
	}
	u.Name, u.Display, u.Roles = name, display, roles
	u = u.Tidy()
	if err := u.Check(all); err != nil {
		return err
	}
	if _, err := user.Change(all, u); err != nil {
		return err
	}
	return cabinet.Put(t, u)
}

// Close lets somebody in no more: what tells that their PIN is right is gone.
func Close(t *cabinet.Tx, id user.ID) error {
	u, all, err := byID(t, id)
	if err != nil {
		return err
	}
	u.Closed, u.Temporary = true, false
	if _, err := user.Change(all, u); err != nil {
		return err
	}
	return shut(t, u)
}

// shut keeps a user who is closed, without a verifier.
func shut(t *cabinet.Tx, u user.User) error {
	at, err := secrets.OfUser(u.ID)
	if err == nil {
		err = errors.Join(secrets.Remove(t.Tx, at), cabinet.Put(t, u))
	}
	return err
}

// SetPIN gives a user another PIN. temporary says that somebody else chose it.
func SetPIN(t *cabinet.Tx, id user.ID, secret string, v secrets.Verifier, temporary bool) error {
	u, _, err := byID(t, id)
	if err != nil {
		return err
	}
	u.Temporary = temporary
	return setPIN(t, &u, secret, v)
}

func setPIN(t *cabinet.Tx, u *user.User, secret string, v secrets.Verifier) error {
	if err := Fits(t, *u, secret); err != nil {
		return err
	}
	at, err := secrets.OfUser(u.ID)
	if err != nil {
		return err
	}
	if was, ok, err := secrets.Read(t.Tx, at); err == nil && ok {
		v.Login = was.Login // when they were here last does not change with the PIN
	}
	u.Changed = t.Today()
	u.PINs++
	return errors.Join(secrets.Write(t.Tx, at, v), secrets.Forgive(t.Tx, u.Name), cabinet.Put(t, *u))
}

// Fits refuses a PIN that others guess.
func Fits(t *cabinet.Tx, u user.User, secret string) error {
	number := model.NIP("")
	if u.Employee != "" {
		e, err := t.Employee(u.Employee)
		if err != nil {
			return err
		}
		number = e.Number
	}
	return user.CheckSecret(secret, u, strings.TrimSpace(t.Shown(u)), number)
}

func byID(t *cabinet.Tx, id user.ID) (user.User, []user.User, error) {
	all, err := users.All(t.Tx)
	if err != nil {
		return user.User{}, nil, err
	}
	for _, u := range all {
		if u.ID == id && u.Live() {
			return u, all, nil
		}
	}
	return user.User{}, nil, model.ErrNotFound
}
