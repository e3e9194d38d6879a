package store

import (
	"errors"
	"fmt"

	"github.com/gofrs/flock"

	"kinerja/model"
	"kinerja/store/lease"
	"kinerja/store/ledger"
)

// alone lets one process at a time make a large change. It is held from the
// first chunk to the last, while the file itself is lent to others in between:
// so another opening can tell a change that goes on from one that was cut off.
func (s *Store) alone(verb model.Verb) (release func(), err error) {
	path := s.lease.Path() + ".large"
	l := flock.New(path, flock.SetPermissions(0o600))
	ok, err := l.TryLock()
	switch {
	case err != nil:
		return nil, lease.Explain(path, err)
	case !ok:
		return nil, &model.BusyError{Verb: string(verb)}
	}
	return func() { _ = l.Unlock() }, nil
}

// settleOpen takes back a large change that nobody is at any more: the program
// was stopped, or the power was cut.
func (s *Store) settleOpen() error {
	release, err := s.alone(model.VerbTakeBack)
	if errors.Is(err, model.ErrBusy) {
		return nil // somebody is still at it
	}
	if err != nil {
		return err
	}
	defer release()
	return s.takeBackOpen()
}

// takeBackOpen takes back what is open; an undo or redo that was cut off goes
// on instead. The caller is alone.
func (s *Store) takeBackOpen() error {
	var open *ledger.OpenChange
	if err := s.view("open", func(t *tx) error { open = t.Meta.Open; return nil }); err != nil || open == nil {
		return err
	}
	b := takingBack{s: s, target: open.ID, act: act{
		Actor: model.Actor{ID: open.By}, Verb: model.VerbTakeBack, Change: open.Back, Undoes: open.ID,
	}}
	if open.Verb != model.VerbUndo && open.Verb != model.VerbRedo || open.Back == "" {
		b.force = true
		return b.run(&model.ChangeInfo{})
	}
	b.act.Verb = open.Verb
	err := b.run(&model.ChangeInfo{})
	if builtOn(err) {
		return nil // it was put back as before
	}
	return err
}

// takeBackLarge reverts the facts of a change in chunks, newest first.
func (s *Store) takeBackLarge(actor model.Actor, verb model.Verb, target model.ChangeID, info *model.ChangeInfo) error {
	release, err := s.alone(verb)
	if err != nil {
		return err
	}
	defer release()
	if err := s.takeBackOpen(); err != nil {
		return err
	}
	b := takingBack{s: s, target: target, act: act{Actor: actor, Verb: verb, Undoes: target}}
	return b.run(info)
}

// takingBack is one taking back of a large change, between two facts of its own.
type takingBack struct {
	s      *Store
	act    act // change: mint one, or go on with the one that was cut off
	target model.ChangeID
	force  bool // leave alone what somebody built on, instead of refusing
	begun  bool
}

func (b *takingBack) run(info *model.ChangeInfo) error {
	if b.begun = b.act.Change != ""; !b.begun {
		b.act.Change = model.ChangeID(ledger.MintID())
	}
	var keys []model.FactKey
	if err := b.s.view(string(b.act.Verb), func(t *tx) (err error) {
		keys, err = t.KeysOf(b.target, b.act.Change)
		return err
	}); err != nil {
		return err
	}
	for len(keys) > 0 {
		n := min(chunkSize, len(keys))
		if err := b.chunk(keys[:n], info); err != nil {
			return b.refused(err)
		}
		keys = keys[n:]
		b.s.lease.Progress(info.Count, info.Count+len(keys))
	}
	return b.close()
}

func (b *takingBack) chunk(keys []model.FactKey, info *model.ChangeInfo) error {
	err := b.s.change(b.act, func(t *tx) error {
		if err := b.open(t); err != nil {
			return err
		}
		for _, k := range keys {
			f, err := t.FactAt(k)
			if err != nil {
				return err
			}
			if err := t.revert(f, info); err != nil && !(b.force && builtOn(err)) {
				return err
			}
		}
		return nil
	})
	b.begun = b.begun || err == nil
	return err
}

// open marks the taking back, so that it goes on after a power cut.
func (b *takingBack) open(t *tx) error {
	if b.begun {
		return nil
	}
	return t.Bracket(model.VerbOpenChange, &ledger.OpenChange{
		ID: b.target, From: t.Meta.Lane(model.LaneShared).Seq + 1, Verb: b.act.Verb, By: b.act.Actor.ID, Back: b.act.Change,
	})
}

func (b *takingBack) close() error {
	a := b.act
	a.Verb = model.VerbCloseChange
	return b.s.change(a, func(t *tx) error { return t.Bracket(a.Verb, nil) })
}

// refused puts back what was taken back before somebody's later change came in
// the way: all of it or nothing.
func (b *takingBack) refused(err error) error {
	if b.force || !b.begun || !builtOn(err) {
		return err
	}
	back := takingBack{s: b.s, target: b.act.Change, force: true, act: act{
		Actor: b.act.Actor, Verb: model.VerbTakeBack, Undoes: b.act.Change,
	}}
	if err := back.run(&model.ChangeInfo{}); err != nil {
		return fmt.Errorf("put back: %w", err)
	}
	return err
}

// builtOn reports whether a fact cannot be taken back because of what was done
// since.
func builtOn(err error) bool {
	return errors.Is(err, model.ErrChanged) || errors.Is(err, model.ErrLocked) || errors.Is(err, model.ErrNoUndo) || errors.Is(err, model.ErrNotFound)
}
