package history

import (
	"kinerja/model"
	"kinerja/store/form"
)

// The parts of an entry, as a path names them.
const (
	actualPath      = "2"
	numeratorPath   = "3"
	denominatorPath = "4"
	ownTargetPath   = "5"
)

// printed gives a result that comes of a fraction the two decimals that it is
// printed with everywhere. That it does is told by the numerator or denominator
// changed with it: the fact itself keeps the exact value.
func printed(list []model.Difference, path []string, before, after model.Amount) (was, is model.Amount) {
	if len(path) != 3 || path[2] != actualPath {
		return before, after
	}
	for _, d := range list {
		p := form.Segments(d.Path)
		if len(p) != 3 || p[0] != entriesPath || p[1] != path[1] || p[2] != numeratorPath && p[2] != denominatorPath {
			continue
		}
		if actual(d.Before, false).Present() {
			before = rounded(before)
		}
		if actual(d.After, false).Present() {
			after = rounded(after)
		}
	}
	return before, after
}

func rounded(a model.Amount) model.Amount {
	if n, ok := a.Get(); ok {
		return model.Some(n.Round())
	}
	return a
}
