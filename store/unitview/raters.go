package unitview

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/fairness"
	"kinerja/store/sight"
)

// RatersIn puts everybody who rates in a period side by side, with all that the
// file holds: colleagues are elsewhere. Who looks over raters (the superior, those
// who keep the file, the auditor) sees all of them; a rater sees the own line.
func RatersIn(s sight.Sight, p model.Period) (r fairness.Sheet, err error) {
	r.Periods = s.Offered()
	if r.Period = p; !p.Valid() {
		r.Period = s.Usual(r.Periods)
	}
	if !access.MayAnybody(s.Actor, model.VerbReadRaters) {
		return r, s.May(model.VerbReadRaters, "")
	}
	cases, err := casesIn(s, r.Period)
	if err != nil {
		return r, err
	}
	r.OwnOnly = !access.May(s.Actor, model.VerbReadRaters, model.RelNone)
	for _, one := range fairness.Compare(cases) {
		seen, err := s.Sees(model.VerbReadRaters, one.Rater)
		if err != nil {
			return r, err
		}
		if seen {
			r.List = append(r.List, fairness.Rated{Rater: one, Name: known(s, one.Rater)})
		}
	}
	slices.SortStableFunc(r.List, func(a, b fairness.Rated) int {
		if a.Line != b.Line {
			return int(a.Line) - int(b.Line)
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return r, nil
}

// casesIn reads every evaluation with both ratings, and by whom it was given. One
// whose rater nobody wrote down is left out.
func casesIn(s sight.Sight, p model.Period) (cases []fairness.Case, err error) {
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	owner := make(map[model.UnitID]model.UnitID, len(tree))
	for id := range tree {
		owner[id] = id
	}
	err = people(s, p, owner, func(unit model.UnitID, plan model.Plan) error {
		e, err := s.Evaluation(plan, p)
		if err != nil || e.Evaluator == "" || e.Predicate == model.NoPredicate {
			return err
		}
		cases = append(cases, fairness.Case{
			Rater: e.Evaluator, Line: fairness.LineOf(tree[unit].Kind), Score: e.Score, Suggested: e.Suggested,
			Result: e.Result, Behaviour: e.Behaviour, Predicate: e.Predicate,
		})
		return nil
	})
	return cases, err
}
