package store

import (
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// tx is the book as verbs read and write it at one moment, with the indexes
// that follow its records. Values read in it are copies: nothing of the file
// outlives it.
type tx struct {
	*book.Tx
	store *Store
	now   time.Time
	names *names.Index
	chart *sync.Map             // instruments read so far
	users map[model.UnitID]bool // units that posts stand in, once asked for
}

type (
	// act is what every fact of one change has in common.
	act = book.Act
	// shelf says how records of one kind are kept.
	shelf[V any] = book.Shelf[V]
)

func (s *Store) newTx(b *bbolt.Tx) (*tx, error) {
	now := s.opt.Now().UTC()
	t, err := book.Begin(b, now)
	if err != nil {
		return nil, err
	}
	return &tx{Tx: t, store: s, now: now, names: names.Of(t), chart: s.chart.At(b)}, nil
}

// content returns what stands in the envelope at a place; nil for nothing.
func (t *tx) content(p ledger.Place) ([]byte, error) { return t.Content(p) }

// write puts content in an envelope at a place; only indexes and the bucket
// local are written so, records by put.
func (t *tx) write(p ledger.Place, content []byte) error { return t.Write(p, content) }

// parts lists the years or periods that a nested bucket holds, in order.
func (t *tx) parts(bucket string) []uint32 { return t.Parts(bucket) }

// get reads the record at a place. It reports ErrNotFound where there is none.
func get[V any](t *tx, s shelf[V], p ledger.Place) (V, error) { return book.Get(t.Tx, s, p) }

// each reads all records of a bucket whose key begins with that of in, in order
// of keys, until f says stop.
func each[V any](t *tx, s shelf[V], in ledger.Place, f func(V) bool) error {
	return book.Each(t.Tx, s, in, f)
}

// stored returns the record at a place with its form and heads; nils for none.
func stored[V any](t *tx, s shelf[V], p ledger.Place) (*V, []byte, [][]byte, error) {
	return book.Stored(t.Tx, s, p)
}

// put keeps a record, writes what it changed as a fact, and lets the indexes
// follow. A record equal to the one kept already changes nothing.
func put[V any](t *tx, s shelf[V], v V) error {
	old, changed, err := book.Put(t.Tx, s, v)
	if err != nil || !changed {
		return err
	}
	return t.index(old, v)
}

// index keeps the indexes in step with a record that was just put. old is a
// pointer to the record as it was, nil for a new one.
func (t *tx) index(old, now any) error {
	switch v := now.(type) {
	case model.Instrument:
		t.chart.Delete(v.ID)
	case model.Employee:
		if err := t.names.SetNumber(old.(*model.Employee), v); err != nil {
			return err
		}
		return t.indexName(v)
	case model.Post:
		t.users = nil
		e, err := t.employee(v.Employee)
		if err != nil {
			return err
		}
		return t.indexName(e)
	case model.Plan:
		return t.indexPlan(old.(*model.Plan), v)
	}
	return nil
}

func (t *tx) indexName(e model.Employee) error {
	post, _, err := t.mainPost(e.ID)
	if err != nil {
		return err
	}
	return t.names.SetLine(e, post)
}

// finish writes what a change leaves at its end: indexes, sums, meta.
func (t *tx) finish() error {
	if err := t.names.Write(); err != nil {
		return err
	}
	return t.Finish()
}
