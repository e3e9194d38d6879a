package store

import (
	"errors"

	"kinerja/model"
)

// takeBackOpen takes back a large change that was never closed: the program
// was stopped, or the power was cut.
func (s *Store) takeBackOpen() error {
	var open *openChange
	if err := s.view("open", func(t *tx) error { open = t.meta.Open; return nil }); err != nil || open == nil {
		return err
	}
	actor := model.Actor{ID: open.By}
	err := s.takeBackLarge(actor, model.VerbTakeBack, open.ID, &model.ChangeInfo{})
	if errors.Is(err, model.ErrNothing) {
		err = nil
	}
	return err
}

// takeBackLarge reverts the facts of a change in chunks, newest first.
func (s *Store) takeBackLarge(actor model.Actor, verb model.Verb, target model.ChangeID, info *model.ChangeInfo) error {
	a := act{actor: actor, verb: verb, change: model.ChangeID(mintID()), undoes: target}
	var keys []model.FactKey
	if err := s.view(string(verb), func(t *tx) error {
		facts, err := t.keysOf(target)
		keys = facts
		return err
	}); err != nil {
		return err
	}
	for len(keys) > 0 {
		n := min(chunkSize, len(keys))
		if err := s.change(a, func(t *tx) error {
			if t.meta.Open == nil { // so that it goes on after a power cut
				t.meta.Open = &openChange{ID: target, From: t.meta.lane(model.LaneShared).Seq + 1, Verb: verb, By: actor.ID}
			}
			for _, k := range keys[:n] {
				f, err := t.factAt(k)
				if err != nil {
					return err
				}
				if err := t.revert(f, info); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
		keys = keys[n:]
		s.lease.Progress(info.Count, info.Count+len(keys))
	}
	a.verb = model.VerbCloseChange
	return s.change(a, func(t *tx) error {
		t.meta.Open = nil
		_, err := t.fact(model.KindChange, string(target), nil, nil)
		return err
	})
}

// keysOf lists the facts of a change that are not taken back yet, newest first.
// A taking back that was stopped half-way goes on where it was.
func (t *tx) keysOf(target model.ChangeID) ([]model.FactKey, error) {
	type record struct {
		kind model.Kind
		id   string
	}
	done := map[record]int{}
	var keys []model.FactKey
	begun := false
	err := t.eachFact(func(f model.Fact) (bool, error) {
		h := f.Header
		r := record{h.Kind, h.Record}
		switch {
		case h.Kind == model.KindChange:
			return !begun || h.Change == target, nil
		case h.Undoes == target:
			done[r]++
		case h.Change != target:
			return !begun, nil
		case done[r] > 0:
			done[r]--
			begun = true
		default:
			keys = append(keys, h.Key)
			begun = true
		}
		return true, nil
	})
	return keys, err
}
