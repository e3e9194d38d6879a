package book

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/store/form"
	"kinerja/store/history"
	"kinerja/store/ledger"
)

// A change is the facts that bear one change's identity. One that is kept in
// chunks stands between two facts of its own, its brackets.

// Bracket writes the first or the last fact of a change in chunks, and marks
// the change as open, or nothing.
func (t *Tx) Bracket(verb model.Verb, open *ledger.OpenChange) error {
	t.Meta.Open = open
	defer func(was model.Verb) { t.Act.Verb = was }(t.Act.Verb)
	t.Act.Verb = verb
	_, err := t.Fact(model.KindChange, string(t.Act.Change), nil, nil)
	return err
}

// EachOf reads the facts of one change, newest first, without its brackets.
// Those of a small change stand together; between the chunks of a large one,
// others may have written.
func (t *Tx) EachOf(change model.ChangeID, f func(model.Fact)) error {
	open := t.Meta.Open
	begun, large := false, open != nil && (open.ID == change || open.Back == change)
	return t.EachFact(func(fact model.Fact) (bool, error) {
		switch h := fact.Header; {
		case h.Key.Lane != model.LaneShared:
			return true, nil // of a change that has facts there, those are not asked for
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

// KeysOf lists the facts of a change that back has not taken back yet, newest
// first. A taking back that was cut off goes on where it was.
func (t *Tx) KeysOf(target, back model.ChangeID) ([]model.FactKey, error) {
	type record struct {
		kind model.Kind
		id   string
	}
	of := func(f model.Fact) record { return record{f.Header.Kind, f.Header.Record} }
	done := map[record]int{}
	if open := t.Meta.Open; open != nil && open.Back == back {
		if err := t.EachOf(back, func(f model.Fact) { done[of(f)]++ }); err != nil {
			return nil, err
		}
	}
	var keys []model.FactKey
	err := t.EachOf(target, func(f model.Fact) {
		if r := of(f); done[r] > 0 {
			done[r]--
		} else {
			keys = append(keys, f.Header.Key)
		}
	})
	return keys, err
}

// NewestOf finds the change that undo or redo by this actor means, its verb and
// how many facts it has. What was changed about who may log in is passed over: it
// is not undone, and does not stand between somebody and their work.
func (t *Tx) NewestOf(actor string, verb model.Verb) (target model.ChangeID, what model.Verb, size int, err error) {
	undone := map[model.ChangeID]bool{}
	blocked := false
	err = t.EachFact(func(f model.Fact) (bool, error) {
		h := f.Header
		if h.Actor != actor || undone[h.Change] || h.Key.Lane != model.LaneShared {
			return true, nil
		}
		if h.Undoes != "" {
			undone[h.Undoes] = true
			if verb == model.VerbRedo && h.Verb == model.VerbUndo && !blocked {
				target = h.Change
			}
			return target == "", nil
		}
		if verb == model.VerbRedo {
			blocked = true
			return false, nil
		}
		if access.RecallOf(h.Verb) != access.CanUndo && h.Kind != model.KindChange {
			return false, &model.NoUndoError{Verb: h.Verb}
		}
		target = h.Change
		return false, nil
	})
	if err == nil && target == "" {
		err = model.ErrNothing
	}
	if err == nil {
		err = t.EachOf(target, func(f model.Fact) { what, size = f.Header.Verb, size+1 })
	}
	return target, what, size, err
}

// LastIs reports whether the newest fact of a lane belongs to change.
func (t *Tx) LastIs(change model.ChangeID) (bool, error) {
	for _, end := range t.Meta.Lanes {
		if end.Seq == 0 {
			continue
		}
		f, err := t.FactAt(model.FactKey{Site: t.Meta.Site, Epoch: t.Meta.Epoch, Lane: end.Lane, Seq: end.Seq})
		if err != nil {
			return false, err
		}
		if f.Header.Change == change {
			return true, nil
		}
	}
	return false, nil
}

// Back returns the record of a fact as it is without that fact, and what that
// changes. Every place that the fact changed must still be as it left it.
func Back[V any](t *Tx, s Shelf[V], f model.Fact) (v V, back []model.Difference, err error) {
	about := func(err error) error { return fmt.Errorf("%s %s: %w", s.Kind, f.Header.Record, err) }
	p, err := placeOf(t, s, f)
	if err != nil {
		return v, nil, err
	}
	_, now, _, err := Stored(t, s, p)
	if err != nil {
		return v, nil, err
	}
	if now == nil {
		return v, nil, about(model.ErrNotFound)
	}
	if back, err = history.Back(s.Kind, s.Void, f, now); err != nil {
		return v, nil, about(err)
	}
	if history.IsVoid(now, s.Void) && !history.TouchesVoid(back, s.Void) {
		return v, nil, about(model.ErrChanged)
	}
	then, err := form.Apply(now, back)
	if err != nil {
		return v, nil, err
	}
	if err := form.Decode(then, &v); err != nil {
		return v, nil, about(err)
	}
	return v, back, nil
}

// placeOf finds where the record of a fact stands.
func placeOf[V any](t *Tx, s Shelf[V], f model.Fact) (ledger.Place, error) {
	made, err := t.Making(f)
	if err != nil {
		return ledger.Place{}, err
	}
	if made == nil {
		return ledger.Place{}, fmt.Errorf("%s %s: %w", s.Kind, f.Header.Record, model.ErrNotFound)
	}
	var v V
	if err := form.Decode(made, &v); err != nil {
		return ledger.Place{}, fmt.Errorf("%s %s: %w", s.Kind, f.Header.Record, err)
	}
	return s.Place(v)
}

// lookBack is how many facts LastOf looks through: who wrote none of them was
// long away, and a file of millions is not read for it.
const lookBack = 500

// LastOf finds the newest fact of an actor and how many its change has, as far
// as one looks back. It reports ErrNothing where there is none.
func (t *Tx) LastOf(actor string) (last model.Fact, size int, err error) {
	n := 0
	err = t.EachFact(func(f model.Fact) (bool, error) {
		n++
		switch {
		case f.Header.Key.Lane != model.LaneShared: // a PIN is no work that one goes on with
		case size > 0 && f.Header.Change != last.Header.Change:
			return false, nil
		case size > 0:
			size++
		case f.Header.Actor == actor && !f.Missing:
			last, size = f, 1
		}
		return n < lookBack, nil
	})
	if err == nil && size == 0 {
		err = model.ErrNothing
	}
	return last, size, err
}
