package store

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
)

// RosterQuery says who stands on a list of staff, and in which order.
type RosterQuery struct {
	Unit   model.UnitID // at or below; "": everywhere
	Text   string       // words that must all be found in name, number or position
	ByUnit bool         // by unit, then name; else by name
	Gone   bool         // those who left too
}

// Roster is a list of staff. It holds one line a person, not their records.
type Roster struct{ rows []model.StaffRow }

// Len is how many people stand on the list.
func (r *Roster) Len() int { return len(r.rows) }

// Row is one line; i counts from 0.
func (r *Roster) Row(i int) model.StaffRow { return r.rows[i] }

// entries reads the whole index of names.
func (t *tx) entries() ([]nameEntry, error) {
	var list []nameEntry
	c := t.Bucket([]byte(bucketNames)).Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		chunk, err := t.nameChunk(k[0])
		if err != nil {
			return nil, err
		}
		list = append(list, chunk.entries...)
	}
	// Chunks made in this change are not in the bucket yet.
	for n, chunk := range t.names {
		if chunk.dirty && t.Bucket([]byte(bucketNames)).Get([]byte{n}) == nil {
			list = append(list, chunk.entries...)
		}
	}
	return list, nil
}

// rows returns everybody's line, by name.
func (t *tx) rows() ([]model.StaffRow, error) {
	list, err := t.entries()
	if err != nil {
		return nil, err
	}
	sortByName(list)
	rows := make([]model.StaffRow, len(list))
	for i, e := range list {
		rows[i] = e.row()
	}
	return rows, nil
}

func sortByName(list []nameEntry) {
	slices.SortFunc(list, func(a, b nameEntry) int {
		if c := strings.Compare(a.folded, b.folded); c != 0 {
			return c
		}
		return strings.Compare(string(a.employee), string(b.employee))
	})
}

// Roster reads a list of staff.
func (d *Desk) Roster(q RosterQuery) (*Roster, error) {
	r := &Roster{}
	err := d.view(model.VerbReadStaff, func(t *tx) error {
		tree, err := t.units()
		if err != nil {
			return err
		}
		list, err := t.entries()
		if err != nil {
			return err
		}
		words := strings.Fields(Fold(q.Text))
		list = slices.DeleteFunc(list, func(e nameEntry) bool {
			return e.hidden && !q.Gone || !tree.Within(e.unit, q.Unit) || !e.has(words)
		})
		if list, err = d.visible(t, list); err != nil {
			return err
		}
		sortByName(list)
		if q.ByUnit {
			slices.SortStableFunc(list, func(a, b nameEntry) int { return strings.Compare(tree[a.unit].Name, tree[b.unit].Name) })
		}
		r.rows = make([]model.StaffRow, len(list))
		for i, e := range list {
			r.rows[i] = e.row()
		}
		return nil
	})
	return r, err
}

// visible leaves out whom this person may not see.
func (d *Desk) visible(t *tx, list []nameEntry) ([]nameEntry, error) {
	if model.May(d.actor, model.VerbReadStaff, model.RelNone) {
		return list, nil
	}
	var kept []nameEntry
	for _, e := range list {
		ok, err := d.sees(t, model.VerbReadStaff, e.employee)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

// has reports whether every word is found somewhere in what the line shows.
func (e nameEntry) has(words []string) bool {
	for _, w := range words {
		if !strings.Contains(e.folded, w) && !strings.Contains(strings.ToLower(e.number), w) &&
			!strings.Contains(strings.ToLower(e.position), w) {
			return false
		}
	}
	return true
}

// Find answers a question for a person: a number, an identity or a whole name
// wins over parts; else everybody in whose line all words stand, by name.
func (d *Desk) Find(query string) ([]model.StaffRow, error) {
	var rows []model.StaffRow
	err := d.view(model.VerbReadStaff, func(t *tx) error {
		list, err := t.find(query)
		if err != nil {
			return err
		}
		if list, err = d.visible(t, list); err != nil {
			return err
		}
		sortByName(list)
		for _, e := range list {
			rows = append(rows, e.row())
		}
		return nil
	})
	return rows, err
}

func (t *tx) find(query string) ([]nameEntry, error) {
	query = strings.TrimSpace(query)
	if id, err := t.exact(query); err != nil || id != "" {
		if err != nil {
			return nil, err
		}
		chunk, err := t.nameChunk(chunkOf(id))
		if err != nil {
			return nil, err
		}
		for _, e := range chunk.entries {
			if e.employee == id {
				return []nameEntry{e}, nil
			}
		}
	}
	list, err := t.entries()
	if err != nil {
		return nil, err
	}
	folded := Fold(query)
	words := strings.Fields(folded)
	var whole, parts []nameEntry
	for _, e := range list {
		switch {
		case e.hidden || len(words) == 0 || !e.has(words):
		case e.folded == folded || bareName(e.folded) == folded:
			whole = append(whole, e)
		default:
			parts = append(parts, e)
		}
	}
	if len(whole) > 0 {
		return whole, nil
	}
	return parts, nil
}

// exact finds somebody by identity or by number, as typed or scanned.
func (t *tx) exact(query string) (model.EmployeeID, error) {
	if _, ok := model.DecodeID(strings.ToUpper(query)); ok {
		id := model.EmployeeID(strings.ToUpper(query))
		if _, err := t.employee(id); err == nil {
			return id, nil
		}
	}
	number := strings.ToUpper(model.CleanNIP(query))
	if number == "" {
		return "", nil
	}
	return t.byNumber(model.NIP(number))
}

// bareName is a folded full name without its titles.
func bareName(folded string) string {
	_, name, _ := model.SplitName(folded)
	return name
}

// FindOne answers a question for one person. It reports ErrNotFound, or an
// AmbiguousError that lists who fits.
func (d *Desk) FindOne(query string) (model.StaffRow, error) {
	rows, err := d.Find(query)
	switch {
	case err != nil:
		return model.StaffRow{}, err
	case len(rows) == 1:
		return rows[0], nil
	case len(rows) == 0:
		return model.StaffRow{}, fmt.Errorf("%q: %w", query, model.ErrNotFound)
	}
	tree, err := d.Units()
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
