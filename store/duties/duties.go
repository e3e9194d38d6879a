// Package duties reads what waits for the person at a desk about their own work: see
// model/duty for what that is.
package duties

import (
	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/model/duty"
	"kinerja/store"
	"kinerja/store/actions"
	"kinerja/store/assessments"
	"kinerja/store/follow"
	"kinerja/store/sight"
	"kinerja/store/talks"
)

// Of reads it: what is to be done for a period, and what results of all others, the
// conversation and coaching ask. Results of that period are in its agenda. Who is not on
// the staff list has none.
func Of(d *store.Desk, p model.Period) ([]duty.Duty, error) {
	who := d.Actor()
	if who.Employee == "" {
		return nil, nil
	}
	list, err := store.Look(d, model.VerbReadCard, func(s sight.Sight) ([]duty.Duty, error) { return own(s, p) })
	if err != nil {
		return nil, err
	}
	plans, err := follow.Desk{Desk: d}.Coachings(follow.Asked{Employee: who.Employee, Open: true})
	if err != nil {
		return nil, err
	}
	for _, c := range plans {
		if c.State == coaching.Proposed {
			list = append(list, duty.Duty{Kind: duty.Consent, Coaching: c.ID, Period: c.Period})
		}
	}
	return duty.Theirs(who, list), nil
}

func own(s sight.Sight, p model.Period) (list []duty.Duty, err error) {
	me := s.Actor.Employee
	if ok, err := s.Sees(model.VerbReadCard, me); err != nil || !ok {
		return nil, err
	}
	plans, err := s.PlansOf(me)
	if err != nil {
		return nil, err
	}
	for _, plan := range plans {
		if plan.Year != p.Year() {
			continue
		}
		doing, err := of(s, plan, p)
		if err != nil {
			return nil, err
		}
		list = append(list, doing...)
	}
	results, err := s.Results(plans)
	if err != nil {
		return nil, err
	}
	for _, r := range results {
		if d, ok := duty.Heard(r.Evaluation, s.Today()); ok && d.Period != p {
			list = append(list, d)
		}
	}
	if ok, err := s.Sees(model.VerbReadTalks, me); err != nil || !ok {
		return list, err
	}
	said, err := talks.Of(s.Tx.Tx, me)
	if n := duty.Unanswered(said); n > 0 {
		list = append(list, duty.Duty{Kind: duty.Answer, N: n})
	}
	return list, err
}

// of is what is to be done for one plan in the period.
func of(s sight.Sight, plan model.Plan, p model.Period) ([]duty.Duty, error) {
	_, held, err := s.HeldIn(plan, p)
	if err != nil || !held {
		return nil, err
	}
	c := duty.Case{Plan: plan, Period: p, Today: s.Today(), Closed: s.StillOpen(plan.Unit, p) != nil}
	if c.Evaluation, err = s.Evaluation(plan, p); err != nil {
		return nil, err
	}
	if c.Sheet, err = actions.Of(s.Tx.Tx, plan, p); err != nil {
		return nil, err
	}
	c.Own, err = assessments.Of(s.Tx.Tx, plan, p)
	return c.Doing(), err
}
