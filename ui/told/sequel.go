package told

import (
	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/objection"
	"kinerja/model/session"
	"kinerja/ui/lang"
)

// nested names a value inside a list of a record of what follows an evaluation:
// "coaching.16.5", when a step was done.
func nested(kind model.Kind, path string) (field string, ok bool) {
	if kind != model.KindCoaching && kind != model.KindSession || step(path, 2) == "" {
		return "", false
	}
	return string(kind) + "." + step(path, 0) + "." + step(path, 2), true
}

// progress is how far a record of what follows an evaluation has come; false for
// another field. A state that is not there is the first.
func progress(t *lang.Texts, field string, v any) (string, bool) {
	n, _ := number(v)
	switch field {
	case "objection.9":
		return t.Objection.States[min(objection.State(n), objection.Withdrawn)], true
	case "coaching.5":
		return t.Coaching.States[coaching.State(n).String()], true
	case "award.6":
		return t.Award.States[award.State(n).String()], true
	case "session.4":
		return t.Session.States[session.State(n).String()], true
	}
	return "", false
}

// sequel is a number of such a record in words; false for another field.
func sequel(t *lang.Texts, field string, n int64) (string, bool) {
	switch field {
	case "objection.20":
		return t.Objection.Outcomes[objection.Outcome(n).String()], true
	case "coaching.4":
		return t.Coaching.Kinds[coaching.Kind(n).String()], true
	case "coaching.20":
		return t.Coaching.Outcomes[coaching.Outcome(n).String()], true
	case "discipline.7":
		return t.Award.Letter.Levels[discipline.Level(n).String()], true
	case "session.10":
		return t.Number(model.Number(n)), true
	case "objection.16", "coaching.16.5", "coaching.17.5", "coaching.18.2", "coaching.18.3", "discipline.4", "discipline.5", "discipline.6", "session.6", "session.7":
		return t.Date(model.Date(n)), true
	}
	return "", false
}
