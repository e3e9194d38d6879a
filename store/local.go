package store

import (
	"kinerja/model"
	"kinerja/store/ledger"
	"kinerja/store/users"
)

// Place reads what SetPlace kept under key: nil where nothing was.
func (d *Desk) Place(key string) (value []byte, err error) {
	err = d.view("place", func(t *tx) error {
		value, err = t.Content(d.localPlace(key))
		value = append([]byte(nil), value...)
		return err
	})
	return value, err
}

// SetPlace keeps where somebody was, or a draft: it writes no fact, never
// travels, and is this person's alone. No value takes it away.
func (d *Desk) SetPlace(key string, value []byte) error {
	if d.s.Elsewhere() {
		return model.ErrElsewhere
	}
	return d.s.raw("place", func(t *tx) error {
		if err := users.Known(t.Tx, d.actor); err != nil {
			return err
		}
		if err := t.Write(d.localPlace(key), value); err != nil {
			return err
		}
		return t.Finish()
	})
}

func (d *Desk) localPlace(key string) ledger.Place {
	return ledger.Place{Bucket: ledger.BucketLocal, Key: []byte(d.actor.ID + "/" + key)}
}
