package store

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"kinerja/model"
	"kinerja/store/lease"
)

// outcome finds out what became of a change whose transaction returned err.
// Errors of f, of the rules and of the lease leave the file as it was. After an
// error of the disk nobody knows: the file is closed, opened and read again,
// and the last facts tell.
func (s *Store) outcome(change model.ChangeID, err error) error {
	if !fromDisk(err) {
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
		s.notify()
		return nil
	}
	if errors.Is(err, syscall.EFBIG) { // the limit of the file system or of the account
		err = fmt.Errorf("%w: %w", model.ErrFull, err)
	}
	return lease.Explain(s.path, err)
}

// fromDisk reports whether err came from the system while a commit was under
// way: bbolt passes such errors on as they are.
func fromDisk(err error) bool {
	var path *os.PathError
	var call *os.SyscallError
	var number syscall.Errno
	return errors.As(err, &path) || errors.As(err, &call) || errors.As(err, &number)
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
