package store

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/boltfile"
	"kinerja/store/book"
	"kinerja/store/cabinet"
	"kinerja/store/lease"
	"kinerja/store/ledger"
	"kinerja/store/secrets"
)

// Options say how a file is opened. Now is required; the rest has defaults.
type Options struct {
	Now         func() time.Time
	LockTimeout time.Duration // how long to wait for a holder that makes no progress; 0: 5 s
	Holder      string        // how other processes name this one: "kinerja (Sari)"
	Machine     string        // identity of this machine; "" is not compared
	Answer      Answer        // what a person said about a file from elsewhere
	Zone        model.Zone    // where "today" is decided
	ReadOnly    bool          // nothing is ever written, not even side files
	Sample      bool          // Create only: marks the file as the sample
	Backups     string        // folder for backups; "": backup/ beside the file
	Cost        secrets.Cost  // how much work it is to look at a PIN; zero: the usual
}

// Answer is what a person says about a file last used on another machine.
type Answer uint8

// The answers.
const (
	Unasked Answer = iota
	Moved          // it is the same site, now here
	Copied         // the other goes on; this one becomes a site of its own
)

// Store is one file. It is safe for use by many goroutines; the file is held
// only while something is read or written, so that several processes share it.
type Store struct {
	path  string
	opt   Options
	lease *lease.Lease
	chart book.Cache

	mu        sync.Mutex
	elsewhere bool // last used on another machine, and nobody has answered
}

// Create makes a new, empty file. An existing file is never touched.
func Create(path string, opt Options) (*Store, error) {
	err := boltfile.Create(path, func(b *bbolt.Tx) error {
		for _, name := range ledger.Buckets() {
			if _, err := b.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		m, err := ledger.NewFile(opt.Now().UnixNano(), opt.Machine)
		if err != nil {
			return err
		}
		m.Sample = opt.Sample
		return ledger.WriteFile(b, m)
	})
	if err != nil {
		return nil, err
	}
	return Open(path, opt)
}

// Open opens a file that exists. It refuses an empty, foreign, truncated or
// newer one before bbolt sees it, brings an older one up to date after making a
// copy, and takes back a large change that was not finished.
func Open(path string, opt Options) (*Store, error) {
	if err := boltfile.Check(path); err != nil {
		return nil, err
	}
	l, err := lease.Open(path, lease.Options{
		Timeout: opt.LockTimeout, Holder: opt.Holder, Check: boltfile.Check, ReadOnly: opt.ReadOnly,
	})
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, opt: opt, lease: l}
	if err := s.settle(); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return s, nil
}

// settle brings a file just opened into order.
func (s *Store) settle() error {
	var m ledger.File
	err := s.view("open", func(t *tx) error { m = t.Meta; return nil })
	if err != nil {
		return err
	}
	if m.Format < ledger.Format && !s.opt.ReadOnly {
		if err := s.migrate(m.Format); err != nil {
			return err
		}
	}
	if s.opt.Machine != "" && m.Machine != "" && m.Machine != s.opt.Machine {
		s.elsewhere = true
		if s.opt.Answer != Unasked {
			return s.Accept(s.opt.Answer)
		}
		return nil
	}
	if m.Open != nil && !s.opt.ReadOnly {
		return s.bulk(nil).Settle()
	}
	return nil
}

// Stamp is a number that changes whenever any process changes the file. It
// takes no lock.
func (s *Store) Stamp() (uint64, error) { return boltfile.Stamp(s.path) }

// Close lets the file go.
func (s *Store) Close() error { return s.lease.Close() }

// Path is where the file is.
func (s *Store) Path() string { return s.path }

// Sample reports whether the file holds the sample district.
func (s *Store) Sample() (sample bool, err error) {
	err = s.view("open", func(t *tx) error { sample = t.Meta.Sample; return nil })
	return sample, err
}

// Today is the day it is where the file's people work.
func (s *Store) Today() model.Date { return model.DateOf(s.opt.Now(), s.opt.Zone) }

// Elsewhere reports whether the file was last used on another machine and
// nobody has said yet whether it was moved or copied. Until then it is only
// read.
func (s *Store) Elsewhere() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.elsewhere
}

// Accept keeps what a person said about a file from another machine. A copy
// becomes a site of its own, so that two files never write under one name.
func (s *Store) Accept(a Answer) error {
	if a == Unasked {
		return nil
	}
	err := s.raw("accept", func(t *tx) error {
		t.Meta.Machine = s.opt.Machine
		if a == Copied {
			t.Meta.NewEpoch(model.SiteID(ledger.MintID()), 1)
		}
		return ledger.WriteFile(t.Tx.Tx, t.Meta)
	})
	if err == nil {
		s.mu.Lock()
		s.elsewhere = false
		s.mu.Unlock()
	}
	return err
}

// view runs f in a read transaction.
func (s *Store) view(verb string, f func(*tx) error) error {
	return boltfile.View(s.lease, verb, func(b *bbolt.Tx) error {
		t, err := cabinet.Open(b, s.opt.Now(), s.opt.Zone, &s.chart)
		if err != nil {
			return err
		}
		return f(t)
	})
}

// raw runs f in a write transaction that leaves no fact: for what the file says
// about itself, and for the bucket local.
func (s *Store) raw(verb string, f func(*tx) error) error {
	if s.opt.ReadOnly {
		return fmt.Errorf("%s: %w", s.path, model.ErrReadOnly)
	}
	return boltfile.Update(s.lease, s.path, verb, func(b *bbolt.Tx) error {
		t, err := cabinet.Open(b, s.opt.Now(), s.opt.Zone, &s.chart)
		if err != nil {
			return err
		}
		return f(t)
	})
}

// change runs f in one transaction with the facts of what it puts. If either
// fails, nothing of both is kept.
func (s *Store) change(a act, f func(*tx) error) error {
	if s.Elsewhere() {
		return fmt.Errorf("%s: %w", s.path, model.ErrElsewhere)
	}
	if a.Change == "" {
		a.Change = model.ChangeID(ledger.MintID())
	}
	err := s.raw(string(a.Verb), func(t *tx) error {
		t.Act = a
		if err := f(t); err != nil {
			return err
		}
		if !t.Wrote() {
			return errUnchanged // rolls back: no page is written for nothing
		}
		return t.Finish()
	})
	switch {
	case errors.Is(err, errUnchanged):
		return nil
	case err != nil:
		return s.outcome(a.Change, err)
	}
	return nil
}

// errUnchanged ends a change that changed nothing.
var errUnchanged = errors.New("nothing changed")
