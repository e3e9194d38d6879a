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
	return Fill(text, "n", n, "since", since, "by", t.By(w.Document), "document", t.Paper(w.Document), "on", t.Date(w.On))
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

// planRefused says why a step does not lead on from the state of a plan.
func (t *Texts) planRefused(e *planning.StateError) string {
	step := e.Step
	if step == "" {
		step = "write"
	}
	return Fill(t.SKP.Refused[step], "state", t.PlanState(e.State))
}

// Lacks names what a plan lacks that is to be handed in.
func (t *Texts) Lacks(list []planning.Lack) string {
	var parts []string
	for _, l := range list {
		parts = append(parts, Fill(t.SKP.Lacks[l.Code.String()], "of", Inert(l.Of)))
	}
	return strings.Join(parts, "; ")
}

// Target writes what is to be reached, both ends of a range; in a split period
// to the two decimals that everything computed has.
func (t *Texts) Target(g model.Gauge) string {
	return t.ends(g.Target, g.TargetHigh, g.Part.Days > 0)
}

// FullTarget is the target of the whole period, where g has that of a part.
func (t *Texts) FullTarget(g model.Gauge) string {
	return t.ends(g.Part.Full, g.Part.High, false)
}

func (t *Texts) ends(low model.Number, high model.Amount, rounded bool) string {
	write := t.Number
	if rounded {
		write = t.Fixed
	}
	if n, ok := high.Get(); ok && n != low {
		return Fill(t.Results.Range, "low", write(low), "high", write(n))
	}
	return write(low)
}
