package store

import (
	"kinerja/model"
	"kinerja/model/user"
	"kinerja/model/voice"
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
func (s *Store) Enter(name, secret string) (model.Actor, user.Entered, error) {
	return s.door().Enter(name, secret)
}

// Vouch is the proof that somebody on the list of staff is here now, by their own
// PIN: what they say in this moment is their own word. It reports what Enter
// reports, and user.ErrTemporary for a PIN that somebody else set.
func (s *Store) Vouch(employee model.EmployeeID, secret string) (model.Actor, error) {
	return s.door().Vouch(employee, secret)
}

// Recover sets the PIN of the administrator who has been one for longest, for
// whoever holds the recovery code, and gives the next code: the one that was used
// counts no more. It reports user.ErrTyped for a code that was mistyped, and else
// what Enter reports.
func (s *Store) Recover(code, newSecret string) (r user.Recovered, err error) {
	if s.Elsewhere() {
		return r, model.ErrElsewhere
	}
	return s.door().Recover(code, newSecret, func(by model.Actor, f func(*tx) error) error {
		return s.change(act{Actor: by, Verb: user.VerbRecover}, f)
	})
}

// Written notes that the recovery code that was shown last is on paper. Until then
// whoever it is of is given another (Desk.CodeAgain): one that was lost from the screen
// is nobody's way back.
func (s *Store) Written() error { return s.door().Written() }

// CodeAgain is a new recovery code for the administrator it is of, where the one before
// was never written down; "" where it was, or is somebody else's.
func (d *Desk) CodeAgain() (string, error) { return d.s.door().Again(d.actor) }

// door is the file as those see it who say who they are.
func (s *Store) door() accounts.Door {
	return accounts.Door{View: s.view, Raw: s.raw, Cost: s.opt.Cost, ReadOnly: s.opt.ReadOnly}
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

// PlaceOf tells what somebody's place in the office makes of them today.
func (d *Desk) PlaceOf(employee model.EmployeeID) (p user.Place, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		if err := d.may(t, model.VerbReadStaff, employee); err != nil {
			return err
		}
		p, err = accounts.PlaceOf(t, employee)
		return err
	})
	return p, err
}

// Account is by whom this person logs in. It reports ErrNotFound for one whom the
// file asks for no PIN.
func (d *Desk) Account() (u user.User, err error) {
	err = d.view(user.VerbRead, func(t *tx) error { u, err = users.Of(t.Tx, d.actor.ID); return err })
	return u, err
}

// Outsiders are the names of users who are on no list of staff, by how facts name
// them; also of those who log in no more.
func (d *Desk) Outsiders() (names map[string]string, err error) {
	err = d.view(user.VerbRead, func(t *tx) error {
		all, err := users.All(t.Tx)
		names = map[string]string{}
		for _, u := range all {
			if u.Employee == "" {
				names[u.ActorID()] = u.Display
			}
		}
		return err
	})
	return names, err
}

// Signs reports whether somebody has a PIN to say a thing by. Who may not know it is
// told NoPIN, as of somebody who has none.
func (d *Desk) Signs(employee model.EmployeeID) (pin voice.PIN, err error) {
	err = d.view(user.VerbSigns, func(t *tx) error {
		if told, err := d.sight(t).Sees(user.VerbSigns, employee); err != nil || !told {
			return err
		}
		pin, err = accounts.PINOf(t, employee)
		return err
	})
	return pin, err
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
	n.ID, n.Temporary = "", true
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
	if err := d.s.door().Prove(u, old); err != nil {
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
// once and kept nowhere; that it was written down is told by Store.Written. This desk is nobody's afterwards: all log in (Enter).
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
	if err := d.s.door().Prove(u, secret); err != nil {
		return err
	}
	return d.change(user.VerbUnguard, "", func(t *tx) error {
		if err := d.may(t, user.VerbUnguard, ""); err != nil {
			return err
		}
		return accounts.Unguard(t)
	})
}
