package store

import (
	"strings"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/talks"
)

// Give adds an item to the conversation about somebody. It needs whom it is
// about, the kind and the text; whose word it is follows from who works here:
// what the person answered is typed by others from a paper only. The item that
// was kept is returned. It is never changed: a mistake is corrected by another
// item of the same voice that names it in Corrects. Who may not read the
// conversation holds no check-in in it, and brings nobody else's word into it.
func (d *Desk) Give(f talk.Feedback) (talk.Feedback, error) {
	verb := model.VerbFeedback
	if f.Kind == talk.Answer {
		verb = model.VerbAnswer
	}
	f.Word.Whose, f.Word.By, f.Word.Via, f.Source = d.actor.Employee, d.actor.Employee, d.actor.Via, talk.NoSource
	if f.Other = strings.TrimSpace(f.Other); f.Other != "" {
		f.Word.Whose, f.Word.Via = "", model.Recorded
	}
	if f.Word.On.IsZero() {
		f.Word.On = d.s.Today()
	}
	err := d.change(verb, "", func(t *tx) error {
		if err := d.may(t, verb, f.Employee); err != nil {
			return err
		}
		if f.Kind == talk.CheckIn || f.Other != "" {
			if err := d.may(t, model.VerbReadTalks, f.Employee); err != nil {
				return err
			}
		}
		if _, err := t.Employee(f.Employee); err != nil {
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
		plans, err := t.PlansOf(f.Employee)
		if err != nil {
			return err
		}
		f, err = talks.Add(t.Tx, f, said, plans, t.Posts, t.Now.UnixNano(), t.Today())
		return err
	})
	return f, err
}

// CheckInsDue lists the conversations whose next check-in is due on or before a
// day, the longest overdue first.
func (d *Desk) CheckInsDue(until model.Date, unit model.UnitID) ([]talk.Standing, error) {
	list, err := d.Talks(unit)
	return talk.Due(list, until), err
}
