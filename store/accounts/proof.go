package accounts

import (
	"bytes"
	"errors"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/secrets"
	"kinerja/store/users"
)

// claim is what somebody says to be: by whom they log in, or that they hold the
// recovery code. Its proof is the same work whether it is true or not.
type claim struct {
	name string // that wrong tries are counted by
	said bool   // that name was typed
	find func(t *cabinet.Tx) (user.User, error)
	code bool
}

// byName claims to be who logs in by a name.
func byName(name string) claim {
	return claim{name: user.Fold(name), said: true, find: func(t *cabinet.Tx) (user.User, error) {
		all, err := users.All(t.Tx)
		if err != nil {
			return user.User{}, err
		}
		u, err := user.Find(all, name)
		return live(u, err)
	}}
}

// byEmployee claims to be somebody on the list of staff.
func byEmployee(id model.EmployeeID) claim {
	return claim{name: "\x00" + string(id), find: func(t *cabinet.Tx) (user.User, error) {
		u, err := users.Of(t.Tx, string(id))
		if u.Employee == "" {
			err = errors.Join(err, model.ErrNotFound)
		}
		return live(u, err)
	}}
}

// byCode claims to hold the recovery code.
func byCode() claim { return claim{name: "\x00recovery", said: true, find: rescued, code: true} }

func live(u user.User, err error) (user.User, error) {
	if err == nil && !u.Live() {
		err = model.ErrNotFound
	}
	return u, err
}

// try is one try to prove a claim.
type try struct {
	who    user.User
	before secrets.Tries // wrong ones before it
	wait   *user.WaitError

	claim claim
	known bool // somebody is claimed who can log in
	v     secrets.Verifier
	at    ledger.Place
}

// begin looks up what a claim is proved by, and counts the try unless one must
// wait or nothing is written (count false). Nothing in its outcome tells whether
// the claim is about anybody.
func (c claim) begin(t *cabinet.Tx, cost secrets.Cost, count bool) (*try, error) {
	if !t.Meta.Guarded {
		return nil, user.ErrUnguarded
	}
	y := &try{claim: c, v: secrets.Nobody(cost)}
	u, err := c.find(t)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return nil, err
	}
	if err == nil {
		y.who, y.known = u, true
		if !c.code {
			y.claim.name = u.Name // one count, however somebody is claimed to be
		}
		err = y.read(t)
	}
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return nil, err
	}
	if !count {
		return y, nil
	}
	y.before, y.wait, err = secrets.Begin(t.Tx, y.claim.name, t.Now)
	return y, err
}

func (y *try) read(t *cabinet.Tx) (err error) {
	y.at = secrets.Recovery()
	if !y.claim.code {
		if y.at, err = secrets.OfUser(y.who.ID); err != nil {
			return err
		}
	}
	v, ok, err := secrets.Read(t.Tx, y.at)
	if ok {
		y.v = v
	}
	y.known = ok
	return err
}

// fits reports whether a secret proves the claim. It asks for no transaction, for
// it takes a while.
func (y *try) fits(secret string, cost secrets.Cost) bool {
	return y.v.Fits(secret, cost) && y.known
}

// wrong is what is said of a secret that proves nothing, and how long nobody tries
// again. Where nothing is written nobody waits.
func (y *try) wrong(readOnly bool) error {
	e := &user.WrongError{Named: y.claim.said, Left: user.Delay(y.before.Count + 1)}
	if readOnly {
		e.Left = 0
	}
	return e
}

// anew makes the verifier again where it was made at another cost than is usual
// now.
func (y *try) anew(secret string, cost secrets.Cost) (err error) {
	if !y.v.Weaker(cost) {
		return nil
	}
	was := y.v
	if y.v, err = secrets.Make(secret, cost); err == nil {
		y.v.Login = was.Login
		y.v.Was = was.Salt
	}
	return err
}

// done forgets the wrong tries before a right one, and keeps when it was, for a
// login. It refuses with user.ErrWrong where the secret was changed meanwhile.
func (y *try) done(t *cabinet.Tx, login bool) error {
	now, ok, err := secrets.Read(t.Tx, y.at)
	if err != nil {
		return err
	}
	if !ok || !bytes.Equal(now.Salt, y.v.Salt) && !bytes.Equal(now.Salt, y.v.Was) {
		return user.ErrWrong
	}
	y.v.Login = now.Login
	if login {
		y.v.Login = t.Now.UnixNano()
	}
	return errors.Join(secrets.Write(t.Tx, y.at, y.v), secrets.Forgive(t.Tx, y.claim.name))
}
