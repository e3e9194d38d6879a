// Package form is the canonical form of records: CBOR maps with integer keys,
// equal bytes for equal records, and the difference of two such forms, path by
// path. It knows no kind of record; facts are made of its differences, and
// records are what Apply makes of facts.
package form

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/fxamacker/cbor/v2"
)

// Records are CBOR maps with integer keys in canonical form, so that equal
// records are equal bytes. These modes are made once and never change.
var (
	encMode = must(func() (cbor.EncMode, error) {
		opt := cbor.CoreDetEncOptions()
		opt.BinaryMarshaler = cbor.BinaryMarshalerNone
		return opt.EncMode()
	})
	decMode = must(func() (cbor.DecMode, error) {
		return cbor.DecOptions{
			DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden,
			MaxNestedLevels: 16, MaxArrayElements: 1 << 20, MaxMapPairs: 1 << 16,
		}.DecMode()
	})
)

// must turns the constant options above into modes; they cannot fail.
func must[M any](make func() (M, error)) M {
	m, err := make()
	if err != nil {
		panic("form: " + err.Error())
	}
	return m
}

// Object is a record or a part of one, one level deep.
type Object map[uint64]cbor.RawMessage

// Encode writes v in canonical form.
func Encode(v any) ([]byte, error) { return encMode.Marshal(v) }

// Decode reads a form into v. It copies: nothing of raw outlives the call.
func Decode(raw []byte, v any) error { return decMode.Unmarshal(raw, v) }

// Numbers lists the fields of an object, in order.
func (o Object) Numbers() []uint64 { return slices.Sorted(maps.Keys(o)) }

// AsObject decodes raw if it is a map with unsigned keys.
func AsObject(raw []byte) (Object, bool) {
	if len(raw) == 0 || raw[0]>>5 != 5 {
		return nil, false
	}
	var o Object
	if Decode(raw, &o) != nil {
		return nil, false
	}
	return o, true
}

// Elements is a list whose members are maps with a text under key 1: their
// identity.
type Elements struct {
	IDs []string
	Raw map[string]cbor.RawMessage
}

// AsElements decodes raw if it is a list of elements. Nothing at all is the
// empty list.
func AsElements(raw []byte) (Elements, bool) {
	e := Elements{Raw: map[string]cbor.RawMessage{}}
	if len(raw) == 0 {
		return e, true
	}
	if raw[0]>>5 != 4 {
		return e, false
	}
	var list []cbor.RawMessage
	if Decode(raw, &list) != nil {
		return e, false
	}
	for _, item := range list {
		o, ok := AsObject(item)
		id, named := elementID(o)
		if _, twice := e.Raw[id]; !ok || !named || twice {
			return e, false
		}
		e.IDs = append(e.IDs, id)
		e.Raw[id] = item
	}
	return e, true
}

func elementID(o Object) (string, bool) {
	var id string
	if raw, ok := o[1]; !ok || Decode(raw, &id) != nil || id == "" || strings.ContainsAny(id, "/#") || isNumber(id) {
		return "", false
	}
	return id, true
}

// isNumber reports whether a segment of a path is the number of a field.
func isNumber(segment string) bool {
	_, err := strconv.ParseUint(segment, 10, 64)
	return err == nil && len(segment) < 20
}

// Encode writes the list in its order.
func (e Elements) Encode() ([]byte, error) {
	list := make([]cbor.RawMessage, len(e.IDs))
	for i, id := range e.IDs {
		list[i] = e.Raw[id]
	}
	return Encode(list)
}

// Keep returns the encoding of a newer record with everything that the
// older one holds under numbers which t does not know: what a newer program
// wrote must survive an older one.
func Keep(older, newer []byte, t reflect.Type) ([]byte, error) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Struct:
		a, okA := AsObject(older)
		b, okB := AsObject(newer)
		if okA && okB {
			return keepInStruct(a, b, t)
		}
	case reflect.Slice:
		a, okA := AsElements(older)
		b, okB := AsElements(newer)
		if okA && okB && len(older) > 0 && len(newer) > 0 {
			for id, raw := range b.Raw {
				kept, err := Keep(a.Raw[id], raw, t.Elem())
				if err != nil {
					return nil, err
				}
				b.Raw[id] = kept
			}
			return b.Encode()
		}
	}
	return newer, nil
}

func keepInStruct(older, newer Object, t reflect.Type) ([]byte, error) {
	known := fieldNumbers(t)
	for number, raw := range older {
		field, ok := known[number]
		if !ok {
			newer[number] = raw
			continue
		}
		if now, ok := newer[number]; ok {
			kept, err := Keep(raw, now, field)
			if err != nil {
				return nil, err
			}
			newer[number] = kept
		}
	}
	return Encode(newer)
}

// fieldNumbers reads the numbers of a record's fields from its tags.
func fieldNumbers(t reflect.Type) map[uint64]reflect.Type {
	known := map[uint64]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		number, _, _ := strings.Cut(f.Tag.Get("cbor"), ",")
		if n, err := strconv.ParseUint(number, 10, 64); err == nil {
			known[n] = f.Type
		}
	}
	return known
}

// Same reports whether two values have the same form.
func Same[V any](a, b V) (bool, error) {
	x, err := Encode(a)
	if err != nil {
		return false, err
	}
	y, err := Encode(b)
	return string(x) == string(y), err
}
