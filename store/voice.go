package store

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/correction"
	"kinerja/model/voice"
)

// From returns this desk while its person types what another evaluator judged:
// ratings, notes and steps of people whom that evaluator rates are recorded for
// them from a paper of a day. What is this person's own stays their own.
func (d *Desk) From(document string, on model.Date) *Desk {
	from := *d
	from.actor.Document, from.paper = strings.TrimSpace(document), on
	return &from
}

// Voiced is the desk on which a word that is not this person's own is said: from a
// paper (From), or by its own speaker, with their PIN (Signed). The desk tells
// nothing of the PIN.
func (d *Desk) Voiced(said voice.Said) (*Desk, error) {
	if said.Signs() {
		return d.Signed(said.Whose, said.Secret)
	}
	return d.From(said.Document, said.On), nil
}

// judges is the word by which a plan is judged in a period: this person's own, or
// recorded for the evaluator of the post. A word that is recorded needs its paper
// (voice.Error).
func (d *Desk) judges(t *tx, plan model.Plan, p model.Period) (model.Word, error) {
	w := model.Word{ID: mintElement(), Whose: d.actor.Employee, By: d.actor.Employee, Via: d.actor.Via}
	post, _, err := t.HeldIn(plan, p)
	if err != nil {
		return w, err
	}
	whose, recorded := voice.Judge(d.actor, post.Evaluator, plan.Employee)
	if !recorded {
		return w, nil
	}
	w.Whose, w.Via, w.Document, w.On = whose, model.Recorded, d.actor.Document, d.paper
	if w.Document == "" {
		return w, &voice.Error{Whose: whose, Name: t.NameOf(whose)}
	}
	if w.On.IsZero() {
		w.On = t.Today()
	}
	if w.On > t.Today() {
		return w, &model.FieldError{Field: "date", Value: w.On.String(), Err: model.ErrFuture}
	}
	if err := model.CheckText(w.Document, correction.MostDocument, ""); err != nil {
		return w, &model.FieldError{Field: "document", Value: w.Document, Err: err}
	}
	t.Act.Whose, t.Act.Document = whose, w.Document
	return w, nil
}

// rated leaves on an evaluation the word of a rating that was recorded for its
// evaluator, in the place of one that was recorded before and is rated anew. An
// own rating needs none: sharing is the evaluator's word.
func rated(e model.Evaluation, w model.Word) model.Evaluation {
	words := slices.Clone(e.Words)
	for n := len(words) - 1; n >= 0 && words[n].Act == string(model.VerbRate) && words[n].Via == model.Recorded; n-- {
		words = words[:n]
	}
	if w.Via == model.Recorded {
		w.Act = string(model.VerbRate)
		words = append(words, w)
	}
	if e.Words = words; len(words) == 0 {
		e.Words = nil
	}
	return e
}
