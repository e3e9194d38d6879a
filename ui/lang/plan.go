package lang

import (
	"strings"

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

// Differs says which indicators another content of a plan brings and leaves out;
// "" where both measure the same things.
func (t *Texts) Differs(added, gone []model.Gauge) string {
	var parts []string
	for _, part := range []struct {
		text string
		list []model.Gauge
	}{{t.Plan.Adds, added}, {t.Plan.Drops, gone}} {
		var names []string
		for _, g := range part.list {
			names = append(names, Inert(g.Code))
		}
		if len(names) > 0 {
			parts = append(parts, Fill(part.text, "list", strings.Join(names, ", ")))
		}
	}
	return strings.Join(parts, " ")
}
