package cabinet

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/book"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// HeldIn is the post of a plan, and whether it is held on some day of p. A
// post that is gone counts as held: nothing says otherwise.
func (t *Tx) HeldIn(plan model.Plan, p model.Period) (model.Post, bool, error) {
	post, err := t.Post(plan.Employee, plan.Post)
	if errors.Is(err, model.ErrNotFound) {
		return model.Post{ID: plan.Post, Employee: plan.Employee, Unit: plan.Unit}, true, nil
	}
	return post, post.During(p.First(), p.Last()), err
}

// NameOf is the name to sort or show a person by; of one who cannot be read, the
// identity in small letters.
func (t *Tx) NameOf(id model.EmployeeID) string {
	e, err := t.Employee(id)
	if err != nil {
		return strings.ToLower(string(id))
	}
	return e.FullName()
}

// Shown is how a user is called: an employee by their name.
func (t *Tx) Shown(u user.User) string {
	if u.Employee == "" {
		return u.Display
	}
	return t.NameOf(u.Employee)
}

// Employee reads a person. It reports ErrNotFound, or a DamageError where the
// index has somebody whose record cannot be found.
func (t *Tx) Employee(id model.EmployeeID) (model.Employee, error) {
	p, err := keyed(ledger.BucketEmployees, id)
	if err != nil {
		return model.Employee{}, err
	}
	e, err := book.Get(t.Tx, employeeShelf, p)
	if errors.Is(err, model.ErrNotFound) {
		// Nobody is ever removed: who stands in the index and has no record is
		// hidden by damage to a page that no checksum covers.
		if _, listed, lineErr := t.Names.Line(id); listed || lineErr != nil {
			return e, errors.Join(lineErr, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "missing"})
		}
	}
	return e, err
}

// Posts returns what somebody holds and held, newest first.
func (t *Tx) Posts(id model.EmployeeID) ([]model.Post, error) {
	p, err := keyed(ledger.BucketPosts, id)
	if err != nil {
		return nil, err
	}
	var list []model.Post
	err = book.Each(t.Tx, postShelf, p, func(p model.Post) bool {
		if !p.Void {
			list = append(list, p)
		}
		return true
	})
	slices.SortFunc(list, func(a, b model.Post) int { return int(b.From) - int(a.From) })
	return list, err
}

// MainPost is the post that stands for its holder today; for somebody who left
// or is yet to come, the newest.
func (t *Tx) MainPost(id model.EmployeeID) (model.Post, bool, error) {
	list, err := t.Posts(id)
	if err != nil {
		return model.Post{}, false, err
	}
	p, ok := t.Main(list)
	return p, ok, nil
}

// Main is MainPost of somebody's posts, newest first.
func (t *Tx) Main(list []model.Post) (model.Post, bool) {
	today := t.Today()
	if p, ok := model.MainPost(list, today, today); ok || len(list) == 0 {
		return p, ok
	}
	return list[0], true
}

// CheckEmployee refuses a record that breaks a rule of its own or takes
// another's number.
func (t *Tx) CheckEmployee(e model.Employee) error {
	if err := e.Check(); err != nil {
		return err
	}
	holder, err := t.Names.ByNumber(e.Number)
	if err != nil {
		return err
	}
	if holder != "" && holder != e.ID {
		return &model.FieldError{Field: "nip", Value: string(e.Number), Err: model.ErrExists}
	}
	return nil
}

// CheckPost refuses a post that breaks a rule, or whose unit or holder is not in
// the file.
func (t *Tx) CheckPost(p model.Post) error {
	if err := p.Check(); err != nil {
		return err
	}
	if _, err := t.Unit(p.Unit); err != nil {
		return err
	}
	_, err := t.Employee(p.Employee)
	return err
}

// Rows returns everybody's line, by name.
func (t *Tx) Rows() ([]model.StaffRow, error) {
	list, err := t.Names.All()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, names.Compare)
	rows := make([]model.StaffRow, len(list))
	for i, e := range list {
		rows[i] = e.Row()
	}
	return rows, nil
}

// Post reads one post of somebody.
func (t *Tx) Post(employee model.EmployeeID, id model.PostID) (model.Post, error) {
	at, err := keyed(ledger.BucketPosts, string(employee), string(id))
	if err != nil {
		return model.Post{}, err
	}
	return book.Get(t.Tx, postShelf, at)
}

// EachEmployee reads everybody's record, also void ones, in the order of
// identities.
func (t *Tx) EachEmployee(f func(model.Employee)) error {
	return book.Each(t.Tx, employeeShelf, ledger.Place{Bucket: ledger.BucketEmployees}, func(e model.Employee) bool { f(e); return true })
}

// fewUnits is up to how many units it pays to look for their identities in a
// post before it is decoded.
const fewUnits = 16

// EachPost reads the posts, also void ones, in the order of people. Where units
// are named, it may leave out posts of others: of a few, only what bears the
// identity of one of them is decoded, and the rest of a district passed over.
func (t *Tx) EachPost(units []model.UnitID, f func(model.Post)) error {
	in := ledger.Place{Bucket: ledger.BucketPosts}
	if units == nil || len(units) > fewUnits {
		return book.Each(t.Tx, postShelf, in, func(p model.Post) bool { f(p); return true })
	}
	return t.Scan(in, func(key, content []byte) (bool, error) {
		for _, id := range units {
			if !bytes.Contains(content, []byte(id)) {
				continue
			}
			p, err := book.Get(t.Tx, postShelf, ledger.Place{Bucket: ledger.BucketPosts, Key: key})
			if err != nil {
				return false, err
			}
			f(p)
			break
		}
		return true, nil
	})
}
