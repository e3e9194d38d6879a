package model

import "encoding/binary"

// Amount is a Number that may be absent. Its zero value is "no value", never
// zero: a missing part must not count as nothing reached.
type Amount struct {
	n   Number
	set bool
}

// Some returns n as an Amount that is present.
func Some(n Number) Amount { return Amount{n: n, set: true} }

// Get returns the number and whether there is one.
func (a Amount) Get() (Number, bool) { return a.n, a.set }

// Or returns the number, or other where there is none.
func (a Amount) Or(other Number) Number {
	if a.set {
		return a.n
	}
	return other
}

// Present reports whether there is a number.
func (a Amount) Present() bool { return a.set }

// IsZero reports whether a is absent, so that encoders can leave it out.
func (a Amount) IsZero() bool { return !a.set }

// String writes the number as Number.String does, or "-" where there is none.
func (a Amount) String() string {
	if !a.set {
		return "-"
	}
	return a.n.String()
}

// MarshalJSON writes the number, or null.
func (a Amount) MarshalJSON() ([]byte, error) {
	if !a.set {
		return []byte("null"), nil
	}
	return a.n.MarshalJSON()
}

// MarshalCBOR writes the number as a CBOR integer, or null. It is here, and
// written by hand, so that model needs no library for its commonest value.
func (a Amount) MarshalCBOR() ([]byte, error) {
	if !a.set {
		return []byte{0xf6}, nil
	}
	v, major := uint64(a.n), byte(0)
	if a.n < 0 {
		v, major = uint64(-(a.n + 1)), 0x20
	}
	switch {
	case v < 24:
		return []byte{major | byte(v)}, nil
	case v < 1<<8:
		return []byte{major | 24, byte(v)}, nil
	case v < 1<<16:
		return binary.BigEndian.AppendUint16([]byte{major | 25}, uint16(v)), nil
	case v < 1<<32:
		return binary.BigEndian.AppendUint32([]byte{major | 26}, uint32(v)), nil
	}
	return binary.BigEndian.AppendUint64([]byte{major | 27}, v), nil
}

// UnmarshalCBOR reads what MarshalCBOR writes.
func (a *Amount) UnmarshalCBOR(raw []byte) error {
	*a = Amount{}
	if len(raw) == 1 && (raw[0] == 0xf6 || raw[0] == 0xf7) {
		return nil
	}
	if len(raw) == 0 || raw[0]>>5 > 1 {
		return ErrBadNumber
	}
	v, short := uint64(raw[0]&31), len(raw) == 1
	if v >= 24 {
		if v > 27 || len(raw) != 1+1<<(v-24) {
			return ErrBadNumber
		}
		short, v = true, 0
		for _, b := range raw[1:] {
			v = v<<8 | uint64(b)
		}
	}
	if !short || v > 1<<63-1 {
		return ErrBadNumber
	}
	n := Number(v)
	if raw[0]>>5 == 1 {
		n = -n - 1
	}
	*a = Some(n)
	return nil
}
