// Package turn says how a plan (SKP) stands in one line: whose turn it is, and how
// far its matrix of roles and results is filled.
package turn

import (
	"kinerja/model/planning"
	"kinerja/ui/lang"
)

// Of says whose turn it is with a plan, and for what.
func Of(t *lang.Texts, f planning.Form) string {
	evaluator := t.SKP.Nobody
	if name := f.Evaluator.FullName(); name != "" {
		evaluator = lang.Inert(name)
	}
	return lang.Fill(t.SKP.Turn[f.Plan.State.String()], "staff", lang.Inert(f.Staff.Name), "evaluator", evaluator)
}

// MatrixCounts says in one line how a matrix of roles and results stands.
func MatrixCounts(t *lang.Texts, m planning.Matrix) string {
	if m.Team == 0 {
		return lang.Fill(t.SKP.CountsNobody, "results", t.Count(len(m.Rows)))
	}
	return lang.Fill(t.SKP.Counts, "results", t.Count(len(m.Rows)), "alone", t.Count(m.Alone()), "staff", t.Count(m.Team), "unlinked", t.Count(len(m.Unlinked)))
}
