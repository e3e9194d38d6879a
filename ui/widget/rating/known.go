package rating

import (
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/ui/lang"
)

// Names are those known to a page, with who keeps the file alone ("").
func Names(known map[model.EmployeeID]string, me model.Actor) map[model.EmployeeID]string {
	names := map[model.EmployeeID]string{}
	maps.Copy(names, known)
	if me.Employee == "" {
		names[""] = me.Name
	}
	return names
}

// Acts say who did what, one after the other, and whose word it is.
func Acts(t *lang.Texts, names map[model.EmployeeID]string, words ...[]model.Word) (list []string) {
	for _, w := range slices.Concat(words...) {
		list = append(list, Act(t, w, names))
	}
	return list
}
