package store

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/bulk"
	"kinerja/store/history"
	"kinerja/store/ledger"
	"kinerja/store/talks"
)

// Undo takes back this person's newest change, from whatever window it came.
// It reports ErrNothing when there is none, ErrNoUndo when the newest is one
// that is withdrawn or corrected instead, and ErrChanged when somebody built on
// it since.
func (d *Desk) Undo() (model.ChangeInfo, error) { return d.takeBack(model.VerbUndo, false) }

// Redo does again what this person's newest undo took back, unless they have
// changed something else since.
func (d *Desk) Redo() (model.ChangeInfo, error) { return d.takeBack(model.VerbRedo, false) }

// WouldUndo tells what Undo would take back, or why it would not, and changes
// nothing. Of a very large change it knows the verb only.
func (d *Desk) WouldUndo() (model.ChangeInfo, error) { return d.takeBack(model.VerbUndo, true) }

// WouldRedo tells the same of Redo.
func (d *Desk) WouldRedo() (model.ChangeInfo, error) { return d.takeBack(model.VerbRedo, true) }

// errTried ends a trial: the transaction is rolled back.
var errTried = errors.New("only tried")

func (d *Desk) takeBack(verb model.Verb, try bool) (info model.ChangeInfo, err error) {
	var target model.ChangeID
	var size int
	err = d.view(verb, func(t *tx) error {
		if err := d.may(t, verb, ""); err != nil {
			return err
		}
		target, info.Verb, size, err = t.NewestOf(d.actor.ID, verb)
		return err
	})
	if err != nil {
		return info, err
	}
	info.Change = target
	if size > bulk.ChunkSize && try {
		info.Count = size
		return info, nil
	}
	if size > bulk.ChunkSize {
		return info, d.s.bulk(nil).TakeBack(d.actor, verb, target, &info)
	}
	a := d.act(verb)
	a.Undoes = target
	err = d.s.change(a, func(t *tx) error {
		var facts []model.Fact
		if err := t.EachOf(target, func(f model.Fact) { facts = append(facts, f) }); err != nil {
			return err
		}
		for _, f := range facts {
			if err := t.revert(f, &info); err != nil {
				return err
			}
		}
		if try {
			return errTried
		}
		return nil
	})
	if errors.Is(err, errTried) {
		err = nil
	}
	return info, err
}

// revert takes one fact back: every place that it changed must still be as it
// left it.
func (t *tx) revert(f model.Fact, info *model.ChangeInfo) error {
	if f.Missing {
		return fmt.Errorf("%s: %w", ledger.FactName(f.Header.Key), model.ErrNoUndo)
	}
	info.Count++
	info.At = f.Header.At
	if k, ok := keeperOf(f.Header.Kind); ok {
		return k.revert(t, f, info)
	}
	return fmt.Errorf("%s %s: %w", f.Header.Kind, f.Header.Record, model.ErrNoUndo)
}

func revertRecord[V any](t *tx, s shelf[V], f model.Fact, info *model.ChangeInfo) error {
	v, back, err := book.Back(t.Tx, s, f)
	if err != nil {
		return err
	}
	if in, ok := any(v).(model.Instrument); ok && (in.Void || !in.Frozen) {
		if used, err := t.planned(in.ID); err != nil || used {
			return err // others' plans stand on it: it stays
		}
	}
	describe(t, any(v), back, info)
	if err := errors.Join(t.alone(any(v), s.Void, back), t.free(any(v)), standing(any(v), s.Void, back)); err != nil {
		return fmt.Errorf("%s %s: %w", s.Kind, f.Header.Record, err)
	}
	return put(t, s, v)
}

// alone refuses to take back the making of a thing that others stand on.
func (t *tx) alone(v any, void uint64, back []model.Difference) error {
	if !history.MakesVoid(back, void) {
		return nil
	}
	used, err := t.used(v)
	if err == nil && used {
		err = model.ErrChanged
	}
	return err
}

// free refuses to bring back a number or code that somebody else bears by now,
// and to change results under an evaluation that was shared.
func (t *tx) free(v any) error {
	var err error
	switch v := v.(type) {
	case model.Employee:
		if !v.Void && v.SameAs == "" {
			err = t.checkEmployee(v)
		}
	case model.Unit:
		if !v.Void {
			err = t.checkUnit(v)
		}
	case model.Plan:
		err = t.unmoved(v)
	case model.Card:
		// What was shared with the person does not move any more.
		ev, e := t.evaluation(model.Plan{ID: v.Plan, Employee: v.Employee}, v.Period)
		if err = e; err == nil && ev.LocksCard() {
			err = fmt.Errorf("%s: %w", ev.State, model.ErrLocked)
		}
	}
	if errors.Is(err, model.ErrExists) {
		return model.ErrChanged
	}
	return err
}

// standing refuses to change ratings or notes under an evaluation that somebody
// else shared meanwhile: what was shared does not move.
func standing(v any, void uint64, back []model.Difference) error {
	e, ok := v.(model.Evaluation)
	moves := func(d model.Difference) bool { return d.Path == statePath }
	if !ok || !e.LocksCard() || history.TouchesVoid(back, void) || slices.ContainsFunc(back, moves) {
		return nil
	}
	return fmt.Errorf("%s: %w", e.State, model.ErrLocked)
}

// statePath is where the state of an evaluation stands in its record.
const statePath = "7"

// used reports whether something that stands refers to v.
func (t *tx) used(v any) (bool, error) {
	switch v := v.(type) {
	case model.Unit:
		if t.users == nil {
			t.users = map[model.UnitID]bool{}
			err := each(t, postShelf, ledger.Place{Bucket: ledger.BucketPosts}, func(p model.Post) bool {
				t.users[p.Unit] = t.users[p.Unit] || !p.Void
				return true
			})
			if err != nil {
				return false, err
			}
		}
		return t.users[v.ID], nil
	case model.Employee:
		posts, err := t.posts(v.ID)
		if err != nil || len(posts) > 0 {
			return true, err
		}
		said, err := talks.Of(t.Tx, v.ID)
		return len(said) > 0, err
	case model.Post:
		plans, err := t.plansOf(v.Employee)
		return slices.ContainsFunc(plans, func(p model.Plan) bool { return p.Post == v.ID }), err
	case model.Plan:
		results, err := t.results([]model.Plan{v})
		return len(results) > 0, err
	case model.Card:
		ev, err := t.evaluation(model.Plan{ID: v.Plan, Employee: v.Employee}, v.Period)
		return ev.State != model.EvaluationDraft, err
	}
	return false, nil
}

// planned reports whether a plan that stands was made from an instrument.
func (t *tx) planned(id model.InstrumentID) (found bool, err error) {
	for _, year := range t.parts(ledger.BucketPlans) {
		err := each(t, planShelf, ledger.Place{Bucket: ledger.BucketPlans, Sub: ledger.Part(year)}, func(p model.Plan) bool {
			found = !p.Void && (p.Instrument == id || slices.ContainsFunc(p.Agreements, func(a model.Agreement) bool { return a.Instrument == id }))
			return !found
		})
		if found || err != nil {
			return found, err
		}
	}
	return false, nil
}
