package store

import (
	"kinerja/store/ledger"
	"slices"

	"kinerja/model"
)

// Person is somebody with every post they hold and held, newest first.
type Person struct {
	Employee model.Employee
	Posts    []model.Post
}

// People reads everybody whom this person may see, those who left too, in the
// order of identities: for what must know all at once (reading a table, a list
// of who is late).
func (d *Desk) People() (list []Person, err error) {
	err = d.view(model.VerbReadStaff, func(t *tx) error {
		at := map[model.EmployeeID]int{}
		err := each(t, employeeShelf, ledger.Place{Bucket: ledger.BucketEmployees}, func(e model.Employee) bool {
			if !e.Void && e.SameAs == "" {
				at[e.ID] = len(list)
				list = append(list, Person{Employee: e})
			}
			return true
		})
		if err != nil {
			return err
		}
		err = each(t, postShelf, ledger.Place{Bucket: ledger.BucketPosts}, func(p model.Post) bool {
			if i, ok := at[p.Employee]; ok && !p.Void {
				list[i].Posts = append(list[i].Posts, p)
			}
			return true
		})
		if err != nil {
			return err
		}
		for i := range list {
			slices.SortFunc(list[i].Posts, func(a, b model.Post) int { return int(b.From) - int(a.From) })
		}
		list, err = d.visiblePeople(t, list)
		return err
	})
	return list, err
}

// visiblePeople leaves out whom this person may not see.
func (d *Desk) visiblePeople(t *tx, list []Person) ([]Person, error) {
	if model.May(d.actor, model.VerbReadStaff, model.RelNone) {
		return list, nil
	}
	var kept []Person
	for _, p := range list {
		ok, err := d.sees(t, model.VerbReadStaff, p.Employee.ID)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, p)
		}
	}
	return kept, nil
}

// NewID mints an identity, for records that come from outside and are put by
// Apply.
func NewID() string { return ledger.MintID() }
