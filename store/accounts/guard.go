package accounts

import (
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/cabinet"
	"kinerja/store/ledger"
	"kinerja/store/secrets"
	"kinerja/store/users"
)

// Code is a new recovery code with what tells that it is right.
type Code struct {
	Text string
	v    secrets.Verifier
}

// NewCode makes a recovery code of 128 random bits.
func NewCode(c secrets.Cost) (Code, error) {
	var raw [16]byte
	if _, err := rand.Read(raw[:]); err != nil {
		return Code{}, fmt.Errorf("random code: %w", err)
	}
	text := user.CodeOf(raw)
	v, err := secrets.Make(text, c)
	v.Unseen = true
	return Code{text, v}, err
}

// Keep makes a code the one that counts; the one before counts no more.
func (c Code) Keep(t *cabinet.Tx) error { return secrets.Write(t.Tx, secrets.Recovery(), c.v) }

// Unwritten reports that the recovery code is this person's, and that nobody has shown
// yet that it was written down: the program ended while it was on the screen.
func Unwritten(t *cabinet.Tx, actor string) (bool, error) {
	if !t.Meta.Guarded {
		return false, nil
	}
	v, ok, err := secrets.Read(t.Tx, secrets.Recovery())
	if err != nil || !ok || !v.Unseen {
		return false, err
	}
	u, err := rescued(t)
	return err == nil && u.ActorID() == actor, err
}

// Written notes that the recovery code was written down.
func Written(t *cabinet.Tx) error {
	v, ok, err := secrets.Read(t.Tx, secrets.Recovery())
	if err != nil || !ok || !v.Unseen {
		return err
	}
	v.Unseen = false
	return secrets.Write(t.Tx, secrets.Recovery(), v)
}

// Guard makes the file ask who works from now on: some may log in, the first of
// them keeps the others' access and the unit's lists.
func Guard(t *cabinet.Tx, list []user.New, made []secrets.Verifier, c Code) error {
	if t.Meta.Guarded {
		return user.ErrGuarded
	}
	ids := make([]user.ID, len(list))
	for i := range ids {
		ids[i] = user.ID(ledger.MintID())
	}
	slices.Sort(ids) // the first is first for ever: the recovery code is theirs
	for i, n := range list {
		if n.ID = ids[i]; i == 0 {
			n.Roles |= model.RolesOf(model.RoleAdmin, model.RoleManager)
		}
		if _, err := Add(t, n, made[i]); err != nil {
			return err
		}
	}
	t.Meta.Guarded = true
	return c.Keep(t)
}

// Unguard makes the file ask nobody any more: all users are closed, and nothing
// is left that tells a PIN.
func Unguard(t *cabinet.Tx) error {
	if !t.Meta.Guarded {
		return user.ErrUnguarded
	}
	all, err := users.All(t.Tx)
	for _, u := range all {
		if err == nil && u.Live() {
			u.Closed, u.Temporary = true, false
			err = shut(t, u)
		}
	}
	t.Meta.Guarded = false
	return errors.Join(err, secrets.Remove(t.Tx, secrets.Recovery()))
}

// rescued is whose PIN the recovery code sets: the administrator who has been one
// for longest.
func rescued(t *cabinet.Tx) (user.User, error) {
	all, err := users.All(t.Tx)
	for _, u := range all {
		if u.Admin() {
			return u, nil
		}
	}
	return user.User{}, errors.Join(err, model.ErrNotFound)
}
