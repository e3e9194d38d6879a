package lang

import (
	"maps"

	"kinerja/model"
	"kinerja/model/rules"
)

// Objecting says how one objects, while one can (DOMAIN 10.3); else "".
func (t *Texts) Objecting(e model.Evaluation) string {
	switch e.State {
	case model.Shared, model.Received:
		return Fill(t.Evaluation.Objecting, "days", rules.ObjectionFor(e))
	}
	return ""
}

// Seat is as what somebody is rated, and where.
func (t *Texts) Seat(post model.Post, unit model.Unit) (parts []string) {
	if post.Position != "" {
		position := Inert(post.Position)
		if post.Acting {
			position = t.Person.Acting + " " + position
		}
		parts = append(parts, position)
	}
	if unit.Name != "" {
		parts = append(parts, Inert(unit.Name))
	}
	return parts
}

// Names are those known to a page, with who keeps the file alone ("").
func Names(known map[model.EmployeeID]string, me model.Actor) map[model.EmployeeID]string {
	names := map[model.EmployeeID]string{}
	maps.Copy(names, known)
	if me.Employee == "" {
		names[""] = me.Name
	}
	return names
}
