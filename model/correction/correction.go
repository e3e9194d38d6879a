// Package correction puts right what was recorded about an evaluation: on which
// day it was shared, on which day the employee received or accepted it, and where
// that stands. Like the model it knows no clock and no file.
package correction

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Order says where and on which day a word really stands that was recorded
// wrongly, and why it is corrected. Sharing needs no document: none leaves what
// stands there.
type Order struct {
	Word     model.ElementID
	On       model.Date
	Document string
	Reason   string
}

// MostDocument is how many characters the name of a document and a reason may
// have.
const MostDocument = 200

// Recorded is the word by which e was shared, received or accepted (verb), if it
// can be corrected: of the employee's words one that somebody else recorded from
// a document. It is of the time since e was last withdrawn: what was withdrawn is
// history.
func Recorded(e model.Evaluation, verb model.Verb) (model.Word, bool) {
	for _, w := range slices.Backward(e.Words) {
		switch {
		case w.Act == string(model.VerbWithdraw):
			return model.Word{}, false
		case w.Act == string(verb):
			return w, correctable(w)
		}
	}
	return model.Word{}, false
}

// correctable leaves out what a person said by themselves: nobody else puts that
// right. Sharing is whoever shared's own word.
func correctable(w model.Word) bool {
	switch model.Verb(w.Act) {
	case model.VerbShare:
		return true
	case model.VerbReceive, model.VerbAccept:
		return w.Via == model.Recorded
	}
	return false
}

// Between are the days on which a word of e can be: not before the one that
// precedes it, nor before the period; not after the one that follows, which is
// the zero date where none does.
func Between(e model.Evaluation, word model.ElementID) (first, last model.Date) {
	first = e.Period.First()
	at := slices.IndexFunc(e.Words, func(w model.Word) bool { return w.ID == word })
	if at > 0 {
		first = max(first, e.Words[at-1].On)
	}
	if at >= 0 && at+1 < len(e.Words) {
		last = e.Words[at+1].On
	}
	return first, last
}

// Make returns the evaluation with another day and document for a word that
// the same person recorded; the word keeps its identity, and whoever
// counts days from it counts from the new one. It reports a StateError once e
// is final, ErrNotFound for what is no such word, ErrNotAllowed for a word that
// another recorded, ErrReason without a reason, ErrNothing where nothing would
// change, and a FieldError for a day or a text that cannot be. e itself is left
// as it was.
func Make(e model.Evaluation, by model.EmployeeID, c Order) (model.Evaluation, error) {
	if e.State == model.Final {
		return e, &model.StateError{State: model.Final, Step: model.Received, Needs: model.Shared}
	}
	at := slices.IndexFunc(e.Words, func(w model.Word) bool { return w.ID == c.Word })
	if at < 0 {
		return e, model.ErrNotFound
	}
	w := e.Words[at]
	if now, ok := Recorded(e, model.Verb(w.Act)); !ok || now.ID != w.ID {
		return e, model.ErrNotFound
	}
	c.Document, c.Reason = strings.TrimSpace(c.Document), strings.TrimSpace(c.Reason)
	shared := w.Act == string(model.VerbShare)
	if shared && c.Document == "" {
		c.Document = w.Document
	}
	first, last := Between(e, c.Word)
	wrong := func(field, value string, err error) (model.Evaluation, error) {
		return e, &model.FieldError{Field: field, Value: value, Err: err}
	}
	switch {
	case w.By != by:
		return e, model.ErrNotAllowed
	case c.Document == "" && !shared:
		return wrong("document", "", model.ErrMissing)
	case model.CheckText(c.Document, MostDocument, "") != nil:
		return wrong("document", c.Document, model.CheckText(c.Document, MostDocument, ""))
	case model.CheckText(c.Reason, MostDocument, "") != nil:
		return wrong("reason", c.Reason, model.CheckText(c.Reason, MostDocument, ""))
	case c.On < e.Period.First():
		return wrong("date", c.On.String(), &model.BeforeError{First: e.Period.First()})
	case c.On < first:
		return wrong("date", c.On.String(), &model.EarlierError{Last: first})
	case last != 0 && c.On > last:
		return wrong("date", c.On.String(), &model.LaterError{Next: last})
	case c.On == w.On && c.Document == w.Document:
		return e, model.ErrNothing
	case c.Reason == "":
		return e, model.ErrReason
	}
	w.On, w.Document = c.On, c.Document
	e.Words = slices.Clone(e.Words)
	e.Words[at] = w
	return e, nil
}
