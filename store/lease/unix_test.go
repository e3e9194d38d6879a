//go:build !windows

package lease_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

// becomeNobody gives up the right to write everywhere, where asked to: tests
// may run as the superuser, to whom no folder is read-only.
func becomeNobody() {
	if os.Getenv("LEASE_TEST_NOBODY") != "" && os.Getuid() == 0 {
		if err := syscall.Setuid(65534); err != nil {
			panic(err)
		}
	}
}

func TestReadOnlyFolder(t *testing.T) {
	path := tempFile(t)
	folder := filepath.Dir(path)
	must(t, os.Chmod(filepath.Dir(folder), 0o755))
	must(t, os.Chmod(path, 0o444))
	must(t, os.Chmod(folder, 0o555))
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
	w := start(t, "readonly", path, "LEASE_TEST_NOBODY=1")
	w.ready(t)
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second, ReadOnly: true})
	must(t, err)
	must(t, db.Close())
	w.end(t)
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("left %v", files)
	}
}

// Where the side files can be made and only the database is protected, it is
// read as anywhere else and not written.
func TestReadOnlyFile(t *testing.T) {
	path := tempFile(t)
	must(t, os.Chmod(filepath.Dir(path), 0o777))
	must(t, os.Chmod(path, 0o444))
	l := openLease(t, path, lease.Options{ReadOnly: true})
	must(t, l.Use("read", func(db *bbolt.DB) error {
		if err := add(db); err == nil {
			t.Error("wrote into a file opened to read")
		}
		return nil
	}))
}

func TestExplain(t *testing.T) {
	for _, tt := range []struct{ err, want error }{
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, model.ErrFull},
		{fmt.Errorf("commit: %w", syscall.EDQUOT), model.ErrFull},
		{syscall.EROFS, model.ErrReadOnly},
		{syscall.EACCES, model.ErrReadOnly},
		{syscall.ENOENT, model.ErrNotFound},
		{model.ErrEmpty, model.ErrEmpty},
	} {
		got := lease.Explain("a.db", tt.err)
		if !errors.Is(got, tt.want) || !errors.Is(got, tt.err) {
			t.Errorf("Explain(%v) = %v, want %v", tt.err, got, tt.want)
		}
	}
	if got := lease.Explain("a.db", nil); got != nil {
		t.Errorf("Explain(nil) = %v", got)
	}
}
