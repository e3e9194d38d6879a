package store

import (
	"errors"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/accounts"
	"kinerja/store/secrets"
	"kinerja/store/users"
)

// Guarded reports whether the file asks who works here.
func (s *Store) Guarded() (guarded bool, err error) {
	err = s.view("open", func(t *tx) error { guarded = t.Meta.Guarded; return nil })
	return guarded, err
}

// Enter lets somebody in who says by which name they log in, and proves it. It
// reports user.ErrWrong, the same for a wrong PIN as for a name that nobody logs
// in by; *user.WaitError while nobody may try; user.ErrUnguarded where nobody is
// asked. With a PIN that somebody else set the actor may do nothing but change it
// (Desk.ChangeSecret).
func (s *Store) Enter(name, secret string) (actor model.Actor, e user.Entered, err error) {
	try, err := s.prove(accounts.ByName(name), secret, true)
	if err != nil {
		return actor, e, err
	}
	e = user.Entered{User: try.User, Last: try.Last(), Failed: try.Before.Count, MustChange: try.User.Temporary}
	err = s.view("login", func(t *tx) error {
		actor, err = accounts.Actor(t, try.User)
		e.Shown = actor.Name
		return err
	})
	return actor, e, err
}

// Vouch is the proof that somebody on the list of staff is here now, by their own
// PIN: what they say in this moment is their own word. It reports what Enter
// reports, and user.ErrTemporary for a PIN that somebody else set.
func (s *Store) Vouch(employee model.EmployeeID, secret string) (actor model.Actor, err error) {
	try, err := s.prove(accounts.ByEmployee(employee), secret, false)
	if err == nil && try.User.Temporary {
		err = user.ErrTemporary
	}
	if err != nil {
		return actor, err
	}
	err = s.view("login", func(t *tx) error { actor, err = accounts.Actor(t, try.User); return err })
	return actor, err
}

// Recover sets the PIN of the administrator who has been one for longest, for
// whoever holds the recovery code, and gives the next code: the one that was used
// counts no more. It reports user.ErrTyped for a code that was mistyped, and else
// what Enter reports.
func (s *Store) Recover(code, newSecret string) (r user.Recovered, err error) {
	if s.Elsewhere() {
		return r, model.ErrElsewhere
	}
	if code, err = user.ParseCode(code); err != nil {
		return r, err
	}
	next, err := accounts.NewCode(s.opt.Cost)
	if err != nil {
		return r, err
	}
	v, err := secrets.Make(newSecret, s.opt.Cost)
	if err != nil {
		return r, err
	}
	try, err := s.prove(accounts.ByCode(), code, false)
	if err != nil {
		return r, err
	}
	by := model.Actor{ID: try.User.ActorID(), Employee: try.User.Employee}
	err = s.change(act{Actor: by, Verb: user.VerbRecover}, func(t *tx) error {
		if err := try.Done(t, false); err != nil {
			return err // another process used the code meanwhile
		}
		return errors.Join(accounts.SetPIN(t, try.User.ID, newSecret, v, false), next.Keep(t))
	})
	if err == nil {
		r = user.Recovered{User: try.User, Code: next.Text}
	}
	return r, err
}

// prove counts a try, looks at the secret outside of any transaction, and takes
// the count back when it was right.
func (s *Store) prove(c accounts.Claim, secret string, login bool) (try *accounts.Try, err error) {
	run := s.raw
	if s.opt.ReadOnly { // nothing can be kept there, and a copy could be tried as well
		run = s.view
	}
	err = run("login", func(t *tx) error {
		if try, err = c.Begin(t, s.opt.Cost, !s.opt.ReadOnly); err != nil || s.opt.ReadOnly {
			return err
		}
		return t.Finish()
	})
	switch {
	case err != nil:
		return nil, err
	case try.Wait != nil:
		return nil, try.Wait
	case !try.Fits(secret, s.opt.Cost):
		return nil, user.ErrWrong
	case s.opt.ReadOnly:
		return try, nil
	}
	last := *try
	if err := try.Anew(secret, s.opt.Cost); err != nil {
		return nil, err
	}
	err = s.raw("login", func(t *tx) error {
		if err := try.Done(t, login); err != nil {
			return err
		}
		return t.Finish()
	})
	return &last, err
}

// Users lists who may log in, and who could once.
func (d *Desk) Users() (list []user.Row, err error) {
	err = d.view(user.VerbRead, func(t *tx) error {
		if err := d.may(t, user.VerbRead, ""); err != nil {
			return err
		}
		list, err = accounts.Rows(t)
		return err
	})
	return list, err
}

// Account is by whom this person logs in. It reports ErrNotFound for one whom the
// file asks for no PIN.
func (d *Desk) Account() (u user.User, err error) {
	err = d.view(user.VerbRead, func(t *tx) error { u, err = users.Of(t.Tx, d.actor.ID); return err })
	return u, err
}

// Signs reports whether somebody can say a thing by their own PIN.
func (d *Desk) Signs(employee model.EmployeeID) (can bool, err error) {
	err = d.view(user.VerbRead, func(t *tx) error {
		u, err := users.Of(t.Tx, string(employee))
		can = err == nil && t.Meta.Guarded && !u.Temporary
		if errors.Is(err, model.ErrNotFound) {
			err = nil
		}
		return err
	})
	return can, err
}

// Signed is the desk of somebody else for one act, who is here and proves it by
// their own PIN: what they do there is their own word (Vouch).
func (d *Desk) Signed(employee model.EmployeeID, secret string) (*Desk, error) {
	actor, err := d.s.Vouch(employee, secret)
	if err != nil {
		return nil, err
	}
	return d.s.As(actor), nil
}

// account makes a verifier of a secret and does something about who may log in, as
// this person.
func (d *Desk) account(verb model.Verb, secret string, f func(t *tx, v secrets.Verifier) error) error {
	v, err := secrets.Make(secret, d.s.opt.Cost)
	if err != nil {
		return err
	}
	return d.change(verb, "", func(t *tx) error {
		if err := d.may(t, verb, ""); err != nil {
			return err
		}
		return f(t, v)
	})
}

// AddUser lets somebody else in from now on, with a PIN that they must change
// first. Without a name to log in by one is made. It reports user.ErrUnguarded
// where the file asks nobody for a PIN yet: then Guard adds them.
func (d *Desk) AddUser(n user.New) (u user.User, err error) {
	n.Temporary = true
	err = d.account(user.VerbAdd, n.Secret, func(t *tx, v secrets.Verifier) error {
		if !t.Meta.Guarded {
			return user.ErrUnguarded
		}
		u, err = accounts.Add(t, n, v)
		return err
	})
	return u, err
}

// EditUser changes the name to log in by, what to call somebody who is on no list
// of staff, and the roles that are granted.
func (d *Desk) EditUser(id user.ID, name, display string, roles model.Roles) error {
	return d.change(user.VerbEdit, "", func(t *tx) error {
		if err := d.may(t, user.VerbEdit, ""); err != nil {
			return err
		}
		return accounts.Edit(t, id, name, display, roles)
	})
}

// ResetSecret gives somebody who forgot their PIN another one, which they must
// change first.
func (d *Desk) ResetSecret(id user.ID, secret string) error {
	return d.account(user.VerbReset, secret, func(t *tx, v secrets.Verifier) error {
		return accounts.SetPIN(t, id, secret, v, true)
	})
}

// ChangeSecret gives this person another PIN of their own choice; the old one
// proves that it is they. Whoever had to change it logs in again (Enter).
func (d *Desk) ChangeSecret(old, secret string) error {
	u, err := d.Account()
	if err != nil {
		return err
	}
	if old == secret {
		return user.ErrSame
	}
	if _, err := d.s.prove(accounts.ByName(u.Name), old, false); err != nil {
		return err
	}
	v, err := secrets.Make(secret, d.s.opt.Cost)
	if err != nil {
		return err
	}
	return d.change(user.VerbChange, "", func(t *tx) error { return accounts.SetPIN(t, u.ID, secret, v, false) })
}

// CloseUser lets somebody in no more. What they did stays theirs.
func (d *Desk) CloseUser(id user.ID) error {
	return d.change(user.VerbClose, "", func(t *tx) error {
		if err := d.may(t, user.VerbClose, ""); err != nil {
			return err
		}
		return accounts.Close(t, id)
	})
}

// Guard makes the file ask from now on who works here. first is whoever works at
// it: they keep the others' access and the unit's lists. It returns the recovery
// code, the only way back for an administrator who forgot the PIN: it is shown
// once and kept nowhere. This desk is nobody's afterwards: all log in (Enter).
func (d *Desk) Guard(first user.New, others ...user.New) (code string, err error) {
	if d.actor.Employee != "" {
		first.Employee = d.actor.Employee
	}
	list := append([]user.New{first}, others...)
	made := make([]secrets.Verifier, len(list))
	for i, n := range list {
		if made[i], err = secrets.Make(n.Secret, d.s.opt.Cost); err != nil {
			return "", err
		}
	}
	c, err := accounts.NewCode(d.s.opt.Cost)
	if err != nil {
		return "", err
	}
	err = d.change(user.VerbGuard, "", func(t *tx) error {
		if err := d.may(t, user.VerbGuard, ""); err != nil {
			return err
		}
		return accounts.Guard(t, list, made, c)
	})
	if err != nil {
		return "", err
	}
	return c.Text, nil
}

// Unguard makes the file ask nobody any more: all users are closed, and what tells
// their PINs is gone. An administrator does it, with the PIN at that moment.
func (d *Desk) Unguard(secret string) error {
	u, err := d.Account()
	if err != nil {
		return err
	}
	if _, err := d.s.prove(accounts.ByName(u.Name), secret, false); err != nil {
		return err
	}
	return d.change(user.VerbUnguard, "", func(t *tx) error {
		if err := d.may(t, user.VerbUnguard, ""); err != nil {
			return err
		}
		return accounts.Unguard(t)
	})
}
