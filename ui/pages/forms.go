package pages

import (
	"strings"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/tenure"
	"kinerja/store"
	"kinerja/ui/lang"
)

// formDesk gives the forms everybody's line.
type formDesk struct{ *store.Desk }

// Everyone lists all people, those who left too.
func (d formDesk) Everyone() ([]model.StaffRow, error) {
	roster, err := d.Roster(store.RosterQuery{Gone: true})
	if err != nil {
		return nil, err
	}
	rows := make([]model.StaffRow, roster.Len())
	for i := range rows {
		rows[i] = roster.Row(i)
	}
	return rows, nil
}

// Succeed adds a post and ends another on the day before, as one change.
func (d formDesk) Succeed(p model.Post, ends model.PostID) (model.Post, error) {
	p.ID = model.PostID(store.NewID())
	posts, err := d.ending(p, ends)
	if err != nil {
		return p, err
	}
	return p, d.Together(model.VerbAddPost, "", posts...)
}

// ending is a new post, after the one that ends with it if there is one.
func (d formDesk) ending(p model.Post, ends model.PostID) (records []any, err error) {
	if ends == "" {
		return []any{p}, nil
	}
	who, err := d.Profile(p.Employee)
	if err != nil {
		return nil, err
	}
	posts, err := tenure.After(p, who.Posts, ends)
	for _, p := range posts {
		records = append(records, p)
	}
	return records, err
}

// HireUnder adds somebody new and their evaluator outside, as one change.
func (d formDesk) HireUnder(above tenure.Outsider, e model.Employee, p model.Post) (model.Employee, error) {
	e.ID, p.ID = model.EmployeeID(store.NewID()), model.PostID(store.NewID())
	p.Employee = e.ID
	records, err := d.outside(above, &p)
	if err != nil {
		return e, err
	}
	return e, d.Together(model.VerbAddEmployee, "", append(records, e, p)...)
}

// Under adds a post, or corrects one, together with the evaluator outside, as one
// change; ends is the post that a new one follows, if any.
func (d formDesk) Under(above tenure.Outsider, p model.Post, ends model.PostID, reason string) error {
	records, err := d.outside(above, &p)
	if err != nil {
		return err
	}
	if p.ID != "" {
		return d.Together(model.VerbEditPost, reason, append(records, p)...)
	}
	p.ID = model.PostID(store.NewID())
	posts, err := d.ending(p, ends)
	if err != nil {
		return err
	}
	return d.Together(model.VerbAddPost, "", append(records, posts...)...)
}

// outside makes the records of an evaluator outside, who becomes that of p: the
// office where no unit bears its name, put above the unit of p where nothing is
// yet, the person, and the post they hold there.
func (d formDesk) outside(o tenure.Outsider, p *model.Post) (records []any, err error) {
	tree, err := d.Units()
	if err != nil {
		return nil, err
	}
	var office model.Unit
	for _, u := range tree {
		if !u.Void && lang.Fold(u.Name) == lang.Fold(o.Office) && (office.ID == "" || u.ID < office.ID) {
			office = u
		}
	}
	if office.ID == "" {
		own := tree[o.Above]
		office = model.Unit{ID: model.UnitID(store.NewID()), Name: strings.TrimSpace(o.Office), Kind: founding.KindOf(o.Office), Zone: own.Zone}
		records = append(records, office)
		if own.ID != "" && own.Parent == "" {
			own.Parent = office.ID
			records = append(records, own)
		}
	}
	e := o.Person
	e.ID = model.EmployeeID(store.NewID())
	p.Evaluator = e.ID
	return append(records, e, model.Post{
		ID: model.PostID(store.NewID()), Employee: e.ID, Unit: office.ID, Position: o.Position, Outside: true,
	}), nil
}
