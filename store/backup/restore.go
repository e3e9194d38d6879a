package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/audit"
	"kinerja/store/boltfile"
	"kinerja/store/lease"
	"kinerja/store/ledger"
)

// Order says how a backup is put in the place of a file.
type Order struct {
	Lease   lease.Options
	Keeper  func(model.Kind) (audit.Keeper, bool) // the kinds of records
	Machine string                                // identity of this machine; "": left as it is
	At      func() time.Time                      // on the unit's clocks, for the name of what was there
}

// Replace puts the backup at from in the place of the file at path, after it was
// verified. What was at path is kept beside under a name by date, which is
// returned. The path is held throughout.
func Replace(path, from string, o Order) (kept string, err error) {
	if err := boltfile.Check(from); err != nil {
		return "", err
	}
	if err := differ(path, from); err != nil {
		return "", err
	}
	l, err := lease.Open(path, o.Lease)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	err = l.Exclusive("restore", func(path string) error {
		part := path + ".restore"
		if err := copyOf(from, part, o.Keeper); err != nil {
			return err
		}
		if err := renew(part, identity(path), o.Machine); err != nil {
			return errors.Join(err, os.Remove(part))
		}
		if _, err := os.Stat(path); err == nil {
			kept = Name(filepath.Dir(path), path, "replaced", o.At())
			if err := boltfile.Rename(path, kept); err != nil {
				return errors.Join(err, os.Remove(part))
			}
		}
		if err := boltfile.Rename(part, path); err != nil {
			if kept != "" {
				err, kept = errors.Join(err, boltfile.Rename(kept, path)), ""
			}
			return errors.Join(err, os.Remove(part))
		}
		return boltfile.SyncDir(filepath.Dir(path))
	})
	return kept, err
}

// differ refuses to restore a file from itself.
func differ(path, from string) error {
	a, errA := os.Stat(path)
	b, errB := os.Stat(from)
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return fmt.Errorf("%s: %w", from, &model.FieldError{Field: "restore", Value: from, Err: model.ErrExists})
	}
	return nil
}

// copyOf verifies the file at from, which nobody else uses, and writes it to to.
// keeper knows the kinds of records.
func copyOf(from, to string, keeper func(model.Kind) (audit.Keeper, bool)) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return lease.Explain(to, err)
	}
	db, err := boltfile.Open(from, true)
	if err != nil {
		return err
	}
	err = boltfile.Guard(func() error {
		return db.View(func(b *bbolt.Tx) error {
			if _, err := audit.Run(b, false, keeper, nil); err != nil {
				return err
			}
			return boltfile.Copy(b, to)
		})
	})
	return errors.Join(err, db.Close())
}

// identity reads site and epoch of the file that is replaced; without them
// where it cannot be read.
func identity(path string) (m ledger.File) {
	if boltfile.Check(path) != nil {
		return m
	}
	db, err := boltfile.Open(path, true)
	if err != nil {
		return m
	}
	defer db.Close()
	err = boltfile.Guard(func() error {
		return db.View(func(b *bbolt.Tx) error { m, err = ledger.ReadFile(b); return err })
	})
	if err != nil {
		return ledger.File{}
	}
	return m
}

// renew begins a new epoch in a copy, later than any the site has had. The site
// stays that of the file which is replaced: the backup may come from before a
// copy became a site of its own.
func renew(path string, was ledger.File, machine string) error {
	db, err := boltfile.Open(path, false)
	if err != nil {
		return err
	}
	err = boltfile.Guard(func() error {
		return db.Update(func(b *bbolt.Tx) error {
			m, err := ledger.ReadFile(b)
			if err != nil {
				return err
			}
			if was.Site == "" {
				was = m
			}
			for _, e := range m.Epochs {
				if e.Site == was.Site {
					was.Epoch = max(was.Epoch, e.Epoch)
				}
			}
			m.NewEpoch(was.Site, was.Epoch+1)
			if machine != "" {
				m.Machine = machine
			}
			return ledger.WriteFile(b, m)
		})
	})
	return errors.Join(err, db.Close())
}
