package store

import (
	"bytes"
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/store/ledger"
)

// refused reports whether an error is the answer of May.
func refused(err error) bool { return errors.Is(err, model.ErrNotAllowed) }

// factAt reads one fact.
func (t *tx) factAt(k model.FactKey) (model.Fact, error) {
	key, err := ledger.FactKey(k)
	if err != nil {
		return model.Fact{}, err
	}
	content, err := t.content(ledger.Place{Bucket: ledger.BucketFacts, Key: key})
	if err != nil {
		return model.Fact{}, err
	}
	if content == nil {
		return model.Fact{}, &model.DamageError{Where: ledger.FactName(k), What: "missing"}
	}
	return ledger.ParseFact(content)
}

// eachFact reads facts from the newest to the oldest, all lanes of all epochs
// of the file, until f says stop.
func (t *tx) eachFact(f func(model.Fact) (bool, error)) error {
	c := t.Bucket([]byte(ledger.BucketFacts)).Cursor()
	epochs := ledger.Epochs(t.Tx, t.meta)
	slices.Reverse(epochs)
	for _, epoch := range epochs {
		before := c.Prev
		if k, _ := c.Seek(ledger.AfterEpoch(epoch)); k == nil {
			before = c.Last
		}
		for k, raw := before(); k != nil && bytes.HasPrefix(k, epoch); k, raw = c.Prev() {
			content, err := ledger.Unwrap([]byte(ledger.BucketFacts), k, raw)
			if err != nil {
				return err
			}
			fact, err := ledger.ParseFact(content)
			if err != nil {
				return err
			}
			if more, err := f(fact); err != nil || !more {
				return err
			}
		}
	}
	return nil
}

// history reads the facts of one record, newest first, by walking from its
// heads to what each was based on.
func (t *tx) history(heads [][]byte, f func(model.Fact) bool) error {
	var todo []model.FactKey
	for _, h := range heads {
		if k, ok := ledger.ParseFactKey(h); ok {
			todo = append(todo, k)
		}
	}
	seen := map[model.FactKey]bool{}
	for len(todo) > 0 {
		k := todo[0]
		todo = todo[1:]
		if seen[k] {
			continue
		}
		seen[k] = true
		fact, err := t.factAt(k)
		if err != nil {
			return err
		}
		if !f(fact) {
			return nil
		}
		todo = append(todo, fact.Header.Based...)
	}
	return nil
}
