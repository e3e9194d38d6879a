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
	if n := e.Edition(); n > 1 {
		e.Version = 0
		return lang.Fill(t.Document.Version, "version", n) + " · " + State(t, e)
	}
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
