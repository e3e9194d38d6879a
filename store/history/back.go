package history

import (
	"bytes"
	"slices"
	"strconv"

	"kinerja/model"
	"kinerja/store/form"
)

// Back returns the differences that take f back from a record as it is
// now. A making is taken back by marking the record void; if more was entered
// on a card since, only what the making brought is taken out. void is the number of
// the field that marks a record of this kind void. It reports ErrChanged where a
// place is not as f left it.
func Back(kind model.Kind, void uint64, f model.Fact, now []byte) ([]model.Difference, error) {
	list := f.Payload.Differences
	if len(list) == 1 && list[0].Path == "" {
		made := list[0].After
		if bytes.Equal(made, now) {
			var back []model.Difference
			if kind == model.KindCard { // the record then says which values went
				back = form.Invert(added(entriesPath, form.At(made, entriesPath)))
			}
			yes, err := form.Encode(true)
			return append(back, model.Difference{Path: voidPath(void), After: yes}), err
		}
		if kind != model.KindCard {
			return nil, model.ErrChanged
		}
		list = added(entriesPath, form.At(made, entriesPath))
	}
	for _, d := range list {
		if !bytes.Equal(form.At(now, d.Path), d.After) {
			return nil, model.ErrChanged
		}
	}
	back := form.Invert(list)
	if kind == model.KindCard && TouchesVoid(back, void) {
		back = onlyOwn(back, now, void)
	}
	return back, nil
}

// onlyOwn keeps a card from becoming void again when others entered values on
// it since: then only what the change had brought goes.
func onlyOwn(back []model.Difference, now []byte, void uint64) []model.Difference {
	own := map[string]bool{}
	var gone []model.Difference
	for _, d := range back {
		path := form.Segments(d.Path)
		switch {
		case d.Path == voidPath(void) && len(d.After) == 0:
			return back // it comes back, whole
		case len(path) == 2 && len(d.After) == 0:
			own[path[1]] = true
			gone = append(gone, d)
		case len(path) > 1:
			own[path[1]] = true
		}
	}
	list, _ := form.AsElements(form.At(now, entriesPath))
	if slices.ContainsFunc(list.IDs, func(id string) bool { return !own[id] }) {
		return gone
	}
	return back
}

// added lists the members of a list as if each had just come.
func added(path string, raw []byte) (list []model.Difference) {
	if e, ok := form.AsElements(raw); ok {
		for _, id := range e.IDs {
			list = append(list, model.Difference{Path: form.Join(path, id), After: e.Raw[id]})
		}
	}
	return list
}

func voidPath(void uint64) string { return strconv.FormatUint(void, 10) }

// IsVoid reports whether a record, in its form, is marked void.
func IsVoid(now []byte, void uint64) bool { return len(form.At(now, voidPath(void))) > 0 }

// TouchesVoid reports whether differences make a record void or bring it back.
func TouchesVoid(list []model.Difference, void uint64) bool {
	return slices.ContainsFunc(list, func(d model.Difference) bool { return d.Path == voidPath(void) })
}

// MakesVoid reports whether differences make a record void.
func MakesVoid(list []model.Difference, void uint64) bool {
	return slices.ContainsFunc(list, func(d model.Difference) bool { return d.Path == voidPath(void) && len(d.After) > 0 })
}
