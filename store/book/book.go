// Package book is one file in one transaction: records on shelves, and the
// chain of facts about them. The verbs of package store are written in it.
//
// # Promises
//
//   - [Put] alone keeps a record, and writes the difference to the one before
//     as a fact, chained to the last; a record that is equal leaves no fact.
//   - What is read was written: each value is checked with its place, and
//     counted in the sum of its bucket. A value that is not is a
//     *model.DamageError.
//   - Values read are copies; nothing of the file outlives the transaction.
//   - Nothing is taken away but entries of indexes ([Tx.Write] without content).
//
// It knows no rule of the domain, no person and no name: what may be done, and
// which indexes follow a record, is said above.
package book

import (
	"bytes"
	"encoding/binary"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/ledger"
)

// Tx is one look at the file or one change to it, at one moment.
type Tx struct {
	*bbolt.Tx
	Meta ledger.File // what the file says about itself
	Act  Act         // set before the first Put

	now   time.Time
	sums  map[string]*ledger.Sum
	facts int // written by this change
}

// Act is what every fact of one change has in common.
type Act struct {
	Actor    model.Actor
	Verb     model.Verb
	Change   model.ChangeID
	Undoes   model.ChangeID
	Whose    model.EmployeeID // whose word it is, when recorded
	Document string
	Reason   string
	At       int64 // the moment that its facts bear, Unix nanoseconds; 0: now
}

// Begin opens the book in a transaction of the file. now is the time that its
// facts bear.
func Begin(b *bbolt.Tx, now time.Time) (*Tx, error) {
	m, err := ledger.ReadFile(b)
	if err != nil {
		return nil, err
	}
	return &Tx{Tx: b, Meta: m, now: now, sums: map[string]*ledger.Sum{}}, nil
}

// Wrote reports whether this change wrote a fact.
func (t *Tx) Wrote() bool { return t.facts > 0 }

// Finish writes what a change leaves at its end: sums and meta.
func (t *Tx) Finish() error {
	for path, s := range t.sums {
		key := ledger.SumKey([]byte(path))
		if err := t.Bucket([]byte(ledger.BucketMeta)).Put(key, ledger.Wrap([]byte(ledger.BucketMeta), key, s.Encode())); err != nil {
			return err
		}
	}
	return ledger.WriteFile(t.Tx, t.Meta)
}

// bucket returns the bucket of a place; with make, a missing one is made.
func (t *Tx) bucket(p ledger.Place, make bool) (*bbolt.Bucket, error) {
	b := t.Bucket([]byte(p.Bucket))
	if b == nil && t.Meta.Format < ledger.Format && !make {
		return nil, nil // only read, a file of an older format lacks what came later
	}
	if b == nil {
		return nil, &model.DamageError{Where: p.Bucket, What: "bucket"}
	}
	if p.Sub == nil {
		return b, nil
	}
	if inner := b.Bucket(p.Sub); inner != nil || !make {
		return inner, nil
	}
	return b.CreateBucket(p.Sub)
}

// Content returns what stands in the envelope at a place; nil for nothing. It
// may be the file's own bytes.
func (t *Tx) Content(p ledger.Place) ([]byte, error) {
	b, err := t.bucket(p, false)
	if err != nil || b == nil {
		return nil, err
	}
	raw := b.Get(p.Key)
	if raw == nil {
		return nil, nil
	}
	return ledger.Unwrap(p.Path(), p.Key, raw)
}

// Scan calls f with the key and the content of everything in a bucket whose key
// begins with that of in, in order of keys, until f says stop.
func (t *Tx) Scan(in ledger.Place, f func(key, content []byte) (more bool, err error)) error {
	b, err := t.bucket(in, false)
	if err != nil || b == nil {
		return err
	}
	path := in.Path()
	c := b.Cursor()
	for k, raw := c.Seek(in.Key); k != nil && bytes.HasPrefix(k, in.Key); k, raw = c.Next() {
		if raw == nil {
			continue
		}
		content, err := ledger.Unwrap(path, k, raw)
		if err != nil {
			return err
		}
		if more, err := f(k, content); err != nil || !more {
			return err
		}
	}
	return nil
}

// Places lists the places in a bucket whose key begins with that of in.
func (t *Tx) Places(in ledger.Place) (list []ledger.Place, err error) {
	b, err := t.bucket(in, false)
	if err != nil || b == nil {
		return nil, err
	}
	c := b.Cursor()
	for k, raw := c.Seek(in.Key); k != nil && bytes.HasPrefix(k, in.Key); k, raw = c.Next() {
		if raw != nil {
			list = append(list, ledger.Place{Bucket: in.Bucket, Sub: in.Sub, Key: bytes.Clone(k)})
		}
	}
	return list, nil
}

// Parts lists the years or periods that a nested bucket holds, in order.
func (t *Tx) Parts(bucket string) []uint32 {
	var list []uint32
	b := t.Bucket([]byte(bucket))
	if b == nil {
		return nil // only read, a file of an older format lacks what came later
	}
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if v == nil && len(k) == 4 {
			list = append(list, binary.BigEndian.Uint32(k))
		}
	}
	return list
}

// Write puts content in an envelope at a place and adjusts the bucket's sum.
// No content takes the entry away, which only indexes do.
func (t *Tx) Write(p ledger.Place, content []byte) error {
	b, err := t.bucket(p, true)
	if err != nil {
		return err
	}
	if p.Bucket == ledger.BucketFacts {
		b.FillPercent = 0.95 // facts come in order: a page that is split is not filled again
	}
	path := p.Path()
	s, err := t.sum(path)
	if err != nil {
		return err
	}
	before := b.Get(p.Key)
	if content == nil {
		s.Replace(p.Key, before, nil)
		return b.Delete(p.Key)
	}
	after := ledger.Wrap(path, p.Key, content)
	s.Replace(p.Key, before, after)
	return b.Put(p.Key, after)
}

// Recount makes the count and digest of a bucket anew from what stands in it,
// after a damaged value was replaced that no fact tells.
func (t *Tx) Recount(in ledger.Place) error {
	b, err := t.bucket(in, false)
	if err != nil || b == nil {
		return err
	}
	var s ledger.Sum
	t.sums[string(in.Path())] = &s
	return b.ForEach(func(k, raw []byte) error {
		if raw != nil {
			s.Replace(k, nil, raw)
		}
		return nil
	})
}

func (t *Tx) sum(path []byte) (*ledger.Sum, error) {
	if s, ok := t.sums[string(path)]; ok {
		return s, nil
	}
	s, err := ledger.ReadSum(t.Tx, path)
	if err != nil {
		return nil, err
	}
	t.sums[string(path)] = &s
	return &s, nil
}
