package unitresult

import "kinerja/model"

// Led is a unit as its head is rated by it.
type Led struct {
	Unit  model.Unit
	Grade Grade // NoGrade until the leader above has decided
}

// LedBy is the unit that somebody heads and whose result is taken for their
// rating of results, by the unit of their plan: the nearest one at or above that.
// A plan of the same person in a unit that they do not head is none of it. Who
// heads a unit is who heads it today.
func LedBy(tree model.Units, who model.EmployeeID, unit model.UnitID) (model.Unit, bool) {
	path := tree.Path(unit)
	for i := len(path) - 1; i >= 0 && who != ""; i-- {
		if path[i].Head == who {
			return path[i], true
		}
	}
	return model.Unit{}, false
}

// Results are those of a period, by unit.
type Results map[model.UnitID]Result

// Led is LedBy with the result; false for who heads no unit there.
func (r Results) Led(tree model.Units, who model.EmployeeID, unit model.UnitID) (Led, bool) {
	u, ok := LedBy(tree, who, unit)
	if !ok {
		return Led{}, false
	}
	led := Led{Unit: u}
	if one := r[u.ID]; one.Decided() {
		led.Grade = one.Grade
	}
	return led, true
}
