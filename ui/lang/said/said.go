// Package said says whose word an act is, and how it is known (UX 2.11): the one
// way of saying it for screen, paper and the command line.
package said

import (
	"slices"

	"kinerja/model"
	"kinerja/model/edition"
	"kinerja/ui/lang"
)

// Known says how a word is known: by the own PIN of whoever said it, or recorded by
// somebody else from a document. It is "" where the person acted on a machine that
// asks nobody for a PIN. by is the name of who typed it; "" where it is not known.
func Known(t *lang.Texts, w model.Word, by string) string {
	switch {
	case w.Via == model.Signed:
		return t.Voice.Signed
	case w.Via == model.Own:
		return ""
	case by != "":
		return lang.Fill(t.Voice.Recorded, "by", lang.Inert(by), "document", t.By(w.Document))
	}
	return lang.Fill(t.Voice.RecordedBare, "document", t.By(w.Document))
}

// After adds to a text how a word is known, where there is something to say.
func After(t *lang.Texts, text string, w model.Word, by string) string {
	if how := Known(t, w, by); how != "" {
		return text + ", " + how
	}
	return text
}

// Verb is what a word about a plan or an evaluation did.
func Verb(w model.Word) model.Verb {
	if w.Act == "agreed" {
		return model.VerbAgreePlan
	}
	return model.Verb(w.Act)
}

// Acts say who did what, one after the other, and whose word it is.
func Acts(t *lang.Texts, names map[model.EmployeeID]string, words ...[]model.Word) (list []string) {
	for _, w := range slices.Concat(words...) {
		list = append(list, Act(t, w, names))
	}
	return list
}

// Act is one word about an evaluation: when, what, whose, and how it is known.
// names holds those who are known; "" is whoever keeps the file alone.
func Act(t *lang.Texts, w model.Word, names map[model.EmployeeID]string) string {
	verb := Verb(w)
	text := lang.Fill(t.Person.ActUnnamed, "date", t.Date(w.On), "act", t.Verb(verb))
	if whose := names[w.Whose]; whose != "" {
		text = lang.Fill(t.Person.Act, "date", t.Date(w.On), "act", t.Verb(verb), "whose", lang.Inert(whose))
	}
	reason := w.Reason
	switch {
	case verb == model.VerbWithdraw && w.Via != model.Recorded: // its reason has the place of the paper
		reason, w.Document = w.Document, ""
	case verb == edition.VerbReplace && w.Via != model.Recorded: // the letter is what it rests on
		if w.Document != "" {
			reason += ", " + t.By(w.Document)
		}
	case w.Via == model.Own && w.Document != "":
		w.Via = model.Recorded
	}
	if reason != "" {
		text += ": " + lang.Inert(reason)
	}
	return After(t, text, w, names[w.By])
}

// PlanAct says one thing that was done with a plan: what, whose word it is, when,
// how it is known, and why.
func PlanAct(t *lang.Texts, w model.Word, names map[model.EmployeeID]string) string {
	who := func(id model.EmployeeID) string {
		if name := names[id]; name != "" {
			return lang.Inert(name)
		}
		return t.SKP.Nobody
	}
	by := names[w.By]
	if by == "" && w.By != "" {
		by = t.SKP.Nobody
	}
	text := After(t, lang.Fill(t.SKP.Acts[w.Act], "who", who(w.Whose), "on", t.Date(w.On)), w, by)
	if w.Reason != "" {
		text += " · " + lang.Fill(t.SKP.Because, "reason", lang.Inert(w.Reason))
	}
	return text
}
