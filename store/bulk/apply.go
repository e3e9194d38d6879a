// Package bulk makes changes that are too large for one transaction: in chunks,
// each kept whole, between an opening and a closing fact.
//
// # Promises
//
//   - A change is kept as a whole or taken back by facts, also after a power
//     cut: the next opening finds it ([File.Settle]).
//   - One process at a time is at a large change; the file itself is lent to
//     others between the chunks.
//   - What somebody built on a change since is never lost by taking it back.
package bulk

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// ChunkSize is how many records one transaction keeps: more makes the file and
// the wait of others grow faster than the work (PERF).
const ChunkSize = 5_000

// File is the file as changes in chunks need it.
type File struct {
	Path     string // a lock stands beside it
	View     func(verb string, f func(*book.Tx) error) error
	Change   func(book.Act, func(Tx) error) error // one transaction
	Progress func(done, all int)                  // tells those who wait
}

// Tx is one transaction of a change: what is done with records in it.
type Tx struct {
	*book.Tx
	Keep   func(record any) error
	Revert func(model.Fact, *model.ChangeInfo) error
}

// Applied says what Apply did.
type Applied struct {
	Records int // put, changed or not
	Change  model.ChangeID
}

// Apply keeps records as one change. What fits one transaction goes into one.
// progress may be nil.
func (f File) Apply(ctx context.Context, a book.Act, records iter.Seq[any], progress func(done int)) (Applied, error) {
	next, stop := iter.Pull(records)
	defer stop()
	w := batch{file: f, act: a, next: next, progress: progress}
	w.act.Change = model.ChangeID(ledger.MintID())
	err := w.run(ctx)
	return Applied{Records: w.done, Change: w.act.Change}, err
}

// batch is one run of Apply.
type batch struct {
	file     File
	act      book.Act
	next     func() (any, bool)
	progress func(int)
	done     int
}

func (w *batch) run(ctx context.Context) error {
	chunk, more, err := w.pull(ctx)
	if err != nil {
		return err
	}
	if !more {
		return w.put(chunk)
	}
	release, err := w.file.alone(w.act.Verb)
	if err != nil {
		return err
	}
	defer release()
	if err := w.file.takeBackOpen(); err != nil { // of a program that was cut off meanwhile
		return err
	}
	if err := w.bracket(model.VerbOpenChange, true); err != nil {
		return err
	}
	for len(chunk) > 0 && err == nil {
		if err = w.put(chunk); err == nil {
			chunk, _, err = w.pull(ctx)
		}
	}
	if err != nil {
		return errors.Join(err, w.file.takeBackOpen())
	}
	return w.bracket(model.VerbCloseChange, false)
}

// pull reads the next chunk; more is true when the chunk is full.
func (w *batch) pull(ctx context.Context) (chunk []any, more bool, err error) {
	for len(chunk) < ChunkSize {
		if ctx.Err() != nil {
			return nil, false, fmt.Errorf("%w: %w", model.ErrStopped, context.Cause(ctx))
		}
		r, ok := w.next()
		if !ok {
			return chunk, false, nil
		}
		chunk = append(chunk, r)
	}
	return chunk, true, nil
}

func (w *batch) put(chunk []any) error {
	err := w.file.Change(w.act, func(t Tx) error {
		for _, r := range chunk {
			if err := t.Keep(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.done += len(chunk)
	w.file.Progress(w.done, 0)
	if w.progress != nil {
		w.progress(w.done)
	}
	return nil
}

// bracket writes the first or the last fact of a large change.
func (w *batch) bracket(verb model.Verb, opens bool) error {
	a := w.act
	a.Verb = verb
	return w.file.Change(a, func(t Tx) error {
		var open *ledger.OpenChange
		if opens {
			open = &ledger.OpenChange{
				ID: a.Change, From: t.Meta.Lane(model.LaneShared).Seq + 1, Verb: w.act.Verb, By: w.act.Actor.ID,
			}
		}
		return t.Bracket(verb, open)
	})
}
