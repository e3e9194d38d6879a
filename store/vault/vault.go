// Package vault is the counsellor's own file: cases of support (model/support), each
// sealed, and the slips by which somebody is referred to the counsellor.
//
// # The file
//
// It is a bbolt file with a lease like the unit's (package lease), and is made, opened
// and guarded by the same code. In clear stand its format and the public key alone:
//
//	vault/format   "kinerja-vault 1"
//	vault/public   an age X25519 recipient: slips are sealed to it
//	vault/sealed   identity and data key, sealed to the passphrase (age, scrypt)
//	slots/RANDOM   a case, or nothing, under AES-256-GCM with the slot's name beside it
//
// There are always as many slots as a multiple of 32, all of one length, and each
// writing makes all of them anew under new names: a copy of the file tells neither how
// many cases there are, nor how long one is, nor, beside an older copy, which changed.
//
// # Promises
//
//   - Nothing of a case leaves this package unsealed but to its caller: no temporary
//     file, draft, side file or copy holds any of it.
//   - A change is whole or not at all.
//   - Without the passphrase nothing can be read, by nobody: there is no second way in.
//
// # Caveats
//
//   - Who has the file and guesses the passphrase reads it: it is to be long.
//   - Pages that bbolt no longer uses keep what stood there, sealed as it was.
package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store/boltfile"
	"kinerja/store/lease"
	"kinerja/store/ledger"
)

// What a person does wrong. Both are model.ErrNotAllowed.
var (
	// ErrPassphrase: it is not the one that the file was made with.
	ErrPassphrase = fmt.Errorf("wrong passphrase: %w", model.ErrNotAllowed)
	// ErrOtherKey: a slip was sealed to somebody else.
	ErrOtherKey = fmt.Errorf("sealed to another key: %w", model.ErrNotAllowed)
)

// Shortest is how many characters a passphrase has at least.
const Shortest = 12

const (
	format = "kinerja-vault 1"

	bucketHead  = "vault"
	bucketSlots = "slots"
	keyFormat   = "format"
	keyPublic   = "public"
	keySealed   = "sealed"

	// verb is what a holder of the file is said to do, whatever it does.
	verb = "vault"
)

// Options say how a file is opened; the zero value is the usual.
type Options struct {
	LockTimeout time.Duration // as store.Options
	Work        int           // how much work a try of the passphrase is, as a power of two; 0: 2^15
}

// Vault is an open file. Cases are unsealed as they are read, and kept nowhere.
type Vault struct {
	path  string
	lease *lease.Lease
	keys  secret
}

// Create makes a new file and returns its public key. An existing file is never
// touched (model.ErrExists); a passphrase that is too short is a model.FieldError.
func Create(path, passphrase string, opt Options) (public string, err error) {
	if len([]rune(passphrase)) < Shortest {
		return "", &model.FieldError{Field: "passphrase", Err: model.ErrTooLittle}
	}
	keys, err := newSecret()
	if err != nil {
		return "", err
	}
	sealed, err := keys.seal(passphrase, opt.Work)
	if err != nil {
		return "", err
	}
	slots, err := keys.pack(nil)
	if err != nil {
		return "", err
	}
	public = keys.identity.Recipient().String()
	return public, fill(path, []byte(public), sealed, slots)
}

// fill makes a file whole.
func fill(path string, public, sealed []byte, slots []slot) error {
	return boltfile.Create(path, func(b *bbolt.Tx) error {
		head, err := b.CreateBucket([]byte(bucketHead))
		if err != nil {
			return err
		}
		return errors.Join(
			head.Put([]byte(keyFormat), []byte(format)), head.Put([]byte(keyPublic), public), head.Put([]byte(keySealed), sealed),
			write(b, slots),
		)
	})
}

// Key reads the public key of a file, which takes no passphrase.
func Key(path string, opt Options) (string, error) {
	l, h, err := open(path, opt)
	if err != nil {
		return "", err
	}
	return string(h.public), l.Close()
}

// Open opens a file with its passphrase: ErrPassphrase for a wrong one,
// model.ErrForeign for a file that is none of a counsellor, model.ErrNewer for one of a
// later version of the program.
func Open(path, passphrase string, opt Options) (*Vault, error) {
	l, h, err := open(path, opt)
	if err != nil {
		return nil, err
	}
	keys, err := unseal(h.sealed, passphrase)
	if err == nil && keys.identity.Recipient().String() != string(h.public) {
		err = &model.DamageError{Where: bucketHead + " " + keyPublic, What: "content"}
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), l.Close())
	}
	return &Vault{path: path, lease: l, keys: keys}, nil
}

// head is what stands in clear.
type head struct{ public, sealed []byte }

func open(path string, opt Options) (l *lease.Lease, h head, err error) {
	if err := boltfile.Check(path); err != nil {
		return nil, h, err
	}
	if l, err = lease.Open(path, lease.Options{Timeout: opt.LockTimeout, Holder: "kinerja", Check: boltfile.Check}); err != nil {
		return nil, h, err
	}
	err = boltfile.View(l, verb, func(b *bbolt.Tx) error {
		x := b.Bucket([]byte(bucketHead))
		if x == nil || b.Bucket([]byte(bucketSlots)) == nil {
			return model.ErrForeign
		}
		if string(x.Get([]byte(keyFormat))) != format {
			return model.ErrNewer
		}
		h = head{append([]byte{}, x.Get([]byte(keyPublic))...), append([]byte{}, x.Get([]byte(keySealed))...)}
		return nil
	})
	if err != nil {
		return nil, h, errors.Join(fmt.Errorf("%s: %w", path, err), l.Close())
	}
	return l, h, nil
}

// Close lets the file go.
func (v *Vault) Close() error { return v.lease.Close() }

// Path is where the file is.
func (v *Vault) Path() string { return v.path }

// Key is the public key of the file.
func (v *Vault) Key() string { return v.keys.identity.Recipient().String() }

// Cases reads all cases, the oldest first.
func (v *Vault) Cases() (list []support.Case, err error) {
	err = boltfile.View(v.lease, verb, func(b *bbolt.Tx) error {
		list, err = v.keys.unpack(b)
		return err
	})
	return list, err
}

// Add begins a case and gives it its identity.
func (v *Vault) Add(c support.Case) (support.Case, error) {
	c.ID = support.ID(ledger.MintID())
	err := v.change(func(list []support.Case) ([]support.Case, error) {
		for _, x := range list {
			if c.Slip != "" && x.Slip == c.Slip {
				return nil, fmt.Errorf("slip: %w", model.ErrExists)
			}
		}
		return append(list, c), c.Check()
	})
	return c, err
}

// Change puts what f makes of a case in its place. It reports model.ErrNotFound.
func (v *Vault) Change(id support.ID, f func(support.Case) (support.Case, error)) (c support.Case, err error) {
	err = v.change(func(list []support.Case) ([]support.Case, error) {
		for i, x := range list {
			if x.ID != id {
				continue
			}
			if c, err = f(x); err != nil {
				return nil, err
			}
			list[i] = c
			return list, c.Check()
		}
		return nil, fmt.Errorf("case %s: %w", id.Code(), model.ErrNotFound)
	})
	return c, err
}

func (v *Vault) change(f func([]support.Case) ([]support.Case, error)) error {
	return boltfile.Update(v.lease, v.path, verb, func(b *bbolt.Tx) error {
		list, err := v.keys.unpack(b)
		if err != nil {
			return err
		}
		if list, err = f(list); err != nil {
			return err
		}
		slots, err := v.keys.pack(list)
		if err != nil {
			return err
		}
		return write(b, slots)
	})
}

// Renew gives the file another passphrase, and its cases another key. A new file takes
// the place of the old one, so that the old passphrase opens nothing that is left in it;
// the public key stays, for slips are sealed to it. Copies keep the passphrase they had.
func (v *Vault) Renew(passphrase string, opt Options) error {
	if len([]rune(passphrase)) < Shortest {
		return &model.FieldError{Field: "passphrase", Err: model.ErrTooLittle}
	}
	keys, err := newSecret()
	if err != nil {
		return err
	}
	keys.identity = v.keys.identity
	sealed, err := keys.seal(passphrase, opt.Work)
	if err != nil {
		return err
	}
	err = v.lease.Exclusive(verb, func(path string) error {
		list, err := v.all(path)
		if err != nil {
			return err
		}
		slots, err := keys.pack(list)
		if err != nil {
			return err
		}
		next := path + ".next"
		if err := os.Remove(next); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return lease.Explain(next, err) // of a try that the power ended
		}
		if err := fill(next, []byte(v.Key()), sealed, slots); err != nil {
			return err
		}
		if err := os.Rename(next, path); err != nil {
			return errors.Join(lease.Explain(path, err), os.Remove(next))
		}
		return boltfile.SyncDir(filepath.Dir(path))
	})
	if err == nil {
		v.keys = keys
	}
	return err
}

// all reads the cases of the file while no lease lends it.
func (v *Vault) all(path string) (list []support.Case, err error) {
	db, err := boltfile.Open(path, true)
	if err != nil {
		return nil, err
	}
	err = boltfile.Guard(func() error {
		return db.View(func(b *bbolt.Tx) error {
			list, err = v.keys.unpack(b)
			return err
		})
	})
	return list, errors.Join(err, db.Close())
}

// Copy writes a copy of a file to a path that nothing has yet: sealed as the file is,
// and opened by the same passphrase. Making it takes none.
func Copy(path, to string, opt Options) error {
	l, _, err := open(path, opt)
	if err != nil {
		return err
	}
	err = boltfile.View(l, verb, func(b *bbolt.Tx) error { return boltfile.Copy(b, to) })
	return errors.Join(err, l.Close())
}
