package rating

import (
	"errors"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
	"kinerja/ui/lang"
)

// State is how far an evaluation has come, in a word or two. What was rated and
// not shared says so plainly: it is not to be read out.
func State(t *lang.Texts, e model.Evaluation) string {
	switch {
	case e.Half():
		return t.Evaluation.Half
	case e.State == model.Rated || e.State == model.Reviewed:
		return t.Evaluation.NotShared
	}
	return t.StateShort(e.State)
}

// StateWord is how far an evaluation has come in one word, for narrow rows.
func StateWord(t *lang.Texts, e model.Evaluation) string {
	if e.Half() {
		return t.Evaluation.HalfWord
	}
	return t.Evaluation.StateWords[e.State]
}

// Standing is State as a reason why somebody cannot take a step.
func Standing(t *lang.Texts, e model.Evaluation) string {
	if e.Half() {
		return t.Evaluation.Half
	}
	return t.State(e.State)
}

// Task says what is to be done next about an evaluation, by whom, and until
// when where a rule says so.
func Task(t *lang.Texts, r *board.Person, e model.Evaluation, names map[model.EmployeeID]string, today model.Date) string {
	n := board.NextOf(e)
	who, missing, until := lang.None, "", ""
	switch n.Who {
	case model.RelSelf:
		who = r.Staff.Name
	case model.RelEvaluator:
		if r.Own {
			return lang.Fill(t.Evaluation.OwnTask, "judge", Judge(t, r, names))
		}
		who = evaluator(r, names)
	}
	if who == "" {
		who = lang.None
	}
	if n.Task == board.Rate && r.Missing > 0 {
		missing = " " + t.Plural(t.Evaluation.Missing, r.Missing)
	}
	if n.Until != 0 {
		until = Until(t, n.Until, today)
	}
	return lang.Fill(t.Evaluation.Tasks[n.Task], "who", lang.Inert(who), "missing", missing, "until", until,
		"days", rules.ObjectionFor(e))
}

// Until is a clock: how many days are left, and the last of them (UX 2.8).
func Until(t *lang.Texts, last, today model.Date) string {
	if today > last {
		return lang.Fill(t.Evaluation.Over, "date", t.Date(last))
	}
	return t.Plural(t.Evaluation.Left, today.Until(last), "date", t.Date(last))
}

// Refused reports an error that a rule makes: trying again would not mend it.
func Refused(err error) bool {
	for _, rule := range []error{model.ErrNotAllowed, model.ErrState, model.ErrReason, model.ErrInvalid, model.ErrNotFound} {
		if errors.Is(err, rule) {
			return true
		}
	}
	return false
}

// Act is one word about an evaluation: when, what, whose, and where somebody
// else recorded it, from which document (UX 2.11). names holds those who are
// known; "" is whoever keeps the file alone.
func Act(t *lang.Texts, w model.Word, names map[model.EmployeeID]string) string {
	verb := model.Verb(w.Act)
	if w.Act == "agreed" {
		verb = model.VerbAgreePlan
	}
	text := lang.Fill(t.Person.ActUnnamed, "date", t.Date(w.On), "act", t.Verb(verb))
	if whose := names[w.Whose]; whose != "" {
		text = lang.Fill(t.Person.Act, "date", t.Date(w.On), "act", t.Verb(verb), "whose", lang.Inert(whose))
	}
	switch by := names[w.By]; {
	case verb == model.VerbWithdraw:
		return text + ": " + lang.Inert(w.Document)
	case w.Via != model.Recorded && w.Document == "":
		return text
	case by != "":
		return text + ", " + lang.Fill(t.Person.Recorded, "by", lang.Inert(by), "document", t.By(w.Document))
	}
	return text + ", " + lang.Fill(t.Person.RecordedBare, "document", t.By(w.Document))
}
