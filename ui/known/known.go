// Package known tells the names behind identities: of people, units and
// instruments, each read once for a whole list.
package known

import (
	"cmp"
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/rounds"
	"kinerja/ui/lang"
)

// Names tell people and units to identities, also those of people who have left.
type Names struct {
	People map[model.EmployeeID]model.StaffRow
	Units  model.Units
	others map[string]string        // users who are on no list of staff
	order  map[model.EmployeeID]int // by name
}

// Read reads the names of all people and units.
func Read(d *store.Desk) (w Names, err error) {
	roster, err := d.Roster(store.RosterQuery{Gone: true})
	if err != nil {
		return w, err
	}
	w.People, w.order = map[model.EmployeeID]model.StaffRow{}, map[model.EmployeeID]int{}
	for i := range roster.Len() {
		row := roster.Row(i)
		w.People[row.Employee], w.order[row.Employee] = row, i
	}
	if w.others, err = d.Outsiders(); err != nil {
		return w, err
	}
	if err := w.evaluators(d); err != nil {
		return w, err
	}
	w.Units, err = d.Units()
	return w, err
}

// evaluators adds who evaluates whoever reads: somebody on the staff knows their name
// though no list of theirs has it.
func (w Names) evaluators(d *store.Desk) error {
	me := d.Actor().Employee
	if me == "" {
		return nil
	}
	pr, err := d.Profile(me)
	if errors.Is(err, model.ErrNotFound) || errors.Is(err, model.ErrNotAllowed) {
		return nil
	}
	for id, name := range pr.Names {
		w.others[string(id)] = name
	}
	return err
}

// Sort sorts a list by the names of the people that it is about.
func Sort[T any](w Names, list []T, of func(T) model.EmployeeID) {
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(w.order[of(a)], w.order[of(b)]) })
}

// Who names an actor as facts have it.
func (w Names) Who(t *lang.Texts, actor string) string {
	if row, ok := w.People[model.EmployeeID(actor)]; ok {
		return lang.Inert(row.Name)
	}
	if name, ok := w.others[actor]; ok {
		return lang.Inert(name)
	}
	if actor == rounds.Nobody {
		return t.Round.Nobody
	}
	if actor == model.Owner("", "").ID {
		return t.CLI.Record.Owner
	}
	return lang.Inert(actor)
}

// Instruments reads all instruments by identity.
func Instruments(d *store.Desk) (map[model.InstrumentID]model.Instrument, error) {
	list, err := d.Instruments()
	byID := map[model.InstrumentID]model.Instrument{}
	for _, in := range list {
		byID[in.ID] = in
	}
	return byID, err
}
