package book

import (
	"bytes"
	"fmt"
	"reflect"

	"kinerja/model"
	"kinerja/store/cardfile"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// Shelf says how records of one kind are kept: where each stands and how it
// becomes bytes.
type Shelf[V any] struct {
	Kind  model.Kind
	Void  uint64 // number of the field that marks a record whose making was undone
	Place func(V) (ledger.Place, error)
	ID    func(V) string
	Pack  func(V, []byte) ([]byte, error) // record and its form → what is stored; nil: the form itself
	Open  func([]byte) (V, []byte, error) // what is stored → record, and its form if that was kept; nil: as CBOR
}

// form is the canonical CBOR of a record: what facts compare.
func (s Shelf[V]) form(v V) ([]byte, error) {
	raw, err := form.Encode(v)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", s.Kind, s.ID(v), err)
	}
	return raw, nil
}

// read makes the record out of what is stored behind the heads.
func (s Shelf[V]) read(raw []byte) (v V, err error) {
	if s.Open != nil {
		v, _, err = s.Open(raw)
		return v, err
	}
	return v, form.Decode(raw, &v)
}

// readForm returns the form of what is stored behind the heads.
func (s Shelf[V]) readForm(raw []byte) ([]byte, error) {
	if s.Open == nil {
		return raw, nil
	}
	v, form, err := s.Open(raw)
	if err != nil || form != nil {
		return form, err
	}
	return s.form(v)
}

// Entry takes what is stored in an envelope apart: the record's identity and
// form, and the keys of the facts that it stands on.
func (s Shelf[V]) Entry(content []byte) (id string, form []byte, heads [][]byte, err error) {
	heads, record, ok := ledger.SplitHeads(content)
	if !ok {
		return "", nil, nil, cardfile.ErrLayout
	}
	v, err := s.read(record)
	if err == nil {
		form, err = s.readForm(record)
	}
	return s.ID(v), form, heads, err
}

// Get reads the record at a place. It reports ErrNotFound where there is none.
func Get[V any](t *Tx, s Shelf[V], p ledger.Place) (v V, err error) {
	content, err := t.Content(p)
	if err != nil {
		return v, err
	}
	if content == nil {
		return v, fmt.Errorf("%s: %w", s.Kind, model.ErrNotFound)
	}
	return record(s, p, content)
}

func record[V any](s Shelf[V], p ledger.Place, content []byte) (v V, err error) {
	_, raw, ok := ledger.SplitHeads(content)
	if ok {
		if v, err = s.read(raw); err == nil {
			return v, nil
		}
	}
	return v, damaged(p)
}

func damaged(p ledger.Place) error {
	return &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
}

// Each reads all records of a bucket whose key begins with that of in, in order
// of keys, until f says stop.
func Each[V any](t *Tx, s Shelf[V], in ledger.Place, f func(V) bool) error {
	return t.Scan(in, func(key, content []byte) (bool, error) {
		v, err := record(s, ledger.Place{Bucket: in.Bucket, Sub: in.Sub, Key: key}, content)
		return err == nil && f(v), err
	})
}

// Stored returns the record at a place with its form and heads; nils for none.
func Stored[V any](t *Tx, s Shelf[V], p ledger.Place) (*V, []byte, [][]byte, error) {
	content, err := t.Content(p)
	if content == nil || err != nil {
		return nil, nil, nil, err
	}
	heads, raw, ok := ledger.SplitHeads(content)
	if !ok {
		return nil, nil, nil, damaged(p)
	}
	v, err := s.read(raw)
	form := []byte(nil)
	if err == nil {
		form, err = s.readForm(raw)
	}
	if err != nil {
		return nil, nil, nil, damaged(p)
	}
	// The form may be the file's own bytes, which go when the page is written.
	return &v, bytes.Clone(form), heads, nil
}

// Put keeps a record, and writes what it changed as a fact. A record equal to
// the one kept already changes nothing and leaves no fact. It returns the
// record as it was, nil for a new one, and whether it changed anything.
func Put[V any](t *Tx, s Shelf[V], v V) (old *V, changed bool, err error) {
	p, err := s.Place(v)
	if err != nil {
		return nil, false, fmt.Errorf("%s %s: %w", s.Kind, s.ID(v), err)
	}
	old, before, heads, err := Stored(t, s, p)
	if err != nil {
		return nil, false, err
	}
	after, err := s.form(v)
	if err != nil {
		return nil, false, err
	}
	if before != nil {
		if after, err = form.Keep(before, after, reflect.TypeFor[V]()); err != nil {
			return nil, false, fmt.Errorf("%s %s: %w", s.Kind, s.ID(v), err)
		}
		if bytes.Equal(before, after) {
			return old, false, nil
		}
	}
	return old, true, Place(t, s, p, Revision[V]{V: v, Before: before, After: after, Heads: heads})
}

// Revision is one record on its way into the file.
type Revision[V any] struct {
	V             V
	Before, After []byte   // forms; Before is nil for a new record
	Heads         [][]byte // facts that Before stands on
}

// Place writes fact and record. [Put] decides whether there is anything to
// write; nothing else calls it but what knows a form better than its record.
func Place[V any](t *Tx, s Shelf[V], p ledger.Place, r Revision[V]) error {
	differences, err := form.Diff(r.Before, r.After)
	if err != nil {
		return err
	}
	head, err := t.Fact(s.Kind, s.ID(r.V), r.Heads, differences)
	if err != nil {
		return err
	}
	kept := r.After
	if s.Pack != nil {
		if kept, err = s.Pack(r.V, r.After); err != nil {
			return fmt.Errorf("%s %s: %w", s.Kind, s.ID(r.V), err)
		}
	}
	return t.Write(p, ledger.PackHeads([][]byte{head}, kept))
}
