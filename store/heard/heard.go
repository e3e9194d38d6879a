// Package heard reads every word on an evaluation with the facts that show it:
// whose it is, how it is known, when it was said, when and by whom it was typed.
package heard

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/history"
	"kinerja/store/record"
	"kinerja/store/sight"
)

// Word is one word on an evaluation, and what the record has of it.
type Word struct {
	model.Word
	Facts []model.Fact // that brought it, and then what corrected it; none: they are not in this file
}

// wordsPath is where the words of an evaluation stand in its differences.
const wordsPath = "16"

// On lists the words on an evaluation, the oldest first: those that it carries, and
// the rating as it stands, where it is the evaluator's own. It reports
// ErrNotAllowed for who may not read the record of this person.
func On(s sight.Sight, plan model.Plan, p model.Period) ([]Word, error) {
	e, err := s.Evaluation(plan, p)
	if err != nil {
		return nil, err
	}
	entries, err := record.Of(s, record.Query{Where: history.Where{Plan: plan.ID, Period: p}})
	if err != nil {
		return nil, err
	}
	var facts []model.Fact
	for _, entry := range slices.Backward(entries) { // the oldest first
		if entry.Fact.Header.Kind == model.KindEvaluation {
			facts = append(facts, entry.Fact)
		}
	}
	list := make([]Word, 0, len(e.Words)+1)
	for _, w := range e.Words {
		word := Word{Word: w}
		for _, f := range facts {
			if touches(f, w.ID) {
				word.Facts = append(word.Facts, f)
			}
		}
		list = append(list, word)
	}
	if own, ok := rating(facts); ok && e.Begun() { // what was not told yet is none for the person rated
		list = append(list, own)
		slices.SortStableFunc(list, func(a, b Word) int {
			return cmp.Or(cmp.Compare(a.first().Epoch, b.first().Epoch), cmp.Compare(a.first().Seq, b.first().Seq))
		})
	}
	return list, nil
}

// rating is the newest rating, where it was not recorded for somebody: such a one
// has its word on the evaluation.
func rating(facts []model.Fact) (Word, bool) {
	for _, f := range slices.Backward(facts) {
		h := f.Header
		if h.Verb != model.VerbRate {
			continue
		}
		if h.For != "" {
			return Word{}, false
		}
		whose := model.EmployeeID(h.Actor)
		if h.Actor == model.Owner("", "").ID {
			whose = ""
		}
		return Word{model.Word{Act: string(model.VerbRate), Whose: whose, By: whose, Via: h.Via, Reason: f.Payload.Reason}, []model.Fact{f}}, true
	}
	return Word{}, false
}

// first is the fact that brought a word; the zero key where none is here.
func (w Word) first() (k model.FactKey) {
	if len(w.Facts) > 0 {
		k = w.Facts[0].Header.Key
	}
	return k
}

// touches reports a fact that brought or changed a word.
func touches(f model.Fact, id model.ElementID) bool {
	for _, d := range f.Payload.Differences {
		path := form.Segments(d.Path)
		switch {
		case len(path) >= 2 && path[0] == wordsPath && path[1] == string(id):
			return true
		case len(path) == 0 && holds(form.At(d.After, wordsPath), id), len(path) == 1 && path[0] == wordsPath && holds(d.After, id):
			return true
		}
	}
	return false
}

func holds(words []byte, id model.ElementID) bool {
	list, ok := form.AsElements(words)
	return ok && slices.Contains(list.IDs, string(id))
}
