package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"kinerja/store/ledger"

	"kinerja/model"
)

// chunkSize is how many records one transaction keeps: more makes the file and
// the wait of others grow faster than the work (PERF).
const chunkSize = 5_000

// Applied says what Apply did.
type Applied struct {
	Records int // put, changed or not
	Change  model.ChangeID
}

// Apply keeps many records as one change that one undo takes back. Up to 5,000
// go into one transaction; more go in chunks between an opening and a closing
// fact. When ctx ends, or a record is refused, what was kept is taken back by
// facts and the error says why. progress may be nil.
func (d *Desk) Apply(ctx context.Context, verb model.Verb, records iter.Seq[any], progress func(done int)) (Applied, error) {
	next, stop := iter.Pull(records)
	defer stop()
	w := batch{d: d, act: d.act(verb), next: next, progress: progress}
	w.act.Change = model.ChangeID(ledger.MintID())
	err := w.run(ctx)
	return Applied{Records: w.done, Change: w.act.Change}, err
}

// batch is one run of Apply.
type batch struct {
	d        *Desk
	act      act
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
	release, err := w.d.s.alone(w.act.Verb)
	if err != nil {
		return err
	}
	defer release()
	if err := w.d.s.takeBackOpen(); err != nil { // of a program that was cut off meanwhile
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
		return errors.Join(err, w.d.s.takeBackOpen())
	}
	return w.bracket(model.VerbCloseChange, false)
}

// pull reads the next chunk; more is true when the chunk is full.
func (w *batch) pull(ctx context.Context) (chunk []any, more bool, err error) {
	for len(chunk) < chunkSize {
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
	err := w.d.s.change(w.act, func(t *tx) error {
		for _, r := range chunk {
			if err := w.d.keep(t, w.act.Verb, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.done += len(chunk)
	w.d.s.lease.Progress(w.done, 0)
	if w.progress != nil {
		w.progress(w.done)
	}
	return nil
}

// bracket writes the first or the last fact of a large change.
func (w *batch) bracket(verb model.Verb, opens bool) error {
	a := w.act
	a.Verb = verb
	return w.d.s.change(a, func(t *tx) error {
		var open *ledger.OpenChange
		if opens {
			open = &ledger.OpenChange{
				ID: a.Change, From: t.Meta.Lane(model.LaneShared).Seq + 1, Verb: w.act.Verb, By: w.d.actor.ID,
			}
		}
		return t.Bracket(verb, open)
	})
}

// keep checks and puts one record of any kind.
func (d *Desk) keep(t *tx, verb model.Verb, record any) error {
	switch r := record.(type) {
	case model.Unit:
		return d.keepUnit(t, verb, r)
	case model.Employee:
		if err := errors.Join(d.may(t, verb, r.ID), t.checkEmployee(r)); err != nil {
			return fmt.Errorf("%s: %w", r.Number, err)
		}
		return put(t, employeeShelf, r)
	case model.Post:
		if err := errors.Join(d.may(t, verb, r.Employee), t.checkPost(r)); err != nil {
			return fmt.Errorf("post %s: %w", r.ID, err)
		}
		return put(t, postShelf, r)
	case model.Instrument:
		if err := d.may(t, verb, ""); err != nil {
			return err
		}
		return t.saveInstrument(r)
	case model.Plan:
		return d.keepPlan(t, verb, r)
	case model.Card:
		return d.keepCard(t, verb, r)
	case model.Evaluation:
		if err := d.may(t, verb, r.Employee); err != nil {
			return err
		}
		return t.putEvaluation(r)
	}
	return fmt.Errorf("record %T: %w", record, model.ErrInvalid)
}

func (d *Desk) keepUnit(t *tx, verb model.Verb, u model.Unit) error {
	if err := d.may(t, verb, ""); err != nil {
		return err
	}
	if u.Name == "" {
		return &model.FieldError{Field: "nama", Value: u.Code, Err: model.ErrMissing}
	}
	if u.Parent != "" {
		if _, err := t.unit(u.Parent); err != nil {
			return fmt.Errorf("unit %s: %w", u.Code, err)
		}
	}
	return put(t, unitShelf, u)
}

func (d *Desk) keepPlan(t *tx, verb model.Verb, p model.Plan) error {
	if err := d.may(t, verb, p.Employee); err != nil {
		return err
	}
	in, err := t.instrument(p.Instrument)
	if err == nil {
		err = t.freeze(in)
	}
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	return t.putPlan(p)
}

// keepCard refuses what Enter would refuse.
func (d *Desk) keepCard(t *tx, verb model.Verb, c model.Card) error {
	if err := d.may(t, verb, c.Employee); err != nil {
		return err
	}
	plan, err := t.plan(c.Plan)
	if err != nil {
		return err
	}
	if err := t.mayEnter(plan, c.Period); err != nil {
		return fmt.Errorf("%s %s: %w", c.Employee, c.Period, err)
	}
	return put(t, cardShelf, c)
}
