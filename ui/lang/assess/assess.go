// Package assess says how a self-assessment stands and what both sides say, on
// screen and on the command line in the same words.
package assess

import (
	"errors"
	"strings"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// How says when an assessment was handed in, and how its person was known; "" for
// one that is not handed in, or not to be seen.
func How(t *lang.Texts, st assessment.Standing) string {
	w, ok := st.Assessment.Given()
	if !ok {
		return ""
	}
	return said.After(t, lang.Fill(t.Assessment.Handed, "on", t.Date(w.On)), w, st.Names[w.By])
}

// Stage says how an assessment stands for whoever reads it, in a few sentences;
// rows are both sides once they are open.
func Stage(t *lang.Texts, st assessment.Standing, rows []assessment.Row) (list []string) {
	w, name := t.Assessment.Stage, lang.Inert(st.Staff.Name)
	switch {
	case st.Open:
		list = append(list, lang.Fill(w.Handed, "how", How(t, st)), w.Both)
		if n := assessment.Differing(rows); n > 0 {
			return append(list, t.Plural(w.Differ, n))
		}
		return append(list, w.Alike)
	case !st.Own && st.Handed:
		return append(list, lang.Fill(w.There, "name", name))
	case !st.Own:
		return append(list, lang.Fill(w.None, "name", name))
	case st.Handed:
		return append(list, lang.Fill(w.Handed, "how", How(t, st)), w.Waiting)
	case st.Write != nil:
		return append(list, w.Closed)
	case st.Assessment.Content.Empty():
		return append(list, lang.Fill(w.Empty, "hidden", w.Hidden))
	}
	return append(list, lang.Fill(w.Draft, "hidden", w.Hidden))
}

// Brief says in one line beside an evaluation that an assessment is in, and of both
// whether they differ; "" where it is not handed in.
func Brief(t *lang.Texts, st assessment.Standing, rows []assessment.Row) string {
	w := t.Assessment.Brief
	n := assessment.Differing(rows)
	switch {
	case st.Open && n > 0:
		return t.Plural(w.Differ, n)
	case st.Open:
		return w.Alike
	case st.Handed && st.Own:
		return w.Own
	case st.Handed:
		return w.Handed
	}
	return ""
}

// Name is what a row is about: a rating over all, the code of a measure, a value.
func Name(t *lang.Texts, plan model.Plan, r assessment.Row) string {
	switch {
	case r.ID == assessment.OverResult && r.Part == assessment.Overall:
		return t.Evaluation.Results
	case r.Part == assessment.Overall:
		return t.Evaluation.Behaviour
	case r.Part == assessment.Values:
		for _, b := range rules.Behaviours() {
			if b.Code == string(r.ID) {
				return b.Name.In(t.Code)
			}
		}
	}
	for _, m := range plan.Measures {
		if m.ID == r.ID {
			return lang.Inert(m.Gauge.Code)
		}
	}
	return lang.Inert(string(r.ID))
}

// Missing names the ratings over all without which an assessment is not handed in; ""
// where both are there.
func Missing(t *lang.Texts, c assessment.Content) string {
	var names []string
	if c.Result == model.NotRated {
		names = append(names, t.Evaluation.Results)
	}
	if c.Behaviour == model.NotRated {
		names = append(names, t.Evaluation.Behaviour)
	}
	return strings.Join(names, ", ")
}

// Needed says beside a row of one's own draft that it is missing; "" where it is not, or
// may be left out.
func Needed(t *lang.Texts, st assessment.Standing, r assessment.Row) string {
	if r.Part != assessment.Overall || r.Own.Rating != model.NotRated || !st.Own || st.Handed || st.Write != nil {
		return ""
	}
	return t.Assessment.Page.Needed
}

// Rating is a short rating, or a dash.
func Rating(t *lang.Texts, r model.Rating) string {
	if r == model.NotRated {
		return t.Assessment.NotRated
	}
	return t.RatingShort(r)
}

// Other is what stands on the other side of a row: the evaluator's rating, or what
// the result of a measure suggests.
func Other(t *lang.Texts, r assessment.Row) string {
	if n, ok := r.Reached.Get(); ok && r.Part == assessment.Measures && r.Other != model.NotRated {
		return lang.Fill(t.Assessment.Reached, "percent", t.Number(n.Round()), "rating", t.RatingShort(r.Other))
	}
	return Rating(t, r.Other)
}

// Mark says beside a row whether both sides are alike; "" where one of them says
// nothing.
func Mark(t *lang.Texts, r assessment.Row) string {
	switch {
	case r.Differs():
		return t.Assessment.Differs
	case r.Own.Rating != model.NotRated && r.Other != model.NotRated:
		return t.Assessment.Same
	}
	return ""
}

// told is an error with a sentence of its own.
type told struct {
	error
	text string
}

// Say is the sentence.
func (s told) Say(*lang.Texts) string { return s.text }

// Unwrap lets errors.Is see what is meant.
func (s told) Unwrap() error { return s.error }

// Error gives an error about an assessment the sentence that says what to do; any
// other stays as it is.
func Error(t *lang.Texts, err error, own bool) error {
	w := t.Assessment.Refused
	var closed *model.ClosedError
	var speaker lang.Speaker
	text := ""
	switch {
	case err == nil, errors.As(err, &closed), errors.As(err, &speaker):
		return err
	case errors.Is(err, assessment.ErrHandedIn):
		text = w.HandedIn
	case errors.Is(err, assessment.ErrBoth) && own: // that a rating was given is not theirs to know yet
		text = w.BothOwn
	case errors.Is(err, assessment.ErrBoth):
		text = w.Both
	case errors.Is(err, assessment.ErrNotRated):
		text = w.NotRated
	case errors.Is(err, model.ErrLocked):
		text = w.Locked
	case errors.Is(err, model.ErrNotAllowed) && own:
		text = w.OnlyOther
	case errors.Is(err, model.ErrNotAllowed):
		text = w.OnlyOwn
	case errors.Is(err, model.ErrNothing):
		text = w.Nothing
	default:
		return err
	}
	return told{err, text}
}
