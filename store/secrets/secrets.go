// Package secrets keeps what tells that a PIN, a passphrase or the recovery code
// is right, and how often a wrong one was tried.
//
// # Promises
//
//   - No PIN stands in the file, and nothing from which one can be read: argon2id
//     makes a key of it, with a salt of its own. How costly that is stands beside
//     it, so that it can be raised.
//   - Nothing here is in a fact, in a bundle or in an export. It is in the file and
//     its backups, for a backup that is restored must let people in.
//   - A try is counted before it is looked at, and the count is on the disk: who
//     kills the program, or tries in several windows at once, gains nothing.
//   - Names that nobody logs in by are counted like those of users. No name stands
//     here in clear: a key is an HMAC with the file's own.
//
// Whoever can copy the file can try PINs against the copy as fast as their machine
// goes: a PIN says who works, it does not seal the file.
package secrets

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/book"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// Cost says how much work it is to look at one PIN. The zero Cost is the usual.
type Cost struct {
	Memory  uint32 // KiB
	Passes  uint32
	Threads uint8

	// Computed is told of every computation; nil: nobody is.
	Computed func()
}

// or returns the usual cost for none: an eighth of a second on a laptop of 2020,
// and 64 MiB.
func (c Cost) or() Cost {
	if c.Memory == 0 || c.Passes == 0 || c.Threads == 0 {
		c.Memory, c.Passes, c.Threads = 64<<10, 3, 1
	}
	return c
}

// Verifier tells whether a secret is right. It stands in the file.
type Verifier struct {
	Salt    []byte `cbor:"1,keyasint"`
	Key     []byte `cbor:"2,keyasint"`
	Memory  uint32 `cbor:"3,keyasint"` // KiB
	Passes  uint32 `cbor:"4,keyasint"`
	Threads uint8  `cbor:"5,keyasint"`
	Login   int64  `cbor:"6,keyasint,omitempty"` // when it let somebody in last: Unix nanoseconds, UTC

	Unseen bool `cbor:"7,keyasint,omitempty"` // of a recovery code: nobody has shown that it was written down

	Was []byte `cbor:"-"` // salt of the one that this was made of, at another cost
}

// LastLogin is when it let somebody in last; zero: never.
func (v Verifier) LastLogin() time.Time {
	if v.Login == 0 {
		return time.Time{}
	}
	return time.Unix(0, v.Login).UTC()
}

const keySize, saltSize = 32, 16

// Make makes the verifier of a secret.
func Make(secret string, c Cost) (Verifier, error) {
	c = c.or()
	v := Verifier{Salt: make([]byte, saltSize), Memory: c.Memory, Passes: c.Passes, Threads: c.Threads}
	if _, err := rand.Read(v.Salt); err != nil {
		return v, fmt.Errorf("random salt: %w", err)
	}
	v.Key = v.compute(secret, c)
	return v, nil
}

// Nobody is a verifier that no secret fits, as costly as any: a name that nobody
// logs in by takes the same time as a wrong PIN.
func Nobody(c Cost) Verifier {
	c = c.or()
	return Verifier{Salt: make([]byte, saltSize), Memory: c.Memory, Passes: c.Passes, Threads: c.Threads}
}

// Fits reports whether a secret is the right one. It takes the same time for
// every answer.
func (v Verifier) Fits(secret string, c Cost) bool {
	return subtle.ConstantTimeCompare(v.compute(secret, c), v.Key) == 1
}

func (v Verifier) compute(secret string, c Cost) []byte {
	if c.Computed != nil {
		c.Computed()
	}
	text := []byte(norm.NFC.String(secret)) // an accent may be typed in two ways
	defer clear(text)
	return argon2.IDKey(text, v.Salt, v.Passes, v.Memory, v.Threads, keySize)
}

// Weaker reports a verifier that was made at another cost than is usual now: it
// is made anew when its secret is known.
func (v Verifier) Weaker(c Cost) bool {
	c = c.or()
	return v.Memory != c.Memory || v.Passes != c.Passes || v.Threads != c.Threads
}

// sound reports parameters that this program could have written: others would let
// a damaged file take all the memory there is.
func (v Verifier) sound() bool {
	return len(v.Salt) == saltSize && len(v.Key) == keySize && v.Memory > 0 && v.Memory <= 4<<20 && v.Passes > 0 && v.Passes <= 64 && v.Threads > 0
}

// Keys of the bucket: what stands there is told by the first byte.
const (
	ofUser     = 'u' // user
	ofRecovery = 'r'
	ofTries    = 't' // HMAC of a name
)

// OfUser is where the verifier of a user stands.
func OfUser(id user.ID) (ledger.Place, error) {
	key, err := ledger.IDs(id)
	return place(ofUser, key), err
}

// Recovery is where the verifier of the recovery code stands.
func Recovery() ledger.Place { return place(ofRecovery, nil) }

func place(kind byte, key []byte) ledger.Place {
	return ledger.Place{Bucket: ledger.BucketSecrets, Key: append([]byte{kind}, key...)}
}

// Read reads the verifier at a place; false where none is. One that is not what
// was written is a *model.DamageError.
func Read(t *book.Tx, p ledger.Place) (v Verifier, ok bool, err error) {
	content, err := t.Content(p)
	if err != nil || content == nil {
		return v, false, err
	}
	if form.Decode(content, &v) != nil || !v.sound() {
		return Verifier{}, false, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
	}
	return v, true, nil
}

// Write keeps a verifier at a place; one that was damaged is whole again.
func Write(t *book.Tx, p ledger.Place, v Verifier) error {
	content, err := form.Encode(v)
	if err != nil {
		return err
	}
	return put(t, p, content)
}

func put(t *book.Tx, p ledger.Place, content []byte) error {
	_, damaged := t.Content(p)
	err := t.Write(p, content)
	if err == nil && errors.Is(damaged, model.ErrDamaged) {
		err = t.Recount(ledger.Place{Bucket: p.Bucket})
	}
	return err
}

// Remove takes away the verifier at a place: nobody gets in by it any more.
func Remove(t *book.Tx, p ledger.Place) error { return put(t, p, nil) }

// mark finds the tries with a name without the name standing in a key.
func mark(secret []byte, name string) []byte {
	h := hmac.New(sha256.New, secret)
	h.Write([]byte("tries\x00" + name))
	return h.Sum(nil)[:16]
}
