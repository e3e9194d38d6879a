package sight

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/access"
)

// Profile reads one person with everything a page about them needs. What the
// reader may not see of results is left out.
func (s Sight) Profile(id model.EmployeeID) (model.Profile, error) {
	var pr model.Profile
	err := s.May(model.VerbReadStaff, id)
	if err != nil {
		return pr, err
	}
	if pr.Employee, err = s.Employee(id); err != nil {
		return pr, err
	}
	if pr.Posts, err = s.Posts(id); err != nil {
		return pr, err
	}
	if err := s.placeOf(&pr); err != nil {
		return pr, err
	}
	if ok, err := s.Sees(model.VerbReadCard, id); err != nil || !ok {
		return pr, err
	}
	if pr.Plans, err = s.PlansOf(id); err != nil {
		return pr, err
	}
	pr.Results, err = s.Results(pr.Plans)
	return pr, err
}

// placeOf fills in unit and evaluator of the main post, where they are known.
func (s Sight) placeOf(pr *model.Profile) error {
	post, ok, err := s.MainPost(pr.Employee.ID)
	if err != nil || !ok {
		return err
	}
	if pr.Unit, err = s.Unit(post.Unit); err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	if post.Evaluator == "" {
		return nil
	}
	if pr.Evaluator, err = s.Employee(post.Evaluator); err != nil && !errors.Is(err, model.ErrNotFound) {
		return fmt.Errorf("evaluator: %w", err)
	}
	return nil
}

// Person is somebody with every post they hold and held, newest first.
type Person struct {
	Employee model.Employee
	Posts    []model.Post
}

// People reads everybody whom this person may see, those who left too, in the
// order of identities: for what must know all at once (reading a table, a list
// of who is late).
func (s Sight) People() (list []Person, err error) {
	at := map[model.EmployeeID]int{}
	err = s.EachEmployee(func(e model.Employee) {
		if !e.Void && e.SameAs == "" {
			at[e.ID] = len(list)
			list = append(list, Person{Employee: e})
		}
	})
	if err != nil {
		return list, err
	}
	err = s.EachPost(nil, func(p model.Post) {
		if i, ok := at[p.Employee]; ok && !p.Void {
			list[i].Posts = append(list[i].Posts, p)
		}
	})
	if err != nil {
		return list, err
	}
	for i := range list {
		slices.SortFunc(list[i].Posts, func(a, b model.Post) int { return int(b.From) - int(a.From) })
	}
	return s.visiblePeople(list)
}

// visiblePeople leaves out whom this person may not see.
func (s Sight) visiblePeople(list []Person) ([]Person, error) {
	if access.May(s.Actor, model.VerbReadStaff, model.RelNone) {
		return list, nil
	}
	var kept []Person
	for _, p := range list {
		ok, err := s.Sees(model.VerbReadStaff, p.Employee.ID)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, p)
		}
	}
	return kept, nil
}

// Allowed leaves those of a list to whom this person may do something.
func (s Sight) Allowed(verb model.Verb, list []model.StaffRow) (kept []model.StaffRow, err error) {
	if s.May(verb, "") == nil {
		return list, nil
	}
	for _, row := range list {
		ok, err := s.Sees(verb, row.Employee)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, row)
		}
	}
	return kept, nil
}
