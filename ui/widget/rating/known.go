package rating

import (
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
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

// Objecting says how one objects, while one can (DOMAIN 10.3); else "".
func Objecting(t *lang.Texts, e model.Evaluation) string {
	switch e.State {
	case model.Shared, model.Received:
		return lang.Fill(t.Evaluation.Objecting, "days", rules.ObjectionFor(e))
	}
	return ""
}

// Seat is as what somebody is rated, and where.
func Seat(t *lang.Texts, post model.Post, unit model.Unit) (parts []string) {
	if post.Position != "" {
		position := lang.Inert(post.Position)
		if post.Acting {
			position = t.Person.Acting + " " + position
		}
		parts = append(parts, position)
	}
	if unit.Name != "" {
		parts = append(parts, lang.Inert(unit.Name))
	}
	return parts
}

// Acts say who did what, one after the other, and whose word it is.
func Acts(t *lang.Texts, names map[model.EmployeeID]string, words ...[]model.Word) (list []string) {
	for _, w := range slices.Concat(words...) {
		list = append(list, Act(t, w, names))
	}
	return list
}
