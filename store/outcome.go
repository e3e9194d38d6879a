package store

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/store/boltfile"
)

// outcome finds out what became of a change whose transaction returned err.
// Errors of f, of the rules and of the lease leave the file as it was. After an
// error of the disk nobody knows: the file is closed, opened and read again,
// and the last facts tell.
func (s *Store) outcome(change model.ChangeID, err error) error {
	var commit *boltfile.CommitError
	if !errors.As(err, &commit) {
		return err
	}
	s.lease.Drop()
	kept := false
	again := s.view("reopen", func(t *tx) error {
		var e error
		kept, e = t.LastIs(change)
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
