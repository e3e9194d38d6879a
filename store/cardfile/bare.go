package cardfile

import (
	"encoding/binary"

	"kinerja/model"
	"kinerja/model/score"
)

// bareCard is a card's numbers as a roll-up reads them: no text, no identity as
// text, and no allocation from one card to the next.
type bareCard struct {
	void       bool
	unit       [16]byte
	instrument [16]byte
	employee   [16]byte
	plan       [16]byte
	entries    []bareEntry
}

type bareEntry struct {
	measure [16]byte
	actual  model.Amount
	target  model.Amount
}

// read takes the numbers out of a card's layout; it reports false for a layout
// that is cut short or of another version.
func (c *bareCard) read(raw []byte) bool {
	const idsSize = 5 * 16
	if len(raw) < 2 || raw[0] != cardVersion {
		return false
	}
	c.void = raw[1]&cardVoid != 0
	raw = raw[2:]
	if _, raw = skipUvarint(raw); len(raw) < idsSize {
		return false
	}
	c.unit, c.instrument = [16]byte(raw[16:]), [16]byte(raw[32:])
	c.employee, c.plan = [16]byte(raw[48:]), [16]byte(raw[64:])
	_, raw = skipUvarint(raw[idsSize:])
	count, raw := skipUvarint(raw)
	if count > uint64(len(raw)) {
		return false
	}
	c.entries = c.entries[:0]
	for range count {
		var ok bool
		if raw, ok = c.entry(raw); !ok {
			return false
		}
	}
	return true
}

func (c *bareCard) entry(raw []byte) ([]byte, bool) {
	if len(raw) < 17 {
		return nil, false
	}
	e := bareEntry{measure: [16]byte(raw)}
	has := raw[16]
	raw = raw[17:]
	var num, den model.Number
	for bit := byte(hasActual); bit <= hasTarget; bit <<= 1 {
		if has&bit == 0 {
			continue
		}
		v, n := binary.Varint(raw)
		if n <= 0 {
			return nil, false
		}
		raw = raw[n:]
		switch bit {
		case hasActual:
			e.actual = model.Some(model.Number(v))
		case hasNum:
			num = model.Number(v)
		case hasDen:
			den = model.Number(v)
		case hasTarget:
			e.target = model.Some(model.Number(v))
		}
	}
	if has&hasNum != 0 && has&hasDen != 0 {
		e.actual = model.Amount{} // the fraction wins, as in score.Of
		if pct, ok := model.MulDiv(num, model.Int(100), den); ok {
			e.actual = model.Some(pct)
		}
	}
	c.entries = append(c.entries, e)
	return raw, true
}

// skipUvarint returns a number and what follows it; nothing follows a number
// that is none.
func skipUvarint(raw []byte) (uint64, []byte) {
	v, n := binary.Uvarint(raw)
	if n <= 0 {
		return 0, nil
	}
	return v, raw[n:]
}

// values appends what the card says of measures, in their order. Cards are
// written in the order of their instrument, so the next entry is tried first.
func (c *bareCard) values(measures [][16]byte, dst []score.Value) []score.Value {
	next := 0
	for _, m := range measures {
		var v score.Value
		for n := range c.entries {
			i := next + n
			if i >= len(c.entries) {
				i -= len(c.entries)
			}
			if e := &c.entries[i]; e.measure == m {
				v.Actual, v.Target = e.actual, e.target
				next = i + 1
				break
			}
		}
		dst = append(dst, v)
	}
	return dst
}
