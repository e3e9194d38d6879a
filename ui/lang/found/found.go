// Package found says what the coverage of evaluation comes to, on screen and on
// the command line in the same words.
package found

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/coverage"
	"kinerja/ui/lang"
)

// Text is what was found, with the posts that it is about.
func Text(t *lang.Texts, f coverage.Finding) string {
	w := t.Tenure.Coverage
	text := lang.Fill(w.Kinds[f.Kind], "post", Post(t, f.Post), "other", Post(t, f.Other), "name", lang.Inert(f.Evaluator.Name))
	if f.Reduces {
		text += ", " + w.Reduces
	}
	return text
}

// Post is what a post is called, with "Plt." or "Plh." before it.
func Post(t *lang.Texts, p model.Post) string {
	name := lang.Inert(p.Position)
	switch {
	case p.Daily:
		return t.Tenure.Plh + " " + name
	case p.Acting:
		return t.Tenure.Plt + " " + name
	}
	return name
}

// MustAct says who must act; "" where nobody has to.
func MustAct(t *lang.Texts, f coverage.Finding) string {
	switch {
	case !f.Kind.Fault():
		return ""
	case f.By == agenda.ByEvaluator:
		return lang.Fill(t.Home.Who, "role", t.Role(model.RoleEvaluator), "name", lang.Inert(f.Evaluator.Name))
	}
	return t.Home.Keepers
}
