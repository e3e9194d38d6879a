// Package talks keeps the conversations about people's work in the book: the
// items of one person stand together, and none is ever changed.
package talks

import (
	"errors"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/book"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// Shelf says where items stand: a person's together.
func Shelf() book.Shelf[talk.Feedback] {
	return book.Shelf[talk.Feedback]{
		Kind: model.KindFeedback, Void: 16,
		ID: func(f talk.Feedback) string { return string(f.ID) },
		Place: func(f talk.Feedback) (ledger.Place, error) {
			key, err := ledger.IDs(string(f.Employee), string(f.ID))
			return ledger.Place{Bucket: ledger.BucketFeedback, Key: key}, err
		},
	}
}

// Of reads what was said about somebody, in the order of its days.
func Of(t *book.Tx, id model.EmployeeID) (list []talk.Feedback, err error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	err = book.Each(t, Shelf(), ledger.Place{Bucket: ledger.BucketFeedback, Key: key}, func(f talk.Feedback) bool {
		if !f.Void {
			list = append(list, f)
		}
		return true
	})
	talk.Sort(list)
	return list, err
}

// With is the conversation with somebody, and the names of whoever spoke or typed.
// How the giver of an item stood is reckoned from posts where nobody kept it.
func With(t *book.Tx, staff model.StaffRow, nameOf func(model.EmployeeID) string, posts talk.Posts) (talk.Conversation, error) {
	items, err := Of(t, staff.Employee)
	for i := 0; i < len(items) && err == nil; i++ {
		if items[i].Source == talk.NoSource {
			items[i].Source, err = talk.SourceOf(items[i], posts)
		}
	}
	c := talk.Conversation{Staff: staff, Items: items, Names: map[model.EmployeeID]string{staff.Employee: staff.Name}}
	for _, f := range items {
		for _, who := range []model.EmployeeID{f.Word.Whose, f.Word.By} {
			if _, known := c.Names[who]; !known && who != "" {
				c.Names[who] = nameOf(who)
			}
		}
	}
	return c, err
}

// Standings says how the conversations of those whom pick picks stand, by name.
func Standings(t *book.Tx, index *names.Index, pick func(names.Entry) (bool, error)) (list []talk.Standing, err error) {
	people, err := index.All()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(people, names.Compare)
	for _, e := range people {
		ok, err := pick(e)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		said, err := Of(t, e.Employee)
		if err != nil {
			return nil, err
		}
		list = append(list, talk.StandingOf(e.Row(), said))
	}
	return list, nil
}

// Add puts another item at the end of what was said to somebody, if package
// talk lets it; plans are those that it may be about, and posts tell how its giver
// stands.
func Add(t *book.Tx, f talk.Feedback, said []talk.Feedback, plans []model.Plan, posts talk.Posts, now int64, today model.Date) (talk.Feedback, error) {
	f.ID, f.Word.ID, f.Word.Act = model.FeedbackID(ledger.MintID()), "", ""
	f, err := talk.Add(f, said, plans, now, today)
	if err != nil {
		return f, err
	}
	if f.Source, err = talk.SourceOf(f, posts); err != nil {
		return f, err
	}
	_, _, err = book.Put(t, Shelf(), f)
	return f, err
}

// Keep keeps an item that comes from outside. One that is there already must be
// the same.
func Keep(t *book.Tx, f talk.Feedback) error {
	err := f.Check(f.Word.On)
	if err == nil {
		err = same(t, f)
	}
	if err != nil {
		return fmt.Errorf("feedback %s: %w", f.ID, err)
	}
	_, _, err = book.Put(t, Shelf(), f)
	return err
}

func same(t *book.Tx, f talk.Feedback) error {
	at, err := Shelf().Place(f)
	if err != nil {
		return err
	}
	old, err := book.Get(t, Shelf(), at)
	switch {
	case errors.Is(err, model.ErrNotFound):
		return nil
	case err != nil:
		return err
	}
	old.Void = f.Void
	equal, err := form.Same(old, f)
	if err == nil && !equal {
		err = model.ErrExists
	}
	return err
}
