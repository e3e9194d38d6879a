package feedback

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/model/written"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// fields are what the form asks, by the kind of item.
func (w *writing) fields(options []form.Option, about string) []form.Field {
	t, f := w.env.Text.Feedback, w.item
	recorded := f.Word.Via == model.Recorded
	today := dayOf(w.env)
	starter := [...]string{talk.NoKind: "", talk.Appreciation: t.StarterGood, talk.Note: t.StarterNote, talk.Improve: t.StarterBetter,
		talk.CheckIn: t.StarterCheckIn, talk.Answer: t.StarterAnswer}[f.Kind]
	var fields []form.Field
	if f.Kind != talk.Answer {
		fields = append(fields, form.Field{ID: fieldAbout, Label: t.About, Hint: t.AboutOf, Kind: form.Pick, Options: options, Value: about, Need: true})
	}
	fields = append(fields, form.Field{ID: fieldText, Label: t.Text, Hint: starter, Kind: form.Long, Need: true, Max: talk.Most, Value: f.Text, Check: w.checkText})
	if f.Kind == talk.CheckIn {
		next := ""
		if f.Next != 0 {
			next = w.env.Text.Date(f.Next)
		}
		fields = append(fields,
			form.Field{ID: fieldAgreed, Label: t.Agreement, Kind: form.Long, Max: talk.Most, Value: f.Agreed},
			form.Field{ID: fieldNext, Label: t.NextDate, Hint: lang.Fill(t.NextHow, "day", typedDate(today.Add(14))), Kind: form.Date, Value: next, Check: w.checkDay(func(d model.Date) error {
				if d <= today {
					return model.ErrPast
				}
				return nil
			})},
			form.Field{ID: fieldAgenda, Label: w.env.Text.Talk.AgendaOf, Hint: w.env.Text.Talk.AgendaHow, Kind: form.Long, Max: talk.Most, Value: f.Agenda})
	}
	if f.Kind != talk.Answer && !w.own {
		fields = append(fields, form.Field{ID: fieldOther, Label: w.env.Text.Talk.Other, Hint: w.env.Text.Talk.OtherHow, Kind: form.Text, Max: talk.MostName, Value: f.Other})
	}
	label, hint := t.ProofField, t.ProofHow
	if recorded {
		label, hint = t.Document, t.DocumentHow
	}
	return append(fields, w.asked.Fields(w.env.Text,
		form.Field{ID: fieldDocument, Label: label, Hint: hint, Kind: form.Text, Need: recorded, Max: 200, Value: f.Word.Document},
		form.Field{ID: fieldDate, Label: t.Date, Hint: t.DateHow, Kind: form.Date, Value: w.env.Text.Date(today), Check: w.checkDay(func(d model.Date) error {
			if d > today {
				return model.ErrFuture
			}
			return nil
		})})...)
}

// typedDate is a day as one types it: an example of what is taken.
func typedDate(d model.Date) string { return fmt.Sprintf("%d-%d-%d", d.Day(), d.Month(), d.Year()) }

// checkDay makes the check of a field that holds a day.
func (w *writing) checkDay(check func(model.Date) error) func(string) string {
	return func(value string) string {
		d, err := written.Date(value)
		if err == nil {
			err = check(d)
		}
		if err != nil {
			return w.env.Text.Why(err)
		}
		return ""
	}
}
