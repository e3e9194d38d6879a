package bulk

import (
	"errors"
	"fmt"

	"github.com/gofrs/flock"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/lease"
	"kinerja/store/ledger"
)

// alone lets one process at a time make a large change. It is held from the
// first chunk to the last, while the file itself is lent to others in between:
// so another opening can tell a change that goes on from one that was cut off.
func (f File) alone(verb model.Verb) (release func(), err error) {
	path := f.Path + ".large"
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

// Settle takes back a large change that nobody is at any more: the program
// was stopped, or the power was cut.
func (f File) Settle() error {
	release, err := f.alone(model.VerbTakeBack)
	if errors.Is(err, model.ErrBusy) {
		return nil // somebody is still at it
	}
	if err != nil {
		return err
	}
	defer release()
	return f.takeBackOpen()
}

// takeBackOpen takes back what is open; an undo or redo that was cut off goes
// on instead. The caller is alone.
func (f File) takeBackOpen() error {
	var open *ledger.OpenChange
	if err := f.View("open", func(t *book.Tx) error { open = t.Meta.Open; return nil }); err != nil || open == nil {
		return err
	}
	b := takingBack{file: f, target: open.ID, act: book.Act{
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

// TakeBack reverts the facts of a change in chunks, newest first.
func (f File) TakeBack(actor model.Actor, verb model.Verb, target model.ChangeID, info *model.ChangeInfo) error {
	release, err := f.alone(verb)
	if err != nil {
		return err
	}
	defer release()
	if err := f.takeBackOpen(); err != nil {
		return err
	}
	b := takingBack{file: f, target: target, act: book.Act{Actor: actor, Verb: verb, Undoes: target}}
	return b.run(info)
}

// takingBack is one taking back of a large change, between two facts of its own.
type takingBack struct {
	file   File
	act    book.Act // change: mint one, or go on with the one that was cut off
	target model.ChangeID
	force  bool // leave alone what somebody built on, instead of refusing
	begun  bool
}

func (b *takingBack) run(info *model.ChangeInfo) error {
	if b.begun = b.act.Change != ""; !b.begun {
		b.act.Change = model.ChangeID(ledger.MintID())
	}
	var keys []model.FactKey
	if err := b.file.View(string(b.act.Verb), func(t *book.Tx) (err error) {
		keys, err = t.KeysOf(b.target, b.act.Change)
		return err
	}); err != nil {
		return err
	}
	for len(keys) > 0 {
		n := min(ChunkSize, len(keys))
		if err := b.chunk(keys[:n], info); err != nil {
			return b.refused(err)
		}
		keys = keys[n:]
		b.file.Progress(info.Count, info.Count+len(keys))
	}
	return b.close()
}

func (b *takingBack) chunk(keys []model.FactKey, info *model.ChangeInfo) error {
	err := b.file.Change(b.act, func(t Tx) error {
		if err := b.open(t); err != nil {
			return err
		}
		for _, k := range keys {
			f, err := t.FactAt(k)
			if err != nil {
				return err
			}
			if err := t.Revert(f, info); err != nil && !(b.force && builtOn(err)) {
				return err
			}
		}
		return nil
	})
	b.begun = b.begun || err == nil
	return err
}

// open marks the taking back, so that it goes on after a power cut.
func (b *takingBack) open(t Tx) error {
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
	return b.file.Change(a, func(t Tx) error { return t.Bracket(a.Verb, nil) })
}

// refused puts back what was taken back before somebody's later change came in
// the way: all of it or nothing.
func (b *takingBack) refused(err error) error {
	if b.force || !b.begun || !builtOn(err) {
		return err
	}
	back := takingBack{file: b.file, target: b.act.Change, force: true, act: book.Act{
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
