package unitview

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/closing"
	"kinerja/model/fairness"
	"kinerja/store/sight"
	"kinerja/store/situations"
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
	cases, units, err := casesIn(s, r.Period)
	if err != nil {
		return r, err
	}
	under, err := underRaters(s, r.Period)
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
			r.List = append(r.List, fairness.Rated{Rater: one, Name: known(s, one.Rater), Under: under(units[seat{one.Rater, one.Line}])})
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

// seat is a rater in a line.
type seat struct {
	rater model.EmployeeID
	line  model.UnitKind
}

// underRaters returns what tells of the units of a rater what was said of them: of
// each, or of the nearest one above of which something was said.
func underRaters(s sight.Sight, p model.Period) (func(map[model.UnitID]bool) []fairness.Under, error) {
	kept, err := situations.In(s.Tx.Tx, p)
	if err != nil {
		return nil, err
	}
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	covered := map[model.UnitID][]model.UnitID{}
	for id := range kept {
		covered[id] = closing.Covered(tree, id)
	}
	found, err := situationsOf(s, p, covered)
	return func(units map[model.UnitID]bool) (list []fairness.Under) {
		told := map[model.UnitID]bool{}
		for id := range units {
			path := tree.Path(id)
			for i := len(path) - 1; i >= 0; i-- {
				at := path[i].ID
				if _, said := kept[at]; said {
					if !told[at] {
						list = append(list, fairness.Under{Name: path[i].Name, Beside: found[at]})
					}
					told[at] = true
					break
				}
			}
		}
		slices.SortFunc(list, func(a, b fairness.Under) int { return strings.Compare(a.Name+string(a.Unit), b.Name+string(b.Unit)) })
		return list
	}, err
}

// casesIn reads every evaluation with both ratings, by whom it was given, and about
// people of which units. One whose rater nobody wrote down is left out.
func casesIn(s sight.Sight, p model.Period) (cases []fairness.Case, units map[seat]map[model.UnitID]bool, err error) {
	tree, err := s.Units()
	if err != nil {
		return nil, nil, err
	}
	units = map[seat]map[model.UnitID]bool{}
	owner := make(map[model.UnitID]model.UnitID, len(tree))
	for id := range tree {
		owner[id] = id
	}
	err = people(s, p, owner, func(unit model.UnitID, plan model.Plan) error {
		e, err := s.Evaluation(plan, p)
		if err != nil || e.Evaluator == "" || e.Predicate == model.NoPredicate {
			return err
		}
		at := seat{e.Evaluator, fairness.LineOf(tree[unit].Kind)}
		if units[at] == nil {
			units[at] = map[model.UnitID]bool{}
		}
		units[at][unit] = true
		cases = append(cases, fairness.Case{
			Rater: at.rater, Line: at.line, Score: e.Score, Suggested: e.Suggested,
			Result: e.Result, Behaviour: e.Behaviour, Predicate: e.Predicate,
		})
		return nil
	})
	return cases, units, err
}
