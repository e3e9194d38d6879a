package store

import (
	"fmt"

	"kinerja/model"
	"kinerja/store/ledger"
)

// Succeed gives a person another post and ends one that they hold on the day
// before: a transfer, or a step up, as one change.
func (d *Desk) Succeed(p model.Post, ends model.PostID) (model.Post, error) {
	p.ID = model.PostID(ledger.MintID())
	err := d.change(model.VerbAddPost, "", func(t *tx) error {
		if err := d.may(t, model.VerbAddPost, p.Employee); err != nil {
			return err
		}
		if err := t.end(p, ends); err != nil {
			return err
		}
		if err := t.checkPost(p); err != nil {
			return err
		}
		return put(t, postShelf, p)
	})
	return p, err
}

// end ends one post of a person on the day before another begins.
func (t *tx) end(p model.Post, ends model.PostID) error {
	if p.From == 0 {
		return &model.FieldError{Field: "mulai", Err: model.ErrMissing}
	}
	held, err := t.posts(p.Employee)
	if err != nil {
		return err
	}
	for _, old := range held {
		if old.ID != ends {
			continue
		}
		if old.To = p.From.Add(-1); old.From > old.To {
			return &model.FieldError{Field: "mulai", Value: p.From.String(), Err: model.ErrOrder}
		}
		return put(t, postShelf, old)
	}
	return fmt.Errorf("post %s of %s: %w", ends, p.Employee, model.ErrNotFound)
}
