package history

import (
	"cmp"
	"slices"
	"strconv"

	"kinerja/model"
	"kinerja/store/form"
)

// actionsPath is where an action plan keeps its lines.
const actionsPath = "6"

// ofActions lists what changed in an action plan, value by value: also of a line
// or a piece of evidence that came or went as a whole.
func ofActions(d model.Difference) []Change {
	if d.Path == "" {
		return leaves(actionsPath, form.At(d.Before, actionsPath), form.At(d.After, actionsPath))
	}
	if form.Segments(d.Path)[0] != actionsPath {
		return nil
	}
	return leaves(d.Path, d.Before, d.After)
}

// Where an assessment keeps its state and what the person says.
const statePath, contentPath = "6", "7"

// ofAssessment lists what changed in how somebody sees their own work, value by
// value.
func ofAssessment(d model.Difference, k Known) (list []Change) {
	switch {
	case d.Path == "":
		list = leaves(contentPath, form.At(d.Before, contentPath), form.At(d.After, contentPath))
	case d.Path == statePath:
		return []Change{{Path: d.Path, Before: plain(d.Before), After: plain(d.After)}}
	case form.Segments(d.Path)[0] == contentPath:
		list = leaves(d.Path, d.Before, d.After)
	}
	for i, c := range list {
		if path := form.Segments(c.Path); len(path) > 2 {
			list[i].Code = cmp.Or(k.code(path[2]), path[2]) // a value is its own code
		}
	}
	return slices.DeleteFunc(list, func(c Change) bool {
		path := form.Segments(c.Path)
		return len(path) == 4 && path[3] == "1" // which one it is, its code says
	})
}

// leaves lists the plain values below a path, before and after, in the order of
// their fields.
func leaves(path string, before, after []byte) (list []Change) {
	shape := after
	if len(shape) == 0 {
		shape = before
	}
	if e, ok := form.AsElements(shape); ok {
		for _, id := range e.IDs {
			list = append(list, leaves(form.Join(path, id), form.At(before, id), form.At(after, id))...)
		}
		return list
	}
	if fields, ok := form.AsObject(shape); ok {
		for _, n := range fields.Numbers() {
			at := strconv.FormatUint(n, 10)
			list = append(list, leaves(form.Join(path, at), form.At(before, at), form.At(after, at))...)
		}
		return list
	}
	if b, a := plain(before), plain(after); b != nil || a != nil {
		list = append(list, Change{Path: path, Before: b, After: a})
	}
	return list
}
