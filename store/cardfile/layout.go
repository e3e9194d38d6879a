// Package cardfile is how a card stands in the file. A card is the commonest
// record by far, and rolling up a period reads them all: so it has a layout of
// its own, numbers first, texts after, which a roll-up reads without making a
// record of it.
package cardfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/store/form"
)

// The layout:
//
//	version 1 · flags · period · post · unit · instrument · its version ·
//	employee · plan · count · entries (measure, what is present, numbers) ·
//	texts (note, reason and source of each entry that has them) ·
//	canonical CBOR of the fields this program does not know, or nothing
const (
	cardVersion = 1
	cardVoid    = 1 // a flag: its making was undone
)

// What an entry has.
const (
	hasActual = 1 << iota
	hasNum
	hasDen
	hasTarget
	hasNote
	hasReason
	hasSource // since format 3
)

// ErrLayout: the bytes are no card.
var ErrLayout = errors.New("card layout")

// Pack writes the layout. whole is the card's canonical CBOR, which may hold
// fields that this program does not know.
func Pack(c model.Card, whole []byte) ([]byte, error) {
	raw := append(make([]byte, 0, 128+32*len(c.Entries)), cardVersion, 0)
	if c.Void {
		raw[1] = cardVoid
	}
	raw = binary.AppendUvarint(raw, uint64(c.Period))
	key, err := keys(string(c.Post), string(c.Unit), string(c.Instrument), string(c.Employee), string(c.Plan))
	if err != nil {
		return nil, err
	}
	raw = append(raw, key...)
	raw = binary.AppendUvarint(raw, uint64(c.Version))
	raw = binary.AppendUvarint(raw, uint64(len(c.Entries)))
	for _, e := range c.Entries {
		if raw, err = appendEntry(raw, e); err != nil {
			return nil, err
		}
	}
	for _, e := range c.Entries {
		for _, text := range []string{e.Note, e.Reason, e.Source} {
			if text != "" {
				raw = binary.AppendUvarint(raw, uint64(len(text)))
				raw = append(raw, text...)
			}
		}
	}
	unknown, err := unknownOfCard(c, whole)
	return append(raw, unknown...), err
}

func appendEntry(raw []byte, e model.Entry) ([]byte, error) {
	id, err := keys(string(e.Measure))
	if err != nil {
		return nil, err
	}
	raw = append(raw, id...)
	amounts := [...]model.Amount{e.Actual, e.Num, e.Den, e.Target}
	has := byte(0)
	for i, a := range amounts {
		if a.Present() {
			has |= 1 << i
		}
	}
	if e.Note != "" {
		has |= hasNote
	}
	if e.Reason != "" {
		has |= hasReason
	}
	if e.Source != "" {
		has |= hasSource
	}
	raw = append(raw, has)
	for _, a := range amounts {
		if n, ok := a.Get(); ok {
			raw = binary.AppendVarint(raw, int64(n))
		}
	}
	return raw, nil
}

// unknownOfCard returns the whole form if it holds more than c does, else
// nothing: a card that a newer program wrote is kept twice rather than cut.
func unknownOfCard(c model.Card, whole []byte) ([]byte, error) {
	own, err := form.Encode(c)
	if err != nil || len(whole) == 0 || bytes.Equal(own, whole) {
		return nil, err
	}
	return whole, nil
}

// Open reads the layout back, and the form it was written from where that
// holds more than the card.
func Open(raw []byte) (c model.Card, whole []byte, err error) {
	r := cardReader{raw: raw}
	c = r.card()
	if r.failed {
		return model.Card{}, nil, ErrLayout
	}
	if len(r.raw) > 0 {
		whole = r.raw
	}
	return c, whole, nil
}

// cardReader takes a layout apart from the front. After a failure it returns
// nothing but zeros.
type cardReader struct {
	raw    []byte
	failed bool
}

func (r *cardReader) card() model.Card {
	var c model.Card
	if head := r.take(2); head == nil || head[0] != cardVersion {
		r.failed = true
		return c
	} else {
		c.Void = head[1]&cardVoid != 0
	}
	c.Period = model.Period(r.uvarint())
	c.Post, c.Unit = model.PostID(r.id()), model.UnitID(r.id())
	c.Instrument = model.InstrumentID(r.id())
	c.Employee, c.Plan = model.EmployeeID(r.id()), model.PlanID(r.id())
	c.ID = model.CardOf(c.Plan, c.Period)
	c.Version = int(r.uvarint())
	count := r.uvarint()
	if r.failed || count > uint64(len(r.raw)) {
		r.failed = true
		return c
	}
	has := make([]byte, 0, count)
	for range count {
		e, h := r.entry()
		c.Entries = append(c.Entries, e)
		has = append(has, h)
	}
	for i, h := range has {
		if h&hasNote != 0 {
			c.Entries[i].Note = r.text()
		}
		if h&hasReason != 0 {
			c.Entries[i].Reason = r.text()
		}
		if h&hasSource != 0 {
			c.Entries[i].Source = r.text()
		}
	}
	return c
}

func (r *cardReader) entry() (model.Entry, byte) {
	e := model.Entry{Measure: model.ElementID(r.id())}
	flags := r.take(1)
	if flags == nil {
		return e, 0
	}
	for i, a := range []*model.Amount{&e.Actual, &e.Num, &e.Den, &e.Target} {
		if flags[0]&(1<<i) != 0 {
			*a = model.Some(model.Number(r.varint()))
		}
	}
	return e, flags[0]
}

func (r *cardReader) take(n int) []byte {
	if r.failed || n < 0 || n > len(r.raw) {
		r.failed = true
		return nil
	}
	part := r.raw[:n]
	r.raw = r.raw[n:]
	return part
}

func (r *cardReader) id() string {
	part := r.take(16)
	if part == nil {
		return ""
	}
	return model.EncodeID([16]byte(part))
}

func (r *cardReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.raw)
	if n <= 0 {
		r.failed = true
		return 0
	}
	r.raw = r.raw[n:]
	return v
}

func (r *cardReader) varint() int64 {
	v, n := binary.Varint(r.raw)
	if n <= 0 {
		r.failed = true
		return 0
	}
	r.raw = r.raw[n:]
	return v
}

func (r *cardReader) text() string {
	n := r.uvarint()
	if n > uint64(len(r.raw)) {
		r.failed = true
		return ""
	}
	return string(r.take(int(n)))
}

// keys writes identifiers as bytes.
func keys(list ...string) ([]byte, error) {
	raw := make([]byte, 0, 16*len(list))
	for _, id := range list {
		b, ok := model.DecodeID(id)
		if !ok {
			return nil, fmt.Errorf("identifier %q: %w", id, model.ErrInvalid)
		}
		raw = append(raw, b[:]...)
	}
	return raw, nil
}
