package store

import (
	"errors"
	"fmt"
	"kinerja/store/ledger"
	"slices"

	"kinerja/model"
)

func (t *tx) employee(id model.EmployeeID) (model.Employee, error) {
	p, err := keyed(ledger.BucketEmployees, id)
	if err != nil {
		return model.Employee{}, err
	}
	return get(t, employeeShelf, p)
}

// posts returns what somebody holds and held, newest first.
func (t *tx) posts(id model.EmployeeID) ([]model.Post, error) {
	p, err := keyed(ledger.BucketPosts, id)
	if err != nil {
		return nil, err
	}
	var list []model.Post
	err = each(t, postShelf, p, func(p model.Post) bool {
		if !p.Void {
			list = append(list, p)
		}
		return true
	})
	slices.SortFunc(list, func(a, b model.Post) int { return int(b.From) - int(a.From) })
	return list, err
}

// mainPost is the post that stands for its holder today; for somebody who left
// or is yet to come, the newest.
func (t *tx) mainPost(id model.EmployeeID) (model.Post, bool, error) {
	list, err := t.posts(id)
	if err != nil || len(list) == 0 {
		return model.Post{}, false, err
	}
	today := model.DateOf(t.now, t.store.opt.Zone)
	if p, ok := model.MainPost(list, today, today); ok {
		return p, true, nil
	}
	return list[0], true, nil
}

// checkEmployee refuses a record that breaks a rule of its own or takes
// another's number.
func (t *tx) checkEmployee(e model.Employee) error {
	if err := e.Check(); err != nil {
		return err
	}
	holder, err := t.names.ByNumber(e.Number)
	if err != nil {
		return err
	}
	if holder != "" && holder != e.ID {
		return &model.FieldError{Field: "nip", Value: string(e.Number), Err: model.ErrExists}
	}
	return nil
}

func (t *tx) checkPost(p model.Post) error {
	if err := p.Check(); err != nil {
		return err
	}
	if _, err := t.unit(p.Unit); err != nil {
		return err
	}
	_, err := t.employee(p.Employee)
	return err
}

// AddEmployee puts a person and their post on the staff list. Identities are
// minted here. The number must be new; who is not ASN and has none gets one of
// ours.
func (d *Desk) AddEmployee(e model.Employee, p model.Post) (model.Employee, error) {
	e.ID = model.EmployeeID(ledger.MintID())
	p.ID, p.Employee = model.PostID(ledger.MintID()), e.ID
	err := d.change(model.VerbAddEmployee, "", func(t *tx) error {
		if err := d.may(t, model.VerbAddEmployee, ""); err != nil {
			return err
		}
		return t.hire(&e, p)
	})
	return e, err
}

// hire puts a new person and their post; who is not ASN gets a number of ours
// where there is none.
func (t *tx) hire(e *model.Employee, p model.Post) (err error) {
	if e.Number == "" && e.Kind == model.NonASN {
		if e.Number, err = t.names.Unborne(); err != nil {
			return err
		}
	}
	if err := t.checkEmployee(*e); err != nil {
		return err
	}
	if err := put(t, employeeShelf, *e); err != nil {
		return err
	}
	if err := t.checkPost(p); err != nil {
		return err
	}
	return put(t, postShelf, p)
}

// EditEmployee corrects a person's record.
func (d *Desk) EditEmployee(e model.Employee, reason string) error {
	return d.change(model.VerbEditEmployee, reason, func(t *tx) error {
		if err := d.may(t, model.VerbEditEmployee, e.ID); err != nil {
			return err
		}
		if _, err := t.employee(e.ID); err != nil {
			return err
		}
		if err := t.checkEmployee(e); err != nil {
			return err
		}
		return put(t, employeeShelf, e)
	})
}

// AddPost gives a person another post.
func (d *Desk) AddPost(p model.Post) (model.Post, error) {
	p.ID = model.PostID(ledger.MintID())
	return p, d.savePost(model.VerbAddPost, p, "")
}

// EditPost corrects a post, or ends it.
func (d *Desk) EditPost(p model.Post, reason string) error {
	return d.savePost(model.VerbEditPost, p, reason)
}

func (d *Desk) savePost(verb model.Verb, p model.Post, reason string) error {
	return d.change(verb, reason, func(t *tx) error {
		if err := d.may(t, verb, p.Employee); err != nil {
			return err
		}
		if err := t.checkPost(p); err != nil {
			return err
		}
		return put(t, postShelf, p)
	})
}

// Profile reads one person with everything a page about them needs. What the
// reader may not see of results is left out.
func (d *Desk) Profile(id model.EmployeeID) (model.Profile, error) {
	var pr model.Profile
	err := d.view(model.VerbReadStaff, func(t *tx) error {
		err := d.may(t, model.VerbReadStaff, id)
		if err != nil {
			return err
		}
		if pr.Employee, err = t.employee(id); err != nil {
			return err
		}
		if pr.Posts, err = t.posts(id); err != nil {
			return err
		}
		if err := t.placeOf(&pr); err != nil {
			return err
		}
		if ok, err := d.sees(t, model.VerbReadCard, id); err != nil || !ok {
			return err
		}
		if pr.Plans, err = t.plansOf(id); err != nil {
			return err
		}
		pr.Results, err = t.results(pr.Plans)
		return err
	})
	return pr, err
}

// placeOf fills in unit and evaluator of the main post, where they are known.
func (t *tx) placeOf(pr *model.Profile) error {
	post, ok, err := t.mainPost(pr.Employee.ID)
	if err != nil || !ok {
		return err
	}
	if pr.Unit, err = t.unit(post.Unit); err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	if post.Evaluator == "" {
		return nil
	}
	if pr.Evaluator, err = t.employee(post.Evaluator); err != nil && !errors.Is(err, model.ErrNotFound) {
		return fmt.Errorf("evaluator: %w", err)
	}
	return nil
}
