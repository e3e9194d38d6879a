package accounts

import (
	"errors"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/cabinet"
	"kinerja/store/secrets"
)

// Door is the file as those see it who say who they are.
type Door struct {
	View, Raw func(verb string, f func(*cabinet.Tx) error) error
	Cost      secrets.Cost
	ReadOnly  bool
}

// verb is what a login is called to others who wait for the file.
const verb = "login"

// Enter lets somebody in by the name they log in by.
func (d Door) Enter(name, secret string) (actor model.Actor, e user.Entered, err error) {
	try, err := d.prove(byName(name), secret, true)
	if err != nil {
		return actor, e, err
	}
	e = user.Entered{User: try.who, Last: try.v.LastLogin(), Failed: try.before.Count, MustChange: try.who.Temporary}
	err = d.View(verb, func(t *cabinet.Tx) error {
		actor, err = actorOf(t, try.who)
		e.Shown = actor.Name
		return err
	})
	return actor, e, err
}

// Vouch proves that somebody on the list of staff is here.
func (d Door) Vouch(employee model.EmployeeID, secret string) (actor model.Actor, err error) {
	try, err := d.prove(byEmployee(employee), secret, false)
	if err == nil && try.who.Temporary {
		err = user.ErrTemporary
	}
	if err != nil {
		return actor, err
	}
	err = d.View(verb, func(t *cabinet.Tx) error { actor, err = actorOf(t, try.who); return err })
	return actor, err
}

// Prove proves that a user is here who has logged in already.
func (d Door) Prove(u user.User, secret string) error {
	c := byName(u.Name)
	c.said = false
	_, err := d.prove(c, secret, false)
	return err
}

// Recover sets the PIN of an administrator for whoever holds the recovery code.
// change keeps what is done as the change of that administrator.
func (d Door) Recover(code, secret string, change func(by model.Actor, f func(*cabinet.Tx) error) error) (r user.Recovered, err error) {
	if code, err = user.ParseCode(code); err != nil {
		return r, err
	}
	next, err := NewCode(d.Cost)
	if err != nil {
		return r, err
	}
	v, err := secrets.Make(secret, d.Cost)
	if err != nil {
		return r, err
	}
	try, err := d.prove(byCode(), code, false)
	if err != nil {
		return r, err
	}
	by := model.Actor{ID: try.who.ActorID(), Employee: try.who.Employee}
	err = change(by, func(t *cabinet.Tx) error {
		if err := try.done(t, false); err != nil {
			return err // another process used the code meanwhile
		}
		return errors.Join(SetPIN(t, try.who.ID, secret, v, false), next.Keep(t))
	})
	if err == nil {
		r = user.Recovered{User: try.who, Code: next.Text}
	}
	return r, err
}

// Written notes that the recovery code was written down.
func (d Door) Written() error {
	return d.Raw(verb, func(t *cabinet.Tx) error {
		if err := Written(t); err != nil {
			return err
		}
		return t.Finish()
	})
}

// Again is a new recovery code for whoever the code is of, where nobody has shown that
// the one before was written down; "" where there is no need of one. The one before
// counts no more.
func (d Door) Again(actor model.Actor) (code string, err error) {
	needed := false
	if err = d.View(verb, func(t *cabinet.Tx) (err error) { needed, err = Unwritten(t, actor.ID); return err }); err != nil || !needed || d.ReadOnly || actor.Via != model.Signed {
		return "", err
	}
	next, err := NewCode(d.Cost)
	if err != nil {
		return "", err
	}
	err = d.Raw(verb, func(t *cabinet.Tx) error {
		if err := next.Keep(t); err != nil {
			return err
		}
		return t.Finish()
	})
	return next.Text, err
}

// prove counts a try, looks at the secret outside of any transaction, and takes
// the count back when it was right.
func (d Door) prove(c claim, secret string, login bool) (try *try, err error) {
	run := d.Raw
	if d.ReadOnly { // nothing can be kept there, and a copy could be tried as well
		run = d.View
	}
	err = run(verb, func(t *cabinet.Tx) error {
		if try, err = c.begin(t, d.Cost, !d.ReadOnly); err != nil || d.ReadOnly {
			return err
		}
		return t.Finish()
	})
	switch {
	case err != nil:
		return nil, err
	case try.wait != nil:
		return nil, try.wait
	case !try.fits(secret, d.Cost):
		return nil, try.wrong(d.ReadOnly)
	case d.ReadOnly:
		return try, nil
	}
	found := *try
	if err := try.anew(secret, d.Cost); err != nil {
		return nil, err
	}
	err = d.Raw(verb, func(t *cabinet.Tx) error {
		if err := try.done(t, login); err != nil {
			return err
		}
		return t.Finish()
	})
	return &found, err
}
