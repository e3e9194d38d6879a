package backup

import (
	"errors"
	"fmt"
	"os"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/audit"
	"kinerja/store/boltfile"
	"kinerja/store/lease"
	"kinerja/store/ledger"
)

// Differ refuses to restore a file from itself.
func Differ(path, from string) error {
	a, errA := os.Stat(path)
	b, errB := os.Stat(from)
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return fmt.Errorf("%s: %w", from, &model.FieldError{Field: "restore", Value: from, Err: model.ErrExists})
	}
	return nil
}

// Copy verifies the file at from, which nobody else uses, and writes it to to.
// keeper knows the kinds of records.
func Copy(from, to string, keeper func(model.Kind) (audit.Keeper, bool)) error {
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

// Identity reads site and epoch of the file that is replaced; without them
// where it cannot be read.
func Identity(path string) (m ledger.File) {
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

// Renew begins a new epoch in a copy, later than any the site has had. The site
// stays that of the file which is replaced: the backup may come from before a
// copy became a site of its own.
func Renew(path string, was ledger.File, machine string) error {
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
