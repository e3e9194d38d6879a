package rounds

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/round"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
)

// Close ends a round before its day. Where too few answered nothing is kept, and the
// round says so.
func (d Desk) Close(id round.ID) (r round.Round, err error) {
	err = d.end(func(s sight.Sight, r round.Round) (bool, model.Word, error) {
		return r.ID == id, d.word(s), s.May(round.VerbClose, r.About)
	}, &r)
	if err == nil && r.ID == "" {
		err = fmt.Errorf("round %s: %w", id, model.ErrNotFound)
	}
	return r, err
}

// settle closes rounds whose last day has passed, and forgets what waits for one that
// another program closed.
func (d Desk) settle() error {
	due, err := store.Look(d.Desk, round.VerbGive, func(s sight.Sight) (due bool, err error) {
		all, err := sequels.Rounds().All(s.Tx.Tx)
		for _, r := range all {
			due = due || r.State == round.Open && r.Over(s.Today())
		}
		return due, err
	})
	if err != nil || !due {
		return err
	}
	err = d.end(func(s sight.Sight, r round.Round) (bool, model.Word, error) {
		s.Act.Actor = model.Actor{ID: Nobody} // its day closes it, and nobody at the keyboard
		return r.State == round.Open && r.Over(s.Today()), model.Word{ID: model.ElementID(ledger.MintID()), On: r.Until}, nil
	}, nil)
	if errors.Is(err, model.ErrReadOnly) || errors.Is(err, model.ErrElsewhere) {
		return nil // it is over all the same; who may write closes it
	}
	return err
}

// end closes the rounds that pick picks, with the word it gives. What waits for one is
// written with it, where enough answered.
func (d Desk) end(pick func(sight.Sight, round.Round) (bool, model.Word, error), last *round.Round) error {
	d.Urn.mu.Lock()
	defer d.Urn.mu.Unlock()
	var over []round.ID
	err := store.Write(d.Desk, round.VerbClose, func(s sight.Sight) error {
		all, err := sequels.Rounds().All(s.Tx.Tx)
		if err != nil {
			return err
		}
		for _, r := range all {
			picked, w, err := pick(s, r)
			if !picked {
				continue
			}
			if err != nil {
				return err
			}
			kept, err := sequels.Voices().Under(s.Tx.Tx, string(r.ID))
			if err != nil {
				return err
			}
			if r, err = r.End(len(kept), w); err != nil {
				return err
			}
			if r.State == round.Closed {
				if err := write(s, shuffled(slices.Clone(d.Urn.of(r.ID).waiting))); err != nil {
					return err
				}
			}
			if err := sequels.Rounds().Put(s.Tx.Tx, r); err != nil {
				return err
			}
			over = append(over, r.ID)
			if last != nil {
				*last = r
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range over {
		d.Urn.of(id).waiting = nil
	}
	return nil
}

// Rest writes what waits for rounds of which enough answers are kept already: for the
// end of the program, which the others wait through no longer. lost is how many of
// those there are.
func Rest(s *store.Store, urn *Urn) (lost int, err error) {
	urn.mu.Lock()
	defer urn.mu.Unlock()
	d := s.As(model.Actor{ID: Nobody, Via: model.Signed}) // the program's own: nobody need be at the keyboard
	for id, b := range urn.boxes {
		if len(b.waiting) == 0 {
			continue
		}
		wrote := false
		err := store.Write(d, round.VerbGive, func(s sight.Sight) error {
			r, err := sequels.Rounds().Get(s.Tx.Tx, string(id))
			if err != nil {
				return err
			}
			kept, err := sequels.Voices().Under(s.Tx.Tx, string(id))
			if err != nil || len(kept) < round.Least || r.State != round.Open {
				return err
			}
			wrote = true
			return write(s, shuffled(slices.Clone(b.waiting)))
		})
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return lost, err
		}
		if !wrote {
			lost += len(b.waiting)
		}
		b.waiting = nil
	}
	return lost, nil
}
