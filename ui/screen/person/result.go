package person

import (
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
)

// figures is what one result comes to.
type figures struct {
	score score.Score
	rules rules.RuleSet // with the thresholds that score was made with
	err   error         // why it cannot be scored
	// then and now differ where the results changed after the rating.
	then, now model.Amount
	share     model.Number // of the weight, that then stands on
}

// reckon scores a result by the rule set that its plan goes by. A final evaluation is scored by what was frozen with
// it and by nothing else; what today's data come to is kept beside it, so that
// a difference is shown and not hidden.
func reckon(r model.Result, book rules.Book, kind model.EmployeeKind) figures {
	e := r.Evaluation
	open := e
	open.Frozen = nil
	live, rs, err := score.StandingIn(book, kind, open, r.Card, r.Plan)
	f := figures{score: live, rules: rs, err: err, then: live.Value, now: live.Value, share: live.Share}
	switch {
	case frozen(e):
		if f.score, f.err = score.OfFinal(e); f.err == nil {
			f.rules, f.err = rules.OfFinal(e)
		}
		f.then, f.share = f.score.Value, f.score.Share
	case e.State != model.EvaluationDraft:
		f.then, f.share = e.Score, e.Share
	}
	return f
}

// changed reports whether the results changed after the rating.
func (f figures) changed() bool { return f.err == nil && f.then != f.now }

func frozen(e model.Evaluation) bool { return e.State == model.Final && e.Frozen != nil }

// oldestFirst returns results in the order of time, as the series is drawn.
func oldestFirst(list []model.Result) []model.Result {
	list = slices.Clone(list)
	model.SortResults(list)
	slices.Reverse(list)
	return list
}

// heads finds for each result the unit that its person heads and whose result
// suggests the rating in place of the aid. What is final stays as it was suggested
// then, and of who heads no unit nothing is read.
func heads(desk Desk, units model.Units, results []model.Result) ([]*unitresult.Led, error) {
	list := make([]*unitresult.Led, len(results))
	for i, r := range results {
		if _, ok := unitresult.LedBy(units, r.Plan.Employee, r.Plan.Unit); !ok || r.Evaluation.State == model.Final {
			continue
		}
		of, err := desk.UnitResults(period(r))
		if err != nil {
			return nil, err
		}
		if led, ok := of.Led(units, r.Plan.Employee, r.Plan.Unit); ok {
			list[i] = &led
		}
	}
	return list, nil
}

// valued reports whether anything was entered or rated.
func valued(r model.Result) bool {
	return r.Evaluation.State != model.EvaluationDraft ||
		slices.ContainsFunc(r.Card.Entries, func(e model.Entry) bool { return e.Actual.Present() || e.Num.Present() })
}

// period is the period of a result, also of one that was rated on an empty
// card.
func period(r model.Result) model.Period {
	if r.Card.Period != 0 {
		return r.Card.Period
	}
	return r.Evaluation.Period
}
