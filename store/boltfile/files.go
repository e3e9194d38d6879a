package boltfile

import (
	"errors"
	"fmt"
	"os"
	"runtime"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

// SyncDir makes a new or renamed file's name durable. Windows does not let a
// folder be synced, and does it by itself.
func SyncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return lease.Explain(dir, err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return lease.Explain(dir, err)
	}
	return nil
}

// Copy writes the file as a transaction sees it to path, synced.
func Copy(b *bbolt.Tx, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return lease.Explain(path, err)
	}
	_, err = b.WriteTo(f)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(lease.Explain(path, err), os.Remove(path))
	}
	return nil
}

// Rename moves a file to a name that nothing has yet.
func Rename(from, to string) error {
	if _, err := os.Stat(to); err == nil {
		return fmt.Errorf("%s: %w", to, model.ErrExists)
	}
	if err := os.Rename(from, to); err != nil {
		return lease.Explain(to, err)
	}
	return nil
}

// Open opens a file that no lease is about: a copy, or one that is held
// already.
func Open(path string, readOnly bool) (db *bbolt.DB, err error) {
	err = Guard(func() error {
		db, err = bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: readOnly, Timeout: lease.DefaultTimeout})
		return err
	})
	if err != nil {
		return nil, lease.Explain(path, err)
	}
	return db, nil
}
