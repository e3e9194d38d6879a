package store

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"kinerja/model"
	"kinerja/store/lease"
)

// commitError is a failure of the disk while a transaction was written.
type commitError struct {
	path string
	err  error
}

func (e *commitError) Error() string { return e.path + ": " + e.err.Error() }

// Unwrap finds out what the system said: bbolt passes on some of its errors as
// text only.
func (e *commitError) Unwrap() error {
	err := e.err
	for _, n := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS} {
		if !errors.Is(err, n) && strings.HasSuffix(err.Error(), n.Error()) {
			err = fmt.Errorf("%w: %w", err, n)
		}
	}
	return lease.Explain(e.path, err)
}

// outcome finds out what became of a change whose transaction returned err.
// Errors of f, of the rules and of the lease leave the file as it was. After an
// error of the disk nobody knows: the file is closed, opened and read again,
// and the last facts tell.
func (s *Store) outcome(change model.ChangeID, err error) error {
	var commit *commitError
	if !errors.As(err, &commit) {
		return err
	}
	s.lease.Drop()
	kept := false
	again := s.view("reopen", func(t *tx) error {
		var e error
		kept, e = t.lastChangeIs(change)
		return e
	})
	switch {
	case again != nil:
		return fmt.Errorf("%w: %w", model.ErrOutcome, errors.Join(err, again))
	case kept:
		return nil
	}
	return err
}

// lastChangeIs reports whether the newest fact belongs to change.
func (t *tx) lastChangeIs(change model.ChangeID) (bool, error) {
	for i := range t.meta.Lanes {
		end := t.meta.Lanes[i]
		if end.Seq == 0 {
			continue
		}
		f, err := t.factAt(model.FactKey{Site: t.meta.Site, Epoch: t.meta.Epoch, Lane: end.Lane, Seq: end.Seq})
		if err != nil {
			return false, err
		}
		if f.Header.Change == change {
			return true, nil
		}
	}
	return false, nil
}
