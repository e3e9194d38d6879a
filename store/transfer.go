package store

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/tenure"
	"kinerja/store/ledger"
	"kinerja/store/spans"
)

// Transfer moves somebody to another post, or lets them act in one beside their
// own: one change, one undo. The post held ends on the day before, and with it
// its plan, whose targets that add up are those of the days held; a plan for the
// new post is drafted from the instrument that fits the position.
func (d *Desk) Transfer(o tenure.Order) (moved tenure.Moved, err error) {
	a := d.act(model.VerbAddPost)
	a.Document = o.Letter
	err = d.s.change(a, func(t *tx) error {
		moved = tenure.Moved{}
		if err := d.may(t, model.VerbAddPost, o.Employee); err != nil {
			return err
		}
		unit, err := t.Unit(o.Unit)
		if err != nil {
			return err
		}
		held, err := heldOn(t, o.Employee, o.On.Add(-1))
		if err != nil {
			return err
		}
		posts, err := o.Posts(held, unit)
		if err != nil {
			return err
		}
		for i, p := range posts {
			if p.ID == "" {
				p.ID = model.PostID(ledger.MintID())
				posts[i] = p
			}
			if err := t.CheckPost(p); err != nil {
				return err
			}
			if err := spans.Hold(t, p); err != nil {
				return err
			}
		}
		if moved.Post = posts[len(posts)-1]; len(posts) > 1 {
			moved.Ended = posts[0]
		}
		return d.draft(t, &moved, o.Instrument)
	})
	return moved, err
}

// EndPost records the last day of the post that somebody holds then, and the
// letter on which it ends.
func (d *Desk) EndPost(who model.EmployeeID, last model.Date, letter string) (p model.Post, err error) {
	a := d.act(model.VerbEditPost)
	a.Document = letter
	err = d.s.change(a, func(t *tx) error {
		if err := d.may(t, model.VerbEditPost, who); err != nil {
			return err
		}
		if p, err = heldOn(t, who, last); err != nil {
			return err
		}
		if p, err = tenure.End(p, last, letter); err != nil {
			return err
		}
		return spans.Hold(t, p)
	})
	return p, err
}

// heldOn is the main post that somebody holds on a day.
func heldOn(t *tx, who model.EmployeeID, on model.Date) (model.Post, error) {
	posts, err := t.Posts(who)
	if err != nil {
		return model.Post{}, err
	}
	p, ok := model.MainPost(posts, on, on)
	if !ok {
		return p, fmt.Errorf("post of %s on %s: %w", who, on, model.ErrNoPost)
	}
	return p, nil
}

// draft makes the plan of a new post for the year in which it begins, from an
// instrument or the one that fits.
func (d *Desk) draft(t *tx, moved *tenure.Moved, in model.InstrumentID) error {
	year := moved.Post.From.Year()
	staff, err := staffOf(t, planning.Who{Employee: moved.Post.Employee})
	if err != nil {
		return err
	}
	order := planning.Order{Year: year, Draft: true}
	if in != "" {
		order.Choice = map[string]model.InstrumentID{moved.Post.Position: in}
	}
	_, err = staff.Make(unplannedFile{t, d}, order, nil)
	if errors.Is(err, model.ErrNotFound) {
		return nil // no instrument fits: the agenda says that a plan is missing
	}
	if err != nil {
		return err
	}
	moved.Plan, err = t.Plan(model.PlanOf(moved.Post.ID, year))
	return err
}
