package store

import (
	"errors"
	"fmt"

	"github.com/gofrs/flock"

	"kinerja/model"
	"kinerja/store/audit"
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
	if err := s.view("open", func(t *tx) error { open = t.meta.Open; return nil }); err != nil || open == nil {
		return err
	}
	b := takingBack{s: s, target: open.ID, act: act{
		actor: model.Actor{ID: open.By}, verb: model.VerbTakeBack, change: open.Back, undoes: open.ID,
	}}
	if open.Verb != model.VerbUndo && open.Verb != model.VerbRedo || open.Back == "" {
		b.force = true
		return b.run(&model.ChangeInfo{})
	}
	b.act.verb = open.Verb
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
	b := takingBack{s: s, target: target, act: act{actor: actor, verb: verb, undoes: target}}
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
	if b.begun = b.act.change != ""; !b.begun {
		b.act.change = model.ChangeID(ledger.MintID())
	}
	var keys []model.FactKey
	if err := b.s.view(string(b.act.verb), func(t *tx) (err error) {
		keys, err = t.keysOf(b.target, b.act.change)
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
			f, err := t.factAt(k)
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
	t.meta.Open = &ledger.OpenChange{
		ID: b.target, From: t.meta.Lane(model.LaneShared).Seq + 1, Verb: b.act.verb, By: b.act.actor.ID, Back: b.act.change,
	}
	verb := t.act.verb
	defer func() { t.act.verb = verb }()
	t.act.verb = model.VerbOpenChange
	_, err := t.fact(model.KindChange, string(b.act.change), nil, nil)
	return err
}

func (b *takingBack) close() error {
	a := b.act
	a.verb = model.VerbCloseChange
	return b.s.change(a, func(t *tx) error {
		t.meta.Open = nil
		_, err := t.fact(model.KindChange, string(a.change), nil, nil)
		return err
	})
}

// refused puts back what was taken back before somebody's later change came in
// the way: all of it or nothing.
func (b *takingBack) refused(err error) error {
	if b.force || !b.begun || !builtOn(err) {
		return err
	}
	back := takingBack{s: b.s, target: b.act.change, force: true, act: act{
		actor: b.act.actor, verb: model.VerbTakeBack, undoes: b.act.change,
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

// eachOf reads the facts of one change, newest first, without its brackets.
// Those of a small change stand together; between the chunks of a large one,
// others may have written.
func (t *tx) eachOf(change model.ChangeID, f func(model.Fact)) error {
	open := t.meta.Open
	begun, large := false, open != nil && (open.ID == change || open.Back == change)
	return t.eachFact(func(fact model.Fact) (bool, error) {
		switch h := fact.Header; {
		case h.Change != change:
			return !begun || large, nil
		case h.Kind == model.KindChange:
			begun, large = true, h.Verb != model.VerbOpenChange
			return large, nil
		}
		begun = true
		f(fact)
		return true, nil
	})
}

func keyOf(f model.Fact) audit.RecordKey {
	return audit.RecordKey{Kind: f.Header.Kind, ID: f.Header.Record}
}

// keysOf lists the facts of a change that back has not taken back yet, newest
// first. A taking back that was cut off goes on where it was.
func (t *tx) keysOf(target, back model.ChangeID) ([]model.FactKey, error) {
	done := map[audit.RecordKey]int{}
	if open := t.meta.Open; open != nil && open.Back == back {
		if err := t.eachOf(back, func(f model.Fact) { done[keyOf(f)]++ }); err != nil {
			return nil, err
		}
	}
	var keys []model.FactKey
	err := t.eachOf(target, func(f model.Fact) {
		if r := keyOf(f); done[r] > 0 {
			done[r]--
		} else {
			keys = append(keys, f.Header.Key)
		}
	})
	return keys, err
}
