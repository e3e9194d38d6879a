// Package speech is whose word a step is that follows an evaluation: the own word of
// whoever works here, or recorded by them for the person whose it is.
package speech

import (
	"strings"

	"kinerja/model"
	"kinerja/model/voice"
	"kinerja/store/ledger"
	"kinerja/store/sight"
)

// Of is the word of a step about somebody: of the person, of who evaluates
// them, of who evaluates that one, or of whoever does it. What this person types
// for somebody else is recorded for them, and needs its paper.
func Of(s sight.Sight, rel model.Relation, who, evaluator model.EmployeeID, w model.Word) (model.Word, error) {
	me := s.Actor
	w.ID, w.By, w.Whose, w.Via = model.ElementID(ledger.MintID()), me.Employee, me.Employee, me.Via
	w.Document, w.Reason = strings.TrimSpace(w.Document), strings.TrimSpace(w.Reason)
	s.Act.Whose = ""
	record := func(whose model.EmployeeID) { w.Whose, w.Via, s.Act.Whose = whose, model.Recorded, whose }
	switch rel {
	case model.RelSelf:
		if me.Employee != who {
			record(who)
		}
	case model.RelEvaluator:
		if whose, recorded := voice.Judge(me, evaluator, who); recorded {
			record(whose)
		}
	case model.RelSuperior:
		above, err := Superior(s, evaluator)
		if err != nil {
			return w, err
		}
		if above == "" || above != me.Employee {
			record(above)
		}
	}
	if w.On.IsZero() {
		w.On = s.Today()
	}
	if w.On > s.Today() {
		return w, &model.FieldError{Field: "date", Value: w.On.String(), Err: model.ErrFuture}
	}
	s.Act.Document, s.Act.Reason = w.Document, w.Reason
	return w, nil
}

// Superior is who evaluates an evaluator now; "" where the file does not know.
func Superior(s sight.Sight, evaluator model.EmployeeID) (model.EmployeeID, error) {
	if evaluator == "" {
		return "", nil
	}
	post, _, err := s.MainPost(evaluator)
	return post.Evaluator, err
}

// Evaluator is who evaluates somebody now; "" where the file does not know.
func Evaluator(s sight.Sight, who model.EmployeeID) (model.EmployeeID, error) {
	post, _, err := s.MainPost(who)
	return post.Evaluator, err
}

// After refuses a word of a day before the last of those that stand.
func After(words []model.Word, w model.Word) error {
	if n := len(words); n > 0 && w.On < words[n-1].On {
		return &model.FieldError{Field: "date", Value: w.On.String(), Err: &model.EarlierError{Last: words[n-1].On}}
	}
	return nil
}
