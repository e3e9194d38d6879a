// Package talk decides what may be added to a conversation about somebody's
// work. It reads what was said before and the plans that an item may be about,
// and answers with the item as it is to be kept, or with why not.
package talk

import (
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
)

// Add completes an item with what follows from the conversation: the moment
// after the last, and the measure's plan and code as they are today, so that it
// can be read whatever becomes of the plan. The item's own rules are those of
// its Check. now is in Unix nanoseconds.
func Add(f Feedback, said []Feedback, plans []model.Plan, now int64, today model.Date) (Feedback, error) {
	if f.Kind != Answer && f.Word.Whose == f.Employee {
		return f, &model.FieldError{Field: "pegawai", Err: model.ErrSelf}
	}
	f.At = now
	for _, before := range said { // a clock may stand still, or be put back
		f.At = max(f.At, before.At+1)
	}
	if err := corrects(f, said); err != nil {
		return f, err
	}
	if f.To != "" {
		to, err := Item(said, f.To, "to")
		if err != nil {
			return f, err
		}
		if f.Word.On < to.Word.On {
			return f, earlier(f, to)
		}
	}
	if err := about(&f, plans); err != nil {
		return f, err
	}
	return f, f.Check(today)
}

// Voice says whose word an item is: the typist's own, except that what the
// person answers stays theirs whoever types it.
func Voice(f Feedback, said []Feedback) (Feedback, error) {
	if f.Kind != Answer || f.To == "" {
		return f, nil
	}
	to, err := Item(said, f.To, "to")
	if err != nil {
		return f, err
	}
	whose, recorded := to.Reply(f.Word.By)
	if f.Word.Whose = whose; recorded {
		f.Word.Via = model.Recorded
	}
	return f, nil
}

// corrects: the newest wording is corrected, by the voice that it is of.
func corrects(f Feedback, said []Feedback) error {
	if f.Corrects == "" {
		return nil
	}
	old, err := Item(said, f.Corrects, "corrects")
	if err != nil {
		return err
	}
	_, done := Corrections(said)[old.ID]
	switch {
	case done:
		return &model.FieldError{Field: "corrects", Value: string(old.ID), Err: model.ErrChanged}
	case old.Word.Whose != f.Word.Whose:
		return &model.FieldError{Field: "corrects", Value: string(old.ID), Err: model.ErrNotAllowed}
	case f.Word.On < old.Word.On:
		return earlier(f, old)
	}
	return nil
}

func earlier(f, than Feedback) error {
	return &model.FieldError{Field: "date", Value: f.Word.On.String(), Err: &model.EarlierError{Last: than.Word.On}}
}

// Item finds an item of a conversation; field is what names it when it is not
// there.
func Item(said []Feedback, id model.FeedbackID, field string) (Feedback, error) {
	i := slices.IndexFunc(said, func(f Feedback) bool { return f.ID == id })
	if i < 0 {
		return Feedback{}, &model.FieldError{Field: field, Value: string(id), Err: model.ErrNotFound}
	}
	return said[i], nil
}

// about finds the measure or the value of behaviour that an item names.
func about(f *Feedback, plans []model.Plan) error {
	if f.Value != "" && !slices.ContainsFunc(rules.Behaviours(), func(b rules.Behaviour) bool { return b.Code == f.Value }) {
		return &model.FieldError{Field: "about", Value: f.Value, Err: model.ErrWord}
	}
	f.Code = ""
	if f.Measure == "" && f.Plan == "" {
		return nil
	}
	for _, p := range plans {
		if f.Plan != "" && p.ID != f.Plan {
			continue
		}
		if f.Measure == "" {
			return nil
		}
		i := slices.IndexFunc(p.Measures, func(m model.Measure) bool { return m.ID == f.Measure })
		if i >= 0 {
			f.Plan, f.Code = p.ID, p.Measures[i].Gauge.Code
			return nil
		}
	}
	if f.Measure == "" {
		return &model.FieldError{Field: "plan", Value: string(f.Plan), Err: model.ErrNotFound}
	}
	return &model.FieldError{Field: "about", Value: string(f.Measure), Err: model.ErrNotFound}
}
