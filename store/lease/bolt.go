package lease

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync/atomic"

	"go.etcd.io/bbolt"
	bolterr "go.etcd.io/bbolt/errors"

	"kinerja/model"
)

// reopenings bounds how often a file may be renamed while it is opened.
const reopenings = 10

// openBolt opens the file that is at path when it returns, and says which one
// that is. The caller holds NAME.lock where there is one.
func openBolt(path string, opt *Options) (*bbolt.DB, os.FileInfo, error) {
	for range reopenings {
		if opt.Check != nil {
			if err := opt.Check(path); err != nil {
				return nil, nil, err
			}
		}
		db, info, err := openOnce(path, opt)
		if err != nil {
			return nil, nil, err
		}
		if now, err := os.Stat(path); err == nil && os.SameFile(info, now) {
			return db, info, nil
		}
		_ = db.Close()
	}
	return nil, nil, fmt.Errorf("%s: %w", path, model.ErrChanged)
}

// openOnce opens what is at path now. bbolt waits for its own lock too: a
// program that does not know this package may hold that.
func openOnce(path string, opt *Options) (db *bbolt.DB, info os.FileInfo, err error) {
	var file *os.File
	bolt := bbolt.Options{}
	if opt.Bolt != nil {
		bolt = *opt.Bolt
	}
	bolt.ReadOnly = opt.ReadOnly
	bolt.Timeout = opt.Timeout
	openFile := bolt.OpenFile
	if openFile == nil {
		openFile = os.OpenFile
	}
	opened := atomic.Bool{} // bbolt calls OpenFile again to copy the file, on any goroutine
	bolt.OpenFile = func(name string, flag int, perm os.FileMode) (*os.File, error) {
		// bbolt would make a missing file and fill an empty one in silence.
		f, err := openFile(name, flag&^os.O_CREATE, perm)
		if err != nil || opened.Load() {
			return f, err
		}
		file = f
		if info, err = f.Stat(); err == nil && info.Size() == 0 {
			err = model.ErrEmpty
		}
		if err != nil {
			_ = f.Close()
			return nil, err
		}
		return f, nil
	}
	defer opened.Store(true)
	// A page that is not what it should be is a panic or a fault in bbolt.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if fault := recover(); fault != nil {
			unlockBolt(file)
			_ = file.Close()
			db, err = nil, fmt.Errorf("%w (%v)", &model.DamageError{Where: path, What: "page"}, fault)
		}
	}()
	if db, err = bbolt.Open(path, 0o600, &bolt); err != nil {
		return nil, nil, boltError(path, err)
	}
	return db, info, nil
}

// boltError says what an opening failed with. What is neither the system nor a
// lock is the content of the file.
func boltError(path string, err error) error {
	var system interface{ Timeout() bool } // os.PathError, syscall.Errno
	switch {
	case errors.Is(err, bolterr.ErrTimeout):
		return &model.BusyError{}
	case errors.Is(err, model.ErrEmpty), errors.As(err, &system):
		return Explain(path, err)
	}
	return fmt.Errorf("%w (%w)", &model.DamageError{Where: path, What: "page"}, err)
}
