package sight

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/store/names"
)

// Directory reads everybody whom this person may see, to be found while
// somebody types.
func (s Sight) Directory() (*names.Directory, error) {
	people, err := s.packed(func(e names.Entry, _ model.Units) bool { return !e.Hidden })
	if err != nil {
		return nil, err
	}
	return names.NewDirectory(people), nil
}

// packed goes through everybody whom this person may see and packs those who
// are wanted.
func (s Sight) packed(wanted func(names.Entry, model.Units) bool) (*names.Packer, error) {
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	people := names.NewPacker(tree)
	return people, s.Names.Each(func(e names.Entry) error {
		if !wanted(e, tree) {
			return nil
		}
		seen, err := s.seesLine(e)
		if seen {
			people.Add(e)
		}
		return err
	})
}

// RosterQuery says who stands on a list of staff, and in which order.
type RosterQuery struct {
	Unit   model.UnitID // at or below; "": everywhere
	Text   string       // words that must all be found in name, number or position
	ByUnit bool         // by unit, then name; else by name
	Gone   bool         // those who left too, and evaluators outside of the units
}

// Roster is a list of staff. It holds one line a person, not their records.
type Roster struct{ *names.Lines }

// Roster reads a list of staff.
func (s Sight) Roster(q RosterQuery) (*Roster, error) {
	words := strings.Fields(names.Fold(q.Text))
	people, err := s.packed(func(e names.Entry, tree model.Units) bool {
		return (!e.Hidden && !e.Outside || q.Gone) && tree.Within(e.Unit, q.Unit) && e.Has(words)
	})
	switch {
	case err != nil:
		return &Roster{&names.Lines{}}, err
	case q.ByUnit:
		return &Roster{people.ByUnit()}, nil
	}
	return &Roster{people.ByName()}, nil
}

// Visible leaves out whom this person may not see.
func (s Sight) Visible(list []names.Entry) (kept []names.Entry, err error) {
	for _, e := range list {
		seen, err := s.seesLine(e)
		if err != nil {
			return nil, err
		}
		if seen {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

func (s Sight) seesLine(e names.Entry) (bool, error) {
	if access.May(s.Actor, model.VerbReadStaff, model.RelNone) {
		return true, nil
	}
	return s.Sees(model.VerbReadStaff, e.Employee)
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
