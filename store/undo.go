package store

import (
	"errors"

	"kinerja/model"
	"kinerja/store/bulk"
	"kinerja/store/takeback"
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
			if err := takeback.Revert(t, f, &info); err != nil {
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
