package lang

import (
	"kinerja/model"
	"kinerja/model/planning"
)

// Agreement fills text with one agreement of a plan: which of them, since when
// it holds, by what paper.
func (t *Texts) Agreement(text string, n int, a model.Agreement, w model.Word) string {
	since := t.Plan.SinceStart
	if a.From.Valid() {
		since = Fill(t.Plan.Since, "period", t.Period(a.From))
	}
	return Fill(text, "n", n, "since", since, "document", t.Paper(w.Document), "on", t.Date(w.On))
}

// TargetsOf says by which agreement a period is measured; "" where a plan was
// agreed upon once.
func (t *Texts) TargetsOf(p model.Plan, period model.Period) string {
	a, w, n, ok := planning.Holding(p, period)
	if !ok {
		return ""
	}
	return t.Agreement(t.Plan.TellsTarget, n, a, w)
}
