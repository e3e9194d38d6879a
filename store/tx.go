package store

import (
	"bytes"
	"fmt"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// tx is one look at the file or one change to it, at one moment. Values read
// in it are copies: nothing of the file outlives it.
type tx struct {
	*bbolt.Tx
	store *Store
	meta  ledger.File
	now   time.Time
	act   act
	sums  map[string]*ledger.Sum
	names map[byte]*names.Chunk // chunks changed or read for change
	chart *sync.Map             // instruments read so far
	users map[model.UnitID]bool // units that posts stand in, once asked for
	facts int                   // written by this change
}

// act is what every fact of one change has in common.
type act struct {
	actor    model.Actor
	verb     model.Verb
	change   model.ChangeID
	undoes   model.ChangeID
	whose    model.EmployeeID // whose word it is, when recorded
	document string
	reason   string
}

// bucket returns the bucket of a place; with make, a missing one is made.
func (t *tx) bucket(p ledger.Place, make bool) (*bbolt.Bucket, error) {
	b := t.Bucket([]byte(p.Bucket))
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

// raw returns what is stored at a place, envelope and all; nil for nothing.
func (t *tx) raw(p ledger.Place) ([]byte, error) {
	b, err := t.bucket(p, false)
	if err != nil || b == nil {
		return nil, err
	}
	return b.Get(p.Key), nil
}

// content returns what stands in the envelope at a place; nil for nothing.
func (t *tx) content(p ledger.Place) ([]byte, error) {
	raw, err := t.raw(p)
	if raw == nil || err != nil {
		return nil, err
	}
	return ledger.Unwrap(p.Path(), p.Key, raw)
}

// write puts content in an envelope at a place and adjusts the bucket's sum.
// No content takes the entry away, which only indexes do.
func (t *tx) write(p ledger.Place, content []byte) error {
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

func (t *tx) sum(path []byte) (*ledger.Sum, error) {
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

// get reads the record at a place. It reports ErrNotFound where there is none.
func get[V any](t *tx, s shelf[V], p ledger.Place) (v V, err error) {
	content, err := t.content(p)
	if err != nil {
		return v, err
	}
	if content == nil {
		return v, fmt.Errorf("%s: %w", s.kind, model.ErrNotFound)
	}
	return readRecord(s, p, content)
}

func readRecord[V any](s shelf[V], p ledger.Place, content []byte) (v V, err error) {
	_, record, ok := ledger.SplitHeads(content)
	if ok {
		if v, err = s.read(record); err == nil {
			return v, nil
		}
	}
	return v, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
}

// each reads all records of a bucket whose key begins with prefix, in order of
// keys, until f says stop.
func each[V any](t *tx, s shelf[V], in ledger.Place, f func(V) bool) error {
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
		v, err := readRecord(s, ledger.Place{Bucket: in.Bucket, Sub: in.Sub, Key: k}, content)
		if err != nil {
			return err
		}
		if !f(v) {
			return nil
		}
	}
	return nil
}

// put keeps a record, and writes what it changed as a fact. A record equal to
// the one kept already changes nothing and leaves no fact.
func put[V any](t *tx, s shelf[V], v V) error {
	p, err := s.place(v)
	if err != nil {
		return fmt.Errorf("%s %s: %w", s.kind, s.id(v), err)
	}
	old, before, heads, err := stored(t, s, p)
	if err != nil {
		return err
	}
	after, err := s.form(v)
	if err != nil {
		return err
	}
	if before != nil {
		if after, err = form.Keep(before, after, s.typ()); err != nil {
			return fmt.Errorf("%s %s: %w", s.kind, s.id(v), err)
		}
		if bytes.Equal(before, after) {
			return nil
		}
	}
	return placeRecord(t, s, p, revision[V]{old: old, v: v, before: before, after: after, heads: heads})
}

// revision is one record on its way into the file.
type revision[V any] struct {
	old           *V
	v             V
	before, after []byte
	heads         [][]byte
}

// stored returns the record at a place with its form and heads; nils for none.
func stored[V any](t *tx, s shelf[V], p ledger.Place) (*V, []byte, [][]byte, error) {
	content, err := t.content(p)
	if content == nil || err != nil {
		return nil, nil, nil, err
	}
	heads, record, ok := ledger.SplitHeads(content)
	if !ok {
		return nil, nil, nil, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
	}
	v, err := s.read(record)
	form := []byte(nil)
	if err == nil {
		form, err = s.readForm(record)
	}
	if err != nil {
		return nil, nil, nil, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
	}
	// The form may be the file's own bytes, which go when the page is written.
	return &v, bytes.Clone(form), heads, nil
}

// placeRecord writes fact and record.
func placeRecord[V any](t *tx, s shelf[V], p ledger.Place, c revision[V]) error {
	differences, err := form.Diff(c.before, c.after)
	if err != nil {
		return err
	}
	head, err := t.fact(s.kind, s.id(c.v), c.heads, differences)
	if err != nil {
		return err
	}
	record := c.after
	if s.pack != nil {
		if record, err = s.pack(c.v, c.after); err != nil {
			return fmt.Errorf("%s %s: %w", s.kind, s.id(c.v), err)
		}
	}
	if err := t.write(p, ledger.PackHeads([][]byte{head}, record)); err != nil {
		return err
	}
	return t.index(c.old, c.v)
}

// fact writes one fact at the end of its lane and returns its key.
func (t *tx) fact(kind model.Kind, record string, based [][]byte, list []model.Difference) ([]byte, error) {
	end := t.meta.Lane(model.LaneOf(kind))
	h := model.Header{
		Key: model.FactKey{Site: t.meta.Site, Epoch: t.meta.Epoch, Lane: end.Lane, Seq: end.Seq + 1},
		At:  t.now.UnixNano(), Actor: t.act.actor.ID, For: t.act.whose, Verb: t.act.verb, Kind: kind, Record: record,
		Change: t.act.change, Undoes: t.act.undoes, Previous: end.Hash,
	}
	for _, b := range based {
		if k, ok := ledger.ParseFactKey(b); ok {
			h.Based = append(h.Based, k)
		}
	}
	key, err := ledger.FactKey(h.Key)
	if err != nil {
		return nil, err
	}
	body, hash, err := ledger.PackFact(h, model.Payload{Differences: list, Reason: t.act.reason, Document: t.act.document})
	if err != nil {
		return nil, err
	}
	if err := t.write(ledger.Place{Bucket: ledger.BucketFacts, Key: key}, body); err != nil {
		return nil, err
	}
	end.Seq, end.Hash = h.Key.Seq, hash
	t.facts++
	return key, nil
}

// finish writes what a change leaves at its end: indexes, sums, meta.
func (t *tx) finish() error {
	if err := t.writeNames(); err != nil {
		return err
	}
	for path, s := range t.sums {
		key := ledger.SumKey([]byte(path))
		if err := t.Bucket([]byte(ledger.BucketMeta)).Put(key, ledger.Wrap([]byte(ledger.BucketMeta), key, s.Encode())); err != nil {
			return err
		}
	}
	return ledger.WriteFile(t.Tx, t.meta)
}
