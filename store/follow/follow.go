// Package follow is the verbs of what follows an evaluation, on a desk: objections,
// coaching, awards with letters of discipline, briefings and trainings.
//
// Every verb has one shape: may this person; read; decide (model); put. Whoever may
// not see a thing does not get it in a list, and is refused it by name.
package follow

import (
	"kinerja/model"
	"kinerja/model/terms"
	"kinerja/store"
	"kinerja/store/sight"
)

// Desk is a desk with these verbs, under the terms in force.
type Desk struct {
	*store.Desk
	Terms terms.Terms // the zero Terms: the default ones
}

func (d Desk) terms() terms.Terms {
	if d.Terms == (terms.Terms{}) {
		return terms.Default()
	}
	return d.Terms
}

// Asked is which people's things are read.
type Asked struct {
	Employee model.EmployeeID // one person; "": everybody
	Unit     model.UnitID     // at or below it; "": everywhere
	Open     bool             // only what is not at its end
}

// lines finds the lines of people in lists, once each, and who is asked for.
type lines struct {
	s     sight.Sight
	asked Asked
	verb  model.Verb
	tree  model.Units
	rows  map[model.EmployeeID]model.StaffRow
	sees  map[model.EmployeeID]bool
}

func newLines(s sight.Sight, asked Asked, verb model.Verb) (*lines, error) {
	tree, err := s.Units()
	return &lines{s: s, asked: asked, verb: verb, tree: tree, rows: map[model.EmployeeID]model.StaffRow{}, sees: map[model.EmployeeID]bool{}}, err
}

// of is the line of somebody; false where they are not asked for, or not to be
// seen.
func (l *lines) of(who model.EmployeeID) (row model.StaffRow, ok bool, err error) {
	if l.asked.Employee != "" && who != l.asked.Employee {
		return row, false, nil
	}
	row, known := l.rows[who]
	if !known {
		if row, l.sees[who], err = l.read(who); err != nil {
			return row, false, err
		}
		l.rows[who] = row
	}
	return row, l.sees[who] && (l.asked.Unit == "" || l.tree.Within(row.Unit, l.asked.Unit)), nil
}

func (l *lines) read(who model.EmployeeID) (row model.StaffRow, sees bool, err error) {
	if sees, err = l.s.Sees(l.verb, who); err != nil {
		return row, false, err
	}
	e, listed, err := l.s.Names.Line(who)
	if err != nil || !listed {
		return model.StaffRow{Employee: who, Name: l.s.NameOf(who)}, sees, nil
	}
	return e.Row(), sees, nil
}
