package lease

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
)

// DefaultTimeout is how long a waiter stands a holder without progress.
const DefaultTimeout = 5 * time.Second

// Options say how one Lease opens its file. The zero Options is good.
type Options struct {
	// Timeout is how long to wait without progress of the holder; 0 means
	// DefaultTimeout.
	Timeout time.Duration
	// Holder is who works here, for others to read: program and person.
	Holder string
	// Check, if given, looks at the file before each opening, while nobody
	// else can write it. Its error is returned as it is.
	Check func(path string) error
	// Bolt is how bbolt opens the file; Timeout and ReadOnly of it are not read.
	Bolt *bbolt.Options
	// ReadOnly opens the file only to read. It then also works where nothing
	// can be written, not even the files beside the database. An open handle
	// of the process that can write serves it too.
	ReadOnly bool
}

// A Lease is the right to take turns at one file. Its methods may be called by
// many goroutines at once.
type Lease struct {
	h      *handle
	opt    Options
	closed atomic.Bool
}

// registry finds the handle of a file that this process has a Lease on.
type registry struct {
	mu      sync.Mutex
	handles map[string]*handle // by real path
}

// open must be one for the process: so are the locks of the system.
var open = registry{handles: map[string]*handle{}}

// Open prepares to work on the file at path. It neither opens nor locks it,
// and the file need not exist yet; its folder must.
func Open(path string, opt Options) (*Lease, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, Explain(path, err)
	}
	if opt.Timeout <= 0 {
		opt.Timeout = DefaultTimeout
	}
	open.mu.Lock()
	defer open.mu.Unlock()
	h := open.handles[real]
	if h == nil {
		h = &handle{path: real, changed: make(chan struct{})}
		open.handles[real] = h
	}
	h.leases++
	return &Lease{h: h, opt: opt}, nil
}

// realPath is where the file is when all links are followed, so that one file
// has one handle and one pair of side files. The file itself may be missing.
func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, filepath.Base(path)), nil
}

// Path returns where the file really is, links followed.
func (l *Lease) Path() string { return l.h.path }

// Use runs f with the open database and holds the file for that long. verb
// names the work for those who wait. Calls of one process run side by side;
// bbolt lets one of them write at a time.
//
// Errors of the opening: *model.BusyError, model.ErrNotFound, model.ErrEmpty,
// model.ErrReadOnly, model.ErrFull, *model.DamageError, and those of
// Options.Check. An error of f is returned as it is.
func (l *Lease) Use(verb string, f func(db *bbolt.DB) error) error {
	if l.closed.Load() {
		return fmt.Errorf("%s: %w", l.h.path, fs.ErrClosed)
	}
	db, err := l.h.enter(&l.opt, verb)
	if err != nil {
		return err
	}
	defer l.h.leave()
	return f(db)
}

// Progress says how far the running work is, in any unit. Others read it at
// most ten times a second, and wait on as long as it changes.
func (l *Lease) Progress(done, total int) {
	h := l.h
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done, h.total = done, total
	h.beats++
}

// Exclusive runs f while nobody, in this process or another, has the database
// open or can open it: to create, replace, compact or migrate it. Calls of Use
// in this process wait meanwhile. The file at path need not exist; the side
// files are made if they can, else the error is model.ErrReadOnly.
func (l *Lease) Exclusive(verb string, f func(path string) error) error {
	if l.closed.Load() {
		return fmt.Errorf("%s: %w", l.h.path, fs.ErrClosed)
	}
	if err := l.h.claim(&l.opt, verb); err != nil {
		return err
	}
	defer l.h.unclaim()
	return f(l.h.path)
}

// Drop closes the handle, now or after the running work, so that the next Use
// opens the file again and reads what is really in it. It is for after a
// failed commit, whose outcome is unknown.
func (l *Lease) Drop() {
	l.h.mu.Lock()
	defer l.h.mu.Unlock()
	l.h.yield()
}

// Close ends the lease. With the last one of the process the file is closed,
// now or when the running work ends. A second Close does nothing.
func (l *Lease) Close() error {
	if l.closed.Swap(true) {
		return nil
	}
	open.mu.Lock()
	l.h.leases--
	last := l.h.leases == 0
	if last {
		delete(open.handles, l.h.path)
	}
	open.mu.Unlock()
	if last {
		l.Drop()
	}
	return nil
}
