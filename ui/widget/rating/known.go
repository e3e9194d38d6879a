package rating

import (
	"slices"

	"kinerja/model"
	"kinerja/ui/lang"
)

// Acts say who did what, one after the other, and whose word it is.
func Acts(t *lang.Texts, names map[model.EmployeeID]string, words ...[]model.Word) (list []string) {
	for _, w := range slices.Concat(words...) {
		list = append(list, Act(t, w, names))
	}
	return list
}
