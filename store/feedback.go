package store

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/names"
	"kinerja/store/talks"
)

// Give adds an item to the conversation about somebody. It needs whom it is
// about, the kind and the text; whose word it is follows from who works here:
// what the person answered is typed by others from a paper only. The item that
// was kept is returned. It is never changed: a mistake is corrected by another
// item of the same voice that names it in Corrects.
func (d *Desk) Give(f talk.Feedback) (talk.Feedback, error) {
	verb := model.VerbFeedback
	if f.Kind == talk.Answer {
		verb = model.VerbAnswer
	}
	f.Word.Whose, f.Word.By, f.Word.Via = d.actor.Employee, d.actor.Employee, model.Own
	if f.Word.On.IsZero() {
		f.Word.On = d.s.Today()
	}
	err := d.change(verb, "", func(t *tx) error {
		if err := d.may(t, verb, f.Employee); err != nil {
			return err
		}
		if _, err := t.employee(f.Employee); err != nil {
			return err
		}
		said, err := talks.Of(t.Tx, f.Employee)
		if err != nil {
			return err
		}
		if f, err = talk.Voice(f, said); err != nil {
			return err
		}
		if t.Act.Document = f.Word.Document; f.Word.Via == model.Recorded {
			t.Act.Whose = f.Word.Whose
		}
		plans, err := t.plansOf(f.Employee)
		if err != nil {
			return err
		}
		f, err = talks.Add(t.Tx, f, said, plans, t.now.UnixNano(), model.DateOf(t.now, t.store.opt.Zone))
		return err
	})
	return f, err
}

// Conversation reads what was said about somebody, the oldest first, and by
// whom.
func (d *Desk) Conversation(id model.EmployeeID) (c talk.Conversation, err error) {
	err = d.view(model.VerbReadTalks, func(t *tx) error {
		if err := d.may(t, model.VerbReadTalks, id); err != nil {
			return err
		}
		line, ok, err := t.names.Line(id)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("%s: %w", id, model.ErrNotFound)
		}
		c, err = talks.With(t.Tx, line.Row(), t.nameOf)
		return err
	})
	return c, err
}

// Talks says how the conversation stands with everybody at or below a unit ("":
// everywhere) whose conversation this person may read, by name. Oneself is left
// out: nobody talks to oneself.
func (d *Desk) Talks(unit model.UnitID) (list []talk.Standing, err error) {
	err = d.view(model.VerbReadTalks, func(t *tx) error {
		tree, err := t.units()
		if err != nil {
			return err
		}
		list, err = talks.Standings(t.Tx, t.names, func(e names.Entry) (bool, error) {
			if e.Hidden || e.Employee == d.actor.Employee || !tree.Within(e.Unit, unit) {
				return false, nil
			}
			return d.sees(t, model.VerbReadTalks, e.Employee)
		})
		return err
	})
	return list, err
}

// CheckInsDue lists the conversations whose next check-in is due on or before a
// day, the longest overdue first.
func (d *Desk) CheckInsDue(until model.Date, unit model.UnitID) ([]talk.Standing, error) {
	list, err := d.Talks(unit)
	return talk.Due(list, until), err
}
