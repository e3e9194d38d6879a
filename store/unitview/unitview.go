// Package unitview puts together how units stand in a period, in one look at the
// file: see model/overview for what that is.
package unitview

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/closing"
	"kinerja/model/distribution"
	"kinerja/model/overview"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/store/sight"
	"kinerja/store/unitresults"
)

// Tally is the predicates of everybody who is evaluated in a unit, and in those below
// it without a head of their own, in a period. Also whom this person may not see is
// counted: a distribution is of the whole. But who was not told of the own rating yet
// is for themselves somebody who has none, rated or not: what moves with a rating
// would tell it.
type Tally struct {
	distribution.Counts
	Untold bool // whoever reads is among those without a predicate for that
}

// Counts counts the predicates of one unit.
func Counts(s sight.Sight, unit model.UnitID, p model.Period) (Tally, error) {
	tree, err := s.Units()
	if err != nil {
		return Tally{}, err
	}
	owner := map[model.UnitID]model.UnitID{}
	for _, id := range closing.Covered(tree, unit) {
		owner[id] = unit
	}
	found, err := counts(s, p, owner)
	return found[unit], err
}

// counts counts predicates; owner says for which unit the people of a unit
// count.
func counts(s sight.Sight, p model.Period, owner map[model.UnitID]model.UnitID) (map[model.UnitID]Tally, error) {
	found := map[model.UnitID]Tally{}
	err := people(s, p, owner, func(unit model.UnitID, plan model.Plan) error {
		e, err := s.Evaluation(plan, p)
		c := found[unit]
		c.Counts[e.Predicate]++
		c.Untold = c.Untold || plan.Employee == s.Actor.Employee && !sight.Told(e)
		found[unit] = c
		return err
	})
	return found, err
}

// show puts a tally into a standing, as far as whoever reads may reckon with it.
func show(s sight.Sight, st *overview.Standing, t Tally) {
	st.Counts, st.Untold = t.Counts, t.Untold
	hide(s, st)
	if st.Few || st.Untold { // a reason is kept with all the counts, and may name them
		st.Result.Exception, st.Explained = nil, ""
	}
}

// people calls f for the plan of everybody who held its post in a period and
// counts for a unit.
func people(s sight.Sight, p model.Period, owner map[model.UnitID]model.UnitID, f func(model.UnitID, model.Plan) error) error {
	list, err := s.Names.All()
	if err != nil {
		return err
	}
	hidden := map[model.EmployeeID]bool{}
	for _, e := range list {
		hidden[e.Employee] = e.Hidden
	}
	return s.PlansIn(p.Year(), func(plan model.Plan) error {
		unit, counts := owner[plan.Unit]
		if !counts || hidden[plan.Employee] {
			return nil
		}
		_, held, err := s.HeldIn(plan, p)
		if err != nil || !held {
			return err
		}
		return f(unit, plan.In(p))
	})
}

// Overview reads one unit in a period; its indicators are held against their
// targets by a rule set.
func Overview(s sight.Sight, id model.UnitID, p model.Period, rs rules.RuleSet) (u overview.Unit, err error) {
	top, err := s.Top(id)
	if err != nil {
		return u, err
	}
	if err := s.May(model.VerbReadUnit, top.Head); err != nil {
		return u, err
	}
	periods := s.Offered()
	if !p.Valid() {
		p = s.Usual(periods)
	}
	list, err := Standings(s, p, top.ID)
	if err != nil {
		return u, err
	}
	for _, st := range list {
		if st.Unit.ID == top.ID {
			u.Standing = st
		} else {
			u.Children = append(u.Children, st)
		}
	}
	under, err := situationsOf(s, p, map[model.UnitID][]model.UnitID{top.ID: u.Units})
	if err != nil {
		return u, err
	}
	u.Periods, u.Today, u.Situation = periods, s.Today(), under[top.ID]
	if u.Mine, err = s.Relations(top.Head); err != nil {
		return u, err
	}
	if top.Head != "" {
		u.Head = s.NameOf(top.Head)
		if u.Leader, err = leader(s, top.Head); err != nil {
			return u, err
		}
	}
	return u, lines(s, &u, rs)
}

// Results reads the results of a period, of the units that may be seen.
func Results(s sight.Sight, p model.Period) (unitresult.Results, error) {
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	all, err := unitresults.In(s.Tx.Tx, p)
	for id := range all {
		ok, e := s.Sees(model.VerbReadUnit, tree[id].Head)
		if e != nil {
			return nil, e
		}
		if !ok {
			delete(all, id)
		}
	}
	return all, err
}

// leader is who evaluates the head.
func leader(s sight.Sight, head model.EmployeeID) (string, error) {
	post, _, err := s.MainPost(head)
	if err != nil || post.Evaluator == "" {
		return "", err
	}
	return s.NameOf(post.Evaluator), nil
}

// Standings reads the units at or below one ("": everywhere) that have a head
// of their own, and the one asked for, from the top down. The zero period is the
// newest in use.
func Standings(s sight.Sight, p model.Period, under model.UnitID) (list []overview.Standing, err error) {
	if !p.Valid() {
		p = s.Usual(s.Offered())
	}
	tree, err := s.Units()
	if err != nil {
		return nil, err
	}
	results, err := unitresults.In(s.Tx.Tx, p)
	if err != nil {
		return nil, err
	}
	owner := map[model.UnitID]model.UnitID{}
	for id := range tree {
		if !tree.Within(id, under) || !standsAlone(tree, id, under) {
			continue
		}
		ok, err := s.Sees(model.VerbReadUnit, tree[id].Head)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		st := overview.Standing{Unit: tree[id], Depth: len(tree.Path(id)) - max(1, len(tree.Path(under))), Period: p, Units: closing.Covered(tree, id)}
		for _, of := range st.Units {
			owner[of] = id
		}
		shut, err := s.ClosedFor([]model.UnitID{id}, p)
		if err != nil {
			return nil, err
		}
		st.Closed = shut != nil
		if st.Result, ok = results[id]; !ok {
			st.Result = unitresult.New(id, p)
		}
		word := st.Result.Last()
		st.Decided, st.Typed = known(s, word.Whose), known(s, word.By)
		if e := st.Result.Exception; e != nil {
			st.Explained = known(s, e.Word.By)
		}
		list = append(list, st)
	}
	found, err := counts(s, p, owner)
	if err != nil {
		return nil, err
	}
	for i := range list {
		show(s, &list[i], found[list[i].Unit.ID])
	}
	slices.SortFunc(list, func(a, b overview.Standing) int { return strings.Compare(path(tree, a.Unit.ID), path(tree, b.Unit.ID)) })
	return list, nil
}

// standsAlone reports whether a unit has a distribution of its own: it is the one
// asked for, at the top, or has a head who is not that of the unit above.
func standsAlone(tree model.Units, id, under model.UnitID) bool {
	u := tree[id]
	above, has := tree[u.Parent]
	return id == under || !has || u.Head != "" && u.Head != above.Head
}

func known(s sight.Sight, id model.EmployeeID) string {
	if id == "" {
		return ""
	}
	return s.NameOf(id)
}

// path orders units as the tree has them, by name.
func path(tree model.Units, id model.UnitID) string {
	var b strings.Builder
	for _, u := range tree.Path(id) {
		b.WriteString(strings.ToLower(u.Name) + "\x00" + string(u.ID) + "\x01")
	}
	return b.String()
}

// hide leaves out groups below overview.Told from whoever only works there: a count
// of one is a name. That there is none of a group is as little told: it would say which
// of the others are small. How many have no predicate is about nobody's rating.
func hide(s sight.Sight, st *overview.Standing) {
	if access.May(s.Actor, model.VerbReadUnit, model.RelNone) {
		return
	}
	st.Few = true
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		if st.Counts[p] < overview.Told {
			st.Counts[p] = 0
		}
	}
}
