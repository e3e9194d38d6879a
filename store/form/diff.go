package form

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"kinerja/model"
)

// errPath: a difference names a place that the record cannot have.
var errPath = errors.New("no such path")

// OrderMark is the last segment of a path that holds the order of a list.
const OrderMark = "#"

// Diff returns what differs between two encodings of one record, deepest place
// first named. Nothing at all before is a creation: one difference at the
// empty path.
func Diff(before, after []byte) ([]model.Difference, error) {
	if len(before) == 0 {
		return []model.Difference{{After: after}}, nil
	}
	var list []model.Difference
	diffAt(&list, "", before, after)
	return list, nil
}

func diffAt(list *[]model.Difference, path string, before, after []byte) {
	if bytes.Equal(before, after) {
		return
	}
	a, okA := AsObject(before)
	b, okB := AsObject(after)
	if okA && okB {
		numbers := map[uint64]bool{}
		for n := range a {
			numbers[n] = true
		}
		for n := range b {
			numbers[n] = true
		}
		for _, n := range sortedKeys(numbers) {
			diffAt(list, Join(path, strconv.FormatUint(n, 10)), a[n], b[n])
		}
		return
	}
	x, okX := AsElements(before)
	y, okY := AsElements(after)
	if path != "" && okX && okY && (len(before) == 0 || len(x.IDs) > 0) && (len(after) == 0 || len(y.IDs) > 0) {
		diffElements(list, path, x, y)
		return
	}
	*list = append(*list, model.Difference{Path: path, Before: before, After: after})
}

// diffElements compares two lists by the identity of their members, and keeps
// the order where it does not follow from what came and went, in either
// direction.
func diffElements(list *[]model.Difference, path string, a, b Elements) {
	for _, id := range a.IDs {
		diffAt(list, Join(path, id), a.Raw[id], b.Raw[id])
	}
	for _, id := range b.IDs {
		if _, ok := a.Raw[id]; !ok {
			*list = append(*list, model.Difference{Path: Join(path, id), After: b.Raw[id]})
		}
	}
	if slices.Equal(orderAfter(a, b), b.IDs) && slices.Equal(orderAfter(b, a), a.IDs) {
		return
	}
	before, _ := Encode(a.IDs)
	after, _ := Encode(b.IDs)
	*list = append(*list, model.Difference{Path: Join(path, OrderMark), Before: before, After: after})
}

// orderAfter is the order that b has if nothing is said: the members of a that
// stay, then those that came.
func orderAfter(a, b Elements) []string {
	var ids []string
	for _, id := range a.IDs {
		if _, ok := b.Raw[id]; ok {
			ids = append(ids, id)
		}
	}
	for _, id := range b.IDs {
		if _, ok := a.Raw[id]; !ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// Join adds a segment to a path.
func Join(path, segment string) string {
	if path == "" {
		return segment
	}
	return path + "/" + segment
}

func sortedKeys[V any](m map[uint64]V) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Invert returns the differences that take these back.
func Invert(list []model.Difference) []model.Difference {
	back := make([]model.Difference, len(list))
	for i, d := range list {
		back[i] = model.Difference{Path: d.Path, Before: d.After, After: d.Before}
	}
	return back
}

// Apply returns raw with each difference's after in place. The order of lists
// is set last, when all their members are there.
func Apply(raw []byte, list []model.Difference) ([]byte, error) {
	var err error
	for _, last := range []bool{false, true} {
		for _, d := range list {
			if strings.HasSuffix(d.Path, OrderMark) != last {
				continue
			}
			if raw, err = set(raw, Segments(d.Path), d.After); err != nil {
				return nil, err
			}
		}
	}
	return raw, nil
}

// Segments takes a path apart; the empty path has none.
func Segments(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(path, "/")
}

// set returns raw with value at path; no value takes away what stood there.
func set(raw []byte, path []string, value []byte) ([]byte, error) {
	if len(path) == 0 {
		return value, nil
	}
	if number, err := strconv.ParseUint(path[0], 10, 64); err == nil && len(path[0]) < 20 {
		return setField(raw, number, path[1:], value)
	}
	list, ok := AsElements(raw)
	if !ok {
		return nil, errPath
	}
	if path[0] == OrderMark {
		return reorder(list, value)
	}
	id := path[0]
	part, err := set(list.Raw[id], path[1:], value)
	if err != nil {
		return nil, err
	}
	switch _, there := list.Raw[id]; {
	case len(part) == 0:
		list.IDs = slices.DeleteFunc(list.IDs, func(x string) bool { return x == id })
		delete(list.Raw, id)
	case !there:
		list.IDs = append(list.IDs, id)
		list.Raw[id] = part
	default:
		list.Raw[id] = part
	}
	if len(list.IDs) == 0 {
		return nil, nil
	}
	return list.Encode()
}

func setField(raw []byte, number uint64, rest []string, value []byte) ([]byte, error) {
	o := Object{}
	if len(raw) > 0 {
		var ok bool
		if o, ok = AsObject(raw); !ok {
			return nil, errPath
		}
	}
	part, err := set(o[number], rest, value)
	if err != nil {
		return nil, err
	}
	if len(part) == 0 {
		delete(o, number)
	} else {
		o[number] = cbor.RawMessage(part)
	}
	return Encode(o)
}

func reorder(list Elements, value []byte) ([]byte, error) {
	var ids []string
	if err := Decode(value, &ids); err != nil {
		return nil, errPath
	}
	sorted := func(s []string) []string { return slices.Sorted(slices.Values(s)) }
	if !slices.Equal(sorted(ids), sorted(list.IDs)) {
		return nil, errPath
	}
	list.IDs = ids
	return list.Encode()
}

// At returns what stands at path in raw; nothing when there is nothing.
func At(raw []byte, path string) []byte {
	for _, segment := range Segments(path) {
		if number, err := strconv.ParseUint(segment, 10, 64); err == nil && len(segment) < 20 {
			o, _ := AsObject(raw)
			raw = o[number]
			continue
		}
		list, _ := AsElements(raw)
		if segment == OrderMark {
			raw, _ = Encode(list.IDs)
			return raw
		}
		raw = list.Raw[segment]
	}
	return raw
}
