// Package users keeps in the book who may log in. What tells that a PIN is right
// stands elsewhere (package secrets).
package users

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Shelf says where users stand.
func Shelf() book.Shelf[user.User] {
	return book.Shelf[user.User]{
		Kind: model.KindUser, Void: 9,
		ID:    func(u user.User) string { return string(u.ID) },
		Place: func(u user.User) (ledger.Place, error) { return at(u.ID) },
	}
}

func at(id user.ID) (ledger.Place, error) {
	key, err := ledger.IDs(id)
	return ledger.Place{Bucket: ledger.BucketUsers, Key: key}, err
}

// All reads everybody who may log in, or could once, in the order in which they
// came.
func All(t *book.Tx) (list []user.User, err error) {
	err = book.Each(t, Shelf(), ledger.Place{Bucket: ledger.BucketUsers}, func(u user.User) bool {
		if !u.Void {
			list = append(list, u)
		}
		return true
	})
	return list, err
}

// Of finds the user by whom an actor of facts logs in. It reports ErrNotFound.
func Of(t *book.Tx, actor string) (user.User, error) {
	all, err := All(t)
	for _, u := range all {
		if u.ActorID() == actor && u.Live() {
			return u, nil
		}
	}
	if err == nil {
		err = fmt.Errorf("user %s: %w", actor, model.ErrNotFound)
	}
	return user.User{}, err
}

// Known refuses somebody who has not said who they are in a file that asks
// (user.ErrLogin).
func Known(t *book.Tx, actor model.Actor) error {
	if t.Meta.Guarded && actor.Via == model.Own {
		return user.ErrLogin
	}
	return nil
}
