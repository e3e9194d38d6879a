package sight

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/names"
)

// Directory reads everybody whom this person may see, to be found while
// somebody types.
func (s Sight) Directory() (dir *names.Directory, err error) {
	tree, err := s.Units()
	if err != nil {
		return dir, err
	}
	list, err := s.Names.All()
	if err != nil {
		return dir, err
	}
	if list, err = s.Visible(list); err != nil {
		return dir, err
	}
	dir = names.NewDirectory(list, tree)
	return dir, nil
}

// RosterQuery says who stands on a list of staff, and in which order.
type RosterQuery struct {
	Unit   model.UnitID // at or below; "": everywhere
	Text   string       // words that must all be found in name, number or position
	ByUnit bool         // by unit, then name; else by name
	Gone   bool         // those who left too, and evaluators outside of the units
}

// Roster is a list of staff. It holds one line a person, not their records.
type Roster struct{ rows []model.StaffRow }

// Len is how many people stand on the list.
func (r *Roster) Len() int { return len(r.rows) }

// Row is one line; i counts from 0.
func (r *Roster) Row(i int) model.StaffRow { return r.rows[i] }

// Roster reads a list of staff.
func (s Sight) Roster(q RosterQuery) (*Roster, error) {
	r := &Roster{}
	tree, err := s.Units()
	if err != nil {
		return r, err
	}
	list, err := s.Names.All()
	if err != nil {
		return r, err
	}
	words := strings.Fields(names.Fold(q.Text))
	list = slices.DeleteFunc(list, func(e names.Entry) bool {
		return (e.Hidden || e.Outside) && !q.Gone || !tree.Within(e.Unit, q.Unit) || !e.Has(words)
	})
	if list, err = s.Visible(list); err != nil {
		return r, err
	}
	slices.SortFunc(list, names.Compare)
	if q.ByUnit {
		slices.SortStableFunc(list, func(a, b names.Entry) int { return strings.Compare(tree[a.Unit].Name, tree[b.Unit].Name) })
	}
	r.rows = make([]model.StaffRow, len(list))
	for i, e := range list {
		r.rows[i] = e.Row()
	}
	return r, nil
}

// Visible leaves out whom this person may not see.
func (s Sight) Visible(list []names.Entry) ([]names.Entry, error) {
	if model.May(s.Actor, model.VerbReadStaff, model.RelNone) {
		return list, nil
	}
	var kept []names.Entry
	for _, e := range list {
		ok, err := s.Sees(model.VerbReadStaff, e.Employee)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

// Find answers a question for a person: a number, an identity or a whole name
// wins over parts; else everybody in whose line all words stand, by name.
func (s Sight) Find(query string) ([]model.StaffRow, error) {
	var rows []model.StaffRow
	list, err := s.Names.Find(query)
	if err != nil {
		return rows, err
	}
	if list, err = s.Visible(list); err != nil {
		return rows, err
	}
	slices.SortFunc(list, names.Compare)
	for _, e := range list {
		rows = append(rows, e.Row())
	}
	return rows, nil
}

// FindOne answers a question for one person. It reports ErrNotFound, or an
// AmbiguousError that lists who fits.
func (s Sight) FindOne(query string) (model.StaffRow, error) {
	rows, err := s.Find(query)
	switch {
	case err != nil:
		return model.StaffRow{}, err
	case len(rows) == 1:
		return rows[0], nil
	case len(rows) == 0:
		return model.StaffRow{}, fmt.Errorf("%q: %w", query, model.ErrNotFound)
	}
	tree, err := s.Units()
	if err != nil {
		return model.StaffRow{}, err
	}
	several := &model.AmbiguousError{Query: query}
	for _, r := range rows {
		several.Candidates = append(several.Candidates, model.Candidate{
			ID: string(r.Employee), Name: r.Name, Number: string(r.Number), Detail: r.Position + " · " + tree[r.Unit].Name,
		})
	}
	return model.StaffRow{}, several
}
