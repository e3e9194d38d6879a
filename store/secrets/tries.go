package secrets

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"time"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/book"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// Tries are the wrong tries with one name since the last right one.
type Tries struct {
	Count int   `cbor:"1,keyasint"`
	Last  int64 `cbor:"2,keyasint"` // Unix nanoseconds, UTC
}

// maxTries is how many names are counted: whoever tries with more makes those
// forgotten that were tried least.
const maxTries = 256

// TriesOf reads how often a name was tried with a wrong secret.
func TriesOf(t *book.Tx, name string) (Tries, error) {
	return readTries(t, place(ofTries, mark(t.Meta.Secret, name)))
}

func readTries(t *book.Tx, p ledger.Place) (n Tries, err error) {
	content, err := t.Content(p)
	if err != nil || content == nil {
		return n, err
	}
	if form.Decode(content, &n) != nil || n.Count < 0 {
		return Tries{}, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
	}
	return n, nil
}

// Begin counts a try with a name as a wrong one, before anybody has looked at it:
// Forgive takes the count back when it was right. It returns the tries before
// this one, or until when one must wait: then nothing was tried. Either way what
// it wrote is to be kept. A clock that was put back makes nobody wait longer than
// the delay itself.
func Begin(t *book.Tx, name string, now time.Time) (before Tries, wait *user.WaitError, err error) {
	p := place(ofTries, mark(t.Meta.Secret, name))
	before, err = readTries(t, p)
	if errors.Is(err, model.ErrDamaged) {
		before, err = Tries{Count: damagedTries}, nil
	}
	if err != nil {
		return before, nil, err
	}
	last, delay := time.Unix(0, before.Last), user.Delay(before.Count)
	switch {
	case now.Before(last) && delay > 0: // by a clock that was put back the wait begins here, once
		return before, &user.WaitError{Until: now.Add(delay), Left: delay}, writeTries(t, p, Tries{Count: before.Count, Last: now.UnixNano()})
	case now.Before(last.Add(delay)):
		return before, &user.WaitError{Until: last.Add(delay), Left: last.Add(delay).Sub(now)}, nil
	case before.Count == 0:
		err = makeRoom(t, p.Key)
	}
	if err == nil {
		err = writeTries(t, p, Tries{Count: before.Count + 1, Last: now.UnixNano()})
	}
	return before, nil, err
}

// damagedTries stands for a count that cannot be read: the next one is free, and
// from then on the wait is long.
const damagedTries = 10

// Forgive forgets the wrong tries with a name: the right secret was given, or a new
// one set.
func Forgive(t *book.Tx, name string) error {
	p := place(ofTries, mark(t.Meta.Secret, name))
	if content, err := t.Content(p); err == nil && content == nil {
		return nil
	}
	return put(t, p, nil)
}

func writeTries(t *book.Tx, p ledger.Place, n Tries) error {
	content, err := form.Encode(n)
	if err != nil {
		return err
	}
	return put(t, p, content)
}

// makeRoom forgets the names that were tried least, and of these the one tried
// longest ago, until another fits.
func makeRoom(t *book.Tx, but []byte) error {
	type counted struct {
		place ledger.Place
		tries Tries
	}
	var list []counted
	places, err := t.Places(place(ofTries, nil))
	if err != nil || len(places) < maxTries {
		return err
	}
	for _, p := range places {
		n, err := readTries(t, p)
		if err != nil {
			n = Tries{} // damaged: the first that goes
		}
		if !bytes.Equal(p.Key, but) {
			list = append(list, counted{p, n})
		}
	}
	slices.SortFunc(list, func(a, b counted) int {
		return cmp.Or(cmp.Compare(a.tries.Count, b.tries.Count), cmp.Compare(a.tries.Last, b.tries.Last))
	})
	for _, c := range list[:max(0, len(list)+1-maxTries)] {
		if err := put(t, c.place, nil); err != nil {
			return err
		}
	}
	return nil
}
