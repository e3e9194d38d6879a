package boltfile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

// Create makes a new file that fill has written into. It is made whole under
// another name, so that nobody ever sees half of one; an existing file is never
// touched.
func Create(path string, fill func(*bbolt.Tx) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return lease.Explain(filepath.Dir(path), err)
	}
	fresh, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new*")
	if err != nil {
		return lease.Explain(path, err)
	}
	name := fresh.Name()
	defer os.Remove(name)
	if err := fresh.Close(); err != nil {
		return lease.Explain(path, err)
	}
	db, err := bbolt.Open(name, 0o600, &bbolt.Options{Timeout: time.Second})
	if err != nil {
		return lease.Explain(name, err)
	}
	if err := errors.Join(db.Update(fill), db.Close()); err != nil {
		return lease.Explain(name, err)
	}
	if err := os.Link(name, path); errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s: %w", path, model.ErrExists)
	} else if err != nil {
		if err := Rename(name, path); err != nil {
			return err
		}
	}
	return SyncDir(filepath.Dir(path))
}

// View runs f in a read transaction of the file that l lends.
func View(l *lease.Lease, verb string, f func(*bbolt.Tx) error) error {
	return l.Use(verb, func(db *bbolt.DB) error {
		return Guard(func() error { return db.View(f) })
	})
}

// Update runs f in a write transaction of the file at path, which l lends. An
// error that came after f was content is a *CommitError: nobody knows what was
// kept.
func Update(l *lease.Lease, path, verb string, f func(*bbolt.Tx) error) error {
	return l.Use(verb, func(db *bbolt.DB) error {
		return Guard(func() error {
			done := false
			err := db.Update(func(b *bbolt.Tx) error {
				err := f(b)
				done = err == nil
				return err
			})
			if err != nil && done {
				return &CommitError{path, err}
			}
			return err
		})
	})
}

// CommitError is a failure of the disk while a transaction was written.
type CommitError struct {
	path string
	err  error
}

func (e *CommitError) Error() string { return e.path + ": " + e.err.Error() }

// Unwrap finds out what the system said: bbolt passes on some of its errors as
// text only.
func (e *CommitError) Unwrap() error {
	err := e.err
	for _, n := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS} {
		if !errors.Is(err, n) && strings.HasSuffix(err.Error(), n.Error()) {
			err = fmt.Errorf("%w: %w", err, n)
		}
	}
	return lease.Explain(e.path, err)
}
