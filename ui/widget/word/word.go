// Package word asks whose word an act is that is not the word of whoever works
// (UX 2.11): from what paper it is known, or by the own PIN of the person whose it
// is, who types it here and now. Every form that takes such a word has these fields.
//
// A PIN is shown by its length alone, stands in no draft, and is gone as soon as it
// was used.
package word

import (
	"time"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// The fields.
const (
	How      = "how" // a paper, or the own PIN; asked where both can be
	Document = "document"
	Date     = "date"
	Secret   = "secret"
)

// The answers to How.
const (
	paper = "paper"
	own   = "own"
)

// Asked is whose word is asked about.
type Asked struct {
	Whose model.EmployeeID
	Name  string    // of Whose
	PIN   voice.PIN // whether Whose has a PIN in this file, and can type it
}

// Signs reports that whose word it is can say it by their own PIN.
func (a Asked) Signs() bool { return a.PIN == voice.OwnPIN }

// Fields are those of a form about a word: the given ones, of the paper, where
// nothing else can be; else the choice, with them or the PIN.
func (a Asked) Fields(t *lang.Texts, papers ...form.Field) []form.Field {
	v, name := t.Voice, lang.Inert(a.Name)
	switch a.PIN {
	case voice.NoPIN:
		return papers
	case voice.Temporary: // tried, it would be refused: what to do stands here before
		return append([]form.Field{{Kind: form.Head, Label: lang.Fill(v.Temporary, "name", name)}}, papers...)
	}
	list := []form.Field{{
		ID: How, Label: v.How, Kind: form.Choice, Onward: true, Value: paper, Options: []form.Option{
			{Value: paper, Label: v.ByLetter}, {Value: own, Label: v.Signed, Note: lang.Fill(v.OwnHint, "name", name)},
		},
	}}
	for _, f := range papers {
		when := f.When
		f.When = func(fm *form.Form) bool { return !Signing(fm) && (when == nil || when(fm)) }
		list = append(list, f)
	}
	return append(list, form.Field{
		ID: Secret, Label: t.Door.Secret, Hint: lang.Fill(v.PINHint, "name", name), Kind: form.Secret, Need: true, When: Signing, Whose: name,
	})
}

// Paper are the usual fields of a paper: its number, and its day.
func Paper(t *lang.Texts, today model.Date) []form.Field {
	return []form.Field{
		{ID: Document, Label: t.Evaluation.Step.Document, Hint: t.Evaluation.Step.DocumentHint, Kind: form.Text, Need: true, Max: 200},
		{ID: Date, Label: t.Voice.PaperDate, Kind: form.Date, Value: t.Date(today), Need: true, Until: today},
	}
}

// Refused says beside the PIN why it was not taken; false where no PIN was typed.
func Refused(t *lang.Texts, now func() time.Time, f *form.Form, err error) bool {
	if f == nil || !Signing(f) {
		return false
	}
	Fail(t, now, f, Secret, t.Error(err), err)
	return true
}

// Fail says beside a PIN why it was not taken; while nobody may try again, how long
// that is, and nothing can be typed.
func Fail(t *lang.Texts, now func() time.Time, f *form.Form, id, why string, err error) {
	left := user.Left(err)
	if left <= 0 {
		f.Fail(id, why)
		return
	}
	until := now().Add(left)
	f.Hold(id, func() string { return Waiting(t, now(), until) }, t.Door.TryNow)
}

// Waiting says how long nobody tries a PIN; "" once somebody may.
func Waiting(t *lang.Texts, now, until time.Time) string {
	switch left := until.Sub(now); {
	case left <= 0:
		return ""
	case left > 90*time.Second:
		return t.Plural(t.Door.WaitMinutes, int((left+time.Minute-1)/time.Minute), "at", t.Clock(until))
	default:
		return t.Plural(t.Door.Wait, int((left+time.Second-1)/time.Second))
	}
}

// Signing reports that the person types their own PIN.
func Signing(f *form.Form) bool { return f.Value(How) == own }

// Said is what the form says about the word. It takes the PIN out of the form.
func (a Asked) Said(f *form.Form) voice.Said {
	if Signing(f) {
		said := voice.Said{Whose: a.Whose, Secret: f.Value(Secret)}
		f.SetValue(Secret, "")
		return said
	}
	on, err := f.Date(Date)
	if err != nil {
		on = 0
	}
	return voice.Said{Document: f.Value(Document), On: on}
}
