package store

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

// orderMark is the last segment of a path that holds the order of a list.
const orderMark = "#"

// diff returns what differs between two encodings of one record, deepest place
// first named. Nothing at all before is a creation: one difference at the
// empty path.
func diff(before, after []byte) ([]model.Difference, error) {
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
	a, okA := asObject(before)
	b, okB := asObject(after)
	if okA && okB {
		numbers := map[uint64]bool{}
		for n := range a {
			numbers[n] = true
		}
		for n := range b {
			numbers[n] = true
		}
		for _, n := range sortedKeys(numbers) {
			diffAt(list, join(path, strconv.FormatUint(n, 10)), a[n], b[n])
		}
		return
	}
	x, okX := asElements(before)
	y, okY := asElements(after)
	if path != "" && okX && okY && len(x.ids)+len(y.ids) > 0 {
		diffElements(list, path, x, y)
		return
	}
	*list = append(*list, model.Difference{Path: path, Before: before, After: after})
}

// diffElements compares two lists by the identity of their members, and keeps
// the order where it does not follow from what came and went, in either
// direction.
func diffElements(list *[]model.Difference, path string, a, b elements) {
	for _, id := range a.ids {
		diffAt(list, join(path, id), a.raw[id], b.raw[id])
	}
	for _, id := range b.ids {
		if _, ok := a.raw[id]; !ok {
			*list = append(*list, model.Difference{Path: join(path, id), After: b.raw[id]})
		}
	}
	if slices.Equal(orderAfter(a, b), b.ids) && slices.Equal(orderAfter(b, a), a.ids) {
		return
	}
	before, _ := encode(a.ids)
	after, _ := encode(b.ids)
	*list = append(*list, model.Difference{Path: join(path, orderMark), Before: before, After: after})
}

// orderAfter is the order that b has if nothing is said: the members of a that
// stay, then those that came.
func orderAfter(a, b elements) []string {
	var ids []string
	for _, id := range a.ids {
		if _, ok := b.raw[id]; ok {
			ids = append(ids, id)
		}
	}
	for _, id := range b.ids {
		if _, ok := a.raw[id]; !ok {
			ids = append(ids, id)
		}
	}
	return ids
}

func join(path, segment string) string {
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

// invert returns the differences that take these back.
func invert(list []model.Difference) []model.Difference {
	back := make([]model.Difference, len(list))
	for i, d := range list {
		back[i] = model.Difference{Path: d.Path, Before: d.After, After: d.Before}
	}
	return back
}

// apply returns raw with each difference's after in place. The order of lists
// is set last, when all their members are there.
func apply(raw []byte, list []model.Difference) ([]byte, error) {
	var err error
	for _, last := range []bool{false, true} {
		for _, d := range list {
			if strings.HasSuffix(d.Path, orderMark) != last {
				continue
			}
			if raw, err = set(raw, segments(d.Path), d.After); err != nil {
				return nil, err
			}
		}
	}
	return raw, nil
}

func segments(path string) []string {
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
	list, ok := asElements(raw)
	if !ok {
		return nil, errPath
	}
	if path[0] == orderMark {
		return reorder(list, value)
	}
	id := path[0]
	part, err := set(list.raw[id], path[1:], value)
	if err != nil {
		return nil, err
	}
	switch _, there := list.raw[id]; {
	case len(part) == 0:
		list.ids = slices.DeleteFunc(list.ids, func(x string) bool { return x == id })
		delete(list.raw, id)
	case !there:
		list.ids = append(list.ids, id)
		list.raw[id] = part
	default:
		list.raw[id] = part
	}
	if len(list.ids) == 0 {
		return nil, nil
	}
	return list.encode()
}

func setField(raw []byte, number uint64, rest []string, value []byte) ([]byte, error) {
	o := object{}
	if len(raw) > 0 {
		var ok bool
		if o, ok = asObject(raw); !ok {
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
	return encode(o)
}

func reorder(list elements, value []byte) ([]byte, error) {
	var ids []string
	if err := decode(value, &ids); err != nil {
		return nil, errPath
	}
	sorted := func(s []string) []string { return slices.Sorted(slices.Values(s)) }
	if !slices.Equal(sorted(ids), sorted(list.ids)) {
		return nil, errPath
	}
	list.ids = ids
	return list.encode()
}

// at returns what stands at path in raw; nothing when there is nothing.
func at(raw []byte, path string) []byte {
	for _, segment := range segments(path) {
		if number, err := strconv.ParseUint(segment, 10, 64); err == nil && len(segment) < 20 {
			o, _ := asObject(raw)
			raw = o[number]
			continue
		}
		list, _ := asElements(raw)
		if segment == orderMark {
			raw, _ = encode(list.ids)
			return raw
		}
		raw = list.raw[segment]
	}
	return raw
}
